//! The overview poster, A1 portrait.

mod arrange;
mod frame;
mod measures;
mod question;

use crate::layout::canvas::Canvas;
use crate::layout::overview::arrange::{Plan, width};
use crate::layout::overview::frame::Frame;
use crate::layout::overview::measures::{Density, MARGIN, PAGE_HEIGHT, PAGE_WIDTH};
use crate::layout::overview::question::Question;
use crate::layout::setter::Setter;
use crate::layout::setting::POINT;
use crate::overview::Overview;
use crate::page::{Area, Sheets};
use crate::text::shape::Shaper;
use crate::words::{ChartWords, OverviewWords, filled};

/// The most air that is added between the rows of a chart, in ems.
const MOST_AIR: f64 = 1.0;
/// The most that a box grows beyond what is in it.
const MOST_GROWTH: f64 = 30.0;
/// The size of text that is worth lying closer for.
const GOOD_POINTS: f64 = 28.0;
/// The highest chart that stays in one piece, of the room for boxes, at the smallest size in the widest column.
const HIGHEST: f64 = 0.6;

/// Lays out the overview poster: every question with its chart and its sentence, on one A1.
///
/// Text is set as large as fits, at 24 points at least; where there are many questions they lie closer. More than fit so go on
/// to further posters, and each says which of how many it is.
#[must_use]
pub fn lay_out_overview(overview: &Overview, words: &OverviewWords, chart: &ChartWords) -> Sheets {
    let shaper = Shaper::new(overview.language);
    let setter = Setter::new(&shaper);
    let designs = Density::ALL.map(|density| Design::new(overview, words, chart, density, &setter));
    let most = designs.iter().map(|design| design.boxes.len()).max();
    let counts = 1..=most.unwrap_or(1).max(1);
    let Some((design, pages)) = counts
        .into_iter()
        .find_map(|count| best(&designs, count, &setter))
    else {
        return Canvas::new().into_sheets();
    };
    let count = pages.len();
    let mut canvas = Canvas::new();
    for (index, (first, plan)) in pages.into_iter().enumerate() {
        let frame = &design.frame;
        let (number, total) = ((index + 1).to_string(), count.to_string());
        let places = [("n", number.as_str()), ("total", total.as_str())];
        let part = if count > 1 {
            filled(&words.page, &places)
        } else {
            String::new()
        };
        frame.draw(&part, &setter, &mut canvas);
        design.draw(first, &plan, &setter, &mut canvas);
        frame.draw_footer(&setter, &mut canvas);
        let title = if part.is_empty() {
            frame.says.clone()
        } else {
            format!("{}, {part}", frame.says)
        };
        canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, title);
    }
    canvas.into_sheets()
}

type Pages = Vec<(usize, Plan)>;

/// The airiest design that reads well on so many pages, or else the one with the largest text.
fn best<'a>(
    designs: &'a [Design],
    count: usize,
    setter: &Setter<'_>,
) -> Option<(&'a Design, Pages)> {
    let mut best: Option<(&Design, Pages, f64)> = None;
    for design in designs {
        let Some(pages) = design.pages(count, setter) else {
            continue;
        };
        let em = pages
            .iter()
            .map(|(_, plan)| plan.em)
            .fold(f64::INFINITY, f64::min);
        if em >= GOOD_POINTS * POINT {
            return Some((design, pages));
        }
        if best.as_ref().is_none_or(|(.., largest)| em > *largest) {
            best = Some((design, pages, em));
        }
    }
    best.map(|(design, pages, _)| (design, pages))
}

/// The poster at a density.
struct Design {
    frame: Frame,
    boxes: Vec<Question>,
    density: Density,
    /// Where the boxes start, and the room for them.
    top: f64,
    room: f64,
}

impl Design {
    fn new(
        overview: &Overview,
        words: &OverviewWords,
        chart: &ChartWords,
        density: Density,
        setter: &Setter<'_>,
    ) -> Self {
        let boxes = |most: f64| -> Vec<Question> {
            let width = width(2, density) - 2.0 * density.pad;
            let questions = overview.questions.iter().enumerate();
            let size = (density, width, most);
            questions
                .flat_map(|(number, one)| Question::boxes(one, number, chart, size, setter))
                .collect()
        };
        // What most charts have to say below them the poster says once.
        let whole = boxes(f64::INFINITY);
        let said = |note: &str| whole.iter().filter(|one| one.note() == note).count();
        let note = whole
            .iter()
            .map(Question::note)
            .find(|note| 2 * said(note) > whole.len());
        let note = note.unwrap_or_default().to_owned();
        let frame = Frame::new(overview, words, &note, density, setter);
        let top = frame.top(setter, None);
        let room = PAGE_HEIGHT - density.footer - top;
        let boxes = boxes(HIGHEST * room).into_iter();
        let boxes = boxes.map(|one| {
            if one.note() == note {
                one.without_note()
            } else {
                one
            }
        });
        Self {
            frame,
            boxes: boxes.collect(),
            density,
            top,
            room,
        }
    }

    /// The boxes on so many pages, about as many on each: the first box of each page, and its plan. `None` when they do not fit.
    fn pages(&self, count: usize, setter: &Setter<'_>) -> Option<Pages> {
        let boxes = self.boxes.len();
        let part = boxes.div_ceil(count).max(1);
        let firsts = (0..boxes.max(1)).step_by(part);
        firsts
            .map(|first| {
                let boxes = &self.boxes[first..boxes.min(first + part)];
                let plan = Plan::fitting(boxes, self.density, self.room, setter)?;
                Some((first, plan))
            })
            .collect()
    }

    fn draw(&self, first: usize, plan: &Plan, setter: &Setter<'_>, canvas: &mut Canvas) {
        let mut x = MARGIN;
        for &(from, end) in &plan.columns {
            let column = &self.boxes[first + from..first + end];
            // What is left of a column goes between the rows of its charts first, and then into its boxes.
            let free = self.room - plan.height((from, end));
            let height = |air: f64| -> f64 {
                let boxes = column.iter();
                boxes
                    .map(|one| one.height(plan.width, plan.em, air, setter))
                    .sum()
            };
            let gaps = (height(1.0) - height(0.0)).max(1.0);
            let air = (free / gaps).clamp(0.0, MOST_AIR * plan.em);
            let heights = column
                .iter()
                .map(|one| one.height(plan.width, plan.em, air, setter));
            let heights: Vec<f64> = heights.collect();
            #[expect(clippy::cast_precision_loss, reason = "there are few boxes")]
            let count = column.len().max(1) as f64;
            let used = heights.iter().sum::<f64>() + (count - 1.0) * self.density.gap;
            let growth = ((self.room - used) / count).clamp(0.0, MOST_GROWTH);
            let mut y = self.top;
            for (one, height) in column.iter().zip(heights) {
                let area = Area {
                    x,
                    y,
                    width: plan.width,
                    height: height + growth,
                };
                one.draw(area, (plan.em, air), setter, canvas);
                y += area.height + self.density.gap;
            }
            x += plan.width + self.density.gutter;
        }
    }
}
