//! What stands around the boxes: the header, the title, how to read the poster, and the footer.

use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::overview::measures::{
    BAND, Density, FOOTER_POINTS, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, STRIPE, WIDTH,
};
use crate::layout::setter::Setter;
use crate::layout::setting::{Fit, POINT, Place, Setting};
use crate::overview::Overview;
use crate::page::{Area, Role};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;
use crate::text::typography::polish;
use crate::words::OverviewWords;

/// Everything around the boxes, ready to be set.
pub(super) struct Frame {
    header: Prepared,
    /// What the poster rests on, at the right of the header.
    stories: String,
    title: Prepared,
    theme: Prepared,
    how: Prepared,
    footer: [Prepared; 2],
    title_setting: Setting,
    density: Density,
    /// The title as plain text.
    pub(super) says: String,
}

impl Frame {
    /// `note` is what must be known to read most of the charts.
    pub(super) fn new(
        overview: &Overview,
        words: &OverviewWords,
        note: &str,
        density: Density,
        setter: &Setter<'_>,
    ) -> Self {
        let title = one_line(&overview.title);
        let says = if title.is_empty() {
            words.title.clone()
        } else {
            title
        };
        let where_and_when = [&overview.region, &overview.date];
        let where_and_when = where_and_when.map(|text| one_line(text));
        let where_and_when: Vec<&str> = where_and_when
            .iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        let white = |text: &str| setter.prepare(text, Voice::Bold, Colour::WHITE);
        let quiet = |text: &str| setter.prepare(&one_line(text), Voice::Regular, Colour::QUIET);
        let prepared = setter.prepare(&says, Voice::Display, Colour::INK);
        let fit = Fit {
            width: WIDTH,
            height: f64::INFINITY,
            most: density.title.0,
            leading: 1.04,
            hyphens: Hyphens::Needed,
            points: (60.0, density.title.1),
        };
        let title_setting = Setting {
            leading: fit.leading,
            most: 3,
            ..Setting::heading(setter.largest(&prepared, fit).unwrap_or(60.0 * POINT))
        };
        Self {
            header: white(&where_and_when.join(" · ")),
            stories: one_line(&overview.stories),
            title: prepared,
            theme: setter.prepare(&one_line(&overview.theme), Voice::Bold, Colour::CHANGE_INK),
            how: quiet(&format!("{} {note}", words.how)),
            footer: [quiet(&overview.made_at), quiet(&overview.provenance)],
            title_setting,
            density,
            says,
        }
    }

    const fn theme_setting(&self) -> Setting {
        Setting {
            leading: 1.2,
            rag: Rag::Text,
            most: 3,
            ..Setting::heading(self.density.lead.0 * POINT)
        }
    }

    const fn how_setting(&self) -> Setting {
        Setting {
            leading: 1.25,
            rag: Rag::Text,
            most: 3,
            ..Setting::heading(self.density.lead.1 * POINT)
        }
    }

    /// Sets what is above the boxes, or only measures it, and returns where the boxes start.
    pub(super) fn top(&self, setter: &Setter<'_>, mut canvas: Option<&mut Canvas>) -> f64 {
        let mut y = BAND + STRIPE + self.density.top.0;
        for (text, setting, role) in [
            (&self.title, self.title_setting, Role::Heading1),
            (&self.theme, self.theme_setting(), Role::Paragraph),
            (&self.how, self.how_setting(), Role::Paragraph),
        ] {
            if text.is_empty() {
                continue;
            }
            let place = Place {
                x: MARGIN,
                y,
                width: WIDTH,
            };
            y += self.density.top.1
                + match canvas.as_deref_mut() {
                    Some(canvas) => {
                        let spot = (role, DOCUMENT, Field::OverviewTitle);
                        setter.put(text, place, setting, spot, canvas)
                    }
                    None => setter.text(text, place, setting, None),
                };
        }
        y - self.density.top.1 + self.density.gap + 4.0
    }

    /// Draws all but the footer; `part` says which of several posters it is.
    pub(super) fn draw(&self, part: &str, setter: &Setter<'_>, canvas: &mut Canvas) {
        canvas.ground(PAGE_WIDTH, PAGE_HEIGHT);
        canvas.band(PAGE_WIDTH, BAND);
        canvas.stripe(BAND, PAGE_WIDTH, STRIPE);
        let parts = [self.stories.as_str(), part];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let right = setter.prepare(&parts.join(" · "), Voice::Bold, Colour::WHITE);
        let band = Area {
            x: MARGIN,
            y: 0.0,
            width: WIDTH,
            height: BAND,
        };
        let spot = (DOCUMENT, Field::Header);
        setter.ends([&self.header, &right], band, (24.0, 33.0), spot, canvas);
        self.top(setter, Some(canvas));
    }

    pub(super) fn draw_footer(&self, setter: &Setter<'_>, canvas: &mut Canvas) {
        let band = Area {
            x: MARGIN,
            y: PAGE_HEIGHT - self.density.footer,
            width: WIDTH,
            height: self.density.footer,
        };
        let [left, right] = &self.footer;
        let spot = (DOCUMENT, Field::Footer);
        setter.ends([left, right], band, (16.0, FOOTER_POINTS), spot, canvas);
    }
}

fn one_line(text: &str) -> String {
    polish(text).replace('\n', " ")
}
