//! The conversation with one connected screen: what it asks, what it is answered, and what is new for it.

use std::sync::Arc;
use std::time::Duration;

use app::{App, Line, News};
use protocol::{Asked, Caller, Failure, Greeting, Push, Reply, Told};
use tokio::sync::Notify;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until};

use crate::channel::{Channel, Gone, Heard};
use crate::lanes::{Answer, Lanes, looks, write};
use crate::pace::Pace;

/// How often a quiet screen is asked whether it is there.
pub(crate) const PING: Duration = Duration::from_secs(20);
/// A screen that gives no sign for this long is gone.
pub(crate) const GONE: Duration = Duration::from_secs(65);
/// So long a screen is left alone after it was told something new; what happens meanwhile goes together.
const APART: Duration = Duration::from_millis(25);
/// So long it is not looked again whether there is anything new for a screen, where there was nothing.
const AGAIN: Duration = Duration::from_millis(4);

/// What a conversation is held to.
pub(crate) struct Terms {
    /// How questions are answered.
    pub answer: Answer,
    /// So many questions are answered at once.
    pub at_once: usize,
    /// How fast it may ask.
    pub pace: Option<Pace>,
    /// Whether the screen may still be here when another session was opened, or none. Waits for the disk.
    pub stays: Arc<dyn Fn() -> Stays + Send + Sync>,
}

/// Whether a screen may still be here.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stays {
    /// It may.
    Yes,
    /// What it came in with is worth nothing any more.
    No,
    /// No session is open: nobody has a place, and everybody finds it again when the session comes back.
    NoSession,
}

/// A line for a screen, and what wakes it when there may be something new.
pub(crate) fn connect(app: &Arc<App>, caller: Caller) -> Option<(Arc<Line>, Arc<Notify>)> {
    let wake = Arc::new(Notify::new());
    let waking = Arc::clone(&wake);
    let line = app.line(caller, Box::new(move || waking.notify_one()))?;
    Some((Arc::new(line), wake))
}

/// Talks until one of both sides has enough. `first` is what was said already.
pub(crate) async fn talk(
    mut channel: Channel,
    (line, wake): (Arc<Line>, Arc<Notify>),
    first: Option<String>,
    mut terms: Terms,
) {
    let (lanes, mut answers) = Lanes::start(&line, Arc::clone(&terms.answer), terms.at_once);
    let mut held: Option<Asked> = None;
    // What a screen builds on must be there before what changed after it.
    let mut looking = 0_u32;
    let mut awake = false;
    let mut next = Instant::now();
    let mut pause = Instant::now();
    let mut seen = Instant::now();
    let mut ping = interval(PING);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut said = first;
    loop {
        if let Some(text) = said.take() {
            held = match understand(&text) {
                Ok(asked) => Some(asked),
                Err(Some(id)) => {
                    let reply = Reply::Failed(Failure::BadRequest);
                    if channel.say_text(write(id, reply)).await.is_err() {
                        return;
                    }
                    None
                }
                Err(None) => return channel.close().await,
            };
            if let Some(asked) = &held {
                looking += u32::from(looks(&asked.request));
            }
            if let Some(pace) = &mut terms.pace {
                pause = pace.after(Instant::now(), held.as_ref(), text.len());
            }
        }
        tokio::select! {
            biased;
            Some(answered) = answers.recv() => {
                // Who is answered has what the command changed. While a view is on its way, that comes first.
                let ahead = (answered.carried_out && looking == 0).then(|| line.whole()).flatten();
                if let Some(push) = ahead
                    && channel.say(&Told::Push { push }).await.is_err()
                {
                    return;
                }
                if channel.say_text(answered.text).await.is_err() {
                    return;
                }
                looking -= u32::from(answered.looked);
                // Who takes what is sent is there.
                seen = Instant::now();
            }
            () = wake.notified(), if !awake => awake = true,
            () = sleep_until(next), if awake && looking == 0 => {
                awake = false;
                match tell(&mut channel, &line, &terms).await {
                    Ok(Some(told)) => next = Instant::now() + if told { APART } else { AGAIN },
                    Ok(None) => return channel.close().await,
                    Err(Gone) => return,
                }
            }
            _ = ping.tick() => {
                if seen.elapsed() > GONE || channel.ping().await.is_err() {
                    return;
                }
            }
            () = lanes.place(&mut held), if held.is_some() => {}
            heard = hear(&mut channel, pause), if held.is_none() => {
                seen = Instant::now();
                match heard {
                    Heard::Text(text) => said = Some(text),
                    Heard::Sign => {
                        if let Some(pace) = &mut terms.pace {
                            pause = pace.after(Instant::now(), None, 0);
                        }
                    }
                    Heard::Broken => return channel.close().await,
                    Heard::End => return,
                }
            }
        }
    }
}

/// The next that is said, not before it is time for it: what comes too fast waits where it comes from.
async fn hear(channel: &mut Channel, pause: Instant) -> Heard {
    sleep_until(pause).await;
    channel.hear().await
}

/// A request; where it cannot be understood at least its number, so that it can be answered.
fn understand(text: &str) -> Result<Asked, Option<u64>> {
    #[derive(serde::Deserialize)]
    struct Numbered {
        id: u64,
    }
    serde_json::from_str(text)
        .map_err(|_| serde_json::from_str(text).ok().map(|Numbered { id }| id))
}

/// Tells what is new: whether there was anything, or `None` when the screen may not be here any more.
async fn tell(channel: &mut Channel, line: &Line, terms: &Terms) -> Result<Option<bool>, Gone> {
    let pushes = match line.news() {
        News::Pushes(pushes) => pushes,
        News::Gone => {
            if stays(terms).await != Stays::NoSession {
                channel.say(&Told::Greeting(Greeting::Unknown)).await?;
            }
            return Ok(None);
        }
    };
    // Who types may be told between two changes, which follow each other less quickly.
    let told = pushes.iter().any(|push| matches!(push, Push::Delta(_)));
    let other = pushes.contains(&Push::Opened);
    for push in pushes {
        channel.say(&Told::Push { push }).await?;
    }
    if other {
        match stays(terms).await {
            Stays::Yes => {}
            Stays::No => {
                channel.say(&Told::Greeting(Greeting::Unknown)).await?;
                return Ok(None);
            }
            Stays::NoSession => return Ok(None),
        }
    }
    Ok(Some(told))
}

async fn stays(terms: &Terms) -> Stays {
    let stays = Arc::clone(&terms.stays);
    let found = tokio::task::spawn_blocking(move || stays()).await;
    found.unwrap_or(Stays::NoSession)
}
