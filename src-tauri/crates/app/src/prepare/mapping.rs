//! The export that is being looked at: what its columns are, and what would come of it.

use std::path::{Path, PathBuf};

use intake::{Codebook, CodebookItem, ColumnRefusal, Export, Fit, How, Remark, Taken};
use preparation::{Command, SourceId};
use protocol::{Failure, MappingView, Outcome, TakenIn};
use sha2::{Digest as _, Sha256};
use stories::StoryId;
use workshop::CommandId;

use super::Draft;
use super::book::PrepareOrder;
use super::source::{About, Kept};
use crate::file;

/// The largest codebook, form or definition that is read.
const LARGEST_CODEBOOK: u64 = 8 << 20;
/// So many rows that would be left behind are shown.
const SHOWN: usize = 200;

/// The export that is being looked at.
pub struct Mapping {
    path: PathBuf,
    /// SHA-256 of the file, in hexadecimal.
    digest: String,
    export: Export,
    codebook: Codebook,
    /// How a codebook of an earlier export fits.
    fit: Option<Fit>,
    /// What a form or definition said.
    remarks: Vec<Remark>,
}

impl Mapping {
    /// Reads an export and proposes what its columns are.
    ///
    /// # Errors
    /// That it cannot be read, or is no table.
    pub fn read(path: &Path, how: &How) -> Result<Self, Failure> {
        let bytes = file::read(path, how.limits.bytes)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let export = intake::open(&bytes, &name, how).map_err(|error| unfit(path, &error))?;
        let digest = Sha256::digest(&bytes);
        Ok(Self {
            path: path.to_owned(),
            digest: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
            codebook: intake::propose(&export),
            export,
            fit: None,
            remarks: Vec::new(),
        })
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        &self.export.name
    }

    /// The codebook as it stands.
    pub fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    /// Uses a saved codebook, a story form of NarraFirma, or a signifier definition of SenseMaker, whichever the file is.
    ///
    /// # Errors
    /// That it cannot be read, or is none of these.
    pub fn load(&mut self, path: &Path) -> Result<(), Failure> {
        let bytes = file::read(path, LARGEST_CODEBOOK)?;
        let json = bytes
            .iter()
            .find(|byte| !byte.is_ascii_whitespace() && **byte < 128)
            .is_some_and(|byte| matches!(byte, b'{' | b'['));
        let signifiers = json
            && serde_json::from_slice::<serde_json::Value>(&bytes)
                .is_ok_and(|value| value.get("signifiers").is_some());
        let mut codebook = self.codebook.clone();
        let remarks = if signifiers {
            intake::apply_signifiers(&mut codebook, &self.export, &bytes)
        } else if json {
            codebook = Codebook::from_json(&bytes).map_err(|error| unfit(path, &error))?;
            Ok(Vec::new())
        } else {
            intake::apply_form(&mut codebook, &self.export, &bytes)
        };
        self.remarks = remarks.map_err(|error| unfit(path, &error))?;
        self.fit = (json && !signifiers).then(|| codebook.fit(&self.export));
        self.codebook = codebook;
        Ok(())
    }

