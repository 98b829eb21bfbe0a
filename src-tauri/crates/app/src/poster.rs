//! From the state of a table to what its poster says.

mod calendar;
mod day;

use print::{Form, Poster, Quote, Saw, SawKind};
use protocol::{SetView, StoryView};
use stories::{OptionId, PerspectiveId};
use workshop::{FieldName, NoteKind, Origin, Session, Sort, State, TableId};

use crate::Language;
use crate::date::{Day, grouped};

/// Where the names of perspectives and the words of stories come from: the snapshot, or what the session kept of it.
pub(crate) struct Source<'a> {
    pub perspectives: &'a [SetView],
    pub voices: &'a [(OptionId, String)],
    pub story: Option<&'a StoryView>,
}

/// The poster of a table; `None` where there is no such table.
pub(crate) fn filled(
    state: &State,
    id: TableId,
    source: &Source<'_>,
    language: Language,
) -> Option<Poster> {
    let session = state.session()?;
    let table = state.table(id)?;
    let poster = state.poster(id)?;
    let field = |name| {
        state
            .field(id, name)
            .map(|field| field.text.trim().to_owned())
            .unwrap_or_default()
    };
    let title = |perspective: &PerspectiveId| {
        source
            .perspectives
            .iter()
            .find(|set| set.id == *perspective)
            .map(|set| set.name.clone())
    };
    let saw = poster
        .saw
        .iter()
        .filter_map(|note| state.note(note))
        .map(|note| Saw {
            kind: match note.kind {
                NoteKind::Surprise => SawKind::Surprise,
                NoteKind::Opportunity => SawKind::Opportunity,
                NoteKind::Challenge => SawKind::Challenge,
            },
            text: note.text.clone(),
        });
    let name = field(FieldName::Name);
    let first_step = field(FieldName::FirstStep);
    Some(Poster {
        table: table_words(id, &table.name, language),
        people: people(state, id, source, language),
        pitch: field(FieldName::Pitch),
        perspectives: table.chosen.iter().filter_map(title).collect(),
        touched: poster
            .touched
            .as_ref()
            .and_then(|origin| touched(state, origin, source, language)),
        saw: saw.collect(),
        proposal: field(FieldName::Proposal),
        sort: poster.sort.map(|sort| language.say(sort_key(sort), &[])),
        for_whom: field(FieldName::ForWhom),
        start_small: field(FieldName::StartSmall),
        first_step_day: day::named(&first_step, language),
        first_step,
        already: field(FieldName::Already),
        money: field(FieldName::Money),
        room: field(FieldName::Room),
        people_needed: field(FieldName::People),
        knowledge: field(FieldName::Knowledge),
        satisfied: field(FieldName::Satisfied),
        story_in_a_year: field(FieldName::StoryInAYear),
        calendar: calendar::feedback(session, Some(id), &name, language),
        name,
        ..cover(session, Form::Filled, language)
    })
}

/// The poster to fill in by hand.
pub(crate) fn blank(state: Option<&State>, language: Language) -> Poster {
    match state.and_then(State::session) {
        Some(session) => Poster {
            calendar: calendar::feedback(session, None, "", language),
            ..cover(session, Form::Blank, language)
        },
        None => Poster {
            form: Form::Blank,
            language: printed(language),
            ..Poster::default()
        },
    }
}

/// What all posters of a session share.
fn cover(session: &Session, form: Form, language: Language) -> Poster {
    let region = session.region.trim();
    let stories = grouped(session.snapshot.stories, language);
    Poster {
        language: printed(language),
        form,
        region: region_words(session, language),
        date: day_words(session, language),
        made_at: language.say("poster.made_at", &[("region", region)]),
        provenance: language.say(
            "poster.rests_on",
            &[("stories", &stories), ("set", &session.snapshot.set_name)],
        ),
        ..Poster::default()
    }
}

/// As in 'Tafel 3', or with the name of the table.
pub(crate) fn table_words(table: TableId, name: &str, language: Language) -> String {
    let number = table.0.to_string();
    match name {
        "" => language.say("poster.table_number", &[("number", &number)]),
        name => language.say("poster.table_named", &[("number", &number), ("name", name)]),
    }
}

/// As in 'Regio Oost-Groningen'.
pub(crate) fn region_words(session: &Session, language: Language) -> String {
    let region = session.region.trim();
    if region.to_lowercase().starts_with("regio") || region.is_empty() {
        region.to_owned()
    } else {
        language.say("poster.region_of", &[("region", region)])
    }
}

/// As in '22 november 2026'.
pub(crate) fn day_words(session: &Session, language: Language) -> String {
    Day::parse(&session.date)
        .map(|day| day.in_words(language))
        .unwrap_or_default()
}

/// As in '7 deelnemers: 2 ouders, 1 leerling, 3 in de school'.
fn people(state: &State, table: TableId, source: &Source<'_>, language: Language) -> String {
    let seated: Vec<Option<&OptionId>> = state
        .seated(table)
        .map(|person| person.role.as_ref())
        .collect();
    let all = match seated.len() {
        0 => return String::new(),
        1 => language.say("poster.people_one", &[]),
        count => language.say("poster.people_many", &[("count", &count.to_string())]),
    };
    let role = |(id, label): &(OptionId, String)| {
        let count = seated.iter().filter(|role| **role == Some(id)).count();
        let key = format!("poster.voice.{id}");
        let mut words = language.list(&key);
        let (one, many) = (words.next(), words.next());
        let word = if count == 1 { one } else { many.or(one) };
        (count > 0).then(|| {
            format!(
                "{count} {}",
                word.map_or_else(|| label.to_lowercase(), str::to_owned)
            )
        })
    };
    let roles: Vec<String> = source.voices.iter().filter_map(role).collect();
    if roles.is_empty() {
        return all;
    }
    language.say(
        "poster.people_of",
        &[("people", &all), ("roles", &roles.join(", "))],
    )
}

fn touched(
    state: &State,
    origin: &Origin,
    source: &Source<'_>,
    language: Language,
) -> Option<Quote> {
    match origin {
        Origin::Story { story, quote, .. } => {
            let view = source.story.filter(|view| view.id == *story);
            let text = quote
                .as_ref()
                .map(|quote| quote.text.trim().to_owned())
                .or_else(|| view.map(|view| view.title.clone()))?;
            let mut teller = view.map(|view| view.quoted.clone()).unwrap_or_default();
            teller.push(language.say("poster.story_number", &[("number", &story.0.to_string())]));
            Some(Quote {
                text,
                teller: teller.join(" · "),
            })
        }
        Origin::Experience { experience } => {
            // One that its writer keeps private again is quoted no longer.
            let found = state.experience(experience).filter(|it| !it.private)?;
            let text = if found.text.trim().is_empty() {
                &found.wish
            } else {
                &found.text
            };
            Some(Quote {
                text: text.trim().to_owned(),
                teller: language.say("poster.own_experience", &[]),
            })
        }
        Origin::Table
        | Origin::Observation { .. }
        | Origin::Interpretation { .. }
        | Origin::OwnInterpretation { .. } => None,
    }
}

fn sort_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Experiment => "poster.sort.experiment",
        Sort::Measure => "poster.sort.measure",
        Sort::Adaptation => "poster.sort.adaptation",
        Sort::Research => "poster.sort.research",
    }
}

pub(crate) fn printed(language: Language) -> print::Language {
    match language {
        Language::Nl => print::Language::Nl,
        Language::En => print::Language::En,
    }
}
