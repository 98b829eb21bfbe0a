//! The faces that are built in: their bytes, their measures and how they are shaped.

use std::sync::OnceLock;

use harfrust::{Direction, Font, ShapePlan, ShaperFont};

/// A face that is built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Bricolage Grotesque ExtraBold, for names and headings.
    Display,
    /// Atkinson Hyperlegible Next, for reading.
    Regular,
    /// Its semi-bold.
    Bold,
    /// Its italic.
    Italic,
    /// Source Sans 3, for Greek, Cyrillic, Vietnamese and symbols.
    WideRegular,
    /// Its bold.
    WideBold,
    /// Noto Sans Arabic.
    ArabicRegular,
    /// Its bold.
    ArabicBold,
    /// Noto Emoji, in one colour.
    Emoji,
}

/// How a text is set; each voice has a row of faces in which its characters are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// Names and headings.
    Display,
    /// Plain reading text.
    Regular,
    /// Labels and what must stand out.
    Bold,
    /// Quotations and hints.
    Italic,
}

impl Voice {
    /// The faces in which characters are looked for, best first.
    #[must_use]
    pub const fn faces(self) -> [Face; 4] {
        match self {
            Self::Display => [Face::Display, Face::WideBold, Face::ArabicBold, Face::Emoji],
            Self::Regular => [
                Face::Regular,
                Face::WideRegular,
                Face::ArabicRegular,
                Face::Emoji,
            ],
            Self::Bold => [Face::Bold, Face::WideBold, Face::ArabicBold, Face::Emoji],
            Self::Italic => [
                Face::Italic,
                Face::WideRegular,
                Face::ArabicRegular,
                Face::Emoji,
            ],
        }
    }
}

/// A face, read once per process.
pub(crate) struct Loaded {
    pub(crate) font: Font,
    pub(crate) outlines: ttf_parser::Face<'static>,
    pub(crate) units_per_em: f64,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 9] = [
        Self::Display,
        Self::Regular,
        Self::Bold,
        Self::Italic,
        Self::WideRegular,
        Self::WideBold,
        Self::ArabicRegular,
        Self::ArabicBold,
        Self::Emoji,
    ];

    /// The name of the face as fonts carry it.
    #[must_use]
    pub const fn postscript_name(self) -> &'static str {
        match self {
            Self::Display => "BricolageGrotesque-ExtraBold",
            Self::Regular => "AtkinsonHyperlegibleNext-Regular",
            Self::Bold => "AtkinsonHyperlegibleNext-SemiBold",
            Self::Italic => "AtkinsonHyperlegibleNext-Italic",
            Self::WideRegular => "SourceSans3-Regular",
            Self::WideBold => "SourceSans3-Bold",
            Self::ArabicRegular => "NotoSansArabic-Regular",
            Self::ArabicBold => "NotoSansArabic-Bold",
            Self::Emoji => "NotoEmoji-Regular",
        }
    }

    /// The font file.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        macro_rules! font {
            ($name:literal) => {
                include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf"))
            };
        }
        match self {
            Self::Display => font!("BricolageGrotesque-ExtraBold"),
            Self::Regular => font!("AtkinsonHyperlegibleNext-Regular"),
            Self::Bold => font!("AtkinsonHyperlegibleNext-SemiBold"),
            Self::Italic => font!("AtkinsonHyperlegibleNext-Italic"),
            Self::WideRegular => font!("SourceSans3-Regular"),
            Self::WideBold => font!("SourceSans3-Bold"),
            Self::ArabicRegular => font!("NotoSansArabic-Regular"),
            Self::ArabicBold => font!("NotoSansArabic-Bold"),
            Self::Emoji => font!("NotoEmoji-Regular"),
        }
    }

    /// The units of the em.
    #[must_use]
    pub fn units_per_em(self) -> f64 {
        self.loaded().map_or(1000.0, |face| face.units_per_em)
    }

    /// The face as read; `None` only if a built-in font were broken, which a test rules out.
    pub(crate) fn loaded(self) -> Option<&'static Loaded> {
        static FACES: [OnceLock<Option<Loaded>>; 9] = [const { OnceLock::new() }; 9];
        FACES[self as usize]
            .get_or_init(|| {
                let font = Font::new(self.bytes(), 0)?;
                let outlines = ttf_parser::Face::parse(self.bytes(), 0).ok()?;
                let units_per_em = f64::from(outlines.units_per_em());
                Some(Loaded {
                    font,
                    outlines,
                    units_per_em,
                })
            })
            .as_ref()
    }

    /// Whether the face can show the character.
    pub(crate) fn covers(self, character: char) -> bool {
        self.loaded()
            .is_some_and(|face| face.outlines.glyph_index(character).is_some())
    }

    /// The plan for plain left-to-right Latin text, made once: nearly all text needs it.
    pub(crate) fn latin_plan(self) -> Option<&'static ShapePlan> {
        static PLANS: [OnceLock<Option<ShapePlan>>; 9] = [const { OnceLock::new() }; 9];
        PLANS[self as usize]
            .get_or_init(|| {
                let font = &self.loaded()?.font;
                Some(ShapePlan::new(
                    font,
                    Direction::LeftToRight,
                    Some(harfrust::Script::LATIN),
                    None,
                    &[],
                ))
            })
            .as_ref()
    }

    /// The face, ready to shape with.
    pub(crate) fn shaper(self) -> Option<ShaperFont<'static, 'static>> {
        self.loaded().map(|face| ShaperFont::new(&face.font))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_can_be_read() {
        for face in Face::ALL {
            assert!(face.loaded().is_some(), "{face:?}");
            let names = face.loaded().unwrap().outlines.names();
            assert!(names.into_iter().any(|name| name.name_id == 6), "{face:?}");
        }
    }
}
