//! Bytes to a table: encodings, delimiters, headers, limits.

use proptest::prelude::*;

use intake::{Delimiter, Encoding, Export, How, Limits, RejectReason, open};

fn export(bytes: &[u8], how: &How) -> Export {
    open(bytes, "x.csv", how).unwrap()
}

fn code(bytes: &[u8], how: &How) -> &'static str {
    open(bytes, "x.csv", how).unwrap_err().code()
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

#[test]
fn encodings_are_found_and_said() {
    let text = "vraag;antwoord\ncafé;één\nruïne;€ 5\n";
    let mut windows = Vec::new();
    for letter in text.chars() {
        windows.push(match letter {
            'é' => 0xE9,
            'ï' => 0xEF,
            '€' => 0x80,
            other => u8::try_from(u32::from(other)).unwrap(),
        });
    }
    let marked = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
    for (bytes, encoding, guessed) in [
        (text.as_bytes().to_vec(), Encoding::Utf8, false),
        (
            marked(&[0xEF, 0xBB, 0xBF], text.as_bytes().to_vec()),
            Encoding::Utf8,
            false,
        ),
        (
            marked(&[0xFF, 0xFE], utf16(text, false)),
            Encoding::Utf16Le,
            false,
        ),
        (
            marked(&[0xFE, 0xFF], utf16(text, true)),
            Encoding::Utf16Be,
            false,
        ),
        (utf16(text, false), Encoding::Utf16Le, false),
        (utf16(text, true), Encoding::Utf16Be, false),
        (windows.clone(), Encoding::Windows1252, true),
    ] {
        let export = export(&bytes, &How::default());
        assert_eq!(export.encoding, Some(encoding));
        assert_eq!(export.columns[0].key.header, "vraag", "{encoding:?}");
        assert_eq!(
            (export.cell(0, 0), export.cell(1, 1)),
            ("café", "€ 5"),
            "{encoding:?}"
        );
        assert_eq!(
            export
                .remarks
                .iter()
                .any(|remark| remark.code == "encoding_guessed"),
            guessed
        );
    }
    let asked = How {
        encoding: Some(Encoding::Utf8),
        ..How::default()
    };
    let error = open(&windows, "x.csv", &asked).unwrap_err();
    assert_eq!(error.code(), "intake_encoding");
    assert_eq!(error.params()[1], ("row", "2".to_owned()));
    let windows_asked = How {
        encoding: Some(Encoding::Windows1252),
        ..How::default()
    };
    assert_eq!(
        export(text.as_bytes(), &windows_asked).cell(0, 0),
        "cafÃ©",
        "what is asked is done"
    );
}

#[test]
fn one_broken_byte_does_not_turn_a_whole_file_into_other_letters() {
    let mut bytes = "a,b\n".as_bytes().to_vec();
    for _ in 0..30 {
        bytes.extend("één,twéé\n".as_bytes());
    }
    bytes.extend(b"x,\xFF\n");
    let export = export(&bytes, &How::default());
    assert_eq!(
        (export.encoding, export.cell(0, 1)),
        (Some(Encoding::Utf8), "twéé")
    );
}

#[test]
fn delimiters_are_found_and_can_be_said() {
    for (text, delimiter) in [
        ("a,b,c\n1,2,3\n4,5,6\n", Delimiter::Comma),
        ("a;b;c\n1,5;2,5;3\n4;5;6\n", Delimiter::Semicolon),
        ("a\tb\tc\n1, of 2\t2\t3\n4\t5\t6\n", Delimiter::Tab),
        ("a|b|c\n1|2|3\n4|5, 6|6\n", Delimiter::Pipe),
        ("sep=;\na;b,c,d\n1;2,3,4\n", Delimiter::Semicolon),
        (
            "a,b\n\"x;y;z;\",1\n\"x;\",2\n\"y;z;\",3\n",
            Delimiter::Comma,
        ),
        ("alleen een kop\neen\ntwee\n", Delimiter::Comma),
        ("Export van mei\na,b,c\n1,2,3\n4,5,6\n", Delimiter::Comma),
    ] {
        let export = export(text.as_bytes(), &How::default());
        assert_eq!(export.delimiter, Some(delimiter), "{text}");
    }
    let how = How {
        delimiter: Some(Delimiter::Comma),
        ..How::default()
    };
    assert_eq!(export(b"a;b\n1;2,3\n4;5,6\n", &how).columns.len(), 2);
}

#[test]
fn one_column_of_text_with_commas_stays_one_column_and_a_title_is_no_header() {
    let text = "verhaal\nEerst dit, toen dat.\nNiets.\nVan alles, en nog wat, en meer.\nEen dag; een nacht.\n";
    let read = export(text.as_bytes(), &How::default());
    assert_eq!(
        (read.columns.len(), read.len(), read.broken.len()),
        (1, 4, 0)
    );
    assert_eq!(read.cell(2, 0), "Van alles, en nog wat, en meer.");
    let read = export(b"Export van mei\na,b,c\n1,2,3\n4,5,6\n", &How::default());
    assert_eq!((read.columns[1].key.header.as_str(), read.len()), ("b", 2));
    assert!(
        read.remarks
            .iter()
            .any(|remark| remark.code == "row_left_out")
    );
}

