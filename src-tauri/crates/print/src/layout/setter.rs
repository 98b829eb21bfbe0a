//! Text, set on a canvas or only measured, by the same steps so that the two cannot differ.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::setting::{Align, Fit, POINT, Place, Setting, height};
use crate::page::{NodeId, Role, WarningCode};
use crate::text::lines::{Breaking, Hyphens, Rag, TextLine};
use crate::text::shape::{Inline, Prepared, Shaper, Word};

/// Sets text and boxes, on a canvas or only to measure them.
pub(crate) struct Setter<'a> {
    pub(crate) shaper: &'a Shaper,
    /// How many lines a text takes at a width, as measured before.
    counts: RefCell<HashMap<(u32, u64, Hyphens), usize>>,
}

impl<'a> Setter<'a> {
    pub(crate) fn new(shaper: &'a Shaper) -> Self {
        Self {
            shaper,
            counts: RefCell::default(),
        }
    }
}

impl Setter<'_> {
    /// The number of lines that a text takes.
    pub(crate) fn count(&self, text: &Prepared, width: f64, hyphens: Hyphens) -> usize {
        let key = (text.id, width.to_bits(), hyphens);
        if let Some(&count) = self.counts.borrow().get(&key) {
            return count;
        }
        let breaking = Breaking {
            width,
            hyphens,
            most: usize::MAX,
            rag: Rag::Loose,
        };
        let count = self.shaper.lines(text, breaking).lines.len();
        self.counts.borrow_mut().insert(key, count);
        count
    }

    pub(crate) fn prepare(&self, text: &str, voice: Voice, colour: Colour) -> Prepared {
        self.shaper.prepare(&[Inline {
            text: text.to_owned(),
            voice,
            colour,
        }])
    }

    /// Sets a text and returns its height.
    pub(crate) fn text(
        &self,
        text: &Prepared,
        place: Place,
        setting: Setting,
        target: Option<(&mut Canvas, NodeId, Field)>,
    ) -> f64 {
        let width = place.width / setting.size;
        let Some((canvas, node, field)) = target else {
            return height(
                self.count(text, width, setting.hyphens).min(setting.most),
                setting,
            );
        };
        let breaking = Breaking {
            width,
            hyphens: setting.hyphens,
            most: setting.most,
            rag: setting.rag,
        };
        let broken = self.shaper.lines(text, breaking);
        canvas.warn(WarningCode::TextCut, field, broken.cut);
        self.draw_lines(&broken.lines, place, setting, (canvas, Some(node)))
    }

    /// The lines of a text as they are set at a width, to set some here and the others elsewhere.
    pub(crate) fn broken(&self, text: &Prepared, width: f64, setting: Setting) -> Vec<TextLine> {
        let breaking = Breaking {
            width: width / setting.size,
            hyphens: setting.hyphens,
            most: usize::MAX,
            rag: setting.rag,
        };
        self.shaper.lines(text, breaking).lines
    }

    /// Draws lines below each other and returns their height; without a node they are decoration, such as a page number.
    pub(crate) fn draw_lines(
        &self,
        lines: &[TextLine],
        place: Place,
        setting: Setting,
        (canvas, node): (&mut Canvas, Option<NodeId>),
    ) -> f64 {
        let total = height(lines.len(), setting);
        let bounds = place.high(total);
        let step = setting.leading * setting.size;
        let mut baseline = place.y + step / 2.0 + 0.33 * setting.size;
        for line in lines {
            let free = place.width - line.width * setting.size;
            let indent = match setting.align {
                Align::Start if line.right_to_left => free,
                Align::Start => 0.0,
                Align::End => free,
                Align::Middle => free / 2.0,
            };
            for mut run in self.shaper.runs(line, setting.size, baseline) {
                run.x += place.x + indent;
                canvas.run(node, bounds, run);
            }
            baseline += step;
        }
        total
    }

    /// Sets a text in a node of its own and returns its height; an empty one leaves no trace.
    pub(crate) fn put(
        &self,
        text: &Prepared,
        place: Place,
        setting: Setting,
        (role, parent, field): (Role, NodeId, Field),
        canvas: &mut Canvas,
    ) -> f64 {
        if text.is_empty() {
            return 0.0;
        }
        canvas.warn(WarningCode::GlyphMissing, field, text.missing);
        let node = canvas.node(role, parent);
        self.text(text, place, setting, Some((canvas, node, field)))
    }

    /// The largest size in millimetres at which the text fits; `None` when it does not fit at the smallest.
    pub(crate) fn largest(&self, text: &Prepared, fit: Fit) -> Option<f64> {
        let (least, mut points) = fit.points;
        while points > least {
            if self.fits(text, fit, points * POINT) {
                return Some(points * POINT);
            }
            points *= 0.97;
        }
        self.fits(text, fit, least * POINT).then_some(least * POINT)
    }

    fn fits(&self, text: &Prepared, fit: Fit, size: f64) -> bool {
        // Most of what is far too long need not be broken into lines to see that; a space may go at the end of each line.
        #[expect(clippy::cast_precision_loss, reason = "there are few lines")]
        let room = fit.most as f64 * (fit.width + size);
        if self.natural_width(text) * size > room {
            return false;
        }
        let breaking = Breaking {
            width: fit.width / size,
            hyphens: fit.hyphens,
            most: usize::MAX,
            rag: Rag::Loose,
        };
        let lines = self.shaper.lines(text, breaking).lines;
        let setting = Setting {
            leading: fit.leading,
            ..Setting::heading(size)
        };
        lines.len() <= fit.most
            && height(lines.len(), setting) <= fit.height
            && !lines.iter().any(TextLine::is_broken)
    }

    /// The width of the text in ems when no line ends but where a paragraph does; with one paragraph, that is one line.
    pub(crate) fn natural_width(&self, text: &Prepared) -> f64 {
        let paragraph = |words: &[Rc<Word>]| {
            let spaces: f64 = words.iter().skip(1).map(|word| word.space).sum();
            spaces + words.iter().map(|word| word.width).sum::<f64>()
        };
        text.paragraphs
            .iter()
            .map(|part| paragraph(&part.words))
            .fold(0.0, f64::max)
    }
}
