//! What intake must do for a preparer: real exports, small ones of every program, and files that are wrong.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod books;
mod cleaning;
mod formats;
mod join;
mod mutations;
mod narrafirma;
mod reading;
mod real;
mod redaction;
mod sensemaker;
mod words;

use intake::{
    Codebook, Coding, Export, How, Layout, LeftOut, Plan, QuestionPlan, Taken, open, propose,
    take_in,
};
use stories::{About, Answer, Collection, Library, Uses};

/// Opens a text as a file.
fn opened(text: &str) -> Export {
    open(text.as_bytes(), "test.csv", &How::default()).unwrap()
}

/// Opens, proposes and takes in; what was taken in always holds together.
fn through(text: &str) -> (Export, Codebook, Taken) {
    let export = opened(text);
    let codebook = propose(&export);
    let taken = take_in(&export, &codebook);
    holds(&taken);
    (export, codebook, taken)
}

/// What was taken in passes the checks of a snapshot.
fn holds(taken: &Taken) {
    let collection = Collection {
        about: About {
            name: "Proef".to_owned(),
            theme: String::new(),
            set: String::new(),
            provenance: String::new(),
            made: "2026-01-31".to_owned(),
            uses: Uses::default(),
        },
        questions: taken.questions.clone(),
        stories: taken.stories.clone(),
        perspectives: Vec::new(),
    };
    Library::new(collection).unwrap();
}

/// The plan of the column with this header, in one word, with what tells it apart.
fn kind(codebook: &Codebook, header: &str) -> String {
    let item = codebook
        .items
        .iter()
        .find(|item| item.columns.iter().any(|key| key.header == header))
        .unwrap_or_else(|| panic!("no item for {header}"));
    plan_name(&item.plan)
}

fn plan_name(plan: &Plan) -> String {
    let layout = |layout: &Layout| match layout {
        Layout::Cell => "cell".to_owned(),
        Layout::Delimited { separator, .. } => format!("delimited {separator:?}"),
        Layout::Columns { .. } => "columns".to_owned(),
        Layout::Repeated => "repeated".to_owned(),
        Layout::Zone => "zone".to_owned(),
    };
    match plan {
        Plan::Question { question } => match &question.coding {
            Coding::Choice { layout: at, .. } => format!("choice {}", layout(at)),
            Coding::Several { layout: at, .. } => format!("several {}", layout(at)),
            Coding::Slider { from, to, .. } => format!("slider {from} {to}"),
            Coding::Text => "text".to_owned(),
        },
        Plan::Story => "story".to_owned(),
        Plan::Title => "title".to_owned(),
        Plan::Told { order } => format!("told {order:?}"),
        Plan::Participant => "participant".to_owned(),
        Plan::LeftOut { reason } => format!("out {reason:?}"),
    }
}

/// The question of the column with this header.
fn question<'a>(codebook: &'a Codebook, header: &str) -> &'a QuestionPlan {
    codebook
        .items
        .iter()
        .filter(|item| item.columns.iter().any(|key| key.header == header))
        .find_map(|item| match &item.plan {
            Plan::Question { question } => Some(question),
            _ => None,
        })
        .unwrap_or_else(|| panic!("no question for {header}"))
}

/// The words of the choices of a question, in order.
fn labels(question: &QuestionPlan) -> Vec<&str> {
    match &question.coding {
        Coding::Choice { choices, .. } | Coding::Several { choices, .. } => {
            choices.iter().map(|choice| choice.label.as_str()).collect()
        }
        Coding::Slider { .. } | Coding::Text => Vec::new(),
    }
}

/// The answer of a story (counted from 0) to the question of a column, with the words of its choices.
fn answer(codebook: &Codebook, taken: &Taken, story: usize, header: &str) -> String {
    let id = &question(codebook, header).id;
    let asked = taken.questions.iter().find(|one| one.id == *id).unwrap();
    let label = |option: &stories::OptionId| {
        let choice = asked.choices().iter().find(|choice| choice.id == *option);
        choice.unwrap().label.clone()
    };
    match taken.stories[story].answers.get(id) {
        None => String::new(),
        Some(Answer::Choice(option)) => label(option),
        Some(Answer::Several(options)) => options.iter().map(label).collect::<Vec<_>>().join(" + "),
        Some(Answer::Slider(place)) => place.to_string(),
        Some(Answer::Text(text)) => text.clone(),
    }
}

/// Whether a column is left out for this reason.
fn is_out(codebook: &Codebook, header: &str, reason: LeftOut) -> bool {
    kind(codebook, header) == format!("out {reason:?}")
}
