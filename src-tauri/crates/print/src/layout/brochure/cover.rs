//! The first panel: which perspective it is, and the question that links its observations.

use crate::brochure::Brochure;
use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::brochure::content::one_line;
use crate::layout::brochure::measures::{
    BOTTOM, FOOT_POINTS, MARGIN, PAGE_HEIGHT, PANEL, RADIUS, WIDTH,
};
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, Fit, POINT, Place, Setting};
use crate::page::{Area, NodeId, Role};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;
use crate::text::typography::{polish, verbatim};
use crate::words::{BrochureWords, filled};

/// The dark band at the top.
const BAND: f64 = 15.0;
/// The coloured stripe below it.
const STRIPE: f64 = 2.6;
/// The code on its badge, and the words beside it.
const CODE_POINTS: f64 = 34.0;
/// The most height of the title, and of the words of the linking question.
const TITLE: f64 = 72.0;
const QUESTION: f64 = 30.0;
/// Where the line that says what is in the booklet starts.
const INSIDE: f64 = BOTTOM - 12.0;
/// Below the title, and around what follows the question.
const BELOW_TITLE: f64 = 12.0;
const BELOW: f64 = 8.0;
/// From the edge of the box around the question, and the bar at its left.
const PAD: f64 = 5.0;
const BAR: f64 = 1.8;

pub(super) fn draw(
    brochure: &Brochure,
    words: &BrochureWords,
    setter: &Setter<'_>,
    canvas: &mut Canvas,
) {
    canvas.ground(PANEL, PAGE_HEIGHT);
    canvas.band(PANEL, BAND);
    canvas.stripe(BAND, PANEL, STRIPE);
    let section = canvas.node(Role::Section, DOCUMENT);
    let white = |text: &str| setter.prepare(&one_line(text), Voice::Bold, Colour::WHITE);
    let band = Area {
        x: MARGIN,
        y: 0.0,
        width: WIDTH,
        height: BAND,
    };
    let ends = [&white(&brochure.region), &white(&brochure.date)];
    setter.ends(ends, band, (9.0, 11.0), (section, Field::Header), canvas);
    let place = Place {
        x: MARGIN,
        y: BAND + STRIPE + 15.0,
        width: WIDTH,
    };
    let mut y = place.y;
    let spot = (Role::Paragraph, section, Field::BrochureTitle);
    y += badge(brochure, words, place, spot, setter, canvas) + BELOW;
    let how = setter.prepare(&words.how, Voice::Regular, Colour::INK);
    let how_setting = Setting::body(11.5 * POINT, 4);
    let question = Question::new(brochure, words, setter);
    // The title takes what the question and the rest leave.
    let below = question.height(setter) + BELOW + setter.text(&how, place, how_setting, None);
    let title = setter.prepare(&one_line(&brochure.title), Voice::Display, Colour::INK);
    let fit = Fit {
        width: WIDTH,
        height: TITLE.min(INSIDE - BELOW / 2.0 - below - BELOW_TITLE - y),
        most: 4,
        leading: 1.06,
        hyphens: Hyphens::Needed,
        points: (18.0, 44.0),
    };
    let heading = (Role::Heading1, section, Field::BrochureTitle);
    let setting = fitted(&title, fit, setter);
    y += setter.put(&title, Place { y, ..place }, setting, heading, canvas) + BELOW_TITLE;
    y += question.draw(Place { y, ..place }, spot, setter, canvas) + BELOW;
    setter.put(&how, Place { y, ..place }, how_setting, spot, canvas);
    foot(brochure, words, spot, setter, canvas);
}

/// The code in white on its badge, with the word for what it is beside it.
fn badge(
    brochure: &Brochure,
    words: &BrochureWords,
    place: Place,
    spot: (Role, NodeId, Field),
    setter: &Setter<'_>,
    canvas: &mut Canvas,
) -> f64 {
    let code = verbatim(brochure.code.trim());
    let code = setter.prepare(&code, Voice::Display, Colour::WHITE);
    let fit = Fit {
        width: 0.5 * WIDTH,
        height: f64::INFINITY,
        most: 1,
        leading: 1.12,
        hyphens: Hyphens::Never,
        points: (14.0, CODE_POINTS),
    };
    let setting = Setting {
        most: 1,
        align: Align::Middle,
        ..fitted(&code, fit, setter)
    };
    let label = setter.prepare(&words.perspective, Voice::Bold, Colour::GATHER_INK);
    let beside = Setting {
        most: 2,
        ..Setting::heading(17.0 * POINT)
    };
    let height = 1.5 * CODE_POINTS * POINT;
    let mut x = place.x;
    if !code.is_empty() {
        let text = (setter.natural_width(&code) * setting.size + 0.1).min(fit.width);
        let area = Area {
            x,
            y: place.y,
            width: text + 9.0,
            height,
        };
        canvas.rect(area, 2.4, Some(Colour::GATHER_INK), None);
        let inside = Place {
            x: area.x + 4.5,
            y: area.y + (height - setting.leading * setting.size) / 2.0,
            width: text,
        };
        setter.put(&code, inside, setting, spot, canvas);
        x += area.width + 5.0;
    }
    let label_place = Place {
        x,
        y: place.y + (height - beside.leading * beside.size) / 2.0,
        width: place.x + place.width - x,
    };
    setter.put(&label, label_place, beside, spot, canvas);
    height
}

