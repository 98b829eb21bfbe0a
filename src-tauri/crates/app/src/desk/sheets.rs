//! Requests about what is printed.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use protocol::{Failure, Printed, Reply, Request, Sheet, SheetPages, Wifi};

use super::{App, lock};
use crate::page::page;
use crate::sheets::{
    Document, Entrance, Press, Printing, count, file_name, sheet_in, write_set, write_sheets,
};
use crate::sitting::Sitting;
use crate::{Language, file};

/// So many sheets are remembered as they were laid out.
const REMEMBERED: usize = 4;
/// So many pages are given at once.
const MOST_PAGES: u32 = 8;

/// Sheets that were laid out lately: whoever leafs through one does not wait for each page.
#[derive(Default)]
pub(super) struct Proofs(Mutex<VecDeque<(Proof, Arc<Vec<Document>>)>>);

/// What a laid-out sheet follows from.
#[derive(Clone, PartialEq)]
struct Proof {
    sheet: Sheet,
    language: Language,
    run: String,
    seq: u64,
    /// Whether the snapshot was there.
    whole: bool,
    address: String,
    wifi: Wifi,
}

impl App {
    pub(super) fn on_paper(&self, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::SheetPreview {
                sheet,
                from,
                count,
                language,
            } => self.pages(sheet, from, count, Language::of(&language)),
            Request::CardStories { choice, language } => {
                let open = self.open();
                let sitting = open.sitting.ok_or(Failure::NoSession)?;
                let language = Language::of(&language);
                let press = Press::new(&sitting, open.shelf.as_deref(), None, language);
                Ok(Reply::CardStories(press.card_stories(&choice)?))
            }
            Request::PrintSheets { sheets, language } => {
                self.print(&language, |press, printing| {
                    write_sheets(press, &sheets, printing, &mut |done, of| {
                        self.progress("sheets", done, of);
                    })
                })
            }
            Request::PrintSet { set, language } => self.print(&language, |press, printing| {
                let folder = printing.folder.join(file_name("set", press.language()));
                let printing = Printing {
                    folder,
                    ..printing.clone()
                };
                write_set(press, &set, &printing, &mut |done, of| {
                    self.progress("sheets", done, of);
                })
            }),
            _ => Err(Failure::BadRequest),
        }
    }

    /// Some pages of a sheet; those of all its files are counted on.
    fn pages(
        &self,
        sheet: Sheet,
        from: u32,
        wanted: u32,
        language: Language,
    ) -> Result<Reply, Failure> {
        let documents = self.laid_out(sheet, language)?;
        let all = || {
            documents.iter().flat_map(|document| {
                let pages = document.laid_out.sheets.pages.len();
                (0..pages).map(move |nth| (document, nth))
            })
        };
        let pages = page(all(), from, wanted.min(MOST_PAGES))
            .filter_map(|(document, nth)| document.laid_out.page(nth));
        let mut before = 0;
        let mut warnings = Vec::new();
        for document in documents.iter() {
            warnings.extend(document.laid_out.warnings.iter().cloned().map(|mut it| {
                it.page += before;
                it
            }));
            before += count(document.laid_out.sheets.pages.len());
        }
        Ok(Reply::SheetPages(SheetPages {
            pages: pages.collect(),
            of: count(all().count()),
            warnings,
        }))
    }

    fn laid_out(&self, sheet: Sheet, language: Language) -> Result<Arc<Vec<Document>>, Failure> {
        let open = self.open();
        let sitting = open.sitting.ok_or(Failure::NoSession)?;
        let shelf = open.shelf.as_deref();
        let proof = Proof {
            sheet,
            language,
            run: sitting.run().to_owned(),
            seq: sitting.state().seq(),
            whole: shelf.is_some(),
            address: self.status().address,
            wifi: self.wifi(),
        };
        let known = lock(&self.proofs.0)
            .iter()
            .find(|(known, _)| *known == proof)
            .map(|(_, documents)| Arc::clone(documents));
        if let Some(known) = known {
            return Ok(known);
        }
        let press = Press::new(&sitting, shelf, self.entrance(), language);
        let documents = Arc::new(press.documents(&proof.sheet)?);
        let mut proofs = lock(&self.proofs.0);
        proofs.truncate(REMEMBERED - 1);
        proofs.push_front((proof, Arc::clone(&documents)));
        Ok(documents)
    }

    fn print(
        &self,
        language: &str,
        write: impl FnOnce(&Press<'_>, &Printing) -> Result<Printed, Failure>,
    ) -> Result<Reply, Failure> {
        let open = self.open();
        let sitting = open.sitting.ok_or(Failure::NoSession)?;
        let language = Language::of(language);
        let press = Press::new(&sitting, open.shelf.as_deref(), self.entrance(), language);
        let printing = Printing {
            language,
            pictures: false,
            folder: self.sheet_folder(&sitting),
            address: None,
            wifi: Wifi::default(),
        };
        Ok(Reply::Printed(write(&press, &printing)?))
    }

    /// Shows a written sheet, after looking whether it is one, in the system's viewer; where there is none, says where it is.
    pub(super) fn sheet(&self, path: &Path) -> Result<Reply, Failure> {
        let found = sheet_in(&self.posters(), path).ok_or_else(|| match path.exists() {
            true => file::bad(path, "no_sheet", Vec::new()),
            false => Failure::FileMissing {
                path: file::text(path),
            },
        })?;
        if let Some(opener) = &self.edges.opener {
            opener(&found);
        }
        Ok(Reply::Sheet {
            address: file::text(&found),
        })
    }

    /// How devices come in, while they can.
    fn entrance(&self) -> Option<Entrance> {
        let address = self.status().address;
        (!address.is_empty()).then(|| Entrance {
            wifi: crate::lan::printed(self.wifi()),
            codes: self.join_codes(&address),
            address,
        })
    }

    /// The folder of the sheets of a session.
    fn sheet_folder(&self, sitting: &Sitting) -> PathBuf {
        let name = sitting.path().file_stem().unwrap_or_default();
        self.posters().join(name)
    }
}
