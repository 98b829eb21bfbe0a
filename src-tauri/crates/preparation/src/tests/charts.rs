//! A chart follows what becomes of the options that it was made of.

use super::*;

fn share(only: &str, options: &str, label: &str) -> ChartSpec {
    ChartSpec::Share {
        rows: "region".into(),
        only: ids(only),
        hit: any("role", options),
        hit_label: label.to_owned(),
        within: Vec::new(),
    }
}

fn observed(chart: ChartSpec) -> Command {
    Command::AddObservation {
        id: "o1".into(),
        text: "Er is iets te zien.".to_owned(),
        strength: 3,
        chart: Some(chart),
        pattern: None,
    }
}

/// The chart as it would be published.
fn now(state: &State) -> Result<ChartSpec, LostChart> {
    let chart = state
        .observation(&"o1".into())
        .expect("there")
        .chart
        .clone();
    Charts::new(state).follow(&chart.expect("it has one"))
}

fn split(id: &str) -> Command {
    Command::SplitOption {
        question: "role".into(),
        id: id.into(),
    }
}

fn rename(option: &str, label: &str) -> Command {
    Command::RenameOption {
        question: "role".into(),
        option: option.into(),
        label: Some(label.to_owned()),
    }
}

#[test]
fn a_chart_follows_a_merge_and_taking_it_apart() {
    let mut state = given([observed(spread("role", "mother teacher"))]);
    run(&mut state, [merge("role", "parents", "mother father")]);
    assert_eq!(now(&state), Ok(spread("role", "parents teacher")));
    // The merge goes into another one.
    run(&mut state, [merge("role", "all", "parents teacher")]);
    assert_eq!(now(&state), Ok(spread("role", "all")));
    run(&mut state, [split("all")]);
    assert_eq!(now(&state), Ok(spread("role", "mother teacher")));
}

#[test]
fn a_chart_of_a_merge_follows_when_that_goes_into_another_or_is_taken_apart() {
    let mut state = given([
        merge("role", "parents", "mother father"),
        observed(spread("role", "parents teacher")),
    ]);
    assert_eq!(now(&state), Ok(spread("role", "parents teacher")));
    run(&mut state, [merge("role", "all", "parents coach")]);
    assert_eq!(now(&state), Ok(spread("role", "all teacher")));
    run(&mut state, [split("all")]);
    assert_eq!(now(&state), Ok(spread("role", "mother father teacher")));
}

#[test]
fn what_is_counted_is_said_in_the_words_of_now() {
    let mut state = given([observed(share("", "mother", "MOTHER"))]);
    assert_eq!(now(&state), Ok(share("", "mother", "MOTHER")));
    for label in ["Moeder", "Een moeder"] {
        run(&mut state, [rename("mother", label)]);
        assert_eq!(now(&state), Ok(share("", "mother", label)));
    }
    run(&mut state, [merge("role", "parents", "mother father")]);
    assert_eq!(now(&state), Ok(share("", "parents", "PARENTS")));
    // Words of one's own stay while it counts the same.
    let mut state = given([observed(share("", "mother", "de moeders"))]);
    run(&mut state, [rename("mother", "Moeder")]);
    assert_eq!(now(&state), Ok(share("", "mother", "de moeders")));
}

#[test]
fn a_hidden_option_leaves_a_chart_as_long_as_something_is_left() {
    let mut state = given([
        observed(spread("role", "mother coach")),
        hide("role", "coach", true),
    ]);
    assert_eq!(now(&state), Ok(spread("role", "mother")));
    // The screen gives back what it showed, with another sentence: the hidden one is not forgotten.
    let change = Command::ChangeObservation {
        id: "o1".into(),
        text: "Iets anders.".to_owned(),
        strength: 3,
        chart: now(&state).ok(),
        pattern: None,
    };
    run(&mut state, [change, hide("role", "coach", false)]);
    assert_eq!(now(&state), Ok(spread("role", "mother coach")));
    run(&mut state, [hide("role", "coach mother", true)]);
    let lost = now(&state).expect_err("nothing is left to show");
    assert_eq!(lost.why, LostWhy::OptionsHidden);
    assert_eq!(lost.name(), "role: MOTHER, COACH");
}

#[test]
fn what_cannot_be_followed_is_named() {
    let out = Command::SetScope {
        questions: ids("role"),
        out: true,
    };
    let state = given([observed(spread("role", "")), out]);
    let lost = now(&state).expect_err("it is left out");
    assert_eq!(
        (lost.why, &*lost.name()),
        (LostWhy::QuestionLeftOut, "role")
    );
    let state = given([
        derive(bins()),
        observed(spread("good3", "low")),
        Command::RemoveDerived { id: "good3".into() },
    ]);
    let lost = now(&state).expect_err("it is gone");
    assert_eq!(lost.why, LostWhy::QuestionGone);
    // Other groups of the slider: the old one is gone.
    let mut other = bins();
    if let Rule::Bins { bins, .. } = &mut other.rule {
        bins.remove(0);
    }
    let state = given([
        derive(bins()),
        observed(spread("good3", "low")),
        derive(other),
    ]);
    let lost = now(&state).expect_err("there is no such group");
    assert_eq!(
        (lost.why, &*lost.name()),
        (LostWhy::OptionGone, "Good in three: low")
    );
    // It is named where it keeps from publishing.
    let mut state = state;
    run(&mut state, [bundle("p1", "o1")]);
    let found = checks(&state, &Facts::default());
    let check = found
        .iter()
        .find(|it| it.code == CheckCode::ChartDoesNotFit);
    let check = check.expect("it is found");
    assert!(check.blocks);
    assert_eq!(check.params["what"], "Good in three: low");
}

#[test]
fn groups_of_a_slider_leave_its_charts_alone() {
    let chart = ChartSpec::Share {
        rows: "role".into(),
        only: Vec::new(),
        hit: range("good", 51, 100),
        hit_label: "goed (51–100)".to_owned(),
        within: Vec::new(),
    };
    let state = given([observed(chart.clone()), derive(bins())]);
    assert_eq!(now(&state), Ok(chart));
}

#[test]
fn a_sentence_may_be_old_when_answers_changed_after_it() {
    let mut state = given([
        rename("mother", "Moeder"),
        observed(spread("role", "mother father")),
    ]);
    let old = |state: &State| {
        let observation = state.observation(&"o1".into()).expect("there");
        answers_changed(state, observation)
    };
    assert!(!old(&state));
    run(&mut state, [merge("role", "parents", "mother father")]);
    assert!(old(&state));
    let change = Command::ChangeObservation {
        id: "o1".into(),
        text: "Iets anders.".to_owned(),
        strength: 3,
        chart: now(&state).ok(),
        pattern: None,
    };
    run(&mut state, [change]);
    assert!(!old(&state));
}

/// A draft of before charts followed: the chart names the merge.
#[test]
fn a_chart_of_an_older_draft_is_still_shown() {
    let mut state = given([merge("role", "parents", "mother father")]);
    let line = r#"{"type":"observation_added","observation":{"id":"o1","text":"x","strength":3,"chart":{"type":"spread","question":"role","only":["parents","coach"],"within":[]},"pattern":null,"interpretations":[],"x":0,"y":0}}"#;
    let event: Event = serde_json::from_str(line).expect("an old line opens");
    state.apply(state.seq() + 1, &event);
    assert_eq!(now(&state), Ok(spread("role", "parents coach")));
}
