//! Words as they are compared: without case, accents and doubled spaces.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A text to compare with: small letters without accents, one space between words, none around.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        let mut folded = String::with_capacity(text.len());
        for word in text.split_ascii_whitespace() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.extend(word.bytes().map(|byte| byte.to_ascii_lowercase() as char));
        }
        return folded;
    }
    let bare: String = text
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}'..='\u{2014}' => '-',
            letter => letter,
        })
        .collect();
    line(&bare)
}

/// A text in one line: one space for any white space.
pub(crate) fn line(text: &str) -> String {
    let mut one = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !one.is_empty() {
            one.push(' ');
        }
        one.push_str(word);
    }
    one
}

/// A header in one line, without the markup that survey programs leave in it.
pub(crate) fn header(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return line(text);
    }
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('<') {
        bare.push_str(before);
        let inner = from.strip_prefix('/').unwrap_or(from);
        match from.split_once('>') {
            Some((tag, after))
                if inner.starts_with(|letter: char| letter.is_ascii_alphabetic())
                    && tag.len() < 200 =>
            {
                bare.push(' ');
                rest = after;
            }
            Some(_) | None => {
                bare.push('<');
                rest = from;
            }
        }
    }
    bare.push_str(rest);
    for (entity, letter) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        bare = bare.replace(entity, letter);
    }
    line(&bare)
}

/// An id made of words: small letters, digits and `_`, at most 40 characters; `x` where nothing is left.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in fold(text).chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
        if slug.len() >= 40 {
            break;
        }
    }
    let slug = slug.trim_end_matches('_');
    if slug.is_empty() {
        "x".to_owned()
    } else {
        slug.to_owned()
    }
}

/// The first characters of a text; with `…` where something was cut.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
    }
}

/// Whether a folded text has this folded word or words in it, whole.
pub(crate) fn has_word(folded: &str, word: &str) -> bool {
    folded.match_indices(word).any(|(at, _)| {
        let outside = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
        outside(folded[..at].chars().next_back())
            && outside(folded[at + word.len()..].chars().next())
    })
}
