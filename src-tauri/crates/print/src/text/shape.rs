//! Words shaped into glyphs, paragraph by paragraph.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::colour::Colour;
use crate::face::Voice;
use crate::language::Language;
use crate::text::piece::{Piece, by_face, missing, shape, soften, width};

/// A stretch of text in one voice and colour.
#[derive(Clone, Debug)]
pub(crate) struct Inline {
    pub(crate) text: String,
    pub(crate) voice: Voice,
    pub(crate) colour: Colour,
}

/// Pieces with how they look and which way they run.
#[derive(Clone, Debug)]
pub(crate) struct Fragment {
    pub(crate) pieces: Rc<Vec<Piece>>,
    pub(crate) text: String,
    pub(crate) voice: Voice,
    pub(crate) colour: Colour,
    pub(crate) level: u8,
}

/// What is not broken but in need: the text between two places at which a line may end.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) fragments: Vec<Fragment>,
    /// The width in ems.
    pub(crate) width: f64,
    /// The space before it in ems; zero when the word hangs on to the one before.
    pub(crate) space: f64,
    /// Which way the space before it runs.
    pub(crate) space_level: u8,
    pub(crate) characters: usize,
}

/// A paragraph, shaped and ready to be broken into lines of any width.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    pub(crate) words: Vec<Rc<Word>>,
    pub(crate) right_to_left: bool,
}

/// A text of one or more paragraphs, independent of its size.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prepared {
    /// The number of the text among those that one shaper prepared.
    pub(crate) id: u32,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) characters: usize,
    pub(crate) missing: usize,
}

impl Prepared {
    pub(crate) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}

type Pieces = Rc<Vec<Piece>>;

/// Shapes text and remembers every word that it has shaped.
pub(crate) struct Shaper {
    language: Language,
    prepared: Cell<u32>,
    seen: RefCell<HashMap<(Voice, bool, String), Pieces>>,
}

