//! The content of a page: operators that draw, wrapped in marks that say where each belongs.

use std::fmt::Write as _;

use crate::colour::Colour;
use crate::page::{Drawing, Glyph, GlyphRun, Line, Mark, NodeId, Page, Rect, Squares};
use crate::pdf::POINTS;
use crate::pdf::fonts::{Fonts, Used, resource};
use crate::pdf::forms::Forms;

/// A drawn page.
pub(crate) struct Drawn {
    pub(crate) bytes: Vec<u8>,
    /// The node of each marked content, by its number.
    pub(crate) nodes: Vec<NodeId>,
}

/// How far a control point lies along a round corner.
const ROUND: f64 = 0.552_285;

/// Draws a page.
pub(crate) fn draw(page: &Page, fonts: &Fonts, forms: &Forms) -> Drawn {
    let mut pen = Pen::new(page, fonts, forms);
    let mut nodes = Vec::new();
    for group in page.items.chunk_by(|a, b| a.node == b.node) {
        match group.first().and_then(|item| item.node) {
            Some(node) => {
                let _ = writeln!(pen.out, "/P <</MCID {}>> BDC", nodes.len());
                nodes.push(node);
            }
            None => pen.out.push_str("/Artifact BMC\n"),
        }
        for item in group {
            pen.mark(&item.mark);
        }
        pen.out.push_str("EMC\n");
    }
    Drawn {
        bytes: pen.out.into_bytes(),
        nodes,
    }
}

/// Draws a page that others refer to: nothing in it has a place in the structure.
pub(crate) fn draw_shared(page: &Page, fonts: &Fonts, forms: &Forms) -> Vec<u8> {
    let mut pen = Pen::new(page, fonts, forms);
    for item in &page.items {
        pen.mark(&item.mark);
    }
    pen.out.into_bytes()
}

struct Pen<'a> {
    out: String,
    height: f64,
    fonts: &'a Fonts,
    forms: &'a Forms,
}

impl<'a> Pen<'a> {
    const fn new(page: &Page, fonts: &'a Fonts, forms: &'a Forms) -> Self {
        Self {
            out: String::new(),
            height: page.height_mm,
            fonts,
            forms,
        }
    }
}

