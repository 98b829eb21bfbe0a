//! Responses that may be none, and names that may be masked.

use std::collections::BTreeSet;

use intake::{Name, NameKind, Reason};
use preparation::{Mask, MaskPlace, State, StoryPart, open_masks};
use protocol::{
    Decided, Failure, KindCount, MaskLine, MaskPage, MaskProposal, MaskQuery, RawStory, RawText,
    ReasonCount, SuspicionLike, SuspicionLine, SuspicionPage, SuspicionQuery, SuspicionWhy,
};
use stories::{Answer, Group, Story, StoryId};

use super::Draft;
use super::found::{Found, mask_words};
use super::mapping::number;
use super::source::Sources;
use crate::Language;
use crate::page::{MOST_LINES, page};

/// So many characters of a story are shown in the list of suspicions.
const SHOWN: usize = 600;
/// So many characters are shown before and behind a name.
const AROUND: usize = 80;
/// So many proposals can be decided about at once.
const AT_ONCE: usize = 2_000;

const REASONS: [Reason; 5] = [
    Reason::Test,
    Reason::Nonsense,
    Reason::Duplicate,
    Reason::TooShort,
    Reason::NoStory,
];

const KINDS: [NameKind; 7] = [
    NameKind::Person,
    NameKind::School,
    NameKind::Place,
    NameKind::Email,
    NameKind::Phone,
    NameKind::Postcode,
    NameKind::BirthDate,
];

impl Draft {
    pub(super) fn suspicions(&self, query: &SuspicionQuery) -> SuspicionPage {
        let (state, sources, found) = (self.state(), self.sources(), self.found());
        let suspected: BTreeSet<StoryId> = found.suspicions.iter().map(|it| it.story).collect();
        let undecided = |story: &StoryId| state.verdict(*story).is_none();
        let reasons = REASONS.into_iter().map(|reason| {
            let with: BTreeSet<StoryId> = found
                .suspicions
                .iter()
                .filter(|it| it.reason == reason)
                .map(|it| it.story)
                .collect();
            ReasonCount {
                reason,
                total: number(with.len()),
                open: number(with.iter().filter(|story| undecided(story)).count()),
            }
        });
        // What the preparer left out without a suspicion can be taken back here too.
        let mut all = suspected.clone();
        if query.reason.is_none() {
            all.extend(
                state
                    .verdicts()
                    .map(|it| it.story)
                    .filter(|story| sources.story(&state, *story).is_some()),
            );
        }
        all.retain(|story| {
            let reason = query
                .reason
                .is_none_or(|reason| found.suspicions_of(*story).any(|it| it.reason == reason));
            reason && fits(query.decided, !undecided(story))
        });
        let lines = page(&all, query.offset, query.limit.min(MOST_LINES))
            .filter_map(|story| suspicion_line(&state, &sources, &found, *story));
        SuspicionPage {
            total: number(all.len()),
            open: number(suspected.iter().filter(|story| undecided(story)).count()),
            reasons: reasons.collect(),
            lines: lines.collect(),
            stories: all.into_iter().collect(),
        }
    }

    pub(super) fn masks(&self, query: &MaskQuery) -> MaskPage {
        let (state, sources, found) = (self.state(), self.sources(), self.found());
        let language = self.language();
        let open: BTreeSet<&MaskPlace> = open_masks(&state, &found.places).into_iter().collect();
        let stays = |place: &MaskPlace| !state.left_out_story(place.story);
        let kinds = KINDS.into_iter().map(|kind| {
            let of = || {
                let names = found.names.iter().zip(&found.places);
                names.filter(move |(name, place)| name.kind == kind && stays(place))
            };
            KindCount {
                kind,
                total: number(of().count()),
                open: number(of().filter(|(_, place)| open.contains(place)).count()),
            }
        });
        let wanted = query.found.trim().to_lowercase();
        let in_story = |place: &MaskPlace| query.story.is_none_or(|story| place.story == story);
        let mut all: Vec<Spot<'_>> = Vec::new();
        for (name, place) in found.names.iter().zip(&found.places) {
            let fits = stays(place)
                && in_story(place)
                && query.kind.is_none_or(|kind| name.kind == kind)
                && query.sure.is_none_or(|sure| name.sure == sure)
                && (wanted.is_empty() || name.found.to_lowercase() == wanted)
                && fits(query.decided, !open.contains(place));
            if fits {
                all.push(Spot {
                    place,
                    name: Some(name),
                    mask: state.mask(place),
                });
            }
        }
        if query.kind.is_none() && query.sure.is_none() && query.decided != Decided::Open {
            let by_hand = state.masks().filter(|it| it.by_hand);
            all.extend(
                by_hand
                    .filter(|it| stays(&it.place) && in_story(&it.place) && wanted.is_empty())
                    .map(|mask| Spot {
                        place: &mask.place,
                        name: None,
                        mask: Some(mask),
                    }),
            );
            all.sort_by_key(|spot| spot.place);
        }
        let places = all
            .iter()
            .filter(|spot| open.contains(spot.place))
            .take(AT_ONCE)
            .filter_map(|spot| {
                Some(MaskProposal {
                    place: spot.place.clone(),
                    words: mask_words(&spot.name?.mask, language),
                })
            });
        let look = Look {
            state: &state,
            sources: &sources,
            found: &found,
            open: &open,
            language,
        };
        let lines = page(&all, query.offset, query.limit.min(MOST_LINES))
            .filter_map(|spot| look.line(spot));
        MaskPage {
            total: number(all.len()),
            open: number(open.len()),
            kinds: kinds.collect(),
            places: places.collect(),
            lines: lines.collect(),
        }
    }

