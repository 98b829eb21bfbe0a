//! The boxes of the poster, filled from the model.

use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::poster::cell::{Body, Cell, Entry, Title};
use crate::layout::setter::Setter;
use crate::page::WarningCode;
use crate::poster::{Form, Poster, SawKind};
use crate::text::shape::{Inline, Prepared};
use crate::text::typography::polish;
use crate::words::Words;

/// A table chooses three perspectives; a few more still fit.
const MOST_PERSPECTIVES: usize = 4;

/// One note of each kind is usual; a few more still fit.
const MOST_NOTES: usize = 4;

/// The boxes of the poster, by where they stand.
pub(crate) struct Content {
    /// The left column: what the table saw.
    pub(crate) left: Vec<Cell>,
    /// At the top of the right column: what it wants.
    pub(crate) proposal: Cell,
    /// For whom, and where it starts.
    pub(crate) aims: [Cell; 2],
    /// The first step.
    pub(crate) first_step: Cell,
    /// What can be done already, and when the table is satisfied.
    pub(crate) means: [Cell; 2],
    /// What is needed.
    pub(crate) needs: Cell,
    /// The story that the table hopes to hear, below both columns.
    pub(crate) end: Cell,
    cut: Vec<(Field, usize)>,
}

struct Filler<'a> {
    setter: &'a Setter<'a>,
    blank: bool,
}

impl Filler<'_> {
    fn label(&self, text: &str) -> Prepared {
        self.setter.prepare(text, Voice::Bold, Colour::QUIET)
    }

    fn entry(&self, field: Field, text: &str, hint: &str) -> Entry {
        self.voiced(field, text, hint, Voice::Regular)
    }

    fn voiced(&self, field: Field, text: &str, hint: &str, voice: Voice) -> Entry {
        let text = if self.blank {
            String::new()
        } else {
            polish(text)
        };
        let text = self.setter.prepare(&text, voice, Colour::INK);
        self.hinted(field, text, hint)
    }

    /// A text in a list; where it is empty, its label and hint stand in one line.
    fn listed(
        &self,
        field: Field,
        text: &str,
        label: &str,
        hint: &str,
        ink: Colour,
    ) -> (Prepared, Entry) {
        let inline = |text: &str, voice, colour| Inline {
            text: text.to_owned(),
            voice,
            colour,
        };
        let prompt = [
            inline(label, Voice::Bold, Colour::INK),
            inline(&format!("  {hint}"), Voice::Italic, ink),
        ];
        let mut entry = self.entry(field, text, "");
        entry.hint = self.setter.shaper.prepare(&prompt);
        (self.setter.prepare(label, Voice::Bold, Colour::INK), entry)
    }

    fn hinted(&self, field: Field, text: Prepared, hint: &str) -> Entry {
        Entry {
            field,
            text,
            hint: self.setter.prepare(hint, Voice::Italic, Colour::QUIET),
        }
    }

    fn heading(&self, text: &str, marker: Colour) -> Title {
        Title::Heading {
            text: self.setter.prepare(text, Voice::Display, Colour::INK),
            marker,
            tag: None,
        }
    }

    fn field(&self, label: &str, entry: Entry) -> Cell {
        boxed(Title::Label(self.label(label)), Body::Text(entry, 30.0, 2))
    }

    fn first_step(&self, poster: &Poster, hint: &str) -> Entry {
        let step = polish(&poster.first_step);
        let day = poster
            .first_step_day
            .as_deref()
            .map(polish)
            .unwrap_or_default();
        let inline = |text: &str, voice: Voice| Inline {
            text: text.to_owned(),
            voice,
            colour: Colour::INK,
        };
        let inlines = if self.blank {
            Vec::new()
        } else if day.is_empty() {
            vec![inline(&step, Voice::Regular)]
        } else if let Some(at) = step.find(&day) {
            let (before, rest) = step.split_at(at);
            let (named, after) = rest.split_at(day.len());
            vec![
                inline(before, Voice::Regular),
                inline(named, Voice::Bold),
                inline(after, Voice::Regular),
            ]
        } else {
            vec![
                inline(&format!("{day}:"), Voice::Bold),
                inline(&format!(" {step}"), Voice::Regular),
            ]
        };
        self.hinted(Field::FirstStep, self.setter.shaper.prepare(&inlines), hint)
    }
}

fn boxed(title: Title, body: Body) -> Cell {
    Cell {
        title,
        body,
        fill: Colour::WHITE,
        edge: Some(Colour::EDGE),
    }
}

/// A quotation in quotation marks, once.
fn quoted(text: &str) -> String {
    let text = polish(text);
    if text.is_empty() || text.starts_with(['“', '„', '«', '‘']) {
        text
    } else {
        format!("“{text}”")
    }
}

