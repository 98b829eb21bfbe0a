//! Who may ask what. What is not named here nobody may.

use protocol::{Request, StoryPool};
use workshop::{Command, Experience, ParticipantId, SeatKind, Show, State, TableId};

use crate::eyes::Eyes;

/// A role that a caller can have.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// Runs the afternoon, at the laptop.
    Facilitator,
    /// A participant with an own device.
    Participant,
    /// The screen that a table shares.
    Scribe,
    /// A device that has no seat yet.
    Guest,
    /// A projector: it listens.
    Projector,
    /// A decision maker, who joins in part 2.
    DecisionMaker,
}

/// One table: for each variant its name in the protocol and the roles that may send it. A variant that is missing does not compile.
macro_rules! allowed {
    ($(#[$meta:meta])* $function:ident, $names:ident, $sort:ident { $($variant:ident $name:literal: $($role:ident)|*,)* }) => {
        $(#[$meta])*
        pub fn $function(it: &$sort) -> &'static [Role] {
            match it {
                $($sort::$variant { .. } => &[$(Role::$role),*],)*
            }
        }

        /// The names of all variants as they stand in the protocol, with the roles that may send them.
        pub const $names: &[(&str, &[Role])] = &[$(($name, &[$(Role::$role),*])),*];
    };
}

allowed! {
    /// The roles that may send a request. Who may send `Command` may not yet send every command: see [`for_command`].
    for_request, REQUESTS, Request {
        Command "command": Facilitator | Scribe | Participant,
        View "view": Facilitator | Scribe | Participant | Projector | DecisionMaker,
        Since "since": Facilitator | Scribe | Participant | Projector | DecisionMaker,
        Snapshot "snapshot": Facilitator | Scribe | Participant | Projector | DecisionMaker,
        Chart "chart": Facilitator | Scribe | Participant,
        Stories "stories": Facilitator | Scribe | Participant,
        Story "story": Facilitator | Scribe | Participant,
        Watch "watch": Facilitator,
        Advice "advice": Facilitator | Scribe,
        PosterPreview "poster_preview": Facilitator | Scribe | Projector,
        SheetPreview "sheet_preview": Facilitator,
        CardStories "card_stories": Facilitator,
        PrintSheets "print_sheets": Facilitator,
        PrintSet "print_set": Facilitator,
        Sheet "sheet": Facilitator,
        Home "home": Facilitator,
        OpenSnapshot "open_snapshot": Facilitator,
        UnlockSnapshot "unlock_snapshot": Facilitator,
        NewSession "new_session": Facilitator,
        OpenSession "open_session": Facilitator,
        CloseSession "close_session": Facilitator,
        Remember "remember": Facilitator,
        Joining "joining": Guest,
        Join "join": Guest,
        Typing "typing": Facilitator | Scribe | Participant,
        PhotoPart "photo_part": Facilitator | Scribe | Participant,
        Photo "photo": Facilitator | Scribe | Participant,
        Screen "screen": Facilitator | Projector,
        Lan "lan": Facilitator,
        LanStart "lan_start": Facilitator,
        LanStop "lan_stop": Facilitator,
        LanUnlock "lan_unlock": Facilitator,
        SetWifi "set_wifi": Facilitator,
        OpenScreen "open_screen": Facilitator,
        Prepare "prepare": Facilitator,
    }
}

allowed! {
    /// The roles that may send a command.
    for_command, COMMANDS, Command {
        CreateSession "create_session":,
        SetDetails "set_details": Facilitator,
        SetAgenda "set_agenda": Facilitator,
        AddTable "add_table": Facilitator,
        NameTable "name_table": Facilitator | Scribe,
        RemoveTable "remove_table": Facilitator,
        MoveTables "move_tables": Facilitator,
        StartTimer "start_timer": Facilitator,
        PauseTimer "pause_timer": Facilitator,
        ResumeTimer "resume_timer": Facilitator,
        AddMinutes "add_minutes": Facilitator,
        StopTimer "stop_timer": Facilitator,
        SendMessage "send_message": Facilitator,
        PutAway "put_away": Facilitator | Scribe | Participant,
        AskHelp "ask_help": Facilitator | Scribe | Participant,
        EndHelp "end_help": Facilitator | Scribe | Participant,
        SetScreen "set_screen": Facilitator,
        SetPaper "set_paper": Facilitator | Scribe,
        TakeSeat "take_seat":,
        MoveSeat "move_seat": Facilitator,
        RemoveSeat "remove_seat": Facilitator | Scribe | Participant,
        RenewCode "renew_code": Facilitator,
        AddParticipant "add_participant": Facilitator | Scribe,
        ChangeParticipant "change_participant": Facilitator | Scribe | Participant,
        MoveParticipant "move_participant": Facilitator,
        RemoveParticipant "remove_participant": Facilitator | Scribe,
        WriteExperience "write_experience": Facilitator | Scribe | Participant,
        ShowExperience "show_experience": Facilitator | Scribe | Participant,
        HandIn "hand_in": Facilitator | Scribe | Participant,
        Guess "guess": Facilitator | Scribe,
        Reveal "reveal": Facilitator | Scribe,
        AddInterpretation "add_interpretation": Facilitator | Scribe | Participant,
        ChangeInterpretation "change_interpretation": Facilitator | Scribe | Participant,
        RemoveInterpretation "remove_interpretation": Facilitator | Scribe | Participant,
        Recognise "recognise": Facilitator | Scribe | Participant,
        Vote "vote": Facilitator | Scribe | Participant,
        ShowVotes "show_votes": Facilitator | Scribe,
        Choose "choose": Facilitator | Scribe,
        FixChoice "fix_choice": Facilitator | Scribe,
        ReopenChoice "reopen_choice": Facilitator | Scribe,
        ReadStory "read_story": Facilitator | Scribe | Participant,
        KeepStory "keep_story": Facilitator | Scribe | Participant,
        PointAt "point_at": Facilitator | Scribe | Participant,
        AddNote "add_note": Facilitator | Scribe | Participant,
        ChangeNote "change_note": Facilitator | Scribe | Participant,
        RemoveNote "remove_note": Facilitator | Scribe | Participant,
        AddPhoto "add_photo":,
        RemovePhoto "remove_photo": Facilitator | Scribe | Participant,
        AddCluster "add_cluster": Facilitator | Scribe,
        NameCluster "name_cluster": Facilitator | Scribe,
        MoveNote "move_note": Facilitator | Scribe,
        MergeClusters "merge_clusters": Facilitator | Scribe,
        SplitCluster "split_cluster": Facilitator | Scribe,
        RemoveCluster "remove_cluster": Facilitator | Scribe,
        MergeNotes "merge_notes": Facilitator | Scribe,
        AddIdea "add_idea": Facilitator | Scribe | Participant,
        ChangeIdea "change_idea": Facilitator | Scribe | Participant,
        RemoveIdea "remove_idea": Facilitator | Scribe | Participant,
        SetDots "set_dots": Facilitator | Scribe | Participant,
        SetDotLimit "set_dot_limit": Facilitator | Scribe,
        CloseDots "close_dots": Facilitator | Scribe,
        ChooseIdeas "choose_ideas": Facilitator | Scribe,
        SetField "set_field": Facilitator | Scribe,
        SetSort "set_sort": Facilitator | Scribe,
        SetTouched "set_touched": Facilitator | Scribe,
        SetSaw "set_saw": Facilitator | Scribe,
        SetReady "set_ready": Facilitator | Scribe,
        Undo "undo": Facilitator | Scribe,
        Redo "redo": Facilitator | Scribe,
    }
}

/// Whether a caller may send a request. What of a command is allowed is asked when it is its turn: see [`may_command`].
pub(crate) fn may(eyes: &Eyes, state: Option<&State>, request: &Request) -> bool {
    for_request(request).contains(&eyes.role)
        && match request {
            Request::Stories { query } => match query.pool {
                StoryPool::Kept { table } => at(eyes, table),
                StoryPool::All | StoryPool::Support { .. } => true,
            },
            Request::Advice { table, .. } | Request::Typing { table, .. } => at(eyes, *table),
            Request::PosterPreview { table, .. } => {
                table.is_none_or(|table| match eyes.role {
                    // Everybody in the room sees the posters that are shown, and no other.
                    Role::Projector => state
                        .and_then(State::session)
                        .is_some_and(|session| session.screen == Show::Poster { table }),
                    _ => at(eyes, table),
                })
            }
            Request::PhotoPart { about, .. } => about.as_ref().is_none_or(|about| {
                at(eyes, about.table)
                    && (eyes.role != Role::Participant || eyes.is(about.by.as_ref()))
            }),
            Request::Photo { id } => state
                .and_then(|state| state.photo(id))
                .is_none_or(|photo| at(eyes, photo.table)),
            _ => true,
        }
}

/// Whether a table is in reach of a caller: its own, or any for who is at none.
fn at(eyes: &Eyes, table: TableId) -> bool {
    eyes.table.is_none_or(|mine| mine == table)
}

/// Whether a caller may send a command: the role allows it, it is about the own table, and where it is personal about nobody else.
/// What is about something that is not there goes on to the rules: they say that it is gone, and nothing changes by it.
pub(crate) fn may_command(eyes: &Eyes, state: &State, command: &Command) -> bool {
    if !for_command(command).contains(&eyes.role) {
        return false;
    }
    let here = || {
        let table = command.table(state);
        table.is_none() || table == eyes.table
    };
    match eyes.role {
        Role::Facilitator => true,
        Role::Scribe => here() && shared(eyes, state, command),
        Role::Participant => here() && own(eyes, state, command),
        Role::Guest | Role::Projector | Role::DecisionMaker => false,
    }
}

/// Whether a command is one for the screen that a table shares: nothing personal of someone who has a device, nothing private.
fn shared(eyes: &Eyes, state: &State, command: &Command) -> bool {
    use Command as C;
    let without = |person: &ParticipantId| state.seat_of(person).is_none();
    let open =
        |experience: &Experience| !experience.private && experience.by.as_ref().is_none_or(without);
    match command {
        C::Vote { participant, .. }
        | C::SetDots { participant, .. }
        | C::ChangeParticipant {
            id: participant, ..
        }
        | C::RemoveParticipant { id: participant } => without(participant),
        // Who left comes back at the own table, and is not fetched from another.
        C::AddParticipant { id, .. } => state
            .participant(id)
            .is_none_or(|it| Some(it.table) == eyes.table),
        C::WriteExperience {
            id, by, private, ..
        } => !*private && by.as_ref().is_none_or(without) && state.experience(id).is_none_or(open),
        C::ShowExperience { id, .. } | C::HandIn { id, .. } => {
            state.experience(id).is_none_or(open)
        }
        C::RemoveSeat { id } => state.seat(id).is_none_or(|it| it.kind == SeatKind::Scribe),
        _ => true,
    }
}

/// Whether a personal command is about the person whose device it comes from.
fn own(eyes: &Eyes, state: &State, command: &Command) -> bool {
    use Command as C;
    let mine = |by: Option<&ParticipantId>| eyes.is(by);
    match command {
        C::WriteExperience { id, by, .. } => {
            mine(by.as_ref()) && state.experience(id).is_none_or(|it| mine(it.by.as_ref()))
        }
        C::AddInterpretation { by, .. }
        | C::KeepStory { by, .. }
        | C::PointAt { by, .. }
        | C::AddNote { by, .. }
        | C::AddIdea { by, .. } => mine(by.as_ref()),
        C::Recognise { participant, .. }
        | C::Vote { participant, .. }
        | C::SetDots { participant, .. }
        | C::ChangeParticipant {
            id: participant, ..
        } => mine(Some(participant)),
        C::ShowExperience { id, .. } | C::HandIn { id, .. } => {
            state.experience(id).is_none_or(|it| mine(it.by.as_ref()))
        }
        C::ChangeInterpretation { id, .. } | C::RemoveInterpretation { id } => state
            .own_interpretation(id)
            .is_none_or(|it| mine(it.by.as_ref())),
        C::ChangeNote { id, .. } | C::RemoveNote { id } => {
            state.note(id).is_none_or(|it| mine(it.by.as_ref()))
        }
        C::ChangeIdea { id, .. } | C::RemoveIdea { id } => {
            state.idea(id).is_none_or(|it| mine(it.by.as_ref()))
        }
        C::RemovePhoto { id } => state.photo(id).is_none_or(|it| mine(it.by.as_ref())),
        C::RemoveSeat { id } => state
            .seat(id)
            .is_none_or(|it| mine(it.participant.as_ref())),
        // What is left is the whole table's.
        _ => true,
    }
}

#[cfg(test)]
mod tests;
