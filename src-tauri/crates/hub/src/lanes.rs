//! The two ways that requests of one screen go: commands one behind the other, so that they are carried out in the order in which
//! they were sent; all other questions beside each other, so that a slow one holds up nothing.

use std::sync::Arc;

use app::{Line, Order};
use protocol::{Asked, Failure, Reply, Request, Told};
use serde_json::to_string;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::{JoinError, spawn_blocking};

/// So many commands of one screen are committed together.
const BATCH: usize = 64;
/// So many answers wait until they are sent; whoever does not read them is not read any further either.
const ANSWERS: usize = 16;

/// How a question is answered; what is not the core's own is added here.
pub(crate) type Answer = Arc<dyn Fn(&Line, Request) -> Reply + Send + Sync>;

/// An answer, ready to be sent.
pub(crate) struct Answered {
    /// The words.
    pub text: String,
    /// Whether it is what the screen builds on: a view, or what changed since one.
    pub looked: bool,
    /// Whether it is about a command.
    pub carried_out: bool,
}

/// The ways that requests of one screen go.
pub(crate) struct Lanes {
    line: Arc<Line>,
    answer: Answer,
    commands: mpsc::Sender<(u64, Order)>,
    questions: Arc<Semaphore>,
    out: mpsc::Sender<Answered>,
}

impl Lanes {
    /// Starts them; the answers come out at the other end. They end when this is dropped.
    pub fn start(
        line: &Arc<Line>,
        answer: Answer,
        at_once: usize,
    ) -> (Self, mpsc::Receiver<Answered>) {
        let (commands, waiting) = mpsc::channel(BATCH);
        let (out, answers) = mpsc::channel(ANSWERS);
        tokio::spawn(carry_out(Arc::clone(line), waiting, out.clone()));
        let lanes = Self {
            line: Arc::clone(line),
            answer,
            commands,
            questions: Arc::new(Semaphore::new(at_once)),
            out,
        };
        (lanes, answers)
    }

    /// Waits for room and lets a request go. May be dropped while it waits; then the request is still there.
    pub async fn place(&self, held: &mut Option<Asked>) {
        let command = matches!(
            held,
            Some(Asked {
                request: Request::Command { .. },
                ..
            })
        );
        if command {
            let Ok(room) = self.commands.reserve().await else {
                return;
            };
            if let Some(Asked {
                id,
                request: Request::Command { id: name, command },
            }) = held.take()
            {
                room.send((id, Order::new(name, command)));
            }
            return;
        }
        let Ok(place) = Arc::clone(&self.questions).acquire_owned().await else {
            return;
        };
        let Some(Asked { id, request }) = held.take() else {
            return;
        };
        let looked = looks(&request);
        let (line, answer, out) = (
            Arc::clone(&self.line),
            Arc::clone(&self.answer),
            self.out.clone(),
        );
        tokio::spawn(async move {
            let written = spawn_blocking(move || write(id, answer(&line, request))).await;
            let text = written.unwrap_or_else(|error| write(id, defect(&error)));
            let _ = out
                .send(Answered {
                    text,
                    looked,
                    carried_out: false,
                })
                .await;
            drop(place);
        });
    }
}

/// Whether a request asks for what a screen builds on.
pub(crate) fn looks(request: &Request) -> bool {
    matches!(request, Request::View | Request::Since { .. })
}

/// Carries commands out in order, those that wait together in one commit.
async fn carry_out(
    line: Arc<Line>,
    mut waiting: mpsc::Receiver<(u64, Order)>,
    out: mpsc::Sender<Answered>,
) {
    let mut batch = Vec::new();
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        let (ids, orders): (Vec<u64>, Vec<Order>) = batch.drain(..).unzip();
        let line = Arc::clone(&line);
        let replies = match spawn_blocking(move || line.submit(orders)).await {
            Ok(replies) => replies,
            Err(error) => vec![defect(&error); ids.len()],
        };
        for (id, reply) in ids.into_iter().zip(replies) {
            let answered = Answered {
                text: write(id, reply),
                looked: false,
                carried_out: true,
            };
            if out.send(answered).await.is_err() {
                return;
            }
        }
    }
}

/// An answer as it is sent.
pub(crate) fn write(id: u64, reply: Reply) -> String {
    to_string(&Told::Answer { id, reply }).unwrap_or_else(|error| {
        // A value that cannot be written is a defect; this one can.
        let trace = error.to_string();
        let reply = Reply::Failed(Failure::Defect { trace });
        to_string(&Told::Answer { id, reply }).unwrap_or_default()
    })
}

fn defect(error: &JoinError) -> Reply {
    Reply::Failed(Failure::Defect {
        trace: error.to_string(),
    })
}
