//! What a person waits for: a filter and then all patterns again with their words, and opening a snapshot.

use std::hint::black_box;
use std::time::Instant;

use patterns::{Observed, Options, evaluate, parse_filter, shift};
use stories::{Collection, Library, StoryId};

/// How often the invented snapshot is taken to make a large one.
const TIMES: [u32; 2] = [1, 10];

/// Measures and says it.
pub fn measure() {
    for times in TIMES {
        let collection = larger(times);
        let stories = collection.stories.len();
        println!("\n{stories} stories of the invented snapshot");
        let bytes = snapshot::write(&collection).unwrap();
        drop(collection);
        let size = bytes.len() as f64 / 1e6;
        let (took, snapshot) = best(3, || snapshot::open(&bytes).unwrap());
        println!("  {:<46} {took:>9.1} ms ({size:.0} MB)", "open");
        let library = snapshot.library();
        for expression in [
            "",
            "role_type = parents",
            "good > 50",
            "region = kennemerland",
        ] {
            filtered(library, expression);
        }
        let observed: Vec<Observed> = library
            .perspectives()
            .iter()
            .flat_map(|one| &one.observations)
            .map(Observed::from)
            .collect();
        let filter = parse_filter("good > 50", library).unwrap();
        let (took, shifts) = best(5, || shift(library, &observed, &filter));
        let name = format!("{} observations beside 'good > 50'", shifts.len());
        println!("  {name:<46} {took:>9.1} ms");
    }
}

fn filtered(library: &Library, expression: &str) {
    let filter = parse_filter(expression, library).unwrap();
    let (took, rows) = best(9, || library.rows(&filter, &[]));
    let name = if expression.is_empty() {
        "all stories"
    } else {
        expression
    };
    let (all, found) = best(5, || {
        evaluate(black_box(library), &filter, &Options::default())
    });
    println!(
        "  {:<46} {:>9.3} ms, and {all:.1} ms for {} patterns with their words",
        format!("{name}: {} stories", rows.len()),
        took,
        found.tests
    );
}

/// The invented snapshot a number of times over, with numbers that go on.
fn larger(times: u32) -> Collection {
    let mut collection = fixture::round2(1);
    let once = collection.stories.clone();
    let step = once.len() as u32;
    for nth in 1..times {
        collection
            .stories
            .extend(once.iter().cloned().map(|mut story| {
                story.id = StoryId(story.id.0 + nth * step);
                story
            }));
    }
    collection
}

/// The shortest of some rounds in milliseconds, and the last outcome.
fn best<T>(rounds: usize, mut work: impl FnMut() -> T) -> (f64, T) {
    let mut shortest = f64::INFINITY;
    let mut last = None;
    for _ in 0..rounds {
        let start = Instant::now();
        let outcome = work();
        shortest = shortest.min(start.elapsed().as_secs_f64() * 1e3);
        last = Some(outcome);
    }
    (shortest, last.expect("at least one round"))
}
