//! Words shaped into glyphs, with a face found for each of their characters.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use harfrust::{Buffer, BufferFlags, Direction, Script, ShapeOptions};
use unicode_segmentation::UnicodeSegmentation;

use crate::colour::Colour;
use crate::face::{Face, Voice};
use crate::page::Glyph;
use crate::poster::Language;

/// What stands for a character that no font has.
const MISSING: &str = "□";

/// A stretch of text in one voice and colour.
#[derive(Clone, Debug)]
pub(crate) struct Inline {
    pub(crate) text: String,
    pub(crate) voice: Voice,
    pub(crate) colour: Colour,
}

/// Glyphs of one face, in one direction.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) face: Face,
    pub(crate) glyphs: Vec<Glyph>,
    /// The advance in units of the face.
    pub(crate) advance: i32,
    pub(crate) text: String,
    pub(crate) missing: usize,
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

/// The width of pieces in ems.
fn width(pieces: &[Piece]) -> f64 {
    pieces
        .iter()
        .map(|piece| f64::from(piece.advance) / piece.face.units_per_em())
        .sum()
}

/// Marks the hyphen that ends the pieces as one that is not in the text.
fn soften(pieces: &[Piece]) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    pieces
        .iter()
        .enumerate()
        .map(|(index, piece)| {
            let mut glyphs = piece.glyphs.clone();
            if index == last
                && let Some(glyph) = glyphs.last_mut()
            {
                glyph.soft = true;
            }
            Piece {
                face: piece.face,
                glyphs,
                advance: piece.advance,
                text: piece.text.clone(),
                missing: piece.missing,
            }
        })
        .collect()
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

/// Splits a text by the face that shows it: one face for all if there is one, or else the best for each cluster.
fn by_face(text: &str, voice: Voice) -> Vec<(Range<usize>, Option<Face>)> {
    let covers = |face: Face, part: &str| {
        part.chars()
            .all(|character| ignorable(character) || face.covers(character))
    };
    let faces = voice.faces();
    if let Some(face) = faces.into_iter().find(|&face| covers(face, text)) {
        return vec![(0..text.len(), Some(face))];
    }
    let mut parts: Vec<(Range<usize>, Option<Face>)> = Vec::new();
    for (start, cluster) in text.grapheme_indices(true) {
        let face = faces.into_iter().find(|&face| covers(face, cluster));
        match parts.last_mut() {
            Some((range, last)) if *last == face && face.is_some() => {
                range.end = start + cluster.len()
            }
            _ => parts.push((start..start + cluster.len(), face)),
        }
    }
    parts
}

/// Whether a character only joins or varies its neighbours.
const fn ignorable(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Shapes a text of which the face has every character.
fn shape(text: &str, face: Face, right_to_left: bool) -> Piece {
    let mut piece = Piece {
        face,
        glyphs: Vec::new(),
        advance: 0,
        text: text.to_owned(),
        missing: 0,
    };
    let Some(shaper) = face.shaper() else {
        return piece;
    };
    let mut buffer = Buffer::new();
    buffer.set_flags(
        BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE,
    );
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if right_to_left {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    });
    buffer.set_language(None);
    let mut options = ShapeOptions::new();
    if !right_to_left && (buffer.script() == Some(Script::LATIN) || buffer.script().is_none()) {
        buffer.set_script(Some(Script::LATIN));
        options = options.plan(face.latin_plan());
    }
    if harfrust::shape(&shaper, &mut buffer, options).is_err() {
        return piece;
    }
    let infos = buffer.glyph_infos();
    let mut starts: Vec<u32> = infos.iter().map(|info| info.cluster).collect();
    starts.sort_unstable();
    starts.dedup();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    // The widest glyph of a cluster has its text; the others, such as dots, complete it.
    let mut widest: Vec<(u32, usize, i32)> = Vec::new();
    for (index, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
        match widest.last_mut() {
            Some((cluster, at, advance)) if *cluster == info.cluster => {
                if position.x_advance > *advance {
                    (*at, *advance) = (index, position.x_advance);
                }
            }
            _ => widest.push((info.cluster, index, position.x_advance)),
        }
    }
    let mut speaking = widest.into_iter().map(|(_, index, _)| index).peekable();
    for (index, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
        let start = info.cluster;
        let end = starts
            .iter()
            .copied()
            .find(|&next| next > start)
            .unwrap_or(length);
        let speaks = speaking.next_if_eq(&index).is_some();
        piece.glyphs.push(Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            x: piece.advance + position.x_offset,
            y: position.y_offset,
            start,
            end: if speaks { end } else { start },
            soft: false,
        });
        piece.advance += position.x_advance;
    }
    piece
}

/// A box in the place of a cluster that no face has; its text stays what it was.
fn missing(cluster: &str, voice: Voice) -> Piece {
    let face = voice.faces()[1];
    let mut piece = shape(MISSING, face, false);
    piece.text = cluster.to_owned();
    piece.missing = cluster.chars().count();
    for glyph in &mut piece.glyphs {
        glyph.start = 0;
        glyph.end = u32::try_from(cluster.len()).unwrap_or(u32::MAX);
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

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
