//! Requests that open, close and read files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use protocol::{
    Caller, Failure, FileLine, LogPage, Prepare, PrepareFiles, Prepared, RejectedPage, Request,
    SavedFile,
};

use super::mapping::{number, taken_before};
use super::{Draft, Mapping, Open};
use crate::desk::backup::Backups;
use crate::desk::lock;
use crate::house::{self, DRAFT};
use crate::page::page;
use crate::{App, Language, file};

/// What the file names of exports end with.
const EXPORTS: &[&str] = &["csv", "tsv", "txt", "xlsx", "ods"];
/// What the file name of a codebook ends with.
const CODEBOOK: &str = "codeboek";
/// How the place of a screen begins that shows an open draft.
const STAGES: &str = "prepare/";
/// The most lines of one page of the log, or of rows that were left behind.
const MOST_LOG: u32 = 500;

impl App {
    pub(super) fn prepare_files(&self, ask: Prepare) -> Result<Prepared, Failure> {
        match ask {
            Prepare::New { name, language } => {
                let folder = &self.edges.folder;
                file::make_folder(folder)?;
                let path = file::free_path(folder, &file::name_for(&name), DRAFT);
                let draft = Draft::begin(&path, &name, Language::of(&language), self.now())?;
                self.opened(draft)
            }
            Prepare::Open { path } => {
                let path = Path::new(&path);
                let open = self.preparing.open().ok();
                if open.is_some_and(|open| open.draft.path() == path) {
                    return self.draft_view();
                }
                self.progress("draft", 0, 1);
                let draft = Draft::open(path)?;
                self.progress("draft", 1, 1);
                self.opened(draft)
            }
            Prepare::Close => {
                self.preparing.close();
                Ok(Prepared::Files(self.files()))
            }
            Prepare::Draft => self.draft_view(),
            Prepare::Log { offset, limit } => {
                let bench = self.preparing.draft()?.bench()?;
                Ok(Prepared::Log(LogPage {
                    total: number(bench.log.len()),
                    lines: page(&bench.log, offset, limit.min(MOST_LOG))
                        .cloned()
                        .collect(),
                }))
            }
            _ => Ok(Prepared::Files(self.files())),
        }
    }

    fn opened(&self, draft: Draft) -> Result<Prepared, Failure> {
        let draft = Arc::new(draft);
        let backups = Backups::start(&draft, Arc::clone(&self.edges));
        // That it is open counts; that it cannot be remembered shows when something is written.
        let _ = self.remember_last(|last| last.draft = Some(draft.path().to_owned()));
        self.preparing.replace(Some(Open { draft, backups }));
        self.draft_view()
    }

    /// The drafts in the folder, the newest first; before them the one that was worked on last, wherever it is.
    pub(crate) fn drafts(&self) -> Vec<FileLine> {
        let mut drafts = house::list(&self.edges.folder, DRAFT);
        let last = lock(&self.last).draft.clone();
        if let Some(last) = last.and_then(|path| house::line(&path)) {
            drafts.retain(|line| line.path != last.path);
            drafts.insert(0, last);
        }
        drafts
    }

    /// Opens the draft that was worked on last, where that is what the screen showed last.
    pub(crate) fn resume_draft(&self, caller: &Caller) {
        let last = lock(&self.last).clone();
        if let (Some(path), true) = (&last.draft, last.route.starts_with(STAGES)) {
            let path = file::text(path);
            self.call(
                caller,
                Request::Prepare {
                    ask: Box::new(Prepare::Open { path }),
                },
            );
        }
    }

    fn draft_view(&self) -> Result<Prepared, Failure> {
        let open = self.preparing.open()?;
        let mapping = lock(&self.preparing.mapping)
            .as_ref()
            .map(|mapping| mapping.name().to_owned());
        let mut view = open.draft.overview()?;
        view.backup = open.backups.last();
        view.mapping = mapping;
        Ok(Prepared::Draft(view))
    }

