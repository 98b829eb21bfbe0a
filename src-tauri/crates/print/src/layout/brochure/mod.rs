//! The perspective brochure: A5 panels, imposed on A4 landscape.

mod boxes;
mod content;
mod cover;
mod impose;
mod measures;

use crate::brochure::{Brochure, BrochureForm};
use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::brochure::content::{Filler, one_line};
use crate::layout::brochure::impose::{impose, order};
use crate::layout::brochure::measures::{
    BOTTOM, FOOT, FOOT_POINTS, LARGER, MARGIN, PAGE_HEIGHT, PANEL, SMALLER, TOP, USUAL, WIDTH,
};
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::flow::{Column, Flow, Frame, Sections, Spot, Starts};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, POINT, Place, Setting};
use crate::page::{Role, Sheets, WarningCode};
use crate::text::lines::Breaking;
use crate::text::shape::Shaper;
use crate::text::typography::verbatim;
use crate::words::{BrochureWords, ChartWords, filled};

/// How many of the smaller sizes are tried before an observation may run on over two panels.
const APART: usize = 4;
/// The least room for other stories that fit, below the stories.
const FOUND: f64 = 52.0;
/// Above it.
const ABOVE_FOUND: f64 = 10.0;
/// The panels of one sheet, and of two.
const PANELS: [usize; 2] = [4, 8];

/// Lays out the brochure of one perspective: four panels on one sheet of A4, or eight on two.
///
/// What does not fit on four panels gets eight, then smaller text; what still does not fit is named in the warnings, and the
/// last panel says so. Panels that are left over have lines for notes.
#[must_use]
pub fn lay_out_brochure(brochure: &Brochure, words: &BrochureWords, chart: &ChartWords) -> Sheets {
    let shaper = Shaper::new(brochure.language);
    let setter = Setter::new(&shaper);
    let mut filler = Filler::new(brochure, words, chart, &setter);
    let mut flow = filler.flow();
    let plan = Plan::fitting(&mut flow, &setter);
    let mut book = Book {
        brochure,
        words,
        setter: &setter,
        canvas: Canvas::new(),
        panel: 1,
        plan: &plan,
    };
    cover::draw(brochure, words, &setter, &mut book.canvas);
    book.finish_panel();
    let mut sections = Sections::default();
    for (index, column) in plan.columns.iter().enumerate() {
        let last = index + 1 == plan.columns.len() && !brochure.stories.is_empty();
        let found = (last && plan.whole).then(|| filler.found());
        book.column(&flow, column, (plan.em, found), &mut sections);
    }
    book.warn(&flow);
    while book.panel <= plan.panels {
        let notes = filler.notes();
        let frame = frame(USUAL * POINT);
        for column in &notes.columns(1, &setter, |_| frame) {
            book.column(&notes, column, (frame.em, None), &mut Sections::default());
        }
    }
    let title = |[left, right]: [usize; 2]| {
        let (from, to) = ((left + 1).to_string(), (right + 1).to_string());
        let places = [
            ("code", brochure.code.trim()),
            ("title", &one_line(&brochure.title)),
            ("from", &from),
            ("to", &to),
        ];
        filled(&words.pages, &places).trim().to_owned()
    };
    let order = order(plan.panels, brochure.form);
    impose(book.canvas.into_sheets(), &order, title)
}

const fn frame(em: f64) -> Frame {
    Frame {
        width: WIDTH,
        height: BOTTOM - TOP,
        em,
    }
}

/// What is on which panel, and how large.
struct Plan {
    columns: Vec<Column>,
    em: f64,
    panels: usize,
    /// Whether all of it is on the panels.
    whole: bool,
}

impl Plan {
    /// `None` when it is clear at once that it does not fit.
    fn new(
        flow: &mut Flow,
        (panels, points, starts): (usize, f64, Starts),
        setter: &Setter<'_>,
    ) -> Option<Self> {
        let frame = frame(points * POINT);
        #[expect(clippy::cast_precision_loss, reason = "there are few panels")]
        let room = (panels - 1) as f64 * frame.height;
        if flow.least_height(frame, setter) > room {
            return None;
        }
        Some(Self::filled(flow, (panels, points, starts), setter))
    }

    fn filled(
        flow: &mut Flow,
        (panels, points, starts): (usize, f64, Starts),
        setter: &Setter<'_>,
    ) -> Self {
        let frame = frame(points * POINT);
        flow.starts = starts;
        let columns = flow.columns(panels - 1, setter, |_| frame);
        let done = columns.last().is_none_or(|last| flow.is_done(last.next));
        Self {
            whole: done && flow.blocks_fit(frame, setter),
            columns,
            em: frame.em,
            panels,
        }
    }

    /// More panels before smaller text, and a little smaller text before an observation runs on over two panels.
    fn fitting(flow: &mut Flow, setter: &Setter<'_>) -> Self {
        let [few, many] = PANELS;
        let usual = [(few, USUAL), (many, USUAL)].into_iter();
        let smaller = SMALLER.map(|points| (many, points));
        let apart = usual.chain(smaller.iter().copied().take(APART));
        let apart = apart.flat_map(|(panels, points)| {
            let starts = [Starts::All, Starts::Main];
            starts.map(|starts| (panels, points, starts))
        });
        let running = std::iter::once((many, USUAL)).chain(smaller);
        let running = running.map(|(panels, points)| (panels, points, Starts::Nothing));
        for ways in apart.chain(running) {
            if let Some(plan) = Self::new(flow, ways, setter).filter(|plan| plan.whole) {
                return plan.enlarged(flow, ways, setter);
            }
        }
        let [.., smallest] = SMALLER;
        Self::filled(flow, (many, smallest, Starts::Nothing), setter)
    }

