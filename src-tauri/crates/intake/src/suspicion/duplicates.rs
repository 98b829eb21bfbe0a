//! Texts that occur twice, whole or nearly.
//!
//! Nearly the same is told by the share of word groups that two texts have in common (Broder, 'On the resemblance and containment of
//! documents', 1997). Only texts that share one of their smallest hashes are compared, so that the work does not grow with the square
//! of the number of stories.

use std::collections::HashMap;

/// The number of words in a group.
const SHINGLE: usize = 3;
/// The number of smallest hashes by which a text is found.
const SKETCH: usize = 12;
/// Two texts are nearly the same from this share of their groups on (Jaccard).
const NEAR: f64 = 0.7;
/// With shorter texts only the same text is a double.
const SHORTEST: usize = 8;
/// A text is compared with at most this number of others, those with most hashes in common.
const MOST: usize = 24;
/// A hash that this number of texts share says nothing.
const CROWD: usize = 32;

/// For each text the place of an earlier one that it doubles.
pub(super) fn find(texts: &[Vec<String>]) -> Vec<Option<usize>> {
    let mut same: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut sketches: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut groups: Vec<Vec<u64>> = Vec::with_capacity(texts.len());
    let mut doubles = Vec::with_capacity(texts.len());
    for (nth, words) in texts.iter().enumerate() {
        let group = shingles(words);
        let whole = hash(words);
        let exact = same
            .get(&whole)
            .and_then(|others| others.iter().find(|other| texts[**other] == *words))
            .copied()
            .filter(|_| !words.is_empty());
        let double = exact.or_else(|| {
            let candidates = candidates(&group, &sketches);
            candidates
                .into_iter()
                .find(|other| share(&group, &groups[*other]) >= NEAR)
        });
        if exact.is_none() {
            same.entry(whole).or_default().push(nth);
            for hash in group.iter().take(SKETCH) {
                let others = sketches.entry(*hash).or_default();
                if others.len() < CROWD {
                    others.push(nth);
                }
            }
        }
        groups.push(group);
        doubles.push(double);
    }
    doubles
}

/// Earlier texts with hashes in common, those with most first.
fn candidates(group: &[u64], sketches: &HashMap<u64, Vec<usize>>) -> Vec<usize> {
    let mut met: Vec<usize> = group
        .iter()
        .take(SKETCH)
        .filter_map(|hash| sketches.get(hash))
        .flatten()
        .copied()
        .collect();
    met.sort_unstable();
    let mut candidates: Vec<(usize, usize)> = met
        .chunk_by(|a, b| a == b)
        .filter_map(|same| Some((*same.first()?, same.len())))
        .collect();
    candidates.sort_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
    candidates
        .into_iter()
        .take(MOST)
        .map(|(other, _)| other)
        .collect()
}

/// The hashes of all groups of words, the smallest first; none for a short text.
fn shingles(words: &[String]) -> Vec<u64> {
    if words.len() < SHORTEST {
        return Vec::new();
    }
    let mut hashes: Vec<u64> = words.windows(SHINGLE).map(hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// The share of what is in both of what is in either; both in order.
fn share(a: &[u64], b: &[u64]) -> f64 {
    let (mut at_a, mut at_b, mut both) = (0, 0, 0_usize);
    while let (Some(x), Some(y)) = (a.get(at_a), b.get(at_b)) {
        both += usize::from(x == y);
        at_a += usize::from(x <= y);
        at_b += usize::from(y <= x);
    }
    let either = a.len() + b.len() - both;
    if either == 0 {
        0.0
    } else {
        both as f64 / either as f64
    }
}

/// FNV-1a over the words (Fowler, Noll, Vo), with a last mix so that the order of hashes says nothing of the words.
fn hash(words: &[String]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for word in words {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash ^= hash >> 32;
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
