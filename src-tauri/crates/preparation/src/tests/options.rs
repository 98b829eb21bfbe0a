use super::*;

/// A recode of the role: merges as `new=old+old`, then labels, hidden, order.
fn recode(merges: &str, labels: &str, hidden: &str, order: &str) -> Recode {
    let merges = merges.split_whitespace().map(|it| {
        let (id, options) = it.split_once('=').expect("a merge");
        Merge {
            id: id.into(),
            label: id.to_uppercase(),
            options: options.split('+').map(OptionId::from).collect(),
        }
    });
    let labels = labels.split_whitespace().map(|it| {
        let (id, label) = it.split_once('=').expect("a label");
        (OptionId::from(id), label.to_owned())
    });
    Recode {
        question: "role".into(),
        merges: merges.collect(),
        labels: labels.collect(),
        hidden: ids(hidden),
        order: ids(order),
    }
}

fn recoded(merges: &str, labels: &str, hidden: &str, order: &str) -> Result<Event, Refusal> {
    Ok(Event::Recoded {
        recode: recode(merges, labels, hidden, order),
    })
}

fn rename(option: &str, label: Option<&str>) -> Command {
    Command::RenameOption {
        question: "role".into(),
        option: option.into(),
        label: label.map(str::to_owned),
    }
}

fn order(all: &str) -> Command {
    Command::OrderOptions {
        question: "role".into(),
        order: ids(all),
    }
}

fn split(id: &str) -> Command {
    Command::SplitOption {
        question: "role".into(),
        id: id.into(),
    }
}

#[test]
fn options_are_merged_and_split() {
    let parents = || merge("role", "parents", "father mother");
    let merged = "parents=mother+father";
    check(vec![
        // In the order of the questionnaire, whatever order they were named in.
        (vec![], parents(), recoded(merged, "", "", "")),
        (
            vec![parents()],
            merge("role", "home", "parents pupil"),
            recoded("home=mother+father+pupil", "", "", ""),
        ),
        (
            vec![parents()],
            merge("role", "parents", "parents coach"),
            recoded("parents=mother+father+coach", "", "", ""),
        ),
        (
            // An option that goes elsewhere leaves its merge, and one option is no merge.
            vec![parents()],
            merge("role", "x", "mother teacher"),
            recoded("x=mother+teacher", "", "", ""),
        ),
        (
            vec![merge("role", "three", "mother father coach")],
            merge("role", "x", "coach teacher"),
            recoded("three=mother+father x=teacher+coach", "", "", ""),
        ),
        (
            // What pointed at a merged option says nothing any more.
            vec![
                rename("mother", Some("Mum")),
                rename("pupil", Some("Child")),
                hide("role", "father", true),
                order("father pupil"),
            ],
            parents(),
            recoded(merged, "pupil=Child", "", "pupil"),
        ),
        (vec![parents()], split("parents"), recoded("", "", "", "")),
        (
            vec![
                parents(),
                hide("role", "parents", true),
                order("pupil parents"),
            ],
            split("parents"),
            recoded("", "", "", "pupil"),
        ),
        (
            vec![],
            merge("role", "x", "mother"),
            Err(Refusal::TooFewOptions),
        ),
        (
            vec![],
            merge("role", "pupil", "mother father"),
            Err(Refusal::BadId),
        ),
        (
            vec![parents()],
            merge("role", "parents", "teacher coach"),
            Err(Refusal::BadId),
        ),
        (
            vec![parents()],
            merge("role", "x", "parents mother"),
            Err(Refusal::Twice),
        ),
        (
            vec![],
            merge("role", "x", "mother aunt"),
            Err(gone("option")),
        ),
        (vec![], merge("good", "x", "a b"), Err(other_kind("good"))),
        (vec![], merge("none", "x", "a b"), Err(gone("question"))),
        (vec![], split("parents"), Err(gone("option"))),
    ]);
    check_nothing(vec![(vec![parents()], parents())]);
}

#[test]
fn options_are_renamed_hidden_and_ordered() {
    let parents = || merge("role", "parents", "mother father");
    check(vec![
        (
            vec![],
            rename("coach", Some(" Intern\nbegeleider ")),
            Ok(Event::Recoded {
                recode: Recode {
                    labels: vec![("coach".into(), "Intern begeleider".to_owned())],
                    ..recode("", "", "", "")
                },
            }),
        ),
        (
            vec![rename("coach", Some("IB"))],
            rename("coach", None),
            recoded("", "", "", ""),
        ),
        (
            // The words that it had anyway are no other words.
            vec![rename("coach", Some("IB"))],
            rename("coach", Some("COACH")),
            recoded("", "", "", ""),
        ),
        (
            vec![parents()],
            rename("parents", None),
            Err(Refusal::Empty),
        ),
        (
            vec![parents()],
            rename("mother", Some("Mum")),
            Err(gone("option")),
        ),
        (vec![], rename("coach", Some("")), Err(Refusal::Empty)),
        (
            vec![],
            hide("role", "pupil coach", true),
            recoded("", "", "coach pupil", ""),
        ),
        (
            vec![hide("role", "pupil coach", true)],
            hide("role", "coach mother", false),
            recoded("", "", "pupil", ""),
        ),
        (
            vec![parents()],
            hide("role", "parents", true),
            recoded("parents=mother+father", "", "parents", ""),
        ),
        (
            vec![hide("role", "mother father teacher", true)],
            hide("role", "coach pupil", true),
            Err(Refusal::AllHidden),
        ),
        (
            vec![parents()],
            hide("role", "mother", true),
            Err(gone("option")),
        ),
        (
            vec![],
            order("pupil coach"),
            recoded("", "", "", "pupil coach"),
        ),
        (vec![], order("pupil pupil"), Err(Refusal::Twice)),
        (vec![], order("aunt"), Err(gone("option"))),
    ]);
    check_nothing(vec![
        (vec![], hide("role", "coach", false)),
        (vec![], rename("coach", None)),
        (vec![order("pupil")], order("pupil")),
    ]);
}

#[test]
fn what_is_recoded_no_more_leaves_nothing() {
    let state = given([hide("role", "coach", true), hide("role", "coach", false)]);
    assert_eq!(state.recode(&"role".into()), None);
}

#[test]
fn options_stand_in_the_order_that_was_set() {
    let state = given([
        merge("role", "parents", "mother father"),
        order("pupil parents"),
        rename("coach", Some("IB")),
    ]);
    let options = state
        .recode(&"role".into())
        .expect("recoded")
        .options(state.question(&"role".into()).expect("there").choices());
    let shown: Vec<(&str, &str)> = options
        .iter()
        .map(|it| (it.id.0.as_str(), it.label.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            ("pupil", "PUPIL"),
            ("parents", "PARENTS"),
            ("teacher", "TEACHER"),
            ("coach", "IB")
        ]
    );
}
