//! The fonts of a file: only the glyphs that are used, with their widths and their text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, dictionary};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::error::{Error, ErrorKind};
use crate::face::Face;
use crate::page::{Glyph, GlyphRun, Mark, Page};
use crate::pdf::{compressed, integer};

/// Every face that is used.
pub(crate) struct Fonts {
    used: BTreeMap<Face, Used>,
}

/// The glyphs of one face. A glyph has a code of its own for each text that it stands for, so that a reader finds the right
/// text for every glyph, such as a hyphen that is only there because a line ends.
pub(crate) struct Used {
    remapper: GlyphRemapper,
    /// The codes of a glyph, by text.
    codes: BTreeMap<(u16, String), u16>,
    /// What each code shows and says; the first one is code 1.
    shown: Vec<Shown>,
}

struct Shown {
    /// The number of the glyph in the file.
    number: u16,
    text: String,
    /// In thousandths of the em.
    width: f64,
}

impl Used {
    /// The code of a glyph of a run.
    pub(crate) fn code(&self, run: &GlyphRun, glyph: &Glyph) -> u16 {
        self.codes
            .get(&(glyph.id, text_of(run, glyph)))
            .copied()
            .unwrap_or(0)
    }

    /// The width that a reader moves on by, in thousandths of the em.
    pub(crate) fn width(&self, code: u16) -> f64 {
        self.shown
            .get(usize::from(code).wrapping_sub(1))
            .map_or(0.0, |shown| shown.width)
    }

    fn add(&mut self, run: &GlyphRun, glyph: &Glyph) {
        let key = (glyph.id, text_of(run, glyph));
        if self.codes.contains_key(&key) {
            return;
        }
        let Some(loaded) = run.face.loaded() else {
            return;
        };
        let advance = loaded
            .outlines
            .glyph_hor_advance(ttf_parser::GlyphId(glyph.id))
            .unwrap_or(0);
        let width = (f64::from(advance) * 100_000.0 / loaded.units_per_em).round() / 100.0;
        let number = self.remapper.remap(glyph.id);
        self.shown.push(Shown {
            number,
            text: key.1.clone(),
            width,
        });
        self.codes
            .insert(key, u16::try_from(self.shown.len()).unwrap_or(0));
    }
}

/// The text that a glyph stands for. The later glyphs of a cluster, such as the dots of an Arabic letter, have the text of the
/// whole cluster; in the page they are marked as saying nothing.
fn text_of(run: &GlyphRun, glyph: &Glyph) -> String {
    if glyph.soft {
        return "\u{ad}".to_owned();
    }
    let own = run
        .text
        .get(glyph.start as usize..glyph.end as usize)
        .unwrap_or("");
    if !own.is_empty() {
        return own.to_owned();
    }
    run.text
        .get(glyph.start as usize..)
        .and_then(|rest| rest.chars().next())
        .map_or_else(|| " ".to_owned(), String::from)
}

impl Fonts {
    pub(crate) fn used_by<'a>(pages: impl Iterator<Item = &'a Page>) -> Self {
        let mut used: BTreeMap<Face, Used> = BTreeMap::new();
        for item in pages.flat_map(|page| &page.items) {
            let Mark::Glyphs(run) = &item.mark else {
                continue;
            };
            let font = used.entry(run.face).or_insert_with(|| Used {
                remapper: GlyphRemapper::new(),
                codes: BTreeMap::new(),
                shown: Vec::new(),
            });
            for glyph in &run.glyphs {
                font.add(run, glyph);
            }
        }
        Self { used }
    }

    pub(crate) fn get(&self, face: Face) -> Option<&Used> {
        self.used.get(&face)
    }

    /// Writes the fonts and returns them by resource name.
    pub(crate) fn write(&self, document: &mut Document) -> Result<Dictionary, Error> {
        let mut resources = Dictionary::new();
        for (face, used) in &self.used {
            let id = write_font(document, *face, used)?;
            resources.set(resource(*face), id);
        }
        Ok(resources)
    }
}

/// The name of a face in a page's resources.
pub(crate) fn resource(face: Face) -> String {
    format!("F{}", face as usize)
}

fn write_font(document: &mut Document, face: Face, used: &Used) -> Result<lopdf::ObjectId, Error> {
    let broken = || ErrorKind::Font(face.postscript_name());
    let outlines = &face.loaded().ok_or_else(broken)?.outlines;
    let subset = subsetter::subset(face.bytes(), 0, &used.remapper).map_err(|_| broken())?;
    let name = format!("{}+{}", tag(&subset), face.postscript_name());
    let file = document.add_object(compressed(
        dictionary! { "Length1" => integer(subset.len()) },
        &subset,
    )?);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "measures of a font are small"
    )]
    let thousandths = |value: i16| {
        Object::Integer((f64::from(value) * 1000.0 / face.units_per_em()).round() as i64)
    };
    let area = outlines.global_bounding_box();
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => Object::Name(name.clone().into_bytes()),
        // Symbolic, as fonts whose glyphs are found by number are.
        "Flags" => if face == Face::Italic { 68 } else { 4 },
        "FontBBox" => vec![thousandths(area.x_min), thousandths(area.y_min), thousandths(area.x_max), thousandths(area.y_max)],
        "ItalicAngle" => if face == Face::Italic { -10 } else { 0 },
        "Ascent" => thousandths(outlines.ascender()),
        "Descent" => thousandths(outlines.descender()),
        "CapHeight" => thousandths(outlines.capital_height().unwrap_or(700)),
        "StemV" => match face {
            Face::Display => 180,
            Face::Bold | Face::WideBold | Face::ArabicBold => 130,
            Face::Regular | Face::Italic | Face::WideRegular | Face::ArabicRegular | Face::Emoji => 85,
        },
        "FontFile2" => file,
    });
    let glyph_map = document.add_object(compressed(Dictionary::new(), &glyphs_of_codes(used))?);
    let descendant = document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => Object::Name(name.clone().into_bytes()),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor,
        "CIDToGIDMap" => glyph_map,
        "DW" => 0,
        "W" => widths(used),
    });
    let to_unicode =
        document.add_object(compressed(Dictionary::new(), to_unicode(used).as_bytes())?);
    Ok(document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => Object::Name(name.into_bytes()),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![descendant.into()],
        "ToUnicode" => to_unicode,
    }))
}

/// Six letters that tell one subset of a font from another.
fn tag(subset: &[u8]) -> String {
    Sha256::digest(subset)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

/// The widths of all codes, of which the first is 1.
fn widths(used: &Used) -> Vec<Object> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a width has four digits and two decimals"
    )]
    let number = |width: f64| {
        if width.fract() == 0.0 {
            Object::Integer(width as i64)
        } else {
            Object::Real(width as f32)
        }
    };
    vec![
        Object::Integer(1),
        Object::Array(used.shown.iter().map(|shown| number(shown.width)).collect()),
    ]
}

/// The glyph of each code, in two bytes.
fn glyphs_of_codes(used: &Used) -> Vec<u8> {
    let mut map = vec![0, 0];
    map.extend(
        used.shown
            .iter()
            .flat_map(|shown| shown.number.to_be_bytes()),
    );
    map
}

fn to_unicode(used: &Used) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let entries: Vec<(usize, &Shown)> = used
        .shown
        .iter()
        .enumerate()
        .map(|(index, shown)| (index + 1, shown))
        .collect();
    for chunk in entries.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", chunk.len());
        for (code, shown) in chunk {
            let _ = write!(map, "<{code:04X}> <");
            for unit in shown.text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
