//! The words of a sheet in tiles.

use crate::words::words;

words! {
    /// The words of a sheet in tiles in one language.
    TilesWords {
        title = "print.tiles.title",
        tile = "print.tiles.tile",
        scale = "print.tiles.scale",
        count = "print.tiles.count",
        count_one = "print.tiles.count_one",
        skipped = "print.tiles.skipped",
        step_print = "print.tiles.step_print",
        step_measure = "print.tiles.step_measure",
        step_cut = "print.tiles.step_cut",
        step_lay = "print.tiles.step_lay",
        step_lay_edge = "print.tiles.step_lay_edge",
        step_tape = "print.tiles.step_tape",
        ruler = "print.tiles.ruler",
        part_alt = "print.tiles.part_alt",
    }
}
