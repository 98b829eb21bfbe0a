//! Where a word may be broken with a hyphen.

use crate::language::Language;

/// The fewest letters on either side of a hyphen.
const LETTERS_EACH_SIDE: usize = 3;

/// The byte positions in `word` before which a hyphen may stand, in order. At least three letters stay on either side.
/// A Dutch word is never broken right before a trema, because the trema would have to go.
#[must_use]
pub fn hyphenation_points(word: &str, language: Language) -> Vec<usize> {
    let lang = match language {
        Language::Nl => hypher::Lang::Dutch,
        Language::En => hypher::Lang::English,
    };
    let mut points = Vec::new();
    for (start, letters) in stretches_of_letters(word) {
        if letters.chars().all(char::is_uppercase) {
            continue;
        }
        let mut at = 0;
        for syllable in
            hypher::hyphenate_bounded(letters, lang, LETTERS_EACH_SIDE, LETTERS_EACH_SIDE)
        {
            at += syllable.len();
            let next = letters[at..].chars().next();
            let trema = language == Language::Nl && next.is_some_and(|c| "äëïöüÄËÏÖÜ".contains(c));
            if next.is_some() && !trema {
                points.push(start + at);
            }
        }
    }
    points
}

/// The parts of a word that hold only letters and are long enough to be broken.
fn stretches_of_letters(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + word.get(rest..)?.find(char::is_alphabetic)?;
        let tail = &word[start..];
        let length = tail
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(tail.len());
        rest = start + length;
        Some((start, &tail[..length]))
    })
    .filter(|(_, letters)| letters.chars().count() >= 2 * LETTERS_EACH_SIDE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, language: Language, expect: &str) {
        let mut shown = word.to_owned();
        for point in hyphenation_points(word, language).into_iter().rev() {
            shown.insert(point, '-');
        }
        assert_eq!(shown, expect);
    }

    #[test]
    fn dutch_words_break_where_the_language_allows() {
        for (word, expect) in [
            ("lerarenkamer", "lera-ren-ka-mer"),
            ("verslagplicht", "ver-slag-plicht"),
            ("toestemming", "toe-stem-ming"),
            ("telefoonnummer,", "tele-foon-num-mer,"),
            ("school", "school"),
            ("oma", "oma"),
            ("IB’ers", "IB’ers"),
            ("UWV-GEBOUW", "UWV-GEBOUW"),
        ] {
            check(word, Language::Nl, expect);
        }
    }

    #[test]
    fn no_dutch_word_breaks_right_before_a_trema() {
        for word in [
            "tweeëntwintig",
            "geïnteresseerd",
            "coördinator",
            "drieëndertig",
            "beïnvloeden",
            "reünistenvereniging",
            "ruïneren",
        ] {
            for point in hyphenation_points(word, Language::Nl) {
                let next = word[point..].chars().next().unwrap();
                assert!(!"äëïöü".contains(next), "{word} at {point}");
            }
        }
    }

    #[test]
    fn at_least_three_letters_stay_on_either_side() {
        for word in [
            "overal",
            "avonden",
            "elkaar",
            "uitdaging",
            "ouderavonden",
            "jeugdhulpverleners",
        ] {
            for point in hyphenation_points(word, Language::Nl) {
                assert!(
                    word[..point].chars().count() >= 3 && word[point..].chars().count() >= 3,
                    "{word} at {point}"
                );
            }
        }
    }

    #[test]
    fn english_has_its_own_points() {
        check("permission", Language::En, "per-mis-sion");
    }
}
