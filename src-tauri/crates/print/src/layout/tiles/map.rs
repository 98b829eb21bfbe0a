//! The first page: a small picture of the sheet with the names of the tiles on it, and how to put them together.

use std::sync::Arc;

use crate::colour::Colour;
use crate::language::Language;
use crate::layout::canvas::Canvas;
use crate::layout::cover::tenths;
use crate::layout::leaf::{Leaf, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Style, WIDTH, filled};
use crate::layout::setter::Setter;
use crate::layout::setting::Place;
use crate::layout::tiles::grid::{Grid, Tile};
use crate::layout::tiles::ruler;
use crate::page::{Area, Line, Node, Page, Role};
use crate::tiling::Tiling;
use crate::words::TilesWords;

/// The room for the small picture, on an A4.
const PICTURE: Area = Area {
    x: MARGIN,
    y: 47.0,
    width: 120.0,
    height: 172.0,
};
/// Between the picture and what to do.
const GAP: f64 = 7.0;

pub(super) struct Map<'a> {
    pub(super) whole: &'a Arc<Page>,
    /// The structure that the whole belongs to.
    pub(super) nodes: &'a [Node],
    pub(super) grid: &'a Grid,
    pub(super) tiling: &'a Tiling,
    pub(super) printed: &'a [Tile],
    pub(super) skipped: &'a [Tile],
    pub(super) language: Language,
    pub(super) words: &'a TilesWords,
}

