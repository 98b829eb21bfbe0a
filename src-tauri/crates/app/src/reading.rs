//! Reading from the snapshot: charts, lists of stories, one story.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use protocol::{
    ChartOf, Chip, Failure, OpenAnswer, Ranges, RegionChoice, SetView, SnapshotView, StoryLine,
    StoryList, StoryPool, StoryQuery, StoryView,
};
use snapshot::Snapshot;
use stories::{
    Answer, Chart, Condition, Filter, Group, Library, ObservationId, OptionId, QuestionId, Story,
    StoryId, Test, excerpt, highlight,
};
use workshop::{SetItem, SnapshotRef, State, TableId};

use crate::page::{MOST_LINES, page};

/// An open snapshot, with what every screen needs of it worked out once.
pub(crate) struct Shelf {
    pub path: PathBuf,
    snapshot: Snapshot,
    view: Arc<SnapshotView>,
    pub regions: Vec<RegionChoice>,
}

impl Shelf {
    pub fn new(path: PathBuf, snapshot: Snapshot) -> Self {
        let view = Arc::new(view(&snapshot));
        let regions = regions(snapshot.library());
        Self {
            path,
            snapshot,
            view,
            regions,
        }
    }

    pub fn library(&self) -> &Library {
        self.snapshot.library()
    }

    pub fn hash(&self) -> &str {
        self.snapshot.hash()
    }

    pub fn view(&self) -> &SnapshotView {
        &self.view
    }

    /// What a session remembers of the snapshot that it runs on.
    pub fn reference(&self) -> SnapshotRef {
        let about = &self.library().collection().about;
        let item = |set: &SetView| SetItem {
            perspective: set.id.clone(),
            observations: set
                .observations
                .iter()
                .map(|observation| observation.id.clone())
                .collect(),
        };
        SnapshotRef {
            hash: self.hash().to_owned(),
            name: about.name.clone(),
            set_name: about.set.clone(),
            stories: self.view.stories,
            set: self.view.perspectives.iter().map(item).collect(),
        }
    }

    /// The chart of an observation for a selection.
    pub fn chart(&self, observation: &ObservationId, filter: &Filter) -> Result<Chart, Failure> {
        let found = self
            .library()
            .observation(observation)
            .ok_or_else(|| missing(&observation.0))?;
        if *filter == Filter::default() {
            let all = self
                .view
                .perspectives
                .iter()
                .flat_map(|set| &set.observations);
            if let Some(known) = all.into_iter().find(|known| known.id == *observation) {
                return Ok(known.chart.clone());
            }
        }
        Ok(self.library().chart(&found.chart, filter))
    }

    /// A list of stories: the pool, narrowed by the filter and the search, in the order of reading.
    pub fn list(&self, query: &StoryQuery, state: Option<&State>) -> Result<StoryList, Failure> {
        let library = self.library();
        let ids: Vec<StoryId> = match &query.pool {
            StoryPool::All => library.select(&query.filter),
            StoryPool::Support { perspective } => {
                let found = library
                    .perspective(perspective)
                    .ok_or_else(|| missing(&perspective.0))?;
                self.narrowed(&found.support, &query.filter)
            }
            StoryPool::Kept { table } => self.narrowed(
                &kept(state.ok_or(Failure::NoSession)?, *table),
                &query.filter,
            ),
        };
        let own = state
            .and_then(State::session)
            .and_then(|session| session.own_region.as_ref());
        self.listed(ids, query, own)
    }

    /// A list out of these stories, narrowed by the filter and the search, in the order of reading.
    pub fn list_of(&self, ids: &[StoryId], query: &StoryQuery) -> Result<StoryList, Failure> {
        self.listed(self.narrowed(ids, &query.filter), query, None)
    }

    fn listed(
        &self,
        mut ids: Vec<StoryId>,
        query: &StoryQuery,
        own: Option<&OptionId>,
    ) -> Result<StoryList, Failure> {
        let library = self.library();
        if !query.search.trim().is_empty() {
            let found = self
                .snapshot
                .search(&query.search)
                .map_err(|error| Failure::Defect {
                    trace: error.to_string(),
                })?;
            let found: BTreeSet<StoryId> = found.into_iter().collect();
            ids.retain(|id| found.contains(id));
        }
        let own = own.filter(|_| query.own_region_first);
        let ids = library.order(&ids, own, query.order);
        let lines = page(&ids, query.offset, query.limit.min(MOST_LINES))
            .filter_map(|id| self.line(*id, &query.search))
            .collect();
        Ok(StoryList { ids, lines })
    }

    /// Those that fulfil a filter, in their own order.
    fn narrowed(&self, ids: &[StoryId], filter: &Filter) -> Vec<StoryId> {
        if *filter == Filter::default() {
            return ids.to_vec();
        }
        let fits: BTreeSet<StoryId> = self.library().select(filter).into_iter().collect();
        ids.iter().copied().filter(|id| fits.contains(id)).collect()
    }

    /// A story in a list.
    pub fn line(&self, id: StoryId, search: &str) -> Option<StoryLine> {
        let story = self.library().story(id)?;
        let shown = excerpt(&story.text, search);
        Some(StoryLine {
            id,
            title: story.title.clone(),
            teller: self.teller(story),
            excerpt: shown.text,
            found: shown.marks,
            words: u32::try_from(story.words()).unwrap_or(u32::MAX),
        })
    }

