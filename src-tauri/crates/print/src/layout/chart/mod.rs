//! A chart on paper: the rows of the model as bars or as a table of cells, with every number printed. Nothing is computed here
//! but lengths, and nothing depends on colour: what is an indication is hatched, and a cell is hatched the denser the more.

mod bars;
mod cells;
mod hatch;
mod says;

use stories::{Chart, ChartKind, Few};

use crate::colour::Colour;
use crate::face::Voice;
use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::setter::Setter;
use crate::layout::setting::{Align, Place, Setting};
use crate::page::{NodeId, WarningCode};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;
use crate::text::typography::polish;
use crate::words::{ChartWords, filled, whole};

/// How a chart looks on its sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// The colour of bars and hatching.
    pub(crate) colour: Colour,
    /// Whether the numbers behind each share are printed below it.
    pub(crate) counts: bool,
    /// How close rows lie.
    pub(crate) rows: Rows,
    /// The field of the sheet that the chart belongs to.
    pub(crate) field: Field,
}

/// How close rows lie, by the room that there is. Where they lie close, shares are digits alone: their sheet must say what they
/// are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// With air.
    Loose,
    /// Close, for many charts on one sheet.
    Close,
    /// As close as can be read.
    Closest,
}

impl Rows {
    /// What goes with this, of three.
    const fn of<T: Copy>(self, [loose, close, closest]: [T; 3]) -> T {
        match self {
            Self::Loose => loose,
            Self::Close => close,
            Self::Closest => closest,
        }
    }
}

/// The size of a chart on its sheet, in millimetres.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// The em of the labels.
    pub(crate) em: f64,
    /// The em of small text.
    pub(crate) small: f64,
    /// What is added between rows, where there is room.
    pub(crate) air: f64,
}

/// A chart with its texts, ready to be set at any width and size.
pub(crate) struct ChartDrawing {
    kind: ChartKind,
    look: Look,
    title: String,
    /// What the bars count.
    counted: Prepared,
    counted_says: String,
    columns: Vec<Prepared>,
    rows: Vec<Row>,
    /// What must be known to read the chart.
    note: Prepared,
    note_says: String,
    /// The share at which a bar would fill its track.
    top: f64,
}

/// One row.
struct Row {
    label: Prepared,
    cells: Vec<Cell>,
}

/// One bar or one cell.
struct Cell {
    /// The share in words, or for cells in digits.
    value: Prepared,
    /// The numbers behind it; empty where they are not printed.
    count: Prepared,
    share: u8,
    expected: Option<u8>,
    few: Few,
    /// The cell in plain words, for who cannot see it.
    says: String,
}

/// Below what the bars count and above the note, in ems.
const GAP: f64 = 0.45;
/// From line to line in labels, in ems.
const LEADING: [f64; 3] = [1.16, 1.16, 1.08];
/// The most lines of a label; a longer one is cut with a warning.
const MOST_LINES: usize = 8;

impl ChartDrawing {
    pub(crate) fn new(chart: &Chart, words: &ChartWords, look: Look, setter: &Setter<'_>) -> Self {
        let language = setter.shaper.language();
        let quiet = |text: &str| setter.prepare(text, Voice::Regular, Colour::QUIET);
        let counted_says = if chart.counted.trim().is_empty() {
            String::new()
        } else {
            one_line(&filled(&words.counted, &[("what", &chart.counted)]))
        };
        let columns = if chart.kind == ChartKind::Cells {
            chart.columns.as_slice()
        } else {
            &[]
        };
        let cells = |index: usize, cell: &stories::ChartCell, label: &str| {
            let label = match columns.get(index) {
                Some(column) => format!("{label}, {}", one_line(column)),
                None => label.to_owned(),
            };
            let share = cell.per_hundred.to_string();
            let value = match (cell.few, chart.kind) {
                (Few::TooFew, ChartKind::Cells) => "–".to_owned(),
                (Few::TooFew, _) => words.too_few.clone(),
                (_, ChartKind::Cells) => share.clone(),
                _ if look.rows != Rows::Loose => share.clone(),
                _ => filled(&words.of_hundred, &[("share", &share)]),
            };
            let counts = [
                ("count", whole(cell.count, language)),
                ("of", whole(cell.of, language)),
            ];
            let counts = counts.each_ref().map(|(name, text)| (*name, text.as_str()));
            let count = if look.counts && chart.kind != ChartKind::Cells && cell.few != Few::TooFew
            {
                filled(&words.count, &counts)
            } else {
                String::new()
            };
            Cell {
                value: setter.prepare(&polish(&value), Voice::Bold, Colour::INK),
                count: quiet(&count),
                share: cell.per_hundred.min(100),
                expected: cell.expected.map(|share| share.min(100)),
                few: cell.few,
                says: says::cell(&label, cell, &counts, words),
            }
        };
        let rows: Vec<Row> = chart
            .rows
            .iter()
            .map(|row| {
                let label = one_line(&row.label);
                let row_cells = row.cells.iter().enumerate();
                Row {
                    label: setter.prepare(&label, Voice::Regular, Colour::INK),
                    cells: row_cells
                        .map(|(at, cell)| cells(at, cell, &label))
                        .collect(),
                }
            })
            .collect();
        let note_says = says::note(chart, words, language);
        Self {
            kind: chart.kind,
            look,
            title: one_line(&chart.title),
            counted: quiet(&counted_says),
            counted_says,
            columns: columns
                .iter()
                .map(|column| quiet(&one_line(column)))
                .collect(),
            top: top(&rows),
            rows,
            note: quiet(&note_says),
            note_says,
        }
    }

