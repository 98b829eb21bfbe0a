//! The command line `regio`: everything that needs no window, for scripts, tests and preparers.

mod args;
mod edge;
mod files;
mod intake;
mod load;
mod orders;
mod patterns;
mod prepare;
mod serve;
mod session;
mod sheets;

use std::process::ExitCode;

use clap::Parser as _;
use protocol::Failure;

use args::{Args, Command, PrepareCommand, SessionCommand, SnapshotCommand};

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
        Command::Snapshot(SnapshotCommand::Info {
            file,
            json,
            passphrase,
        }) => files::info(&file, json, passphrase.as_deref()),
        Command::Snapshot(SnapshotCommand::Check {
            file,
            json,
            passphrase,
        }) => files::check(&file, json, passphrase.as_deref(), language),
        Command::Intake(asked) => intake::intake(asked, language),
        Command::Patterns(asked) => patterns::patterns(&asked, language),
        Command::Prepare(PrepareCommand::Apply { draft, commands }) => {
            prepare::apply(&draft, &commands)
        }
        Command::Prepare(PrepareCommand::Ask { draft, question }) => {
            prepare::ask(&draft, &question)
        }
        Command::Prepare(PrepareCommand::Publish {
            draft,
            out,
            encrypt,
            at,
        }) => prepare::publish(&draft, &out, encrypt, at),
        Command::Session(SessionCommand::New(new)) => session::new(new),
        Command::Session(SessionCommand::Apply {
            session,
            commands,
            snapshot,
        }) => session::apply(&session, &commands, snapshot.as_deref()),
        Command::Session(SessionCommand::Show { session, json }) => session::show(&session, json),
        Command::Session(SessionCommand::Verify { session }) => session::verify(&session),
        Command::Print(asked) => sheets::print(asked, language),
        Command::Serve(serve) => serve::serve(&serve),
        Command::Load(load) => load::load(&load, language),
    }
}
