//! What stands around the boxes: header, name, pitch, the room to sign and the footer.

mod footer;
mod header;
mod name;
mod sign;

use crate::colour::Colour;
use crate::face::Voice;
use crate::layout::canvas::Canvas;
use crate::layout::poster::arrange::{Crowding, Plan};
use crate::layout::poster::frame::sign::sign_height;
use crate::layout::poster::measures::{FOOTER, GAP, HEADER, PAGE_HEIGHT, PAGE_WIDTH, STRIPE};
use crate::layout::setter::Setter;
use crate::poster::{Form, Poster};
use crate::qr;
use crate::text::shape::Prepared;
use crate::text::typography::polish;
use crate::words::Words;

/// Everything around the boxes, ready to be set.
pub(crate) struct Frame {
    blank: bool,
    header: [Prepared; 3],
    /// The table and its people, for where they take a line each.
    at_table: [Prepared; 2],
    /// On a blank poster: the labels at the top, with what is known already.
    header_fields: Vec<(Prepared, Prepared, f64)>,
    name: Prepared,
    name_label: Prepared,
    name_hint: Prepared,
    pitch: Prepared,
    pitch_label: Prepared,
    pitch_hint: Prepared,
    sign: Prepared,
    sign_labels: [Prepared; 4],
    scan: Prepared,
    scan_alt: String,
    code: Option<qr::Code>,
    calendar_too_long: usize,
    footer: [Prepared; 2],
}

impl Frame {
    pub(crate) fn new(poster: &Poster, words: &Words, setter: &Setter<'_>) -> Self {
        let blank = poster.form == Form::Blank;
        let set = |text: &str, voice, colour| setter.prepare(text, voice, colour);
        let typed = |text: &str| {
            if blank {
                String::new()
            } else {
                polish(text).replace('\n', " ")
            }
        };
        let label = |text: &str| set(text, Voice::Bold, Colour::QUIET);
        let hint = |text: &str| set(text, Voice::Italic, Colour::QUIET);
        let line = |text: &str| polish(text).replace('\n', " ");
        let joined = |parts: [&str; 2]| {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| line(part))
                .filter(|part| !part.is_empty())
                .collect();
            parts.join(" · ")
        };
        let header = |text: &str| set(text, Voice::Bold, Colour::WHITE);
        let known = |text: &str| set(&line(text), Voice::Bold, Colour::INK);
        let header_fields = vec![
            (label(&words.region), known(&poster.region), 0.32),
            (label(&words.date), known(&poster.date), 0.2),
            (label(&words.table), known(&poster.table), 0.13),
            (label(&words.people), known(&poster.people), 0.35),
        ];
        let calendar = poster
            .calendar
            .as_deref()
            .filter(|text| !text.trim().is_empty() && !blank);
        let code = calendar.and_then(qr::encode);
        let calendar_too_long = if code.is_none() {
            calendar.map_or(0, |text| text.chars().count())
        } else {
            0
        };
        let footer = |text: &str| set(&line(text), Voice::Regular, Colour::QUIET);
        Self {
            blank,
            header: [
                header(&line(&poster.region)),
                header(&line(&poster.date)),
                header(&joined([&poster.table, &poster.people])),
            ],
            at_table: [header(&line(&poster.table)), header(&line(&poster.people))],
            header_fields,
            name: set(&typed(&poster.name), Voice::Display, Colour::INK),
            name_label: label(&words.name),
            name_hint: hint(&words.name_hint),
            pitch: set(&typed(&poster.pitch), Voice::Bold, Colour::CHANGE_INK),
            pitch_label: label(&words.pitch),
            pitch_hint: hint(&words.pitch_hint),
            sign: set(&words.sign, Voice::Display, Colour::INK),
            sign_labels: [
                label(&words.lead),
                label(&words.sponsor),
                label(&words.does_first),
                label(&words.feedback),
            ],
            scan: set(&words.scan, Voice::Regular, Colour::INK),
            scan_alt: words.scan_alt.clone(),
            code,
            calendar_too_long,
            footer: [footer(&poster.made_at), footer(&poster.provenance)],
        }
    }

    /// The top and the bottom of the boxes.
    pub(crate) fn edges(&self, crowding: Crowding, setter: &Setter<'_>) -> (f64, f64) {
        let pitch_top = self.name_top(crowding)
            + self.name_height(crowding, setter)
            + crowding.between(15.0, 8.0, 6.0);
        let top =
            pitch_top + self.pitch_height(crowding, setter) + crowding.between(17.0, 10.0, 8.0);
        let bottom = PAGE_HEIGHT - FOOTER - sign_height(crowding) - GAP;
        (top, bottom)
    }

    /// Draws the ground, the header, the name and the pitch.
    pub(crate) fn draw_top(&self, plan: &Plan, setter: &Setter<'_>, canvas: &mut Canvas) {
        canvas.ground(PAGE_WIDTH, PAGE_HEIGHT);
        let stripe = if self.blank { 0.0 } else { HEADER - STRIPE };
        if !self.blank {
            canvas.band(PAGE_WIDTH, stripe);
        }
        canvas.stripe(stripe, PAGE_WIDTH, STRIPE);
        if self.blank {
            self.draw_header_fields(setter, canvas);
        } else {
            self.draw_header(stripe, setter, canvas);
        }
        self.draw_name(plan.crowding, setter, canvas);
        self.draw_pitch(plan.crowding, setter, canvas);
    }
}
