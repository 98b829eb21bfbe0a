//! Numbers of events and moments: never negative here, signed in SQLite.

use rusqlite::{Error, Row};

/// A number on its way in.
pub(crate) fn signed(number: u64) -> Result<i64, Error> {
    i64::try_from(number).map_err(|source| Error::ToSqlConversionFailure(source.into()))
}

/// A number on its way out.
pub(crate) fn number(row: &Row<'_>, column: usize) -> Result<u64, Error> {
    let signed: i64 = row.get(column)?;
    u64::try_from(signed).map_err(|_| Error::IntegralValueOutOfRange(column, signed))
}