impl Map<'_> {
    /// Draws the page as an A4 and enlarges it to the paper; only the ruler keeps its length.
    pub(super) fn draw(&self, setter: &Setter<'_>, canvas: &mut Canvas) {
        let (width, height) = self.tiling.paper.size_mm();
        let first = canvas.nodes();
        let mut leaf = Leaf::bare(setter, canvas);
        leaf.canvas.stripe(0.0, PAGE_WIDTH, 3.0);
        self.top(&mut leaf);
        let picture = self.picture();
        let x = picture.x + picture.width + GAP;
        let what = Place {
            x,
            y: PICTURE.y,
            width: MARGIN + WIDTH - x,
        };
        self.what_to_do(&mut leaf, what);
        leaf.part(Role::Section, |leaf| {
            self.small(leaf, picture);
            self.names(leaf, picture);
        });
        let scale = (width / PAGE_WIDTH).min(height / PAGE_HEIGHT);
        leaf.canvas.enlarge(scale, first);
        let below = (picture.y + picture.height).max(PICTURE.y + 120.0);
        let y = below * scale + 17.0;
        ruler::across(&mut leaf, (MARGIN * scale, y));
        let caption = Place {
            x: MARGIN * scale,
            y: y - 11.0,
            width: 100.0,
        };
        leaf.says(&self.words.ruler, Style::LABEL, caption);
        canvas.finish_page(width, height, self.whole.title.clone());
    }

    fn top(&self, leaf: &mut Leaf<'_>) {
        let area = Area {
            x: MARGIN,
            y: 14.0,
            width: WIDTH,
            height: 13.0,
        };
        leaf.inside(Role::Heading1, &self.words.title, Style::TITLE, area);
        let area = Area {
            y: 28.0,
            height: 13.0,
            ..area
        };
        let style = Style {
            align: Style::BODY.align,
            ..Style::BESIDE.points(9.5, 15.0)
        };
        leaf.inside(Role::Paragraph, &self.whole.title, style, area);
    }

    fn what_to_do(&self, leaf: &mut Leaf<'_>, place: Place) {
        let words = self.words;
        let count = self.printed.len().to_string();
        let count = [("n", count.as_str()), ("paper", self.tiling.paper.name())];
        let count = if self.printed.len() == 1 {
            filled(&words.count_one, &count)
        } else {
            filled(&words.count, &count)
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a scale is at most 1"
        )]
        let thousandths = (self.grid.scale * 1000.0).round() as u64;
        let percent = if thousandths.is_multiple_of(10) {
            (thousandths / 10).to_string()
        } else {
            tenths(self.language, thousandths)
        };
        let mut y = place.y - 1.0;
        let style = Style::HEADING.points(11.0, 15.0);
        y += leaf.write(Role::Heading2, &count, style, Place { y, ..place }) + 1.0;
        let scale = filled(&words.scale, &[("n", &percent)]);
        let style = Style::HINT.points(9.0, 10.5);
        y += leaf.says(&scale, style, Place { y, ..place });
        if !self.skipped.is_empty() {
            let names: Vec<String> = self.skipped.iter().map(Tile::name).collect();
            let text = filled(&words.skipped, &[("tiles", &names.join(", "))]);
            y += 2.0;
            y += leaf.says(&text, style.lines(6), Place { y, ..place });
        }
        y += 5.0;
        let overlap = tenths_of(self.language, self.grid.overlap);
        let lay = if self.grid.overlap > 0.0 {
            filled(&words.step_lay, &[("n", &overlap)])
        } else {
            words.step_lay_edge.clone()
        };
        let list = leaf.canvas.node(Role::List, leaf.section);
        let outer = std::mem::replace(&mut leaf.section, list);
        let steps = [
            words.step_print.as_str(),
            &words.step_measure,
            &words.step_cut,
            &lay,
            &words.step_tape,
        ];
        for (number, step) in (1..).zip(steps) {
            y += leaf.part(Role::ListItem, |leaf| {
                numbered(leaf, number, step, Place { y, ..place })
            });
        }
        leaf.section = outer;
    }

    /// Where the small picture lies.
    fn picture(&self) -> Area {
        let scale =
            (PICTURE.width / self.whole.width_mm).min(PICTURE.height / self.whole.height_mm);
        Area {
            width: self.whole.width_mm * scale,
            height: self.whole.height_mm * scale,
            ..PICTURE
        }
    }

    /// The sheet, small, with its place in the structure.
    fn small(&self, leaf: &mut Leaf<'_>, picture: Area) {
        let scale = picture.width / self.whole.width_mm;
        let place = (picture.x, picture.y);
        leaf.canvas
            .place(self.whole, self.nodes, leaf.section, scale, place);
        let edge = Some((Colour::RULE, 0.3));
        leaf.canvas.rect(picture, 0.0, None, edge);
    }

    /// The names of the tiles on the picture, and the lines between them.
    fn names(&self, leaf: &mut Leaf<'_>, picture: Area) {
        let scale = picture.width / self.whole.width_mm / self.grid.scale;
        let on_picture = |tile: &Tile| {
            let own = self.grid.own(tile);
            Area {
                x: picture.x + own.x * scale,
                y: picture.y + own.y * scale,
                width: own.width * scale,
                height: own.height * scale,
            }
        };
        for tile in self.skipped {
            let area = on_picture(tile);
            leaf.canvas.rect(area, 0.0, Some(Colour::EDGE), None);
        }
        let mut line = |from, to| {
            leaf.canvas.line(Line {
                from,
                to,
                colour: Colour::CHANGE,
                width: 0.5,
                dots: None,
            });
        };
        let (right, bottom) = (picture.x + picture.width, picture.y + picture.height);
        for tile in self.printed.iter().chain(self.skipped) {
            let Area { x, y, .. } = on_picture(tile);
            if tile.column > 0 && tile.row == 0 {
                line((x, picture.y), (x, bottom));
            }
            if tile.row > 0 && tile.column == 0 {
                line((picture.x, y), (right, y));
            }
        }
        for tile in self.printed {
            let area = on_picture(tile);
            let side = (0.4 * area.width.min(area.height)).clamp(6.0, 15.0);
            let badge = Area {
                x: area.x + (area.width - 1.3 * side) / 2.0,
                y: area.y + (area.height - side) / 2.0,
                width: 1.3 * side,
                height: side,
            };
            leaf.canvas.rect(badge, 1.6, Some(Colour::INK), None);
            let style = Style::TITLE.colour(Colour::WHITE).points(9.0, 26.0);
            let inner = Area {
                x: badge.x + 0.4,
                width: badge.width - 0.8,
                ..badge
            };
            leaf.inside(Role::Paragraph, &tile.name(), style.in_middle(), inner);
        }
    }
}

/// A step of what to do, with its number; its height.
fn numbered(leaf: &mut Leaf<'_>, number: u32, text: &str, place: Place) -> f64 {
    let badge = Area {
        x: place.x,
        y: place.y,
        width: 5.4,
        height: 5.4,
    };
    leaf.canvas.rect(badge, 1.2, Some(Colour::GATHER_INK), None);
    let style = Style::LABEL.colour(Colour::WHITE).in_middle();
    leaf.inside(Role::Label, &number.to_string(), style, badge);
    let at = Place {
        x: place.x + 7.4,
        width: place.width - 7.4,
        ..place
    };
    let style = Style::BODY.points(9.5, 10.5).lines(10);
    leaf.write(Role::ListBody, text, style, at).max(5.4) + 2.8
}

/// A length in millimetres, without a decimal where there is none.
fn tenths_of(language: Language, millimetres: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an overlap is small"
    )]
    let value = (millimetres * 10.0).round() as u64;
    if value.is_multiple_of(10) {
        (value / 10).to_string()
    } else {
        tenths(language, value)
    }
}
