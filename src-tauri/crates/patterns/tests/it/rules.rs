//! Rules that hold for every evaluation: few answers, chance, selections, three questions.

use patterns::{EffectSize, Method, Observed, Options, Pattern, evaluate, evaluate_within, shift};
use stories::{Answer, ChartSpec, Collection, Few, Filter, Library};

use crate::{filter, library};

fn of(collection: &Collection, stories: usize) -> Library {
    let mut part = collection.clone();
    part.stories.truncate(stories);
    part.perspectives.clear();
    Library::new(part).unwrap()
}

#[test]
fn below_20_answers_there_is_no_test_and_below_30_it_is_an_indication() {
    let whole = library().collection();
    let options = Options::default();
    let found = evaluate(&of(whole, 19), &Filter::default(), &options);
    assert_eq!((found.tests, found.patterns.len()), (0, 0));
    assert!(found.untested > 0);
    let found = evaluate(&of(whole, 29), &Filter::default(), &options);
    assert!(found.tests > 0);
    for pattern in &found.patterns {
        assert_eq!(pattern.few, Few::Indication, "{}", pattern.key);
        assert_eq!(pattern.caution.as_ref().unwrap().key, "pattern.caution");
    }
    let found = evaluate(&of(whole, 400), &Filter::default(), &options);
    assert!(
        found
            .patterns
            .iter()
            .any(|one| one.few == Few::Enough && one.caution.is_none())
    );
}

#[test]
fn of_small_groups_the_chart_shows_who_they_are_and_not_that_each_is_too_small() {
    let library = of(library().collection(), 60);
    let all = Filter::default();
    let found = evaluate(&library, &all, &Options::default());
    let mut shown = 0;
    for one in found
        .patterns
        .iter()
        .filter(|one| one.rows.option.is_none() && one.method == Method::KruskalWallis)
    {
        let chart = library.chart(&one.chart, &all);
        let mut cells = chart.rows.iter().flat_map(|row| &row.cells);
        assert!(cells.any(|cell| cell.few != Few::TooFew), "{}", one.key);
        shown += usize::from(matches!(one.chart, ChartSpec::Spread { .. }));
    }
    assert!(shown > 0, "no question has only small groups");
}

