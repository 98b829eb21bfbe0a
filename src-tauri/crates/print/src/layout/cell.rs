//! One box of the poster: measured and drawn by the same steps, so that the two cannot differ.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::colour::Colour;
use crate::face::Voice;
use crate::layout::canvas::{Canvas, DOCUMENT};
use crate::layout::measures::{HEADING_POINTS, LABEL_POINTS, PAD, POINT, RADIUS, SMALLEST_POINTS};
use crate::page::{Area, NodeId, Role, WarningCode};
use crate::poster::Field;
use crate::text::lines::{Breaking, Rag};
use crate::text::shape::{Inline, Prepared, Shaper, Word};

/// From line to line in reading text, in ems.
const LEADING: f64 = 1.28;

/// How large text is, and how much of it there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// 1 is body text of 30 points.
    pub(crate) text: f64,
    /// The most lines of any one text.
    pub(crate) most: usize,
    /// From one line to write on to the next.
    pub(crate) writing: f64,
}

/// Where a line stands between the edges of its box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Left, or right for a script that runs from right to left.
    Start,
    /// Right.
    End,
    /// In the middle.
    Middle,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// The em in millimetres.
    pub(crate) size: f64,
    /// From line to line, in ems.
    pub(crate) leading: f64,
    pub(crate) hyphenate: bool,
    pub(crate) rag: Rag,
    pub(crate) align: Align,
    pub(crate) most: usize,
}

impl Setting {
    /// Reading text.
    pub(crate) const fn body(size: f64, most: usize) -> Self {
        Self {
            size,
            leading: LEADING,
            hyphenate: true,
            rag: Rag::Text,
            align: Align::Start,
            most,
        }
    }

    /// A hint for who writes by hand.
    pub(crate) const fn hint() -> Self {
        Self {
            leading: 1.2,
            hyphenate: false,
            ..Self::body(SMALLEST_POINTS * POINT, 3)
        }
    }

    /// A heading or a label.
    pub(crate) const fn heading(size: f64) -> Self {
        Self {
            size,
            leading: 1.12,
            hyphenate: false,
            rag: Rag::Even,
            align: Align::Start,
            most: 4,
        }
    }
}

/// A text with where it is from.
pub(crate) struct Entry {
    pub(crate) field: Field,
    pub(crate) text: Prepared,
    pub(crate) hint: Prepared,
}

/// The top of a box.
pub(crate) enum Title {
    /// A heading with a coloured square, and a short text at its right.
    Heading {
        text: Prepared,
        marker: Colour,
        tag: Option<Entry>,
    },
    /// A label.
    Label(Prepared),
}

/// What a box holds.
pub(crate) enum Body {
    /// A text; its size in points at scale 1, and the fewest lines to write on where it is empty.
    Text(Entry, f64, u32),
    /// Numbered titles.
    Numbered(Vec<(Prepared, Entry)>),
    /// A quotation with who said it.
    Quote(Entry, Prepared),
    /// Coloured notes, each with its kind.
    Notes(Vec<(Colour, Prepared, Entry)>),
    /// Labels, each with a text.
    Rows(Vec<(Prepared, Entry)>),
}

/// One box.
pub(crate) struct Cell {
    pub(crate) title: Title,
    pub(crate) body: Body,
    pub(crate) fill: Colour,
    pub(crate) edge: Option<Colour>,
}

impl Cell {
    /// How eagerly the box takes room that is left over.
    pub(crate) fn eagerness(&self) -> f64 {
        let empty = match &self.body {
            Body::Text(entry, ..) | Body::Quote(entry, _) => entry.text.is_empty(),
            Body::Numbered(rows) | Body::Rows(rows) => {
                rows.iter().all(|(_, entry)| entry.text.is_empty())
            }
            Body::Notes(notes) => notes.iter().all(|(_, _, entry)| entry.text.is_empty()),
        };
        if empty { 2.0 } else { 1.0 }
    }
}

