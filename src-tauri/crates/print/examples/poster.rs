//! Writes sample posters as PDF and SVG into the folder that is given: `cargo run -p print --example poster -- /tmp/posters`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "an example for looking, not for shipping"
)]

use std::path::PathBuf;
use std::time::Instant;

use print::pdf::{Meta, Moment};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "posters".into()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, poster) in samples::all() {
        let words = samples::words(poster.language);
        let mut times = Vec::new();
        let mut sheets = print::lay_out_poster(&poster, &words);
        let mut pdf = Vec::new();
        for _ in 0..5 {
            let start = Instant::now();
            sheets = print::lay_out_poster(&poster, &words);
            let laid_out = start.elapsed();
            let date = Moment {
                year: 2026,
                month: 11,
                day: 22,
                hour: 15,
                minute: 0,
                second: 0,
            };
            let meta = Meta {
                title: sheets.pages[0].title.clone(),
                language: poster.language,
                date,
            };
            pdf = print::pdf::write(&sheets, &meta).unwrap();
            times.push((start.elapsed(), laid_out));
        }
        let (whole, laid_out) = times.into_iter().min().unwrap();
        let svg = print::svg::write(&sheets.pages[0]);
        println!(
            "{name}: {:.1} ms ({:.1} ms layout), pdf {:.1} kB, svg {:.1} kB, {:?}",
            whole.as_secs_f64() * 1e3,
            laid_out.as_secs_f64() * 1e3,
            pdf.len() as f64 / 1e3,
            svg.len() as f64 / 1e3,
            sheets.warnings
        );
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
        std::fs::write(folder.join(format!("{name}.svg")), svg).unwrap();
    }
}
