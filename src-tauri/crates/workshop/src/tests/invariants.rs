//! What is true of every state.

use super::*;

pub(super) fn hold(state: &State) {
    for table in state.tables() {
        let id = table.id;
        assert!(
            table.chosen.len() <= 3 && (!table.fixed || table.chosen.len() == 3),
            "{table:?}"
        );
        let back = state.back.get(&id).cloned().unwrap_or_default();
        assert_eq!(
            (usize::from(table.undoable), usize::from(table.redoable)),
            (back.undoable(), back.redoable())
        );
        let clusters = state.clusters(id);
        for cluster in clusters.iter().map(|it| Some(&it.id)).chain([None]) {
            let places: Vec<u32> = state
                .column(id, cluster)
                .iter()
                .map(|it| it.place)
                .collect();
            assert!(
                places.is_sorted_by(|one, other| one < other),
                "{cluster:?} {places:?}"
            );
        }
        assert!(
            clusters.is_sorted_by(|one, other| one.place < other.place),
            "{clusters:?}"
        );
        for note in state.notes(id) {
            assert!(
                note.cluster
                    .as_ref()
                    .is_none_or(|it| state.cluster(it).is_some_and(|it| it.table == id)),
                "{note:?}"
            );
            let stands = |it: &NoteId| {
                state
                    .note(it)
                    .is_some_and(|it| it.table == id && it.merged_into.is_none())
            };
            assert!(note.merged_into.as_ref().is_none_or(stands), "{note:?}");
            assert!(
                note.merged_into.is_none() || note.cluster.is_none(),
                "{note:?}"
            );
        }
        for idea in state.ideas(id) {
            assert!(
                idea.clusters
                    .iter()
                    .all(|it| state.cluster(it).is_some_and(|it| it.table == id)),
                "{idea:?}"
            );
            assert!(
                idea.notes
                    .iter()
                    .all(|it| state.note(it).is_some_and(|it| it.table == id)),
                "{idea:?}"
            );
        }
        let poster = state.poster(id).expect("every table has one");
        assert!(
            poster
                .ideas
                .iter()
                .all(|it| state.idea(it).is_some_and(|it| it.table == id)),
            "{poster:?}"
        );
        let mut kinds: Vec<NoteKind> = poster
            .saw
            .iter()
            .map(|it| state.note(it).expect("there").kind)
            .collect();
        kinds.sort_unstable();
        assert!(kinds.is_sorted_by(|one, other| one < other), "{poster:?}");
    }
    for vote in state.all::<Vote>() {
        assert!((1..=3).contains(&vote.perspectives.len()), "{vote:?}");
        assert_eq!(usize::from(vote.given), vote.perspectives.len());
    }
    for dots in state.all::<Dots>() {
        assert!(
            !dots.dots.is_empty() && dots.dots.iter().all(|(_, count)| *count > 0),
            "{dots:?}"
        );
    }
    for entity in state.entities() {
        if let Entity::Dots(dots) = entity {
            let sum: u16 = dots.dots.iter().map(|(_, count)| u16::from(*count)).sum();
            assert_eq!(dots.given, sum, "{dots:?}");
        }
    }
    for seat in state.all::<Seat>() {
        assert!(state.table(seat.table).is_some(), "{seat:?}");
        assert_eq!(
            seat.kind == SeatKind::Participant,
            seat.participant.is_some()
        );
        if let Some(who) = &seat.participant {
            assert_eq!(state.seat_of(who), Some(seat), "one device for each");
            let sits = |it: &Participant| !it.left && it.table == seat.table;
            assert!(state.participant(who).is_some_and(sits), "{seat:?}");
        }
    }
    for experience in state.all::<Experience>() {
        assert!(
            !experience.private || experience.by.is_some(),
            "somebody can see it: {experience:?}"
        );
    }
    let shows = state.session().map(|it| it.screen);
    if let Some(Show::Poster { table }) = shows {
        assert!(state.table(table).is_some());
    }
}