impl Pen<'_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Glyphs(run) => self.run(run),
            Mark::Rect(rect) => self.rect(rect),
            Mark::Line(line) => self.line(line),
            Mark::Squares(squares) => self.squares(squares),
            Mark::Drawing(drawing) => self.drawing(drawing),
        }
    }

    /// Shows a part of a page that others refer to.
    fn drawing(&mut self, drawing: &Drawing) {
        let Some(name) = self.forms.name(&drawing.whole) else {
            return;
        };
        let Drawing { part, scale, .. } = *drawing;
        let (width, height) = (part.width * scale, part.height * scale);
        // The origin of the page that is shown is its corner at the bottom left.
        let corner = self.place(
            drawing.x - part.x * scale,
            drawing.y + (drawing.whole.height_mm - part.y) * scale,
        );
        let _ = writeln!(
            self.out,
            "q {} {} {} re W n {s} 0 0 {s} {corner} cm /{name} Do Q",
            self.place(drawing.x, drawing.y + height),
            number(width * POINTS),
            number(height * POINTS),
            s = format_args!("{scale:.6}"),
        );
    }

    fn place(&self, x: f64, y: f64) -> String {
        format!(
            "{} {}",
            number(x * POINTS),
            number((self.height - y) * POINTS)
        )
    }

    fn run(&mut self, run: &GlyphRun) {
        let Some(used) = self.fonts.get(run.face) else {
            return;
        };
        let unit = run.size / run.face.units_per_em();
        let _ = writeln!(
            self.out,
            "BT /{} {} Tf {} rg {} Td",
            resource(run.face),
            number(run.size * POINTS),
            colour(run.colour),
            self.place(run.x, run.y)
        );
        // Where the reader's pen is, in thousandths of the em.
        let mut pen = 0.0;
        let mut rise = 0;
        // What completes other glyphs comes last and says nothing, so that the letters of a word follow each other.
        let (silent, speaking): (Vec<Glyph>, Vec<Glyph>) =
            run.glyphs.iter().partition(|glyph| says_nothing(glyph));
        for (glyphs, silent) in [(speaking, false), (silent, true)] {
            if glyphs.is_empty() {
                continue;
            }
            if silent {
                self.out.push_str("/Span <</ActualText ()>> BDC ");
            }
            for level in glyphs.chunk_by(|a, b| a.y == b.y) {
                let height = level.first().map_or(0, |glyph| glyph.y);
                if height != rise {
                    let _ = write!(
                        self.out,
                        "{} Ts ",
                        number(f64::from(height) * unit * POINTS)
                    );
                    rise = height;
                }
                self.show(run, level, used, &mut pen);
            }
            self.out.push_str(if silent { "EMC\n" } else { "\n" });
        }
        if rise != 0 {
            self.out.push_str("0 Ts ");
        }
        self.out.push_str("ET\n");
    }

    /// Shows glyphs, moving by what the font's widths do not say.
    fn show(&mut self, run: &GlyphRun, glyphs: &[Glyph], used: &Used, pen: &mut f64) {
        let thousandth = 1000.0 / run.face.units_per_em();
        self.out.push('[');
        let mut open = false;
        for glyph in glyphs {
            let code = used.code(run, glyph);
            let wanted = f64::from(glyph.x) * thousandth;
            let back = ((*pen - wanted) * 100.0).round() / 100.0;
            if back != 0.0 {
                if open {
                    self.out.push('>');
                    open = false;
                }
                let _ = write!(self.out, "{}", number(back));
                *pen -= back;
            }
            if !open {
                self.out.push('<');
                open = true;
            }
            let _ = write!(self.out, "{code:04X}");
            *pen += used.width(code);
        }
        self.out.push_str(if open { ">]TJ " } else { "]TJ " });
    }

    fn rect(&mut self, rect: &Rect) {
        let area = rect.area;
        let (left, top, right, bottom) =
            (area.x, area.y, area.x + area.width, area.y + area.height);
        if let Some(fill) = rect.fill {
            let _ = write!(self.out, "{} rg ", colour(fill));
        }
        if let Some((stroke, width)) = rect.stroke {
            let _ = write!(
                self.out,
                "{} RG {} w ",
                colour(stroke),
                number(width * POINTS)
            );
        }
        if rect.radius > 0.0 {
            let radius = rect.radius.min(area.width / 2.0).min(area.height / 2.0);
            let inset = radius * (1.0 - ROUND);
            let _ = write!(self.out, "{} m ", self.place(left + radius, top));
            for [(x, y), (x1, y1), (x2, y2), (x3, y3)] in [
                [
                    (right - radius, top),
                    (right - inset, top),
                    (right, top + inset),
                    (right, top + radius),
                ],
                [
                    (right, bottom - radius),
                    (right, bottom - inset),
                    (right - inset, bottom),
                    (right - radius, bottom),
                ],
                [
                    (left + radius, bottom),
                    (left + inset, bottom),
                    (left, bottom - inset),
                    (left, bottom - radius),
                ],
                [
                    (left, top + radius),
                    (left, top + inset),
                    (left + inset, top),
                    (left + radius, top),
                ],
            ] {
                let places = [
                    self.place(x, y),
                    self.place(x1, y1),
                    self.place(x2, y2),
                    self.place(x3, y3),
                ];
                let _ = write!(
                    self.out,
                    "{} l {} {} {} c ",
                    places[0], places[1], places[2], places[3]
                );
            }
            self.out.push_str("h ");
        } else {
            let _ = write!(
                self.out,
                "{} {} {} re ",
                self.place(left, bottom),
                number(area.width * POINTS),
                number(area.height * POINTS)
            );
        }
        self.out.push_str(match (rect.fill, rect.stroke) {
            (Some(_), Some(_)) => "B\n",
            (Some(_), None) => "f\n",
            (None, Some(_)) => "S\n",
            (None, None) => "n\n",
        });
    }

    fn line(&mut self, line: &Line) {
        let _ = write!(
            self.out,
            "{} RG {} w ",
            colour(line.colour),
            number(line.width * POINTS)
        );
        if let Some(step) = line.dots {
            let _ = write!(self.out, "1 J [0 {}] 0 d ", number(step * POINTS));
        }
        let (from, to) = (
            self.place(line.from.0, line.from.1),
            self.place(line.to.0, line.to.1),
        );
        let _ = writeln!(self.out, "{from} m {to} l S");
        if line.dots.is_some() {
            self.out.push_str("0 J [] 0 d\n");
        }
    }

    fn squares(&mut self, squares: &Squares) {
        let side = squares.side * POINTS;
        let _ = writeln!(
            self.out,
            "q {} rg {s} 0 0 -{s} {} cm",
            colour(squares.colour),
            self.place(squares.x, squares.y),
            s = format_args!("{side:.5}")
        );
        for (column, row, length) in &squares.stretches {
            let _ = writeln!(self.out, "{column} {row} {length} 1 re");
        }
        self.out.push_str("f Q\n");
    }
}

/// Whether a glyph only completes the one before or after it, which says the text of both.
fn says_nothing(glyph: &Glyph) -> bool {
    glyph.start == glyph.end && !glyph.soft
}

fn colour(colour: Colour) -> String {
    let part = |value: u8| number(f64::from(value) / 255.0);
    format!("{} {} {}", part(colour.0), part(colour.1), part(colour.2))
}

fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