impl Content {
    pub(crate) fn new(poster: &Poster, words: &Words, setter: &Setter<'_>) -> Self {
        let filler = Filler {
            setter,
            blank: poster.form == Form::Blank,
        };
        let mut cut = Vec::new();
        let left = vec![
            boxed(
                filler.heading(&words.perspectives, Colour::GATHER),
                perspectives(&filler, poster, &mut cut),
            ),
            boxed(
                filler.heading(&words.touched, Colour::BROWSE),
                touched(&filler, poster, words),
            ),
            boxed(
                filler.heading(&words.saw, Colour::CONVERGE),
                saw(&filler, poster, words, &mut cut),
            ),
        ];
        let sort = poster
            .sort
            .as_deref()
            .map(|sort| polish(sort).replace('\n', " "))
            .filter(|sort| !sort.is_empty() && !filler.blank);
        let tag = sort.map(|sort| {
            filler.hinted(
                Field::Sort,
                setter.prepare(&sort, Voice::Bold, Colour::INK),
                "",
            )
        });
        let empty = filler.blank || poster.proposal.trim().is_empty();
        let proposal = Cell {
            title: Title::Heading {
                text: setter.prepare(&words.proposal, Voice::Display, Colour::INK),
                marker: Colour::CHANGE,
                tag,
            },
            body: Body::Text(
                filler.entry(Field::Proposal, &poster.proposal, &words.proposal_hint),
                37.0,
                3,
            ),
            fill: if empty {
                Colour::WHITE
            } else {
                Colour::CHANGE_TINT
            },
            edge: Some(if empty {
                Colour::CHANGE
            } else {
                Colour::CHANGE_TINT
            }),
        };
        let first_step = boxed(
            filler.heading(&words.first_step, Colour::CHANGE),
            Body::Text(filler.first_step(poster, &words.first_step_hint), 36.0, 2),
        );
        let need = |field, text: &str, label: &str, hint: &str| {
            filler.listed(field, text, label, hint, Colour::QUIET)
        };
        let needs = boxed(
            Title::Label(filler.label(&words.needs)),
            Body::Rows(vec![
                need(Field::Money, &poster.money, &words.money, &words.money_hint),
                need(Field::Room, &poster.room, &words.room, &words.room_hint),
                need(
                    Field::PeopleNeeded,
                    &poster.people_needed,
                    &words.people_needed,
                    &words.people_needed_hint,
                ),
                need(
                    Field::Knowledge,
                    &poster.knowledge,
                    &words.knowledge,
                    &words.knowledge_hint,
                ),
            ]),
        );
        let story = filler.entry(
            Field::StoryInAYear,
            &poster.story_in_a_year,
            &words.story_in_a_year_hint,
        );
        let end = boxed(
            Title::Label(filler.label(&words.story_in_a_year)),
            Body::Text(story, 38.0, 1),
        );
        Self {
            left,
            proposal,
            aims: [
                filler.field(
                    &words.for_whom,
                    filler.entry(Field::ForWhom, &poster.for_whom, &words.for_whom_hint),
                ),
                filler.field(
                    &words.start_small,
                    filler.entry(
                        Field::StartSmall,
                        &poster.start_small,
                        &words.start_small_hint,
                    ),
                ),
            ],
            first_step,
            means: [
                filler.field(
                    &words.already,
                    filler.entry(Field::Already, &poster.already, &words.already_hint),
                ),
                filler.field(
                    &words.satisfied,
                    filler.entry(Field::Satisfied, &poster.satisfied, &words.satisfied_hint),
                ),
            ],
            needs,
            end,
            cut,
        }
    }

    /// Says what was left out before anything was laid out.
    pub(crate) fn warn(&self, canvas: &mut Canvas) {
        for &(field, characters) in &self.cut {
            canvas.warn(WarningCode::TextCut, field, characters);
        }
    }
}

fn perspectives(filler: &Filler<'_>, poster: &Poster, cut: &mut Vec<(Field, usize)>) -> Body {
    let given: Vec<&String> = poster
        .perspectives
        .iter()
        .filter(|text| !text.trim().is_empty())
        .collect();
    cut.extend(
        given
            .iter()
            .skip(MOST_PERSPECTIVES)
            .map(|text| (Field::Perspectives, text.chars().count())),
    );
    let count = given.len().clamp(3, MOST_PERSPECTIVES);
    let rows = (0..count).map(|index| {
        let number =
            filler
                .setter
                .prepare(&(index + 1).to_string(), Voice::Display, Colour::GATHER_INK);
        (
            number,
            filler.entry(
                Field::Perspectives,
                given.get(index).map_or("", |text| text.as_str()),
                "",
            ),
        )
    });
    Body::Numbered(rows.collect())
}

fn touched(filler: &Filler<'_>, poster: &Poster, words: &Words) -> Body {
    let quote = poster.touched.clone().unwrap_or_default();
    let teller = if filler.blank {
        String::new()
    } else {
        polish(&quote.teller)
    };
    Body::Quote(
        filler.voiced(
            Field::Touched,
            &quoted(&quote.text),
            &words.touched_hint,
            Voice::Italic,
        ),
        filler
            .setter
            .prepare(&teller, Voice::Regular, Colour::QUIET),
    )
}

fn saw(filler: &Filler<'_>, poster: &Poster, words: &Words, cut: &mut Vec<(Field, usize)>) -> Body {
    let mut notes: Vec<(SawKind, &str)> = Vec::new();
    for kind in SawKind::ALL {
        let of_kind = poster
            .saw
            .iter()
            .filter(|note| note.kind == kind && !note.text.trim().is_empty());
        let before = notes.len();
        notes.extend(
            of_kind
                .map(|note| (kind, note.text.as_str()))
                .filter(|_| !filler.blank),
        );
        if notes.len() == before {
            notes.push((kind, ""));
        }
    }
    cut.extend(
        notes
            .iter()
            .skip(MOST_NOTES)
            .map(|(_, text)| (Field::Saw, text.chars().count())),
    );
    notes.truncate(MOST_NOTES);
    let notes = notes.into_iter().map(|(kind, text)| {
        let (colour, word, hint) = match kind {
            SawKind::Surprise => (Colour::SURPRISE, &words.surprise, &words.surprise_hint),
            SawKind::Opportunity => (
                Colour::OPPORTUNITY,
                &words.opportunity,
                &words.opportunity_hint,
            ),
            SawKind::Challenge => (Colour::CHALLENGE, &words.challenge, &words.challenge_hint),
        };
        let (kind, entry) = filler.listed(Field::Saw, text, word, hint, Colour::INK);
        (colour, kind, entry)
    });
    Body::Notes(notes.collect())
}
