//! The agreement card: A5 landscape, two on an A4 with a mark to cut between them.

use crate::colour::Colour;
use crate::error::Error;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::leaf::{Leaf, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Style, WIDTH};
use crate::layout::most_pages;
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::page::{Area, Role, Sheets};
use crate::sheets::AgreementCard;
use crate::text::shape::Shaper;
use crate::words::AgreementCardWords;

/// The height of a card: half an A4.
const CARD: f64 = PAGE_HEIGHT / 2.0;
/// Between boxes.
const GAP: f64 = 3.5;
/// The stripe at the top of a card.
const STRIPE: f64 = 2.0;
/// Where the boxes start, from the top of a card.
const BOXES: f64 = 31.0;
/// The heights of the rows of boxes; the last one is for signatures.
const ROWS: [f64; 4] = [20.0, 26.5, 26.5, 27.0];
/// From line to line, for handwriting.
const LINE: f64 = 8.0;

/// Lays out agreement cards, A5 landscape, two on each A4.
///
/// # Errors
///
/// [`crate::ErrorKind::SheetCount`] when there are none or more than 200.
pub fn lay_out_agreements(
    cards: &[AgreementCard],
    words: &AgreementCardWords,
) -> Result<Sheets, Error> {
    most_pages(cards.len())?;
    let mut canvas = Canvas::new();
    for pair in cards.chunks(2) {
        let mut title = words.title.clone();
        for (card, top) in pair.iter().zip([0.0, CARD]) {
            let shaper = Shaper::new(card.language);
            let setter = Setter::new(&shaper);
            let mut leaf = Leaf::bare(&setter, &mut canvas);
            draw(&mut leaf, card, top, words);
            for part in [&card.table, &card.proposal] {
                if !part.trim().is_empty() && !title.contains(part.trim()) {
                    title = format!("{title} · {}", part.trim());
                }
            }
        }
        let shaper = Shaper::new(pair.first().map(|card| card.language).unwrap_or_default());
        let setter = Setter::new(&shaper);
        cut_mark(&mut Leaf {
            setter: &setter,
            canvas: &mut canvas,
            section: crate::layout::canvas::DOCUMENT,
            field: Field::Header,
        });
        canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, title);
    }
    Ok(canvas.into_sheets())
}

/// Where the cards are cut apart.
fn cut_mark(leaf: &mut Leaf<'_>) {
    leaf.line((0.0, CARD), (9.0, CARD), None);
    leaf.line((PAGE_WIDTH - 9.0, CARD), (PAGE_WIDTH, CARD), None);
    leaf.line((10.0, CARD), (PAGE_WIDTH - 10.0, CARD), Some(1.6));
}

fn draw(leaf: &mut Leaf<'_>, card: &AgreementCard, top: f64, words: &AgreementCardWords) {
    leaf.canvas.stripe(top + 6.0, PAGE_WIDTH, STRIPE);
    let area = Area {
        x: MARGIN,
        y: top + 11.0,
        width: 0.5 * WIDTH,
        height: 9.0,
    };
    let style = Style::TITLE.points(16.0, 22.0);
    leaf.inside(Role::Heading1, &words.title, style, area);
    let beside = Area {
        x: MARGIN + 0.5 * WIDTH + 4.0,
        width: 0.5 * WIDTH - 4.0,
        ..area
    };
    let belongs = [card.table.trim(), card.session.trim()];
    let belongs: Vec<&str> = belongs
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let style = Style::LABEL.colour(Colour::QUIET).lines(2).at_end();
    leaf.inside(Role::Paragraph, &belongs.join(" · "), style, beside);
    proposal(leaf, card, top, words);
    leaf.field = Field::Agreement;
    let mut y = top + BOXES;
    let wide = (WIDTH - GAP) * 0.5;
    let narrow = (WIDTH - GAP) * 0.34;
    let rest = WIDTH - GAP - narrow;
    for (height, fields) in ROWS.into_iter().zip([
        [
            (wide, &words.who, card.who.as_str()),
            (wide, &words.with_whom, &card.with_whom),
        ],
        [
            (rest, &words.what, &card.what),
            (narrow, &words.by_when, &card.by_when),
        ],
        [
            (rest, &words.visible, &card.visible),
            (narrow, &words.hears_back, &card.hears_back),
        ],
        [(wide, &words.sign_who, ""), (wide, &words.sign_table, "")],
    ]) {
        // Whoever signs writes large.
        let signs = fields.iter().all(|(.., text)| text.is_empty()) && height > ROWS[2];
        let step = if signs { f64::INFINITY } else { LINE };
        let mut x = MARGIN;
        for (width, label, text) in fields {
            let area = Area {
                x,
                y,
                width,
                height,
            };
            field(leaf, area, step, [label, text]);
            x += width + GAP;
        }
        y += height + GAP;
    }
    leaf.field = Field::Header;
}

/// The name of the proposal, or room for it.
fn proposal(leaf: &mut Leaf<'_>, card: &AgreementCard, top: f64, words: &AgreementCardWords) {
    let area = Area {
        x: MARGIN,
        y: top + 20.5,
        width: WIDTH,
        height: 8.5,
    };
    leaf.field = Field::Name;
    if card.proposal.trim().is_empty() {
        let label = Area {
            width: 24.0,
            ..area
        };
        leaf.inside(Role::Paragraph, &words.proposal, Style::LABEL, label);
        leaf.canvas
            .writing_line(MARGIN + 25.0, area.y + 6.6, WIDTH - 25.0);
    } else {
        let style = Style::BESIDE.colour(Colour::CHANGE_INK);
        let style = Style {
            align: Style::BODY.align,
            ..style.points(9.5, 15.0)
        };
        leaf.inside(Role::Paragraph, &card.proposal, style, area);
    }
}

/// A box with its label, and what is in it or lines to write on.
fn field(leaf: &mut Leaf<'_>, area: Area, step: f64, [label, text]: [&str; 2]) {
    leaf.panel(area, Colour::WHITE);
    let (x, width) = (area.x + 3.5, area.width - 7.0);
    let place = Place {
        x,
        y: area.y + 2.2,
        width,
    };
    let style = Style::LABEL.colour(Colour::QUIET).lines(2);
    let used = leaf.says(label, style, place) + 3.0;
    let room = Area {
        x,
        y: area.y + used,
        width,
        height: area.height - used - 3.6,
    };
    if text.trim().is_empty() {
        leaf.writing(room, step);
    } else {
        let style = Style::ENTRY.points(9.0, 13.0).lines(5);
        let room = Area {
            height: area.height - used - 1.8,
            ..room
        };
        leaf.inside(Role::Paragraph, text, style, room);
    }
}