    fn files(&self) -> PrepareFiles {
        let folder = &self.edges.folder;
        let named = |line: FileLine| {
            let name = Path::new(&line.path)
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            FileLine {
                name: name.unwrap_or_default(),
                ..line
            }
        };
        let all = |endings: &[&str]| {
            let mut lines: Vec<FileLine> = endings
                .iter()
                .flat_map(|ending| house::list(folder, ending))
                .map(named)
                .collect();
            lines.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.name.cmp(&b.name)));
            lines
        };
        let mut codebooks = all(&[CODEBOOK, "json"]);
        // What the program itself keeps in the folder is no codebook.
        codebooks.retain(|line| line.name != house::LAST);
        PrepareFiles {
            folder: file::text(folder),
            drafts: self.drafts(),
            exports: all(EXPORTS),
            codebooks,
            open: self
                .preparing
                .draft()
                .ok()
                .map(|draft| file::text(draft.path())),
            dialogs: self.edges.dialogs,
        }
    }

    pub(super) fn prepare_intake(&self, ask: Prepare) -> Result<Prepared, Failure> {
        // An export is looked at to be taken in somewhere.
        let draft = self.preparing.draft()?;
        match ask {
            Prepare::ReadExport { path, how } => {
                self.progress("intake", 0, 1);
                let mapping = Mapping::read(Path::new(&path), &how)?;
                self.progress("intake", 1, 1);
                let view = mapping.view();
                *lock(&self.preparing.mapping) = Some(mapping);
                return Ok(Prepared::Mapping(view));
            }
            Prepare::ForgetExport => {
                *lock(&self.preparing.mapping) = None;
                return self.draft_view();
            }
            Prepare::Rejected {
                source,
                offset,
                limit,
            } => {
                let sources = draft.sources();
                let about = sources
                    .about(&source)
                    .ok_or_else(|| Failure::NotInSnapshot {
                        what: source.to_string(),
                    })?;
                return Ok(Prepared::Rejected(RejectedPage {
                    total: number(about.rejected.len()),
                    lines: page(&about.rejected, offset, limit.min(MOST_LOG))
                        .cloned()
                        .collect(),
                    unmapped: about.unmapped.clone(),
                }));
            }
            Prepare::TakeIn { ref id, .. } => {
                if let Some(before) = taken_before(&draft, id) {
                    return Ok(Prepared::Taken(before));
                }
            }
            _ => {}
        }
        let mut mapping = lock(&self.preparing.mapping);
        let open = mapping.as_mut().ok_or(Failure::NoExport)?;
        match ask {
            Prepare::SetItem { item, to } => open.set_item(item, to)?,
            Prepare::JoinColumns { columns, text } => open.join(&columns, &text)?,
            Prepare::TakeApart { item } => open.take_apart(item)?,
            Prepare::SetCodebook { codebook } => open.set_codebook(codebook),
            Prepare::LoadCodebook { path } => open.load(Path::new(&path))?,
            Prepare::SaveCodebook { path } => {
                let path = path.map_or_else(|| self.codebook_path(open.name()), PathBuf::from);
                open.save(&path)?;
                return Ok(Prepared::Saved(SavedFile {
                    path: file::text(&path),
                }));
            }
            Prepare::TakeIn { id, without_bad } => {
                self.progress("taking", 0, 1);
                let taken = open.take_in(&draft, &id, without_bad, self.now())?;
                *mapping = None;
                self.progress("taking", 1, 1);
                return Ok(Prepared::Taken(taken));
            }
            _ => {}
        }
        Ok(Prepared::Mapping(open.view()))
    }

    /// Where the codebook of an export is saved; the one that was saved for it before makes place.
    fn codebook_path(&self, export: &str) -> PathBuf {
        let stem = Path::new(export).file_stem().unwrap_or_default();
        let name = file::name_for(&stem.to_string_lossy());
        self.edges.folder.join(format!("{name}.{CODEBOOK}"))
    }
}
