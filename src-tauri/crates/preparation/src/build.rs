//! From stories as they were taken in, and what was decided about them, to the collection that a snapshot holds.
//!
//! In this order: verdicts, masks, derived questions (from raw answers), recodes, scope, order. The raw stories are never changed.

mod answers;
mod log;
mod masks;
mod perspectives;
mod questions;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stories::{
    About, Collection, CollectionError, Library, ObservationId, OptionId, PerspectiveId, Question,
    QuestionId, Story, StoryId, Uses,
};
use thiserror::Error;
use ts_rs::TS;

use crate::{Charts, MaskPlace, Selection, Source, SourceId, State, Verdict};
use log::Log;

pub use masks::masked;
pub(crate) use questions::{Plan, plans};
pub use questions::{PlannedQuestion, planned};

/// The stories as they were taken in.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Raw {
    /// One for each source of the state. Others are left alone.
    pub sources: Vec<RawSource>,
}

/// The stories of one source as they were taken in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct RawSource {
    /// The source.
    pub id: SourceId,
    /// The stories, numbered from 1 within the source, in the order of their numbers.
    pub stories: Vec<Story>,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Built {
    /// What a snapshot holds. `about.made` is empty: the day is for who publishes.
    pub collection: Collection,
    /// What was done, in the order in which it was done. Holds no text of any story.
    pub log: Vec<LogLine>,
    /// Where the published questions and options come from.
    pub origins: Vec<Origins>,
    /// Masks that do not fit their text. A draft masks what it can; nothing is published with these.
    pub misfits: Vec<Misfit>,
    /// Observations that are not in the collection, or would not be shown as they are.
    pub unfinished: Vec<Unfinished>,
    /// Supporting stories that are left out.
    pub lost_support: Vec<LostSupport>,
    /// The named filters, but for those that ask for what is no longer there.
    pub selections: Vec<Selection>,
}

/// Something that was done, for the cleaning log of the snapshot.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LogLine {
    /// The key of the words in the locale files, such as `log.left_out.test`.
    pub key: String,
    /// What to fill in. Never a text or a name out of a story.
    pub places: BTreeMap<String, String>,
    /// How many stories, masks or answers it is about.
    pub count: u32,
}

/// Where a published question comes from.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Origins {
    /// The published question.
    pub question: QuestionId,
    /// The questions as they were taken in: itself, or those that it is derived from.
    pub from: Vec<QuestionId>,
    /// For each published option where it comes from; empty where there are none.
    pub options: Vec<OptionOrigin>,
    /// Options as they were taken in that are not shown.
    pub hidden: Vec<OptionId>,
}

/// Where a published option comes from.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct OptionOrigin {
    /// The published option.
    pub option: OptionId,
    /// The options as they were taken in; empty where a rule or a bin made it.
    pub from: Vec<OptionId>,
}

/// A mask that does not fit its text.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Misfit {
    /// The place where it should be.
    pub place: MaskPlace,
}

/// A supporting story that is left out.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LostSupport {
    /// The perspective that it should support.
    pub perspective: PerspectiveId,
    /// The story.
    pub story: StoryId,
}

/// An observation that is not ready.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Unfinished {
    /// Which.
    pub observation: ObservationId,
    /// Why.
    pub why: Why,
}

/// Why an observation is not ready.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, rename = "WhyUnfinished")]
pub enum Why {
    /// It says nothing yet.
    NoText,
    /// It has no chart.
    NoChart,
    /// Its chart looks at a question or option that is no longer there.
    ChartDoesNotFit,
    /// It has fewer than two interpretations.
    FewInterpretations,
    /// It belongs to no perspective.
    Loose,
}

/// Why nothing could be built.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum BuildError {
    /// The work has not begun.
    #[error("the work has not begun")]
    NoWork,
    /// The stories of a source were not given.
    #[error("the stories of source {0} are not there")]
    NoSource(SourceId),
    /// The stories of a source are not those that were taken in.
    #[error("the stories of source {source_id} are not as they were taken in: {reason}")]
    OtherStories {
        /// The source.
        source_id: SourceId,
        /// What is different.
        reason: CollectionError,
    },
    /// Supporting stories are left out.
    #[error("{} supporting stories are left out", .0.len())]
    LostSupport(Vec<LostSupport>),
    /// Observations are not ready.
    #[error("{} observations are not ready", .0.len())]
    Unfinished(Vec<Unfinished>),
    /// Masks do not fit.
    #[error("{} masks do not fit their texts", .0.len())]
    Misfits(Vec<Misfit>),
    /// What came out does not hold together.
    #[error(transparent)]
    Collection(#[from] CollectionError),
}

