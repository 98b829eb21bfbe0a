//! What may be an id.

use crate::overrides;

/// Whether a text is an id as snapshots give them to questions and options: 1 to 100 bytes that can all be seen.
pub fn is_given_id(text: &str) -> bool {
    (1..=100).contains(&text.len()) && !text.chars().any(|it| it.is_control() || overrides(it))
}

/// Whether a text is a SHA-256, hexadecimal as this program writes it.
pub fn is_hash(text: &str) -> bool {
    text.len() == 64
        && text
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_hashes_are_known() {
        assert!(is_given_id("p4.o1.a") && !is_given_id("") && !is_given_id("a\n"));
        assert!(
            is_hash(&"0f".repeat(32)) && !is_hash(&"0F".repeat(32)) && !is_hash(&"0".repeat(63))
        );
    }
}
