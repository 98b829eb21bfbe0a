//! How fast a device may ask. Nothing is refused for it: what comes too fast is read later, so that a device that comes back with
//! much to send loses nothing.

use std::time::Duration;

use protocol::{Asked, Request};
use tokio::time::Instant;

/// Fills with time up to its brim, and may be drawn from below zero; then it is waited until it is not.
#[derive(Clone, Debug)]
struct Bucket {
    level: f64,
    brim: f64,
    a_second: f64,
    at: Option<Instant>,
}

impl Bucket {
    fn new(a_second: f64, brim: f64) -> Self {
        Self {
            level: brim,
            brim,
            a_second,
            at: None,
        }
    }

    /// Draws; gives when it is filled again so far that more may be drawn.
    fn draw(&mut self, now: Instant, much: f64) -> Instant {
        let passed = self
            .at
            .map_or(0.0, |at| now.saturating_duration_since(at).as_secs_f64());
        self.at = Some(now);
        self.level = (self.level + passed * self.a_second).min(self.brim) - much;
        now + Duration::from_secs_f64((-self.level).max(0.0) / self.a_second)
    }
}

/// How fast one device may ask.
#[derive(Clone, Debug)]
pub(crate) struct Pace {
    commands: Bucket,
    requests: Bucket,
    bytes: Bucket,
}

impl Pace {
    /// For a device on the LAN: ten commands and twenty questions a second, with room for what was kept while it was away, and as many
    /// bytes as photos need.
    pub fn device() -> Self {
        Self {
            commands: Bucket::new(10.0, 40.0),
            requests: Bucket::new(20.0, 60.0),
            bytes: Bucket::new(256.0 * 1024.0, 2.0 * 1024.0 * 1024.0),
        }
    }

    /// When the next may be read, after this came in; `None` stands for anything that is no request.
    pub fn after(&mut self, now: Instant, asked: Option<&Asked>, size: usize) -> Instant {
        let sort = match asked.map(|asked| &asked.request) {
            Some(Request::Command { .. }) => &mut self.commands,
            _ => &mut self.requests,
        };
        let size = f64::from(u32::try_from(size).unwrap_or(u32::MAX));
        sort.draw(now, 1.0).max(self.bytes.draw(now, size))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use protocol::{Asked, Request};
    use tokio::time::Instant;

    use super::Pace;

    /// How long a device takes to bring so many messages in, one after the other.
    fn taken(count: u32, size: usize, asked: Option<&Asked>) -> Duration {
        let mut pace = Pace::device();
        let start = Instant::now();
        let mut now = start;
        for _ in 0..count {
            now = pace.after(now, asked, size);
        }
        now - start
    }

    #[test]
    fn a_full_outbox_comes_in_and_a_flood_comes_slowly() {
        let command: Asked = serde_json::from_str(
            r#"{"id":1,"request":{"type":"command","id":"c","command":{"type":"stop_timer"}}}"#,
        )
        .unwrap();
        let view = Asked {
            id: 2,
            request: Request::View,
        };
        let seconds = |count, size, asked| taken(count, size, asked).as_secs_f64().round();
        assert_eq!(seconds(40, 200, Some(&command)), 0.0);
        assert_eq!(seconds(140, 200, Some(&command)), 10.0);
        assert_eq!(seconds(60, 200, Some(&view)), 0.0);
        assert_eq!(seconds(260, 200, None), 10.0);
        // A photo of four megabytes, in parts of 48 KiB.
        let photo = seconds(112, 49_000, Some(&view));
        assert!((12.0..16.0).contains(&photo), "{photo}");
    }
}
