//! How a large sheet is cut into small ones.

use crate::sheets::Paper;

/// How a sheet is printed as tiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tiling {
    /// The paper of the tiles, A3 or A4.
    pub paper: Paper,
    /// How large the sheet becomes.
    pub scale: TileScale,
    /// How far the tiles lie over each other, in millimetres; between 0 and 40.
    pub overlap_mm: f64,
    /// Whether the edges of the tiles carry marks to cut and to lay by.
    pub marks: bool,
}

impl Default for Tiling {
    fn default() -> Self {
        Self {
            paper: Paper::A3,
            scale: TileScale::Fit,
            overlap_mm: 10.0,
            marks: true,
        }
    }
}

/// How large the sheet becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileScale {
    /// As large as it is.
    Full,
    /// As large as it can be on as many tiles as make up the size of the sheet: an A1 on four A3 (92.9 % at an overlap of
    /// 10 mm) or on eight A4.
    Fit,
}
