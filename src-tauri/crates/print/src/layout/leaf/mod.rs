//! A page of paper to work on: what the A4 sheets share, from the band at the top to boxes to tick.
//!
//! These sheets are white, unlike posters: they are written on and copied, and a tint over the whole page becomes a grey haze on
//! an office printer.

mod forms;
mod style;
mod table;

use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::setter::Setter;
use crate::layout::setting::{Fit, POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;
use crate::text::typography::polish;

pub(crate) use forms::Cut;
pub(crate) use style::Style;
pub(crate) use table::{Column, HEAD, padded};

/// A4, portrait, in millimetres.
pub(crate) const PAGE_WIDTH: f64 = 210.0;
/// A4, portrait.
pub(crate) const PAGE_HEIGHT: f64 = 297.0;
/// The free edge at either side.
pub(crate) const MARGIN: f64 = 14.0;
/// The width between the margins.
pub(crate) const WIDTH: f64 = PAGE_WIDTH - 2.0 * MARGIN;
/// The dark band at the top.
const BAND: f64 = 12.0;
/// The coloured stripe below it.
const STRIPE: f64 = 2.0;
/// Where the content of a page starts.
pub(crate) const TOP: f64 = BAND + STRIPE + 7.0;
/// Where it ends; below it is the number of the page.
pub(crate) const BOTTOM: f64 = PAGE_HEIGHT - 15.0;
/// The corners of boxes.
pub(crate) const RADIUS: f64 = 2.0;
/// The least size of a text on these sheets.
pub(crate) const SMALLEST_POINTS: f64 = 9.0;
/// What stands in the band.
const BAND_POINTS: (f64, f64) = (10.5, 11.5);

/// A page that is drawn on.
pub(crate) struct Leaf<'a> {
    pub(crate) setter: &'a Setter<'a>,
    pub(crate) canvas: &'a mut Canvas,
    /// The part of the document that what is written belongs to.
    pub(crate) section: NodeId,
    /// What a warning names.
    pub(crate) field: Field,
}

impl<'a> Leaf<'a> {
    /// A page with the band at its top, which names the session and the region; only on the first page is that read out.
    pub(crate) fn start(
        setter: &'a Setter<'a>,
        canvas: &'a mut Canvas,
        [left, right]: [&str; 2],
    ) -> Self {
        let mut leaf = Self::bare(setter, canvas);
        leaf.canvas.band(PAGE_WIDTH, BAND);
        leaf.canvas.stripe(BAND, PAGE_WIDTH, STRIPE);
        let drawn = leaf.canvas.items();
        leaf.ends([left, right], 0.0, BAND, Colour::WHITE);
        if leaf.canvas.pages() > 0 {
            leaf.canvas.repeat(drawn);
        }
        leaf
    }

    /// A page with nothing on it.
    pub(crate) fn bare(setter: &'a Setter<'a>, canvas: &'a mut Canvas) -> Self {
        let section = canvas.node(Role::Section, DOCUMENT);
        Self {
            setter,
            canvas,
            section,
            field: Field::Header,
        }
    }

    /// Two texts at either end of a line across the page.
    pub(crate) fn ends(&mut self, texts: [&str; 2], y: f64, height: f64, colour: Colour) {
        let style = Style::LABEL.colour(colour);
        let [left, right] = texts.map(|text| self.prepare(text, style));
        let band = Area {
            x: MARGIN,
            y,
            width: WIDTH,
            height,
        };
        let spot = (self.section, Field::Header);
        self.setter
            .ends([&left, &right], band, BAND_POINTS, spot, self.canvas);
    }

    /// The number of the page among all, at its foot.
    pub(crate) fn page_number(&mut self, number: usize, of: usize) {
        if of < 2 {
            return;
        }
        let place = Place {
            x: MARGIN,
            y: PAGE_HEIGHT - 12.8,
            width: WIDTH,
        };
        let style = Style::LABEL.colour(Colour::QUIET).at_end();
        let drawn = self.canvas.items();
        self.says(&format!("{number} / {of}"), style, place);
        self.canvas.repeat(drawn);
    }

    /// The title of the sheet with what it belongs to beside it, and what to do below; the height of all.
    pub(crate) fn title(&mut self, title: &str, beside: &str, hint: &str, y: f64) -> f64 {
        let half = if beside.trim().is_empty() {
            WIDTH
        } else {
            0.5 * WIDTH
        };
        let area = Area {
            x: MARGIN,
            y,
            width: half,
            height: 12.0,
        };
        self.field = Field::Header;
        self.inside(Role::Heading1, title, Style::TITLE, area);
        self.field = Field::JoinTable;
        let area = Area {
            x: MARGIN + half + 4.0,
            width: WIDTH - half - 4.0,
            ..area
        };
        self.inside(Role::Paragraph, beside, Style::BESIDE, area);
        self.field = Field::Header;
        let place = Place {
            x: MARGIN,
            y: y + 13.5,
            width: WIDTH,
        };
        13.5 + self.says(hint, Style::HINT, place)
    }

