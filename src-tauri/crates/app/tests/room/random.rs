//! Random commands of people at tables, always the same for the same seed.

use stories::StoryId;
use workshop::{
    Command, FieldName, IdeaId, NoteId, NoteKind, Origin, ParticipantId, SeatId, Show, Step,
    TableId,
};

pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    /// Once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    fn on(&mut self) -> bool {
        self.once_in(2)
    }
}

/// What a stream of commands is about.
#[derive(Clone)]
pub struct Subjects {
    pub tables: Vec<TableId>,
    pub people: Vec<ParticipantId>,
    pub seats: Vec<SeatId>,
    pub perspectives: Vec<stories::PerspectiveId>,
    /// Things of this stream have ids that begin with this.
    pub stem: String,
    /// How many things of each sort there are at most.
    pub things: usize,
}

impl Subjects {
    fn id<T: for<'a> From<&'a str>>(&self, random: &mut Random, letter: &str) -> T {
        let number = random.below(self.things);
        T::from(&format!("{letter}{}-{number}", self.stem))
    }

    /// Something that a person does, or does to a thing of somebody else; for the table and the person given.
    pub fn personal(&self, random: &mut Random, table: TableId, me: &ParticipantId) -> Command {
        use Command as C;
        let by = Some(me.clone());
        let text = format!("t{}", random.below(50));
        let was = random.once_in(3).then(|| format!("t{}", random.below(50)));
        let (note, idea): (NoteId, IdeaId) = (self.id(random, "n"), self.id(random, "i"));
        match random.below(18) {
            0..=2 => C::AddNote {
                id: note,
                table,
                kind: NoteKind::Surprise,
                text,
                origin: if random.once_in(4) {
                    Origin::Experience {
                        experience: self.id(random, "e"),
                    }
                } else {
                    Origin::Table
                },
                by,
            },
            3 => C::ChangeNote {
                id: note,
                kind: NoteKind::Challenge,
                text,
                was,
            },
            4 => C::RemoveNote { id: note },
            5 | 6 => C::Vote {
                participant: me.clone(),
                perspectives: (0..random.below(3))
                    .map(|nth| self.perspectives[nth].clone())
                    .collect(),
            },
            7 | 8 => C::SetDots {
                participant: me.clone(),
                idea,
                dots: u8::try_from(random.below(3)).unwrap(),
            },
            9 | 10 => C::AddIdea {
                id: idea,
                table,
                text,
                theme: None,
                clusters: Vec::new(),
                notes: Vec::new(),
                by,
            },
            11 | 12 => C::WriteExperience {
                id: self.id(random, "e"),
                table,
                by,
                text,
                wish: String::new(),
                private: random.on(),
            },
            13 => C::ShowExperience {
                id: self.id(random, "e"),
                shown: random.on(),
            },
            14 => C::KeepStory {
                table,
                story: StoryId(1),
                by,
                on: random.on(),
            },
            15 => C::PointAt {
                table,
                story: StoryId(2),
                by,
            },
            16 => C::PutAway {
                table,
                message: self.id(random, "m"),
            },
            _ => C::AskHelp { table, about: text },
        }
    }

    /// Something that a table does together.
    pub fn shared(&self, random: &mut Random, table: TableId) -> Command {
        use Command as C;
        let text = format!("t{}", random.below(50));
        let note: NoteId = self.id(random, "n");
        match random.below(18) {
            0 => C::AddCluster {
                id: self.id(random, "c"),
                table,
                name: String::new(),
                notes: vec![note],
            },
            1 => C::MoveNote {
                note,
                cluster: Some(self.id(random, "c")),
                before: None,
            },
            2 => C::RemoveCluster {
                id: self.id(random, "c"),
            },
            3..=5 => C::SetField {
                table,
                field: FieldName::Name,
                text,
                base: random.on().then(|| u32::try_from(random.below(4)).unwrap()),
            },
            6 | 7 => C::ShowVotes {
                table,
                shown: random.on(),
            },
            8 | 9 => C::CloseDots {
                table,
                closed: random.on(),
            },
            10 => C::SetTouched {
                table,
                touched: Some(Origin::Experience {
                    experience: self.id(random, "e"),
                }),
            },
            11 | 12 => C::Undo { table },
            13 => C::Redo { table },
            14 => C::RemoveIdea {
                id: self.id(random, "i"),
            },
            15 => C::SetPaper {
                table,
                paper: random.on(),
            },
            16 => C::SetReady {
                table,
                ready: random.on(),
            },
            _ => self.personal(random, table, &self.people[0].clone()),
        }
    }

    /// Something that only the facilitator does.
    pub fn leading(&self, random: &mut Random) -> Command {
        use Command as C;
        let (table, person) = (random.of(&self.tables), random.of(&self.people));
        match random.below(14) {
            0..=3 => C::MoveParticipant { id: person, table },
            4 => C::RemoveParticipant { id: person },
            5 => C::AddParticipant {
                id: person,
                table,
                name: "terug".into(),
                role: None,
            },
            6 => C::RemoveSeat {
                id: random.of(&self.seats),
            },
            7 | 8 => C::MoveSeat {
                id: random.of(&self.seats),
                table,
            },
            9 => C::SendMessage {
                id: self.id(random, "m"),
                tables: vec![table],
                text: "Nog vijf minuten".into(),
            },
            10 => C::MoveTables {
                tables: vec![table],
                step: random.of(&[Step::Own, Step::Gather, Step::Browse]),
            },
            11 => C::SetScreen {
                show: random.of(&[Show::Welcome, Show::Step, Show::Poster { table }]),
            },
            12 => C::RenewCode { table },
            _ => C::ChangeParticipant {
                id: person,
                name: format!("naam {}", random.below(9)),
                role: None,
            },
        }
    }
}
