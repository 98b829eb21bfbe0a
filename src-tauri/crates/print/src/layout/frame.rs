//! What stands around the boxes: header, name, pitch, the room to sign and the footer.

use crate::colour::Colour;
use crate::face::Voice;
use crate::layout::arrange::{Crowding, Plan, WIDTH};
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::cell::{Align, Place, Setter, Setting};
use crate::layout::measures::{
    FOOTER, FOOTER_POINTS, GAP, HEADER, HEADING_POINTS, LABEL_POINTS, MARGIN, NAME_POINTS, PAD,
    PAGE_HEIGHT, PAGE_WIDTH, POINT, RADIUS, SMALLEST_POINTS, STRIPE,
};
use crate::page::{Area, NodeId, Role, Squares, WarningCode};
use crate::poster::{Field, Form, Poster};
use crate::qr;
use crate::text::lines::{Breaking, Rag};
use crate::text::shape::Prepared;
use crate::text::typography::polish;
use crate::words::Words;

/// Everything around the boxes, ready to be set.
pub(crate) struct Frame {
    blank: bool,
    header: [Prepared; 3],
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

/// The size of the name and its lines.
struct Name {
    size: f64,
    height: f64,
}

/// From line to line in the name, in ems.
const NAME_LEADING: f64 = 0.98;
/// From line to line in the pitch, in ems.
const PITCH_LEADING: f64 = 1.22;

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

