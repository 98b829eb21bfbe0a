//! Sheets on their way to a screen or a printer.

use serde::{Deserialize, Serialize};
use stories::{OptionId, PerspectiveId, StoryId};
use ts_rs::TS;
use workshop::{FieldName, TableId};

use crate::StoryLine;

/// Anything that can be printed. Where tables or perspectives can be named, none means all.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export)]
pub enum Sheet {
    /// The filled posters of tables (A1), a file for each.
    Poster {
        /// Which tables.
        tables: Vec<TableId>,
        /// On smaller paper.
        tiles: Option<Tiling>,
    },
    /// The poster to fill in by hand (A1).
    BlankPoster {
        /// On smaller paper.
        tiles: Option<Tiling>,
    },
    /// What all who told said, question by question (A1).
    Overview {
        /// On smaller paper.
        tiles: Option<Tiling>,
    },
    /// A brochure of each perspective (A4).
    Brochure {
        /// Which perspectives.
        perspectives: Vec<PerspectiveId>,
        /// The table whose chosen perspectives are meant where none is named.
        table: Option<TableId>,
        /// How it is put on paper.
        form: BrochureForm,
    },
    /// Cards with stories, to be cut out (A4).
    Cards {
        /// Which stories, and how.
        choice: CardChoice,
    },
    /// Sheets for notes, for a table on paper (A4).
    Notes {
        /// Which tables.
        tables: Vec<TableId>,
    },
    /// Sheets for the choice of perspectives, for a table on paper (A4).
    Votes {
        /// Which tables.
        tables: Vec<TableId>,
    },
    /// Sheets for clusters and ideas, for a table on paper (A4).
    TableWork {
        /// Which tables.
        tables: Vec<TableId>,
    },
    /// Cards for what is agreed (A5, two on A4).
    Agreements {
        /// Which tables.
        tables: Vec<TableId>,
    },
    /// The facilitator's afternoon on paper (A4).
    RunSheet,
    /// How to join with a phone, for on the table (A4); only while the LAN is on.
    Join {
        /// Which tables.
        tables: Vec<TableId>,
    },
    /// A page to try a printer with (A4).
    Test,
    /// What to print on which paper, how often (A4).
    Cover {
        /// Of which set.
        set: SheetSet,
    },
}

/// How a brochure is put on paper.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum BrochureForm {
    /// On both sides, to be folded once into a booklet of A5.
    #[default]
    Booklet,
    /// In the order of reading, for a screen or a wall.
    Flat,
}

/// A sheet of A1 on smaller paper, to be put together.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Tiling {
    /// The paper.
    pub paper: TilePaper,
    /// How large.
    pub scale: TileScale,
}

/// The paper of tiles.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum TilePaper {
    /// A3.
    A3,
    /// A4.
    A4,
}

/// How large a sheet is when it is put together out of tiles.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum TileScale {
    /// As it is: 100 %.
    Full,
    /// As large as fits on the fewest pages.
    Fit,
}

/// Which stories come on cards, and how.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct CardChoice {
    /// The perspectives whose supporting stories are meant; none means those that were chosen, or all before any is chosen.
    pub perspectives: Vec<PerspectiveId>,
    /// The table whose chosen perspectives are meant where none is named.
    pub table: Option<TableId>,
    /// How many stories of each perspective; 0 means all that it has.
    pub each: u16,
    /// Only stories of at most so many words.
    pub max_words: Option<u32>,
    /// Only stories of who tells in one of these roles; none means of everybody.
    pub voices: Vec<OptionId>,
    /// Stories that come along in any case.
    pub add: Vec<StoryId>,
    /// Stories that stay behind.
    pub remove: Vec<StoryId>,
    /// How much of every story is printed.
    pub text: CardText,
    /// The stories of which another part is printed than `text` says.
    pub texts: Vec<StoryText>,
    /// The size of a card.
    pub size: CardSize,
}