/// The question that links the observations, in its box.
struct Question {
    label: Prepared,
    text: Prepared,
    setting: Setting,
}

impl Question {
    fn new(brochure: &Brochure, words: &BrochureWords, setter: &Setter<'_>) -> Self {
        let text = polish(&brochure.linking_question);
        let text = setter.prepare(&text, Voice::Bold, Colour::GATHER_INK);
        let fit = Fit {
            width: WIDTH - 2.0 * PAD - BAR,
            height: QUESTION,
            most: 8,
            leading: 1.2,
            hyphens: Hyphens::Needed,
            points: (10.5, 19.0),
        };
        let setting = Setting {
            rag: Rag::Text,
            ..fitted(&text, fit, setter)
        };
        Self {
            label: setter.prepare(&words.linking_question, Voice::Regular, Colour::QUIET),
            text,
            setting,
        }
    }

    const fn inner(place: Place) -> Place {
        Place {
            x: place.x + PAD + BAR,
            y: place.y + PAD,
            width: place.width - 2.0 * PAD - BAR,
        }
    }

    fn label_height(&self, setter: &Setter<'_>) -> f64 {
        let place = Place {
            x: 0.0,
            y: 0.0,
            width: WIDTH,
        };
        setter.text(&self.label, Self::inner(place), label_setting(), None) + 1.5
    }

    fn height(&self, setter: &Setter<'_>) -> f64 {
        if self.text.is_empty() {
            return 0.0;
        }
        let place = Place {
            x: 0.0,
            y: 0.0,
            width: WIDTH,
        };
        let text = setter.text(&self.text, Self::inner(place), self.setting, None);
        2.0 * PAD + self.label_height(setter) + text
    }

    fn draw(
        &self,
        place: Place,
        spot: (Role, NodeId, Field),
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) -> f64 {
        let height = self.height(setter);
        if self.text.is_empty() {
            return height;
        }
        let area = place.high(height);
        canvas.rect(
            area,
            RADIUS,
            Some(Colour::WHITE),
            Some((Colour::EDGE, 0.35)),
        );
        let bar = Area { width: BAR, ..area };
        canvas.rect(bar, 0.0, Some(Colour::GATHER), None);
        let inner = Self::inner(place);
        setter.put(&self.label, inner, label_setting(), spot, canvas);
        let below = Place {
            y: inner.y + self.label_height(setter),
            ..inner
        };
        setter.put(&self.text, below, self.setting, spot, canvas);
        height
    }
}

const fn label_setting() -> Setting {
    Setting::heading(10.5 * POINT)
}

/// The largest setting that fits, or the smallest with as many lines as there is room for.
fn fitted(text: &Prepared, fit: Fit, setter: &Setter<'_>) -> Setting {
    let size = setter.largest(text, fit).unwrap_or(fit.points.0 * POINT);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a box has few lines"
    )]
    let most = if fit.height.is_finite() {
        ((fit.height / (fit.leading * size)) as usize).max(1)
    } else {
        fit.most
    };
    Setting {
        leading: fit.leading,
        hyphens: fit.hyphens,
        most,
        ..Setting::heading(size)
    }
}

/// What is in the booklet, and the session.
fn foot(
    brochure: &Brochure,
    words: &BrochureWords,
    spot: (Role, NodeId, Field),
    setter: &Setter<'_>,
    canvas: &mut Canvas,
) {
    let (observations, stories) = (
        brochure.observations.len().to_string(),
        brochure.stories.len().to_string(),
    );
    let places = [
        ("observations", observations.as_str()),
        ("stories", stories.as_str()),
    ];
    let inside = filled(&words.inside, &places);
    let inside = setter.prepare(&inside, Voice::Bold, Colour::INK);
    let setting = Setting {
        most: 2,
        ..Setting::heading(11.0 * POINT)
    };
    let place = Place {
        x: MARGIN,
        y: INSIDE,
        width: WIDTH,
    };
    setter.put(&inside, place, setting, spot, canvas);
    let session = setter.prepare(&one_line(&brochure.session), Voice::Regular, Colour::QUIET);
    let setting = Setting {
        most: 1,
        ..Setting::heading(FOOT_POINTS * POINT)
    };
    let place = Place {
        y: BOTTOM + 2.0,
        ..place
    };
    let spot = (spot.0, spot.1, Field::Footer);
    setter.put(&session, place, setting, spot, canvas);
}
