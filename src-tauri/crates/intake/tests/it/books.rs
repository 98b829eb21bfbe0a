//! Workbooks, made here entry by entry, and archives that mean harm.

use std::io::{Cursor, Write as _};

use intake::{Format, How, Limits, open, propose, take_in};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{holds, kind};

/// An archive of these entries.
pub fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const SHEET: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Cijfer</t></is></c><c r="D1" t="inlineStr"><is><t>Tijd van voltooien</t></is></c></row>
<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><v>7.5</v></c><c r="D2" s="1"><v>46053.5</v></c></row>
<row r="4"><c r="A4"><v>2</v></c><c r="B4" t="inlineStr"><is><t>Nog &amp; een ervaring van ons allemaal samen op die ene dag.</t></is></c><c r="C4"><v>3</v></c><c r="D4" s="1"><v>46054</v></c></row>"#;

/// A workbook of Excel with one sheet of these rows.
pub fn xlsx(rows: &str) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    archive(&[
        (
            "[Content_Types].xml",
            r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "_rels/.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Antwoorden" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
        ),
        (
            "xl/sharedStrings.xml",
            r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Verhaal</t></si><si><r><t xml:space="preserve">Een lange ervaring, </t></r><r><t>in twee stukken geschreven, over die dag.</t></r></si></sst>"#,
        ),
        (
            "xl/styles.xml",
            r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#,
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// A workbook of LibreOffice with one sheet of these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Leeg"/><table:table table:name="Antwoorden">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

pub const ODS_ROWS: &str = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Verhaal</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Cijfer</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Datum</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>opmerking</text:p></office:annotation><text:p>Eerste regel &amp; meer<text:s text:c="2"/>tekst</text:p><text:p>tweede regel</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="7"><text:p>7,0</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-01-31T10:00:00"><text:p>31-01-26</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>Twee keer</text:p></table:table-cell><table:table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;

#[test]
fn excel_cells_of_every_sort() {
    let export = open(&xlsx(SHEET), "x.xlsx", &How::default()).unwrap();
    assert_eq!(export.format, Format::Xlsx);
    assert_eq!(export.sheet.as_deref(), Some("Antwoorden"));
    assert_eq!(export.len(), 2);
    assert_eq!(
        export.cell(0, 1),
        "Een lange ervaring, in twee stukken geschreven, over die dag."
    );
    assert_eq!(
        (export.cell(0, 2), export.cell(0, 3)),
        ("7.5", "2026-01-31 12:00:00")
    );
    assert_eq!((export.cell(1, 3), export.row_number(1)), ("2026-02-01", 4));
    assert!(export.cell(1, 1).starts_with("Nog & een"));
    let codebook = propose(&export);
    assert_eq!(kind(&codebook, "Verhaal"), "story");
    let taken = take_in(&export, &codebook);
    holds(&taken);
    assert_eq!(taken.stories[1].told, "2026-02-01");
    let how = How {
        sheet: Some("Weg".to_owned()),
        ..How::default()
    };
    assert_eq!(
        open(&xlsx(SHEET), "x.xlsx", &how).unwrap_err().code(),
        "intake_no_sheet"
    );
}

#[test]
fn libreoffice_cells_of_every_sort() {
    let export = open(&ods(ODS_ROWS), "x.ods", &How::default()).unwrap();
    assert_eq!(
        (export.format, export.len(), export.columns.len()),
        (Format::Ods, 3, 3)
    );
    assert_eq!(export.sheets, ["Leeg", "Antwoorden"]);
    assert_eq!(
        export.cell(0, 0),
        "Eerste regel & meer  tekst\ntweede regel"
    );
    assert_eq!(
        (export.cell(0, 1), export.cell(0, 2)),
        ("7", "2026-01-31 10:00:00")
    );
    assert_eq!((export.cell(2, 0), export.row_number(2)), ("Twee keer", 6));
}

#[test]
fn far_corners_and_repetition_cost_nothing_and_are_refused() {
    let corner = xlsx(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    assert_eq!(
        open(&corner, "x.xlsx", &How::default()).unwrap_err().code(),
        "intake_columns"
    );
    let many = ods(
        r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#,
    );
    assert_eq!(
        open(&many, "x.ods", &How::default()).unwrap_err().code(),
        "intake_columns"
    );
    let rows = ods(
        r#"<table:table-row table:number-rows-repeated="4000000000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#,
    );
    assert_eq!(
        open(&rows, "x.ods", &How::default()).unwrap_err().code(),
        "intake_rows"
    );
    let wide = ods(
        r#"<table:table-row table:number-rows-repeated="500000"><table:table-cell table:number-columns-repeated="1900" office:value-type="string"><text:p>xxxxxxxxxx</text:p></table:table-cell></table:table-row>"#,
    );
    let how = How {
        limits: Limits {
            cells: 8 << 20,
            ..Limits::default()
        },
        ..How::default()
    };
    assert_eq!(
        open(&wide, "x.ods", &how).unwrap_err().code(),
        "intake_cells"
    );
}

#[test]
fn archives_that_mean_harm_are_refused() {
    let doctype = archive(&[(
        "content.xml",
        r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>"#,
    )]);
    assert_eq!(
        open(&doctype, "x.ods", &How::default()).unwrap_err().code(),
        "intake_doctype"
    );
    let zeros = "0".repeat(4 << 20);
    let bomb = archive(&[
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/media/bomb.bin", &zeros),
    ]);
    let limits = Limits {
        inflated: 1 << 20,
        entries: 8,
        ..Limits::default()
    };
    let how = How {
        limits,
        ..How::default()
    };
    assert!(bomb.len() < 20_000);
    assert_eq!(
        open(&bomb, "x.xlsx", &how).unwrap_err().code(),
        "intake_inflated"
    );
    let names: Vec<String> = (0..9).map(|nth| format!("{nth}.txt")).collect();
    let entries: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(
        open(&archive(&entries), "x.xlsx", &how).unwrap_err().code(),
        "intake_entries"
    );
    assert_eq!(
        open(&archive(&[("readme.txt", "hello")]), "x.xlsx", &how)
            .unwrap_err()
            .code(),
        "intake_not_a_table"
    );
    let deep = format!("{}{}", "<a>".repeat(5_000), "</a>".repeat(5_000));
    assert_eq!(
        open(&archive(&[("content.xml", &deep)]), "x.ods", &how)
            .unwrap_err()
            .code(),
        "intake_damaged"
    );
    let book = xlsx(SHEET);
    for length in (0..book.len()).step_by(97) {
        let _ = open(&book[..length], "x.xlsx", &How::default()).unwrap_err();
    }
}