    /// The chart in as few parts below each other as `fits` allows, all at one scale; a single row stays whole.
    pub(crate) fn parts(self, fits: &dyn Fn(&Self) -> bool) -> Vec<Self> {
        if self.rows.len() < 2 || fits(&self) {
            return vec![self];
        }
        let halves = self.halves().into_iter();
        halves.flat_map(|half| half.parts(fits)).collect()
    }

    /// The upper half of the rows, and the rest.
    fn halves(mut self) -> [Self; 2] {
        let rest = self.rows.split_off(self.rows.len().div_ceil(2));
        let lower = Self {
            kind: self.kind,
            look: self.look,
            title: self.title.clone(),
            counted: Prepared::default(),
            counted_says: self.counted_says.clone(),
            columns: self.columns.clone(),
            rows: rest,
            note: std::mem::take(&mut self.note),
            note_says: std::mem::take(&mut self.note_says),
            top: self.top,
        };
        [self, lower]
    }

    /// What must be known to read the chart, in words.
    pub(crate) fn note(&self) -> &str {
        &self.note_says
    }

    /// The same without its note, where the sheet says it once for all charts; it is still read aloud.
    pub(crate) fn without_note(mut self) -> Self {
        self.note = Prepared::default();
        self
    }

    /// Whether shares would take more than one line beside their bars.
    pub(crate) fn is_cramped(&self, width: f64, size: Size, setter: &Setter<'_>) -> bool {
        self.kind != ChartKind::Cells && self.value_width(size, setter) > bars::VALUES * width
    }

    pub(crate) fn height(&self, width: f64, size: Size, setter: &Setter<'_>) -> f64 {
        let place = Place {
            x: 0.0,
            y: 0.0,
            width,
        };
        self.set(place, size, setter, None)
    }

    /// Draws the chart as a picture with its words and returns its height.
    pub(crate) fn draw(
        &self,
        place: Place,
        size: Size,
        parent: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) -> f64 {
        let area = place.high(self.height(place.width, size, setter));
        let node = canvas.figure(parent, &self.says(), area);
        self.set(place, size, setter, Some((canvas, node)))
    }

    fn set(&self, place: Place, size: Size, setter: &Setter<'_>, mut target: Target<'_>) -> f64 {
        let mut y = place.y;
        let small = small(size.small, self.look.rows);
        let note = |text: &Prepared, y: f64, target: &mut Target<'_>| {
            let setting = Setting {
                most: MOST_LINES,
                ..small
            };
            self.text(text, Place { y, ..place }, setting, setter, target)
        };
        if !self.counted.is_empty() {
            y += note(&self.counted, y, &mut target) + GAP * size.em;
        }
        if !self.rows.is_empty() {
            let rows = Place { y, ..place };
            y += match self.kind {
                ChartKind::Bars | ChartKind::Ranges => self.bars(rows, size, setter, &mut target),
                ChartKind::Cells => self.cells(rows, size, setter, &mut target),
            };
        }
        if !self.note.is_empty() {
            y += GAP * size.em;
            y += note(&self.note, y, &mut target);
        }
        y - place.y
    }

    /// Sets a text of the picture, or measures it.
    fn text(
        &self,
        text: &Prepared,
        place: Place,
        setting: Setting,
        setter: &Setter<'_>,
        target: &mut Target<'_>,
    ) -> f64 {
        if text.is_empty() {
            return 0.0;
        }
        let target = target.as_mut().map(|(canvas, node)| {
            canvas.warn(WarningCode::GlyphMissing, self.look.field, text.missing);
            (&mut **canvas, *node, self.look.field)
        });
        setter.text(text, place, setting, target)
    }
}

/// The picture that is drawn, where one is.
type Target<'a> = Option<(&'a mut Canvas, NodeId)>;

/// As on the screen: bars are drawn against the largest value, so that small shares can still be told apart; never beyond 100.
fn top(rows: &[Row]) -> f64 {
    let cells = rows.iter().flat_map(|row| &row.cells);
    let largest = cells
        .map(|cell| cell.share.max(cell.expected.unwrap_or(0)))
        .fold(10, u8::max);
    (1.12 * f64::from(largest)).min(100.0)
}

/// Labels.
const fn label(size: f64, rows: Rows) -> Setting {
    Setting {
        size,
        leading: rows.of(LEADING),
        hyphens: Hyphens::Needed,
        rag: Rag::Loose,
        align: Align::Start,
        most: MOST_LINES,
    }
}

/// Small text.
const fn small(size: f64, rows: Rows) -> Setting {
    Setting {
        rag: Rag::Text,
        ..label(size, rows)
    }
}

fn one_line(text: &str) -> String {
    polish(text).replace('\n', " ")
}