impl Shaper {
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            prepared: Cell::new(0),
            seen: RefCell::default(),
        }
    }

    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    /// Shapes stretches that follow each other; a line end in their text starts a paragraph.
    pub(crate) fn prepare(&self, inlines: &[Inline]) -> Prepared {
        self.prepared.set(self.prepared.get() + 1);
        let mut prepared = Prepared {
            id: self.prepared.get(),
            ..Prepared::default()
        };
        let mut paragraph: Vec<Inline> = Vec::new();
        for inline in inlines {
            for (index, text) in inline.text.split('\n').enumerate() {
                if index > 0 {
                    self.finish(&mut prepared, &mut paragraph);
                }
                paragraph.push(Inline {
                    text: text.to_owned(),
                    ..inline.clone()
                });
            }
        }
        self.finish(&mut prepared, &mut paragraph);
        prepared
    }

    fn finish(&self, prepared: &mut Prepared, inlines: &mut Vec<Inline>) {
        let paragraph = self.paragraph(inlines);
        inlines.clear();
        if paragraph.words.is_empty() {
            return;
        }
        for word in &paragraph.words {
            prepared.characters += word.characters + usize::from(word.space > 0.0);
            prepared.missing += word.missing();
        }
        prepared.paragraphs.push(paragraph);
    }

    fn paragraph(&self, inlines: &[Inline]) -> Paragraph {
        let text: String = inlines.iter().map(|inline| inline.text.as_str()).collect();
        let bidi = unicode_bidi::BidiInfo::new(&text, None);
        let right_to_left = bidi
            .paragraphs
            .first()
            .is_some_and(|paragraph| paragraph.level.is_rtl());
        let level = |at: usize| bidi.levels.get(at).map_or(0, unicode_bidi::Level::number);
        let words = words(&text)
            .map(|(range, spaced)| {
                let space_level = level(range.start.saturating_sub(1));
                let mut fragments = Vec::new();
                let mut inline_start = 0;
                for inline in inlines {
                    let inline_range = inline_start..inline_start + inline.text.len();
                    inline_start = inline_range.end;
                    let part = range.start.max(inline_range.start)..range.end.min(inline_range.end);
                    let mut from = part.start;
                    while from < part.end {
                        let here = level(from);
                        let to = text[from..part.end]
                            .char_indices()
                            .map(|(offset, _)| from + offset)
                            .find(|&at| level(at) != here)
                            .unwrap_or(part.end);
                        fragments.push(self.fragment(
                            &text[from..to],
                            inline.voice,
                            inline.colour,
                            here,
                        ));
                        from = to;
                    }
                }
                let voice = fragments
                    .first()
                    .map_or(Voice::Regular, |fragment| fragment.voice);
                let space = if spaced { self.space(voice) } else { 0.0 };
                Rc::new(Word::new(fragments, space, space_level))
            })
            .collect();
        Paragraph {
            words,
            right_to_left,
        }
    }

    /// The width of a space in ems.
    pub(crate) fn space(&self, voice: Voice) -> f64 {
        let pieces = self.shape(" ", voice, false);
        width(&pieces)
    }

    pub(crate) fn fragment(&self, text: &str, voice: Voice, colour: Colour, level: u8) -> Fragment {
        let pieces = self.shape(text, voice, level % 2 == 1);
        Fragment {
            pieces,
            text: text.to_owned(),
            voice,
            colour,
            level,
        }
    }

    /// A word of its own, such as an ellipsis that hangs on to the word before.
    pub(crate) fn word(&self, text: &str, voice: Voice, colour: Colour, level: u8) -> Word {
        Word::new(vec![self.fragment(text, voice, colour, level)], 0.0, level)
    }

    /// The part of a word before the byte `at` of its text, with a hyphen or without.
    pub(crate) fn head(&self, word: &Word, at: usize, hyphen: bool) -> Word {
        let mut head = Vec::new();
        let mut start = 0;
        for fragment in &word.fragments {
            let end = start + fragment.text.len();
            if end <= at {
                head.push(fragment.clone());
            } else if start < at {
                let left = &fragment.text[..at - start];
                head.push(self.fragment(left, fragment.voice, fragment.colour, fragment.level));
            }
            start = end;
        }
        if hyphen && let Some(last) = head.last_mut() {
            let mut hyphened = self.fragment(
                &format!("{}-", last.text),
                last.voice,
                last.colour,
                last.level,
            );
            hyphened.pieces = Rc::new(soften(&hyphened.pieces));
            hyphened.text.truncate(hyphened.text.len() - 1);
            *last = hyphened;
        }
        Word::new(head, word.space, word.space_level)
    }

    /// The word without a hyphen that is not in its text.
    pub(crate) fn unhyphened(&self, word: &Word) -> Word {
        let bare = word.fragments.iter().map(|fragment| {
            self.fragment(
                &fragment.text,
                fragment.voice,
                fragment.colour,
                fragment.level,
            )
        });
        Word::new(bare.collect(), word.space, word.space_level)
    }

    /// The part of a word from the byte `at` of its text.
    pub(crate) fn tail(&self, word: &Word, at: usize) -> Word {
        let mut tail = Vec::new();
        let mut start = 0;
        for fragment in &word.fragments {
            let end = start + fragment.text.len();
            if start >= at {
                tail.push(fragment.clone());
            } else if end > at {
                let right = &fragment.text[at - start..];
                tail.push(self.fragment(right, fragment.voice, fragment.colour, fragment.level));
            }
            start = end;
        }
        Word::new(tail, 0.0, word.space_level)
    }

    fn shape(&self, text: &str, voice: Voice, right_to_left: bool) -> Pieces {
        let key = (voice, right_to_left, text.to_owned());
        if let Some(pieces) = self.seen.borrow().get(&key) {
            return Rc::clone(pieces);
        }
        let mut pieces: Vec<Piece> = by_face(text, voice)
            .into_iter()
            .map(|(range, face)| match face {
                Some(face) => shape(&text[range], face, right_to_left),
                None => missing(&text[range], voice),
            })
            .collect();
        if right_to_left {
            pieces.reverse();
        }
        let pieces = Rc::new(pieces);
        self.seen.borrow_mut().insert(key, Rc::clone(&pieces));
        pieces
    }
}