impl Default for CardChoice {
    fn default() -> Self {
        Self {
            perspectives: Vec::new(),
            table: None,
            each: 4,
            max_words: None,
            voices: Vec::new(),
            add: Vec::new(),
            remove: Vec::new(),
            text: CardText::Whole,
            texts: Vec::new(),
            size: CardSize::A5,
        }
    }
}

/// How much of a story is printed on its cards; what is shortened says so.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum CardText {
    /// All of it, on as many cards as it takes.
    #[default]
    Whole,
    /// The beginning, of at most so many characters.
    Characters(u32),
    /// As much as takes no more than so many cards with the answers; where so few are too few, as few as can be.
    Cards(u32),
}

/// How much of one story is printed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct StoryText {
    /// The story.
    pub story: StoryId,
    /// How much of it.
    pub text: CardText,
}

/// The size of a story card.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum CardSize {
    /// Two on a sheet of A4.
    #[default]
    A5,
    /// Four on a sheet of A4.
    A6,
}

/// A story that was chosen for a card.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CardStory {
    /// The story.
    pub story: StoryLine,
    /// The perspectives that it supports among those that are meant, by their code, such as `P4`; none where it was added by hand.
    pub perspectives: Vec<String>,
    /// Whether it is of the session's own region.
    pub own_region: bool,
    /// How many cards it takes.
    pub cards: u32,
    /// How many it takes at least, with a text that is as short as it can be.
    pub least: u32,
    /// How many it takes with its whole text.
    pub most: u32,
    /// Whether its text was shortened.
    pub shortened: bool,
}

/// Everything for one session.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct SheetSet {
    /// Large sheets on smaller paper; without it they are A1.
    pub tiles: Option<Tiling>,
    /// The stories on the cards.
    pub cards: CardChoice,
}

/// A poster as it comes out of the printer.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PosterPreview {
    /// The page as SVG, drawn from the same glyphs as the PDF.
    pub svg: String,
    /// What does not fit.
    pub warnings: Vec<SheetWarning>,
}

/// Some pages of a sheet as they come out of the printer.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SheetPages {
    /// The pages that were asked for.
    pub pages: Vec<SheetPage>,
    /// How many pages the sheet has in all.
    pub of: u32,
    /// What does not fit, on all pages.
    pub warnings: Vec<SheetWarning>,
}

/// A page as it comes out of the printer.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SheetPage {
    /// The page as SVG, drawn from the same glyphs as the PDF.
    pub svg: String,
    /// Its width in millimetres.
    pub width_mm: f64,
    /// Its height in millimetres.
    pub height_mm: f64,
    /// What it shows, in words.
    pub title: String,
}

/// Something on a sheet that a person must look at before it is printed.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SheetWarning {
    /// The table.
    pub table: Option<TableId>,
    /// The page within the sheet, from 1.
    pub page: u32,
    /// A code; the words are under `sheet_warning.<code>`.
    pub code: String,
    /// The part of the sheet: a field of the poster or another part, by its key under `poster.` or `sheet_part.`.
    pub field: String,
    /// How many characters it is about, where it is a number.
    pub count: u32,
}

/// Files that were written.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Printed {
    /// Their paths.
    pub paths: Vec<String>,
    /// What does not fit.
    pub warnings: Vec<SheetWarning>,
}

/// A hint to make a proposal more concrete or smaller; it never blocks.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Advice {
    /// The field it is about.
    pub field: FieldName,
    /// What it is about; the words are under `advice.<kind>`.
    pub kind: AdviceKind,
    /// The word or words in the text that gave rise to it; may be empty.
    pub word: String,
}

/// What a hint is about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum AdviceKind {
    /// No day is named.
    NoDate,
    /// No person is named.
    NoPerson,
    /// Leans on permission that others must give.
    Permission,
    /// Leans on money that is not there.
    Money,
    /// A word that says little: 'betere', 'meer aandacht', 'zou moeten'.
    Vague,
    /// Large: 'alle scholen', 'heel Nederland'.
    Large,
    /// Long for a poster.
    Long,
}
