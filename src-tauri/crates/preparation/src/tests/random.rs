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

    fn each<T: PartialEq>(&mut self, most: usize, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut all: Vec<T> = Vec::new();
        for one in self.few(most, make) {
            if !all.contains(&one) {
                all.push(one);
            }
        }
        all
    }

    /// All, the other way round; now and then one is missing.
    fn turned<T>(&mut self, all: impl Iterator<Item = T>) -> Vec<T> {
        let mut all: Vec<T> = all.collect();
        all.reverse();
        if self.below(5) == 0 {
            all.pop();
        }
        all
    }

    fn on(&mut self) -> bool {
        self.below(2) == 0
    }

    fn text(&mut self) -> String {
        self.of(&["a", "b", "c d", "é\n\u{202E}x", "", "=1+1"])
            .to_owned()
    }

    fn name(&mut self) -> String {
        self.of(&["Rust", "Ruimte", "Tijd"]).to_owned()
    }

    fn story(&mut self) -> StoryId {
        let most = if self.below(20) == 0 { 60 } else { 12 };
        StoryId(u32::try_from(self.below(most)).expect("small"))
    }

    fn question(&mut self) -> QuestionId {
        self.of(&ids("role needs good region better voice good3 none"))
    }

    fn option(&mut self) -> OptionId {
        self.of(&ids(
            "mother father teacher coach pupil time help money north parents m0 m1 low x",
        ))
    }

    fn place(&mut self) -> MaskPlace {
        let part = match self.below(3) {
            0 => StoryPart::Title,
            1 => StoryPart::Text,
            _ => StoryPart::Answer {
                question: self.of(&ids("better better role")),
            },
        };
        let from = u32::try_from(self.below(8)).expect("small");
        let to = u32::try_from(self.below(12)).expect("small");
        place(self.story().0, part, from, to)
    }

    fn verdict(&mut self) -> Option<Verdict> {
        match self.below(3) {
            0 => None,
            1 => Some(Verdict::Keep),
            _ => left_out(self.of(&Reason::ALL)),
        }
    }

    fn pattern(&mut self) -> PatternKey {
        PatternKey {
            one: self.question(),
            other: self.question(),
            within: self.some(Self::question),
            one_option: self.some(Self::option),
            other_option: self.some(Self::option),
        }
    }

    fn derived(&mut self) -> Derived {
        let mut derived = if self.on() { voice() } else { bins() };
        derived.short = self.name();
        derived
    }

    pub(super) fn any(&mut self, state: &State) -> Command {
        match self.below(11) {
            0 => self.about(),
            1 | 2 => self.cleaning(),
            3 | 4 => self.questions(),
            5..=7 => self.perspectives(state),
            8 => self.questions(),
            9 => self.cleaning(),
            _ if self.on() => Command::Undo,
            _ => Command::Redo,
        }
    }

    fn about(&mut self) -> Command {
        match self.below(6) {
            0 => begin(),
            1 => Command::SetAbout {
                name: self.text(),
                theme: self.text(),
                set: self.text(),
                provenance: self.text(),
                language: self.of(&[WorkLanguage::Nl, WorkLanguage::En]),
            },
            2 => Command::SetUses {
                uses: Uses {
                    voice: self.some(Self::question),
                    good: self.some(Self::question),
                    ..Uses::default()
                },
            },
            3 => {
                let number = u32::try_from(self.below(40)).expect("small");
                take(self.of(&["s1", "s2", "s3", "s4", "s5"]), 3, number)
            }
            4 => Command::RemoveSource {
                id: self.id("s", 5),
            },
            _ => Command::MarkPublished {
                hash: digest("x"),
                stories: 1,
                perspectives: 1,
            },
        }
    }

    fn cleaning(&mut self) -> Command {
        match self.below(5) {
            0 => Command::Judge {
                stories: self.each(4, Self::story),
                verdict: self.verdict(),
            },
            1 => Command::AcceptMasks {
                masks: self.few(3, |it| NewMask {
                    place: it.place(),
                    words: it.text(),
                }),
                by_hand: self.on(),
            },
            2 => Command::RejectMasks {
                places: self.each(3, Self::place),
            },
            3 => Command::ReopenMasks {
                places: self.each(6, Self::place),
            },
            _ => Command::Look {
                stories: self.each(4, Self::story),
                looked: self.on(),
            },
        }
    }

    fn questions(&mut self) -> Command {
        let question = if self.on() {
            "role".into()
        } else {
            self.question()
        };
        match self.below(14) {
            0 => Command::EditQuestion {
                question,
                text: self.some(Self::text),
                short: self.some(Self::text),
                group: self.some(|it| it.of(&[Group::Open, Group::Interpretive])),
            },
            1 => Command::OrderQuestions {
                order: self.each(4, Self::question),
            },
            2 | 3 => Command::MergeOptions {
                question,
                id: self.id("m", 2),
                label: self.name(),
                options: self.each(4, Self::option),
            },
            4 => Command::SplitOption {
                question,
                id: self.id("m", 2),
            },
            5 => Command::RenameOption {
                question,
                option: self.option(),
                label: self.some(Self::text),
            },
            6 => Command::HideOptions {
                question,
                options: self.each(2, Self::option),
                hidden: self.on(),
            },
            7 => Command::OrderOptions {
                question,
                order: self.each(3, Self::option),
            },
            8 => Command::SetDerived {
                derived: self.derived(),
            },
            9 => Command::RemoveDerived { id: question },
            10 => Command::SetScope {
                questions: self.each(3, Self::question),
                out: self.on(),
            },
            12 => Command::KeepQuestions {
                questions: self.each(3, Self::question),
                kept: self.on(),
            },
            11 => Command::SetTriage {
                pattern: self.pattern(),
                mark: self.some(|it| it.of(&[TriageMark::Yes, TriageMark::Maybe, TriageMark::No])),
                note: self.text(),
            },
            _ if self.on() => Command::RemoveSelection {
                id: self.id("f", 3),
            },
            _ => Command::SetSelection {
                id: self.id("f", 3),
                name: self.name(),
                filter: Filter::default(),
            },
        }
    }

    fn perspectives(&mut self, state: &State) -> Command {
        let observation: ObservationId = self.id("o", 7);
        let perspective: PerspectiveId = self.id("p", 5);
        let (x, y) = (self.below(9) as i32, self.below(9) as i32);
        match self.below(17) {
            0 | 1 => Command::AddObservation {
                id: observation,
                text: self.text(),
                strength: u8::try_from(self.below(6)).expect("small"),
                chart: self.some(|_| spread("role", "")),
                pattern: self.some(Self::pattern),
            },
            2 => Command::ChangeObservation {
                id: observation,
                text: self.text(),
                strength: 2,
                chart: self.some(|_| spread("needs", "time")),
                pattern: self.some(Self::pattern),
            },
            3 => Command::MoveObservation {
                id: observation,
                x,
                y,
            },
            4 => Command::RemoveObservation { id: observation },
            5..=7 => Command::AddInterpretation {
                id: self.id("i", 20),
                observation,
                text: self.name(),
            },
            8 => Command::ChangeInterpretation {
                id: self.id("i", 20),
                text: self.text(),
            },
            9 => Command::RemoveInterpretation {
                id: self.id("i", 20),
            },
            10 => Command::OrderInterpretations {
                order: self.turned(
                    state
                        .observation(&observation)
                        .into_iter()
                        .flat_map(|it| it.interpretations.iter().map(|it| it.id.clone())),
                ),
                observation,
            },
            11 => Command::AddPerspective {
                id: perspective,
                name: self.text(),
                observations: self.each(3, |it| it.id("o", 7)),
                x,
                y,
            },
            12 => Command::ChangePerspective {
                id: perspective,
                name: self.text(),
                short: self.text(),
                question: self.text(),
            },
            13 => Command::MovePerspective {
                id: perspective,
                x,
                y,
            },
            14 if self.on() => Command::RemovePerspective { id: perspective },
            14 => Command::OrderPerspectives {
                order: self.turned(state.perspectives().into_iter().map(|it| it.id.clone())),
            },
            15 => Command::Bundle {
                id: perspective,
                observations: self.each(3, |it| it.id("o", 7)),
            },
            _ => Command::SetSupport {
                id: perspective,
                stories: self.each(3, Self::story),
            },
        }
    }
}
