//! Why an export, or a definition beside it, cannot be worked with: codes with parameters; the words are in the locales.

use thiserror::Error as ThisError;

/// Why a file cannot be taken in at all. What is wrong with one row only is a [`Rejected`](crate::Rejected).
#[derive(Clone, Debug, Eq, PartialEq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// The file is larger than an export may be.
    #[error("the file has {bytes} bytes, more than {most}")]
    TooLarge {
        /// The size of the file.
        bytes: u64,
        /// The largest size.
        most: u64,
    },
    /// An archive holds more than it may when it is unpacked.
    #[error("the archive unpacks to more than {most} bytes")]
    Inflated {
        /// The largest unpacked size.
        most: u64,
    },
    /// An archive has more files in it than it may.
    #[error("the archive has {found} entries, more than {most}")]
    Entries {
        /// The number of entries that it says to have.
        found: u64,
        /// The largest number.
        most: u64,
    },
    /// There are more rows than may be taken in.
    #[error("there are more than {most} rows")]
    Rows {
        /// The largest number.
        most: u64,
    },
    /// A row has more columns than may be taken in.
    #[error("row {row} has more than {most} columns")]
    Columns {
        /// The row in the file, from 1.
        row: u64,
        /// The largest number.
        most: u64,
    },
    /// All cells together are more than may be taken in.
    #[error("the cells hold more than {most} bytes")]
    Cells {
        /// The largest number of bytes.
        most: u64,
    },
    /// There is nothing in it, or headers only.
    #[error("there are no rows")]
    Empty,
    /// It is no table: a picture, a document, a program.
    #[error("this is no table")]
    NotATable,
    /// It is a workbook of the old kind (`.xls`, `.xlsb`).
    #[error("this is a workbook of the old kind")]
    OldWorkbook,
    /// It is protected with a password.
    #[error("the workbook has a password")]
    Locked,
    /// The archive of a workbook is cut off or broken.
    #[error("the workbook is damaged: {detail}")]
    Damaged {
        /// What was found, for who repairs it.
        detail: String,
    },
    /// The workbook brings a document type, which may pull in other files.
    #[error("{entry} has a document type")]
    Doctype {
        /// The entry of the archive.
        entry: String,
    },
    /// There is no such sheet.
    #[error("there is no sheet {sheet}")]
    NoSheet {
        /// The name that was asked for.
        sheet: String,
    },
    /// The bytes are not of the encoding that was asked for.
    #[error("row {row} is not {encoding}")]
    Encoding {
        /// The encoding.
        encoding: String,
        /// The first row that is not, from 1.
        row: u64,
    },
    /// A codebook of a newer version of the program.
    #[error("the codebook has version {found}; this program reads version {known}")]
    CodebookNewer {
        /// The version of the file.
        found: u32,
        /// The newest version that can be read.
        known: u32,
    },
    /// A codebook that cannot be read.
    #[error("the codebook cannot be read: {detail}")]
    Codebook {
        /// What was found, for who repairs it.
        detail: String,
    },
    /// A story form (NarraFirma) that says something impossible.
    #[error("row {row} of the form: {column} cannot be {value}")]
    Form {
        /// The row, from 1.
        row: u64,
        /// The column.
        column: String,
        /// What stands there.
        value: String,
    },
    /// A signifier definition (SenseMaker) that cannot be read.
    #[error("the definition cannot be read: {detail}")]
    Signifiers {
        /// What was found, for who repairs it.
        detail: String,
    },
}

impl Error {
    /// All codes, for the test that every language has words for them.
    pub const CODES: &[&str] = &[
        "intake_too_large",
        "intake_inflated",
        "intake_entries",
        "intake_rows",
        "intake_columns",
        "intake_cells",
        "intake_empty",
        "intake_not_a_table",
        "intake_old_workbook",
        "intake_locked",
        "intake_damaged",
        "intake_doctype",
        "intake_no_sheet",
        "intake_encoding",
        "intake_codebook_newer",
        "intake_codebook",
        "intake_form",
        "intake_signifiers",
    ];

    /// The code for which the locales have words, under `file.`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "intake_too_large",
            Self::Inflated { .. } => "intake_inflated",
            Self::Entries { .. } => "intake_entries",
            Self::Rows { .. } => "intake_rows",
            Self::Columns { .. } => "intake_columns",
            Self::Cells { .. } => "intake_cells",
            Self::Empty => "intake_empty",
            Self::NotATable => "intake_not_a_table",
            Self::OldWorkbook => "intake_old_workbook",
            Self::Locked => "intake_locked",
            Self::Damaged { .. } => "intake_damaged",
            Self::Doctype { .. } => "intake_doctype",
            Self::NoSheet { .. } => "intake_no_sheet",
            Self::Encoding { .. } => "intake_encoding",
            Self::CodebookNewer { .. } => "intake_codebook_newer",
            Self::Codebook { .. } => "intake_codebook",
            Self::Form { .. } => "intake_form",
            Self::Signifiers { .. } => "intake_signifiers",
        }
    }

    /// The parameters for the words.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        let mebibytes = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
        match self {
            Self::TooLarge { bytes, most } => {
                vec![("size", mebibytes(*bytes)), ("most", mebibytes(*most))]
            }
            Self::Inflated { most } | Self::Cells { most } => vec![("most", mebibytes(*most))],
            Self::Entries { found, most } => {
                vec![("found", found.to_string()), ("most", most.to_string())]
            }
            Self::Rows { most } => vec![("most", most.to_string())],
            Self::Columns { row, most } => {
                vec![("row", row.to_string()), ("most", most.to_string())]
            }
            Self::Doctype { entry } => vec![("entry", entry.clone())],
            Self::NoSheet { sheet } => vec![("sheet", sheet.clone())],
            Self::Encoding { encoding, row } => {
                vec![("encoding", encoding.clone()), ("row", row.to_string())]
            }
            Self::CodebookNewer { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
            Self::Damaged { detail } | Self::Codebook { detail } | Self::Signifiers { detail } => {
                vec![("detail", detail.clone())]
            }
            Self::Form { row, column, value } => vec![
                ("row", row.to_string()),
                ("column", column.clone()),
                ("value", value.clone()),
            ],
            Self::Empty | Self::NotATable | Self::OldWorkbook | Self::Locked => Vec::new(),
        }
    }
}
