//! The desk as a whole program: a listener on loopback, addresses for pages, and an end.

use std::io::{self, BufRead as _};
use std::net::Ipv4Addr;
use std::sync::Arc;

use app::App;
use tokio::net::TcpListener;

use crate::keys::{Draw, Whose};
use crate::{Keys, UiFiles, desk};

/// The port that is tried first when any will do: a page that comes back to the same address finds the words again that its browser
/// kept and the laptop never got.
const USUAL: u16 = 47_818;

/// Serves the desk on loopback until the program is asked to end, and then makes a last backup.
///
/// `say` gets the address to open, once; and a new one for every line on standard input, for who closed the page. Port 0 takes the
/// usual one, or any that is free.
///
/// # Errors
/// When the port is taken, nothing can be said, or the listener fails for good.
pub fn stand(
    app: Arc<App>,
    ui: UiFiles,
    port: u16,
    draw: Draw,
    say: impl Fn(&str) -> io::Result<()> + Send + 'static,
) -> io::Result<()> {
    let keys = Arc::new(Keys::new(draw));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let served = runtime.block_on(async {
        let listener = bind(port).await?;
        let listening = listener.local_addr()?;
        say(&desk::address(listening, &keys.token(Whose::Facilitator)))?;
        let more = Arc::clone(&keys);
        // The thread ends with the program.
        std::thread::Builder::new().spawn(move || {
            for _ in io::stdin().lock().lines().map_while(Result::ok) {
                if say(&desk::address(listening, &more.token(Whose::Facilitator))).is_err() {
                    return;
                }
            }
        })?;
        desk::serve(listener, Arc::clone(&app), ui, keys, stopped()).await
    });
    app.close();
    runtime.shutdown_background();
    served
}

/// Waits until the program is asked to end, and then makes a last backup: for a program that only lets devices in.
///
/// # Errors
/// When the program cannot wait.
pub fn wait(app: &App) -> io::Result<()> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(stopped());
    app.close();
    Ok(())
}

async fn bind(port: u16) -> io::Result<TcpListener> {
    if port == 0
        && let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, USUAL)).await
    {
        return Ok(listener);
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await
}

/// Ready when the program is asked to end.
async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut end) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = end.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
