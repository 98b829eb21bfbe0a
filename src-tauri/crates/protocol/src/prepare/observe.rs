//! Observations, interpretations, perspectives and supporting stories.

use patterns::Sentence;
use preparation::{DraftObservation, DraftPerspective, LostChart};
use serde::{Deserialize, Serialize};
use stories::{Chart, InterpretationId, OptionId, PerspectiveId};
use ts_rs::TS;

use crate::StoryLine;

/// One observation in a list.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ObservationLine {
    /// The observation with its interpretations. Its chart is made of the answers as they are now: after merging, with what is shown.
    pub observation: DraftObservation,
    /// The perspective that holds it.
    pub perspective: Option<PerspectiveId>,
    /// Its chart over all stories that stay; `None` where it has none, or looks at what is no longer there.
    pub chart: Option<Chart>,
    /// What its chart looks at and is no longer there.
    pub lost: Option<LostChart>,
    /// Whether the answers to its questions were merged, renamed or hidden after the observation was last written: the figures in its
    /// sentence may be those of before.
    pub answers_changed: bool,
    /// Whether nothing keeps it from being published.
    pub ready: bool,
    /// How many remarks there are on its texts.
    pub remarks: u32,
}

/// One observation with all that there is to say about its words.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ObservationView {
    /// As in the list.
    pub line: ObservationLine,
    /// What the program itself would say of its pattern.
    pub proposal: Option<Sentence>,
    /// About the sentence.
    pub check: TextCheck,
    /// About the interpretations, in the same order.
    pub checks: Vec<TextCheck>,
    /// Interpretations that say much the same.
    pub alike: Vec<Alike>,
}

/// Two interpretations that say much the same.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Alike {
    /// One.
    pub one: InterpretationId,
    /// The other.
    pub other: InterpretationId,
    /// How alike they are, of a hundred.
    pub per_hundred: u8,
}

/// What a text is for: what may stand in it depends on that.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum TextFor {
    /// The sentence of an observation: neutral, no cause, no judgement.
    Observation,
    /// An interpretation: it may name causes.
    Interpretation,
    /// A name or a question of a perspective.
    Perspective,
}

/// What there is to say about a text.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TextCheck {
    /// What stands out, in the order of the text.
    pub marks: Vec<TextMark>,
    /// The reading ease by Flesch–Douma (English: Flesch), 0 (hard) to 100 (easy); `None` where the text is too short to say.
    pub ease: Option<f64>,
    /// The same as a level, such as `easy`; empty where the text is too short to say. The words are under `prepare.level.`.
    pub level: String,
    /// How many words.
    pub words: u32,
    /// How many sentences.
    pub sentences: u32,
}

/// A part of a text that stands out.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TextMark {
    /// Why: the words are under `prepare.mark.`.
    pub why: String,
    /// The first UTF-16 code unit.
    pub from: u32,
    /// The one behind the last.
    pub to: u32,
}

/// The perspectives and all observations: canvas and list alike.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct BoardView {
    /// The perspectives, in order.
    pub perspectives: Vec<BoardPerspective>,
    /// All observations.
    pub observations: Vec<ObservationLine>,
}

/// One perspective on the board.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct BoardPerspective {
    /// The perspective.
    pub perspective: DraftPerspective,
    /// Its supporting stories, the best first; those that no longer stay are missing.
    pub support: Vec<StoryLine>,
    /// About its question.
    pub check: TextCheck,
    /// How many of its supporting stories each role type tells.
    pub voices: Vec<VoiceCount>,
}

/// How many stories a role type tells.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct VoiceCount {
    /// The role type.
    pub option: OptionId,
    /// Its words.
    pub label: String,
    /// How many.
    pub stories: u32,
}

/// Which stories are proposed for a perspective.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SupportQuery {
    /// The perspective.
    pub perspective: PerspectiveId,
    /// Stories of this region come first.
    #[serde(default)]
    pub region: Option<OptionId>,
    /// Only stories of this role type.
    #[serde(default)]
    pub voice: Option<OptionId>,
    /// The first line to return, from 0.
    #[serde(default)]
    pub offset: u32,
    /// The most lines to return, at most 100.
    pub limit: u32,
}

/// Stories that may support a perspective: by fit, variety of voices, readable length and own region.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SupportView {
    /// The perspective.
    pub perspective: PerspectiveId,
    /// How many are proposed, at most 200: examples of at least one of its observations.
    pub total: u32,
    /// The lines that were asked for, the best proposal first.
    pub lines: Vec<SupportLine>,
}

/// A story that may support a perspective.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SupportLine {
    /// The story.
    pub story: StoryLine,
    /// How many of the observations it is an example of.
    pub fits: u32,
    /// Of how many.
    pub of: u32,
    /// The words of the role type; empty where it is not known.
    pub voice: String,
    /// Whether it is of the region that was asked for.
    pub own_region: bool,
    /// Whether it is chosen already.
    pub chosen: bool,
    /// Other perspectives that it supports.
    pub elsewhere: Vec<PerspectiveId>,
}
