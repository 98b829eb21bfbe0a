//! The boxes drawn, stretched so that they fill the sheet.

use crate::layout::canvas::Canvas;
use crate::layout::poster::arrange::row::{Row, measure, placed, stacked};
use crate::layout::poster::arrange::{Plan, most_lines};
use crate::layout::poster::cell::Cell;
use crate::layout::poster::content::Content;
use crate::layout::poster::measures::{GAP, GUTTER, MARGIN, WIDTH};
use crate::layout::poster::scale::Scale;
use crate::layout::setter::Setter;
use crate::layout::setting::Place;

impl Plan {
    /// Draws the boxes, stretched so that they fill the sheet.
    pub(crate) fn draw_cells(&self, content: &Content, setter: &Setter<'_>, canvas: &mut Canvas) {
        let left = self.shape.left_rows(content);
        let right = self.shape.right_rows(content);
        let natural = |rows: &[Row<'_>], width, scales: &[Scale]| {
            let height = |(row, scale): (&Row<'_>, &Scale)| {
                (placed(row, setter, width, *scale).height, row.eagerness())
            };
            rows.iter().zip(scales).map(height).collect::<Vec<_>>()
        };
        let left_heights = natural(&left, self.shape.left, &self.left);
        let right_heights = natural(&right, self.shape.right, &self.right);
        let end_height = measure(&content.end, setter, WIDTH, self.end);
        let taller = [&left_heights, &right_heights]
            .map(|heights| stacked(heights.iter().map(|(height, _)| *height)));
        let used = taller[0].max(taller[1]) + GAP + end_height;
        let free = (self.bottom - self.top - used).max(0.0);
        let end = end_height + free * end_height * content.end.eagerness() / used.max(1.0);
        let columns = self.bottom - self.top - end - GAP;
        let mut draw_column =
            |rows: &[Row<'_>], heights: &[(f64, f64)], x: f64, width: f64, scales: &[Scale]| {
                let mut y = self.top;
                for ((row, scale), height) in rows.iter().zip(scales).zip(stretch(heights, columns))
                {
                    draw_row(row, setter, Place { x, y, width }, height, *scale, canvas);
                    y += height + GAP;
                }
            };
        draw_column(&left, &left_heights, MARGIN, self.shape.left, &self.left);
        draw_column(
            &right,
            &right_heights,
            MARGIN + self.shape.left + GUTTER,
            self.shape.right,
            &self.right,
        );
        let place = Place {
            x: MARGIN,
            y: self.bottom - end,
            width: WIDTH,
        };
        draw(&content.end, setter, place, end, self.end, canvas);
    }
}

fn draw_row(
    row: &Row<'_>,
    setter: &Setter<'_>,
    place: Place,
    height: f64,
    scale: Scale,
    canvas: &mut Canvas,
) {
    let Some(first) = placed(row, setter, place.width, scale).first else {
        draw_stack(&row.cells(), setter, place, height, scale, canvas);
        return;
    };
    let beside = Place {
        x: place.x + first + GAP,
        width: place.width - first - GAP,
        ..place
    };
    let place = Place {
        width: first,
        ..place
    };
    match row {
        Row::One(cell) => draw(cell, setter, place, height, scale, canvas),
        Row::Two([one, two]) => {
            draw(one, setter, place, height, scale, canvas);
            draw(two, setter, beside, height, scale, canvas);
        }
        Row::Three([one, two], tall) => {
            draw_stack(&[one, two], setter, place, height, scale, canvas);
            draw(tall, setter, beside, height, scale, canvas);
        }
    }
}

fn draw_stack(
    cells: &[&Cell],
    setter: &Setter<'_>,
    place: Place,
    height: f64,
    scale: Scale,
    canvas: &mut Canvas,
) {
    let natural: Vec<(f64, f64)> = cells
        .iter()
        .map(|cell| (measure(cell, setter, place.width, scale), cell.eagerness()))
        .collect();
    let mut y = place.y;
    for (cell, height) in cells.iter().zip(stretch(&natural, height)) {
        draw(cell, setter, Place { y, ..place }, height, scale, canvas);
        y += height + GAP;
    }
}

/// Draws a box. Where texts are cut, it shows as many lines as there turned out to be room for.
fn draw(
    cell: &Cell,
    setter: &Setter<'_>,
    place: Place,
    height: f64,
    scale: Scale,
    canvas: &mut Canvas,
) {
    let mut scale = scale;
    if scale.most != usize::MAX {
        let fits =
            |most| measure(cell, setter, place.width, Scale { most, ..scale }) <= height + 0.01;
        scale.most = most_lines(fits).max(scale.most);
    }
    setter.cell(cell, place, Some(height), scale, Some(canvas));
}

/// Shares the height that is left over among boxes, by their own height and how eager they are.
fn stretch(boxes: &[(f64, f64)], room: f64) -> Vec<f64> {
    let used = stacked(boxes.iter().map(|(height, _)| *height));
    let free = (room - used).max(0.0);
    let weight: f64 = boxes
        .iter()
        .map(|(height, eager)| height * eager)
        .sum::<f64>()
        .max(1.0);
    boxes
        .iter()
        .map(|(height, eager)| height + free * height * eager / weight)
        .collect()
}
