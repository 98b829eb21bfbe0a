//! The note sheet: six notes to cut out. On each stand, in the order in which a note is entered, the kind, the code of the
//! card and room for the words.

use crate::colour::Colour;
use crate::error::Error;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::leaf::{
    Cut, Leaf, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Style, TOP, WIDTH, table_lines, table_name,
};
use crate::layout::most_pages;
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::page::{Area, Role, Sheets};
use crate::sheets::NoteSheet;
use crate::text::shape::Shaper;
use crate::words::NoteSheetWords;

/// All notes.
const CUT: Cut = Cut {
    area: Area {
        x: MARGIN - 4.0,
        y: TOP + 13.5,
        width: WIDTH + 8.0,
        height: PAGE_HEIGHT - TOP - 13.5 - 10.0,
    },
    columns: 2,
    rows: 3,
};
/// From the edge of a note to what is on it.
const PAD: f64 = 5.0;
/// The height of the row of a kind, and of its coloured word.
const KIND: (f64, f64) = (8.6, 6.8);
/// The width of the coloured word.
const CHIP: f64 = 25.0;
/// The height of the row with the code.
const CODE: f64 = 8.6;
/// From line to line, for handwriting.
const LINE: f64 = 8.0;

/// Lays out note sheets, A4 portrait, one page of six notes for each.
///
/// # Errors
///
/// [`crate::ErrorKind::SheetCount`] when there are none or more than 200.
pub fn lay_out_notes(sheets: &[NoteSheet], words: &NoteSheetWords) -> Result<Sheets, Error> {
    most_pages(sheets.len())?;
    let mut canvas = Canvas::new();
    for sheet in sheets {
        let shaper = Shaper::new(sheet.language);
        let setter = Setter::new(&shaper);
        let header = [sheet.session.as_str(), sheet.region.as_str()];
        let mut leaf = Leaf::start(&setter, &mut canvas, header);
        let table = table_name(&words.table, sheet.number, &sheet.name);
        let (title, hint) = (words.title.as_str(), words.hint.as_str());
        let corner = table_lines(&words.table, sheet.number, &sheet.name);
        top(&mut leaf, [title, hint, &words.order], &corner);
        for (nth, area) in CUT.pieces().enumerate() {
            let code = sheet.codes.get(nth).map_or("", String::as_str);
            leaf.part(Role::Section, |leaf| {
                draw(leaf, area, (&table, code), words);
            });
        }
        leaf.cut_lines(CUT);
        canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, format!("{title} · {table}"));
    }
    Ok(canvas.into_sheets())
}

/// What stands above the notes: a title, and what to do beside it.
fn top(leaf: &mut Leaf<'_>, [title, hint, order]: [&str; 3], table: &str) {
    let area = Area {
        x: MARGIN,
        y: TOP - 4.5,
        width: 46.0,
        height: 12.0,
    };
    leaf.inside(Role::Heading1, title, Style::TITLE, area);
    leaf.field = Field::JoinTable;
    let area = Area {
        x: MARGIN + WIDTH - 44.0,
        width: 44.0,
        ..area
    };
    leaf.inside(Role::Paragraph, table, Style::BESIDE, area);
    leaf.field = Field::Header;
    let area = Area {
        x: MARGIN + 48.0,
        width: WIDTH - 96.0,
        ..area
    };
    let style = Style::HINT.points(9.0, 10.0);
    leaf.inside(Role::Paragraph, &format!("{hint} {order}"), style, area);
}

fn draw(leaf: &mut Leaf<'_>, area: Area, (table, code): (&str, &str), words: &NoteSheetWords) {
    let (x, width) = (area.x + PAD, area.width - 2.0 * PAD);
    let mut y = area.y + PAD - 1.0;
    for (colour, kind, start) in [
        (Colour::SURPRISE, &words.surprise, &words.surprise_start),
        (
            Colour::OPPORTUNITY,
            &words.opportunity,
            &words.opportunity_start,
        ),
        (Colour::CHALLENGE, &words.challenge, &words.challenge_start),
    ] {
        leaf.tick_box(x, y + (KIND.0 - 4.8) / 2.0, 4.8);
        let chip = Area {
            x: x + 6.8,
            y: y + (KIND.0 - KIND.1) / 2.0,
            width: CHIP,
            height: KIND.1,
        };
        leaf.canvas.rect(chip, 1.4, Some(colour), None);
        let inner = Area {
            x: chip.x + 2.2,
            width: chip.width - 4.0,
            ..chip
        };
        let style = Style::LABEL.points(9.0, 11.0);
        leaf.inside(Role::Paragraph, kind, style, inner);
        let start_at = Area {
            x: chip.x + CHIP + 2.5,
            y,
            width: width - 6.8 - CHIP - 2.5,
            height: KIND.0,
        };
        let style = Style::HINT.voice(Voice::Italic).points(9.0, 10.0).lines(2);
        let style = Style {
            leading: 1.12,
            ..style
        };
        leaf.inside(Role::Paragraph, start, style, start_at);
        y += KIND.0;
    }
    y += 2.2;
    draw_code(leaf, (x, y, width), code, words);
    y += CODE + 2.4;
    let label = Place {
        x,
        y,
        width: 0.45 * width,
    };
    leaf.says(&words.text, Style::LABEL.colour(Colour::QUIET), label);
    leaf.field = Field::JoinTable;
    let label = Place {
        x: x + 0.45 * width,
        y,
        width: 0.55 * width,
    };
    let style = Style::LABEL.colour(Colour::QUIET).at_end();
    leaf.says(table, style, label);
    leaf.field = Field::Header;
    let room = Area {
        x,
        y: y + 5.0,
        width,
        height: area.y + area.height - PAD - 0.5 - y - 5.0,
    };
    leaf.writing(room, LINE);
}

/// The code of the card, printed or with room for it, and room for the number that the note gets later.
fn draw_code(
    leaf: &mut Leaf<'_>,
    (x, y, width): (f64, f64, f64),
    code: &str,
    words: &NoteSheetWords,
) {
    let label = Area {
        x,
        y,
        width: 20.0,
        height: CODE,
    };
    let style = Style::LABEL.lines(2);
    leaf.inside(Role::Paragraph, &words.card, style, label);
    let field = Area {
        x: x + 21.0,
        width: width - 21.0 - 25.0,
        ..label
    };
    leaf.field_box(field);
    let inner = Area {
        x: field.x + 2.0,
        width: field.width - 4.0,
        ..field
    };
    leaf.field = Field::Card;
    if !code.trim().is_empty() {
        let style = Style::ENTRY.voice(Voice::Bold).points(9.0, 15.0).lines(1);
        leaf.inside(Role::Paragraph, code, style, inner);
    }
    leaf.field = Field::Header;
    let label = Area {
        x: x + width - 22.0,
        width: 8.0,
        ..label
    };
    let style = Style::LABEL.at_end();
    leaf.inside(Role::Paragraph, &words.number, style, label);
    let field = Area {
        x: x + width - 12.5,
        width: 12.5,
        ..label
    };
    leaf.field_box(field);
}