/// Deals the answers to each question over the stories anew, each question by itself, so that nothing falls together but by
/// chance.
fn shuffled(stories: usize, seed: u64) -> Library {
    let mut collection = library().collection().clone();
    collection.stories.truncate(stories);
    collection.perspectives.clear();
    let mut state = seed;
    let mut below = |most: usize| {
        // Knuth's MMIX generator; its high bits are good enough to shuffle with.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    let ids: Vec<_> = collection
        .questions
        .iter()
        .map(|question| question.id.clone())
        .collect();
    for id in ids {
        let mut answers: Vec<Option<Answer>> = collection
            .stories
            .iter_mut()
            .map(|story| story.answers.remove(&id))
            .collect();
        for nth in (1..answers.len()).rev() {
            answers.swap(nth, below(nth + 1));
        }
        for (story, answer) in collection.stories.iter_mut().zip(answers) {
            if let Some(answer) = answer {
                story.answers.insert(id.clone(), answer);
            }
        }
    }
    Library::new(collection).unwrap()
}

#[test]
fn in_pure_noise_hardly_anything_stands_and_nothing_is_large() {
    for (stories, seed) in [(400, 1), (400, 2), (4981, 3)] {
        let found = evaluate(
            &shuffled(stories, seed),
            &Filter::default(),
            &Options::default(),
        );
        let standing: Vec<&Pattern> = found
            .patterns
            .iter()
            .filter(|one| one.stands && !one.thin)
            .collect();
        assert!(found.tests > 800);
        assert!(standing.len() <= 4, "{stories}: {} stand", standing.len());
        let strong = found
            .patterns
            .iter()
            .find(|one| one.effect.strength > 0.25 && !one.thin);
        assert_eq!(strong.map(|one| &one.key), None);
        let large = found
            .patterns
            .iter()
            .filter(|one| one.n > 200 && one.effect.size >= EffectSize::Large);
        assert_eq!(large.count(), 0);
    }
}

#[test]
fn a_selection_is_evaluated_as_if_it_were_all() {
    let chosen = filter("role_type = pupils");
    let found = evaluate(library(), &chosen, &Options::default());
    assert_eq!((found.stories, found.of), (303, 4981));
    let mut collection = library().collection().clone();
    let pupils = library().select(&chosen);
    collection
        .stories
        .retain(|story| pupils.contains(&story.id));
    collection.perspectives.clear();
    let alone = evaluate(
        &Library::new(collection).unwrap(),
        &Filter::default(),
        &Options::default(),
    );
    assert_eq!(found.patterns, alone.patterns);
    // All of these tell of themselves: the question has one answer, and takes no part.
    assert!(found.untested > 0);
    assert!(
        !found
            .patterns
            .iter()
            .any(|one| one.rows.question == "role_type".into())
    );
}

#[test]
fn only_and_without_choose_the_questions() {
    let options = Options {
        only: vec!["good".into()],
        without: vec!["how".into(), "region".into()],
        ..Options::default()
    };
    let found = evaluate(library(), &Filter::default(), &options);
    assert!(found.tests > 15);
    for pattern in &found.patterns {
        let sides = [&pattern.rows.question.0, &pattern.columns.question.0];
        assert!(sides.contains(&&"good".to_owned()), "{}", pattern.key);
        assert!(!sides.contains(&&"how".to_owned()), "{}", pattern.key);
    }
}

#[test]
fn three_questions_are_a_pair_within_each_answer_of_the_third() {
    let options = Options::default();
    let found = evaluate_within(library(), &Filter::default(), &"about".into(), &options);
    let within = |option: &str| -> Vec<&Pattern> {
        let key = format!("@about:{option}");
        found
            .patterns
            .iter()
            .filter(|one| one.key.ends_with(&key))
            .collect()
    };
    for option in ["system", "work", "relations", "support"] {
        let alone = evaluate(
            library(),
            &filter(&format!("about = {option}")),
            &Options {
                without: vec!["about".into()],
                ..Options::default()
            },
        );
        let here = within(option);
        assert_eq!(here.len(), alone.patterns.len(), "{option}");
        for (here, alone) in here.iter().zip(&alone.patterns) {
            assert_eq!(
                (here.statistic, here.p, here.n),
                (alone.statistic, alone.p, alone.n)
            );
            assert_eq!(here.scope.as_ref().unwrap().key, "pattern.within");
        }
    }
    assert_eq!(found.tests as usize, found.patterns.len());
    assert!(
        found
            .patterns
            .is_sorted_by(|a, b| a.effect.strength >= b.effect.strength)
    );
    // A chart within an answer counts only stories with that answer.
    let first = within("relations")[0];
    let chart = library().chart(&first.chart, &Filter::default());
    assert!(chart.total <= library().count(&filter("about = relations")));
    let none = evaluate_within(library(), &Filter::default(), &"better".into(), &options);
    assert_eq!(none.tests, 0);
    assert_eq!(none.stories, 4981);
}

#[test]
fn a_selection_stands_beside_the_whole_and_what_moved_furthest_comes_first() {
    let observed: Vec<Observed> = library()
        .perspectives()
        .iter()
        .flat_map(|perspective| &perspective.observations)
        .map(Observed::from)
        .collect();
    let good = filter("good > 50");
    let shifts = shift(library(), &observed, &good);
    assert_eq!(shifts.len(), observed.len());
    assert!(shifts.is_sorted_by(|a, b| a.points >= b.points));
    assert!(shifts[0].points >= 20, "{}", shifts[0].points);
    for one in &shifts {
        let spec = &observed
            .iter()
            .find(|other| other.id == one.id)
            .unwrap()
            .chart;
        assert_eq!(one.before, library().chart(spec, &Filter::default()));
        assert_eq!(one.now, library().chart(spec, &good));
        for cell in &one.cells {
            let now = &one.now.rows[cell.row as usize].cells[cell.column as usize];
            assert_eq!(
                (now.count, now.of, now.per_hundred),
                (cell.now.count, cell.now.of, cell.now.per_hundred)
            );
            assert!(cell.now.of >= 20 && cell.points() <= one.points);
        }
        for language in ["nl", "en"] {
            crate::words::fill(language, &one.sentence);
        }
    }
}

#[test]
fn without_a_selection_nothing_shifts_and_with_hardly_any_story_nothing_is_said() {
    let observed: Vec<Observed> = library().perspectives()[0]
        .observations
        .iter()
        .map(Observed::from)
        .collect();
    for one in shift(library(), &observed, &Filter::default()) {
        assert_eq!(
            (one.points, one.sentence.key.as_str()),
            (0, "pattern.shift.same")
        );
    }
    for one in shift(
        library(),
        &observed,
        &filter("feeling = pride and role_type = outside"),
    ) {
        assert_eq!((one.few, one.points), (Few::TooFew, 0));
        assert_eq!(one.sentence.key, "pattern.shift.few");
    }
}
