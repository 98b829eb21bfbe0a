//! The test page of a printer: rulers, frame, grey, hatching, colours, small letters and a sample tile.

use crate::colour::Colour;
use crate::face::Voice;
use crate::layout::canvas::Canvas;
use crate::layout::leaf::{Leaf, PAGE_HEIGHT, PAGE_WIDTH, Style, filled};
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::layout::tiles::ruler;
use crate::page::{Area, Line, Role, Sheets};
use crate::sheets::TestPage;
use crate::text::shape::Shaper;
use crate::words::TestPageWords;

/// Where the patches start, and their width.
const LEFT: f64 = 48.0;
const WIDTH: f64 = PAGE_WIDTH - 18.0 - LEFT;
/// The left edge of all else.
const EDGE: f64 = 18.0;
/// Between the heading of a patch and the patch.
const BELOW: f64 = 1.2;
/// The distances of the lines of the frame.
const FRAMES: [f64; 3] = [5.0, 8.0, 10.0];
/// The small letters, in points.
const SIZES: [u8; 6] = [6, 7, 8, 9, 10, 12];
/// The distances of the lines of the hatching.
const HATCHES: [f64; 5] = [0.5, 0.8, 1.2, 1.8, 2.6];

/// Lays out the test page, A4 portrait.
#[must_use]
pub fn lay_out_test_page(sheet: &TestPage, words: &TestPageWords) -> Sheets {
    let shaper = Shaper::new(sheet.language);
    let setter = Setter::new(&shaper);
    let mut canvas = Canvas::new();
    let mut leaf = Leaf::bare(&setter, &mut canvas);
    frame(&mut leaf);
    let mut y = top(&mut leaf, sheet, words);
    ruler::down(&mut leaf, (EDGE + 6.0, y + 18.0));
    y = rulers(&mut leaf, y, words);
    y = patches(&mut leaf, y, words);
    y = letters(&mut leaf, y, words);
    tile(&mut leaf, y, words);
    canvas.finish_page(PAGE_WIDTH, PAGE_HEIGHT, words.title.clone());
    canvas.into_sheets()
}

/// Three lines along the edge, to see how near it the printer comes.
fn frame(leaf: &mut Leaf<'_>) {
    for from in FRAMES {
        let area = Area {
            x: from,
            y: from,
            width: PAGE_WIDTH - 2.0 * from,
            height: PAGE_HEIGHT - 2.0 * from,
        };
        leaf.canvas.rect(area, 0.0, None, Some((Colour::INK, 0.2)));
    }
}

fn top(leaf: &mut Leaf<'_>, sheet: &TestPage, words: &TestPageWords) -> f64 {
    let area = Area {
        x: EDGE,
        y: 15.0,
        width: 84.0,
        height: 11.0,
    };
    leaf.inside(Role::Heading1, &words.title, Style::TITLE, area);
    let beside = Area {
        x: EDGE + 88.0,
        width: PAGE_WIDTH - 2.0 * EDGE - 88.0,
        ..area
    };
    let style = Style::BESIDE.points(9.0, 12.0);
    leaf.inside(Role::Paragraph, &sheet.session, style, beside);
    let place = Place {
        x: EDGE,
        y: 27.0,
        width: PAGE_WIDTH - 2.0 * EDGE,
    };
    27.0 + leaf.says(&words.lead, Style::BODY.lines(2), place) + 4.0
}

fn rulers(leaf: &mut Leaf<'_>, y: f64, words: &TestPageWords) -> f64 {
    leaf.part(Role::Section, |leaf| {
        let mut y = y + heading(leaf, EDGE, y, &words.ruler);
        let place = Place {
            x: EDGE,
            y,
            width: PAGE_WIDTH - 2.0 * EDGE,
        };
        y += leaf.says(&words.ruler_hint, HINT, place) + 7.0;
        ruler::across(leaf, (LEFT, y));
        y + 9.0
    })
}

