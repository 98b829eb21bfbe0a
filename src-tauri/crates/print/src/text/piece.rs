//! Glyphs of one face: which face shows a text, and the glyphs that it becomes there.

use std::ops::Range;

use harfrust::{Buffer, BufferFlags, Direction, Script, ShapeOptions};
use unicode_segmentation::UnicodeSegmentation;

use crate::face::{Face, Voice};
use crate::page::Glyph;

/// What stands for a character that no font has.
const MISSING: &str = "□";

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

/// The width of pieces in ems.
pub(super) fn width(pieces: &[Piece]) -> f64 {
    pieces
        .iter()
        .map(|piece| f64::from(piece.advance) / piece.face.units_per_em())
        .sum()
}

/// Marks the hyphen that ends the pieces as one that is not in the text.
pub(super) fn soften(pieces: &[Piece]) -> Vec<Piece> {
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

/// Splits a text by the face that shows it: one face for all if there is one, or else the best for each cluster.
pub(super) fn by_face(text: &str, voice: Voice) -> Vec<(Range<usize>, Option<Face>)> {
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
pub(super) fn shape(text: &str, face: Face, right_to_left: bool) -> Piece {
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
pub(super) fn missing(cluster: &str, voice: Voice) -> Piece {
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
