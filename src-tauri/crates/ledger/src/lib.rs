//! The session file: append-only events in SQLite, generic over the event.
