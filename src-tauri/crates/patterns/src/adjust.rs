//! p over many tests at once. Each gives the adjusted p in the order of what was given.

/// Benjamini and Hochberg (1995): holds the false discovery rate.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    step_up(p, 1.0)
}

/// Benjamini and Yekutieli (2001): holds the false discovery rate for tests that depend on each other in any way.
pub fn benjamini_yekutieli(p: &[f64]) -> Vec<f64> {
    step_up(p, (1..=p.len()).map(|nth| 1.0 / nth as f64).sum())
}

/// Holm (1979): holds the chance of even one false discovery.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![0.0; p.len()];
    let mut highest: f64 = 0.0;
    for (nth, place) in ascending(p).into_iter().enumerate() {
        highest = highest.max((p.len() - nth) as f64 * p[place]).min(1.0);
        adjusted[place] = highest;
    }
    adjusted
}

fn step_up(p: &[f64], factor: f64) -> Vec<f64> {
    let mut adjusted = vec![1.0; p.len()];
    let mut lowest: f64 = 1.0;
    for (nth, place) in ascending(p).into_iter().enumerate().rev() {
        lowest = lowest.min(factor * p.len() as f64 / (nth + 1) as f64 * p[place]);
        adjusted[place] = lowest;
    }
    adjusted
}

fn ascending(p: &[f64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..p.len()).collect();
    places.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    places
}
