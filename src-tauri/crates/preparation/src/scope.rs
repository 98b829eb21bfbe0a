//! Questions that say nothing, and options that are too thin: proposals for the preparer, who decides.

use serde::{Deserialize, Serialize};
use stories::{ChartSpec, Filter, Kind, Library, OptionId, QuestionId};
use ts_rs::TS;

/// Above this share, in hundredths, one answer says so much that the question says nothing.
pub const NEARLY_ALL: u32 = 90;
/// Below this share, in hundredths, an option is thin.
pub const THIN: u32 = 3;
/// With fewer answers than this nothing is proposed.
const FEWEST: u32 = 20;

/// A question to which nearly everybody gives the same answer.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SaysNothing {
    /// The question.
    pub question: QuestionId,
    /// The answer; `None` for a slider.
    pub option: Option<OptionId>,
    /// The place of the slider.
    pub place: Option<u8>,
    /// How many gave it.
    pub count: u32,
    /// How many gave an answer.
    pub of: u32,
}

/// A question with options that hardly anybody chose.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ThinOptions {
    /// The question.
    pub question: QuestionId,
    /// The options with how many chose them, the thinnest first.
    pub options: Vec<(OptionId, u32)>,
    /// How many gave an answer.
    pub of: u32,
}

/// The questions to which more than 90 of each hundred give one answer, in the order of the questionnaire.
pub fn says_nothing(library: &Library) -> Vec<SaysNothing> {
    let mut all = Vec::new();
    for question in library.questions() {
        let id = &question.id;
        let most = match question.kind {
            // Of several answers one may well be nearly everybody's while the others tell people apart.
            Kind::Text | Kind::Several { .. } => None,
            Kind::Choice { .. } => {
                let (counts, of) = counts(library, id);
                counts
                    .into_iter()
                    .max_by_key(|(_, count)| *count)
                    .map(|(option, count)| (Some(option), None, count, of))
            }
            Kind::Slider { .. } => {
                let (place, count, of) = places(library, id);
                Some((None, Some(place), count, of))
            }
        };
        if let Some((option, place, count, of)) = most
            && of >= FEWEST
            && u64::from(count) * 100 > u64::from(of) * u64::from(NEARLY_ALL)
        {
            all.push(SaysNothing {
                question: id.clone(),
                option,
                place,
                count,
                of,
            });
        }
    }
    all
}

/// The options that fewer than 3 of each hundred chose, in the order of the questionnaire.
pub fn thin_options(library: &Library) -> Vec<ThinOptions> {
    let mut all = Vec::new();
    for question in library.questions() {
        // Two options that are merged leave nothing to look at.
        if question.choices().len() < 3 {
            continue;
        }
        let (counts, of) = counts(library, &question.id);
        let thin = |(_, count): &(OptionId, u32)| {
            u64::from(*count) * 100 < u64::from(of) * u64::from(THIN)
        };
        let mut options: Vec<_> = counts.into_iter().filter(thin).collect();
        options.sort_by_key(|(_, count)| *count);
        if of >= FEWEST && !options.is_empty() {
            all.push(ThinOptions {
                question: question.id.clone(),
                options,
                of,
            });
        }
    }
    all
}

/// How many chose each option, and how many gave an answer.
fn counts(library: &Library, id: &QuestionId) -> (Vec<(OptionId, u32)>, u32) {
    let spec = ChartSpec::Spread {
        question: id.clone(),
        only: Vec::new(),
        within: Vec::new(),
    };
    let chart = library.chart(&spec, &Filter::default());
    let choices = library.question(id).map_or(&[][..], |it| it.choices());
    let counts = choices
        .iter()
        .zip(&chart.rows)
        .filter_map(|(choice, row)| Some((choice.id.clone(), row.cells.first()?.count)))
        .collect();
    (counts, chart.total)
}

/// The place of a slider that most chose, how many did, and how many gave an answer.
fn places(library: &Library, id: &QuestionId) -> (u8, u32, u32) {
    let mut counts = [0_u32; 101];
    for story in library.stories() {
        if let Some(stories::Answer::Slider(place)) = story.answers.get(id)
            && let Some(count) = counts.get_mut(usize::from(*place))
        {
            *count += 1;
        }
    }
    let (mut place, mut most) = (0, 0);
    for (here, count) in (0..).zip(counts) {
        if count > most {
            (place, most) = (here, count);
        }
    }
    (place, most, counts.iter().sum())
}
