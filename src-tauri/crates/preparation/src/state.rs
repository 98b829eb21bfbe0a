//! The state of the work: all entities, when each last changed, and the way back.

use entities::{Back, Entities, Part};
use stories::{
    Choice, InterpretationId, Kind, ObservationId, PerspectiveId, Question, QuestionId, StoryId,
};

use crate::{
    Derived, DraftObservation, DraftPerspective, Entity, Key, Mask, MaskPlace, PatternKey, Piece,
    Published, QuestionEdit, Recode, Selection, SelectionId, Source, SourceId, Triage, Verdict,
    Verdicted, Work,
};

/// The state of the work. The default has not begun.
///
/// It follows from the events alone: the same events give an equal state, the way back included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub(crate) entities: Entities<Key, Entity>,
    /// The highest story number that a source ever had. A number never means another story, also where its source is gone.
    pub(crate) numbered: u32,
    /// The last event that changed what would be published.
    pub(crate) touched: u64,
    pub(crate) back: Back<Piece>,
}

impl State {
    // ---- for screens ---------------------------------------------------------------------------------------------------------

    /// The number of the last event that was applied; 0 before the first.
    pub fn seq(&self) -> u64 {
        self.entities.seq()
    }

    /// An entity.
    pub fn entity(&self, key: &Key) -> Option<&Entity> {
        self.entities.entity(key)
    }

