//! A text cut into words, with what capitals and full stops say.

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether it begins a sentence, so that its capital says nothing.
    pub(super) begins: bool,
    /// Whether nothing but one space stands between it and the word before it.
    pub(super) follows: bool,
}

impl Word<'_> {
    /// Whether it is written with a capital first, and not in capitals only.
    pub(super) fn capital(&self) -> bool {
        let mut letters = self.text.trim_start_matches(['\'', '’']).chars();
        letters.next().is_some_and(char::is_uppercase)
            && (self.text.chars().any(char::is_lowercase))
    }

    /// Whether it is an initial: one capital.
    pub(super) fn initial(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    }
}

/// Cuts a text into words: letters and digits, with dashes and apostrophes between them.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut end = 0;
    while let Some((from, letter)) = letters.next() {
        let quoted = (letter == '\'' || letter == '’')
            && letters
                .peek()
                .is_some_and(|(_, next)| *next == 's' || *next == 't')
            && !text[..from].ends_with(char::is_alphanumeric);
        if !(letter.is_alphanumeric() || quoted) {
            continue;
        }
        let mut to = from + letter.len_utf8();
        while let Some(&(at, next)) = letters.peek() {
            let inside = next.is_alphanumeric()
                || "-'’".contains(next)
                    && text[at + next.len_utf8()..].starts_with(char::is_alphanumeric);
            if !inside {
                break;
            }
            to = at + next.len_utf8();
            letters.next();
        }
        let between = &text[end..from];
        let begins = words.is_empty()
            || between.contains(['.', '!', '?', '\n', ':', '"', '“', '‘', '•'])
                && !abbreviated(words.last(), between);
        words.push(Word {
            text: &text[from..to],
            from,
            to,
            begins,
            follows: between == " " || abbreviated(words.last(), between),
        });
        end = to;
    }
    words
}

/// Whether a full stop belongs to an abbreviation or an initial, and ends no sentence.
fn abbreviated(before: Option<&Word<'_>>, between: &str) -> bool {
    between == ". "
        && before.is_some_and(|word| {
            word.initial()
                || [
                    "mw", "mevr", "dhr", "dr", "drs", "mr", "mrs", "ms", "st", "ds", "prof",
                ]
                .contains(&word.text.to_lowercase().as_str())
        })
}
