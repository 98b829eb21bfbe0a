//! Pages as tagged PDF 1.7 that follows PDF/UA-1: every text in its own glyphs and its own words, structure, language,
//! title, colour profile; the same pages and the same facts give the same bytes.

mod content;
mod fonts;
mod forms;
mod metadata;
mod outline;
mod profile;
mod structure;

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{
    Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary,
};
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::page::Sheets;

/// Facts about the file that are not on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title that a reader shows.
    pub title: String,
    /// The language of the words.
    pub language: Language,
    /// When the sheet was made; given, so that the same sheet gives the same file.
    pub date: Moment,
}

/// A moment in universal time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
    /// The hour.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// The second.
    pub second: u8,
}

/// Points per millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// Writes the pages as one PDF.
///
/// # Errors
///
/// [`ErrorKind::Font`] when a built-in font cannot be cut down to what is used, [`ErrorKind::Pdf`] when the file cannot be
/// put together. Neither depends on what people wrote.
pub fn write(sheets: &Sheets, meta: &Meta) -> Result<Vec<u8>, Error> {
    let mut document = Document::with_version("1.7");
    let forms = forms::Forms::used_by(&sheets.pages);
    let fonts = fonts::Fonts::used_by(sheets.pages.iter().chain(forms.pages()));
    let font_resources = fonts.write(&mut document)?;
    let pages_id = document.new_object_id();
    let mut identity = Sha256::new();
    let drawings = forms.write(&mut document, (&fonts, &font_resources), &mut identity)?;
    let mut kids = Vec::new();
    let mut marks = Vec::new();
    for (index, page) in sheets.pages.iter().enumerate() {
        let drawn = content::draw(page, &fonts, &forms);
        let mut resources = dictionary! { "Font" => font_resources.clone() };
        if !drawings.is_empty() {
            resources.set("XObject", drawings.clone());
        }
        identity.update(&drawn.bytes);
        let content_id = document.add_object(compressed(Dictionary::new(), &drawn.bytes)?);
        let size = vec![
            0.into(),
            0.into(),
            real(page.width_mm * POINTS),
            real(page.height_mm * POINTS),
        ];
        let id = document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => pages_id,
            "MediaBox" => size.clone(),
            "TrimBox" => size,
            "Resources" => resources,
            "Contents" => content_id,
            "StructParents" => integer(index),
            "Tabs" => "S",
        });
        kids.push(Object::Reference(id));
        marks.push((id, drawn.nodes));
    }
    document.objects.insert(
        pages_id,
        Object::Dictionary(
            dictionary! { "Type" => "Pages", "Count" => integer(kids.len()), "Kids" => kids },
        ),
    );
    let structure = structure::write(
        &mut document,
        &sheets.nodes,
        &sheets.pages,
        &marks,
        meta.language,
    );
    let xmp = metadata::xmp(meta);
    identity.update(xmp.as_bytes());
    let metadata = document.add_object(
        Stream::new(
            dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
            xmp.into_bytes(),
        )
        .with_compression(false),
    );
    let profile = document.add_object(compressed(dictionary! { "N" => 3 }, &profile::srgb())?);
    let intent = document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text("sRGB"),
        "Info" => text("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    });
    let page_ids: Vec<ObjectId> = marks.iter().map(|(id, _)| *id).collect();
    let outline = outline::write(&mut document, &sheets.pages, &page_ids);
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages_id,
        "Lang" => text(meta.language.tag()),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => structure,
        "Metadata" => metadata,
        "OutputIntents" => vec![intent.into()],
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    };
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    let catalog = document.add_object(catalog);
    let info = document.add_object(metadata::info(meta));
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    let hash = identity.finalize();
    let id = Object::String(
        hash.iter().take(16).copied().collect(),
        StringFormat::Hexadecimal,
    );
    document.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(2000)
        .compression_level(9);
    document
        .save_with_options(&mut bytes, options.build())
        .map_err(|error| ErrorKind::Pdf(error.to_string()))?;
    Ok(bytes)
}

/// A stream, compressed as far as it goes.
fn compressed(mut dictionary: Dictionary, bytes: &[u8]) -> Result<Stream, Error> {
    let failed = |error: std::io::Error| ErrorKind::Pdf(error.to_string());
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).map_err(failed)?;
    let packed = encoder.finish().map_err(failed)?;
    dictionary.set("Filter", "FlateDecode");
    Ok(Stream::new(dictionary, packed).with_compression(false))
}

/// A text string: plain where ASCII does, or else UTF-16 with its mark.
fn text(value: &str) -> Object {
    if value.is_ascii() {
        return Object::string_literal(value);
    }
    Object::String(utf16(value), StringFormat::Hexadecimal)
}

/// UTF-16, big end first, with its mark.
fn utf16(value: &str) -> Vec<u8> {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(value.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

fn real(value: f64) -> Object {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "places on a page need no more"
    )]
    Object::Real(((value * 1000.0).round() / 1000.0) as f32)
}

fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

/// A page with the nodes of its marked contents, by their number.
type Marks = (ObjectId, Vec<crate::page::NodeId>);
