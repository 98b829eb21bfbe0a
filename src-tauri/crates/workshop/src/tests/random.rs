//! Random commands, nonsense among them, always the same for the same seed.

use super::*;

pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    fn id<T: for<'a> From<&'a str>>(&mut self, letter: &str, most: usize) -> T {
        T::from(&format!("{letter}{}", self.below(most)))
    }

    fn some<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Option<T> {
        (self.below(3) > 0).then(|| make(self))
    }

    fn few<T>(&mut self, most: usize, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn table(&mut self) -> TableId {
        if self.below(20) == 0 {
            TableId(9)
        } else {
            self.of(&[T1, T2])
        }
    }

    fn on(&mut self) -> bool {
        self.below(2) == 0
    }

    fn who(&mut self) -> ParticipantId {
        self.of(&ids("ann bob cas x"))
    }

    fn text(&mut self) -> String {
        self.of(&["a", "b", "c d", "é\n\u{202E}x", "", "=1+1"])
            .to_owned()
    }

    /// The text that a writer says to have started from; mostly not said.
    fn was(&mut self) -> Option<String> {
        (self.below(3) == 0).then(|| self.text())
    }

    fn note(&mut self) -> NoteId {
        self.id("n", 14)
    }

    fn cluster(&mut self) -> ClusterId {
        self.id("c", 8)
    }

    fn idea(&mut self) -> IdeaId {
        self.id("i", 6)
    }

    fn perspectives(&mut self) -> Vec<PerspectiveId> {
        self.few(4, |it| it.id("p", 6))
    }

    fn kind(&mut self) -> NoteKind {
        self.of(&[
            NoteKind::Surprise,
            NoteKind::Opportunity,
            NoteKind::Challenge,
        ])
    }

    fn origin(&mut self) -> Origin {
        match self.below(5) {
            0 => Origin::Experience {
                experience: self.id("e", 3),
            },
            1 => Origin::OwnInterpretation {
                interpretation: self.id("o", 4),
            },
            2 => story(7),
            3 => Origin::Observation {
                observation: "p1.o1".into(),
                row: None,
            },
            _ => Origin::Table,
        }
    }

    /// A command that can be undone, or undoes.
    pub(super) fn making(&mut self) -> Command {
        use Command as C;
        let (table, text) = (self.table(), self.text());
        match self.below(26) {
            0 => C::AddInterpretation {
                id: self.id("o", 4),
                table,
                observation: "p1.o1".into(),
                text,
                by: self.some(Self::who),
            },
            1 => C::ChangeInterpretation {
                id: self.id("o", 4),
                text,
                was: self.was(),
            },
            2 => C::RemoveInterpretation {
                id: self.id("o", 4),
            },
            3 => C::Choose {
                table,
                perspectives: self.perspectives(),
            },
            4 => C::FixChoice { table },
            5 => C::ReopenChoice { table },
            6..=8 => C::AddNote {
                id: self.note(),
                table,
                kind: self.kind(),
                text,
                origin: self.origin(),
                by: self.some(Self::who),
            },
            9 => C::ChangeNote {
                id: self.note(),
                kind: self.kind(),
                text,
                was: self.was(),
            },
            10 => C::RemoveNote { id: self.note() },
            11 => C::AddCluster {
                id: self.cluster(),
                table,
                name: String::new(),
                notes: self.few(3, Self::note),
            },
            12 => C::NameCluster {
                id: self.cluster(),
                name: text,
                was: self.was(),
            },
            13 | 14 => C::MoveNote {
                note: self.note(),
                cluster: self.some(Self::cluster),
                before: self.some(Self::note),
            },
            15 => C::MergeClusters {
                from: self.cluster(),
                into: self.cluster(),
            },
            16 => C::SplitCluster {
                cluster: self.cluster(),
                id: self.cluster(),
                notes: self.few(2, Self::note),
            },
            17 => C::RemoveCluster { id: self.cluster() },
            18 => C::MergeNotes {
                note: self.note(),
                into: self.note(),
            },
            19 => {
                let (clusters, notes) = (self.few(2, Self::cluster), self.few(2, Self::note));
                C::AddIdea {
                    id: self.idea(),
                    table,
                    text,
                    theme: None,
                    clusters,
                    notes,
                    by: None,
                }
            }
            20 => C::ChangeIdea {
                id: self.idea(),
                text,
                was: self.was(),
                theme: None,
                clusters: self.few(2, Self::cluster),
            },
            21 => C::RemoveIdea { id: self.idea() },
            22 => C::ChooseIdeas {
                table,
                ideas: self.few(2, Self::idea),
            },
            23 => {
                let (field, base) = (
                    self.of(&FieldName::ALL[..3]),
                    self.some(|it| u32::try_from(it.below(3)).expect("small")),
                );
                C::SetField {
                    table,
                    field,
                    text,
                    base,
                }
            }
            24 => C::SetTouched {
                table,
                touched: self.some(Self::origin),
            },
            _ => C::SetSaw {
                table,
                notes: self.few(3, Self::note),
            },
        }
    }

    /// A command that can not be undone.
    pub(super) fn other(&mut self) -> Command {
        use Command as C;
        let (table, text, participant) = (self.table(), self.text(), self.who());
        let observation = self.of(&[ObservationId::from("p1.o1"), "p2.o1".into(), "x".into()]);
        match self.below(25) {
            0 => C::NameTable { table, name: text },
            1 => C::MoveTables {
                tables: self.few(2, Self::table),
                step: self.of(&[Step::Own, Step::Gather, Step::Change]),
            },
            2 => C::StartTimer {
                minutes: u16::try_from(self.below(700)).expect("small"),
            },
            3 => C::PauseTimer,
            4 => C::ResumeTimer,
            5 => C::AddMinutes {
                minutes: i16::try_from(self.below(20)).expect("small") - 10,
            },
            6 => C::StopTimer,
            7 => C::SendMessage {
                id: self.id("m", 5),
                tables: self.few(2, Self::table),
                text,
            },
            8 => C::PutAway {
                table,
                message: self.id("m", 5),
            },
            9 => C::AskHelp { table, about: text },
            10 => C::EndHelp { table },
            11 => C::AddParticipant {
                id: participant,
                table,
                name: text,
                role: None,
            },
            12 => C::ChangeParticipant {
                id: participant,
                name: text,
                role: Some("parent".into()),
            },
            13 => C::MoveParticipant {
                id: participant,
                table,
            },
            14 => C::RemoveParticipant { id: participant },
            15 => C::WriteExperience {
                id: self.id("e", 3),
                table,
                by: self.some(Self::who),
                text,
                wish: self.text(),
                private: self.on(),
            },
            16 => C::HandIn {
                id: self.id("e", 3),
                agreed: self.on(),
            },
            17 => C::Guess {
                table,
                observation,
                values: self.few(3, |it| {
                    it.some(|it| u8::try_from(it.below(110)).expect("small"))
                }),
            },
            18 => C::Reveal {
                table,
                observation,
                shown: self.on(),
            },
            19 => C::Recognise {
                table,
                interpretation: "p1.o1.a".into(),
                participant,
                on: self.on(),
            },
            20 => C::Vote {
                participant,
                perspectives: self.perspectives(),
            },
            21 => C::ShowVotes {
                table,
                shown: self.on(),
            },
            22 => C::KeepStory {
                table,
                story: StoryId(1),
                by: self.some(Self::who),
                on: self.on(),
            },
            23 => C::SetDots {
                participant,
                idea: self.idea(),
                dots: u8::try_from(self.below(4)).expect("small"),
            },
            _ => self.rest(table),
        }
    }

    fn rest(&mut self, table: TableId) -> Command {
        use Command as C;
        match self.below(6) {
            0 => C::ReadStory {
                table,
                story: StoryId(1),
                voice: self.some(|_| "pupil".into()),
            },
            1 => C::SetDotLimit {
                table,
                limit: u8::try_from(self.below(12)).expect("small"),
            },
            2 => C::CloseDots {
                table,
                closed: self.on(),
            },
            3 => C::SetReady {
                table,
                ready: self.on(),
            },
            4 => C::SetDetails {
                name: self.text(),
                region: String::new(),
                own_region: None,
                date: "2026-01-01".into(),
            },
            _ => create(),
        }
    }

    /// A command of devices, paper or the projector.
    pub(super) fn device(&mut self) -> Command {
        use Command as C;
        let (table, text) = (self.table(), self.text());
        match self.below(12) {
            0 | 1 => C::TakeSeat {
                id: self.id("s", 30),
                table,
                kind: SeatKind::Participant,
                participant: self.some(Self::who),
            },
            2 => C::TakeSeat {
                id: self.id("s", 30),
                table,
                kind: SeatKind::Scribe,
                participant: None,
            },
            3 => C::MoveSeat {
                id: self.id("s", 30),
                table,
            },
            4 => C::RemoveSeat {
                id: self.id("s", 30),
            },
            5 => C::RenewCode { table },
            6 => C::SetScreen {
                show: self.of(&[
                    Show::Welcome,
                    Show::Step,
                    Show::Chosen,
                    Show::Poster { table },
                ]),
            },
            7 => C::SetPaper {
                table,
                paper: self.on(),
            },
            8 => C::PointAt {
                table,
                story: self.of(&[StoryId(1), StoryId(2)]),
                by: self.some(Self::who),
            },
            9 => C::AddPhoto {
                id: self.id("f", 9),
                table,
                of: PhotoOf::Wall,
                text,
                by: self.some(Self::who),
                hash: "0f".repeat(32),
                bytes: 9,
                width: 2,
                height: 2,
            },
            10 => C::RemovePhoto {
                id: self.id("f", 9),
            },
            _ => C::ShowExperience {
                id: self.id("e", 3),
                shown: self.on(),
            },
        }
    }

    /// Any command.
    pub(super) fn any(&mut self) -> Command {
        match self.below(20) {
            0 | 1 => Command::Undo {
                table: self.table(),
            },
            2 => Command::Redo {
                table: self.table(),
            },
            3 if self.below(4) == 0 => self.of(&[
                Command::AddTable { table: TableId(3) },
                Command::RemoveTable { table: TableId(3) },
                Command::RemoveTable { table: T2 },
                Command::AddTable { table: T2 },
            ]),
            4..=6 => self.other(),
            7 | 8 => self.device(),
            _ => self.making(),
        }
    }
}
