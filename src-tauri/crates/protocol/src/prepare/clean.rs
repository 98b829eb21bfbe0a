//! Responses that may be none, and names that may be masked.

use intake::{NameKind, Reason as SuspicionReason, Sure};
use preparation::{MaskPlace, Verdict};
use serde::{Deserialize, Serialize};
use stories::StoryId;
use ts_rs::TS;

/// Which part of a list with decisions is looked at.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Decided {
    /// All.
    #[default]
    All,
    /// What waits for a decision.
    Open,
    /// What is decided.
    Done,
}

/// Which suspicions are asked for.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct SuspicionQuery {
    /// Only with this reason.
    pub reason: Option<SuspicionReason>,
    /// Which decisions.
    pub decided: Decided,
    /// The first line to return, from 0.
    pub offset: u32,
    /// The most lines to return, at most 100.
    pub limit: u32,
}

/// Responses that may be none.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SuspicionPage {
    /// How many fit the question.
    pub total: u32,
    /// How many of all wait for a decision.
    pub open: u32,
    /// For each reason how many there are and how many wait.
    pub reasons: Vec<ReasonCount>,
    /// The stories of all that fit the question, to decide about them at once.
    pub stories: Vec<StoryId>,
    /// The lines that were asked for.
    pub lines: Vec<SuspicionLine>,
}

/// How often a reason occurs.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ReasonCount {
    /// The reason.
    pub reason: SuspicionReason,
    /// How many.
    pub total: u32,
    /// How many wait for a decision.
    pub open: u32,
}

/// A response that may be none, or that was left out for another reason.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SuspicionLine {
    /// The story.
    pub story: StoryId,
    /// Its title.
    pub title: String,
    /// Its text, at most 600 characters.
    pub text: String,
    /// How many words it has.
    pub words: u32,
    /// Why it is suspected; empty where only the preparer left it out.
    pub reasons: Vec<SuspicionWhy>,
    /// What was decided; `None` while that is open.
    pub verdict: Option<Verdict>,
    /// How many questions about the teller have an answer, of how many; a missing one is no reason to leave a response out.
    pub background: (u32, u32),
}

/// Why a response is suspected.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SuspicionWhy {
    /// The reason.
    pub reason: SuspicionReason,
    /// What gave it away: what was found, or the number of words.
    pub detail: String,
    /// The story that it doubles, where it doubles one.
    pub like: Option<SuspicionLike>,
}

/// The story that another doubles.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SuspicionLike {
    /// The story.
    pub story: StoryId,
    /// Its title.
    pub title: String,
    /// Its text, at most 600 characters.
    pub text: String,
}

/// Which proposals for masking are asked for.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct MaskQuery {
    /// Only this kind.
    pub kind: Option<NameKind>,
    /// Only those of which the program is this sure.
    pub sure: Option<Sure>,
    /// Which decisions.
    pub decided: Decided,
    /// Only where exactly this was found, in any case; empty for all.
    pub found: String,
    /// Only in this story.
    pub story: Option<StoryId>,
    /// The first line to return, from 0.
    pub offset: u32,
    /// The most lines to return, at most 100.
    pub limit: u32,
}

/// Proposals for masking.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MaskPage {
    /// How many fit the question.
    pub total: u32,
    /// How many of all wait for a decision.
    pub open: u32,
    /// For each kind how many there are and how many wait.
    pub kinds: Vec<KindCount>,
    /// The proposals of all that fit the question and are open, to decide about them at once; at most 2,000.
    pub places: Vec<MaskProposal>,
    /// The lines that were asked for.
    pub lines: Vec<MaskLine>,
}

/// How often a kind of name occurs.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct KindCount {
    /// The kind.
    pub kind: NameKind,
    /// How many.
    pub total: u32,
    /// How many wait for a decision.
    pub open: u32,
}

/// A place with the words that are proposed for it; goes into `AcceptMasks` as it is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MaskProposal {
    /// Where.
    pub place: MaskPlace,
    /// What would stand there, such as `[naam school]`.
    pub words: String,
}

/// One proposal for masking, or a mask that was made by hand, with the words around it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MaskLine {
    /// Where it is.
    pub place: MaskPlace,
    /// The short words of the open question that it stands in; empty for title and text.
    pub label: String,
    /// What it is; `None` where the preparer marked it.
    pub kind: Option<NameKind>,
    /// How sure the program is.
    pub sure: Option<Sure>,
    /// What stands before it.
    pub before: String,
    /// What was found.
    pub found: String,
    /// What stands behind it.
    pub after: String,
    /// What comes in its place: what was decided, or else the proposal.
    pub words: String,
    /// What was decided: masked or left; `None` while that is open.
    pub masked: Option<bool>,
    /// How often the same was found in all stories, this one included.
    pub alike: u32,
    /// How many of those wait for a decision.
    pub alike_open: u32,
}

/// A story as it was taken in with all its masks, to look at as a whole and to mark what the program did not see.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RawStory {
    /// The story.
    pub story: StoryId,
    /// Its texts: title, text and open answers, as they were taken in.
    pub texts: Vec<RawText>,
    /// Whether somebody looked at every mask of it.
    pub looked: bool,
    /// Its masks and proposals.
    pub masks: Vec<MaskLine>,
    /// What stands in the place of each kind of name, for masks by hand, such as '[naam school]': in the language of the work, whatever
    /// that of the screen is.
    pub mask_words: Vec<(NameKind, String)>,
}

/// One text of a story as it was taken in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RawText {
    /// Which.
    pub part: preparation::StoryPart,
    /// The short words of the question; empty for title and text.
    pub label: String,
    /// The text. Places of masks count its bytes in UTF-8.
    pub text: String,
}
