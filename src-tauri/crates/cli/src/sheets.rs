//! `regio print`.

use std::path::Path;

use app::{Language, Sitting};
use protocol::{
    BrochureForm, CardChoice, CardSize, CardText, Failure, Printed, Sheet, SheetSet, SheetWarning,
    StoryText, TilePaper, TileScale, Tiling, Wifi,
};
use stories::{OptionId, PerspectiveId, StoryId};
use workshop::TableId;

use crate::args::{
    Entrance, Large, Paper, Perspectives, PrintCommand, Printing, Scale, Size, Stories, Tables,
    Whole,
};
use crate::edge;

/// What is printed of a session.
enum What {
    One(Sheet),
    Everything(SheetSet),
}

pub fn print(asked: PrintCommand, language: Language) -> Result<(), Failure> {
    let none = Entrance {
        address: None,
        wifi: String::new(),
        password: String::new(),
    };
    let one = |to, sheet| (to, What::One(sheet), none);
    let (to, what, entrance) = match asked {
        PrintCommand::Poster {
            to,
            tables,
            blank,
            tiles,
        } => {
            let tiles = tiling(&tiles);
            let sheet = match blank {
                true => Sheet::BlankPoster { tiles },
                false => Sheet::Poster {
                    tables: ids(tables),
                    tiles,
                },
            };
            one(to, sheet)
        }
        PrintCommand::Brochure { to, which, flat } => {
            let (perspectives, table) = named(which);
            let form = match flat {
                true => BrochureForm::Flat,
                false => BrochureForm::Booklet,
            };
            let sheet = Sheet::Brochure {
                perspectives,
                table,
                form,
            };
            one(to, sheet)
        }
        PrintCommand::Cards { to, which, cards } => {
            let (perspectives, table) = named(which);
            let choice = CardChoice {
                perspectives,
                table,
                ..choice(cards)
            };
            one(to, Sheet::Cards { choice })
        }
        PrintCommand::Notes { to, tables } => {
            let tables = ids(tables);
            one(to, Sheet::Notes { tables })
        }
        PrintCommand::Votes { to, tables } => {
            let tables = ids(tables);
            one(to, Sheet::Votes { tables })
        }
        PrintCommand::Table { to, tables } => {
            let tables = ids(tables);
            one(to, Sheet::TableWork { tables })
        }
        PrintCommand::Overview { to, tiles } => {
            let tiles = tiling(&tiles);
            one(to, Sheet::Overview { tiles })
        }
        PrintCommand::Agreement { to, tables } => {
            let tables = ids(tables);
            one(to, Sheet::Agreements { tables })
        }
        PrintCommand::RunSheet { to } => one(to, Sheet::RunSheet),
        PrintCommand::Join {
            to,
            tables,
            entrance,
        } => {
            let tables = ids(tables);
            (to, What::One(Sheet::Join { tables }), entrance)
        }
        PrintCommand::Test { to } => one(to, Sheet::Test),
        PrintCommand::Tiles {
            to,
            of,
            tables,
            paper,
            scale,
        } => {
            let tables = ids(tables);
            let tiles = Some(on(paper, scale));
            let sheet = match of {
                Whole::Poster => Sheet::Poster { tables, tiles },
                Whole::Blank => Sheet::BlankPoster { tiles },
                Whole::Overview => Sheet::Overview { tiles },
            };
            one(to, sheet)
        }
        PrintCommand::Set {
            to,
            cards,
            tiles,
            entrance,
        } => {
            let set = SheetSet {
                tiles: tiling(&tiles),
                cards: choice(cards),
            };
            (to, What::Everything(set), entrance)
        }
    };
    tell(&made(to, &what, entrance, language)?, language)
}

fn made(
    to: Printing,
    what: &What,
    entrance: Entrance,
    language: Language,
) -> Result<Printed, Failure> {
    let sitting = Sitting::open(&to.session)?;
    let printing = app::Printing {
        language,
        pictures: to.preview.is_some(),
        folder: to.out,
        address: entrance.address,
        wifi: Wifi {
            name: entrance.wifi,
            password: entrance.password,
        },
    };
    let snapshot: Option<&Path> = to.snapshot.as_deref();
    match what {
        What::One(sheet) => app::print_sheets(
            &sitting,
            snapshot,
            std::slice::from_ref(sheet),
            &printing,
            &edge::draw,
        ),
        What::Everything(set) => app::print_set(&sitting, snapshot, set, &printing, &edge::draw),
    }
}

/// Says which files were written, and what does not fit.
fn tell(printed: &Printed, language: Language) -> Result<(), Failure> {
    for path in &printed.paths {
        edge::line(path)?;
    }
    for warning in &printed.warnings {
        eprintln!("{}", words(warning, language));
    }
    Ok(())
}

/// As in 'Tafel 3, Naam van het voorstel: de tekst past niet'.
fn words(warning: &SheetWarning, language: Language) -> String {
    let table = warning.table.map(|table| {
        let number = table.0.to_string();
        language.say("poster.table_number", &[("number", &number)])
    });
    let part = ["poster", "sheet_part"]
        .iter()
        .find_map(|under| language.find(&format!("{under}.{}", warning.field)))
        .map(str::to_owned);
    let place: Vec<String> = [table, part].into_iter().flatten().collect();
    let key = format!("sheet_warning.{}", warning.code);
    let words = language.say(&key, &[("count", &warning.count.to_string())]);
    match place.as_slice() {
        [] => words,
        place => format!("{}: {words}", place.join(", ")),
    }
}

fn ids(tables: Tables) -> Vec<TableId> {
    tables.table.into_iter().map(TableId).collect()
}

fn named(which: Perspectives) -> (Vec<PerspectiveId>, Option<TableId>) {
    let perspectives = which.perspective.into_iter().map(PerspectiveId).collect();
    (perspectives, which.table.map(TableId))
}

fn choice(cards: Stories) -> CardChoice {
    let of = |story, text| StoryText {
        story: StoryId(story),
        text,
    };
    let shortened = cards.shorten.chunks_exact(2);
    let shortened = shortened.map(|pair| of(pair[0], CardText::Cards(pair[1])));
    let whole = cards
        .whole
        .into_iter()
        .map(|story| of(story, CardText::Whole));
    CardChoice {
        each: cards.each,
        max_words: cards.max_words,
        voices: cards.voice.into_iter().map(OptionId).collect(),
        add: cards.add.into_iter().map(StoryId).collect(),
        remove: cards.remove.into_iter().map(StoryId).collect(),
        text: match (cards.cut, cards.cards) {
            (Some(most), _) => CardText::Characters(most),
            (None, Some(most)) => CardText::Cards(most),
            (None, None) => CardText::Whole,
        },
        texts: shortened.chain(whole).collect(),
        size: match cards.size {
            Size::A5 => CardSize::A5,
            Size::A6 => CardSize::A6,
        },
        ..CardChoice::default()
    }
}

fn tiling(tiles: &Large) -> Option<Tiling> {
    tiles.paper.map(|paper| on(paper, tiles.scale))
}

fn on(paper: Paper, scale: Scale) -> Tiling {
    Tiling {
        paper: match paper {
            Paper::A3 => TilePaper::A3,
            Paper::A4 => TilePaper::A4,
        },
        scale: match scale {
            Scale::Full => TileScale::Full,
            Scale::Fit => TileScale::Fit,
        },
    }
}
