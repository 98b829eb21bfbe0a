//! The proposal poster, A1 portrait.

mod arrange;
mod cell;
mod content;
mod frame;
mod measures;
mod scale;

use crate::layout::canvas::Canvas;
use crate::layout::poster::arrange::arrange;
use crate::layout::poster::content::Content;
use crate::layout::poster::frame::Frame;
use crate::layout::poster::measures::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::layout::setter::Setter;
use crate::page::Sheets;
use crate::poster::{Form, Poster};
use crate::text::shape::Shaper;
use crate::text::typography::polish;
use crate::words::Words;

/// Lays out the proposal poster, A1 portrait: filled from the table's work, or to be filled in by hand.
///
/// Text is set as large as the whole allows; a text that does not fit at its smallest size ends with an ellipsis and is
/// named in the warnings.
#[must_use]
pub fn lay_out_poster(poster: &Poster, words: &Words) -> Sheets {
    let shaper = Shaper::new(poster.language);
    let setter = Setter::new(&shaper);
    let content = Content::new(poster, words, &setter);
    let frame = Frame::new(poster, words, &setter);
    let mut canvas = Canvas::new();
    let plan = arrange(&content, &frame, &setter);
    frame.draw_top(&plan, &setter, &mut canvas);
    plan.draw_cells(&content, &setter, &mut canvas);
    frame.draw_bottom(&plan, &setter, &mut canvas);
    content.warn(&mut canvas);
    let name = polish(&poster.name);
    let title = if poster.form == Form::Blank || name.is_empty() {
        words.name.clone()
    } else {
        name
    };
    canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, title);
    canvas.into_sheets()
}
