//! One step: its time, what it is for, what to say, what to do, what is needed, who helps.

use crate::colour::Colour;
use crate::face::Voice;
use crate::layout::leaf::{Leaf, MARGIN, Style, WIDTH, filled};
use crate::layout::run::{Run, clock};
use crate::layout::setting::Place;
use crate::page::{Area, Role};
use crate::sheets::StepKind;

/// The width of the column with the time, and of the column with labels beside it.
const TIMES: f64 = 34.0;
const LABELS: f64 = 20.0;
/// From the edge of the box with what to say to the words.
const PAD: f64 = 2.4;
/// Between the rows of a step.
const GAP: f64 = 2.2;

/// The colour of a step: each of the four has its own, and the others are dark.
pub(super) const fn colour(kind: StepKind) -> Colour {
    match kind {
        StepKind::Gather => Colour::GATHER,
        StepKind::Browse => Colour::BROWSE,
        StepKind::Converge => Colour::CONVERGE,
        StepKind::Change => Colour::CHANGE,
        StepKind::Pause => Colour::RULE,
        StepKind::Own | StepKind::Present | StepKind::Commit | StepKind::Agree => Colour::INK,
    }
}

impl Run<'_> {
    pub(super) fn step(&self, leaf: &mut Leaf<'_>, y: f64, nth: usize) -> f64 {
        let Some((step, &(from, to))) = self.sheet.steps.get(nth).zip(self.times.get(nth)) else {
            return 0.0;
        };
        let words = self.words;
        let of = words.of_step(step.kind);
        leaf.part(Role::Section, |leaf| {
            let x = MARGIN + TIMES;
            let width = WIDTH - TIMES;
            let place = Place { x, y, width };
            let mut at = y + leaf.heading(of.title, place) + 0.8;
            self.time(leaf, y, (from, to, step.minutes));
            let style = Style::BODY
                .points(10.5, 10.5)
                .voice(Voice::Italic)
                .colour(Colour::QUIET);
            at += leaf.says(of.aim, style, Place { y: at, ..place }) + GAP;
            at += self.say(leaf, Place { y: at, ..place }, of.say) + GAP;
            let beside = Place {
                x: x + LABELS,
                width: width - LABELS,
                ..place
            };
            label(leaf, &words.doing, Place { y: at, ..place });
            let style = Style::BODY.points(10.5, 10.5).lines(2);
            at += leaf.list(&of.doing, style, Place { y: at, ..beside }, None) + GAP;
            label(leaf, &words.materials, Place { y: at, ..place });
            at += leaf.says(of.materials, style, Place { y: at, ..beside }) + GAP;
            label(leaf, &words.help, Place { y: at, ..place });
            leaf.canvas.writing_line(beside.x, at + 4.2, beside.width);
            at += 5.0;
            let stripe = Area {
                x: MARGIN,
                y,
                width: 2.4,
                height: at - y,
            };
            leaf.canvas.rect(stripe, 1.0, Some(colour(step.kind)), None);
            at - y
        })
    }

    /// When the step starts, large; when it ends and how long it takes, below.
    fn time(&self, leaf: &mut Leaf<'_>, y: f64, (from, to, minutes): (u32, u32, u16)) {
        let place = Place {
            x: MARGIN + 5.5,
            y: y - 1.0,
            width: TIMES - 8.0,
        };
        let style = Style::TITLE.points(16.0, 22.0);
        let used = leaf.says(&clock(from), style, place);
        let minutes = filled(&self.words.minutes, &[("n", &minutes.to_string())]);
        let place = Place {
            y: place.y + used + 0.4,
            ..place
        };
        let style = Style::LABEL.points(9.0, 11.0);
        let used = leaf.says(&format!("– {}", clock(to)), style, place);
        let place = Place {
            y: place.y + used + 0.6,
            ..place
        };
        leaf.says(&minutes, style.colour(Colour::QUIET), place);
    }

    /// What to say to the room, in a box of its own; its height.
    fn say(&self, leaf: &mut Leaf<'_>, place: Place, text: &str) -> f64 {
        let style = Style::BODY.points(11.0, 11.0).lines(6);
        let inner = Place {
            x: place.x + LABELS,
            y: place.y + PAD,
            width: place.width - LABELS - PAD,
        };
        let height = leaf.height(text, style, inner.width) + 2.0 * PAD;
        let area = Area {
            x: place.x - PAD,
            y: place.y,
            width: place.width + PAD,
            height,
        };
        leaf.panel(area, Colour::GROUND);
        label(
            leaf,
            &self.words.say,
            Place {
                y: inner.y,
                ..place
            },
        );
        leaf.says(text, style, inner);
        height
    }
}

/// What stands to the left of a row.
fn label(leaf: &mut Leaf<'_>, text: &str, place: Place) {
    let place = Place {
        width: LABELS - 2.0,
        ..place
    };
    leaf.says(text, Style::LABEL.points(9.0, 11.0), place);
}
