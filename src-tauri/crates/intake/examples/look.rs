//! Prints what is proposed for an export: `cargo run -p intake --example look -- FILE`.
#![allow(clippy::print_stdout, reason = "this prints")]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let begun = std::time::Instant::now();
    let export = intake::open(&std::fs::read(&path)?, &path, &intake::How::default())?;
    let opened = begun.elapsed();
    let codebook = intake::propose(&export);
    let proposed = begun.elapsed();
    let taken = intake::take_in(&export, &codebook);
    println!(
        "{:?} {:?} {} rows; opened {opened:?}, proposed {:?}, taken in {:?}",
        export.source,
        export.format,
        export.len(),
        proposed - opened,
        begun.elapsed() - proposed
    );
    let begun = std::time::Instant::now();
    let suspicions = intake::suspicions(&taken.stories);
    let suspected = begun.elapsed();
    let names = intake::names(&taken.stories, &taken.questions);
    println!(
        "{} suspicions in {suspected:?}, {} names in {:?}",
        suspicions.len(),
        names.len(),
        begun.elapsed() - suspected
    );
    for view in intake::describe(&export, &codebook) {
        println!(
            "{}  {:?} {}/{}",
            view.header, view.columns, view.filled, view.distinct
        );
        match view.plan {
            Some(intake::Plan::Question { question }) => {
                println!(
                    "   {} | {} | {:?}",
                    question.id, question.short, question.group
                );
                let coding = serde_json::to_string(&question.coding)?;
                println!("   {}", coding.chars().take(600).collect::<String>());
            }
            plan => println!("   {plan:?}"),
        }
        for warning in view.warnings {
            println!("   ! {} {:?}", warning.code, warning.places);
        }
    }
    println!(
        "rejected {:?}",
        taken.rejected.iter().take(5).collect::<Vec<_>>()
    );
    println!(
        "unmapped {:?}",
        taken.unmapped.iter().take(20).collect::<Vec<_>>()
    );
    println!("remarks {:?}", taken.remarks);
    println!("first {:?}", taken.stories.first());
    Ok(())
}
