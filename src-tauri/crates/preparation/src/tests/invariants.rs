//! What is true of every state.

use super::*;

pub(super) fn hold(state: &State) {
    for (key, entity) in state.entities.iter() {
        assert_eq!(*key, entity.key());
    }
    let mut seen: Vec<&ObservationId> = Vec::new();
    let mut places = Vec::new();
    for perspective in state.perspectives() {
        places.push(perspective.place);
        for id in &perspective.observations {
            assert!(state.observation(id).is_some(), "{id} in {perspective:?}");
            assert!(!seen.contains(&id), "{id} is in one perspective at most");
            seen.push(id);
        }
        assert!(perspective.short.chars().count() <= 32);
    }
    assert!(places.is_sorted_by(|one, other| one < other), "{places:?}");
    let mut explained = Vec::new();
    for observation in state.observations() {
        assert!((1..=5).contains(&observation.strength));
        for it in &observation.interpretations {
            assert!(!explained.contains(&&it.id), "{:?} twice", it.id);
            assert!(!it.text.is_empty());
            explained.push(&it.id);
        }
    }
    for entity in state.entities() {
        if let Entity::Kept(it) = entity {
            assert!(!state.left_out_question(&it.question), "{it:?}");
        }
        match entity {
            Entity::Recode(it) => {
                assert!(!it.is_none());
                let mut merged: Vec<&OptionId> = Vec::new();
                for merge in &it.merges {
                    assert!(merge.options.len() > 1, "{it:?}");
                    assert!(merge.options.iter().all(|it| !merged.contains(&it)));
                    merged.extend(&merge.options);
                }
                assert!(it.hidden.iter().all(|it| !merged.contains(&it)), "{it:?}");
            }
            Entity::QuestionEdit(it) => assert!(!it.is_none()),
            Entity::Triage(it) => {
                let says = !it.is_none() || it.pattern.whole().is_some();
                assert!(says && it.pattern.one < it.pattern.other, "{it:?}");
            }
            Entity::Mask(it) => assert!(it.place.from < it.place.to),
            Entity::Source(it) => assert!(it.offset + it.responses <= state.next_offset()),
            Entity::Work(_)
            | Entity::Published(_)
            | Entity::Verdicted(_)
            | Entity::Looked(_)
            | Entity::QuestionOrder(_)
            | Entity::Derived(_)
            | Entity::LeftOut(_)
            | Entity::Kept(_)
            | Entity::DraftObservation(_)
            | Entity::DraftPerspective(_)
            | Entity::Selection(_) => {}
        }
    }
    let mut sources = state.sources();
    sources.sort_by_key(|it| it.offset);
    assert!(
        sources
            .windows(2)
            .all(|pair| pair[0].offset + pair[0].responses <= pair[1].offset),
        "no number is of two sources"
    );
}
