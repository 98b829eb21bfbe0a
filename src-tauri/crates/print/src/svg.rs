//! Pages as SVG, for the screen.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ttf_parser::{GlyphId, OutlineBuilder};

use crate::colour::Colour;
use crate::face::Face;
use crate::page::{Drawing, GlyphRun, Line, Mark, Page, Rect, Squares};

/// Draws a page. Text becomes outlines, so that the screen needs no fonts and shows exactly what is printed.
#[must_use]
pub fn write(page: &Page) -> String {
    let mut body = String::new();
    let mut outlines = Outlines::new();
    marks(&mut body, page, &mut outlines);
    let mut svg = String::new();
    let (width, height) = (number(page.width_mm), number(page.height_mm));
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{}</title><defs>",
        escaped(&page.title)
    );
    for ((face, id), path) in &outlines {
        if !path.is_empty() {
            let _ = write!(svg, "<path id=\"{}\" d=\"{path}\"/>", name(*face, *id));
        }
    }
    // The paper itself, which a sheet without a ground would not show.
    let _ = write!(
        svg,
        "</defs><path fill=\"#fff\" d=\"M0 0h{width}v{height}H0z\"/>"
    );
    svg.push_str(&body);
    svg.push_str("</svg>");
    svg
}

/// Every outline that is used, by face and glyph.
type Outlines = BTreeMap<(Face, u16), String>;

fn marks(svg: &mut String, page: &Page, outlines: &mut Outlines) {
    for item in &page.items {
        match &item.mark {
            Mark::Glyphs(run) => glyphs(svg, run, outlines),
            Mark::Rect(rect) => rectangle(svg, rect),
            Mark::Line(line) => straight(svg, line),
            Mark::Squares(squares) => grid(svg, squares),
            Mark::Drawing(shown) => drawing(svg, shown, outlines),
        }
    }
}

/// A part of another page: a window on it that cuts off the rest.
fn drawing(svg: &mut String, shown: &Drawing, outlines: &mut Outlines) {
    let part = shown.part;
    let _ = write!(
        svg,
        "<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\" preserveAspectRatio=\"none\">",
        number(shown.x),
        number(shown.y),
        number(part.width * shown.scale),
        number(part.height * shown.scale),
        number(part.x),
        number(part.y),
        number(part.width),
        number(part.height)
    );
    marks(svg, &shown.whole, outlines);
    svg.push_str("</svg>");
}

/// The identifier of an outline. It says which face and glyph, so that several drawings in one document may share it.
fn name(face: Face, id: u16) -> String {
    let letter = match face {
        Face::Display => 'd',
        Face::Regular => 'r',
        Face::Bold => 'b',
        Face::Italic => 'i',
        Face::WideRegular => 'w',
        Face::WideBold => 'x',
        Face::ArabicRegular => 'a',
        Face::ArabicBold => 'c',
        Face::Emoji => 'e',
    };
    format!("g{letter}{id}")
}

fn glyphs(svg: &mut String, run: &GlyphRun, outlines: &mut Outlines) {
    let scale = run.size / run.face.units_per_em();
    let _ = write!(
        svg,
        "<g fill=\"{}\" transform=\"matrix({s} 0 0 -{s} {} {})\">",
        hex(run.colour),
        number(run.x),
        number(run.y),
        s = precise(scale)
    );
    for glyph in &run.glyphs {
        let outline = outlines
            .entry((run.face, glyph.id))
            .or_insert_with(|| outline(run.face, glyph.id));
        if outline.is_empty() {
            continue;
        }
        let _ = write!(
            svg,
            "<use href=\"#{}\" x=\"{}\"",
            name(run.face, glyph.id),
            glyph.x
        );
        if glyph.y != 0 {
            let _ = write!(svg, " y=\"{}\"", glyph.y);
        }
        svg.push_str("/>");
    }
    svg.push_str("</g>");
}

fn rectangle(svg: &mut String, rect: &Rect) {
    let area = rect.area;
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
        number(area.x),
        number(area.y),
        number(area.width),
        number(area.height)
    );
    if rect.radius > 0.0 {
        let _ = write!(svg, " rx=\"{}\"", number(rect.radius));
    }
    let _ = write!(
        svg,
        " fill=\"{}\"",
        rect.fill.map_or_else(|| "none".to_owned(), hex)
    );
    if let Some((colour, width)) = rect.stroke {
        let _ = write!(
            svg,
            " stroke=\"{}\" stroke-width=\"{}\"",
            hex(colour),
            number(width)
        );
    }
    svg.push_str("/>");
}

fn straight(svg: &mut String, line: &Line) {
    let _ = write!(
        svg,
        "<path d=\"M{} {}L{} {}\" stroke=\"{}\" stroke-width=\"{}\"",
        number(line.from.0),
        number(line.from.1),
        number(line.to.0),
        number(line.to.1),
        hex(line.colour),
        number(line.width)
    );
    if let Some(step) = line.dots {
        let _ = write!(
            svg,
            " stroke-linecap=\"round\" stroke-dasharray=\"0 {}\"",
            number(step)
        );
    }
    svg.push_str("/>");
}

fn grid(svg: &mut String, squares: &Squares) {
    let _ = write!(
        svg,
        "<path fill=\"{}\" shape-rendering=\"crispEdges\" transform=\"matrix({s} 0 0 {s} {} {})\" d=\"",
        hex(squares.colour),
        number(squares.x),
        number(squares.y),
        s = precise(squares.side)
    );
    for (column, row, length) in &squares.stretches {
        let _ = write!(svg, "M{column} {row}h{length}v1h-{length}z");
    }
    svg.push_str("\"/>");
}

/// The outline of a glyph as path data, in units of the face.
fn outline(face: Face, id: u16) -> String {
    let mut path = Path(String::new());
    if let Some(loaded) = face.loaded() {
        let _ = loaded.outlines.outline_glyph(GlyphId(id), &mut path);
    }
    path.0
}

struct Path(String);

impl Path {
    fn add(&mut self, letter: char, numbers: &[f32]) {
        self.0.push(letter);
        for (index, value) in numbers.iter().enumerate() {
            let value = value.round();
            if index > 0 && value >= 0.0 {
                self.0.push(' ');
            }
            let _ = write!(self.0, "{value}");
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[x, y]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[x1, y1, x, y]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[x1, y1, x2, y2, x, y]);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}

fn hex(colour: Colour) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2)
}

fn number(value: f64) -> String {
    trimmed(format!("{value:.2}"))
}

fn precise(value: f64) -> String {
    trimmed(format!("{value:.6}"))
}

fn trimmed(text: String) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\n', " ")
}
