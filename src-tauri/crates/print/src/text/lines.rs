//! Lines: where they end.

use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use crate::colour::Colour;
use crate::face::Voice;
use crate::text::hyphens::hyphenation_points;
use crate::text::shape::{Paragraph, Prepared, Shaper, Word};

/// How ragged lines are made even.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rag {
    /// As they come; quickest, for measuring.
    Loose,
    /// No last line of a single short word.
    Text,
    /// All lines about as long as each other, for headings.
    Even,
}

/// Whether words may end a line with a hyphen that is not in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Hyphens {
    /// Wherever that fills a line.
    Free,
    /// Only words that are wider than a line.
    Needed,
    /// Never, so that nobody types a hyphen that is not there: too wide a word goes on in the next line as it is.
    Never,
}

/// How lines are broken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Breaking {
    /// The width in ems.
    pub(crate) width: f64,
    pub(crate) hyphens: Hyphens,
    /// The most lines; what is left over is cut.
    pub(crate) most: usize,
    pub(crate) rag: Rag,
}

/// One line.
#[derive(Clone, Debug)]
pub(crate) struct TextLine {
    pub(crate) words: Vec<Rc<Word>>,
    /// The width in ems.
    pub(crate) width: f64,
    pub(crate) right_to_left: bool,
    /// Whether the line ends inside a word.
    pub(super) broken: bool,
    /// Whether the next line goes on without a space, as after a hyphen in the text.
    pub(super) joined: bool,
    pub(super) ends_paragraph: bool,
}

/// A text broken into lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Broken {
    pub(crate) lines: Vec<TextLine>,
    /// How many characters did not fit.
    pub(crate) cut: usize,
}

/// Rounding must not make a word that fits exactly seem too wide.
const HAIR: f64 = 1e-9;

/// A line that is at least this full needs no hyphenated word.
const FULL_ENOUGH: f64 = 0.72;

/// The most characters that are looked at when a word is broken: no line holds more, and no word is longer.
const LONGEST_WORD: usize = 256;

/// The most lines after each other that end in a hyphen.
const HYPHENS_IN_A_ROW: usize = 2;

impl Shaper {
    /// Breaks a text into lines.
    pub(crate) fn lines(&self, text: &Prepared, breaking: Breaking) -> Broken {
        let broken = self.all_lines(text, breaking);
        if broken.lines.len() <= breaking.most {
            return broken;
        }
        // What must be cut is not made even first: every line is filled.
        let mut broken = self.all_lines(
            text,
            Breaking {
                rag: Rag::Loose,
                ..breaking
            },
        );
        self.cut(&mut broken, breaking);
        broken
    }

    fn all_lines(&self, text: &Prepared, breaking: Breaking) -> Broken {
        let mut broken = Broken::default();
        for paragraph in &text.paragraphs {
            broken
                .lines
                .append(&mut self.paragraph_lines(paragraph, breaking));
        }
        broken
    }

    fn paragraph_lines(&self, paragraph: &Paragraph, breaking: Breaking) -> Vec<TextLine> {
        let (lines, forced) = self.greedy(paragraph, breaking.width, breaking.hyphens);
        let last_is_short = lines
            .last()
            .is_some_and(|line| line.width < 0.22 * breaking.width);
        let improve = match breaking.rag {
            Rag::Loose => false,
            Rag::Text => last_is_short,
            Rag::Even => true,
        };
        if !improve || forced || lines.len() < 2 || lines.len() > 40 {
            return lines;
        }
        let mut best = lines;
        let (mut low, mut high) = (breaking.width * 0.4, breaking.width);
        for _ in 0..9 {
            let middle = f64::midpoint(low, high);
            let (candidate, forced) = self.greedy(paragraph, middle, breaking.hyphens);
            if forced || candidate.len() > best.len() {
                low = middle;
                continue;
            }
            let settled = breaking.rag == Rag::Text
                && candidate
                    .last()
                    .is_some_and(|line| line.width >= 0.3 * breaking.width);
            best = candidate;
            high = middle;
            if settled {
                break;
            }
        }
        best
    }

