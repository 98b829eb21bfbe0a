//! Checks about the whole.

use super::{At, CheckCode as Code, Facts, Found};
use crate::State;
use crate::build::plans;

/// A set has eight perspectives at least.
const FEWEST: usize = 8;
/// A set has twelve perspectives at most.
const MOST: usize = 12;

pub(super) fn check(state: &State, facts: &Facts, found: &mut Found) {
    if facts.stories == 0 {
        found.blocks(Code::NoStories, At::Stories, &[]);
    }
    let mut counted = |count: u32, code, at, blocks| {
        if count > 0 {
            found.add(code, at, &[("count", &count.to_string())], blocks);
        }
    };
    counted(facts.suspicions, Code::OpenSuspicions, At::Stories, false);
    counted(facts.masks, Code::OpenMasks, At::Masks, true);
    counted(facts.misfits, Code::MisfitMasks, At::Masks, true);
    counted(facts.unlooked, Code::NotLooked, At::Masks, false);
    let Some(work) = state.work() else {
        found.blocks(Code::NoName, At::Work, &[]);
        return;
    };
    if work.name.is_empty() {
        found.blocks(Code::NoName, At::Work, &[]);
    }
    for (text, code) in [
        (&work.theme, Code::NoTheme),
        (&work.set, Code::NoSet),
        (&work.provenance, Code::NoProvenance),
    ] {
        if text.is_empty() {
            found.points(code, At::Work, &[]);
        }
    }
    uses(state, found);
    let perspectives = state.perspectives().len();
    let count = perspectives.to_string();
    let params = [("count", count.as_str())];
    match perspectives {
        0 => found.blocks(Code::NoPerspectives, At::Perspectives, &[]),
        count if count < FEWEST => {
            found.points(Code::FewPerspectives, At::Perspectives, &params);
        }
        count if count > MOST => {
            found.points(Code::ManyPerspectives, At::Perspectives, &params);
        }
        _ => {}
    }
}

fn uses(state: &State, found: &mut Found) {
    let Some(work) = state.work() else { return };
    let plans = plans(state);
    let uses = &work.uses;
    for (name, id) in [
        ("voice", &uses.voice),
        ("education", &uses.education),
        ("region", &uses.region),
        ("feeling", &uses.feeling),
        ("good", &uses.good),
        ("role", &uses.role),
    ] {
        let params = [("use", name)];
        match id {
            None => found.points(Code::UseNotSet, At::Work, &params),
            Some(id) if plans.iter().any(|it| it.question.id == *id && !it.left_out) => {}
            Some(id) => {
                let at = At::Question {
                    question: id.clone(),
                };
                found.points(Code::UseGone, at, &params);
            }
        }
    }
}
