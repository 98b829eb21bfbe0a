//! What one device lived through.

use super::samples::Samples;

/// What one device, or all together, lived through.
#[derive(Default)]
pub struct Tally {
    /// From typed to acknowledged, where the connection lasted.
    pub acknowledged: Samples,
    /// From typed to on all screens of the table.
    pub notes: Samples,
    /// From asked to answered.
    pub reads: Samples,
    /// From being there again to being up to date.
    pub reconnects: Samples,
    /// Commands that were acknowledged.
    pub commands: u64,
    /// Changes that came in on screens.
    pub deliveries: u64,
    /// Bytes of text that came in.
    pub bytes: u64,
    /// What the rules said no to: others were first.
    pub refused: u64,
    /// What failed otherwise.
    pub failed: u64,
    /// How it failed first.
    pub failure: Option<String>,
    /// Connections that the laptop ended or that did not come about.
    pub dropped: u64,
    /// Commands that were not answered in the end.
    pub unanswered: u64,
    /// Screens that show something else than the laptop has.
    pub diverged: u64,
    /// What differed first.
    pub difference: Option<String>,
}

impl Tally {
    /// Something failed.
    pub fn fails(&mut self, how: impl FnOnce() -> String) {
        self.failed += 1;
        self.failure.get_or_insert_with(how);
    }

    /// What someone else lived through as well.
    pub fn merge(&mut self, other: Self) {
        self.acknowledged.merge(other.acknowledged);
        self.notes.merge(other.notes);
        self.reads.merge(other.reads);
        self.reconnects.merge(other.reconnects);
        self.commands += other.commands;
        self.deliveries += other.deliveries;
        self.bytes += other.bytes;
        self.refused += other.refused;
        self.failed += other.failed;
        self.failure = self.failure.take().or(other.failure);
        self.dropped += other.dropped;
        self.unanswered += other.unanswered;
        self.diverged += other.diverged;
        self.difference = self.difference.take().or(other.difference);
    }
}
