//! QR codes as squares.

use qrcode::{Color, EcLevel, QrCode};

/// A QR code: the squares of its side, and its dark stretches as column, row, length.
pub(crate) struct Code {
    pub(crate) side: usize,
    pub(crate) stretches: Vec<(u16, u16, u16)>,
}

/// Encodes a text; `None` when it is too long.
pub(crate) fn encode(text: &str) -> Option<Code> {
    let code = [EcLevel::M, EcLevel::L]
        .into_iter()
        .find_map(|level| QrCode::with_error_correction_level(text, level).ok())?;
    let side = code.width();
    let colours = code.to_colors();
    let mut stretches = Vec::new();
    for (row, squares) in colours.chunks(side).enumerate() {
        let mut column = 0;
        while column < side {
            let length = squares[column..]
                .iter()
                .take_while(|&&square| square == Color::Dark)
                .count();
            if length > 0 {
                let number = |value: usize| u16::try_from(value).unwrap_or(u16::MAX);
                stretches.push((number(column), number(row), number(length)));
            }
            column += length.max(1);
        }
    }
    Some(Code { side, stretches })
}
