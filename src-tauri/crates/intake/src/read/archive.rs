//! The archive of a workbook, checked before anything reads it: how many entries, how much it unpacks to, well-formed XML without a
//! document type.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::{Error, Format, Limits};

/// Elements of a workbook lie in each other at most this deep.
const DEEPEST: usize = 200;

/// Checks an archive and says which sort of workbook it is.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<Format, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let entries = archive.len() as u64;
    if entries > limits.entries {
        return Err(Error::Entries {
            found: entries,
            most: limits.entries,
        });
    }
    let mut format = None;
    let mut left = limits.inflated;
    for nth in 0..archive.len() {
        let entry = archive.by_index(nth).map_err(damaged)?;
        let name = entry.name().map_err(damaged)?.into_owned();
        match name.as_str() {
            "xl/workbook.xml" => format = Some(Format::Xlsx),
            "content.xml" if format.is_none() => format = Some(Format::Ods),
            "xl/workbook.bin" => return Err(Error::OldWorkbook),
            _ => {}
        }
        let mut counted = Counted { entry, left };
        let is_xml = [".xml", ".rels", ".vml"]
            .iter()
            .any(|ending| name.to_ascii_lowercase().ends_with(ending));
        let outcome = if is_xml {
            check_xml(&mut counted, &name)
        } else {
            std::io::copy(&mut counted, &mut std::io::sink())
                .map(|_| ())
                .map_err(damaged)
        };
        left = counted.left;
        if left == 0 {
            return Err(Error::Inflated {
                most: limits.inflated,
            });
        }
        outcome?;
    }
    format.ok_or(Error::NotATable)
}

/// What to say of a container of the old kind: a workbook of before 2007, or one with a password.
pub(super) fn old(bytes: &[u8]) -> Error {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        Error::Locked
    } else {
        Error::OldWorkbook
    }
}

/// Unpacks one entry that was checked before.
pub(super) fn entry(bytes: &[u8], name: &str, limits: &Limits) -> Result<String, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let entry = archive.by_name(name).map_err(damaged)?;
    let mut text = String::new();
    entry
        .take(limits.inflated)
        .read_to_string(&mut text)
        .map_err(damaged)?;
    Ok(text)
}

pub(super) fn damaged(error: impl std::fmt::Display) -> Error {
    Error::Damaged {
        detail: error.to_string(),
    }
}

fn check_xml(from: impl Read, name: &str) -> Result<(), Error> {
    let mut reader = Reader::from_reader(BufReader::new(from));
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    loop {
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::DocType(_) => {
                return Err(Error::Doctype {
                    entry: name.to_owned(),
                });
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(damaged(format!("{name} is cut off"))),
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::GeneralRef(_) => {}
        }
        if depth > DEEPEST {
            return Err(damaged(format!("{name} is too deep")));
        }
        buffer.clear();
    }
}

/// An entry that stops when it has given all that is left.
struct Counted<R> {
    entry: R,
    left: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(self.left)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        let read = self.entry.read(&mut buffer[..most])?;
        self.left -= read as u64;
        Ok(read)
    }
}