#[test]
fn quotes_line_ends_and_blank_rows() {
    let export = export(
        b"kop\r\n\r\n\"een \"\"twee\"\"\r\ndrie\"\r\nlos \" aanhaling\r\n\"niet dicht\r\nlaatste\r",
        &How::default(),
    );
    let cells: Vec<&str> = export.column(0).collect();
    assert_eq!(
        cells,
        [
            "een \"twee\"\ndrie",
            "los \" aanhaling",
            "\"niet dicht",
            "laatste"
        ]
    );
    let rows: Vec<u32> = (0..4).map(|row| export.row_number(row)).collect();
    assert_eq!(rows, [3, 4, 5, 6], "rows as a spreadsheet counts them");
}

#[test]
fn characters_that_mislead_are_dropped() {
    let export = export(
        "kop\nna\u{202e}am\u{0007}\u{feff}\u{a0}x\n".as_bytes(),
        &How::default(),
    );
    assert_eq!(export.cell(0, 0), "naam x");
}

#[test]
fn headers_lose_markup_and_double_spaces_and_can_be_said() {
    let text = b"\"<p>Hoe  ging\n het?</p>\",A &amp; B,a < b\n1,2,3\n4,5,6\n";
    let read = export(text, &How::default());
    let headers: Vec<&str> = read
        .columns
        .iter()
        .map(|column| column.key.header.as_str())
        .collect();
    assert_eq!(headers, ["Hoe ging het?", "A & B", "a < b"]);
    let how = How {
        header_rows: Some(2),
        ..How::default()
    };
    let read = export(text, &how);
    assert_eq!((read.len(), read.columns[1].key.second.as_str()), (1, "2"));
}

#[test]
fn what_is_no_table_is_refused() {
    let how = How::default();
    for (bytes, expected) in [
        (&b""[..], "intake_empty"),
        (b"a,b\n", "intake_empty"),
        (b"\n\n\n", "intake_empty"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02",
            "intake_not_a_table",
        ),
        (b"PK\x03\x04 no archive", "intake_damaged"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 workbook",
            "intake_old_workbook",
        ),
        (
            b"\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            "intake_locked",
        ),
    ] {
        assert_eq!(code(bytes, &how), expected, "{bytes:?}");
    }
}

#[test]
fn limits_hold() {
    let limited = |limits: Limits| How {
        limits,
        ..How::default()
    };
    let text = b"a,b\n1,2\n3,4\n5,6\n";
    assert_eq!(
        code(
            text,
            &limited(Limits {
                bytes: 8,
                ..Limits::default()
            })
        ),
        "intake_too_large"
    );
    assert_eq!(
        code(
            text,
            &limited(Limits {
                rows: 3,
                ..Limits::default()
            })
        ),
        "intake_rows"
    );
    assert_eq!(
        code(
            text,
            &limited(Limits {
                columns: 1,
                ..Limits::default()
            })
        ),
        "intake_columns"
    );
    assert_eq!(
        code(
            text,
            &limited(Limits {
                cells: 30,
                ..Limits::default()
            })
        ),
        "intake_cells"
    );
    let cell = limited(Limits {
        cell: 4,
        ..Limits::default()
    });
    let export = export("a,b\n12345678,2\n3,4\n".as_bytes(), &cell);
    assert_eq!(export.len(), 1);
    assert_eq!(
        (
            export.broken[0].row,
            export.broken[0].reason,
            export.broken[0].value.as_str()
        ),
        (2, RejectReason::LongCell, "1234")
    );
}

/// A table as a careful program writes it.
fn written(rows: &[Vec<String>], delimiter: u8) -> String {
    let delimiter = char::from(delimiter).to_string();
    rows.iter()
        .map(|row| {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                .collect();
            cells.join(&delimiter) + "\r\n"
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_is_read_back_in_every_encoding(
        rows in proptest::collection::vec(
            proptest::collection::vec("[a-zé€ ,;|\"\n.]{0,12}", 3),
            2..8,
        ),
        which in 0..4_usize,
        encoding in 0..4_usize,
    ) {
        let mut table = vec![vec!["een".to_owned(), "twee".to_owned(), "drie".to_owned()]];
        // A filled first cell, so that no row is blank, and none a comment; NarraFirma's quotes are mended, so none at the ends.
        table.extend(rows.into_iter().map(|mut row| {
            row[0] = format!("x{}", row[0]);
            row.into_iter().map(|cell| cell.trim().trim_matches('"').trim().to_owned()).collect()
        }));
        let text = written(&table, Delimiter::ALL[which].byte());
        let bytes = match encoding {
            0 => text.into_bytes(),
            1 => utf16(&format!("\u{feff}{text}"), false),
            2 => utf16(&format!("\u{feff}{text}"), true),
            _ => text
                .chars()
                .map(|letter| match letter {
                    'é' => 0xE9,
                    '€' => 0x80,
                    ascii => u8::try_from(u32::from(ascii)).unwrap(),
                })
                .collect(),
        };
        let how = How {
            delimiter: Some(Delimiter::ALL[which]),
            encoding: (encoding == 3).then_some(Encoding::Windows1252),
            header_rows: Some(1),
            ..How::default()
        };
        let export = open(&bytes, "x.csv", &how).unwrap();
        prop_assert_eq!(export.len(), table.len() - 1);
        for (row, cells) in table.iter().skip(1).enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                prop_assert_eq!(export.cell(row, column), cell.as_str());
            }
        }
    }
}