    pub(super) fn raw_story(&self, id: StoryId) -> Result<RawStory, Failure> {
        let (state, sources) = (self.state(), self.sources());
        let story = sources
            .story(&state, id)
            .ok_or_else(|| Failure::NotInSnapshot {
                what: id.0.to_string(),
            })?;
        let mut texts = vec![
            RawText {
                part: StoryPart::Title,
                label: String::new(),
                text: story.title.clone(),
            },
            RawText {
                part: StoryPart::Text,
                label: String::new(),
                text: story.text.clone(),
            },
        ];
        for question in state.taken_questions() {
            if let Some(Answer::Text(text)) = story.answers.get(&question.id) {
                texts.push(RawText {
                    part: StoryPart::Answer {
                        question: question.id.clone(),
                    },
                    label: question.short.clone(),
                    text: text.clone(),
                });
            }
        }
        let masks = self.masks(&MaskQuery {
            story: Some(id),
            limit: MOST_LINES,
            ..MaskQuery::default()
        });
        Ok(RawStory {
            story: id,
            texts,
            looked: state.looked(id),
            masks: masks.lines,
            mask_words: NameKind::ALL
                .into_iter()
                .map(|kind| (kind, mask_words(kind.code(), self.language())))
                .collect(),
        })
    }
}

/// Whether something belongs to what is looked at.
fn fits(wanted: Decided, decided: bool) -> bool {
    match wanted {
        Decided::All => true,
        Decided::Open => !decided,
        Decided::Done => decided,
    }
}

/// What is known of a response, to decide about it.
pub(super) fn suspicion_line(
    state: &State,
    sources: &Sources,
    found: &Found,
    id: StoryId,
) -> Option<SuspicionLine> {
    let story = sources.story(state, id)?;
    let why = |it: &intake::Suspicion| {
        let like = match it.reason {
            Reason::Duplicate => it.detail.parse().ok().map(StoryId),
            _ => None,
        };
        SuspicionWhy {
            reason: it.reason,
            detail: it.detail.clone(),
            like: like.and_then(|like| {
                let other = sources.story(state, like)?;
                Some(SuspicionLike {
                    story: like,
                    title: other.title.clone(),
                    text: shortened(&other.text),
                })
            }),
        }
    };
    let about_teller: Vec<_> = state
        .taken_questions()
        .into_iter()
        .filter(|question| question.group == Group::Background)
        .collect();
    let answered = about_teller
        .iter()
        .filter(|question| story.answers.contains_key(&question.id));
    Some(SuspicionLine {
        story: id,
        title: story.title.clone(),
        text: shortened(&story.text),
        words: number(story.words()),
        reasons: found.suspicions_of(id).map(why).collect(),
        verdict: state.verdict(id),
        background: (number(answered.count()), number(about_teller.len())),
    })
}

/// A mask or a proposal for one.
struct Spot<'a> {
    place: &'a MaskPlace,
    name: Option<&'a Name>,
    mask: Option<&'a Mask>,
}

/// What is needed to show one.
struct Look<'a> {
    state: &'a State,
    sources: &'a Sources,
    found: &'a Found,
    open: &'a BTreeSet<&'a MaskPlace>,
    language: Language,
}

impl Look<'_> {
    fn line(&self, spot: &Spot<'_>) -> Option<MaskLine> {
        let story = self.sources.story(self.state, spot.place.story)?;
        let text = text_of(story, &spot.place.part)?;
        let (from, to) = (spot.place.from as usize, spot.place.to as usize);
        let found = text.get(from..to)?;
        let label = match &spot.place.part {
            StoryPart::Title | StoryPart::Text => String::new(),
            StoryPart::Answer { question } => self.short(question),
        };
        let alike = self.found.alike.get(&found.to_lowercase());
        let alike = alike.map(Vec::as_slice).unwrap_or_default();
        let waiting = alike.iter().filter(|nth| {
            let place = self.found.places.get(**nth);
            place.is_some_and(|place| self.open.contains(place))
        });
        let decided = spot.mask.and_then(|mask| mask.words.clone());
        let proposed = spot.name.map(|name| mask_words(&name.mask, self.language));
        Some(MaskLine {
            place: spot.place.clone(),
            label,
            kind: spot.name.map(|name| name.kind),
            sure: spot.name.map(|name| name.sure),
            before: tail(text.get(..from)?),
            found: found.to_owned(),
            after: head(text.get(to..)?),
            words: decided.or(proposed).unwrap_or_default(),
            // A proposal within a wider mask is decided about with it.
            masked: match spot.mask {
                Some(mask) => Some(mask.words.is_some()),
                None => (!self.open.contains(spot.place)).then_some(true),
            },
            alike: number(alike.len()),
            alike_open: number(waiting.count()),
        })
    }

    fn short(&self, question: &stories::QuestionId) -> String {
        let sources = self.state.sources();
        let questions = sources.iter().flat_map(|source| &source.questions);
        let found = questions.into_iter().find(|it| it.id == *question);
        found.map(|it| it.short.clone()).unwrap_or_default()
    }
}

/// A text of a story as it was taken in.
fn text_of<'a>(story: &'a Story, part: &StoryPart) -> Option<&'a str> {
    match part {
        StoryPart::Title => Some(&story.title),
        StoryPart::Text => Some(&story.text),
        StoryPart::Answer { question } => match story.answers.get(question) {
            Some(Answer::Text(text)) => Some(text),
            _ => None,
        },
    }
}

/// The first characters of a story.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The last characters of what stands before a name.
fn tail(text: &str) -> String {
    let start = text.char_indices().rev().nth(AROUND - 1);
    let start = start.map_or(0, |(at, _)| at);
    let cut = if start > 0 { "…" } else { "" };
    format!("{cut}{}", &text[start..])
}

/// The first characters of what stands behind a name.
fn head(text: &str) -> String {
    match text.char_indices().nth(AROUND) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
