//! Without a display: the same program, for a browser on this machine.

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::Arc;

use app::App;
use hub::UiFiles;

use crate::start;

/// Serves the desk on loopback and prints its address, until the program is told to end.
pub fn run(app: Arc<App>) -> ExitCode {
    let say = |address: &str| writeln!(io::stdout(), "{address}");
    match hub::stand(app, UiFiles::BuiltIn, 0, Box::new(start::draw), say) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
