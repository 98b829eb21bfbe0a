//! The join sheet, A4 portrait, one page per table.

mod column;
mod content;
mod help;
mod measures;
mod step;

use crate::error::{Error, ErrorKind};
use crate::field::Field;
use crate::join::JoinSheet;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::join::content::Content;
use crate::layout::join::measures::{
    BAND, BOTTOM, GAPS, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SMALLEST_POINTS, STRIPE, WIDTH,
};
use crate::layout::join::step::Scale;
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::page::{Area, Role, Sheets};
use crate::text::shape::Shaper;
use crate::words::JoinWords;

/// The most sheets in one document.
const MOST_SHEETS: usize = 12;

/// The smallest code; a phone reads it from half a metre.
const LEAST_SIDE: f64 = 56.0;
/// The largest code where there are two, and where there is one.
const MOST_SIDES: [f64; 2] = [64.0, 76.0];

/// Lays out the join sheets, A4 portrait, one page for each.
///
/// Text is set as large as the page allows; a text that does not fit at its smallest size ends with an ellipsis and is named in
/// the warnings.
///
/// # Errors
///
/// [`ErrorKind::SheetCount`] when there are none or more than twelve, [`ErrorKind::CodeTooLong`] when an address, or a Wi-Fi with
/// its password, is longer than a QR code can hold.
pub fn lay_out_join(sheets: &[JoinSheet], words: &JoinWords) -> Result<Sheets, Error> {
    if !(1..=MOST_SHEETS).contains(&sheets.len()) {
        return Err(ErrorKind::SheetCount(sheets.len()).into());
    }
    let mut canvas = Canvas::new();
    for sheet in sheets {
        let shaper = Shaper::new(sheet.language);
        let setter = Setter::new(&shaper);
        let content = Content::new(sheet, words, &setter)?;
        draw(&content, &setter, &mut canvas);
        canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, content.title);
    }
    Ok(canvas.into_sheets())
}

/// The heights of the parts of a page, at a scale.
struct Plan {
    scale: Scale,
    top: f64,
    steps: [f64; 2],
    help: f64,
}

impl Plan {
    fn new(content: &Content, ease: f64, setter: &Setter<'_>) -> Self {
        let scans = || content.steps.iter().filter_map(|step| step.scan.as_ref());
        let most = if scans().count() > 1 {
            MOST_SIDES[0]
        } else {
            MOST_SIDES[1]
        };
        let side = LEAST_SIDE + ease * (most - LEAST_SIDE);
        let quiet = scans().map(|scan| scan.quiet(side)).fold(0.0, f64::max);
        let scale = Scale {
            ease,
            side,
            codes: side + 2.0 * quiet,
        };
        Self {
            scale,
            top: content.top.height(WIDTH, ease, setter),
            steps: content
                .steps
                .each_ref()
                .map(|step| step.height(scale, setter)),
            help: content.help.height(ease, setter),
        }
    }

    /// The plan with the largest sizes that fit on the page.
    fn fitting(content: &Content, setter: &Setter<'_>) -> Self {
        let tenths = (0..=10).rev().map(|tenth| f64::from(tenth) / 10.0);
        let mut plans = tenths.map(|ease| Self::new(content, ease, setter));
        plans
            .find(|plan| plan.free() >= 0.0)
            .unwrap_or_else(|| Self::new(content, 0.0, setter))
    }

    /// The least between the parts.
    fn gap(&self) -> f64 {
        let [little, much] = GAPS;
        little + self.scale.ease * (much - little)
    }

    /// What is left of the page.
    fn free(&self) -> f64 {
        let [one, two] = self.steps;
        let gaps = 4.0 * self.gap();
        PAGE_HEIGHT - BAND - STRIPE - self.top - one - two - self.help - gaps - BOTTOM
    }
}

fn draw(content: &Content, setter: &Setter<'_>, canvas: &mut Canvas) {
    let plan = Plan::fitting(content, setter);
    let gap = plan.gap() + plan.free().max(0.0) / 4.0;
    canvas.ground(PAGE_WIDTH, PAGE_HEIGHT);
    canvas.band(PAGE_WIDTH, BAND);
    canvas.stripe(BAND, PAGE_WIDTH, STRIPE);
    let page = canvas.node(Role::Section, DOCUMENT);
    let band = Area {
        x: MARGIN,
        y: 0.0,
        width: WIDTH,
        height: BAND,
    };
    let [session, region] = &content.header;
    let sizes = (SMALLEST_POINTS, SMALLEST_POINTS + 1.0);
    let spot = (page, Field::Header);
    setter.ends([session, region], band, sizes, spot, canvas);
    let mut y = BAND + STRIPE + gap;
    let place = Place {
        x: MARGIN,
        y,
        width: WIDTH,
    };
    let ease = plan.scale.ease;
    content.top.draw(place, (ease, 0.0), page, setter, canvas);
    y += plan.top + gap;
    for (step, height) in content.steps.iter().zip(plan.steps) {
        step.draw((y, height), plan.scale, page, setter, canvas);
        y += height + gap;
    }
    content.help.draw(y, ease, page, setter, canvas);
}
