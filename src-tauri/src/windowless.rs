//! Without a display: the same program, for a browser on this machine.

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::Arc;

use app::App;
use hub::UiFiles;

/// Serves the desk on loopback and prints its address, until the program is told to end.
pub fn run(app: Arc<App>) -> ExitCode {
    let say = |address: &str| writeln!(io::stdout(), "{address}");
    match hub::stand(app, UiFiles::BuiltIn, 0, Box::new(draw), say) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where randomness comes in"
)]
fn draw() -> [u8; 24] {
    let mut bytes = [0; 24];
    // Without random numbers nobody may be let in.
    if getrandom::fill(&mut bytes).is_err() {
        std::process::exit(1);
    }
    bytes
}
