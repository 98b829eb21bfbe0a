//! The brochures of perspectives.

use ::print::{
    Brochure, BrochureObservation, BrochureStory, BrochureWords, ChartWords, lay_out_brochure,
};
use protocol::{BrochureForm, ChartOf, Failure, SetView};
use stories::{ReadingOrder, StoryId, excerpt};
use workshop::TableId;

use super::document::Names;
use super::{Document, Press, Sort, defect, words};
use crate::poster;

/// So many supporting stories are named; the others are on cards and on the screens.
const STORIES: usize = 6;

impl Press<'_> {
    /// A brochure of each perspective that is meant, each in a file of its own: they are folded one by one.
    pub(super) fn brochures(
        &self,
        named: &[stories::PerspectiveId],
        table: Option<TableId>,
        form: BrochureForm,
    ) -> Result<Vec<Document>, Failure> {
        let meant = self.meant(named, table)?;
        if meant.is_empty() {
            // A session that began before the set was kept, on a snapshot that is gone.
            self.needed()?;
        }
        let brochure = |set: &SetView| self.brochure(set, table, form);
        meant.into_iter().map(brochure).collect()
    }

    fn brochure(
        &self,
        set: &SetView,
        table: Option<TableId>,
        form: BrochureForm,
    ) -> Result<Document, Failure> {
        let session = self.session()?;
        let observation = |one: &ChartOf| BrochureObservation {
            code: one.code.clone(),
            text: one.text.clone(),
            chart: one.chart.clone(),
            interpretations: one
                .interpretations
                .iter()
                .map(|interpretation| interpretation.text.clone())
                .collect(),
            own: table
                .into_iter()
                .flat_map(|table| self.state.own_interpretations(table))
                .filter(|own| own.observation == one.id)
                .map(|own| own.text.clone())
                .collect(),
        };
        let made = Brochure {
            language: poster::printed(self.language),
            form: match form {
                BrochureForm::Booklet => ::print::BrochureForm::Booklet,
                BrochureForm::Flat => ::print::BrochureForm::Flat,
            },
            code: set.code.clone(),
            title: set.name.clone(),
            linking_question: set.question.clone(),
            table: table
                .and_then(|table| self.state.table(table))
                .map(|table| poster::table_words(table.id, &table.name, self.language))
                .unwrap_or_default(),
            observations: set.observations.iter().map(observation).collect(),
            stories: self.supporting(set),
            region: poster::region_words(session, self.language),
            session: session.name.trim().to_owned(),
            date: poster::day_words(session, self.language),
        };
        let brochure =
            BrochureWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let chart =
            ChartWords::from_lookup(words(self.language)).map_err(|error| defect(&error))?;
        let laid_out = lay_out_brochure(&made, &brochure, &chart);
        let places = [("code", set.code.as_str()), ("name", &set.name)];
        let few = [("code", set.code.as_str()), ("name", &set.short)];
        let names = Names {
            file: self.language.say("sheet_file.brochure", &places),
            title: self.language.say("sheet_title.brochure", &places),
            line: self.language.say("sheet_title.brochure", &few),
        };
        Ok(self.named(Sort::Brochure, names, laid_out, &[]))
    }

    /// The stories that support a perspective, those of the own region first; without the snapshot those that the session kept.
    fn supporting(&self, set: &SetView) -> Vec<BrochureStory> {
        let own = self
            .state
            .session()
            .and_then(|session| session.own_region.as_ref());
        let ids: Vec<StoryId> = match self.shelf {
            Some(shelf) => shelf
                .library()
                .order(&set.support, own, ReadingOrder::Given),
            None => set.support.clone(),
        };
        let story = |id: StoryId| {
            let view = self.story(id)?;
            Some(BrochureStory {
                story: id,
                excerpt: excerpt(&view.text, "").text,
                title: view.title,
                teller: view.quoted.join(" · "),
            })
        };
        ids.into_iter().filter_map(story).take(STORIES).collect()
    }
}