    /// The same with larger text, where that takes no more panels.
    fn enlarged(
        self,
        flow: &mut Flow,
        (panels, points, starts): (usize, f64, Starts),
        setter: &Setter<'_>,
    ) -> Self {
        if points < USUAL {
            return self;
        }
        for points in LARGER {
            let larger = Self::new(flow, (panels, points, starts), setter);
            let fits = |larger: &Self| larger.whole && larger.columns.len() <= self.columns.len();
            if let Some(larger) = larger.filter(fits) {
                return larger;
            }
        }
        self
    }
}

/// The panels as they are drawn.
struct Book<'a> {
    brochure: &'a Brochure,
    words: &'a BrochureWords,
    setter: &'a Setter<'a>,
    canvas: Canvas,
    /// The panel that is drawn, from 1.
    panel: usize,
    plan: &'a Plan,
}

impl Book<'_> {
    fn finish_panel(&mut self) {
        if self.brochure.form == BrochureForm::Booklet {
            // A left panel has the fold at its right.
            let x = if self.panel.is_multiple_of(2) {
                PANEL
            } else {
                0.0
            };
            for (from, to) in [(0.0, 4.0), (PAGE_HEIGHT - 4.0, PAGE_HEIGHT)] {
                self.canvas.stroke((x, from), (x, to), Colour::RULE, 0.2);
            }
        }
        self.canvas.finish_page(PANEL, PAGE_HEIGHT, String::new());
        self.panel += 1;
    }

    /// Draws a panel; below what is on it there may be room for what else the table found.
    fn column(
        &mut self,
        flow: &Flow,
        column: &Column,
        (em, found): (f64, Option<Flow>),
        sections: &mut Sections,
    ) {
        self.canvas.ground(PANEL, PAGE_HEIGHT);
        let mut spot = Spot {
            place: Place {
                x: MARGIN,
                y: TOP,
                width: WIDTH,
            },
            em,
            free: BOTTOM - TOP - column.used,
            parent: DOCUMENT,
        };
        let found = found.filter(|_| spot.free >= FOUND && !flow.stretches(column));
        flow.draw(column, spot, sections, self.setter, &mut self.canvas);
        if let Some(found) = found {
            spot.place.y += column.used + ABOVE_FOUND;
            let frame = Frame {
                height: spot.free - ABOVE_FOUND,
                ..frame(0.82 * em)
            };
            for column in &found.columns(1, self.setter, |_| frame) {
                spot.em = frame.em;
                spot.free = frame.height - column.used;
                let sections = &mut Sections::default();
                found.draw(column, spot, sections, self.setter, &mut self.canvas);
            }
        }
        self.foot();
        self.finish_panel();
    }

    /// Where and when at the left, which panel at the right; on the last panel, that not all of it fitted.
    fn foot(&mut self) {
        let brochure = self.brochure;
        let size = FOOT_POINTS * POINT;
        let room = 0.84 * WIDTH;
        let prepare = |parts: &[&String]| {
            let parts: Vec<String> = parts.iter().map(|part| one_line(part)).collect();
            let parts: Vec<&str> = parts
                .iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            self.setter
                .prepare(&parts.join(" · "), Voice::Regular, Colour::QUIET)
        };
        let mut left = prepare(&[&brochure.region, &brochure.session, &brochure.date]);
        if self.setter.natural_width(&left) * size > room {
            left = prepare(&[&brochure.region, &brochure.date]);
        }
        if !self.plan.whole && self.panel == self.plan.panels {
            left = self
                .setter
                .prepare(&self.words.cut, Voice::Bold, Colour::CHANGE_INK);
        }
        let code = verbatim(brochure.code.trim());
        let right = format!("{code} · {}", self.panel);
        let right = self.setter.prepare(&right, Voice::Bold, Colour::INK);
        for (text, x, width, align) in [
            (left, MARGIN, room, Align::Start),
            (right, MARGIN + room + 1.0, WIDTH - room - 1.0, Align::End),
        ] {
            let setting = Setting {
                align,
                most: 1,
                ..Setting::heading(size)
            };
            let breaking = Breaking {
                width: width / size,
                hyphens: setting.hyphens,
                most: 1,
                rag: setting.rag,
            };
            let place = Place { x, y: FOOT, width };
            let lines = self.setter.shaper.lines(&text, breaking).lines;
            let node = (!lines.is_empty()).then(|| self.canvas.node(Role::Paragraph, DOCUMENT));
            self.setter
                .draw_lines(&lines, place, setting, (&mut self.canvas, node));
        }
    }

    /// Names what did not fit on the panels.
    fn warn(&mut self, flow: &Flow) {
        let Some(last) = self.plan.columns.last() else {
            return;
        };
        let observations = self.brochure.observations.len();
        let left: Vec<_> = flow.sections_from(last.next).collect();
        for (section, characters) in left {
            let field = if section < observations {
                Field::BrochureObservation
            } else {
                Field::BrochureStory
            };
            self.canvas
                .warn_on(self.panel - 2, WarningCode::TextCut, field, characters);
        }
    }
}
