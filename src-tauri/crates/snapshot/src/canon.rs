//! The content hash: SHA-256 over one canonical serialisation of the values, so that it does not depend on how they are stored.
//!
//! Every text goes in with its length before it, every list with its number of items, every variant with a number of its own. First
//! goes the version of the format, which is the lowest that can say it all: so a snapshot that does not tell how it came to be keeps the
//! hash that it has had since version 1.

use sha2::{Digest, Sha256};
use stories::{Answer, Collection, Group, Kind, Perspective, Question, Story};

use crate::file::PUBLISHED;
use crate::{Error, Making};

/// The content hash of a published collection, in hexadecimal.
pub(crate) fn hash(collection: &Collection, making: &Making) -> Result<String, Error> {
    let mut canon = Canon(Sha256::new());
    canon.number(if making.is_empty() { 1 } else { 2 });
    canon.text(PUBLISHED);
    let about = &collection.about;
    for text in [
        &about.name,
        &about.theme,
        &about.set,
        &about.provenance,
        &about.made,
    ] {
        canon.text(text);
    }
    let uses = &about.uses;
    for used in [
        &uses.voice,
        &uses.education,
        &uses.region,
        &uses.feeling,
        &uses.good,
        &uses.role,
    ] {
        canon.length(usize::from(used.is_some()));
        canon.text(used.as_ref().map_or("", |id| &id.0));
    }
    canon.length(collection.questions.len());
    for question in &collection.questions {
        canon.question(question);
    }
    canon.length(collection.stories.len());
    for story in &collection.stories {
        canon.story(story);
    }
    canon.length(collection.perspectives.len());
    for perspective in &collection.perspectives {
        canon.perspective(perspective)?;
    }
    if !making.is_empty() {
        canon.making(making)?;
    }
    Ok(canon
        .0
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

struct Canon(Sha256);

impl Canon {
    fn number(&mut self, number: u64) {
        self.0.update(number.to_le_bytes());
    }

    fn length(&mut self, length: usize) {
        self.number(length as u64);
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.update(text);
    }

    fn question(&mut self, question: &Question) {
        self.text(&question.id.0);
        self.text(&question.text);
        self.text(&question.short);
        self.number(match question.group {
            Group::Interpretive => 1,
            Group::Open => 2,
            Group::Background => 3,
        });
        match &question.kind {
            Kind::Choice { .. } => self.number(1),
            Kind::Several { .. } => self.number(2),
            Kind::Slider { left, right } => {
                self.number(3);
                self.text(left);
                self.text(right);
            }
            Kind::Text => self.number(4),
        }
        self.length(question.choices().len());
        for choice in question.choices() {
            self.text(&choice.id.0);
            self.text(&choice.label);
        }
    }

    fn story(&mut self, story: &Story) {
        self.number(u64::from(story.id.0));
        self.text(&story.title);
        self.text(&story.text);
        self.text(&story.told);
        self.length(story.answers.len());
        for (question, answer) in &story.answers {
            self.text(&question.0);
            match answer {
                Answer::Choice(option) => {
                    self.number(1);
                    self.text(&option.0);
                }
                Answer::Several(options) => {
                    self.number(2);
                    self.length(options.len());
                    for option in options {
                        self.text(&option.0);
                    }
                }
                Answer::Slider(place) => {
                    self.number(3);
                    self.number(u64::from(*place));
                }
                Answer::Text(text) => {
                    self.number(4);
                    self.text(text);
                }
            }
        }
    }

    fn perspective(&mut self, perspective: &Perspective) -> Result<(), Error> {
        for text in [
            &perspective.id.0,
            &perspective.name,
            &perspective.short,
            &perspective.question,
        ] {
            self.text(text);
        }
        self.length(perspective.observations.len());
        for observation in &perspective.observations {
            self.text(&observation.id.0);
            self.text(&observation.text);
            self.json(&observation.chart)?;
            self.length(observation.interpretations.len());
            for interpretation in &observation.interpretations {
                self.text(&interpretation.id.0);
                self.text(&interpretation.text);
            }
        }
        self.length(perspective.support.len());
        for story in &perspective.support {
            self.number(u64::from(story.0));
        }
        Ok(())
    }

    fn making(&mut self, making: &Making) -> Result<(), Error> {
        self.length(making.log.len());
        for line in &making.log {
            self.text(&line.key);
            self.length(line.places.len());
            for (name, value) in &line.places {
                self.text(name);
                self.text(value);
            }
            self.number(u64::from(line.count));
        }
        self.length(making.origins.len());
        for origin in &making.origins {
            self.json(origin)?;
        }
        self.length(making.selections.len());
        for selection in &making.selections {
            self.text(&selection.name);
            self.json(&selection.filter)?;
        }
        self.length(making.strengths.len());
        for (observation, strength) in &making.strengths {
            self.text(&observation.0);
            self.number(u64::from(*strength));
        }
        Ok(())
    }

    /// A value whose JSON is the same for the same value: lists and structures, no maps without order.
    fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Error> {
        let text =
            serde_json::to_string(value).map_err(|error| Error::Sqlite(error.to_string()))?;
        self.text(&text);
        Ok(())
    }
}