/// Grey, hatching, colours and the frame.
fn patches(leaf: &mut Leaf<'_>, y: f64, words: &TestPageWords) -> f64 {
    let mut y = y;
    patch(
        leaf,
        &mut y,
        [&words.grey, &words.grey_hint],
        9.0,
        |leaf, area| {
            let width = area.width / 10.0;
            for nth in 0..10_u8 {
                let level = 255 - u8::try_from((u16::from(nth) + 1) * 51 / 2).unwrap_or(255);
                let part = Area {
                    x: area.x + f64::from(nth) * width,
                    width,
                    ..area
                };
                let fill = Colour(level, level, level);
                leaf.canvas.rect(part, 0.0, Some(fill), None);
            }
            leaf.canvas.rect(area, 0.0, None, Some((Colour::INK, 0.2)));
        },
    );
    patch(
        leaf,
        &mut y,
        [&words.hatch, &words.hatch_hint],
        11.0,
        |leaf, area| {
            let width = area.width / 5.0;
            for (nth, step) in (0_u8..).zip(HATCHES) {
                let part = Area {
                    x: area.x + f64::from(nth) * width,
                    width: width - 2.0,
                    ..area
                };
                hatch(leaf, part, step);
                leaf.canvas.rect(part, 0.0, None, Some((Colour::INK, 0.2)));
            }
        },
    );
    patch(
        leaf,
        &mut y,
        [&words.colours, &words.colours_hint],
        18.0,
        |leaf, area| {
            colours(leaf, area, words);
        },
    );
    patch(
        leaf,
        &mut y,
        [&words.frame, &words.frame_hint],
        0.0,
        |_, _| {},
    );
    y
}

