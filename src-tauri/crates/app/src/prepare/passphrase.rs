//! The six words that open an encrypted snapshot. The program makes them: what people make up is guessed.

use std::sync::LazyLock;

/// So many words make a passphrase.
const WORDS: usize = 6;

/// Plain Dutch words of three to nine letters a to z, none of them rude or sad, each once. There are more than 1,296, so that six of
/// them are 62 bits at the least.
static ALL: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("words.txt").lines().collect());

/// Six words out of random bytes.
pub(super) fn passphrase(drawn: &[u8; 32]) -> Vec<String> {
    let count = ALL.len().max(1) as u64;
    // Four bytes a word: that some words come up more often than others by one in two million changes nothing for who guesses.
    drawn
        .chunks_exact(4)
        .take(WORDS)
        .filter_map(|four| {
            let number = four
                .iter()
                .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
            ALL.get((number % count) as usize)
        })
        .map(|word| (*word).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ALL, passphrase};

    #[test]
    fn the_words_are_plain_and_many() {
        let all: BTreeSet<&str> = ALL.iter().copied().collect();
        assert_eq!(all.len(), ALL.len(), "each once");
        assert!(6.0 * (all.len() as f64).log2() >= 62.0, "{}", all.len());
        let plain = |word: &&&str| {
            (3..=9).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_lowercase())
        };
        assert_eq!(ALL.iter().filter(plain).count(), ALL.len());
    }

    #[test]
    fn every_word_follows_from_its_own_bytes() {
        let words = passphrase(&std::array::from_fn(|at| at as u8));
        assert_eq!(words.len(), 6);
        for nth in 0..6 {
            let mut drawn: [u8; 32] = std::array::from_fn(|at| at as u8);
            drawn[nth * 4 + 3] ^= 1;
            let other = passphrase(&drawn);
            let same = words.iter().zip(&other).filter(|(a, b)| a == b).count();
            assert_eq!(same, 5, "{nth}");
        }
    }
}
