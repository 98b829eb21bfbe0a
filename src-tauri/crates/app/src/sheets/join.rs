//! The sheets that say how to join with a phone.

use ::print::{JoinSheet, JoinWords, Wifi, lay_out_join};
use protocol::{Failure, JoinCode};
use workshop::TableId;

use super::{Document, Press, Sort, defect, gone, words};
use crate::poster;

/// How devices come in.
pub(crate) struct Entrance {
    /// The address to type.
    pub address: String,
    /// The Wi-Fi, where it is known.
    pub wifi: Option<Wifi>,
    /// The codes of the tables.
    pub codes: Vec<JoinCode>,
}

impl Press<'_> {
    /// The join sheets of tables in one file, so that they come out of the printer at once.
    pub(super) fn join(&self, wanted: &[TableId]) -> Result<Vec<Document>, Failure> {
        let entrance = self.entrance.as_ref().ok_or(Failure::LanOff)?;
        let tables = self.tables(wanted)?;
        let session = self.session()?;
        let title = self.title();
        let sheet = |code: &JoinCode| JoinSheet {
            language: poster::printed(self.language),
            session: title.clone(),
            region: poster::region_words(session, self.language),
            number: u32::from(code.table.0),
            name: self
                .state
                .table(code.table)
                .map(|table| table.name.clone())
                .unwrap_or_default(),
            wifi: entrance.wifi.clone(),
            url: code.link.clone(),
            address: entrance.address.clone(),
            code: code.code.clone(),
        };
        let codes: Vec<&JoinCode> = tables
            .iter()
            .filter_map(|table| entrance.codes.iter().find(|code| code.table == *table))
            .collect();
        if codes.is_empty() {
            return Err(gone());
        }
        let tables: Vec<Option<TableId>> = codes.iter().map(|code| Some(code.table)).collect();
        let sheets: Vec<JoinSheet> = codes.into_iter().map(sheet).collect();
        let words = JoinWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let laid_out = lay_out_join(&sheets, &words).map_err(|error| defect(&error))?;
        Ok(vec![self.document(Sort::Join, laid_out, &tables)])
    }

    /// The session and its day, as in 'Oost-Groningen, deel 1 · 22 november 2026'.
    pub(super) fn title(&self) -> String {
        let session = self.state.session();
        let words = session.map(|session| {
            let day = poster::day_words(session, self.language);
            [session.name.trim().to_owned(), day].join(" · ")
        });
        let words = words.unwrap_or_default();
        words.trim_matches([' ', '·']).to_owned()
    }
}
