//! Random damage: no panic, no more memory than a few copies of the file, and nothing altered is accepted.
//! `SNAPSHOT_MUTATIONS=100000 cargo test -p snapshot --test it mutations` tries that many of each version.

use snapshot::Drawn;

use crate::making::{making, told_file};
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

/// The size of a page of the files that are damaged here.
const PAGE: usize = 4096;
/// What the process may hold at most, in KiB: the other tests that run beside this one take some 300 MiB to open containers.
const MOST_KIB: u64 = 700 << 10;

/// One of the ways in which a file goes wrong.
fn mutate(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let at = dice.below(bytes.len());
    match dice.below(8) {
        0 | 1 => bytes[at] ^= 1 << dice.below(8),
        2 => bytes[at] = dice.below(256) as u8,
        3 => bytes[at % 108] = dice.below(256) as u8,
        4 => {
            let end = (at + 1 + dice.below(64)).min(bytes.len());
            bytes[at..end].fill(dice.below(256) as u8);
        }
        5 => {
            let from = dice.below(bytes.len());
            let length = dice.below(200).min(bytes.len() - at.max(from));
            bytes.copy_within(from..from + length, at);
        }
        6 => {
            // SQLite keeps its content in pages; one of them goes, or comes twice, and the header tells so.
            let page = at / PAGE * PAGE;
            let end = (page + PAGE).min(bytes.len());
            if dice.below(2) == 0 && bytes.len() > PAGE {
                bytes.drain(page..end);
            } else {
                let twice = bytes[page..end].to_vec();
                bytes.splice(page..page, twice);
            }
            let pages = (bytes.len() / PAGE) as u32;
            if let Some(told) = bytes.get_mut(28..32) {
                told.copy_from_slice(&pages.to_be_bytes());
            }
        }
        _ => bytes.truncate(at.max(1)),
    }
}

/// The most that this process has held so far, in KiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}

/// Damages a file in many ways; what is opened all the same must be what was written.
fn damaged(seed: u64, file: &[u8], same: impl Fn(&snapshot::Snapshot) -> bool) {
    let asked = std::env::var("SNAPSHOT_MUTATIONS").ok();
    let times = asked.map_or(1500, |asked| asked.parse().unwrap());
    let mut dice = Dice(seed);
    let mut refused = 0;
    for _ in 0..times {
        let mut bytes = file.to_vec();
        for _ in 0..=dice.below(3) {
            mutate(&mut dice, &mut bytes);
        }
        match snapshot::open(&bytes) {
            Ok(opened) => assert!(same(&opened)),
            Err(error) => {
                assert!(snapshot::Error::CODES.contains(&error.code()));
                refused += 1;
            }
        }
    }
    assert!(
        refused > times / 2,
        "only {refused} of {times} were noticed"
    );
    assert!(peak() < MOST_KIB, "{} KiB", peak());
}

#[test]
fn nothing_altered_is_accepted() {
    damaged(11, small_file(), |opened| {
        opened.library().collection() == small()
    });
}

#[test]
fn nothing_altered_is_accepted_of_version_2() {
    let making = making();
    damaged(12, told_file(), |opened| {
        opened.library().collection() == small() && *opened.making() == making
    });
}

#[test]
fn nothing_altered_is_accepted_of_a_container() {
    // Each try that gets as far as the passphrase costs 128 MiB and a moment, so most of the damage goes where none is needed.
    const WORDS: &str = "een twee drie vier vijf zes";
    let drawn = Drawn::of(std::array::from_fn(|at| at as u8));
    let sealed = snapshot::seal(&small_file()[..5000], WORDS, &drawn).unwrap();
    let mut dice = Dice(13);
    let mut tries = 0;
    for _ in 0..4000 {
        let mut bytes = sealed.clone();
        let at = dice.below(170);
        bytes[at] ^= 1 << dice.below(8);
        if dice.below(3) == 0 {
            bytes.truncate(dice.below(sealed.len()));
        }
        // A salt, a key or a content that differs by a bit is tried a few times only.
        let asks = bytes.get(22..55) == sealed.get(22..55) || at > 30;
        if asks && tries == 5 {
            continue;
        }
        tries += usize::from(asks);
        let error = snapshot::unseal(&bytes, WORDS).unwrap_err();
        assert!(snapshot::Error::CODES.contains(&error.code()));
    }
}
