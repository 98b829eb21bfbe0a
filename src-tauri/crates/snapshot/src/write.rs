//! From values to the bytes of a file. The same values always give the same bytes.

use rusqlite::{Connection, MAIN_DB, Transaction, params};
use stories::{
    Answer, Collection, Group, Kind, Library, OptionId, Perspective, Question, QuestionId, Story,
};

use crate::file::{APPLICATION_ID, PUBLISHED, SCHEMA, SCHEMA_2};
use crate::{Error, Making, canon};

/// The bytes of a published snapshot file that does not tell how it came to be.
///
/// # Errors
/// What does not hold together in the collection, or a failure of SQLite.
pub fn write(collection: &Collection) -> Result<Vec<u8>, Error> {
    write_with(collection, &Making::default())
}

/// The bytes of a published snapshot file, with how it came to be.
///
/// # Errors
/// What does not hold together in the collection, or a failure of SQLite.
pub fn write_with(collection: &Collection, making: &Making) -> Result<Vec<u8>, Error> {
    let hash = canon::hash(collection, making)?;
    making.check(&Library::new(collection.clone())?)?;
    bytes(collection, making, &hash).map_err(|error| Error::Sqlite(error.to_string()))
}

fn bytes(collection: &Collection, making: &Making, hash: &str) -> rusqlite::Result<Vec<u8>> {
    let version = if making.is_empty() { 1 } else { 2 };
    let mut base = Connection::open_in_memory()?;
    base.execute_batch(&format!(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA foreign_keys = ON;
         PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {version};"
    ))?;
    let all = base.transaction()?;
    all.execute_batch(SCHEMA)?;
    if version > 1 {
        all.execute_batch(SCHEMA_2)?;
        making.write(&all)?;
    }
    let about = &collection.about;
    let uses = &about.uses;
    let id = |used: &Option<QuestionId>| used.as_ref().map(|id| id.0.clone());
    all.execute(
        "INSERT INTO about VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            PUBLISHED,
            hash,
            about.name,
            about.theme,
            about.set,
            about.provenance,
            about.made,
            id(&uses.voice),
            id(&uses.education),
            id(&uses.region),
            id(&uses.feeling),
            id(&uses.good),
            id(&uses.role),
        ],
    )?;
    for (nth, question) in (0_u32..).zip(&collection.questions) {
        write_question(&all, nth, question)?;
    }
    for story in &collection.stories {
        write_story(&all, story, &collection.questions)?;
    }
    for (nth, perspective) in (0_u32..).zip(&collection.perspectives) {
        write_perspective(&all, nth, perspective)?;
    }
    all.commit()?;
    Ok(base.serialize(MAIN_DB)?.to_vec())
}

fn write_question(all: &Transaction<'_>, nth: u32, question: &Question) -> rusqlite::Result<()> {
    let purpose = match question.group {
        Group::Interpretive => "interpretive",
        Group::Open => "open",
        Group::Background => "background",
    };
    let (kind, ends) = match &question.kind {
        Kind::Choice { .. } => ("choice", None),
        Kind::Several { .. } => ("several", None),
        Kind::Slider { left, right } => ("slider", Some((left, right))),
        Kind::Text => ("text", None),
    };
    all.prepare_cached("INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![
            nth,
            question.id.0,
            question.text,
            question.short,
            purpose,
            kind,
            ends.map(|ends| ends.0),
            ends.map(|ends| ends.1),
        ])?;
    for (place, choice) in (0_u32..).zip(question.choices()) {
        all.prepare_cached("INSERT INTO choice VALUES (?, ?, ?, ?)")?
            .execute(params![nth, place, choice.id.0, choice.label])?;
    }
    Ok(())
}

fn write_story(
    all: &Transaction<'_>,
    story: &Story,
    questions: &[Question],
) -> rusqlite::Result<()> {
    all.prepare_cached("INSERT INTO story VALUES (?, ?, ?, ?)")?
        .execute(params![story.id.0, story.title, story.text, story.told])?;
    let mut insert = all.prepare_cached("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?)")?;
    for (place, question) in (0_u32..).zip(questions) {
        let code = |option: &OptionId| {
            (0_u32..)
                .zip(question.choices())
                .find(|(_, choice)| choice.id == *option)
                .map(|(nth, _)| nth)
        };
        let number = story.id.0;
        match story.answers.get(&question.id) {
            None => {}
            Some(Answer::Choice(option)) => {
                insert.execute(params![
                    number,
                    place,
                    0,
                    code(option),
                    None::<u8>,
                    None::<&str>
                ])?;
            }
            Some(Answer::Several(options)) => {
                for (nth, option) in (0_u32..).zip(options) {
                    insert.execute(params![
                        number,
                        place,
                        nth,
                        code(option),
                        None::<u8>,
                        None::<&str>
                    ])?;
                }
            }
            Some(Answer::Slider(slider)) => {
                insert.execute(params![number, place, 0, None::<u32>, slider, None::<&str>])?;
            }
            Some(Answer::Text(text)) => {
                insert.execute(params![number, place, 0, None::<u32>, None::<u8>, text])?;
            }
        }
    }
    Ok(())
}

fn write_perspective(
    all: &Transaction<'_>,
    nth: u32,
    perspective: &Perspective,
) -> rusqlite::Result<()> {
    all.prepare_cached("INSERT INTO perspective VALUES (?, ?, ?, ?, ?)")?
        .execute(params![
            nth,
            perspective.id.0,
            perspective.name,
            perspective.short,
            perspective.question
        ])?;
    for (o, observation) in (0_u32..).zip(&perspective.observations) {
        let chart = serde_json::to_string(&observation.chart)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        all.prepare_cached("INSERT INTO observation VALUES (?, ?, ?, ?, ?)")?
            .execute(params![nth, o, observation.id.0, observation.text, chart])?;
        for (i, interpretation) in (0_u32..).zip(&observation.interpretations) {
            all.prepare_cached("INSERT INTO interpretation VALUES (?, ?, ?, ?, ?)")?
                .execute(params![nth, o, i, interpretation.id.0, interpretation.text])?;
        }
    }
    for (s, story) in (0_u32..).zip(&perspective.support) {
        all.prepare_cached("INSERT INTO support VALUES (?, ?, ?)")?
            .execute(params![nth, s, story.0])?;
    }
    Ok(())
}
