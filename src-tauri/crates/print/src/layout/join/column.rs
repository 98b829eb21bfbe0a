//! Texts below each other, each as large as its kind allows.

use crate::field::Field;
use crate::layout::canvas::Canvas;
use crate::layout::join::measures::SMALLEST_POINTS;
use crate::layout::setter::Setter;
use crate::layout::setting::{Fit, POINT, Place, Setting};
use crate::page::{NodeId, Role};
use crate::text::lines::{Hyphens, Rag};
use crate::text::shape::Prepared;

/// What a text is on the sheet, which says how large it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The number of the table.
    Title,
    /// The name of the table.
    Name,
    /// What the sheet is for.
    Lead,
    /// The heading of a step.
    Heading,
    /// Reading text.
    Body,
    /// A label of what stands below it.
    Label,
    /// The name or the password of the Wi-Fi.
    Key,
    /// The address.
    Address,
    /// The code of the table.
    Code,
}

/// The sizes of a kind of text, in points.
struct Sizes {
    /// Where there is little room on the page.
    small: f64,
    /// Where there is much.
    large: f64,
    /// What a text that is too long for its lines may shrink to.
    least: f64,
    /// On how many lines it must fit to be larger than that.
    wanted: usize,
    /// The most lines.
    most: usize,
    /// From line to line, in ems.
    leading: f64,
    hyphens: Hyphens,
    rag: Rag,
}

impl Kind {
    const fn sizes(self) -> Sizes {
        let sizes = Sizes {
            small: SMALLEST_POINTS,
            large: 13.5,
            least: SMALLEST_POINTS,
            wanted: 3,
            most: 3,
            leading: 1.25,
            hyphens: Hyphens::Needed,
            rag: Rag::Text,
        };
        match self {
            Self::Title => Sizes {
                small: 72.0,
                large: 124.0,
                least: 64.0,
                wanted: 1,
                most: 1,
                leading: 1.0,
                rag: Rag::Even,
                ..sizes
            },
            Self::Name => Sizes {
                small: 22.0,
                large: 30.0,
                least: 18.0,
                wanted: 2,
                most: 2,
                leading: 1.1,
                rag: Rag::Even,
                ..sizes
            },
            Self::Lead => Sizes {
                large: 16.0,
                most: 2,
                ..sizes
            },
            Self::Heading => Sizes {
                small: 17.0,
                large: 22.0,
                least: 15.0,
                wanted: 1,
                most: 2,
                leading: 1.12,
                rag: Rag::Even,
                ..sizes
            },
            Self::Body => sizes,
            Self::Label => Sizes { most: 2, ..sizes },
            Self::Key => Sizes {
                small: 22.0,
                large: 28.0,
                least: 14.0,
                wanted: 1,
                leading: 1.15,
                hyphens: Hyphens::Never,
                ..sizes
            },
            Self::Address => Sizes {
                small: 30.0,
                large: 40.0,
                least: 28.0,
                wanted: 1,
                leading: 1.12,
                hyphens: Hyphens::Never,
                ..sizes
            },
            Self::Code => Sizes {
                most: 2,
                ..Self::Address.sizes()
            },
        }
    }

    /// How a text of this kind is set at a width; `ease` is 0 where there is little room on the page and 1 where there is much.
    pub(super) fn setting(
        self,
        text: &Prepared,
        width: f64,
        ease: f64,
        setter: &Setter<'_>,
    ) -> Setting {
        let sizes = self.sizes();
        let fit = Fit {
            width,
            height: f64::INFINITY,
            most: sizes.wanted,
            leading: sizes.leading,
            hyphens: sizes.hyphens,
            points: (
                sizes.least,
                sizes.small + ease * (sizes.large - sizes.small),
            ),
        };
        Setting {
            leading: sizes.leading,
            hyphens: sizes.hyphens,
            rag: sizes.rag,
            most: sizes.most,
            ..Setting::heading(setter.largest(text, fit).unwrap_or(sizes.least * POINT))
        }
    }

    /// What is above a text of this kind, where something is.
    const fn gap(self) -> f64 {
        match self {
            Self::Title | Self::Name | Self::Key | Self::Address | Self::Code => 0.0,
            Self::Lead | Self::Heading | Self::Body => 2.0,
            Self::Label => 3.5,
        }
    }
}

/// One text of a column.
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) text: Prepared,
    pub(super) role: Role,
    pub(super) field: Field,
}

/// Texts below each other.
pub(super) struct Column(Vec<Block>);

impl Column {
    /// A column of the texts that say anything.
    pub(super) fn new(blocks: Vec<Block>) -> Self {
        Self(
            blocks
                .into_iter()
                .filter(|block| !block.text.is_empty())
                .collect(),
        )
    }

    pub(super) fn height(&self, width: f64, ease: f64, setter: &Setter<'_>) -> f64 {
        let place = Place {
            x: 0.0,
            y: 0.0,
            width,
        };
        let heights = self.0.iter().enumerate().map(|(index, block)| {
            let gap = if index == 0 { 0.0 } else { block.kind.gap() };
            let setting = block.kind.setting(&block.text, width, ease, setter);
            gap + setter.text(&block.text, place, setting, None)
        });
        heights.sum()
    }

    /// Draws the column. Above each label there is `extra` more room.
    pub(super) fn draw(
        &self,
        place: Place,
        (ease, extra): (f64, f64),
        parent: NodeId,
        setter: &Setter<'_>,
        canvas: &mut Canvas,
    ) {
        let mut y = place.y;
        for (index, block) in self.0.iter().enumerate() {
            if index > 0 {
                y += block.kind.gap();
            }
            if block.kind == Kind::Label {
                y += extra;
            }
            let setting = block.kind.setting(&block.text, place.width, ease, setter);
            let spot = (block.role, parent, block.field);
            y += setter.put(&block.text, Place { y, ..place }, setting, spot, canvas);
        }
    }

    /// How many labels there are, above which there may be more room.
    pub(super) fn labels(&self) -> usize {
        self.0
            .iter()
            .filter(|block| block.kind == Kind::Label)
            .count()
    }
}
