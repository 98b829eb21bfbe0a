//! The run sheet (draaiboek): the afternoon of the facilitator on paper, A4, as many pages as it takes.

mod closing;
mod opening;
mod step;

use crate::error::Error;
use crate::layout::canvas::Canvas;
use crate::layout::leaf::{BOTTOM, Leaf, PAGE_HEIGHT, PAGE_WIDTH, TOP};
use crate::layout::most_pages;
use crate::layout::setter::Setter;
use crate::page::Sheets;
use crate::sheets::{RunSheet, RunStep};
use crate::text::shape::Shaper;
use crate::words::RunSheetWords;

/// Between blocks.
const GAP: f64 = 7.0;
/// The most that is added to that where a page has room.
const MOST_SPARE: f64 = 9.0;
/// The least room in which lines for own notes are of use.
const NOTES: f64 = 36.0;
/// The most rows of a table that stay together on a page.
const ROWS: usize = 24;

/// A part of the sheet that stays together on a page.
#[derive(Clone, Copy, Debug)]
enum Block {
    Top,
    /// The agenda in short, from this step.
    Agenda(usize),
    Prepare,
    /// The lines for helpers, from this one.
    Helpers(usize),
    /// A step of the afternoon.
    Step(usize),
    Fails,
    After,
}

/// The blocks of a page.
struct Filled {
    blocks: Vec<Block>,
    /// The height that they leave.
    free: f64,
}

impl Filled {
    /// What there may be more between the blocks than they need.
    fn spare(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a page holds few blocks")]
        let gaps = self.blocks.len().saturating_sub(1).max(1) as f64;
        (self.free / gaps).clamp(0.0, MOST_SPARE)
    }
}

/// What is laid out, with what follows from it.
struct Run<'a> {
    sheet: &'a RunSheet,
    words: &'a RunSheetWords,
    /// When each step starts and ends, in minutes after midnight.
    times: Vec<(u32, u32)>,
}

/// Lays out the run sheet, A4 portrait.
///
/// # Errors
///
/// [`crate::ErrorKind::SheetCount`] when there are more than 200 steps or tables.
pub fn lay_out_run_sheet(sheet: &RunSheet, words: &RunSheetWords) -> Result<Sheets, Error> {
    most_pages(sheet.steps.len().max(1))?;
    most_pages(sheet.tables.len().max(1))?;
    let shaper = Shaper::new(sheet.language);
    let setter = Setter::new(&shaper);
    let run = Run {
        sheet,
        words,
        times: times(u32::from(sheet.starts), &sheet.steps),
    };
    let pages = run.pages(&setter);
    let mut canvas = Canvas::new();
    for (number, page) in (1..).zip(&pages) {
        let header = [sheet.session.as_str(), sheet.region.as_str()];
        let mut leaf = Leaf::start(&setter, &mut canvas, header);
        let mut y = TOP;
        let notes = page.free > NOTES && number < pages.len();
        let spare = if notes || number == pages.len() {
            0.0
        } else {
            page.spare()
        };
        for block in &page.blocks {
            y += run.draw(*block, &mut leaf, y) + GAP + spare;
        }
        if number == pages.len() {
            run.more_lines(&mut leaf, y - GAP - spare);
        }
        if notes {
            run.own_notes(&mut leaf, y);
        }
        leaf.page_number(number, pages.len());
        canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, run.title(&page.blocks));
    }
    Ok(canvas.into_sheets())
}

/// When each step starts and ends.
fn times(starts: u32, steps: &[RunStep]) -> Vec<(u32, u32)> {
    let mut at = starts;
    let step = |step: &RunStep| {
        let from = at;
        at += u32::from(step.minutes);
        (from, at)
    };
    steps.iter().map(step).collect()
}

/// A moment on the clock, such as "12:05"; past midnight it starts again.
fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

impl Run<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Top];
        blocks.extend(starts(self.sheet.steps.len()).map(Block::Agenda));
        blocks.push(Block::Prepare);
        blocks.extend(starts(self.helpers().len()).map(Block::Helpers));
        blocks.extend((0..self.sheet.steps.len()).map(Block::Step));
        blocks.extend([Block::Fails, Block::After]);
        blocks
    }

    /// The blocks on their pages: each goes to the page on which it fits whole.
    fn pages(&self, setter: &Setter<'_>) -> Vec<Filled> {
        let mut scratch = Canvas::new();
        let mut pages = Vec::new();
        let mut blocks = Vec::new();
        let mut y = TOP;
        for block in self.blocks() {
            let height = self.draw(block, &mut Leaf::bare(setter, &mut scratch), 0.0);
            if y + height > BOTTOM && !blocks.is_empty() {
                let blocks = std::mem::take(&mut blocks);
                let free = BOTTOM - y + GAP;
                pages.push(Filled { blocks, free });
                y = TOP;
            }
            y += height + GAP;
            blocks.push(block);
        }
        let free = BOTTOM - y + GAP;
        pages.push(Filled { blocks, free });
        pages
    }

    /// Draws a block and returns its height.
    fn draw(&self, block: Block, leaf: &mut Leaf<'_>, y: f64) -> f64 {
        match block {
            Block::Top => self.top(leaf, y),
            Block::Agenda(from) => self.agenda(leaf, y, from),
            Block::Prepare => self.prepare(leaf, y),
            Block::Helpers(from) => self.helper_lines(leaf, y, from),
            Block::Step(nth) => self.step(leaf, y, nth),
            Block::Fails => self.fails(leaf, y),
            Block::After => self.after(leaf, y),
        }
    }

    /// What a page is about: the sheet itself, or the first part that starts there.
    fn title(&self, blocks: &[Block]) -> String {
        let words = self.words;
        let part = match blocks.first() {
            Some(Block::Agenda(_)) => words.agenda.clone(),
            Some(Block::Prepare) => words.prepare.clone(),
            Some(Block::Helpers(_)) => words.helpers.clone(),
            Some(&Block::Step(nth)) => {
                let from = self.times.get(nth).map_or(0, |time| time.0);
                let kind = self.sheet.steps.get(nth).map(|step| step.kind);
                let title = kind.map_or("", |kind| words.of_step(kind).title);
                format!("{} {title}", clock(from))
            }
            Some(Block::Fails) => words.fails.clone(),
            Some(Block::After) => words.after.clone(),
            Some(Block::Top) | None => self.sheet.session.trim().to_owned(),
        };
        if part.is_empty() {
            words.title.clone()
        } else {
            format!("{} · {part}", words.title)
        }
    }
}

/// Where the parts of so many rows start.
fn starts(rows: usize) -> impl Iterator<Item = usize> {
    (0..rows).step_by(ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::StepKind;

    #[test]
    fn the_clock_follows_the_lengths_of_the_steps() {
        let step = |minutes| RunStep {
            kind: StepKind::Own,
            minutes,
        };
        let times = times(12 * 60, &[step(20), step(45), step(0), step(700)]);
        let clocks: Vec<String> = times
            .iter()
            .map(|(from, to)| format!("{}–{}", clock(*from), clock(*to)))
            .collect();
        assert_eq!(
            clocks,
            ["12:00–12:20", "12:20–13:05", "13:05–13:05", "13:05–00:45"]
        );
    }
}
