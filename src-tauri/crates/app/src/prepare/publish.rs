//! From the draft to the published snapshot.

use std::path::{Path, PathBuf};

use preparation::{
    At, Built, Check, Command, Facts, build, checks, open_masks, open_suspicions, unlooked,
};
use protocol::{CheckLine, CheckList, Failure, PublishedFile, Stage};
use snapshot::{Drawn, LogLine, Making, Origin, Selection};
use workshop::CommandId;

use super::Draft;
use super::bench::cannot_build;
use super::book::PrepareOrder;
use super::mapping::number;
use super::passphrase::passphrase;
use crate::{App, file, iso_day};

impl Draft {
    /// All that is to be done before publishing, and all that is worth another look.
    ///
    /// # Errors
    /// That nothing can be made of the draft at all.
    pub fn checks(&self) -> Result<Vec<Check>, Failure> {
        let (state, found, bench) = (self.state(), self.found(), self.bench()?);
        let suspected = found.suspicions.iter().map(|it| it.story);
        let proposed = found.places.iter().map(|place| place.story);
        let facts = Facts {
            stories: number(bench.library().stories().len()),
            suspicions: number(open_suspicions(&state, suspected).len()),
            masks: number(open_masks(&state, &found.places).len()),
            unlooked: number(unlooked(&state, proposed).len()),
            misfits: number(bench.misfits.len()),
            lists: self.lists(),
        };
        Ok(checks(&state, &facts))
    }

    pub(super) fn check_list(&self) -> Result<CheckList, Failure> {
        let (state, bench) = (self.state(), self.bench()?);
        let mut lines: Vec<CheckLine> = self
            .checks()?
            .into_iter()
            .map(|check| CheckLine {
                stage: stage(&check.at),
                check,
            })
            .collect();
        lines.sort_by_key(|line| (!line.check.blocks, line.stage));
        let observations = state.perspectives().into_iter();
        Ok(CheckList {
            ready: lines.iter().all(|line| !line.check.blocks),
            checks: lines,
            stories: number(bench.library().stories().len()),
            questions: number(bench.library().questions().len()),
            perspectives: number(state.perspectives().len()),
            observations: number(observations.map(|it| it.observations.len()).sum()),
            name: self.file_name(),
        })
    }

    /// The name of the file that the snapshot gets, without its ending.
    pub(super) fn file_name(&self) -> String {
        let state = self.state();
        file::name_for(state.work().map_or("", |work| work.name.as_str()))
    }

    /// Writes the snapshot. With `drawn` it is encrypted under six words, which are shown once and kept nowhere.
    ///
    /// # Errors
    /// `NotReady` while a check blocks; `FileExists`; or that it cannot be built or written. Nothing was published then.
    pub fn publish(
        &self,
        path: &Path,
        drawn: Option<[[u8; 32]; 3]>,
        now: u64,
    ) -> Result<PublishedFile, Failure> {
        let blocking = self.checks()?.iter().filter(|check| check.blocks).count();
        if blocking > 0 {
            return Err(Failure::NotReady {
                count: number(blocking),
            });
        }
        if path.exists() {
            return Err(Failure::FileExists {
                path: file::text(path),
            });
        }
        let state = self.state();
        let mut built = build(&state, &self.sources().raw).map_err(|error| cannot_build(&error))?;
        built.collection.about.made = iso_day(now);
        let making = making(&state, &built);
        let plain = snapshot::write_with(&built.collection, &making).map_err(failed)?;
        // What goes out is read back as who gets it will.
        let hash = snapshot::open(&plain).map_err(failed)?.hash().to_owned();
        let (bytes, words) = match drawn {
            None => (plain, Vec::new()),
            Some([one, two, three]) => {
                let words = passphrase(&one);
                let mut all = [0; 48];
                all[..32].copy_from_slice(&two);
                all[32..].copy_from_slice(&three[..16]);
                let sealed =
                    snapshot::seal(&plain, &words.join(" "), &Drawn::of(all)).map_err(failed)?;
                (sealed, words)
            }
        };
        file::write_whole(path, &bytes)?;
        let (stories, perspectives) = (
            built.collection.stories.len(),
            built.collection.perspectives.len(),
        );
        let command = Command::MarkPublished {
            hash: hash.clone(),
            stories: number(stories),
            perspectives: u16::try_from(perspectives).unwrap_or(u16::MAX),
        };
        let id = CommandId(format!("published-{}", state.seq()));
        self.order(PrepareOrder::own(id, command), now)?;
        Ok(PublishedFile {
            path: file::text(path),
            hash,
            passphrase: words,
            size: bytes.len() as u64,
            stories: number(stories),
            perspectives: number(perspectives),
        })
    }
}

impl App {
    pub(super) fn publish(
        &self,
        path: Option<&Path>,
        encrypt: bool,
    ) -> Result<PublishedFile, Failure> {
        let draft = self.preparing.draft()?;
        let path = path.map_or_else(|| self.publish_path(&draft), Path::to_owned);
        let drawn = encrypt.then(|| [self.drawn(), self.drawn(), self.drawn()]);
        self.progress("publish", 0, 1);
        let published = draft.publish(&path, drawn, self.now())?;
        self.progress("publish", 1, 1);
        Ok(published)
    }

    fn publish_path(&self, draft: &Draft) -> PathBuf {
        file::free_path(&self.edges.folder, &draft.file_name(), snapshot::EXTENSION)
    }
}

fn failed(error: snapshot::Error) -> Failure {
    Failure::CannotBuild {
        detail: error.to_string(),
    }
}

/// How the snapshot came to be. Nothing that a storyteller wrote goes in.
fn making(state: &preparation::State, built: &Built) -> Making {
    let origins = built.origins.iter().filter(|origin| {
        let same = |it: &preparation::OptionOrigin| it.from == [it.option.clone()];
        origin.from != [origin.question.clone()]
            || !origin.hidden.is_empty()
            || !origin.options.iter().all(same)
    });
    let published = built.collection.perspectives.iter();
    let observations = published.flat_map(|perspective| &perspective.observations);
    Making {
        log: built
            .log
            .iter()
            .map(|line| LogLine {
                key: line.key.clone(),
                places: line.places.clone(),
                count: line.count,
            })
            .collect(),
        origins: origins
            .map(|origin| Origin {
                question: origin.question.clone(),
                from: origin.from.clone(),
                options: origin
                    .options
                    .iter()
                    .map(|it| (it.option.clone(), it.from.clone()))
                    .collect(),
                hidden: origin.hidden.clone(),
            })
            .collect(),
        selections: built
            .selections
            .iter()
            .map(|it| Selection {
                name: it.name.clone(),
                filter: it.filter.clone(),
            })
            .collect(),
        strengths: observations
            .filter_map(|it| Some((it.id.clone(), state.observation(&it.id)?.strength)))
            .collect(),
    }
}

/// Where something is mended.
fn stage(at: &At) -> Stage {
    match at {
        At::Work => Stage::Publish,
        At::Stories => Stage::Clean,
        At::Masks => Stage::Mask,
        At::Question { .. } => Stage::Recode,
        At::Perspectives | At::Perspective { .. } => Stage::Perspectives,
        At::Observation { .. } | At::Interpretation { .. } => Stage::Observations,
    }
}