/// A patch below its name and what to see in it.
fn patch(
    leaf: &mut Leaf<'_>,
    y: &mut f64,
    [name, hint]: [&str; 2],
    height: f64,
    draw: impl FnOnce(&mut Leaf<'_>, Area),
) {
    leaf.part(Role::Section, |leaf| {
        *y += heading(leaf, LEFT, *y, name);
        let place = Place {
            x: LEFT,
            y: *y,
            width: WIDTH,
        };
        *y += leaf.says(hint, HINT, place) + BELOW;
        let area = Area {
            x: LEFT,
            y: *y,
            width: WIDTH,
            height,
        };
        draw(leaf, area);
        *y += height + 3.6;
    });
}

/// Lines at an angle across a box.
fn hatch(leaf: &mut Leaf<'_>, area: Area, step: f64) {
    let across = area.width + area.height;
    let mut at = step;
    while at < across {
        // From the left or bottom edge up to the top or right edge.
        let start = if at < area.height {
            (area.x, area.y + at)
        } else {
            (area.x + at - area.height, area.y + area.height)
        };
        let end = if at < area.width {
            (area.x + at, area.y)
        } else {
            (area.x + area.width, area.y + at - area.width)
        };
        leaf.canvas.line(Line {
            from: start,
            to: end,
            colour: Colour::INK,
            width: 0.2,
            dots: None,
        });
        at += step * std::f64::consts::SQRT_2;
    }
}

fn colours(leaf: &mut Leaf<'_>, area: Area, words: &TestPageWords) {
    let rows = [
        vec![
            (Colour::SURPRISE, Colour::INK, &words.surprise),
            (Colour::OPPORTUNITY, Colour::INK, &words.opportunity),
            (Colour::CHALLENGE, Colour::INK, &words.challenge),
        ],
        vec![
            (Colour::GATHER, Colour::WHITE, &words.gather),
            (Colour::BROWSE, Colour::WHITE, &words.browse),
            (Colour::CONVERGE, Colour::WHITE, &words.converge),
            (Colour::CHANGE, Colour::WHITE, &words.change),
        ],
    ];
    let height = (area.height - 2.0) / 2.0;
    let mut y = area.y;
    for row in rows {
        #[expect(clippy::cast_precision_loss, reason = "there are few colours")]
        let count = row.len() as f64;
        let width = (area.width - 2.0 * (count - 1.0)) / count;
        let mut x = area.x;
        for (fill, ink, word) in row {
            let chip = Area {
                x,
                y,
                width,
                height,
            };
            leaf.canvas.rect(chip, 1.4, Some(fill), None);
            let inner = Area {
                x: x + 3.0,
                width: width - 6.0,
                ..chip
            };
            let style = Style::LABEL.colour(ink).points(9.0, 11.0);
            leaf.inside(Role::Paragraph, word, style, inner);
            x += width + 2.0;
        }
        y += height + 2.0;
    }
}

fn letters(leaf: &mut Leaf<'_>, y: f64, words: &TestPageWords) -> f64 {
    leaf.part(Role::Section, |leaf| {
        let mut y = y + heading(leaf, LEFT, y, &words.text);
        let place = Place {
            x: LEFT,
            y,
            width: WIDTH,
        };
        y += leaf.says(&words.text_hint, HINT, place) + BELOW;
        for points in SIZES.into_iter().rev() {
            let style = Style::BODY.lines(1);
            let size = f64::from(points);
            let style = style.points(size, size);
            let text = filled(&words.text_sample, &[("n", &points.to_string())]);
            y += leaf.says(&text, style, Place { y, ..place });
        }
        y + 4.0
    })
}

/// How the edges of tiles look.
fn tile(leaf: &mut Leaf<'_>, y: f64, words: &TestPageWords) {
    leaf.part(Role::Section, |leaf| {
        let mut y = y + heading(leaf, EDGE, y, &words.tile);
        let place = Place {
            x: EDGE,
            y,
            width: PAGE_WIDTH - 2.0 * EDGE,
        };
        y += leaf.says(&words.tile_hint, HINT, place) + 7.0;
        let area = Area {
            x: EDGE + 8.0,
            y,
            width: PAGE_WIDTH - 2.0 * EDGE - 16.0,
            height: PAGE_HEIGHT - 24.0 - y,
        };
        leaf.canvas
            .rect(area, 0.0, Some(Colour::GROUND), Some((Colour::EDGE, 0.2)));
        let name = Area {
            x: area.x + area.width / 2.0 - 18.0,
            width: 36.0,
            ..area
        };
        let style = Style::TITLE.points(16.0, 36.0).in_middle();
        leaf.inside(Role::Paragraph, "B2", style, name);
        let bottom = area.y + area.height;
        let right = area.x + area.width;
        for edge in [(area.y - 5.0, area.y - 1.0), (bottom + 1.0, bottom + 5.0)] {
            leaf.line((area.x, edge.0), (area.x, edge.1), None);
            let lay = right - 10.0;
            leaf.line((lay, edge.0), (lay, edge.1), Some(0.9));
        }
        for edge in [(area.x - 5.0, area.x - 1.0), (right + 1.0, right + 5.0)] {
            leaf.line((edge.0, area.y), (edge.1, area.y), None);
            let lay = bottom - 10.0;
            leaf.line((edge.0, lay), (edge.1, lay), Some(0.9));
        }
        for (word, x, y) in [
            (&words.tile_cut, area.x + 1.5, area.y + 1.0),
            (&words.tile_lay, right - 9.0 - 22.0, area.y + 1.0),
        ] {
            let place = Place { x, y, width: 20.0 };
            let style = Style::LABEL.voice(Voice::Italic);
            let style = if x > area.x + 20.0 {
                style.at_end()
            } else {
                style
            };
            leaf.says(word, style, place);
        }
    });
}

fn heading(leaf: &mut Leaf<'_>, x: f64, y: f64, text: &str) -> f64 {
    let place = Place {
        x,
        y,
        width: PAGE_WIDTH - EDGE - x,
    };
    let style = Style::HEADING.points(11.0, 12.5).lines(1);
    leaf.write(Role::Heading2, text, style, place) + 0.4
}

/// What to see in a patch.
const HINT: Style = Style::HINT.points(9.0, 9.5).lines(2);
