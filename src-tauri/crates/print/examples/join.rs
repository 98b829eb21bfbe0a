//! Writes sample join sheets as PDF and SVG into the folder that is given: `cargo run -p print --example join -- /tmp/sheets`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "an example for looking, not for shipping"
)]

use std::path::PathBuf;

#[path = "../tests/file/mod.rs"]
mod file;
#[path = "../tests/samples/join.rs"]
mod samples;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "sheets".into()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, sheets) in samples::all() {
        let language = sheets[0].language;
        let laid_out = print::lay_out_join(&sheets, &samples::words(language)).unwrap();
        let pdf = file::pdf(&laid_out, language);
        println!(
            "{name}: {} pages, {:.1} kB, {:?}",
            laid_out.pages.len(),
            pdf.len() as f64 / 1e3,
            laid_out.warnings
        );
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
        let svg = print::svg::write(&laid_out.pages[0]);
        std::fs::write(folder.join(format!("{name}.svg")), svg).unwrap();
    }
}
