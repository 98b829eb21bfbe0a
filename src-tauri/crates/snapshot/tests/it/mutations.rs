//! Random damage: no panic, and nothing altered is accepted.

use crate::{small, small_file};

/// A generator of numbers that is the same every time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

/// One of the ways in which a file goes wrong.
fn mutate(dice: &mut Dice, bytes: &mut [u8]) {
    let at = dice.below(bytes.len());
    match dice.below(6) {
        0 | 1 => bytes[at] ^= 1 << dice.below(8),
        2 => bytes[at] = dice.below(256) as u8,
        3 => bytes[at % 108] = dice.below(256) as u8,
        4 => {
            let end = (at + 1 + dice.below(64)).min(bytes.len());
            bytes[at..end].fill(dice.below(256) as u8);
        }
        _ => {
            let from = dice.below(bytes.len());
            let length = dice.below(200).min(bytes.len() - at.max(from));
            bytes.copy_within(from..from + length, at);
        }
    }
}

#[test]
fn nothing_altered_is_accepted() {
    let mut dice = Dice(11);
    let mut refused = 0;
    for _ in 0..2000 {
        let mut bytes = small_file().to_vec();
        for _ in 0..=dice.below(3) {
            mutate(&mut dice, &mut bytes);
        }
        match snapshot::open(&bytes) {
            Ok(opened) => assert!(opened.library().collection() == small()),
            Err(error) => {
                assert!(snapshot::Error::CODES.contains(&error.code()));
                refused += 1;
            }
        }
    }
    assert!(refused > 1000, "only {refused} of 2,000 were noticed");
}
