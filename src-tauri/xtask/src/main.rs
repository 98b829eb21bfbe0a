//! The build tool behind `cargo xtask …`.

mod checker;
mod codegen;
mod command;
mod house;
mod licences;
mod run;
mod setup;
mod test;
mod tidy;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "cargo xtask run              open the program on the fixture snapshot (in a browser where there is no display)
cargo xtask test             everything that must hold, on a fresh machine as well
cargo xtask ci               the slower checks: style, lints, generated files, the whole program in window and browser, kills
cargo xtask tidy             the rules of the house: who may know whom, file sizes, licences
cargo xtask codegen [--check]   write the TypeScript types from the Rust ones (or see whether they are up to date)";

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run", rest @ ..] => run::run(rest),
        ["test"] => test::test(),
        ["ci"] => test::ci(),
        ["tidy"] => tidy::tidy(),
        ["codegen"] => codegen::write(),
        ["codegen", "--check"] => codegen::check(),
        _ => bail!("usage:\n{USAGE}"),
    }
}