/// What a snapshot holds, ready to be published. `about.made` is empty.
///
/// # Errors
/// As for [`build_draft`], and where an observation of a perspective is not ready, a mask does not fit, a supporting story is left
/// out, or what comes of it does not hold together.
pub fn build(state: &State, raw: &Raw) -> Result<Built, BuildError> {
    let built = build_draft(state, raw)?;
    let unready: Vec<Unfinished> = built
        .unfinished
        .iter()
        .filter(|it| it.why != Why::Loose)
        .cloned()
        .collect();
    if !unready.is_empty() {
        return Err(BuildError::Unfinished(unready));
    }
    if !built.misfits.is_empty() {
        return Err(BuildError::Misfits(built.misfits));
    }
    if !built.lost_support.is_empty() {
        return Err(BuildError::LostSupport(built.lost_support));
    }
    Library::new(built.collection.clone())?;
    Ok(built)
}

/// What a snapshot would hold now, for looking at patterns and charts while the work goes on. Observations that are not ready are
/// left out and named; masks that do not fit are left out and named; there may be no perspectives at all.
///
/// # Errors
/// The work has not begun, or the raw stories are missing or not those that were taken in.
pub fn build_draft(state: &State, raw: &Raw) -> Result<Built, BuildError> {
    let work = state.work().ok_or(BuildError::NoWork)?;
    let plans = plans(state);
    let mut log = Log::new(&plans);
    let mut misfits = Vec::new();
    let mut stories = Vec::new();
    let asked = answers::in_order(&plans);
    for source in state.sources() {
        let given = raw
            .sources
            .iter()
            .find(|it| it.id == source.id)
            .ok_or_else(|| BuildError::NoSource(source.id.clone()))?;
        numbered(source, &given.stories)?;
        log.taken(source);
        stories.reserve(given.stories.len());
        for story in &given.stories {
            let id = StoryId(source.offset + story.id.0);
            match state.verdict(id) {
                Some(Verdict::LeaveOut { reason }) => {
                    log.left_out(reason);
                    continue;
                }
                Some(Verdict::Keep) => log.kept(),
                None => {}
            }
            let masked = masks::mask(state, id, story, &mut misfits, &mut log);
            let answers = answers::answers(&asked, story, &masked, &mut log).map_err(|reason| {
                BuildError::OtherStories {
                    source_id: source.id.clone(),
                    reason,
                }
            })?;
            stories.push(Story {
                id,
                title: masked.title(story),
                text: masked.text(story),
                told: story.told.clone(),
                answers,
            });
        }
    }
    let questions: Vec<_> = plans
        .iter()
        .filter(|it| !it.left_out)
        .map(|it| it.question.clone())
        .collect();
    let mut collection = Collection {
        about: About {
            name: work.name.clone(),
            theme: work.theme.clone(),
            set: work.set.clone(),
            provenance: work.provenance.clone(),
            made: String::new(),
            uses: published_uses(&work.uses, &plans),
        },
        questions,
        stories,
        perspectives: Vec::new(),
    };
    let charts = Charts::new(state);
    let (unfinished, lost_support) = perspectives::bundle(state, &charts, &mut collection);
    let followed = |it: &Selection| {
        let filter = charts.follow_filter(&it.filter).ok()?;
        Some(Selection {
            filter,
            ..it.clone()
        })
    };
    Ok(Built {
        log: log.lines(state, &plans),
        origins: plans
            .iter()
            .filter(|it| !it.left_out)
            .map(Plan::origins)
            .collect(),
        collection,
        misfits,
        unfinished,
        lost_support,
        selections: state
            .selections()
            .into_iter()
            .filter_map(followed)
            .collect(),
    })
}

/// The questions as they will be published, without any story; `None` where they do not hold together.
pub(crate) fn library_of(state: &State, plans: &[Plan]) -> Option<Library> {
    let work = state.work()?;
    let stay = plans.iter().filter(|it| !it.left_out);
    let questions = stay.map(|it| it.question.clone()).collect();
    questions_alone(questions, published_uses(&work.uses, plans)).ok()
}

/// Questions without any story, to see whether they hold together and what fits them.
pub(crate) fn questions_alone(
    questions: Vec<Question>,
    uses: Uses,
) -> Result<Library, CollectionError> {
    Library::new(Collection {
        about: About {
            name: String::new(),
            theme: String::new(),
            set: String::new(),
            provenance: String::new(),
            made: String::new(),
            uses,
        },
        questions,
        stories: Vec::new(),
        perspectives: Vec::new(),
    })
}

/// Refuses stories that are not numbered as those of their source.
fn numbered(source: &Source, stories: &[Story]) -> Result<(), BuildError> {
    let mut free = 1;
    for story in stories {
        if story.id.0 < free || story.id.0 > source.responses {
            return Err(BuildError::OtherStories {
                source_id: source.id.clone(),
                reason: CollectionError::Order(format!("story {}", story.id.0)),
            });
        }
        free = story.id.0 + 1;
    }
    Ok(())
}

/// The uses without questions that are not published.
fn published_uses(uses: &Uses, plans: &[Plan]) -> Uses {
    let there = |id: &Option<QuestionId>| {
        id.clone()
            .filter(|id| plans.iter().any(|it| it.question.id == *id && !it.left_out))
    };
    Uses {
        voice: there(&uses.voice),
        education: there(&uses.education),
        region: there(&uses.region),
        feeling: there(&uses.feeling),
        good: there(&uses.good),
        role: there(&uses.role),
    }
}
