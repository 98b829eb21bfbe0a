//! Requests that change nothing.

use protocol::{Caller, Failure, Reply, Request};
use stories::Filter;

use super::App;
use crate::{Language, advise, sheets, watch};

impl App {
    pub(super) fn read(&self, caller: &Caller, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::View => self.view(caller),
            Request::Since { seq, run } => match self.sitting()?.since(caller, seq, &run) {
                Some(delta) => Ok(Reply::Delta(delta)),
                None => self.view(caller),
            },
            Request::Snapshot => Ok(Reply::Snapshot(Box::new(self.shelf()?.view().clone()))),
            Request::Chart {
                observation,
                filter,
            } => {
                let shelf = self.shelf()?;
                sound(&shelf, &filter)?;
                Ok(Reply::Chart(shelf.chart(&observation, &filter)?))
            }
            Request::Stories { query } => {
                let shelf = self.shelf()?;
                sound(&shelf, &query.filter)?;
                let sitting = self.open().sitting;
                let list = match sitting {
                    Some(sitting) => shelf.list(&query, Some(&*sitting.state())),
                    None => shelf.list(&query, None),
                };
                Ok(Reply::Stories(list?))
            }
            Request::Story { id, search } => {
                Ok(Reply::Story(Box::new(self.shelf()?.story(id, &search)?)))
            }
            Request::Watch => {
                let sitting = self.sitting()?;
                let voices = self.voices();
                let activity = sitting.activity();
                let watch = watch(
                    &sitting.state(),
                    |table| activity.of(table),
                    (self.edges.now)(),
                    &voices,
                );
                Ok(Reply::Watch(watch))
            }
            Request::Advice { table, language } => {
                let sitting = self.sitting()?;
                let state = sitting.state();
                let names: Vec<&str> = state
                    .seated(table)
                    .map(|person| person.name.as_str())
                    .collect();
                let text = |field| state.field(table, field).map(|field| field.text.as_str());
                Ok(Reply::Advice(advise(text, &names, Language::of(&language))))
            }
            Request::PosterPreview { table, language } => {
                let open = self.open();
                let language = Language::of(&language);
                let preview = match (open.sitting, table) {
                    (Some(sitting), table) => {
                        sheets::preview(&sitting, open.shelf.as_deref(), table, language)?
                    }
                    (None, None) => sheets::preview_blank(language)?,
                    (None, Some(_)) => return Err(Failure::NoSession),
                };
                Ok(Reply::PosterPreview(preview))
            }
            _ => Err(Failure::BadRequest),
        }
    }
}

impl App {
    fn view(&self, caller: &Caller) -> Result<Reply, Failure> {
        let view = self.sitting()?.view(caller, self.now());
        view.map(Reply::View).ok_or(Failure::SeatGone)
    }
}

/// A filter that does not fit the questions comes from a screen of another version or of another snapshot.
fn sound(shelf: &crate::reading::Shelf, filter: &Filter) -> Result<(), Failure> {
    shelf
        .library()
        .check_filter(filter)
        .map_err(|error| Failure::NotInSnapshot {
            what: error.to_string(),
        })
}