    /// A story made for reading.
    pub fn story(&self, id: StoryId, search: &str) -> Result<StoryView, Failure> {
        let library = self.library();
        let story = library
            .story(id)
            .ok_or_else(|| missing(&id.0.to_string()))?;
        let mut found = Vec::new();
        let mut look = |part: &str, text: &str| {
            let ranges = highlight(text, search);
            if !ranges.is_empty() {
                found.push(Ranges {
                    part: part.to_owned(),
                    ranges,
                });
            }
        };
        look("title", &story.title);
        look("text", &story.text);
        let mut open = Vec::new();
        let mut chips = Vec::new();
        for question in library.questions() {
            let Some(answer) = story.answers.get(&question.id) else {
                continue;
            };
            match answer {
                Answer::Text(text) => {
                    look(&question.id.0, text);
                    open.push(OpenAnswer {
                        question: question.id.clone(),
                        label: question.text.clone(),
                        text: text.clone(),
                    });
                }
                _ if question.group == Group::Background => {}
                answer => chips.push(Chip {
                    question: question.id.clone(),
                    label: question.short.clone(),
                    answer: self.in_words(&question.id, answer),
                    slider: if let Answer::Slider(place) = answer {
                        Some(*place)
                    } else {
                        None
                    },
                }),
            }
        }
        Ok(StoryView {
            id,
            title: story.title.clone(),
            text: story.text.clone(),
            teller: self.teller(story),
            quoted: self.quoted(story),
            voice: self.voice(story),
            open,
            chips,
            found,
        })
    }

    /// The role type of a story's teller.
    pub fn voice(&self, story: &Story) -> Option<OptionId> {
        let question = self.library().collection().about.uses.voice.as_ref()?;
        match story.answers.get(question) {
            Some(Answer::Choice(option)) => Some(option.clone()),
            _ => None,
        }
    }

    /// The role types with their words, in the order of the questionnaire.
    pub fn voices(&self) -> Vec<(OptionId, String)> {
        let question = self
            .library()
            .collection()
            .about
            .uses
            .voice
            .as_ref()
            .and_then(|id| self.library().question(id));
        let choices = question.map(stories::Question::choices).unwrap_or_default();
        choices
            .iter()
            .map(|choice| (choice.id.clone(), choice.label.clone()))
            .collect()
    }

    /// Who, which education, which region: the words that are known.
    pub fn teller(&self, story: &Story) -> Vec<String> {
        let uses = &self.library().collection().about.uses;
        [
            self.who(story),
            self.words_of(story, uses.education.as_ref()),
            self.words_of(story, uses.region.as_ref()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What a quote may say of its teller; 'Leraar voortgezet onderwijs' says the sort of education already.
    fn quoted(&self, story: &Story) -> Vec<String> {
        let uses = &self.library().collection().about.uses;
        let who = self.who(story);
        let education = self
            .words_of(story, uses.education.as_ref())
            .filter(|words| {
                let said = who.as_deref().unwrap_or_default().to_lowercase();
                !said.contains(&words.to_lowercase())
            });
        [who, education].into_iter().flatten().collect()
    }

    /// The role in full, or the role type where only that is known.
    fn who(&self, story: &Story) -> Option<String> {
        let uses = &self.library().collection().about.uses;
        self.words_of(story, uses.role.as_ref())
            .or_else(|| self.words_of(story, uses.voice.as_ref()))
    }

    fn words_of(&self, story: &Story, question: Option<&QuestionId>) -> Option<String> {
        let answer = story.answers.get(question?)?;
        Some(self.in_words(question?, answer)).filter(|words| !words.is_empty())
    }

    fn in_words(&self, question: &QuestionId, answer: &Answer) -> String {
        let label = |option: &OptionId| {
            self.library()
                .label(question, option)
                .unwrap_or_default()
                .to_owned()
        };
        match answer {
            Answer::Choice(option) => label(option),
            Answer::Several(options) => options.iter().map(label).collect::<Vec<_>>().join(", "),
            Answer::Slider(place) => place.to_string(),
            Answer::Text(text) => text.clone(),
        }
    }
}

/// The stories that a table keeps at hand.
fn kept(state: &State, table: TableId) -> Vec<StoryId> {
    state.kept(table).map(|kept| kept.story).collect()
}

fn missing(what: &str) -> Failure {
    Failure::NotInSnapshot {
        what: what.to_owned(),
    }
}

fn view(snapshot: &Snapshot) -> SnapshotView {
    let library = snapshot.library();
    let perspectives = (1..)
        .zip(library.perspectives())
        .map(|(number, perspective)| SetView {
            id: perspective.id.clone(),
            code: format!("P{number}"),
            name: perspective.name.clone(),
            short: perspective.short.clone(),
            question: perspective.question.clone(),
            observations: (1..)
                .zip(&perspective.observations)
                .map(|(place, observation)| ChartOf {
                    id: observation.id.clone(),
                    code: format!("P{number}-{place}"),
                    text: observation.text.clone(),
                    chart: library.chart(&observation.chart, &Filter::default()),
                    interpretations: observation.interpretations.clone(),
                })
                .collect(),
            support: perspective.support.clone(),
        });
    SnapshotView {
        about: library.collection().about.clone(),
        hash: snapshot.hash().to_owned(),
        stories: u32::try_from(library.stories().len()).unwrap_or(u32::MAX),
        questions: library.questions().to_vec(),
        perspectives: perspectives.collect(),
    }
}

fn regions(library: &Library) -> Vec<RegionChoice> {
    let Some(question) = library
        .collection()
        .about
        .uses
        .region
        .as_ref()
        .and_then(|id| library.question(id))
    else {
        return Vec::new();
    };
    let count = |option: &OptionId| {
        let test = Test::AnyOf {
            options: vec![option.clone()],
        };
        library.count(&Filter {
            conditions: vec![Condition {
                question: question.id.clone(),
                test,
            }],
            ..Filter::default()
        })
    };
    let choices = question.choices().iter();
    choices
        .map(|choice| RegionChoice {
            id: choice.id.clone(),
            label: choice.label.clone(),
            stories: count(&choice.id),
        })
        .collect()
}
