//! Backups: a second file that a session can go on from.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Error, ErrorKind, Result, sql};
use crate::{Ledger, Report, chain, file, verify};

impl Ledger {
    /// Writes a copy, opens and checks it, syncs it, and only then gives it its name. An earlier backup makes place for it.
    ///
    /// # Errors
    ///
    /// `Exists` where the file there is no earlier state of this ledger (a session may have gone on from it), `InUse` where it
    /// is open, `CannotWrite`, or `Damaged` where the copy is not what it should be. The file that was there then still is.
    pub fn backup(&self, to: &Path) -> Result<Report> {
        self.may_replace(to)?;
        let fresh = file::beside(to, ".part");
        file::remove(&fresh)?;
        let report = self.copy(&fresh).and_then(|()| self.same(&fresh));
        let done = report.and_then(|report| {
            file::remove_sides(to)?;
            file::publish(&fresh, to)?;
            Ok(report)
        });
        if done.is_err() {
            // What was half written only takes space; that this may fail too changes nothing.
            let _ = file::remove(&fresh);
        }
        done
    }

    /// Checks the open file as [`verify`](crate::verify()) does.
    ///
    /// # Errors
    ///
    /// That it cannot be read.
    pub fn check(&self) -> Result<Report> {
        verify::report(self.connection()?, self.path())
    }

    fn copy(&self, to: &Path) -> Result<()> {
        let cannot = |source| sql(to, source, ErrorKind::CannotWrite);
        let mut copy = Connection::open(to).map_err(cannot)?;
        let steps = Backup::new(self.connection()?, &mut copy).map_err(cannot)?;
        match steps.step(-1).map_err(cannot)? {
            StepResult::Done => {}
            _ => return Err(ErrorKind::CannotWrite.at(to)),
        }
        drop(steps);
        copy.close().map_err(|(_, source)| cannot(source))
    }

    /// Reads the copy back from disk and compares it with what was written.
    fn same(&self, copy: &Path) -> Result<Report> {
        let connection = file::open(copy)?;
        let report = verify::report(&connection, copy)?;
        connection
            .close()
            .map_err(|(_, source)| sql(copy, source, ErrorKind::CannotWrite))?;
        let same = report.is_sound()
            && report.events == self.last_seq()
            && report.head == chain::hex(self.head());
        if same {
            Ok(report)
        } else {
            Err(ErrorKind::Damaged { seq: 0 }.at(copy))
        }
    }

    /// Only an earlier state of this ledger makes place, or one that can no longer be read.
    fn may_replace(&self, path: &Path) -> Result<()> {
        let other = match file::open(path) {
            Ok(other) => other,
            Err(Error {
                kind: ErrorKind::Missing | ErrorKind::Damaged { .. },
                ..
            }) => return Ok(()),
            Err(Error {
                kind: ErrorKind::NotALedger | ErrorKind::Newer { .. },
                ..
            }) => return Err(ErrorKind::Exists.at(path)),
            Err(error) => return Err(error),
        };
        let cannot = |source| sql(path, source, ErrorKind::CannotRead);
        let there = "SELECT seq, chain FROM event ORDER BY seq DESC LIMIT 1";
        let there: Option<(i64, Vec<u8>)> = other
            .query_row(there, (), |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
            .map_err(cannot)?;
        let Some((seq, link)) = there else {
            return Ok(());
        };
        let here =
            self.connection()?
                .query_row("SELECT chain FROM event WHERE seq = ?1", [seq], |row| {
                    row.get::<_, Vec<u8>>(0)
                });
        let here = here
            .optional()
            .map_err(|source| sql(self.path(), source, ErrorKind::CannotRead))?;
        if here == Some(link) {
            Ok(())
        } else {
            Err(ErrorKind::Exists.at(path))
        }
    }
}
