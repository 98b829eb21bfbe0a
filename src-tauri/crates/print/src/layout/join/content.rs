//! The texts and codes of a join sheet, filled from the model.

use crate::colour::Colour;
use crate::error::{Error, ErrorKind};
use crate::face::Voice;
use crate::field::Field;
use crate::join::{JoinSheet, Wifi};
use crate::layout::join::column::{Block, Column, Kind};
use crate::layout::join::help::Help;
use crate::layout::join::step::{Scan, Step};
use crate::layout::setter::Setter;
use crate::page::Role;
use crate::qr;
use crate::text::shape::Prepared;
use crate::text::typography::{polish, verbatim};
use crate::words::JoinWords;

/// All that is on the page.
pub(super) struct Content {
    /// The session and the region.
    pub(super) header: [Prepared; 2],
    /// The number and the name of the table, and what the sheet is for.
    pub(super) top: Column,
    pub(super) steps: [Step; 2],
    pub(super) help: Help,
    /// The table in words, for who cannot see the page.
    pub(super) title: String,
}

struct Filler<'a> {
    setter: &'a Setter<'a>,
    words: &'a JoinWords,
}

impl Content {
    /// # Errors
    ///
    /// [`ErrorKind::CodeTooLong`] when a QR code cannot hold its text.
    pub(super) fn new(
        sheet: &JoinSheet,
        words: &JoinWords,
        setter: &Setter<'_>,
    ) -> Result<Self, Error> {
        let filler = Filler { setter, words };
        let header = |text: &str| setter.prepare(&one_line(text), Voice::Bold, Colour::WHITE);
        let table = format!("{} {}", words.table, sheet.number);
        let name = one_line(&sheet.name);
        let title = if name.is_empty() {
            table.clone()
        } else {
            format!("{table} · {name}")
        };
        let top = Column::new(vec![
            Block {
                kind: Kind::Title,
                text: setter.prepare(&table, Voice::Display, Colour::INK),
                role: Role::Heading1,
                field: Field::JoinTable,
            },
            Block {
                kind: Kind::Name,
                text: setter.prepare(&name, Voice::Bold, Colour::GATHER_INK),
                role: Role::Paragraph,
                field: Field::JoinTable,
            },
            filler.says(Kind::Lead, &words.lead, Field::Header),
        ]);
        let help = [
            &words.help_internet,
            &words.help_data,
            &words.help_browser,
            &words.help_ask,
        ];
        Ok(Self {
            header: [header(&sheet.session), header(&sheet.region)],
            top,
            steps: [filler.wifi(sheet)?, filler.link(sheet)?],
            help: Help {
                heading: setter.prepare(&words.help, Voice::Display, Colour::INK),
                items: help.map(|text| setter.prepare(text, Voice::Regular, Colour::INK)),
            },
            title,
        })
    }
}

impl Filler<'_> {
    /// The step in which the phone gets the right Wi-Fi.
    fn wifi(&self, sheet: &JoinSheet) -> Result<Step, Error> {
        let words = self.words;
        let known = |wifi: &&Wifi| !wifi.name.trim().is_empty();
        let Some(wifi) = sheet.wifi.as_ref().filter(known) else {
            let hint = self.says(Kind::Body, &words.wifi_unknown_hint, Field::JoinWifi);
            return Ok(self.step(1, &words.wifi_unknown, vec![hint], None));
        };
        let mut blocks = vec![
            self.says(Kind::Body, &words.wifi_hint, Field::JoinWifi),
            self.says(Kind::Label, &words.wifi_name, Field::JoinWifi),
            self.key(Kind::Key, &wifi.name, Field::JoinWifi),
        ];
        if wifi.password.is_empty() {
            blocks.push(self.says(Kind::Label, &words.wifi_open, Field::JoinWifi));
        } else {
            blocks.push(self.says(Kind::Label, &words.wifi_password, Field::JoinWifi));
            blocks.push(self.key(Kind::Key, &wifi.password, Field::JoinWifi));
        }
        let scan = self.scan(
            &wifi.qr_text(),
            (&words.wifi_scan, &words.wifi_scan_alt),
            Field::JoinWifi,
        )?;
        Ok(self.step(1, &words.wifi, blocks, Some(scan)))
    }

    /// The step in which the phone opens the page of the table.
    fn link(&self, sheet: &JoinSheet) -> Result<Step, Error> {
        let words = self.words;
        let mut blocks = vec![self.says(Kind::Body, &words.link_hint, Field::JoinAddress)];
        for (kind, label, text) in [
            (Kind::Address, &words.type_address, &sheet.address),
            (Kind::Code, &words.type_code, &sheet.code),
        ] {
            if !text.trim().is_empty() {
                blocks.push(self.says(Kind::Label, label, Field::JoinAddress));
                blocks.push(self.key(kind, text, Field::JoinAddress));
            }
        }
        let scan = self.scan(
            &sheet.url,
            (&words.scan, &words.scan_alt),
            Field::JoinAddress,
        )?;
        Ok(self.step(2, &words.link, blocks, Some(scan)))
    }

    fn step(&self, number: u32, heading: &str, blocks: Vec<Block>, scan: Option<Scan>) -> Step {
        let prepare = |text: &str, colour| self.setter.prepare(text, Voice::Display, colour);
        Step {
            number: prepare(&format!("{number}\u{a0}"), Colour::WHITE),
            heading: prepare(heading, Colour::INK),
            column: Column::new(blocks),
            scan,
        }
    }

    fn scan(&self, text: &str, (caption, alt): (&str, &str), field: Field) -> Result<Scan, Error> {
        let code = qr::encode_firmly(text).ok_or_else(|| ErrorKind::CodeTooLong {
            field,
            characters: text.chars().count(),
        })?;
        Ok(Scan {
            code,
            caption: self.setter.prepare(caption, Voice::Bold, Colour::INK),
            alt: alt.to_owned(),
            field,
        })
    }

    fn says(&self, kind: Kind, text: &str, field: Field) -> Block {
        Block {
            kind,
            text: self.setter.prepare(text, Voice::Regular, Colour::INK),
            role: Role::Paragraph,
            field,
        }
    }

    /// What people type over, in the face in which no two characters look alike.
    fn key(&self, kind: Kind, text: &str, field: Field) -> Block {
        Block {
            kind,
            text: self
                .setter
                .prepare(&verbatim(text), Voice::Bold, Colour::INK),
            role: Role::Paragraph,
            field,
        }
    }
}

/// What people wrote, on one line.
fn one_line(text: &str) -> String {
    polish(text).replace('\n', " ")
}
