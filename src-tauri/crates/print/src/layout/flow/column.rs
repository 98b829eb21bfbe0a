//! What goes into a column.

use crate::layout::flow::{Flow, Kind, Passage, Piece};
use crate::layout::setter::Setter;

/// Where a column ends and the next one starts: a piece, and a line of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    piece: usize,
    line: usize,
}

/// What is in a column.
#[derive(Debug)]
pub(crate) struct Column {
    pub(super) placed: Vec<Placed>,
    /// The height that is used.
    pub(crate) used: f64,
    /// Where the next one starts.
    pub(crate) next: Cursor,
}

/// A piece, or some lines of it, in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) piece: usize,
    /// The lines of a text: the first, and the one after the last.
    pub(super) lines: (usize, usize),
    /// From the top of the column.
    pub(super) y: f64,
    pub(super) height: f64,
}

/// The size of a column and of the reading text in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) em: f64,
}

/// Rounding must not move what fits exactly.
const HAIR: f64 = 1e-6;
/// The fewest lines of a text before and after the end of a column.
const TOGETHER: usize = 2;

impl Flow {
    /// Whether nothing is left.
    pub(crate) fn is_done(&self, cursor: Cursor) -> bool {
        cursor.piece >= self.pieces.len()
    }

    /// How many characters there are from here on.
    pub(crate) fn characters_from(&self, cursor: Cursor) -> usize {
        let left = self.pieces.iter().skip(cursor.piece);
        left.map(Piece::characters).sum()
    }

    /// The sections of what is left.
    pub(crate) fn sections_from(&self, cursor: Cursor) -> impl Iterator<Item = (usize, usize)> {
        let left = self.pieces.iter().skip(cursor.piece);
        left.map(|piece| (piece.section, piece.characters()))
    }

    /// A height that is certainly needed, found without breaking a line.
    pub(crate) fn least_height(&self, frame: Frame, setter: &Setter<'_>) -> f64 {
        let heights = self.pieces.iter().map(|piece| match &piece.kind {
            Kind::Text(passage) => {
                let setting = passage.style.setting(frame.em);
                let lines = setter.natural_width(&passage.text) * setting.size / frame.width;
                lines * setting.leading * setting.size
            }
            Kind::Block(_) => 0.0,
        });
        heights.sum()
    }

    /// Whether every block is lower than a column.
    pub(crate) fn blocks_fit(&self, frame: Frame, setter: &Setter<'_>) -> bool {
        self.pieces.iter().all(|piece| match &piece.kind {
            Kind::Text(_) => true,
            Kind::Block(block) => block.height(frame.width, frame.em, setter) <= frame.height,
        })
    }

    /// Fills columns until all is placed or there are `most`.
    pub(crate) fn columns(
        &self,
        most: usize,
        setter: &Setter<'_>,
        frame: impl Fn(usize) -> Frame,
    ) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        let mut cursor = Cursor::default();
        while !self.is_done(cursor) && columns.len() < most {
            let column = self.column(cursor, frame(columns.len()), setter);
            cursor = column.next;
            columns.push(column);
        }
        columns
    }

    /// Fills one column; at least one line of text or one block goes into it.
    pub(crate) fn column(&self, from: Cursor, frame: Frame, setter: &Setter<'_>) -> Column {
        let mut placed: Vec<Placed> = Vec::new();
        let mut next = from;
        let mut y = 0.0;
        while let Some(piece) = self.pieces.get(next.piece) {
            let starts = piece.starts.is_some_and(|starts| starts <= self.starts);
            if starts && next.line == 0 && !placed.is_empty() {
                break;
            }
            let gap = if placed.is_empty() {
                0.0
            } else {
                piece.before * frame.em
            };
            let room = frame.height - y - gap + HAIR;
            let one = match &piece.kind {
                Kind::Text(passage) => {
                    let first = next.line;
                    let fits =
                        lines_that_fit(passage, first, room, placed.is_empty(), frame, setter);
                    fits.map(|(last, count, step)| {
                        #[expect(clippy::cast_precision_loss, reason = "there are few lines")]
                        let height = (last - first) as f64 * step;
                        ((first, last), height, last == count)
                    })
                }
                Kind::Block(block) => {
                    let height = block.height(frame.width, frame.em, setter);
                    (height <= room || placed.is_empty()).then_some(((0, 0), height, true))
                }
            };
            let Some((lines, height, whole)) = one else {
                break;
            };
            placed.push(Placed {
                piece: next.piece,
                lines,
                y: y + gap,
                height,
            });
            y += gap + height;
            if !whole {
                next.line = lines.1;
                return Column {
                    placed,
                    used: y,
                    next,
                };
            }
            next = Cursor {
                piece: next.piece + 1,
                line: 0,
            };
        }
        self.without_lone_headings(placed, next)
    }

    /// A column that ends with a heading leaves it to the next one.
    fn without_lone_headings(&self, mut placed: Vec<Placed>, mut next: Cursor) -> Column {
        if !self.is_done(next) {
            while placed.len() > 1
                && let Some(last) = placed.last()
                && self.pieces.get(last.piece).is_some_and(|piece| piece.keep)
            {
                next = Cursor {
                    piece: last.piece,
                    line: last.lines.0,
                };
                placed.pop();
            }
        }
        let used = placed.last().map_or(0.0, |last| last.y + last.height);
        Column { placed, used, next }
    }
}

/// How far a text gets in the room that is left: the line after the last one, how many there are, and from line to line. `None`
/// when it does not start here.
fn lines_that_fit(
    passage: &Passage,
    first: usize,
    room: f64,
    alone: bool,
    frame: Frame,
    setter: &Setter<'_>,
) -> Option<(usize, usize, f64)> {
    let setting = passage.style.setting(frame.em);
    let width = frame.width - 2.0 * passage.style.indent * frame.em;
    let count = setter.broken(&passage.text, width, setting).len();
    let step = setting.leading * setting.size;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a column has few lines"
    )]
    let fitting = (room / step).max(0.0) as usize;
    let left = count - first.min(count);
    if fitting >= left {
        return Some((count, count, step));
    }
    // Not one line alone here or in the next column.
    let here = fitting.min(left.saturating_sub(TOGETHER));
    if here >= TOGETHER {
        Some((first + here, count, step))
    } else if alone {
        Some((first + fitting.max(1), count, step))
    } else {
        None
    }
}
