//! From what people type to what a printer sets: quotation marks, apostrophes, spaces that must not break.

/// A space at which no line may end.
const NO_BREAK: char = '\u{a0}';

/// A single character of four words, wider than a line of a narrow box; its words can be set on several lines.
const BASMALA: (char, &str) = ('\u{fdfd}', "بسم الله الرحمن الرحيم");

const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
];

/// Cleans a text and sets it by the rules: control characters and overrides of direction go, spaces are single, quotation
/// marks and apostrophes are curly, and "€ 1.200", "63 %", "’s avonds" and "6 januari" stay together. Line ends stay.
#[must_use]
pub fn polish(text: &str) -> String {
    let clean: String = text
        .replace("\r\n", "\n")
        .replace(BASMALA.0, BASMALA.1)
        .chars()
        .filter_map(keep)
        .collect();
    let paragraphs: Vec<String> = clean
        .split('\n')
        .map(|line| {
            line.split(' ')
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .filter(|line| !line.is_empty())
        .map(|line| bind(&curl(&line)))
        .collect();
    paragraphs.join("\n")
}

/// A text to be typed over, such as a password: every character stays as it is, but for those that cannot be seen. Its spaces
/// do not break, so that each of them is printed.
pub(crate) fn verbatim(text: &str) -> String {
    text.replace(BASMALA.0, BASMALA.1)
        .chars()
        .filter_map(keep)
        .map(|character| match character {
            ' ' | '\n' => NO_BREAK,
            other => other,
        })
        .collect()
}

/// The character to print for one that was typed.
fn keep(character: char) -> Option<char> {
    match character {
        '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\r' => Some('\n'),
        '\t' => Some(' '),
        '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => None,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            None
        }
        '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => None,
        _ if character.is_control() => None,
        '\u{202f}' | '\u{2007}' => Some(NO_BREAK),
        _ if character.is_whitespace() && character != NO_BREAK => Some(' '),
        _ => Some(character),
    }
}

/// Makes straight quotation marks and apostrophes curly.
fn curl(line: &str) -> String {
    let characters: Vec<char> = line.chars().collect();
    let mut set = String::with_capacity(line.len() + 8);
    for (index, &character) in characters.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .and_then(|at| characters.get(at))
            .copied();
        let opens =
            before.is_none_or(|c| c.is_whitespace() || "([{-–—/“‘".contains(c) || c == NO_BREAK);
        match character {
            '"' => set.push(if opens { '“' } else { '”' }),
            '\'' if opens && !clipped(&characters[index + 1..]) => set.push('‘'),
            '\'' | '\u{b4}' | '`' => set.push('’'),
            _ => set.push(character),
        }
    }
    set
}

/// Whether the letters after an apostrophe are a clipped word: ’s, ’t, ’n, ’k, ’m, ’r, or digits of a year.
fn clipped(rest: &[char]) -> bool {
    let end_of_word = |at: usize| {
        rest.get(at)
            .is_none_or(|c| !c.is_alphanumeric() && *c != '\'' && *c != '’')
    };
    match rest.first() {
        Some(c) if c.is_ascii_digit() => true,
        Some('s' | 't' | 'n' | 'k' | 'm' | 'r' | 'S' | 'T') => end_of_word(1),
        _ => false,
    }
}

/// Puts spaces that do not break where the parts belong together.
fn bind(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let mut set = String::with_capacity(line.len() + 8);
    for (index, word) in words.iter().enumerate() {
        set.push_str(word);
        if let Some(next) = words.get(index + 1) {
            set.push(if belongs_together(word, next) {
                NO_BREAK
            } else {
                ' '
            });
        }
    }
    set
}

fn belongs_together(word: &str, next: &str) -> bool {
    let bare = word.trim_start_matches(['(', '“', '‘']);
    let number = bare.chars().next_back().is_some_and(|c| c.is_ascii_digit());
    let next_bare: String = next
        .chars()
        .take_while(|c| c.is_alphanumeric() || "%€‰°".contains(*c))
        .collect();
    let digit_next = next.starts_with(|c: char| c.is_ascii_digit());
    (matches!(bare, "€" | "$" | "£" | "nr." | "blz." | "ca." | "±") && digit_next)
        || (number
            && matches!(
                next_bare.as_str(),
                "%" | "‰" | "€" | "°" | "uur" | "euro" | "km" | "cm" | "m"
            ))
        || (number && bare.len() <= 2 && MONTHS.contains(&next_bare.to_lowercase().as_str()))
        || matches!(bare, "’s" | "’t" | "’n")
        || next_bare.is_empty() && matches!(next, "–" | "—" | "·")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_over_keeps_its_characters() {
        assert_eq!(
            verbatim("Jan's  \"wifi\"\u{202e}..."),
            "Jan's\u{a0}\u{a0}\"wifi\"..."
        );
    }

    #[test]
    fn text_is_set_by_the_rules() {
        for (typed, expect) in [
            ("kost € 1.200 per jaar", "kost €\u{a0}1.200 per jaar"),
            ("63 % van de ouders", "63\u{a0}% van de ouders"),
            ("ook 's avonds", "ook ’s\u{a0}avonds"),
            ("'s Avonds zei zij: 'ja'", "’s\u{a0}Avonds zei zij: ‘ja’"),
            ("IB'ers zeggen \"ja\"", "IB’ers zeggen “ja”"),
            ("op 6 januari, om 9 uur", "op 6\u{a0}januari, om 9\u{a0}uur"),
            ("in '98", "in ’98"),
            ("dubbel  wit\t en\u{7} bel", "dubbel wit en bel"),
            ("eerste\r\n\r\ntweede", "eerste\ntweede"),
            ("a\u{202e}b\u{200f}c", "abc"),
            ("\u{fdfd}", "بسم الله الرحمن الرحيم"),
        ] {
            assert_eq!(polish(typed), expect);
        }
    }
}