    fn header_height(&self) -> f64 {
        if self.blank { 48.0 } else { HEADER }
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

    fn name_top(&self, crowding: Crowding) -> f64 {
        self.header_height() + crowding.between(17.0, 10.0, 8.0)
    }

    fn name_height(&self, crowding: Crowding, setter: &Setter<'_>) -> f64 {
        if self.name.is_empty() {
            crowding.between(74.0, 56.0, 50.0)
        } else {
            self.fit_name(crowding, setter).height
        }
    }

    /// The largest size at which the name fits on three lines and in its height.
    fn fit_name(&self, crowding: Crowding, setter: &Setter<'_>) -> Name {
        let most_height = crowding.between(172.0, 84.0, 62.0);
        let mut points = NAME_POINTS;
        while points > HEADING_POINTS {
            let size = points * POINT;
            let breaking = Breaking {
                width: WIDTH / size,
                hyphenate: false,
                most: usize::MAX,
                rag: Rag::Loose,
            };
            let broken = setter.shaper.lines(&self.name, breaking);
            let height = lines_height(broken.lines.len(), size, NAME_LEADING);
            let hyphened = broken
                .lines
                .iter()
                .any(crate::text::lines::TextLine::is_broken);
            if !hyphened && broken.lines.len() <= 3 && height <= most_height {
                return Name { size, height };
            }
            points *= 0.97;
        }
        let size = HEADING_POINTS * POINT;
        let height = setter.text(
            &self.name,
            Place {
                x: 0.0,
                y: 0.0,
                width: WIDTH,
            },
            name_setting(size),
            None,
        );
        Name { size, height }
    }

    fn pitch_setting(&self, crowding: Crowding) -> Setting {
        #[expect(clippy::cast_precision_loss, reason = "texts are short")]
        let shrink = (1.0 - (self.pitch.characters as f64 - 140.0).max(0.0) / 500.0).max(0.6);
        let points = (crowding.between(58.0, 38.0, 32.0) * shrink).max(28.0);
        Setting {
            size: points * POINT,
            leading: PITCH_LEADING,
            hyphenate: false,
            rag: Rag::Even,
            align: Align::Start,
            most: 4,
        }
    }

    fn pitch_height(&self, crowding: Crowding, setter: &Setter<'_>) -> f64 {
        if self.pitch.is_empty() {
            return crowding.between(58.0, 44.0, 38.0);
        }
        setter.text(
            &self.pitch,
            Place {
                x: MARGIN,
                y: 0.0,
                width: WIDTH,
            },
            self.pitch_setting(crowding),
            None,
        )
    }

    /// Draws the ground, the header, the name and the pitch.
    pub(crate) fn draw_top(&self, plan: &Plan, setter: &Setter<'_>, canvas: &mut Canvas) {
        canvas.rect(
            Area {
                x: 0.0,
                y: 0.0,
                width: PAGE_WIDTH,
                height: PAGE_HEIGHT,
            },
            0.0,
            Some(Colour::GROUND),
            None,
        );
        let stripe = if self.blank { 0.0 } else { HEADER - STRIPE };
        if !self.blank {
            canvas.rect(
                Area {
                    x: 0.0,
                    y: 0.0,
                    width: PAGE_WIDTH,
                    height: stripe,
                },
                0.0,
                Some(Colour::INK),
                None,
            );
        }
        let quarter = PAGE_WIDTH / 4.0;
        let mut x = 0.0;
        for colour in [
            Colour::GATHER,
            Colour::BROWSE,
            Colour::CONVERGE,
            Colour::CHANGE,
        ] {
            canvas.rect(
                Area {
                    x,
                    y: stripe,
                    width: quarter,
                    height: STRIPE,
                },
                0.0,
                Some(colour),
                None,
            );
            x += quarter;
        }
        if self.blank {
            self.draw_header_fields(setter, canvas);
        } else {
            self.draw_header(stripe, setter, canvas);
        }
        self.draw_name(plan.crowding, setter, canvas);
        self.draw_pitch(plan.crowding, setter, canvas);
    }

    fn draw_header(&self, height: f64, setter: &Setter<'_>, canvas: &mut Canvas) {
        let [region, date, table] = &self.header;
        let widths: Vec<f64> = self
            .header
            .iter()
            .map(|text| setter.natural_width(text))
            .collect();
        let gap = 1.3;
        let wanted: f64 = widths.iter().sum::<f64>() + 2.0 * gap;
        let size = ((WIDTH - 0.5) / wanted / POINT).clamp(SMALLEST_POINTS, 33.0) * POINT;
        let y = (height - 1.2 * size) / 2.0;
        let setting = Setting {
            leading: 1.2,
            hyphenate: false,
            most: 1,
            ..Setting::body(size, 1)
        };
        // What does not fit is shared: the region and the date first, the people get what is left.
        let mut x = MARGIN;
        for (text, width) in [(region, widths[0]), (date, widths[1])] {
            let width = (width * size + 0.1).min(0.4 * WIDTH);
            self.header_text(text, Place { x, y, width }, setting, setter, canvas);
            x += width + gap * size;
        }
        let place = Place {
            x,
            y,
            width: (PAGE_WIDTH - MARGIN - x).max(1.0),
        };
        if setter.count(table, place.width / size, false) > 1 {
            let place = Place {
                y: (height - 2.0 * 1.1 * size) / 2.0,
                ..place
            };
            let setting = Setting {
                leading: 1.1,
                most: 2,
                align: Align::End,
                ..setting
            };
            self.header_text(table, place, setting, setter, canvas);
            return;
        }
        self.header_text(
            table,
            place,
            Setting {
                align: Align::End,
                ..setting
            },
            setter,
            canvas,
        );
    }

    fn header_text(
        &self,
        text: &Prepared,
        place: Place,
        setting: Setting,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        if text.is_empty() {
            return;
        }
        canvas.warn(WarningCode::GlyphMissing, Field::Header, text.missing);
        let node = canvas.node(Role::Paragraph, DOCUMENT);
        setter.text(text, place, setting, Some((canvas, node, Field::Header)));
    }

    fn draw_header_fields(&self, setter: &Setter<'_>, canvas: &mut Canvas) {
        let gap = 10.0;
        let mut x = MARGIN;
        let width = WIDTH - 3.0 * gap;
        let setting = Setting {
            leading: 1.2,
            most: 1,
            ..Setting::body(SMALLEST_POINTS * POINT, 1)
        };
        for (label, known, share) in &self.header_fields {
            let place = Place {
                x,
                y: STRIPE + 10.0,
                width: width * share,
            };
            self.header_text(label, place, setting, setter, canvas);
            let below = Place {
                y: STRIPE + 23.0,
                ..place
            };
            self.header_text(
                known,
                below,
                Setting {
                    size: 30.0 * POINT,
                    ..setting
                },
                setter,
                canvas,
            );
            canvas.writing_line(x, self.header_height() - 4.0, width * share);
            x += width * share + gap;
        }
    }

    fn draw_name(&self, crowding: Crowding, setter: &Setter<'_>, canvas: &mut Canvas) {
        let place = Place {
            x: MARGIN,
            y: self.name_top(crowding),
            width: WIDTH,
        };
        let node = canvas.node(Role::Heading1, DOCUMENT);
        if self.name.is_empty() {
            self.room_to_write(
                (&self.name_label, &self.name_hint),
                place,
                self.name_height(crowding, setter),
                node,
                setter,
                canvas,
            );
            return;
        }
        canvas.warn(WarningCode::GlyphMissing, Field::Name, self.name.missing);
        let name = self.fit_name(crowding, setter);
        setter.text(
            &self.name,
            place,
            name_setting(name.size),
            Some((canvas, node, Field::Name)),
        );
    }

    fn draw_pitch(&self, crowding: Crowding, setter: &Setter<'_>, canvas: &mut Canvas) {
        let y = self.name_top(crowding)
            + self.name_height(crowding, setter)
            + crowding.between(15.0, 8.0, 6.0);
        let place = Place {
            x: MARGIN,
            y,
            width: WIDTH,
        };
        let node = canvas.node(Role::Paragraph, DOCUMENT);
        if self.pitch.is_empty() {
            self.room_to_write(
                (&self.pitch_label, &self.pitch_hint),
                place,
                self.pitch_height(crowding, setter),
                node,
                setter,
                canvas,
            );
            return;
        }
        canvas.warn(WarningCode::GlyphMissing, Field::Pitch, self.pitch.missing);
        setter.text(
            &self.pitch,
            place,
            self.pitch_setting(crowding),
            Some((canvas, node, Field::Pitch)),
        );
    }

    /// A label with its hint beside it, and a line to write on at the bottom.
    fn room_to_write(
        &self,
        (label, hint): (&Prepared, &Prepared),
        place: Place,
        height: f64,
        node: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let size = LABEL_POINTS * POINT;
        let label_width = setter.natural_width(label) * size + 0.1;
        setter.text(
            label,
            Place {
                width: label_width,
                ..place
            },
            Setting::heading(size),
            Some((canvas, node, Field::Header)),
        );
        let x = place.x + label_width + 5.0;
        let hint_place = Place {
            x,
            y: place.y + 0.5,
            width: (place.x + place.width - x).max(40.0),
        };
        let beside = canvas.node(Role::Paragraph, DOCUMENT);
        let setting = Setting {
            most: 1,
            ..Setting::hint()
        };
        setter.text(
            hint,
            hint_place,
            setting,
            Some((canvas, beside, Field::Header)),
        );
        canvas.writing_line(place.x, place.y + height - 2.0, place.width);
    }

    /// Draws the room to sign and the footer.
    pub(crate) fn draw_bottom(&self, plan: &Plan, setter: &Setter<'_>, canvas: &mut Canvas) {
        let height = sign_height(plan.crowding);
        let y = PAGE_HEIGHT - FOOTER - height;
        let outline = Area {
            x: MARGIN,
            y,
            width: WIDTH,
            height,
        };
        canvas.rect(
            outline,
            RADIUS,
            Some(Colour::WHITE),
            Some((Colour::INK, 1.2)),
        );
        let section = canvas.node(Role::Section, DOCUMENT);
        let inner = Area {
            x: MARGIN + PAD + 1.0,
            y: y + PAD,
            width: WIDTH - 2.0 * PAD - 2.0,
            height: height - 2.0 * PAD,
        };
        let code_width = if self.code.is_some() {
            (inner.height * 0.84).clamp(84.0, 110.0)
        } else {
            0.0
        };
        let gap = if self.code.is_some() { 16.0 } else { 0.0 };
        self.draw_signatures(
            Area {
                width: inner.width - code_width - gap,
                ..inner
            },
            section,
            setter,
            canvas,
        );
        self.draw_code(
            Area {
                x: inner.x + inner.width - code_width,
                width: code_width,
                ..inner
            },
            section,
            setter,
            canvas,
        );
        canvas.warn(
            WarningCode::CalendarTooLong,
            Field::Sign,
            self.calendar_too_long,
        );
        self.draw_footer(setter, canvas);
    }

    fn draw_signatures(
        &self,
        area: Area,
        section: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let size = HEADING_POINTS * POINT;
        let side = 0.5 * size;
        let setting = Setting::heading(size);
        let marker = Area {
            x: area.x,
            y: area.y + (1.12 * size - side) / 2.0,
            width: side,
            height: side,
        };
        canvas.rect(marker, 2.4, Some(Colour::INK), None);
        let node = canvas.node(Role::Heading2, section);
        let indent = 0.8 * size;
        let place = Place {
            x: area.x + indent,
            y: area.y,
            width: area.width - indent,
        };
        let used = setter.text(
            &self.sign,
            place,
            setting,
            Some((canvas, node, Field::Sign)),
        ) + 3.0;
        let column = (area.width - 14.0) / 2.0;
        let row = (area.height - used) / 2.0;
        for (index, label) in self.sign_labels.iter().enumerate() {
            let x = area.x + if index % 2 == 0 { 0.0 } else { column + 14.0 };
            let y = area.y + used + if index < 2 { 0.0 } else { row };
            let node = canvas.node(Role::Paragraph, section);
            let setting = Setting {
                most: 2,
                ..Setting::heading(LABEL_POINTS * POINT)
            };
            setter.text(
                label,
                Place {
                    x,
                    y,
                    width: column,
                },
                setting,
                Some((canvas, node, Field::Sign)),
            );
            canvas.rule(x, y + row - 5.0, column, Colour::INK, 0.7);
        }
    }

    fn draw_code(&self, area: Area, section: NodeId, setter: &Setter<'_>, canvas: &mut Canvas) {
        let Some(code) = &self.code else { return };
        let setting = Setting {
            leading: 1.15,
            hyphenate: false,
            rag: Rag::Even,
            align: Align::Middle,
            ..Setting::body(SMALLEST_POINTS * POINT, 3)
        };
        let caption = setter.text(
            &self.scan,
            Place {
                x: area.x,
                y: 0.0,
                width: area.width,
            },
            setting,
            None,
        );
        let room = (area.height - caption - 6.0).min(area.width);
        // The margin that readers need is the white of the box, which is wider than that.
        #[expect(
            clippy::cast_precision_loss,
            reason = "a code has at most 177 squares at a side"
        )]
        let side = room / code.side as f64;
        let x = area.x + (area.width - room) / 2.0;
        let figure = canvas.figure(
            section,
            &self.scan_alt,
            Area {
                x,
                y: area.y,
                width: room,
                height: room,
            },
        );
        let stretches = code.stretches.clone();
        canvas.squares(
            figure,
            Squares {
                x,
                y: area.y,
                side,
                stretches,
                colour: Colour::INK,
            },
        );
        let node = canvas.node(Role::Paragraph, section);
        let place = Place {
            x: area.x,
            y: area.y + area.height - caption,
            width: area.width,
        };
        setter.text(
            &self.scan,
            place,
            setting,
            Some((canvas, node, Field::Sign)),
        );
    }

    fn draw_footer(&self, setter: &Setter<'_>, canvas: &mut Canvas) {
        let widths: Vec<f64> = self
            .footer
            .iter()
            .map(|text| setter.natural_width(text))
            .collect();
        let wanted = widths.iter().sum::<f64>() + 1.5;
        let size = ((WIDTH - 0.5) / wanted / POINT).clamp(16.0, FOOTER_POINTS) * POINT;
        let y = PAGE_HEIGHT - FOOTER + (FOOTER - 1.2 * size) / 2.0;
        let [left, right] = &self.footer;
        let left_width = (widths[0] * size + 0.1).min(0.5 * WIDTH);
        let setting = Setting {
            leading: 1.2,
            hyphenate: false,
            ..Setting::body(size, 1)
        };
        for (text, place, align) in [
            (
                left,
                Place {
                    x: MARGIN,
                    y,
                    width: left_width,
                },
                Align::Start,
            ),
            (
                right,
                Place {
                    x: MARGIN + left_width + size,
                    y,
                    width: WIDTH - left_width - size,
                },
                Align::End,
            ),
        ] {
            if text.is_empty() {
                continue;
            }
            canvas.warn(WarningCode::GlyphMissing, Field::Footer, text.missing);
            let node = canvas.node(Role::Paragraph, DOCUMENT);
            setter.text(
                text,
                place,
                Setting { align, ..setting },
                Some((canvas, node, Field::Footer)),
            );
        }
    }
}

fn sign_height(crowding: Crowding) -> f64 {
    crowding.between(150.0, 108.0, 96.0)
}

const fn name_setting(size: f64) -> Setting {
    Setting {
        size,
        leading: NAME_LEADING,
        hyphenate: false,
        rag: Rag::Even,
        align: Align::Start,
        most: 3,
    }
}

fn lines_height(lines: usize, size: f64, leading: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few lines")]
    let lines = lines as f64;
    lines * size * leading
}