    /// A heading; its height.
    pub(crate) fn heading(&mut self, text: &str, place: Place) -> f64 {
        self.write(Role::Heading2, text, Style::HEADING, place)
    }

    /// A paragraph; its height.
    pub(crate) fn says(&mut self, text: &str, style: Style, place: Place) -> f64 {
        self.write(Role::Paragraph, text, style, place)
    }

    /// A text in a role; its height.
    pub(crate) fn write(&mut self, role: Role, text: &str, style: Style, place: Place) -> f64 {
        let text = self.prepare(text, style);
        let setting = self.setting(&text, style, place.width, f64::INFINITY);
        let spot = (role, self.section, self.field);
        self.setter.put(&text, place, setting, spot, self.canvas)
    }

    /// The height that a text takes at a width.
    pub(crate) fn height(&self, text: &str, style: Style, width: f64) -> f64 {
        let text = self.prepare(text, style);
        if text.is_empty() {
            return 0.0;
        }
        let setting = self.setting(&text, style, width, f64::INFINITY);
        let place = Place {
            x: 0.0,
            y: 0.0,
            width,
        };
        self.setter.text(&text, place, setting, None)
    }

    /// A text in the middle of the height of a box, as large as it fits there.
    pub(crate) fn inside(&mut self, role: Role, text: &str, style: Style, area: Area) {
        let text = self.prepare(text, style);
        let setting = self.setting(&text, style, area.width, area.height);
        let place = Place {
            x: area.x,
            y: area.y,
            width: area.width,
        };
        let used = self.setter.text(&text, place, setting, None);
        let place = Place {
            y: area.y + (area.height - used) / 2.0,
            ..place
        };
        let spot = (role, self.section, self.field);
        self.setter.put(&text, place, setting, spot, self.canvas);
    }

    /// Does something within a part of its own.
    pub(crate) fn part<T>(&mut self, role: Role, then: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.section;
        self.section = self.canvas.node(role, outer);
        let done = then(self);
        self.section = outer;
        done
    }

    fn prepare(&self, text: &str, style: Style) -> Prepared {
        let text = polish(text);
        let text = if style.lines == 1 {
            text.replace('\n', " ")
        } else {
            text
        };
        self.setter.prepare(&text, style.voice, style.colour)
    }

    fn setting(&self, text: &Prepared, style: Style, width: f64, height: f64) -> Setting {
        let fit = Fit {
            width,
            height,
            most: style.lines,
            leading: style.leading,
            hyphens: Hyphens::Needed,
            points: (style.least, style.most),
        };
        let size = self
            .setter
            .largest(text, fit)
            .unwrap_or(style.least * POINT);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a box has few lines"
        )]
        let room = (height / (style.leading * size) + 1e-6).min(1e3) as usize;
        Setting {
            size,
            leading: style.leading,
            hyphens: Hyphens::Needed,
            rag: match style.voice {
                Voice::Display | Voice::Bold => Rag::Even,
                Voice::Regular | Voice::Italic => Rag::Text,
            },
            align: style.align,
            most: style.lines.min(room).max(1),
        }
    }
}

/// What a table is called: its number, and its name where it has one; "Tafel …" with room to write where the number is 0.
pub(crate) fn table_name(word: &str, number: u32, name: &str) -> String {
    let name = name.trim();
    match (number, name.is_empty()) {
        (0, true) => format!("{word} ……"),
        (0, false) => name.to_owned(),
        (number, true) => format!("{word} {number}"),
        (number, false) => format!("{word} {number} · {name}"),
    }
}

/// The same on two lines: the number above the name.
pub(crate) fn table_lines(word: &str, number: u32, name: &str) -> String {
    let name = name.trim();
    match (number, name.is_empty()) {
        (0, _) | (_, true) => table_name(word, number, name),
        (number, false) => format!("{word} {number}\n{name}"),
    }
}

/// The words with values in their places, such as `{n}`.
pub(crate) fn filled(words: &str, values: &[(&str, &str)]) -> String {
    let mut text = words.to_owned();
    for (place, value) in values {
        text = text.replace(&format!("{{{place}}}"), value);
    }
    text
}
