//! The join sheets of the tables.

use print::{JoinSheet, JoinWords, lay_out_join};
use protocol::{Failure, JoinCode, Printed, Reply};
use workshop::{Refusal, TableId};

use crate::lan::printed;
use crate::paper::{LaidOut, defect, meta};
use crate::poster;
use crate::{App, Language};

impl App {
    /// The join sheet of a table as it comes out of the printer.
    pub(crate) fn join_sheet(&self, table: TableId, language: Language) -> Result<Reply, Failure> {
        let laid_out = self.lay_out(language, |code| code.table == table)?;
        Ok(Reply::PosterPreview(laid_out.preview()))
    }

    /// Writes the join sheets of all tables into one file, so that they come out of the printer at once.
    pub(crate) fn print_join_sheets(
        &self,
        language: Language,
        show: bool,
    ) -> Result<Reply, Failure> {
        let laid_out = self.lay_out(language, |_| true)?;
        let path = self.sheets(&*self.sitting()?);
        let path = path.join(language.say("print.join.file", &[]));
        let written = Printed {
            paths: vec![laid_out.write(&path, false)?],
            warnings: laid_out.warnings,
        };
        Ok(self.printed(written, show))
    }

    fn lay_out(
        &self,
        language: Language,
        wanted: impl Fn(&JoinCode) -> bool,
    ) -> Result<LaidOut, Failure> {
        let sitting = self.sitting()?;
        let (address, wifi) = (self.status().address, printed(self.wifi()));
        if address.is_empty() {
            return Err(Failure::LanOff);
        }
        // Before the state is held: a commit holds the file first and then the state, so that the other order would wait for ever.
        let mut codes = self.join_codes(&address);
        codes.retain(wanted);
        if codes.is_empty() {
            let what = "table".to_owned();
            let refusal = Refusal::Gone { what };
            return Err(Failure::Refused { refusal });
        }
        let state = sitting.state();
        let session = state.session().ok_or(Failure::NoSession)?;
        let words = [session.name.clone(), poster::day_words(session, language)];
        let title = words.join(" · ").trim_matches([' ', '·']).to_owned();
        let tables: Vec<Option<TableId>> = codes.iter().map(|code| Some(code.table)).collect();
        let sheet = |code: JoinCode| JoinSheet {
            language: poster::printed(language),
            session: title.clone(),
            region: poster::region_words(session, language),
            number: u32::from(code.table.0),
            name: state
                .table(code.table)
                .map(|table| table.name.clone())
                .unwrap_or_default(),
            wifi: wifi.clone(),
            url: code.link,
            address: address.clone(),
            code: code.code,
        };
        let sheets: Vec<JoinSheet> = codes.into_iter().map(sheet).collect();
        let words = JoinWords::from_lookup(|key| language.find(key).map(str::to_owned));
        let laid_out = lay_out_join(&sheets, &words.map_err(|error| defect(&error))?);
        let meta = meta(Some(session), title.clone(), language);
        Ok(LaidOut::new(
            laid_out.map_err(|error| defect(&error))?,
            &tables,
            meta,
        ))
    }
}
