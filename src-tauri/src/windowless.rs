//! Without a display: the same program, for a browser on this machine.

use std::process::ExitCode;
use std::sync::Arc;

use app::App;
use hub::{Keys, UiFiles, desk};
use tokio::net::TcpListener;

/// Serves the desk on loopback and prints its address, until the program is told to end.
pub fn run(app: Arc<App>) -> ExitCode {
    match serve(app) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn serve(app: Arc<App>) -> std::io::Result<()> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let keys = Arc::new(Keys::new(Box::new(draw)));
        eprintln!("{}", desk::address(listener.local_addr()?, &keys.token()));
        let stop = async {
            // Without a signal handler the program simply runs on until it is killed; nothing is lost by that.
            let _ = tokio::signal::ctrl_c().await;
        };
        desk::serve(listener, app, UiFiles::BuiltIn, keys, stop).await
    })
}

#[allow(clippy::disallowed_methods, reason = "this is the edge where randomness comes in")]
#[allow(clippy::expect_used, reason = "without random numbers nobody may be let in")]
fn draw() -> [u8; 24] {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).expect("the system gives no random numbers");
    bytes
}
