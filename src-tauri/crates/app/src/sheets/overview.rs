//! The overview: how the answers to every question are spread.

use ::print::{ChartWords, Overview, OverviewQuestion, OverviewWords, lay_out_overview};
use protocol::{Failure, Tiling};
use stories::{Chart, ChartRow, ChartSpec, Few, Filter, Group, Kind, Question, per_hundred};

use super::document::Names;
use super::{Document, Press, Sort, defect, words};
use crate::date::grouped;
use crate::poster;

/// The thirds of a slider with the key of their words, as on the screens.
const THIRDS: [(u8, u8, &str); 3] = [
    (0, 33, "browse.good.low"),
    (34, 66, "browse.good.mid"),
    (67, 100, "browse.good.high"),
];

/// The longest question that is printed as it was asked, in characters.
const LONGEST: usize = 100;

impl Press<'_> {
    /// The overview of all that was told. It needs the snapshot: a session keeps the charts of its perspectives alone.
    pub(super) fn overview(&self, tiles: Option<Tiling>) -> Result<Vec<Document>, Failure> {
        let shelf = self.needed()?;
        let session = self.session()?;
        let library = shelf.library();
        let question = |question: &Question| {
            let spec = self.spec(question)?;
            let chart = library.chart(&spec, &Filter::default());
            Some(OverviewQuestion {
                question: asked(question),
                sentence: self.sentence(&question.kind, &chart),
                chart,
            })
        };
        let counted = library
            .questions()
            .iter()
            .filter(|question| question.group == Group::Interpretive);
        let about = &library.collection().about;
        let stories = grouped(session.snapshot.stories, self.language);
        let places = [("stories", stories.as_str()), ("set", &about.set)];
        let made = Overview {
            language: poster::printed(self.language),
            region: poster::region_words(session, self.language),
            date: poster::day_words(session, self.language),
            stories: self.language.say("sheet_words.overview_stories", &places),
            title: String::new(),
            theme: about.theme.clone(),
            questions: counted.filter_map(question).collect(),
            made_at: self
                .language
                .say("poster.made_at", &[("region", session.region.trim())]),
            provenance: self.language.say("poster.rests_on", &places),
        };
        let overview =
            OverviewWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let chart =
            ChartWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let laid_out = lay_out_overview(&made, &overview, &chart);
        let line = self.language.say("sheet_title.overview", &[]);
        let names = Names {
            file: self.language.say("sheet_file.overview", &[]),
            title: line.clone(),
            line,
        };
        let document = self.large(Sort::Overview, names, laid_out, None, tiles)?;
        Ok(vec![document])
    }

    /// How the answers to a question are counted; `None` for open questions.
    fn spec(&self, question: &Question) -> Option<ChartSpec> {
        match &question.kind {
            Kind::Choice { .. } | Kind::Several { .. } => Some(ChartSpec::Spread {
                question: question.id.clone(),
                only: Vec::new(),
                within: Vec::new(),
            }),
            Kind::Slider { left, right } => {
                let third = |(from, to, key): (u8, u8, &str)| {
                    let places = [("left", left.as_str()), ("right", right.as_str())];
                    (from, to, self.language.say(key, &places))
                };
                Some(ChartSpec::Ranges {
                    question: question.id.clone(),
                    bins: THIRDS.into_iter().map(third).collect(),
                    within: Vec::new(),
                })
            }
            Kind::Text => None,
        }
    }

    /// What is to be seen, neutral and in one sentence.
    fn sentence(&self, kind: &Kind, chart: &Chart) -> String {
        let few = || self.language.say("sheet_words.overview_few", &[]);
        let cell = |row: &ChartRow| {
            row.cells
                .first()
                .map(|cell| (cell.count, cell.of, cell.few))
        };
        let counted: Vec<(&str, u32, u32)> = chart
            .rows
            .iter()
            .filter_map(|row| match cell(row)? {
                (_, _, Few::TooFew) => None,
                (count, of, _) => Some((row.label.as_str(), count, of)),
            })
            .collect();
        let share = |(_, count, of): (&str, u32, u32)| per_hundred(count, of).to_string();
        if let (Kind::Slider { left, right }, [low, _, high]) = (kind, counted.as_slice()) {
            let places = [
                ("left", left.as_str()),
                ("right", right.as_str()),
                ("low", &share(*low)),
                ("high", &share(*high)),
            ];
            return self.language.say("sheet_words.overview_slider", &places);
        }
        let mut ranked = counted;
        ranked.sort_by_key(|row| std::cmp::Reverse(row.1));
        let [first, second, ..] = ranked.as_slice() else {
            return few();
        };
        let key = match kind {
            Kind::Several { .. } => "sheet_words.overview_several",
            Kind::Choice { .. } | Kind::Slider { .. } | Kind::Text => "sheet_words.overview_choice",
        };
        let places = [
            ("first", first.0),
            ("first_share", &share(*first)),
            ("second", second.0),
            ("second_share", &share(*second)),
        ];
        self.language.say(key, &places)
    }
}

/// The question as it was asked, or in short where that is too long for a heading.
fn asked(question: &Question) -> String {
    let long = question.text.chars().count() > LONGEST;
    let words = if long {
        &question.short
    } else {
        &question.text
    };
    words.clone()
}
