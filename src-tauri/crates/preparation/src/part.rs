//! Which key an entity has.

use stories::StoryId;

use crate::{
    Derived, DraftObservation, DraftPerspective, Entity, Kept, Key, LeftOut, Looked, Mask,
    MaskPlace, PatternKey, Published, QuestionEdit, QuestionOrder, Recode, Selection, Source,
    Triage, Verdicted, Work,
};

entities::parts! {
    Key, Entity;
    Work from Key::Work, it => Key::Work;
    Published from Key::Published, it => Key::Published;
    Source from Key::Source("".into()), it => Key::Source(it.id.clone());
    Verdicted from Key::Verdicted(StoryId(0)), it => Key::Verdicted(it.story);
    Mask from Key::Mask(MaskPlace::first(StoryId(0))), it => Key::Mask(it.place.clone());
    Looked from Key::Looked(StoryId(0)), it => Key::Looked(it.story);
    QuestionEdit from Key::QuestionEdit("".into()), it => Key::QuestionEdit(it.question.clone());
    QuestionOrder from Key::QuestionOrder, it => Key::QuestionOrder;
    Recode from Key::Recode("".into()), it => Key::Recode(it.question.clone());
    Derived from Key::Derived("".into()), it => Key::Derived(it.id.clone());
    LeftOut from Key::LeftOut("".into()), it => Key::LeftOut(it.question.clone());
    Kept from Key::Kept("".into()), it => Key::Kept(it.question.clone());
    Triage from Key::Triage(PatternKey::new("".into(), "".into(), None)), it => Key::Triage(it.pattern.clone());
    DraftObservation from Key::DraftObservation("".into()), it => Key::DraftObservation(it.id.clone());
    DraftPerspective from Key::DraftPerspective("".into()), it => Key::DraftPerspective(it.id.clone());
    Selection from Key::Selection("".into()), it => Key::Selection(it.id.clone());
}