impl Word {
    fn new(fragments: Vec<Fragment>, space: f64, space_level: u8) -> Self {
        let width = fragments
            .iter()
            .map(|fragment| width(&fragment.pieces))
            .sum();
        let characters = fragments
            .iter()
            .map(|fragment| fragment.text.chars().count())
            .sum();
        Self {
            fragments,
            width,
            space,
            space_level,
            characters,
        }
    }

    pub(crate) fn text(&self) -> String {
        self.fragments
            .iter()
            .map(|fragment| fragment.text.as_str())
            .collect()
    }

    fn missing(&self) -> usize {
        self.fragments
            .iter()
            .flat_map(|fragment| fragment.pieces.iter())
            .map(|piece| piece.missing)
            .sum()
    }
}

/// The words of a text with whether a space comes before; a line may also end after a hyphen, a dash or a slash that stands
/// between letters.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut at = 0;
    for (index, part) in text.split(' ').enumerate() {
        let end = at + part.len();
        let mut start = at;
        let mut spaced = index > 0;
        let characters: Vec<(usize, char)> = part.char_indices().collect();
        for window in characters.windows(3) {
            let [(_, before), (_, middle), (after_at, after)] = [window[0], window[1], window[2]];
            if matches!(middle, '-' | '–' | '—' | '/' | '‐')
                && before.is_alphanumeric()
                && after.is_alphabetic()
                && at + after_at > start
            {
                found.push((start..at + after_at, spaced));
                start = at + after_at;
                spaced = false;
            }
        }
        if start < end {
            found.push((start..end, spaced));
        }
        at = end + 1;
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::Face;

    fn prepare(text: &str) -> Prepared {
        let inline = Inline {
            text: text.to_owned(),
            voice: Voice::Regular,
            colour: Colour::INK,
        };
        Shaper::new(Language::Nl).prepare(&[inline])
    }

    fn faces(text: &str) -> Vec<Face> {
        let prepared = prepare(text);
        let fragments = prepared
            .paragraphs
            .iter()
            .flat_map(|p| &p.words)
            .flat_map(|w| &w.fragments);
        fragments
            .flat_map(|f| f.pieces.iter())
            .map(|piece| piece.face)
            .collect()
    }

    #[test]
    fn a_face_is_found_for_names_from_everywhere() {
        for (text, expect) in [
            ("Ayşe", Face::Regular),
            ("Łukasz", Face::Regular),
            ("Ελένη", Face::WideRegular),
            ("Ольга", Face::WideRegular),
            ("فاطمة", Face::ArabicRegular),
            ("👍🏽", Face::Emoji),
        ] {
            let prepared = prepare(text);
            assert_eq!(prepared.missing, 0, "{text}");
            assert_eq!(faces(text), [expect], "{text}");
        }
    }

    #[test]
    fn what_no_font_has_becomes_a_box_and_is_counted() {
        let prepared = prepare("naam 漢字");
        assert_eq!(prepared.missing, 2);
        for word in &prepared.paragraphs[0].words {
            for piece in word.fragments.iter().flat_map(|f| f.pieces.iter()) {
                assert!(piece.glyphs.iter().all(|glyph| glyph.id != 0));
            }
        }
    }

    #[test]
    fn kerning_is_applied() {
        let width = |text: &str| prepare(text).paragraphs[0].words[0].width;
        assert!(width("Te") < width("T") + width("e"));
    }

    #[test]
    fn arabic_runs_from_right_to_left() {
        assert!(prepare("فاطمة الزهراء").paragraphs[0].right_to_left);
        assert!(!prepare("Naam: فاطمة").paragraphs[0].right_to_left);
    }
}
