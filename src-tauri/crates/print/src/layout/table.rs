//! The table sheet: the afternoon of one table that works on paper, on the two sides of an A4.

use crate::colour::Colour;
use crate::error::Error;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::leaf::{
    BOTTOM, Column, Leaf, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Style, TOP, WIDTH, table_name,
};
use crate::layout::most_pages;
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::page::{Area, Role, Sheets};
use crate::sheets::TableSheet;
use crate::text::shape::Shaper;
use crate::words::TableSheetWords;

/// The rows for people, clusters and ideas.
const ROWS: [usize; 3] = [8, 6, 8];
/// The height of the row of a person and of a perspective.
const LOW: [f64; 2] = [8.2, 9.4];
/// The dots of an idea, in each of two rows.
const DOTS: usize = 8;

/// Lays out table sheets, A4 portrait, two pages for each.
///
/// # Errors
///
/// [`crate::ErrorKind::SheetCount`] when there are none or more than 200.
pub fn lay_out_table(sheets: &[TableSheet], words: &TableSheetWords) -> Result<Sheets, Error> {
    most_pages(sheets.len())?;
    let mut canvas = Canvas::new();
    for sheet in sheets {
        let shaper = Shaper::new(sheet.language);
        let setter = Setter::new(&shaper);
        let header = [sheet.session.as_str(), sheet.region.as_str()];
        let table = table_name(&words.table, sheet.number, &sheet.name);
        for (number, side) in (1..).zip([front, back]) {
            let mut leaf = Leaf::start(&setter, &mut canvas, header);
            side(&mut leaf, sheet, &table, words);
            leaf.page_number(number, 2);
            let title = format!("{} · {table} · {number}", words.title);
            canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, title);
        }
    }
    Ok(canvas.into_sheets())
}

fn front(leaf: &mut Leaf<'_>, sheet: &TableSheet, table: &str, words: &TableSheetWords) {
    let mut y = TOP - 2.0;
    y += leaf.title(&words.title, table, &words.hint, y) + 4.5;
    leaf.part(Role::Section, |leaf| {
        y += people(leaf, sheet, y, words) + 6.0;
    });
    leaf.part(Role::Section, |leaf| {
        y += chosen(leaf, sheet, y, words) + 6.0;
    });
    leaf.part(Role::Section, |leaf| clusters(leaf, y, words));
}

fn people(leaf: &mut Leaf<'_>, sheet: &TableSheet, y: f64, words: &TableSheetWords) -> f64 {
    let height = leaf.heading(&words.people, wide(y)) + 1.5;
    let columns = [
        Column {
            head: &words.name,
            width: 0.5 * WIDTH,
        },
        Column {
            head: &words.role,
            width: 0.5 * WIDTH,
        },
    ];
    let names = sheet.people.iter().map(String::as_str);
    let rows: Vec<Vec<&str>> = names
        .chain(std::iter::repeat(""))
        .take(ROWS[0])
        .map(|name| vec![name, ""])
        .collect();
    leaf.field = Field::People;
    let table = leaf.form(&columns, &rows, (MARGIN, y + height), LOW[0]);
    leaf.field = Field::Header;
    height + table
}

fn chosen(leaf: &mut Leaf<'_>, sheet: &TableSheet, y: f64, words: &TableSheetWords) -> f64 {
    let height = leaf.heading(&words.choice, wide(y)) + 1.5;
    let columns = [
        Column {
            head: &words.code,
            width: 28.0,
        },
        Column {
            head: &words.perspective,
            width: WIDTH - 28.0,
        },
    ];
    let rows: Vec<Vec<&str>> = (0..3)
        .map(|nth| match sheet.chosen.get(nth) {
            Some(choice) => vec![choice.code.as_str(), choice.name.as_str()],
            None => vec!["", ""],
        })
        .collect();
    leaf.field = Field::Perspectives;
    let table = leaf.form(&columns, &rows, (MARGIN, y + height), LOW[1]);
    leaf.field = Field::Header;
    height + table
}

fn clusters(leaf: &mut Leaf<'_>, y: f64, words: &TableSheetWords) {
    let mut y = y;
    y += leaf.heading(&words.clusters, wide(y)) + 0.8;
    let style = Style::HINT.points(9.5, 10.5).lines(2);
    y += leaf.says(&words.clusters_hint, style, wide(y)) + 2.0;
    let columns = [
        Column {
            head: &words.cluster,
            width: 0.58 * WIDTH,
        },
        Column {
            head: &words.numbers,
            width: 0.42 * WIDTH,
        },
    ];
    let rows = vec![vec!["", ""]; ROWS[1]];
    leaf.form(&columns, &rows, (MARGIN, y), share(y, ROWS[1]));
}

fn back(leaf: &mut Leaf<'_>, _: &TableSheet, table: &str, words: &TableSheetWords) {
    let mut y = TOP - 2.0;
    y += leaf.title(&words.ideas, table, &words.ideas_hint, y) + 4.0;
    let dots = 44.0;
    let columns = [
        Column {
            head: &words.idea_from,
            width: 40.0,
        },
        Column {
            head: &words.idea,
            width: WIDTH - 40.0 - dots,
        },
        Column {
            head: &words.dots,
            width: dots,
        },
    ];
    let rows = vec![vec!["", "", ""]; ROWS[2]];
    let next = Style::BODY.lines(2);
    let foot = leaf.height(&words.next, next, WIDTH - 10.0) + 8.0;
    let row = share(y + foot + 4.0, ROWS[2]);
    let height = leaf.form(&columns, &rows, (MARGIN, y), row);
    let step = (dots - 4.0) / 8.0;
    for nth in 0..ROWS[2] * 2 * DOTS {
        let (row_at, place) = (nth / (2 * DOTS), nth % (2 * DOTS));
        #[expect(clippy::cast_precision_loss, reason = "there are few dots")]
        let (row_at, column, line) = (row_at as f64, (place % DOTS) as f64, (place / DOTS) as f64);
        let x = MARGIN + WIDTH - dots + 2.0 + step * column + (step - 4.0) / 2.0;
        let middle = y + 6.6 + row * (row_at + 0.5);
        leaf.dot(x, middle - 5.4 + 6.8 * line, 4.0);
    }
    let panel = Area {
        x: MARGIN,
        y: y + height + 4.0,
        width: WIDTH,
        height: foot,
    };
    leaf.panel(panel, Colour::GROUND);
    let inner = Area {
        x: panel.x + 5.0,
        width: WIDTH - 10.0,
        ..panel
    };
    leaf.inside(Role::Paragraph, &words.next, next, inner);
}

/// The height of each of so many rows below a row of heads, when they fill the page.
fn share(y: f64, rows: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
    let rows = rows as f64;
    (BOTTOM - y - 6.6) / rows
}

fn wide(y: f64) -> Place {
    Place {
        x: MARGIN,
        y,
        width: WIDTH,
    }
}