    /// Saves the codebook as it stands.
    ///
    /// # Errors
    /// That it cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), Failure> {
        let text = self
            .codebook
            .to_json()
            .map_err(|error| unfit(path, &error))?;
        file::write_whole(path, text.as_bytes())
    }

    /// Puts a codebook in the place of what stands.
    pub fn set_codebook(&mut self, codebook: Codebook) {
        self.codebook = codebook;
    }

    /// Changes one item of the codebook, adds one, or takes one away.
    ///
    /// # Errors
    /// That there is no such item.
    pub fn set_item(&mut self, item: Option<u32>, to: Option<CodebookItem>) -> Result<(), Failure> {
        let items = &mut self.codebook.items;
        match (item, to) {
            (None, None) => return Err(Failure::BadRequest),
            (None, Some(to)) => items.push(to),
            (Some(nth), to) => {
                let nth = nth as usize;
                let place = items.get_mut(nth).ok_or(Failure::BadRequest)?;
                match to {
                    Some(to) => *place = to,
                    None => drop(items.remove(nth)),
                }
            }
        }
        Ok(())
    }

    /// Puts columns together into one several-choice question.
    ///
    /// # Errors
    /// Why they cannot be put together.
    pub fn join(&mut self, columns: &[u32], text: &str) -> Result<(), Failure> {
        let joined = self.codebook.join(&self.export, columns, text);
        joined.map(drop).map_err(ungrouped)
    }

    /// Takes a question of several columns apart.
    ///
    /// # Errors
    /// That there is no such item, or it has one column only.
    pub fn take_apart(&mut self, item: u32) -> Result<(), Failure> {
        let apart = self.codebook.take_apart(&self.export, item);
        apart.map_err(ungrouped)
    }

    /// What a screen shows of it.
    pub fn view(&self) -> MappingView {
        let export = &self.export;
        let mut remarks = export.remarks.clone();
        remarks.extend(self.remarks.iter().cloned());
        MappingView {
            path: file::text(&self.path),
            name: export.name.clone(),
            format: export.format,
            encoding: export.encoding,
            delimiter: export.delimiter,
            sheet: export.sheet.clone(),
            sheets: export.sheets.clone(),
            source: export.source,
            header_rows: export.header_rows,
            rows: number(export.len()),
            broken: export.broken.clone(),
            remarks,
            columns: intake::describe(export, &self.codebook),
            codebook: self.codebook.clone(),
            fit: self.fit.clone(),
            outcome: outcome(&self.taken()),
        }
    }

    fn taken(&self) -> Taken {
        intake::take_in(&self.export, &self.codebook)
    }

    /// Whether it could be taken in.
    ///
    /// # Errors
    /// `BadRows` and `NothingToTake`, as [`Self::take_in`] would.
    pub fn may_take(&self, without_bad: bool) -> Result<(), Failure> {
        may_take(&self.taken(), without_bad).map(drop)
    }

    /// Takes the export into a draft. The same id again gives the same answer.
    ///
    /// # Errors
    /// `BadRows`, where rows cannot be and are not to be left behind; `NothingToTake`; what the rules of preparing say; or that it
    /// cannot be written. Nothing was taken in then.
    pub fn take_in(
        &self,
        draft: &Draft,
        id: &CommandId,
        without_bad: bool,
        now: u64,
    ) -> Result<TakenIn, Failure> {
        let taken = self.taken();
        let responses = may_take(&taken, without_bad)?;
        let codebook = self
            .codebook
            .to_json()
            .map_err(|error| unfit(&self.path, &error))?;
        let source = SourceId(id.0.clone());
        let offset = draft.state().next_offset();
        let first = taken
            .stories
            .first()
            .map(|story| StoryId(offset + story.id.0));
        let outcome = outcome(&taken);
        let order = PrepareOrder::own(
            id.clone(),
            Command::TakeIn {
                id: source.clone(),
                file: self.export.name.clone(),
                digest: self.digest.clone(),
                responses,
                questions: taken.questions,
                codebook,
                offset,
            },
        );
        let kept = Kept {
            stories: taken.stories,
            about: About {
                rows: taken.rows,
                rejected: taken.rejected,
                unmapped: taken.unmapped,
                remarks: taken.remarks,
            },
        };
        draft.take(order, &source, kept, now)?;
        Ok(TakenIn {
            source,
            outcome,
            first,
        })
    }
}

/// The answer to a take-in that was carried out before: of what is kept, because the export may no longer be looked at.
pub(super) fn taken_before(draft: &Draft, id: &CommandId) -> Option<TakenIn> {
    let source = SourceId(id.0.clone());
    let state = draft.state();
    let known = state.source(&source)?;
    let sources = draft.sources();
    let about = sources.about(&source)?;
    let raw = sources.raw.sources.iter().find(|it| it.id == source)?;
    let first = raw.stories.first();
    Some(TakenIn {
        outcome: Outcome {
            questions: number(known.questions.len()),
            stories: number(raw.stories.len()),
            rejected: number(about.rejected.len()),
            rows: about.rejected.iter().take(SHOWN).cloned().collect(),
            unmapped: about.unmapped.clone(),
            remarks: about.remarks.clone(),
        },
        first: first.map(|story| StoryId(known.offset + story.id.0)),
        source,
    })
}

/// The number of the last story, where it may be taken in.
fn may_take(taken: &Taken, without_bad: bool) -> Result<u32, Failure> {
    if !taken.rejected.is_empty() && !without_bad {
        return Err(Failure::BadRows {
            count: number(taken.rejected.len()),
        });
    }
    let last = taken.stories.last().map(|story| story.id.0);
    last.ok_or(Failure::NothingToTake)
}

fn outcome(taken: &Taken) -> Outcome {
    Outcome {
        questions: number(taken.questions.len()),
        stories: number(taken.stories.len()),
        rejected: number(taken.rejected.len()),
        rows: taken.rejected.iter().take(SHOWN).cloned().collect(),
        unmapped: taken.unmapped.clone(),
        remarks: taken.remarks.clone(),
    }
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn ungrouped(refusal: ColumnRefusal) -> Failure {
    Failure::Ungrouped { refusal }
}

fn unfit(path: &Path, error: &intake::Error) -> Failure {
    file::bad(path, error.code(), error.params())
}