    fn greedy(&self, paragraph: &Paragraph, width: f64, hyphens: Hyphens) -> (Vec<TextLine>, bool) {
        let mut lines: Vec<TextLine> = Vec::new();
        let mut forced = false;
        let mut line = TextLine::new(paragraph.right_to_left);
        let mut in_a_row = 0;
        for word in &paragraph.words {
            let mut word = Rc::clone(word);
            loop {
                let space = if line.words.is_empty() {
                    0.0
                } else {
                    word.space
                };
                if line.width + space + word.width <= width + HAIR {
                    line.push(word, space);
                    break;
                }
                let room = width - line.width - space;
                let too_wide = word.width > width + HAIR && hyphens != Hyphens::Never;
                let wish = hyphens == Hyphens::Free
                    && line.width < FULL_ENOUGH * width
                    && in_a_row < HYPHENS_IN_A_ROW;
                if (too_wide || wish)
                    && let Some((head, tail)) = self.hyphenated(&word, room)
                {
                    line.push(Rc::new(head), space);
                    line.broken = true;
                    in_a_row += 1;
                    lines.push(std::mem::replace(
                        &mut line,
                        TextLine::new(paragraph.right_to_left),
                    ));
                    word = Rc::new(tail);
                } else if !line.words.is_empty() {
                    in_a_row = 0;
                    line.joined = word.space == 0.0;
                    lines.push(std::mem::replace(
                        &mut line,
                        TextLine::new(paragraph.right_to_left),
                    ));
                } else if let Some((head, tail)) = self.torn(&word, width) {
                    forced = true;
                    line.push(Rc::new(head), 0.0);
                    line.broken = true;
                    lines.push(std::mem::replace(
                        &mut line,
                        TextLine::new(paragraph.right_to_left),
                    ));
                    word = Rc::new(tail);
                } else {
                    line.push(word, 0.0);
                    break;
                }
            }
        }
        line.ends_paragraph = true;
        lines.push(line);
        (lines, forced)
    }

    /// The word in two, with as much before the hyphen as fits.
    fn hyphenated(&self, word: &Word, room: f64) -> Option<(Word, Word)> {
        if room <= 0.0
            || word.characters > LONGEST_WORD
            || word
                .fragments
                .iter()
                .any(|fragment| fragment.level % 2 == 1)
        {
            return None;
        }
        let text = word.text();
        let points = hyphenation_points(&text, self.language()).into_iter().rev();
        let (at, head) = points
            .map(|at| (at, self.head(word, at, true)))
            .find(|(_, head)| head.width <= room + HAIR)?;
        Some((head, self.tail(word, at)))
    }

    /// The word in two anywhere between characters, for a word that is wider than the line; `None` for a single character.
    fn torn(&self, word: &Word, width: f64) -> Option<(Word, Word)> {
        let text = word.text();
        let clusters: Vec<usize> = text
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .skip(1)
            .take(LONGEST_WORD)
            .collect();
        let first = clusters.first().copied().unwrap_or(text.len());
        let at = self.last_fitting(word, &clusters, width).or_else(|| {
            // Not even the first cluster fits, such as a row of emoji that are joined into one: it is broken as well.
            let characters: Vec<usize> = text[..first]
                .char_indices()
                .map(|(at, _)| at)
                .skip(1)
                .take(LONGEST_WORD)
                .collect();
            self.last_fitting(word, &characters, width)
        });
        let at = at.unwrap_or(first);
        (at < text.len()).then(|| (self.head(word, at, false), self.tail(word, at)))
    }

    /// The last of the byte positions up to which the word fits on a line.
    fn last_fitting(&self, word: &Word, positions: &[usize], width: f64) -> Option<usize> {
        let fits = |at: &usize| self.head(word, *at, false).width <= width + HAIR;
        let count = positions.partition_point(fits);
        positions[..count].last().copied()
    }

    /// Ends the last line that is allowed with an ellipsis and counts what is left out.
    fn cut(&self, broken: &mut Broken, breaking: Breaking) {
        let dropped = broken.lines.split_off(breaking.most.max(1));
        broken.cut += dropped.iter().map(TextLine::characters).sum::<usize>();
        loop {
            let several = broken.lines.len() > 1;
            let Some(line) = broken.lines.last_mut() else {
                return;
            };
            if line.words.is_empty() && several {
                broken.lines.pop();
                continue;
            }
            if line.broken
                && let Some(word) = line.words.pop()
            {
                // An ellipsis says already that the word goes on; it needs no hyphen.
                line.broken = false;
                let bare = Rc::new(self.unhyphened(&word));
                line.width += bare.width - word.width;
                line.words.push(bare);
            }
            let (voice, colour, level) = line
                .words
                .last()
                .and_then(|word| word.fragments.last())
                .map_or((Voice::Regular, Colour::INK, 0), |fragment| {
                    (fragment.voice, fragment.colour, fragment.level)
                });
            let ellipsis = self.word("…", voice, colour, level);
            if line.width + ellipsis.width <= breaking.width + HAIR || line.words.is_empty() {
                line.push(Rc::new(ellipsis), 0.0);
                line.ends_paragraph = true;
                return;
            }
            if let Some(word) = line.words.pop() {
                let space = if line.words.is_empty() {
                    0.0
                } else {
                    word.space
                };
                line.width -= word.width + space;
                broken.cut += word.characters + usize::from(word.space > 0.0);
            }
        }
    }
}

