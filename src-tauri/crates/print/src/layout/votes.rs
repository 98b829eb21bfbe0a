//! The vote sheet: the perspectives with boxes to count, the three of the table and of each person, in the order in which they
//! are entered; and on a second page slips to vote on in silence.

use crate::colour::Colour;
use crate::error::{Error, ErrorKind};
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::leaf::{
    BOTTOM, Column, Cut, Leaf, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Style, TOP, WIDTH, table_name,
};
use crate::layout::most_pages;
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::page::{Area, Role, Sheets};
use crate::sheets::{Choice, VoteSheet};
use crate::text::shape::Shaper;
use crate::words::VoteSheetWords;

/// The most perspectives on a sheet.
const MOST_PERSPECTIVES: usize = 16;
/// The rows for people, and the boxes to count votes of a perspective.
const PEOPLE: usize = 10;
/// The height of the box with the three of the table.
const CHOICE: f64 = 17.0;
/// A row is at least and at most so high.
const ROWS: (f64, f64) = (6.3, 9.4);
/// The slips.
const CUT: Cut = Cut {
    area: Area {
        x: MARGIN - 4.0,
        y: TOP + 13.5,
        width: WIDTH + 8.0,
        height: PAGE_HEIGHT - TOP - 13.5 - 10.0,
    },
    columns: 2,
    rows: 4,
};

/// Lays out vote sheets, A4 portrait: for each a page for the table and a page of eight slips.
///
/// # Errors
///
/// [`ErrorKind::SheetCount`] when there are none or more than 200, or more than sixteen perspectives on one.
pub fn lay_out_votes(sheets: &[VoteSheet], words: &VoteSheetWords) -> Result<Sheets, Error> {
    most_pages(sheets.len())?;
    let mut canvas = Canvas::new();
    for sheet in sheets {
        if sheet.perspectives.len() > MOST_PERSPECTIVES {
            return Err(ErrorKind::SheetCount(sheet.perspectives.len()).into());
        }
        let shaper = Shaper::new(sheet.language);
        let setter = Setter::new(&shaper);
        let header = [sheet.session.as_str(), sheet.region.as_str()];
        let table = table_name(&words.table, sheet.number, &sheet.name);
        let mut leaf = Leaf::start(&setter, &mut canvas, header);
        front(&mut leaf, sheet, &table, words);
        let title = format!("{} · {table}", words.title);
        canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, title);
        let mut leaf = Leaf::start(&setter, &mut canvas, header);
        slips(&mut leaf, sheet, &table, words);
        let title = format!("{} · {table}", words.slips);
        canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, title);
    }
    Ok(canvas.into_sheets())
}

fn front(leaf: &mut Leaf<'_>, sheet: &VoteSheet, table: &str, words: &VoteSheetWords) {
    let mut y = TOP - 2.0;
    y += leaf.title(&words.title, table, &words.hint, y) + 4.0;
    let heading = leaf.height(&words.people, Style::HEADING, WIDTH);
    let fixed = 3.0 * (heading + 2.0) + CHOICE + 2.0 * 5.0 + 6.6 + 5.0;
    let people = sheet.people.len().clamp(PEOPLE - 2, PEOPLE);
    #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
    let rows = (sheet.perspectives.len() + people) as f64;
    let row = ((BOTTOM + 5.0 - y - fixed) / rows).clamp(ROWS.0, ROWS.1);
    leaf.part(Role::Section, |leaf| {
        y += perspectives(leaf, sheet, (y, row), words) + 5.0;
    });
    leaf.part(Role::Section, |leaf| {
        y += choice(leaf, y, words) + 5.0;
    });
    leaf.part(Role::Section, |leaf| {
        per_person(leaf, sheet, (y, row, people), words);
    });
}

/// The list of perspectives with the boxes to count; its height.
fn perspectives(
    leaf: &mut Leaf<'_>,
    sheet: &VoteSheet,
    (y, row): (f64, f64),
    words: &VoteSheetWords,
) -> f64 {
    let counts = Area {
        x: MARGIN + WIDTH - 62.0,
        y,
        width: 62.0,
        height: leaf.height(&words.perspectives, Style::HEADING, WIDTH),
    };
    let place = Place {
        x: MARGIN,
        y,
        width: WIDTH - 64.0,
    };
    let mut at = y + leaf.heading(&words.perspectives, place) + 1.5;
    let style = Style::LABEL.colour(Colour::QUIET).at_end();
    leaf.inside(Role::Paragraph, &words.count, style, counts);
    leaf.field = Field::Perspectives;
    leaf.canvas.rule(MARGIN, at, WIDTH, Colour::RULE, 0.3);
    for perspective in &sheet.perspectives {
        let area = Area {
            x: MARGIN + 1.0,
            y: at + 0.2,
            width: 15.0,
            height: row - 0.4,
        };
        let style = Style::LABEL.colour(Colour::GATHER_INK).points(9.0, 12.0);
        leaf.inside(Role::Paragraph, &perspective.code, style, area);
        let area = Area {
            x: MARGIN + 18.0,
            width: WIDTH - 18.0 - 66.0,
            ..area
        };
        let style = Style::ENTRY.points(9.0, 11.5);
        let style = Style {
            lines: if row > 8.0 { 2 } else { 1 },
            ..style
        };
        leaf.inside(Role::Paragraph, &perspective.name, style, area);
        for nth in 0..PEOPLE {
            #[expect(clippy::cast_precision_loss, reason = "there are ten boxes")]
            let x = MARGIN + WIDTH - 62.0 + 6.3 * nth as f64;
            leaf.tick_box(x, at + (row - 4.6) / 2.0, 4.6);
        }
        at += row;
        leaf.canvas.rule(MARGIN, at, WIDTH, Colour::EDGE, 0.25);
    }
    leaf.field = Field::Header;
    at - y
}

