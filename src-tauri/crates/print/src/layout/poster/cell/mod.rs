//! One box of the poster: measured and drawn by the same steps, so that the two cannot differ.

mod entry;
mod notes;
mod numbered;
mod quote;
mod rows;
mod title;

use crate::colour::Colour;
use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::poster::measures::{PAD, RADIUS};
use crate::layout::poster::scale::{Scale, sized};
use crate::layout::setter::Setter;
use crate::layout::setting::{Place, Setting};
use crate::page::Role;
use crate::text::shape::Prepared;

/// A text with where it is from.
pub(crate) struct Entry {
    pub(crate) field: Field,
    pub(crate) text: Prepared,
    pub(crate) hint: Prepared,
}

/// The top of a box.
pub(crate) enum Title {
    /// A heading with a coloured square, and a short text at its right.
    Heading {
        text: Prepared,
        marker: Colour,
        tag: Option<Entry>,
    },
    /// A label.
    Label(Prepared),
}

/// What a box holds.
pub(crate) enum Body {
    /// A text; its size in points at scale 1, and the fewest lines to write on where it is empty.
    Text(Entry, f64, u32),
    /// Numbered titles.
    Numbered(Vec<(Prepared, Entry)>),
    /// A quotation with who said it.
    Quote(Entry, Prepared),
    /// Coloured notes, each with its kind.
    Notes(Vec<(Colour, Prepared, Entry)>),
    /// Labels, each with a text.
    Rows(Vec<(Prepared, Entry)>),
}

/// One box.
pub(crate) struct Cell {
    pub(crate) title: Title,
    pub(crate) body: Body,
    pub(crate) fill: Colour,
    pub(crate) edge: Option<Colour>,
}

impl Cell {
    /// How eagerly the box takes room that is left over.
    pub(crate) fn eagerness(&self) -> f64 {
        let empty = match &self.body {
            Body::Text(entry, ..) | Body::Quote(entry, _) => entry.text.is_empty(),
            Body::Numbered(rows) | Body::Rows(rows) => {
                rows.iter().all(|(_, entry)| entry.text.is_empty())
            }
            Body::Notes(notes) => notes.iter().all(|(_, _, entry)| entry.text.is_empty()),
        };
        if empty { 2.0 } else { 1.0 }
    }
}

impl Setter<'_> {
    /// Sets a box and returns its height. Given a height, it fills that height.
    pub(crate) fn cell(
        &self,
        cell: &Cell,
        place: Place,
        fill: Option<f64>,
        scale: Scale,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        if let (Some(canvas), Some(height)) = (canvas.as_deref_mut(), fill) {
            let area = place.high(height);
            canvas.rect(
                area,
                RADIUS,
                Some(cell.fill),
                cell.edge.map(|colour| (colour, 0.6)),
            );
        }
        let inner = Place {
            x: place.x + PAD,
            y: place.y + PAD,
            width: place.width - 2.0 * PAD,
        };
        let section = canvas
            .as_deref_mut()
            .map_or(DOCUMENT, |canvas| canvas.node(Role::Section, DOCUMENT));
        let mut y = inner.y + self.title(&cell.title, inner, section, canvas.as_deref_mut());
        let room = fill.map(|height| place.y + height - PAD - y);
        let body = Place { y, ..inner };
        y += match &cell.body {
            Body::Text(entry, points, least) => {
                let size = sized(*points, scale, entry.text.characters);
                self.entry(
                    entry,
                    body,
                    room,
                    Setting::body(size, scale.most),
                    (*least, scale),
                    (section, Role::Paragraph),
                    canvas,
                )
            }
            Body::Numbered(rows) => self.numbered(rows, body, room, scale, section, canvas),
            Body::Quote(entry, teller) => {
                self.quote(entry, teller, body, room, scale, section, canvas)
            }
            Body::Notes(notes) => self.notes(notes, body, room, scale, section, canvas),
            Body::Rows(rows) => self.rows(rows, body, room, scale, section, canvas),
        };
        y + PAD - place.y
    }
}
