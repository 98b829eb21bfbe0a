//! Made-up answers: 12 sliders and 24 choices that hang together a little, with some missing.

use patterns::Answers;

/// The options of each question; 101 is a slider.
pub const WIDTHS: [u8; 36] = [
    101, 5, 4, 101, 11, 11, 3, 101, 9, 5, 5, 101, 8, 2, 6, 101, 18, 5, 7, 101, 38, 3, 2, 101, 4,
    10, 101, 6, 5, 101, 3, 12, 101, 7, 101, 101,
];

/// Knuth's MMIX generator.
pub struct Dice(pub u64);

impl Dice {
    /// From 0 to 1.
    pub fn roll(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// One place for each question; the number of options is no answer.
pub fn story(dice: &mut Dice) -> [u8; 36] {
    let mood = dice.roll();
    let mut places = [0; 36];
    for (nth, (place, width)) in places.iter_mut().zip(WIDTHS).enumerate() {
        let pull = (nth % 5) as f64 / 6.0;
        let at = pull * mood + (1.0 - pull) * dice.roll();
        let missing = dice.roll() < 0.04;
        *place = if missing {
            width
        } else {
            (at * f64::from(width)) as u8
        };
    }
    places
}

/// The answers of so many stories, question by question.
pub fn columns(stories: usize) -> Vec<Vec<u8>> {
    let mut dice = Dice(7);
    let mut columns: Vec<Vec<u8>> = WIDTHS.iter().map(|_| Vec::with_capacity(stories)).collect();
    for _ in 0..stories {
        for (column, place) in columns.iter_mut().zip(story(&mut dice)) {
            column.push(place);
        }
    }
    columns
}

/// The same as ours are.
pub fn ours(stories: usize) -> Vec<Answers> {
    let all = columns(stories).into_iter().zip(WIDTHS);
    all.map(|(codes, width)| match width {
        101 => Answers::Slider(codes),
        options => Answers::Choice {
            codes,
            options: usize::from(options),
        },
    })
    .collect()
}