/// Sets text and boxes, on a canvas or only to measure them.
pub(crate) struct Setter<'a> {
    pub(crate) shaper: &'a Shaper,
    /// How many lines a text takes at a width, as measured before.
    counts: RefCell<HashMap<(u32, u64, bool), usize>>,
}

/// A place to set something, as wide as it may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
}

/// The size of a text, smaller when there is much of it.
fn sized(points: f64, scale: Scale, characters: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    let characters = characters as f64;
    let shrink = (1.0 - (characters - 180.0).max(0.0) / 1200.0).max(0.6);
    (points * scale.text * shrink).max(SMALLEST_POINTS) * POINT
}

/// The label of an item; where there is no text, the label with its hint is all that the item says.
fn label_role(entry: &Entry) -> Role {
    if entry.text.is_empty() {
        Role::ListBody
    } else {
        Role::Label
    }
}

/// The height of so many lines.
fn height(lines: usize, setting: Setting) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are few lines")]
    let lines = lines as f64;
    lines * setting.leading * setting.size
}

impl<'a> Setter<'a> {
    pub(crate) fn new(shaper: &'a Shaper) -> Self {
        Self {
            shaper,
            counts: RefCell::default(),
        }
    }
}

impl Setter<'_> {
    /// The number of lines that a text takes.
    pub(crate) fn count(&self, text: &Prepared, width: f64, hyphenate: bool) -> usize {
        let key = (text.id, width.to_bits(), hyphenate);
        if let Some(&count) = self.counts.borrow().get(&key) {
            return count;
        }
        let breaking = Breaking {
            width,
            hyphenate,
            most: usize::MAX,
            rag: Rag::Loose,
        };
        let count = self.shaper.lines(text, breaking).lines.len();
        self.counts.borrow_mut().insert(key, count);
        count
    }

    pub(crate) fn prepare(&self, text: &str, voice: Voice, colour: Colour) -> Prepared {
        self.shaper.prepare(&[Inline {
            text: text.to_owned(),
            voice,
            colour,
        }])
    }

    /// Sets a text and returns its height.
    pub(crate) fn text(
        &self,
        text: &Prepared,
        place: Place,
        setting: Setting,
        target: Option<(&mut Canvas, NodeId, Field)>,
    ) -> f64 {
        let width = place.width / setting.size;
        let Some((canvas, node, field)) = target else {
            return height(
                self.count(text, width, setting.hyphenate).min(setting.most),
                setting,
            );
        };
        let breaking = Breaking {
            width,
            hyphenate: setting.hyphenate,
            most: setting.most,
            rag: setting.rag,
        };
        let broken = self.shaper.lines(text, breaking);
        let total = height(broken.lines.len(), setting);
        canvas.warn(WarningCode::TextCut, field, broken.cut);
        let bounds = Area {
            x: place.x,
            y: place.y,
            width: place.width,
            height: total,
        };
        let step = setting.leading * setting.size;
        let mut baseline = place.y + step / 2.0 + 0.33 * setting.size;
        for line in &broken.lines {
            let free = place.width - line.width * setting.size;
            let indent = match setting.align {
                Align::Start if line.right_to_left => free,
                Align::Start => 0.0,
                Align::End => free,
                Align::Middle => free / 2.0,
            };
            for mut run in self.shaper.runs(line, setting.size, baseline) {
                run.x += place.x + indent;
                canvas.run(node, bounds, run);
            }
            baseline += step;
        }
        total
    }

    /// The width of the text on one line, in ems.
    pub(crate) fn natural_width(&self, text: &Prepared) -> f64 {
        let paragraph = |words: &[Rc<Word>]| {
            let spaces: f64 = words.iter().skip(1).map(|word| word.space).sum();
            spaces + words.iter().map(|word| word.width).sum::<f64>()
        };
        text.paragraphs
            .iter()
            .map(|part| paragraph(&part.words))
            .fold(0.0, f64::max)
    }

    /// Sets a box and returns its height. Given a height, it fills that height.
    pub(crate) fn cell(
        &self,
        cell: &Cell,
        place: Place,
        fill: Option<f64>,
        scale: Scale,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        if let (Some(canvas), Some(height)) = (canvas.as_deref_mut(), fill) {
            let area = Area {
                x: place.x,
                y: place.y,
                width: place.width,
                height,
            };
            canvas.rect(
                area,
                RADIUS,
                Some(cell.fill),
                cell.edge.map(|colour| (colour, 0.6)),
            );
        }
        let inner = Place {
            x: place.x + PAD,
            y: place.y + PAD,
            width: place.width - 2.0 * PAD,
        };
        let section = canvas
            .as_deref_mut()
            .map_or(DOCUMENT, |canvas| canvas.node(Role::Section, DOCUMENT));
        let mut y = inner.y + self.title(&cell.title, inner, section, canvas.as_deref_mut());
        let room = fill.map(|height| place.y + height - PAD - y);
        let body = Place { y, ..inner };
        y += match &cell.body {
            Body::Text(entry, points, least) => {
                let size = sized(*points, scale, entry.text.characters);
                self.entry(
                    entry,
                    body,
                    room,
                    Setting::body(size, scale.most),
                    (*least, scale),
                    (section, Role::Paragraph),
                    canvas,
                )
            }
            Body::Numbered(rows) => self.numbered(rows, body, room, scale, section, canvas),
            Body::Quote(entry, teller) => {
                self.quote(entry, teller, body, room, scale, section, canvas)
            }
            Body::Notes(notes) => self.notes(notes, body, room, scale, section, canvas),
            Body::Rows(rows) => self.rows(rows, body, room, scale, section, canvas),
        };
        y + PAD - place.y
    }

    fn title(
        &self,
        title: &Title,
        place: Place,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        match title {
            Title::Label(text) => {
                let setting = Setting::heading(LABEL_POINTS * POINT);
                let target = canvas.map(|canvas| {
                    let node = canvas.node(Role::Heading3, section);
                    (canvas, node, Field::Header)
                });
                self.text(text, place, setting, target) + 3.5
            }
            Title::Heading { text, marker, tag } => {
                let size = HEADING_POINTS * POINT;
                let setting = Setting::heading(size);
                let side = 0.5 * size;
                let indent = side + 0.3 * size;
                if let Some(canvas) = canvas.as_deref_mut() {
                    let y = place.y + (setting.leading * size - side) / 2.0;
                    canvas.rect(
                        Area {
                            x: place.x,
                            y,
                            width: side,
                            height: side,
                        },
                        2.4,
                        Some(*marker),
                        None,
                    );
                }
                let tag_size = 30.0 * POINT;
                let tag_width = tag
                    .as_ref()
                    .map_or(0.0, |tag| self.natural_width(&tag.text) * tag_size);
                let beside = place.width - indent - self.natural_width(text) * size - 8.0;
                let tag_beside = tag_width <= beside;
                let taken = if tag.is_some() && tag_beside {
                    tag_width + 8.0
                } else {
                    0.0
                };
                let heading = Place {
                    x: place.x + indent,
                    width: place.width - indent - taken,
                    ..place
                };
                let target = canvas.as_deref_mut().map(|canvas| {
                    let node = canvas.node(Role::Heading2, section);
                    (canvas, node, Field::Header)
                });
                let mut height = self.text(text, heading, setting, target);
                if let Some(tag) = tag {
                    let y = if tag_beside {
                        place.y + (setting.leading * size - LEADING * tag_size) / 2.0
                    } else {
                        place.y + height
                    };
                    let align = if tag_beside { Align::End } else { Align::Start };
                    let setting = Setting {
                        align,
                        ..Setting::body(tag_size, 2)
                    };
                    let target = canvas.map(|canvas| {
                        let node = canvas.node(Role::Paragraph, section);
                        (canvas, node, tag.field)
                    });
                    let width = if tag_beside {
                        tag_width + 0.1
                    } else {
                        place.width
                    };
                    let x = if tag_beside {
                        place.x + place.width - width
                    } else {
                        place.x
                    };
                    let used = self.text(&tag.text, Place { x, y, width }, setting, target);
                    if !tag_beside {
                        height += used;
                    }
                }
                height + 2.5
            }
        }
    }

    /// Sets a text, or the hint with lines to write on when there is none.
    #[expect(
        clippy::too_many_arguments,
        reason = "one step of a box, with all that a step is given"
    )]
    fn entry(
        &self,
        entry: &Entry,
        place: Place,
        room: Option<f64>,
        setting: Setting,
        lines: (u32, Scale),
        (parent, role): (NodeId, Role),
        canvas: Option<&mut Canvas>,
    ) -> f64 {
        if entry.text.is_empty() {
            return self.writing(&entry.hint, place, room, lines, (parent, role), canvas);
        }
        let target = canvas.map(|canvas| {
            canvas.warn(WarningCode::GlyphMissing, entry.field, entry.text.missing);
            let node = canvas.node(role, parent);
            (canvas, node, entry.field)
        });
        self.text(&entry.text, place, setting, target)
    }

    /// Sets a hint with at least so many lines to write on, and as many as there is room for.
    pub(crate) fn writing(
        &self,
        hint: &Prepared,
        place: Place,
        room: Option<f64>,
        (least, scale): (u32, Scale),
        (parent, role): (NodeId, Role),
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        let mut used = 0.0;
        if !hint.is_empty() {
            let target = canvas.as_deref_mut().map(|canvas| {
                let node = canvas.node(role, parent);
                (canvas, node, Field::Header)
            });
            used = self.text(hint, place, Setting::hint(), target);
        }
        let natural = used + f64::from(least) * scale.writing + 1.0;
        if let (Some(canvas), Some(room)) = (canvas, room) {
            let count = ((room - used - 1.0 + 0.01) / scale.writing)
                .floor()
                .max(1.0);
            let step = ((room - used - 1.0) / count).max(1.0);
            let mut y = place.y + used + step;
            while y <= place.y + room + 0.01 {
                canvas.writing_line(place.x, y, place.width);
                y += step;
            }
        }
        natural
    }

    fn numbered(
        &self,
        rows: &[(Prepared, Entry)],
        place: Place,
        room: Option<f64>,
        scale: Scale,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        let indent = 17.0;
        let gap = 3.5;
        let list = canvas
            .as_deref_mut()
            .map_or(section, |canvas| canvas.node(Role::List, section));
        let inner = Place {
            x: place.x + indent,
            width: place.width - indent,
            ..place
        };
        let heights: Vec<f64> = rows
            .iter()
            .map(|(_, entry)| self.row_height(entry, inner, 30.0, scale))
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
        let count = rows.len() as f64;
        let natural = heights.iter().sum::<f64>() + gap * (count - 1.0);
        let extra = room.map_or(0.0, |room| ((room - natural) / count).max(0.0));
        let mut y = place.y;
        for ((number, entry), height) in rows.iter().zip(heights) {
            if let Some(canvas) = canvas.as_deref_mut() {
                let item = canvas.node(Role::ListItem, list);
                let label = canvas.node(label_role(entry), item);
                let size = sized(34.0, scale, 0);
                let body_size = sized(30.0, scale, entry.text.characters);
                let line = body_size * LEADING;
                let place = Place {
                    x: place.x,
                    y: y + (line - size * 1.12) / 2.0,
                    width: indent,
                };
                self.text(
                    number,
                    place,
                    Setting::heading(size),
                    Some((canvas, label, entry.field)),
                );
                self.row(
                    entry,
                    Place { y, ..inner },
                    height + extra,
                    30.0,
                    scale,
                    item,
                    canvas,
                );
            }
            y += height + extra + gap;
        }
        natural
    }

    /// The height of a text in a list, or of one line to write on.
    fn row_height(&self, entry: &Entry, place: Place, points: f64, scale: Scale) -> f64 {
        if entry.text.is_empty() {
            return scale.writing;
        }
        self.text(
            &entry.text,
            place,
            Setting::body(sized(points, scale, entry.text.characters), scale.most),
            None,
        )
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one step of a box, with all that a step is given"
    )]
    fn row(
        &self,
        entry: &Entry,
        place: Place,
        height: f64,
        points: f64,
        scale: Scale,
        item: NodeId,
        canvas: &mut Canvas,
    ) {
        if entry.text.is_empty() {
            let lines = ((height - 1.0) / scale.writing + 0.01).floor().max(1.0);
            let step = (height - 1.0) / lines;
            let mut y = place.y + height - 1.0;
            while y > place.y + 0.6 * step {
                canvas.writing_line(place.x, y, place.width);
                y -= step;
            }
            return;
        }
        canvas.warn(WarningCode::GlyphMissing, entry.field, entry.text.missing);
        let node = canvas.node(Role::ListBody, item);
        let setting = Setting::body(sized(points, scale, entry.text.characters), scale.most);
        self.text(
            &entry.text,
            place,
            setting,
            Some((canvas, node, entry.field)),
        );
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one step of a box, with all that a step is given"
    )]
    fn quote(
        &self,
        entry: &Entry,
        teller: &Prepared,
        place: Place,
        room: Option<f64>,
        scale: Scale,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        if entry.text.is_empty() {
            return self.writing(
                &entry.hint,
                place,
                room,
                (3, scale),
                (section, Role::Paragraph),
                canvas,
            );
        }
        let indent = 8.5;
        let inner = Place {
            x: place.x + indent,
            width: place.width - indent,
            ..place
        };
        let setting = Setting::body(sized(31.0, scale, entry.text.characters), scale.most);
        let quote = canvas
            .as_deref_mut()
            .map_or(section, |canvas| canvas.node(Role::BlockQuote, section));
        let mut height = self.entry(
            entry,
            inner,
            None,
            setting,
            (2, scale),
            (quote, Role::Paragraph),
            canvas.as_deref_mut(),
        );
        if !teller.is_empty() {
            let target = canvas.as_deref_mut().map(|canvas| {
                let node = canvas.node(Role::Paragraph, section);
                (canvas, node, entry.field)
            });
            let setting = Setting {
                leading: 1.2,
                ..Setting::body(SMALLEST_POINTS * POINT, 2)
            };
            height += 3.0
                + self.text(
                    teller,
                    Place {
                        y: place.y + height + 3.0,
                        ..inner
                    },
                    setting,
                    target,
                );
        }
        if let Some(canvas) = canvas {
            let bar = Area {
                x: place.x,
                y: place.y + 1.0,
                width: 2.0,
                height: height - 2.0,
            };
            canvas.rect(bar, 1.0, Some(Colour::BROWSE), None);
        }
        height
    }

    fn notes(
        &self,
        notes: &[(Colour, Prepared, Entry)],
        place: Place,
        room: Option<f64>,
        scale: Scale,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        let (pad, gap) = (6.0, 4.5);
        let kind_setting = Setting::heading(SMALLEST_POINTS * POINT);
        let list = canvas
            .as_deref_mut()
            .map_or(section, |canvas| canvas.node(Role::List, section));
        let inner = Place {
            x: place.x + pad + 1.0,
            width: place.width - 2.0 * pad - 2.0,
            ..place
        };
        let heights: Vec<f64> = notes
            .iter()
            .map(|(_, kind, entry)| {
                let prompt = if entry.text.is_empty() {
                    &entry.hint
                } else {
                    kind
                };
                2.0 * pad
                    + self.text(prompt, inner, kind_setting, None)
                    + self.row_height(entry, inner, 30.0, scale)
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "there are few notes")]
        let count = notes.len() as f64;
        let natural = heights.iter().sum::<f64>() + gap * (count - 1.0);
        let extra = room.map_or(0.0, |room| ((room - natural) / count).max(0.0));
        let mut y = place.y;
        for ((colour, kind, entry), height) in notes.iter().zip(heights) {
            if let Some(canvas) = canvas.as_deref_mut() {
                let item = canvas.node(Role::ListItem, list);
                let area = Area {
                    x: place.x,
                    y,
                    width: place.width,
                    height: height + extra,
                };
                canvas.rect(area, 4.0, Some(*colour), None);
                let label = canvas.node(label_role(entry), item);
                let top = y + pad;
                let prompt = if entry.text.is_empty() {
                    &entry.hint
                } else {
                    kind
                };
                let used = self.text(
                    prompt,
                    Place { y: top, ..inner },
                    kind_setting,
                    Some((canvas, label, entry.field)),
                );
                let body = Place {
                    y: top + used,
                    ..inner
                };
                self.row(
                    entry,
                    body,
                    height + extra - 2.0 * pad - used,
                    30.0,
                    scale,
                    item,
                    canvas,
                );
            }
            y += height + extra + gap;
        }
        natural
    }

    fn rows(
        &self,
        rows: &[(Prepared, Entry)],
        place: Place,
        room: Option<f64>,
        scale: Scale,
        section: NodeId,
        mut canvas: Option<&mut Canvas>,
    ) -> f64 {
        let gap = 5.0;
        let list = canvas
            .as_deref_mut()
            .map_or(section, |canvas| canvas.node(Role::List, section));
        let label_size = (28.0 * scale.text).clamp(SMALLEST_POINTS, 30.0) * POINT;
        let widest = rows
            .iter()
            .map(|(label, _)| self.natural_width(label))
            .fold(0.0, f64::max)
            * label_size;
        // The labels stand beside their texts where the box is wide, and above them where it is narrow.
        let beside = widest + 8.0 < 0.36 * place.width;
        let indent = if beside { widest + 8.0 } else { 0.0 };
        let label_setting = Setting {
            leading: 1.2,
            rag: Rag::Text,
            ..Setting::heading(label_size)
        };
        let inner = Place {
            x: place.x + indent,
            width: place.width - indent,
            ..place
        };
        let heights: Vec<(f64, f64)> = rows
            .iter()
            .map(|(label, entry)| {
                if entry.text.is_empty() {
                    (
                        self.text(&entry.hint, place, Setting::hint(), None),
                        scale.writing - 3.0,
                    )
                } else {
                    let above = if beside {
                        0.0
                    } else {
                        self.text(label, place, label_setting, None)
                    };
                    (above, self.row_height(entry, inner, 30.0, scale))
                }
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
        let count = rows.len() as f64;
        let natural = heights
            .iter()
            .map(|(above, text)| above + text)
            .sum::<f64>()
            + gap * (count - 1.0);
        let extra = room.map_or(0.0, |room| ((room - natural) / count).max(0.0));
        let mut y = place.y;
        for (index, ((label, entry), (above, text))) in rows.iter().zip(heights).enumerate() {
            if let Some(canvas) = canvas.as_deref_mut() {
                if index > 0 && !rows[index - 1].1.text.is_empty() {
                    canvas.rule(place.x, y - gap / 2.0, place.width, Colour::EDGE, 0.5);
                }
                let item = canvas.node(Role::ListItem, list);
                let node = canvas.node(label_role(entry), item);
                if entry.text.is_empty() {
                    let below = Place {
                        y: y + above,
                        ..place
                    };
                    self.text(
                        &entry.hint,
                        Place { y, ..place },
                        Setting::hint(),
                        Some((canvas, node, entry.field)),
                    );
                    self.row(entry, below, text + extra, 30.0, scale, item, canvas);
                } else {
                    let line = sized(30.0, scale, entry.text.characters) * LEADING;
                    let shift = if beside {
                        (line - label_size * 1.2) / 2.0
                    } else {
                        0.0
                    };
                    let width = if beside { indent } else { place.width };
                    let target = Some((&mut *canvas, node, entry.field));
                    self.text(
                        label,
                        Place {
                            y: y + shift,
                            width,
                            ..place
                        },
                        label_setting,
                        target,
                    );
                    self.row(
                        entry,
                        Place {
                            y: y + above,
                            ..inner
                        },
                        text + extra,
                        30.0,
                        scale,
                        item,
                        canvas,
                    );
                }
            }
            y += above + text + extra + gap;
        }
        natural
    }
}
