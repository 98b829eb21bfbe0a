use super::*;

#[test]
fn responses_are_judged_one_by_one_and_many_at_once() {
    let judged = |stories: &[u32], verdict| {
        Ok(Event::Judged {
            stories: numbers(stories),
            verdict,
        })
    };
    let test = left_out(Reason::Test);
    check(vec![
        (vec![], judge(&[1], test), judged(&[1], test)),
        (vec![], judge(&[3, 1, 2], test), judged(&[3, 1, 2], test)),
        (
            // Only what changes is written down.
            vec![judge(&[1], test)],
            judge(&[1, 2], test),
            judged(&[2], test),
        ),
        (
            vec![judge(&[1], test)],
            judge(&[1], Some(Verdict::Keep)),
            judged(&[1], Some(Verdict::Keep)),
        ),
        (
            vec![judge(&[1, 2], test)],
            judge(&[1, 3], None),
            judged(&[1], None),
        ),
        (vec![], judge(&[11], test), Err(gone("story"))),
        (vec![], judge(&[1, 1], test), Err(Refusal::Twice)),
    ]);
    check_nothing(vec![
        (vec![judge(&[1], test)], judge(&[1], test)),
        (vec![], judge(&[1], None)),
        (vec![], judge(&[], test)),
    ]);
}

#[test]
fn masks_are_accepted_rejected_added_and_taken_away() {
    let text = |from, to| place(1, StoryPart::Text, from, to);
    let answer = |question: &str| {
        let part = StoryPart::Answer {
            question: question.into(),
        };
        place(1, part, 0, 2)
    };
    let reject = |places: Vec<MaskPlace>| Command::RejectMasks { places };
    let reopen = |places: Vec<MaskPlace>| Command::ReopenMasks { places };
    let set = |place, words: Option<&str>| {
        Ok(Event::MasksSet {
            masks: vec![Mask {
                place,
                words: words.map(str::to_owned),
                by_hand: false,
            }],
        })
    };
    check(vec![
        (
            vec![],
            accept(&[(text(0, 3), " [naam] ")]),
            set(text(0, 3), Some("[naam]")),
        ),
        (
            vec![],
            accept(&[(answer("better"), "[plaats]")]),
            set(answer("better"), Some("[plaats]")),
        ),
        (vec![], reject(vec![text(0, 3)]), set(text(0, 3), None)),
        (
            vec![accept(&[(text(0, 3), "[naam]")])],
            reject(vec![text(0, 3)]),
            set(text(0, 3), None),
        ),
        (
            vec![accept(&[(text(0, 3), "[naam]")])],
            reopen(vec![text(0, 3), text(5, 6)]),
            Ok(Event::MasksReopened {
                places: vec![text(0, 3)],
            }),
        ),
        (
            vec![accept(&[(text(0, 3), "[naam]")])],
            accept(&[(text(0, 3), "[naam]"), (text(4, 6), "[plaats]")]),
            set(text(4, 6), Some("[plaats]")),
        ),
        (vec![], accept(&[(text(3, 3), "[x]")]), Err(Refusal::Empty)),
        (vec![], accept(&[(text(0, 3), " ")]), Err(Refusal::Empty)),
        (
            vec![],
            accept(&[(text(0, 3), "a"), (text(0, 3), "b")]),
            Err(Refusal::Twice),
        ),
        (
            vec![],
            accept(&[(place(11, StoryPart::Title, 0, 1), "a")]),
            Err(gone("story")),
        ),
        (
            vec![],
            accept(&[(answer("role"), "a")]),
            Err(gone("question")),
        ),
    ]);
    check_nothing(vec![
        (vec![reject(vec![text(0, 3)])], reject(vec![text(0, 3)])),
        (vec![], reopen(vec![text(0, 3)])),
    ]);
    let state = given([
        accept(&[(text(4, 6), "b"), (text(0, 3), "a")]),
        accept(&[(place(2, StoryPart::Title, 0, 1), "c")]),
        accept(&[(place(10, StoryPart::Title, 0, 1), "d")]),
    ]);
    let of = |story| -> Vec<Option<String>> {
        state
            .masks_of(StoryId(story))
            .map(|it| it.words.clone())
            .collect()
    };
    assert_eq!(of(1), [Some("a".to_owned()), Some("b".to_owned())]);
    assert_eq!(of(2), [Some("c".to_owned())]);
    assert_eq!(of(3), []);
    assert_eq!(of(10), [Some("d".to_owned())]);
}

#[test]
fn looked_at_is_a_mark() {
    let look = |stories: &[u32], looked| Command::Look {
        stories: numbers(stories),
        looked,
    };
    let set = |stories: &[u32], looked| {
        Ok(Event::LookedSet {
            stories: numbers(stories),
            looked,
        })
    };
    check(vec![
        (vec![], look(&[1, 2], true), set(&[1, 2], true)),
        (vec![look(&[1], true)], look(&[1, 2], true), set(&[2], true)),
        (vec![look(&[1], true)], look(&[1], false), set(&[1], false)),
        (vec![], look(&[0], true), Err(gone("story"))),
    ]);
    check_nothing(vec![(vec![], look(&[1], false))]);
}

#[test]
fn what_is_open_is_counted() {
    let name = place(1, StoryPart::Text, 4, 7);
    let inside = place(1, StoryPart::Text, 5, 6);
    let title = place(1, StoryPart::Title, 4, 7);
    let other = place(2, StoryPart::Text, 0, 3);
    let nowhere = place(99, StoryPart::Text, 0, 3);
    let all = [&name, &inside, &title, &other, &nowhere];
    let open = |commands: Vec<Command>| -> usize { open_masks(&given(commands), all).len() };
    assert_eq!(open(vec![]), 4);
    assert_eq!(
        open(vec![accept(&[(name.clone(), "a")])]),
        2,
        "a wider mask covers what is in it"
    );
    assert_eq!(
        open(vec![Command::RejectMasks {
            places: vec![name.clone()]
        }]),
        3,
        "a rejection covers nothing else"
    );
    assert_eq!(open(vec![judge(&[1], left_out(Reason::Other))]), 1);
    let suspected = numbers(&[1, 2, 2, 99]);
    let state = given([judge(&[1], Some(Verdict::Keep))]);
    assert_eq!(
        open_suspicions(&state, suspected.clone())
            .into_iter()
            .collect::<Vec<_>>(),
        numbers(&[2])
    );
    let state = given([
        Command::Look {
            stories: numbers(&[1]),
            looked: true,
        },
        judge(&[3], left_out(Reason::Test)),
    ]);
    let stories = numbers(&[1, 2, 3]);
    assert_eq!(
        unlooked(&state, stories).into_iter().collect::<Vec<_>>(),
        numbers(&[2])
    );
}