impl TextLine {
    const fn new(right_to_left: bool) -> Self {
        Self {
            words: Vec::new(),
            width: 0.0,
            right_to_left,
            broken: false,
            joined: false,
            ends_paragraph: false,
        }
    }

    fn push(&mut self, word: Rc<Word>, space: f64) {
        self.width += space + word.width;
        self.words.push(word);
    }

    /// Whether the line ends inside a word.
    pub(crate) const fn is_broken(&self) -> bool {
        self.broken
    }

    fn characters(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.characters + usize::from(word.space > 0.0))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::text::shape::Inline;

    fn prepared(shaper: &Shaper, text: &str) -> Prepared {
        shaper.prepare(&[Inline {
            text: text.to_owned(),
            voice: Voice::Regular,
            colour: Colour::INK,
        }])
    }

    fn check(text: &str, width: f64, expect: &[&str]) {
        let shaper = Shaper::new(Language::Nl);
        let prepared = prepared(&shaper, text);
        let broken = shaper.lines(
            &prepared,
            Breaking {
                width,
                hyphens: Hyphens::Free,
                most: 3,
                rag: Rag::Loose,
            },
        );
        let shown: Vec<String> = broken
            .lines
            .iter()
            .map(|line| {
                shaper
                    .runs(line, 1.0, 0.0)
                    .iter()
                    .map(|run| run.text.as_str())
                    .collect::<String>()
            })
            .collect();
        assert_eq!(shown, expect);
        assert!(broken.lines.iter().all(|line| line.width <= width + 1e-6));
    }

    #[test]
    fn lines_break_at_spaces_hyphens_and_syllables() {
        check("een rooster", 20.0, &["een rooster"]);
        check("een rooster", 4.0, &["een ", "rooster"]);
        check("in de lerarenkamer", 6.6, &["in de leraren-", "kamer"]);
        check("basisschool-directeur", 6.5, &["basisschool-", "directeur"]);
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_anyway() {
        let shaper = Shaper::new(Language::Nl);
        let word = "x".repeat(60);
        let prepared = shaper.prepare(&[Inline {
            text: word.clone(),
            voice: Voice::Regular,
            colour: Colour::INK,
        }]);
        let broken = shaper.lines(
            &prepared,
            Breaking {
                width: 7.0,
                hyphens: Hyphens::Free,
                most: 99,
                rag: Rag::Text,
            },
        );
        let joined: String = broken
            .lines
            .iter()
            .flat_map(|line| line.words.iter().map(|word| word.text()))
            .collect();
        assert_eq!(joined, word);
        assert!(broken.lines.iter().all(|line| line.width <= 7.0 + 1e-6));
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis_and_is_counted() {
        let shaper = Shaper::new(Language::Nl);
        let text = "een twee drie vier vijf zes zeven acht";
        let prepared = prepared(&shaper, text);
        let broken = shaper.lines(
            &prepared,
            Breaking {
                width: 6.0,
                hyphens: Hyphens::Free,
                most: 2,
                rag: Rag::Text,
            },
        );
        let shown: String = broken
            .lines
            .iter()
            .flat_map(|line| line.words.iter().map(|word| word.text() + " "))
            .collect();
        let kept: usize = shown.trim_end().trim_end_matches(" …").chars().count();
        assert!(shown.contains('…'));
        assert_eq!(kept + broken.cut, text.chars().count(), "{shown}");
    }

    #[test]
    fn an_ellipsis_takes_the_place_of_a_hyphen() {
        check(
            "bij de gemeente in de lerarenkamer en in de lerarenkamers",
            6.6,
            &["bij de ", "gemeente in ", "de lerarenka…"],
        );
    }
}
