//! A text up to a set length, ended where a reader would pause.

use unicode_segmentation::UnicodeSegmentation;

/// The part of the allowed length that must be left when a text is ended after a sentence.
const WORTH: f64 = 0.6;

/// The text up to so many characters, ended after a sentence, or after a word with an ellipsis; `None` when it is not longer.
pub(super) fn shortened(text: &str, most: usize) -> Option<String> {
    let text = text.trim();
    if text.chars().count() <= most {
        return None;
    }
    let end = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(at, _)| at);
    let kept = &text[..end];
    let mut ends = kept.char_indices().filter(|(at, character)| {
        let after = text[at + character.len_utf8()..].chars().next();
        matches!(character, '.' | '!' | '?' | '…') && after.is_none_or(char::is_whitespace)
    });
    if let Some((at, character)) = ends.next_back() {
        let sentence = &kept[..at + character.len_utf8()];
        #[expect(clippy::cast_precision_loss, reason = "texts are short")]
        if sentence.chars().count() as f64 >= WORTH * most as f64 {
            return Some(sentence.to_owned());
        }
    }
    let word = kept
        .char_indices()
        .filter(|(_, character)| character.is_whitespace())
        .map(|(at, _)| at)
        .next_back();
    let at = word.filter(|&at| !kept[..at].trim().is_empty());
    let at = at.unwrap_or_else(|| {
        let clusters = text.grapheme_indices(true).map(|(at, _)| at);
        let within = clusters.take_while(|&at| at <= end).last().unwrap_or(0);
        let first = text.graphemes(true).next().map_or(0, str::len);
        within.max(first)
    });
    Some(format!(
        "{} …",
        text[..at].trim_end_matches([' ', '\n', ',', ';', ':'])
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_ends_after_a_sentence_or_a_word() {
        for (text, most, expect) in [
            ("Kort.", 5, None),
            ("Een zin. Nog een zin.", 12, Some("Een zin.")),
            (
                "Ja. Een tweede zin die langer is.",
                20,
                Some("Ja. Een tweede zin …"),
            ),
            ("jeugdhulpverlener", 5, Some("jeugd …")),
            ("é\u{301}é", 1, Some("é\u{301} …")),
            ("een, twee", 6, Some("een …")),
        ] {
            assert_eq!(shortened(text, most).as_deref(), expect, "{text}");
        }
    }
}
