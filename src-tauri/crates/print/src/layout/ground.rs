//! What every sheet stands on: the colour of the paper and the stripe with the colours of the four steps.

use crate::colour::Colour;
use crate::layout::canvas::Canvas;
use crate::page::Area;

impl Canvas {
    /// Covers the whole page.
    pub(crate) fn ground(&mut self, width: f64, height: f64) {
        let page = Area {
            x: 0.0,
            y: 0.0,
            width,
            height,
        };
        self.rect(page, 0.0, Some(Colour::GROUND), None);
    }

    /// A dark band at the top of the page.
    pub(crate) fn band(&mut self, width: f64, height: f64) {
        let band = Area {
            x: 0.0,
            y: 0.0,
            width,
            height,
        };
        self.rect(band, 0.0, Some(Colour::INK), None);
    }

    /// The stripe across the page.
    pub(crate) fn stripe(&mut self, y: f64, width: f64, height: f64) {
        let quarter = width / 4.0;
        let mut x = 0.0;
        for colour in [
            Colour::GATHER,
            Colour::BROWSE,
            Colour::CONVERGE,
            Colour::CHANGE,
        ] {
            let part = Area {
                x,
                y,
                width: quarter,
                height,
            };
            self.rect(part, 0.0, Some(colour), None);
            x += quarter;
        }
    }
}
