//! Who may ask what. What is not named here nobody may.

use protocol::{Caller, Request};
use workshop::Command;

/// A role that a caller can have. For now only the facilitator exists; participants, scribes, projectors and decision makers come
/// with the network.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// Runs the afternoon, at the laptop.
    Facilitator,
}

impl Role {
    /// The role of a caller.
    pub fn of(caller: &Caller) -> Self {
        match caller {
            Caller::Facilitator => Self::Facilitator,
        }
    }
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
        Command "command": Facilitator,
        View "view": Facilitator,
        Since "since": Facilitator,
        Snapshot "snapshot": Facilitator,
        Chart "chart": Facilitator,
        Stories "stories": Facilitator,
        Story "story": Facilitator,
        Watch "watch": Facilitator,
        Advice "advice": Facilitator,
        PosterPreview "poster_preview": Facilitator,
        PrintPosters "print_posters": Facilitator,
        Sheet "sheet": Facilitator,
        Home "home": Facilitator,
        OpenSnapshot "open_snapshot": Facilitator,
        NewSession "new_session": Facilitator,
        OpenSession "open_session": Facilitator,
        CloseSession "close_session": Facilitator,
        Remember "remember": Facilitator,
    }
}

allowed! {
    /// The roles that may send a command.
    for_command, COMMANDS, Command {
        CreateSession "create_session":,
        SetDetails "set_details": Facilitator,
        SetAgenda "set_agenda": Facilitator,
        AddTable "add_table": Facilitator,
        NameTable "name_table": Facilitator,
        RemoveTable "remove_table": Facilitator,
        MoveTables "move_tables": Facilitator,
        StartTimer "start_timer": Facilitator,
        PauseTimer "pause_timer": Facilitator,
        ResumeTimer "resume_timer": Facilitator,
        AddMinutes "add_minutes": Facilitator,
        StopTimer "stop_timer": Facilitator,
        SendMessage "send_message": Facilitator,
        PutAway "put_away": Facilitator,
        AskHelp "ask_help": Facilitator,
        EndHelp "end_help": Facilitator,
        AddParticipant "add_participant": Facilitator,
        ChangeParticipant "change_participant": Facilitator,
        MoveParticipant "move_participant": Facilitator,
        RemoveParticipant "remove_participant": Facilitator,
        WriteExperience "write_experience": Facilitator,
        HandIn "hand_in": Facilitator,
        Guess "guess": Facilitator,
        Reveal "reveal": Facilitator,
        AddInterpretation "add_interpretation": Facilitator,
        ChangeInterpretation "change_interpretation": Facilitator,
        RemoveInterpretation "remove_interpretation": Facilitator,
        Recognise "recognise": Facilitator,
        Vote "vote": Facilitator,
        ShowVotes "show_votes": Facilitator,
        Choose "choose": Facilitator,
        FixChoice "fix_choice": Facilitator,
        ReopenChoice "reopen_choice": Facilitator,
        ReadStory "read_story": Facilitator,
        KeepStory "keep_story": Facilitator,
        AddNote "add_note": Facilitator,
        ChangeNote "change_note": Facilitator,
        RemoveNote "remove_note": Facilitator,
        AddCluster "add_cluster": Facilitator,
        NameCluster "name_cluster": Facilitator,
        MoveNote "move_note": Facilitator,
        MergeClusters "merge_clusters": Facilitator,
        SplitCluster "split_cluster": Facilitator,
        RemoveCluster "remove_cluster": Facilitator,
        MergeNotes "merge_notes": Facilitator,
        AddIdea "add_idea": Facilitator,
        ChangeIdea "change_idea": Facilitator,
        RemoveIdea "remove_idea": Facilitator,
        SetDots "set_dots": Facilitator,
        SetDotLimit "set_dot_limit": Facilitator,
        CloseDots "close_dots": Facilitator,
        ChooseIdeas "choose_ideas": Facilitator,
        SetField "set_field": Facilitator,
        SetSort "set_sort": Facilitator,
        SetTouched "set_touched": Facilitator,
        SetSaw "set_saw": Facilitator,
        SetReady "set_ready": Facilitator,
        Undo "undo": Facilitator,
        Redo "redo": Facilitator,
    }
}

/// Whether a caller may send a request, and the command in it.
pub fn may(caller: &Caller, request: &Request) -> bool {
    let role = Role::of(caller);
    for_request(request).contains(&role)
        && match request {
            Request::Command { command, .. } => for_command(command).contains(&role),
            _ => true,
        }
}

#[cfg(test)]
mod tests {
    use protocol::{Caller, Request};
    use workshop::{Command, SnapshotRef};

    use super::{COMMANDS, REQUESTS, Role, may};

    #[test]
    fn names_are_those_of_the_protocol_and_each_has_an_owner() {
        for (names, generated) in [(REQUESTS, "Request.ts"), (COMMANDS, "Command.ts")] {
            let path = format!(
                "{}/../../../ui/src/generated/{generated}",
                env!("CARGO_MANIFEST_DIR")
            );
            let text = std::fs::read_to_string(path).unwrap();
            assert_eq!(
                text.matches("\"type\": \"").count(),
                names.len(),
                "{generated}"
            );
            for (name, roles) in names {
                assert!(text.contains(&format!("\"type\": \"{name}\"")), "{name}");
                assert!(
                    *name == "create_session" || roles.contains(&Role::Facilitator),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn nobody_begins_a_session_with_a_bare_command() {
        let snapshot = SnapshotRef {
            hash: String::new(),
            name: String::new(),
            set_name: String::new(),
            stories: 0,
            set: Vec::new(),
        };
        let command = Command::CreateSession {
            name: "A".into(),
            region: "B".into(),
            own_region: None,
            date: "2026-11-22".into(),
            tables: 6,
            snapshot,
        };
        assert!(!may(
            &Caller::Facilitator,
            &Request::Command {
                id: "c1".into(),
                command
            }
        ));
        assert!(may(&Caller::Facilitator, &Request::Home));
    }
}
