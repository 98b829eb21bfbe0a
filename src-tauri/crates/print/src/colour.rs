//! The colours of the house, and how well one reads on another.

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// White boxes.
    pub const WHITE: Self = Self(0xff, 0xff, 0xff);
    /// The paper.
    pub const GROUND: Self = Self(0xfb, 0xf7, 0xef);
    /// Text.
    pub const INK: Self = Self(0x1b, 0x24, 0x30);
    /// Secondary text; darker than on screen, because a poster is read from afar.
    pub const QUIET: Self = Self(0x50, 0x4b, 0x40);
    /// Borders of boxes.
    pub const EDGE: Self = Self(0xd9, 0xd0, 0xbf);
    /// Lines to write on.
    pub const RULE: Self = Self(0x9a, 0x91, 0x80);
    /// The step in which stories are gathered.
    pub const GATHER: Self = Self(0x0f, 0x76, 0x6e);
    /// Text in the colour of that step.
    pub const GATHER_INK: Self = Self(0x0b, 0x5a, 0x54);
    /// The step in which stories are browsed.
    pub const BROWSE: Self = Self(0x1d, 0x4f, 0x91);
    /// A light tint of that step.
    pub const BROWSE_TINT: Self = Self(0xe4, 0xec, 0xf8);
    /// Text in the colour of that step.
    pub const BROWSE_INK: Self = Self(0x17, 0x43, 0x7c);
    /// The step in which the table converges.
    pub const CONVERGE: Self = Self(0xa7, 0x5a, 0x00);
    /// Text in the colour of that step.
    pub const CONVERGE_INK: Self = Self(0x7a, 0x42, 0x00);
    /// The step in which change is planned.
    pub const CHANGE: Self = Self(0xb3, 0x26, 0x4a);
    /// Text in the colour of that step.
    pub const CHANGE_INK: Self = Self(0x96, 0x1b, 0x3c);
    /// A light tint of that step.
    pub const CHANGE_TINT: Self = Self(0xf9, 0xdd, 0xe3);
    /// A note with a surprise.
    pub const SURPRISE: Self = Self(0xf6, 0xd5, 0x5c);
    /// A note with an opportunity.
    pub const OPPORTUNITY: Self = Self(0x8e, 0xd1, 0xa5);
    /// A note with a challenge.
    pub const CHALLENGE: Self = Self(0xf2, 0xa0, 0x7b);

    /// The contrast ratio with another colour, by WCAG 2.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let c = f64::from(value) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reads_on_every_ground_it_is_set_on() {
        for (text, ground) in [
            (Colour::INK, Colour::WHITE),
            (Colour::INK, Colour::GROUND),
            (Colour::INK, Colour::CHANGE_TINT),
            (Colour::INK, Colour::SURPRISE),
            (Colour::INK, Colour::OPPORTUNITY),
            (Colour::INK, Colour::CHALLENGE),
            (Colour::QUIET, Colour::WHITE),
            (Colour::QUIET, Colour::GROUND),
            (Colour::GATHER_INK, Colour::WHITE),
            (Colour::GATHER_INK, Colour::GROUND),
            (Colour::INK, Colour::BROWSE_TINT),
            (Colour::QUIET, Colour::BROWSE_TINT),
            (Colour::BROWSE_INK, Colour::BROWSE_TINT),
            (Colour::BROWSE_INK, Colour::WHITE),
            (Colour::BROWSE_INK, Colour::GROUND),
            (Colour::CONVERGE_INK, Colour::WHITE),
            (Colour::CHANGE_INK, Colour::GROUND),
            (Colour::CHANGE_INK, Colour::WHITE),
            (Colour::WHITE, Colour::INK),
        ] {
            assert!(
                text.contrast(ground) >= 7.0,
                "{text:?} on {ground:?}: {:.2}",
                text.contrast(ground)
            );
        }
    }
}