    /// All entities, in the order of their keys.
    pub fn entities(&self) -> impl Iterator<Item = &Entity> + '_ {
        self.entities.iter().map(|(_, entity)| entity)
    }

    /// What changed after an event, each key once, the longest ago first: with `true` where the entity is gone.
    pub fn changed_since(&self, seq: u64) -> impl Iterator<Item = (&Key, bool)> + '_ {
        self.entities.changed_since(seq)
    }

    /// How many steps can be undone.
    pub fn undoable(&self) -> usize {
        self.back.undoable()
    }

    /// How many steps can be done again.
    pub fn redoable(&self) -> usize {
        self.back.redoable()
    }

    /// What the next undo puts back, for a screen that names it: the keys of all that changes.
    pub fn next_undo(&self) -> impl Iterator<Item = &Key> + '_ {
        self.step_back(false)
            .into_iter()
            .flatten()
            .map(|it| &it.key)
    }

    /// What the next redo changes.
    pub fn next_redo(&self) -> impl Iterator<Item = &Key> + '_ {
        self.step_back(true).into_iter().flatten().map(|it| &it.key)
    }

    // ---- the work ------------------------------------------------------------------------------------------------------------

    /// What the snapshot will be, once the work began.
    pub fn work(&self) -> Option<&Work> {
        self.get(&Key::Work)
    }

    /// What was published last.
    pub fn published(&self) -> Option<&Published> {
        self.get(&Key::Published)
    }

    /// Whether something changed after the last publishing.
    pub fn changed_after_publishing(&self) -> bool {
        let published = self.entities.changed(&Key::Published);
        published.is_some_and(|seq| self.touched > seq)
    }

    /// The sources in the order in which they were taken in.
    pub fn sources(&self) -> Vec<&Source> {
        self.in_order()
    }

    /// A source.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.get(&Key::Source(id.clone()))
    }

    /// The source of a story.
    pub fn source_of(&self, story: StoryId) -> Option<&Source> {
        self.all::<Source>().find(|it| it.holds(story))
    }

    /// The lowest offset that a new source may have.
    pub fn next_offset(&self) -> u32 {
        self.numbered
    }

    // ---- clean and mask ------------------------------------------------------------------------------------------------------

    /// What was decided about a response.
    pub fn verdict(&self, story: StoryId) -> Option<Verdict> {
        self.get::<Verdicted>(&Key::Verdicted(story))
            .map(|it| it.verdict)
    }

    /// All that was decided about responses, by number.
    pub fn verdicts(&self) -> impl Iterator<Item = &Verdicted> + '_ {
        self.all()
    }

    /// Whether a response is left out.
    pub fn left_out_story(&self, story: StoryId) -> bool {
        matches!(self.verdict(story), Some(Verdict::LeaveOut { .. }))
    }

    /// What was decided about a place in a text.
    pub fn mask(&self, place: &MaskPlace) -> Option<&Mask> {
        self.get(&Key::Mask(place.clone()))
    }

    /// All masks and rejections, by story and place.
    pub fn masks(&self) -> impl Iterator<Item = &Mask> + '_ {
        self.all()
    }

    /// The masks and rejections of a story, by place.
    pub fn masks_of(&self, story: StoryId) -> impl Iterator<Item = &Mask> + '_ {
        self.entities
            .from(Key::Mask(MaskPlace::first(story)))
            .map_while(Mask::of)
            .take_while(move |it| it.place.story == story)
    }

    /// Whether every mask of a story was looked at.
    pub fn looked(&self, story: StoryId) -> bool {
        self.entities.contains(&Key::Looked(story))
    }

    // ---- questions -----------------------------------------------------------------------------------------------------------

    /// The questions of all sources as they were taken in. Where two sources have a question, it has the options of both.
    pub fn taken_questions(&self) -> Vec<Question> {
        let mut all = Vec::new();
        for source in self.sources() {
            unite(&mut all, &source.questions);
        }
        all
    }

    /// The derived questions in the order in which they were made.
    pub fn derived_questions(&self) -> Vec<&Derived> {
        self.in_order()
    }

    /// A derived question.
    pub fn derived(&self, id: &QuestionId) -> Option<&Derived> {
        self.get(&Key::Derived(id.clone()))
    }

    /// A question before recoding: as it was taken in, or derived.
    pub fn question(&self, id: &QuestionId) -> Option<Question> {
        self.derived(id)
            .map(Derived::question)
            .or_else(|| self.taken_questions().into_iter().find(|it| it.id == *id))
    }

    /// Other words for a question.
    pub fn question_edit(&self, id: &QuestionId) -> Option<&QuestionEdit> {
        self.get(&Key::QuestionEdit(id.clone()))
    }

    /// The order of the questions as it was set.
    pub fn question_order(&self) -> &[QuestionId] {
        self.get::<crate::QuestionOrder>(&Key::QuestionOrder)
            .map_or(&[], |it| &it.order)
    }

    /// What was done to the options of a question.
    pub fn recode(&self, id: &QuestionId) -> Option<&Recode> {
        self.get(&Key::Recode(id.clone()))
    }

    /// Whether a question is left out.
    pub fn left_out_question(&self, id: &QuestionId) -> bool {
        self.entities.contains(&Key::LeftOut(id.clone()))
    }

    /// Whether it was decided that a question stays, although the program proposed to leave it out.
    pub fn kept_question(&self, id: &QuestionId) -> bool {
        self.entities.contains(&Key::Kept(id.clone()))
    }

    // ---- patterns ------------------------------------------------------------------------------------------------------------

    /// What the preparer thinks of a pattern. What was once said of all options of a question holds for each, until something is
    /// said of that option.
    pub fn triage(&self, pattern: &PatternKey) -> Option<&Triage> {
        let own = self.get(&Key::Triage(pattern.clone()));
        own.or_else(|| self.get(&Key::Triage(pattern.whole()?)))
    }

    /// All patterns that were judged.
    pub fn triages(&self) -> impl Iterator<Item = &Triage> + '_ {
        self.all()
    }

    /// A named filter.
    pub fn selection(&self, id: &SelectionId) -> Option<&Selection> {
        self.get(&Key::Selection(id.clone()))
    }

    /// The named filters in the order in which they were made.
    pub fn selections(&self) -> Vec<&Selection> {
        self.in_order()
    }

    // ---- observations and perspectives ---------------------------------------------------------------------------------------

    /// An observation.
    pub fn observation(&self, id: &ObservationId) -> Option<&DraftObservation> {
        self.get(&Key::DraftObservation(id.clone()))
    }

    /// All observations in the order in which they were made.
    pub fn observations(&self) -> Vec<&DraftObservation> {
        self.in_order()
    }

    /// The observation that an interpretation explains.
    pub fn observation_of(&self, id: &InterpretationId) -> Option<&DraftObservation> {
        self.all::<DraftObservation>()
            .find(|it| it.interpretations.iter().any(|one| one.id == *id))
    }

    /// A perspective.
    pub fn perspective(&self, id: &PerspectiveId) -> Option<&DraftPerspective> {
        self.get(&Key::DraftPerspective(id.clone()))
    }

    /// The perspectives in their order.
    pub fn perspectives(&self) -> Vec<&DraftPerspective> {
        let mut all: Vec<&DraftPerspective> = self.all().collect();
        all.sort_by_key(|it| it.place);
        all
    }

    /// The perspective that an observation belongs to.
    pub fn perspective_of(&self, id: &ObservationId) -> Option<&DraftPerspective> {
        self.all::<DraftPerspective>()
            .find(|it| it.observations.contains(id))
    }

    // ---- inside ----------------------------------------------------------------------------------------------------------------

    pub(crate) fn get<P: Part<Key, Entity>>(&self, key: &Key) -> Option<&P> {
        self.entities.get(key)
    }

    pub(crate) fn all<P: Part<Key, Entity>>(&self) -> impl Iterator<Item = &P> + '_ {
        self.entities.all()
    }

    fn in_order<P: Part<Key, Entity>>(&self) -> Vec<&P> {
        self.entities.in_order(|_| true)
    }

    /// The pieces that the last step put aside, to undo or to do again.
    pub(crate) fn step_back(&self, redo: bool) -> Option<&[Piece]> {
        if redo {
            self.back.next_redo()
        } else {
            self.back.next_undo()
        }
    }
}

/// Adds questions to others; a question that is there gets the options that are new.
pub(crate) fn unite(all: &mut Vec<Question>, more: &[Question]) {
    for question in more {
        match all.iter_mut().find(|it| it.id == question.id) {
            None => all.push(question.clone()),
            Some(there) => {
                if let Kind::Choice { choices } | Kind::Several { choices } = &mut there.kind {
                    add_choices(choices, question.choices());
                }
            }
        }
    }
}

fn add_choices(choices: &mut Vec<Choice>, more: &[Choice]) {
    for choice in more {
        if !choices.iter().any(|it| it.id == choice.id) {
            choices.push(choice.clone());
        }
    }
}
