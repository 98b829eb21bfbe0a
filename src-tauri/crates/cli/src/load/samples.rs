//! How long things took.

use std::time::Duration;

use serde::Serialize;

/// So many are kept; a run of the longest sort stays below it.
const MOST: usize = 2_000_000;

/// How long things took, in microseconds.
#[derive(Default)]
pub struct Samples(Vec<u32>);

/// What is said of it, in milliseconds; nothing where nothing was measured.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Spread {
    /// How many were measured.
    pub count: usize,
    /// Half took no longer.
    pub p50: Option<f64>,
    /// Of each hundred 95 took no longer.
    pub p95: Option<f64>,
    /// Of each hundred 99 took no longer.
    pub p99: Option<f64>,
    /// None took longer.
    pub max: Option<f64>,
}

impl Samples {
    /// One more.
    pub fn push(&mut self, took: Duration) {
        if self.0.len() < MOST {
            self.0
                .push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
        }
    }

    /// Those of someone else as well.
    pub fn merge(&mut self, other: Self) {
        let room = MOST.saturating_sub(self.0.len());
        self.0.extend(other.0.into_iter().take(room));
    }

    /// What is said of it.
    pub fn spread(mut self) -> Spread {
        self.0.sort_unstable();
        let at = |percent: usize| {
            let place = (self.0.len() * percent).div_ceil(100).saturating_sub(1);
            let micros = self.0.get(place)?;
            Some(f64::from(*micros) / 1_000.0)
        };
        Spread {
            count: self.0.len(),
            p50: at(50),
            p95: at(95),
            p99: at(99),
            max: at(100),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Samples;

    #[test]
    fn a_spread_is_of_what_was_measured() {
        assert_eq!(Samples::default().spread().p50, None);
        let mut samples = Samples::default();
        for millis in (1..=100).rev() {
            samples.push(Duration::from_millis(millis));
        }
        let spread = samples.spread();
        let found = [spread.p50, spread.p95, spread.p99, spread.max];
        assert_eq!(found, [Some(50.0), Some(95.0), Some(99.0), Some(100.0)]);
    }
}
