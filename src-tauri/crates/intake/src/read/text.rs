//! Bytes to text: which encoding, and the text without a byte order mark.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{Encoding, Error};

/// A text with the encoding that it was written in.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) encoding: Encoding,
    /// Whether nothing in the bytes says so, and letters may have come out wrong.
    pub(super) guessed: bool,
}

/// How many bytes are looked at to tell UTF-16 and what is no text.
const SAMPLE: usize = 4096;

/// Decodes a text; without `asked` the encoding is found out.
pub(super) fn decode(bytes: &[u8], asked: Option<Encoding>) -> Result<Decoded<'_>, Error> {
    let (marked, rest) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (Some(Encoding::Utf8), rest),
        [0xFF, 0xFE, rest @ ..] => (Some(Encoding::Utf16Le), rest),
        [0xFE, 0xFF, rest @ ..] => (Some(Encoding::Utf16Be), rest),
        _ => (None, bytes),
    };
    // A mark of another encoding than the one asked for is part of the text.
    let rest = if asked.is_some() && asked != marked {
        bytes
    } else {
        rest
    };
    let sure = asked.or(marked).or_else(|| utf16(rest));
    let decoded = match sure {
        Some(encoding) => Decoded {
            text: exactly(rest, encoding)?,
            encoding,
            guessed: false,
        },
        None => guess(rest),
    };
    if is_text(&decoded.text) {
        Ok(decoded)
    } else {
        Err(Error::NotATable)
    }
}

/// Decodes bytes that must be of this encoding.
fn exactly(bytes: &[u8], encoding: Encoding) -> Result<Cow<'_, str>, Error> {
    let wrong = |before: &[u8]| Error::Encoding {
        encoding: encoding.name().to_owned(),
        row: 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64,
    };
    match encoding {
        Encoding::Utf8 => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(error) => Err(wrong(&bytes[..error.valid_up_to()])),
        },
        Encoding::Utf16Le | Encoding::Utf16Be => {
            let by = if encoding == Encoding::Utf16Le {
                UTF_16LE
            } else {
                UTF_16BE
            };
            by.decode_without_bom_handling_and_without_replacement(bytes)
                .ok_or_else(|| wrong(&[]))
        }
        Encoding::Windows1252 => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

/// UTF-16 without a mark: every other byte of Western text is zero.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 4 {
        return None;
    }
    let zeros = |first: usize| {
        sample
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    match () {
        () if odd * 10 > half * 7 && even * 10 < half => Some(Encoding::Utf16Le),
        () if even * 10 > half * 7 && odd * 10 < half => Some(Encoding::Utf16Be),
        () => None,
    }
}

/// UTF-8 where it is, or where it nearly is (a few broken bytes among many good sequences); Windows-1252 otherwise.
fn guess(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8,
            guessed: false,
        };
    }
    let (mut good, mut bad) = (0_u64, 0_u64);
    for chunk in bytes.utf8_chunks() {
        good += chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count() as u64;
        bad += u64::from(!chunk.invalid().is_empty());
    }
    if good > bad * 10 {
        Decoded {
            text: String::from_utf8_lossy(bytes),
            encoding: Encoding::Utf8,
            guessed: true,
        }
    } else {
        Decoded {
            text: WINDOWS_1252.decode_without_bom_handling(bytes).0,
            encoding: Encoding::Windows1252,
            guessed: true,
        }
    }
}

/// Whether the beginning reads as text: hardly any control characters.
fn is_text(text: &str) -> bool {
    let (mut all, mut control) = (0, 0);
    for letter in text.chars().take(SAMPLE) {
        all += 1;
        control += usize::from(letter.is_control() && !"\t\r\n".contains(letter));
    }
    control <= 4 || control * 50 <= all
}
