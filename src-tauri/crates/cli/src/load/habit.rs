//! What a made-up person does: types a note or on the poster with pauses, reads, votes, and now and then lays the phone away.

use std::collections::VecDeque;
use std::time::Duration;

use protocol::{Request, StoryQuery};
use stories::PerspectiveId;
use workshop::{FieldName, NoteId, NoteKind};

use super::deeds::{Deed, Whose};
use super::dice::Dice;

/// What the made-up texts are made of.
const WORDS: [&str; 12] = [
    "samen",
    "tijd",
    "ouders",
    "klas",
    "eerder",
    "rust",
    "vertrouwen",
    "ruimte",
    "luisteren",
    "overleg",
    "plan",
    "thuis",
];
/// How many lines of a list of stories fit on a screen.
const LINES: u32 = 20;

/// What someone does next.
pub enum Act {
    /// Begins to type somewhere, or stops.
    Types(Option<String>),
    /// Does something that lasts.
    Does(Deed),
    /// Looks for stories.
    Lists(Request),
    /// Opens one of the stories that were found.
    Opens,
    /// The screen is locked, or the page is loaded again: the connection is gone, and comes back after this.
    Leaves(Duration),
}

/// What a made-up person does, the same for the same dice.
pub struct Habit {
    pub dice: Dice,
    client: usize,
    whose: Whose,
    perspectives: Vec<PerspectiveId>,
    /// The most notes that this person writes; afterwards they are rewritten.
    most: usize,
    notes: Vec<(NoteId, u32)>,
    /// The fields of the poster, the one that is worked on first.
    fields: VecDeque<FieldName>,
    typed: u32,
    plan: VecDeque<(Duration, Act)>,
}

impl Habit {
    /// Of one of many people.
    pub fn new(
        dice: Dice,
        client: usize,
        whose: Whose,
        perspectives: Vec<PerspectiveId>,
        most: usize,
    ) -> Self {
        // All but the name, which is a single short line.
        let long = |name: &FieldName| *name != FieldName::Name;
        let mut fields: VecDeque<_> = FieldName::ALL.into_iter().filter(long).collect();
        fields.rotate_left(client % fields.len());
        Self {
            dice,
            client,
            whose,
            perspectives,
            most: most.max(1),
            notes: Vec::new(),
            fields,
            typed: 0,
            plan: VecDeque::new(),
        }
    }

    /// What comes next, and after how long.
    pub fn next(&mut self) -> (Duration, Act) {
        loop {
            if let Some(next) = self.plan.pop_front() {
                return next;
            }
            let scribe = self.whose.participant.is_none();
            match self.dice.below(20) {
                0..=1 => self.leave(),
                2..=3 => self.read(),
                4..=5 if !scribe => self.vote(),
                6..=16 if scribe => self.field(),
                _ => self.note(),
            }
        }
    }

    /// Stops with what it was at.
    pub fn stop(&mut self) {
        self.plan.clear();
    }

    fn leave(&mut self) {
        let (before, away) = (self.dice.between(200, 1_000), self.dice.between(100, 1_500));
        self.plan.push_back((before, Act::Leaves(away)));
    }

    fn read(&mut self) {
        let query = StoryQuery {
            limit: LINES,
            offset: u32::try_from(self.dice.below(300)).unwrap_or_default(),
            ..StoryQuery::default()
        };
        let before = self.dice.between(300, 1_000);
        self.plan
            .push_back((before, Act::Lists(Request::Stories { query })));
        for _ in 0..=self.dice.below(3) {
            let before = self.dice.between(500, 1_500);
            self.plan.push_back((before, Act::Opens));
        }
    }

    fn vote(&mut self) {
        let mut left = self.perspectives.clone();
        let mut chosen = Vec::new();
        for _ in 0..=self.dice.below(3) {
            let Some(one) = self.dice.pick(&left).cloned() else {
                break;
            };
            left.retain(|it| *it != one);
            chosen.push(one);
        }
        let before = self.dice.between(300, 1_000);
        self.plan.push_back((before, Act::Does(Deed::Vote(chosen))));
    }

    fn note(&mut self) {
        let fresh = self.notes.len() < self.most;
        let (place, (id, mut revision)) = if fresh {
            let place = self.notes.len();
            let id = NoteId(format!("n{}-{place}", self.client));
            self.notes.push((id.clone(), 0));
            (place, (id, 0))
        } else {
            let count = u64::try_from(self.notes.len()).unwrap_or(u64::MAX);
            let place = usize::try_from(self.dice.below(count)).unwrap_or_default();
            let Some(known) = self.notes.get(place).cloned() else {
                return;
            };
            (place, known)
        };
        let kinds = [
            NoteKind::Surprise,
            NoteKind::Opportunity,
            NoteKind::Challenge,
        ];
        let kind = kinds[place % kinds.len()];
        let mut text = id.0.clone();
        let where_at = format!("note/{id}");
        self.types(Some(where_at));
        for _ in 0..3 + self.dice.below(4) {
            revision += 1;
            self.more(&mut text);
            let deed = Deed::Note {
                id: id.clone(),
                kind,
                text: format!("{text} #{revision}"),
                revision,
            };
            let before = self.dice.between(250, 700);
            self.plan.push_back((before, Act::Does(deed)));
        }
        self.types(None);
        if let Some(note) = self.notes.get_mut(place) {
            note.1 = revision;
        }
    }

    fn field(&mut self) {
        self.fields.rotate_left(1);
        let Some(name) = self.fields.front().copied() else {
            return;
        };
        let mut text = format!("v{}", self.client);
        self.types(Some(format!(
            "field/{}/{}",
            self.whose.table.0,
            name.text()
        )));
        for _ in 0..4 + self.dice.below(5) {
            self.typed += 1;
            self.more(&mut text);
            let text = format!("{text} #{}", self.typed);
            let before = self.dice.between(250, 700);
            self.plan
                .push_back((before, Act::Does(Deed::Field { name, text })));
        }
        self.types(None);
    }

    fn types(&mut self, place: Option<String>) {
        let before = self.dice.between(100, 600);
        self.plan.push_back((before, Act::Types(place)));
    }

    fn more(&mut self, text: &mut String) {
        for _ in 0..=self.dice.below(3) {
            text.push(' ');
            text.push_str(self.dice.pick(&WORDS).copied().unwrap_or_default());
        }
    }
}

/// Which wording of a note this is.
pub fn revision(text: &str) -> Option<u32> {
    text.rsplit_once('#')?.1.parse().ok()
}
