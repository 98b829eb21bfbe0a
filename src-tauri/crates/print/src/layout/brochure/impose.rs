//! Panels on pages, in the order in which a folded sheet is read.

use crate::brochure::BrochureForm;
use crate::layout::brochure::measures::{PAGE_HEIGHT, PAGE_WIDTH, PANEL};
use crate::page::{Item, Mark, Page, Sheets};

/// The panels of each page, from 0, left and right.
///
/// A booklet is printed on both sides, turned over along the short edge: what is behind the right panel of a front is the left
/// panel of its back. Sheets lie in each other, the first one outside.
pub(super) fn order(panels: usize, form: BrochureForm) -> Vec<[usize; 2]> {
    match form {
        BrochureForm::Flat => (0..panels / 2)
            .map(|page| [2 * page, 2 * page + 1])
            .collect(),
        BrochureForm::Booklet => (0..panels / 2)
            .map(|page| {
                let (early, late) = (page, panels - 1 - page);
                if page.is_multiple_of(2) {
                    [late, early]
                } else {
                    [early, late]
                }
            })
            .collect(),
    }
}

/// Puts panels on pages. The structure stays as it is, so that it is read in the order of the panels.
pub(super) fn impose(
    mut panels: Sheets,
    order: &[[usize; 2]],
    title: impl Fn([usize; 2]) -> String,
) -> Sheets {
    let mut pages = Vec::new();
    for sides in order {
        let mut items = Vec::new();
        for (panel, x) in sides.iter().zip([0.0, PANEL]) {
            let Some(page) = panels.pages.get_mut(*panel) else {
                continue;
            };
            for mut item in std::mem::take(&mut page.items) {
                shift(&mut item, x);
                // A picture has many items; its place is moved with the first of them, when it is still left of the fold.
                if let Some(node) = item.node.and_then(|node| panels.nodes.get_mut(node.0))
                    && let Some((_, area)) = &mut node.figure
                    && area.x < x
                {
                    area.x += x;
                }
                items.push(item);
            }
        }
        pages.push(Page {
            width_mm: PAGE_WIDTH,
            height_mm: PAGE_HEIGHT,
            title: title(*sides),
            items,
        });
    }
    for warning in &mut panels.warnings {
        let holds = |sides: &[usize; 2]| sides.contains(&warning.page);
        warning.page = order.iter().position(holds).unwrap_or(0);
    }
    panels.pages = pages;
    panels
}

fn shift(item: &mut Item, x: f64) {
    if let Some(bounds) = &mut item.bounds {
        bounds.x += x;
    }
    match &mut item.mark {
        Mark::Glyphs(run) => run.x += x,
        Mark::Rect(rect) => rect.area.x += x,
        Mark::Line(line) => {
            line.from.0 += x;
            line.to.0 += x;
        }
        Mark::Squares(squares) => squares.x += x,
        Mark::Drawing(drawing) => drawing.x += x,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts, stacks and folds as paper does: each sheet has a front and a back, turned along the short edge, and the pile is
    /// folded with the first front outside.
    fn read(order: &[[usize; 2]]) -> Vec<usize> {
        let sheets: Vec<_> = order.chunks(2).collect();
        let mut first_half = Vec::new();
        let mut second_half = Vec::new();
        for sheet in &sheets {
            let [front, back] = sheet else {
                continue;
            };
            // The right leaf of the front has the left panel of the back behind it.
            first_half.extend([front[1], back[0]]);
            second_half.push([back[1], front[0]]);
        }
        second_half.reverse();
        first_half.extend(second_half.into_iter().flatten());
        first_half
    }

    #[test]
    fn a_folded_booklet_is_read_in_order() {
        for panels in [4, 8] {
            let order = order(panels, BrochureForm::Booklet);
            assert_eq!(order.len(), panels / 2);
            assert_eq!(read(&order), (0..panels).collect::<Vec<_>>());
        }
        assert_eq!(order(4, BrochureForm::Booklet), [[3, 0], [1, 2]]);
        assert_eq!(
            order(8, BrochureForm::Booklet),
            [[7, 0], [1, 6], [5, 2], [3, 4]]
        );
        assert_eq!(order(4, BrochureForm::Flat), [[0, 1], [2, 3]]);
    }
}
