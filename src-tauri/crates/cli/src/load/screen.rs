//! What one device shows: its own copy of what it may see, kept up to date in the way that pages do it.

use std::collections::BTreeMap;

use protocol::{Delta, Entry, Request, View};
use workshop::Entity;

/// What one device shows.
#[derive(Default)]
pub struct Screen {
    /// The last event that it knows, and of which opening of the session; nothing before the first view.
    at: Option<(u64, String)>,
    all: BTreeMap<String, Entity>,
    /// What came in while it waited for what it builds on.
    aside: Vec<Delta>,
    looking: bool,
}

impl Screen {
    /// What it has to ask to be up to date; what comes in until the answer is kept aside.
    pub fn look(&mut self) -> Request {
        self.looking = true;
        self.aside.clear();
        match &self.at {
            Some((seq, run)) => Request::Since {
                seq: *seq,
                run: run.clone(),
            },
            None => Request::View,
        }
    }

    /// Everything.
    pub fn view(&mut self, view: View) {
        self.all = entities(view.entities);
        self.at = Some((view.seq, view.run));
        self.looked();
    }

    /// What was missed.
    pub fn missed(&mut self, delta: Delta) {
        self.apply(delta);
        self.looked();
    }

    /// What is new. `false` when it does not follow on what is known, so that it must be asked what is missing.
    pub fn news(&mut self, delta: Delta) -> bool {
        if self.looking {
            self.aside.push(delta);
            return true;
        }
        let Some((at, _)) = &self.at else { return true };
        if delta.from > *at {
            return false;
        }
        self.apply(delta);
        true
    }

    /// One entity.
    pub fn get(&self, key: &str) -> Option<&Entity> {
        self.all.get(key)
    }

    /// Everything that it shows.
    pub fn all(&self) -> &BTreeMap<String, Entity> {
        &self.all
    }

    fn looked(&mut self) {
        self.looking = false;
        for delta in std::mem::take(&mut self.aside) {
            self.apply(delta);
        }
    }

    fn apply(&mut self, delta: Delta) {
        let Some((at, _)) = &mut self.at else { return };
        if delta.seq <= *at {
            return;
        }
        *at = delta.seq;
        self.all.extend(entities(delta.upserts));
        for key in &delta.removals {
            self.all.remove(key);
        }
    }
}

/// Entities by their keys.
pub fn entities(all: Vec<Entry>) -> BTreeMap<String, Entity> {
    let pair = |entry: Entry| (entry.key, entry.entity);
    all.into_iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use protocol::{Delta, Entry, Request, View};
    use workshop::{Entity, Field, FieldName, TableId};

    use super::Screen;

    fn entry(text: &str) -> Entry {
        Entry {
            key: "field/1/pitch".to_owned(),
            entity: Entity::Field(Field {
                table: TableId(1),
                field: FieldName::Pitch,
                text: text.to_owned(),
                ideas: Vec::new(),
                version: 1,
            }),
        }
    }

    fn delta(from: u64, seq: u64, text: &str) -> Delta {
        Delta {
            from,
            seq,
            upserts: vec![entry(text)],
            removals: Vec::new(),
        }
    }

    #[test]
    fn news_is_taken_once_and_in_order_and_a_gap_is_asked() {
        let mut screen = Screen::default();
        assert_eq!(screen.look(), Request::View);
        assert!(screen.news(delta(6, 7, "zeven")));
        assert!(screen.news(delta(3, 4, "vier")));
        screen.view(View {
            seq: 6,
            entities: vec![entry("zes")],
            now: 0,
            run: "r".to_owned(),
        });
        let text = |screen: &Screen| match screen.get("field/1/pitch") {
            Some(Entity::Field(field)) => field.text.clone(),
            _ => String::new(),
        };
        assert_eq!(text(&screen), "zeven");
        assert!(screen.news(delta(5, 6, "oud")));
        assert_eq!(text(&screen), "zeven");
        assert!(!screen.news(delta(9, 10, "tien")));
        let run = "r".to_owned();
        assert_eq!(screen.look(), Request::Since { seq: 7, run });
        screen.missed(delta(7, 11, "elf"));
        assert_eq!(text(&screen), "elf");
    }
}
