//! Which key an entity has.

use stories::StoryId;

use crate::{
    Cluster, Dots, Entity, Experience, Field, FieldName, Guess, Idea, Kept, Key, Message, Note,
    OwnInterpretation, Participant, Photo, Poster, Read, Recognition, Seat, Session, Table,
    TableId, Vote,
};

entities::parts! {
    Key, Entity;
    Session from Key::Session, it => Key::Session;
    Table from Key::Table(TableId(0)), it => Key::Table(it.id);
    Participant from Key::Participant("".into()), it => Key::Participant(it.id.clone());
    Experience from Key::Experience("".into()), it => Key::Experience(it.id.clone());
    Guess from Key::Guess(TableId(0), "".into()), it => Key::Guess(it.table, it.observation.clone());
    OwnInterpretation from Key::OwnInterpretation("".into()), it => Key::OwnInterpretation(it.id.clone());
    Recognition from Key::Recognition(TableId(0), "".into()), it => Key::Recognition(it.table, it.interpretation.clone());
    Vote from Key::Vote("".into()), it => Key::Vote(it.participant.clone());
    Read from Key::Read(TableId(0), StoryId(0)), it => Key::Read(it.table, it.story);
    Kept from Key::Kept(TableId(0), StoryId(0)), it => Key::Kept(it.table, it.story);
    Note from Key::Note("".into()), it => Key::Note(it.id.clone());
    Cluster from Key::Cluster("".into()), it => Key::Cluster(it.id.clone());
    Idea from Key::Idea("".into()), it => Key::Idea(it.id.clone());
    Dots from Key::Dots("".into()), it => Key::Dots(it.participant.clone());
    Field from Key::Field(TableId(0), FieldName::Proposal), it => Key::Field(it.table, it.field);
    Poster from Key::Poster(TableId(0)), it => Key::Poster(it.table);
    Message from Key::Message("".into()), it => Key::Message(it.id.clone());
    Seat from Key::Seat("".into()), it => Key::Seat(it.id.clone());
    Photo from Key::Photo("".into()), it => Key::Photo(it.id.clone());
}
