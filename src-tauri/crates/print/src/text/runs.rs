//! The glyph runs that a line becomes, in visual order.

use crate::colour::Colour;
use crate::face::Face;
use crate::page::{Glyph, GlyphRun};
use crate::text::lines::TextLine;
use crate::text::piece::Piece;
use crate::text::shape::{Fragment, Shaper};

impl Shaper {
    /// The runs of a line in reading order, with the line's own start at zero.
    pub(crate) fn runs(&self, line: &TextLine, size: f64, baseline: f64) -> Vec<GlyphRun> {
        let mut parts: Vec<Part> = Vec::new();
        for (index, word) in line.words.iter().enumerate() {
            if index > 0
                && word.space > 0.0
                && let Some(first) = word.fragments.first()
            {
                let fragment = self.fragment(" ", first.voice, first.colour, word.space_level);
                parts.extend(Part::of(&fragment));
            }
            for fragment in &word.fragments {
                parts.extend(Part::of(fragment));
            }
        }
        if !line.broken
            && !line.joined
            && let Some(last) = line.words.last().and_then(|word| word.fragments.last())
        {
            // The space that the line end stands for, so that words stay apart when the text is read or copied.
            let fragment =
                self.fragment(" ", last.voice, last.colour, u8::from(line.right_to_left));
            if !line.ends_paragraph && !line.right_to_left {
                parts.extend(Part::of(&fragment).into_iter().map(|part| Part {
                    hanging: true,
                    ..part
                }));
            }
        }
        for (order, part) in parts.iter_mut().enumerate() {
            part.order = order;
        }
        let one_way = parts.iter().all(|part| part.level == 0);
        reorder(&mut parts);
        let mut orders: Vec<usize> = Vec::new();
        let mut runs: Vec<GlyphRun> = Vec::new();
        let mut x = 0.0;
        for part in parts {
            let scale = size / part.piece_face.units_per_em();
            let advance = if part.hanging {
                0.0
            } else {
                f64::from(part.advance) * scale
            };
            match runs.last_mut() {
                Some(run)
                    if one_way && run.face == part.piece_face && run.colour == part.colour =>
                {
                    let shift = (run.width / scale).round();
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "a line is far shorter than two billion units"
                    )]
                    let shift = shift as i32;
                    append(run, &part, shift);
                    run.width += advance;
                }
                _ => {
                    let mut run = GlyphRun {
                        face: part.piece_face,
                        size,
                        x,
                        y: baseline,
                        width: advance,
                        colour: part.colour,
                        glyphs: Vec::new(),
                        text: String::new(),
                    };
                    append(&mut run, &part, 0);
                    runs.push(run);
                    orders.push(part.order);
                }
            }
            x += advance;
        }
        let mut ordered: Vec<(usize, GlyphRun)> = orders.into_iter().zip(runs).collect();
        ordered.sort_by_key(|(order, _)| *order);
        ordered.into_iter().map(|(_, run)| run).collect()
    }
}

/// Adds the glyphs of a part to a run.
fn append(run: &mut GlyphRun, part: &Part, shift: i32) {
    let offset = u32::try_from(run.text.len()).unwrap_or(u32::MAX);
    run.glyphs.extend(part.glyphs.iter().map(|glyph| Glyph {
        x: glyph.x + shift,
        start: glyph.start + offset,
        end: glyph.end + offset,
        ..*glyph
    }));
    run.text.push_str(&part.text);
}

/// A piece of a line, before the line is put in visual order.
struct Part {
    piece_face: Face,
    glyphs: Vec<Glyph>,
    advance: i32,
    text: String,
    colour: Colour,
    level: u8,
    /// A space at the end of a line, which takes no room.
    hanging: bool,
    /// Its place in reading order.
    order: usize,
}

impl Part {
    fn of(fragment: &Fragment) -> Vec<Self> {
        let part = |piece: &Piece| Self {
            piece_face: piece.face,
            glyphs: piece.glyphs.clone(),
            advance: piece.advance,
            text: piece.text.clone(),
            colour: fragment.colour,
            level: fragment.level,
            hanging: false,
            order: 0,
        };
        // The pieces of a fragment are in visual order; put them back in reading order, so that `reorder` sees only that.
        let mut parts: Vec<Self> = fragment.pieces.iter().map(part).collect();
        if fragment.level % 2 == 1 {
            parts.reverse();
        }
        parts
    }
}

/// Puts parts in visual order, by rule L2 of the bidirectional algorithm.
fn reorder(parts: &mut [Part]) {
    let highest = parts.iter().map(|part| part.level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut start = 0;
        while start < parts.len() {
            let length = parts[start..]
                .iter()
                .take_while(|part| part.level >= level)
                .count();
            parts[start..start + length].reverse();
            start += length.max(1);
        }
    }
}