/// The three of the table; its height.
fn choice(leaf: &mut Leaf<'_>, y: f64, words: &VoteSheetWords) -> f64 {
    let panel = Area {
        x: MARGIN,
        y,
        width: WIDTH,
        height: CHOICE,
    };
    leaf.panel(panel, Colour::GROUND);
    let heading = Area {
        x: MARGIN + 5.0,
        y,
        width: 52.0,
        height: CHOICE,
    };
    leaf.inside(Role::Heading2, &words.choice, Style::HEADING, heading);
    let each = (WIDTH - 62.0) / 3.0;
    let mut x = MARGIN + 60.0;
    for card in [&words.card_1, &words.card_2, &words.card_3] {
        let label = Place {
            x,
            y: y + 1.8,
            width: each - 4.0,
        };
        leaf.says(card, Style::LABEL, label);
        let field = Area {
            x,
            y: y + 6.2,
            width: each - 4.0,
            height: 9.0,
        };
        leaf.field_box(field);
        x += each;
    }
    CHOICE
}

fn per_person(
    leaf: &mut Leaf<'_>,
    sheet: &VoteSheet,
    (y, row, people): (f64, f64, usize),
    words: &VoteSheetWords,
) {
    let place = Place {
        x: MARGIN,
        y,
        width: 60.0,
    };
    let height = leaf.heading(&words.people, place);
    let hint = Area {
        x: MARGIN + 62.0,
        y,
        width: WIDTH - 62.0,
        height,
    };
    let style = Style::HINT.points(9.0, 10.0).lines(1).at_end();
    leaf.inside(Role::Paragraph, &words.people_hint, style, hint);
    let each = 33.0;
    let columns = [
        Column {
            head: &words.name,
            width: WIDTH - 3.0 * each,
        },
        Column {
            head: &words.card_1,
            width: each,
        },
        Column {
            head: &words.card_2,
            width: each,
        },
        Column {
            head: &words.card_3,
            width: each,
        },
    ];
    let names = sheet.people.iter().map(String::as_str);
    let rows: Vec<Vec<&str>> = names
        .chain(std::iter::repeat(""))
        .take(people)
        .map(|name| vec![name, "", "", ""])
        .collect();
    leaf.field = Field::People;
    leaf.form(&columns, &rows, (MARGIN, y + height + 1.5), row);
    leaf.field = Field::Header;
}

fn slips(leaf: &mut Leaf<'_>, sheet: &VoteSheet, table: &str, words: &VoteSheetWords) {
    leaf.title(&words.slips, table, "", TOP - 4.5);
    let hint = Area {
        x: MARGIN,
        y: TOP + 7.4,
        width: 0.48 * WIDTH,
        height: 5.2,
    };
    let style = Style::HINT.points(9.0, 10.5).lines(1);
    leaf.inside(Role::Paragraph, &words.slips_hint, style, hint);
    for area in CUT.pieces() {
        leaf.part(Role::Section, |leaf| slip(leaf, area, sheet, table, words));
    }
    leaf.cut_lines(CUT);
}

/// One slip: the name, and the perspectives by their codes to cross three of.
fn slip(leaf: &mut Leaf<'_>, area: Area, sheet: &VoteSheet, table: &str, words: &VoteSheetWords) {
    let (x, width) = (area.x + 5.0, area.width - 10.0);
    let heading = Area {
        x,
        y: area.y + 3.5,
        width: 0.5 * width,
        height: 7.0,
    };
    let style = Style::HEADING.lines(1);
    leaf.inside(Role::Heading2, &words.slip, style, heading);
    leaf.field = Field::JoinTable;
    let beside = Area {
        x: x + 0.5 * width,
        ..heading
    };
    let style = Style::LABEL.colour(Colour::QUIET).at_end();
    leaf.inside(Role::Paragraph, table, style, beside);
    leaf.field = Field::Header;
    let hint = Area {
        y: area.y + 10.2,
        width,
        height: 5.0,
        ..heading
    };
    let style = Style::HINT.points(9.0, 9.5).lines(1);
    leaf.inside(Role::Paragraph, &words.slip_hint, style, hint);
    let name = Area {
        y: area.y + 16.5,
        width: 14.0,
        height: 7.0,
        ..heading
    };
    leaf.inside(Role::Paragraph, &words.name, Style::LABEL, name);
    leaf.canvas
        .writing_line(x + 15.0, name.y + 5.8, width - 15.0);
    leaf.field = Field::Perspectives;
    let rows = sheet.perspectives.len().div_ceil(4).max(1);
    let top = area.y + 26.5;
    #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
    let step = ((area.y + area.height - 4.0 - top) / rows as f64).min(11.0);
    for (nth, perspective) in sheet.perspectives.iter().enumerate() {
        cell(
            leaf,
            (x, top, width / 4.0, step),
            (nth % 4, nth / 4),
            perspective,
        );
    }
    leaf.field = Field::Header;
}

fn cell(
    leaf: &mut Leaf<'_>,
    (x, y, width, height): (f64, f64, f64, f64),
    (column, row): (usize, usize),
    perspective: &Choice,
) {
    #[expect(clippy::cast_precision_loss, reason = "there are few cells")]
    let (x, y) = (x + width * column as f64, y + height * row as f64);
    leaf.tick_box(x, y + (height - 5.2) / 2.0, 5.2);
    let area = Area {
        x: x + 7.0,
        y,
        width: width - 8.0,
        height,
    };
    let style = Style::LABEL.voice(Voice::Bold).points(9.0, 13.0);
    leaf.inside(Role::Paragraph, &perspective.code, style, area);
}
