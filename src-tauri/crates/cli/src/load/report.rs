//! What is said of a run: one line of JSON, or a few lines for people.

use app::Language;
use protocol::Failure;
use serde::Serialize;

use super::samples::Spread;
use crate::edge;

/// What is said of a run. All times are in milliseconds.
#[derive(Debug, Serialize)]
pub struct Report {
    pub clients: usize,
    pub tables: u8,
    /// Places at tables; where there are fewer than devices, several devices share one, like two tabs of one person.
    pub seats: usize,
    pub seconds: f64,
    /// Commands that were acknowledged.
    pub commands: u64,
    pub commands_per_second: f64,
    /// From typed to acknowledged.
    pub acknowledged_ms: Spread,
    /// From typed to on all screens of the table, that of the writer included.
    pub note_ms: Spread,
    /// Lists of stories, and stories.
    pub read_ms: Spread,
    /// From being there again to being up to date.
    pub reconnect_ms: Spread,
    pub reconnects: usize,
    /// Changed things that came in on screens.
    pub deliveries_per_second: f64,
    /// What came in, as text.
    pub bytes_per_client: u64,
    /// What the rules said no to, because another screen was first.
    pub refused: u64,
    pub failed: u64,
    pub failure: Option<String>,
    pub dropped: u64,
    pub unanswered: u64,
    pub lost: u64,
    pub doubled: u64,
    pub diverged: u64,
    pub difference: Option<String>,
    pub fdatasync_ms: Spread,
    pub note_to_fdatasync: Option<f64>,
}

impl Report {
    /// Whether everything is as it should be in the end.
    pub fn right(&self) -> bool {
        self.lost + self.doubled + self.diverged == 0
    }

    /// Says it.
    pub fn say(&self, json: bool, language: Language) -> Result<(), Failure> {
        if json {
            return edge::line(&edge::json(self)?);
        }
        let number = |value: f64| {
            let text = format!("{value:.1}");
            match language {
                Language::Nl => text.replace('.', ","),
                Language::En => text,
            }
        };
        let time = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), number);
        let say = |key: &str, places: &[(&str, &str)]| {
            edge::line(&language.say(&format!("load.{key}"), places))
        };
        say(
            "run",
            &[
                ("clients", &self.clients.to_string()),
                ("tables", &self.tables.to_string()),
                ("seats", &self.seats.to_string()),
                ("seconds", &number(self.seconds)),
            ],
        )?;
        if self.seats < self.clients {
            say("shared", &[])?;
        }
        say(
            "commands",
            &[
                ("commands", &self.commands.to_string()),
                ("rate", &number(self.commands_per_second)),
                ("deliveries", &number(self.deliveries_per_second)),
                ("bytes", &self.bytes_per_client.to_string()),
            ],
        )?;
        let spreads = [
            ("acknowledged", &self.acknowledged_ms),
            ("note", &self.note_ms),
            ("read", &self.read_ms),
            ("reconnect", &self.reconnect_ms),
            ("fdatasync", &self.fdatasync_ms),
        ];
        for (key, spread) in spreads {
            say(
                key,
                &[
                    ("count", &spread.count.to_string()),
                    ("p50", &time(spread.p50)),
                    ("p95", &time(spread.p95)),
                    ("p99", &time(spread.p99)),
                    ("max", &time(spread.max)),
                ],
            )?;
        }
        say("ratio", &[("ratio", &time(self.note_to_fdatasync))])?;
        say(
            "trouble",
            &[
                ("refused", &self.refused.to_string()),
                ("failed", &self.failed.to_string()),
                ("dropped", &self.dropped.to_string()),
                ("unanswered", &self.unanswered.to_string()),
            ],
        )?;
        for detail in self.failure.iter().chain(&self.difference) {
            say("detail", &[("detail", detail)])?;
        }
        say(
            "verdict",
            &[
                ("lost", &self.lost.to_string()),
                ("doubled", &self.doubled.to_string()),
                ("diverged", &self.diverged.to_string()),
            ],
        )
    }
}
