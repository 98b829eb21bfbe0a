//! The command line `regio`: everything that needs no window, for scripts, tests and preparers.

mod args;
mod edge;
mod files;
mod load;
mod posters;
mod serve;
mod session;

use std::process::ExitCode;

use clap::Parser as _;
use protocol::Failure;

use args::{Args, Command, PrintCommand, SessionCommand, SnapshotCommand};

fn main() -> ExitCode {
    let args = Args::parse();
    let language = edge::language(args.language.as_deref());
    match run(args.command, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", language.failure(&failure));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command, language: app::Language) -> Result<(), Failure> {
    match command {
        Command::Fixture(fixture) => files::fixture(&fixture),
        Command::Snapshot(SnapshotCommand::Info { file, json }) => files::info(&file, json),
        Command::Session(SessionCommand::New(new)) => session::new(new),
        Command::Session(SessionCommand::Apply {
            session,
            commands,
            snapshot,
        }) => session::apply(&session, &commands, snapshot.as_deref()),
        Command::Session(SessionCommand::Show { session, json }) => session::show(&session, json),
        Command::Session(SessionCommand::Verify { session }) => session::verify(&session),
        Command::Print(PrintCommand::Poster(poster)) => posters::print(poster, language),
        Command::Serve(serve) => serve::serve(&serve),
        Command::Load(load) => load::load(&load, language),
    }
}
