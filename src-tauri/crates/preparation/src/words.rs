//! A text as words and sentences with their places.

/// A word.
pub(crate) struct Word<'a> {
    /// As it stands there.
    pub text: &'a str,
    /// In small letters, with a straight apostrophe.
    pub lower: String,
    /// Its first byte.
    pub from: usize,
    /// Past its last byte.
    pub to: usize,
}

/// The words of a text. Apostrophes and hyphens inside a word belong to it.
pub(crate) fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut open: Option<usize> = None;
    for (place, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_alphanumeric()
            || is_accent(letter)
            || (open.is_some() && "'’-\u{ad}".contains(letter));
        match (inside, open) {
            (true, None) => open = Some(place),
            (false, Some(from)) => {
                let word = text[from..place].trim_end_matches(['\'', '’', '-']);
                words.push(Word {
                    text: word,
                    lower: word.to_lowercase().replace('’', "'").replace('\u{ad}', ""),
                    from,
                    to: from + word.len(),
                });
                open = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    words
}

/// An accent that follows its letter.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The sentences of a text: first byte and past the last. A sentence ends at `.`, `!`, `?` or `…` before white space and something
/// else than a small letter, and at the end of a line. So 'o.a. ouders' and '3.5' end nothing.
pub(crate) fn sentences_of(text: &str) -> Vec<(usize, usize)> {
    let mut sentences = Vec::new();
    let mut from = 0;
    let mut add = |from: usize, to: usize| {
        let piece = &text[from..to];
        let start = from + piece.len() - piece.trim_start().len();
        let end = from + piece.trim_end().len();
        if start < end && text[start..end].chars().any(char::is_alphanumeric) {
            sentences.push((start, end));
        }
    };
    for (place, letter) in text.char_indices() {
        let after = place + letter.len_utf8();
        let ends = match letter {
            '\n' => true,
            '.' | '!' | '?' | '…' => {
                let rest = text[after..].trim_start_matches(['"', '”', '’', '\'', ')', '»']);
                let next = rest.trim_start();
                let space = next.len() < rest.len() || rest.is_empty();
                let more = next
                    .trim_start_matches(['"', '“', '„', '‘', '\'', '(', '«'])
                    .chars()
                    .next();
                space && more.is_none_or(|it| !it.is_lowercase())
            }
            _ => false,
        };
        if ends {
            add(from, after);
            from = after;
        }
    }
    add(from, text.len());
    sentences
}
