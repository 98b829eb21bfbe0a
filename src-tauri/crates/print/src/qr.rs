//! QR codes as squares.

use qrcode::{Color, EcLevel, QrCode};

/// A QR code: the squares of its side, and its dark stretches as column, row, length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many squares a side has, without the white around the code.
    pub side: usize,
    /// Horizontal stretches of dark squares: column, row, how many.
    pub stretches: Vec<(u16, u16, u16)>,
}

impl Code {
    /// The side of one square of a code of this width.
    pub(crate) fn square(&self, width: f64) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a code has at most 177 squares at a side"
        )]
        let side = self.side as f64;
        width / side
    }
}

/// Encodes a text so that the code can be read with a seventh of it damaged, or less when the text is very long; `None`
/// when it is too long for any code.
#[must_use]
pub fn encode(text: &str) -> Option<Code> {
    encode_firmly(text).or_else(|| encode_at(text, EcLevel::L))
}

/// Encodes a text so that the code can be read with a seventh of it damaged; `None` when it is too long for that.
pub(crate) fn encode_firmly(text: &str) -> Option<Code> {
    encode_at(text, EcLevel::M)
}

fn encode_at(text: &str, level: EcLevel) -> Option<Code> {
    let code = QrCode::with_error_correction_level(text, level).ok()?;
    let side = code.width();
    let colours = code.to_colors();
    let number = |value: usize| u16::try_from(value).unwrap_or(u16::MAX);
    let mut stretches = Vec::new();
    for (row, squares) in colours.chunks(side).enumerate() {
        let mut column = 0;
        while column < side {
            let length = squares[column..]
                .iter()
                .take_while(|&&square| square == Color::Dark)
                .count();
            if length > 0 {
                stretches.push((number(column), number(row), number(length)));
            }
            column += length.max(1);
        }
    }
    Some(Code { side, stretches })
}
