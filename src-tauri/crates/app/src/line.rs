//! One connected screen: what it asks, and what is new for it.
//!
//! Nothing waits in a queue for a screen. It looks for what is new when it can take it, and gets all of it in one delta: a slow
//! screen costs no memory, and changes that follow each other quickly go together.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use protocol::{Caller, Failure, Push, Reply, Request, Typist};

use crate::App;
use crate::eyes::Eyes;
use crate::roles::Role;
use crate::room::{Counts, News as Said, Wake};
use crate::sitting::{Look, Order};

/// The longest name of a place where someone types.
const PLACE: usize = 80;

/// One connected screen.
pub struct Line {
    app: Arc<App>,
    id: u64,
    caller: Caller,
    /// The code that a device without a seat came in with, and of which opening; nothing for who has a place.
    code: Option<(u16, String)>,
    at: Mutex<At>,
}

/// How far a screen is.
#[derive(Default)]
struct At {
    counts: Counts,
    /// The event that the screen was told of last, and the one that was looked at last; nothing before it has a view.
    seq: Option<(u64, u64)>,
    /// The run that its view is of.
    run: String,
    typing: Vec<Arc<Typist>>,
    /// Whether it knows that nothing can be written.
    failing: bool,
}

/// What is new for a screen.
#[derive(Debug, PartialEq)]
pub enum News {
    /// This, which may be nothing.
    Pushes(Vec<Push>),
    /// The screen has no place any more.
    Gone,
}

impl App {
    /// Connects a screen. `wake` is called whenever there may be something new: [`Line::news`] then says what. It must return at
    /// once, and not ask for the news itself. `None` for a device whose seat is not known.
    pub fn line(self: &Arc<Self>, caller: Caller, wake: Wake) -> Option<Line> {
        let code = match self.sitting() {
            Ok(sitting) => {
                let look = sitting.look(&caller, None)?;
                let guest = look.eyes.role == Role::Guest;
                look.code
                    .filter(|_| guest)
                    .map(|code| (code, sitting.run().to_owned()))
            }
            Err(_) if matches!(caller, Caller::Seat(_) | Caller::Guest(_)) => return None,
            Err(_) => None,
        };
        let (id, counts) = self.room().enter(caller.clone(), wake);
        Some(Line {
            app: Arc::clone(self),
            id,
            caller,
            code,
            at: Mutex::new(At {
                counts,
                ..At::default()
            }),
        })
    }
}

impl Line {
    /// Who this is.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Answers a request, like [`App::call`].
    pub fn call(&self, request: Request) -> Reply {
        if self.shut() {
            return Reply::Failed(Failure::SeatGone);
        }
        let asked = match &request {
            Request::Typing { .. } => return self.types(request),
            Request::Since { run, .. } => Some(run.clone()),
            _ => None,
        };
        let reply = self.app.call(&self.caller, request);
        match (&reply, asked) {
            (Reply::View(view), _) => self.looked(view.seq, &view.run),
            (Reply::Delta(delta), Some(run)) => self.looked(delta.seq, &run),
            _ => {}
        }
        reply
    }

    /// Carries commands out, like [`App::submit`].
    pub fn submit(&self, orders: Vec<Order>) -> Vec<Reply> {
        self.app.submit(&self.caller, orders)
    }

    /// What is new since it was asked last.
    pub fn news(&self) -> News {
        if self.shut() {
            return News::Gone;
        }
        let said = self.app.room().news(self.app.now());
        let sitting = self.app.sitting().ok();
        let mut at = self.at();
        let before = std::mem::replace(&mut at.counts, said.now);
        let mut anew = said.now.opened != before.opened;
        let from = match (&sitting, &at.seq) {
            (Some(sitting), Some(seq)) if !anew && at.run == sitting.run() => Some(*seq),
            _ => None,
        };
        let look = match &sitting {
            Some(sitting) => match sitting.look(&self.caller, from) {
                Some(look) => Some(look),
                None if sitting.stranger(&self.caller) == Failure::SeatGone => return News::Gone,
                None => None,
            },
            None => None,
        };
        let eyes = match (&look, &sitting) {
            (Some(look), _) => Some(look.eyes.clone()),
            (None, None) => Eyes::of(&self.caller, &workshop::State::default()),
            (None, Some(_)) => None,
        };
        let mut pushes = Vec::new();
        match (from, look) {
            (
                Some((told, _)),
                Some(Look {
                    delta: Some(delta), ..
                }),
            ) => {
                if delta.upserts.is_empty() && delta.removals.is_empty() {
                    at.seq = Some((told, delta.seq));
                } else {
                    at.seq = Some((delta.seq, delta.seq));
                    pushes.push(Push::Delta(delta));
                }
            }
            // It came to another table.
            (Some(_), _) => anew = true,
            (None, _) => {}
        }
        if anew {
            at.seq = None;
            pushes.push(Push::Opened);
        }
        if let Some(eyes) = eyes {
            let failing = sitting.is_some_and(|sitting| sitting.failing());
            self.beside(&mut at, &eyes, before, said, failing, &mut pushes);
        }
        News::Pushes(pushes)
    }

    /// What the screen lacks of the session up to now, also where that is nothing that it may see. Said ahead of the answer to a
    /// command, it makes sure that whoever was answered has what the command changed.
    pub fn whole(&self) -> Option<Push> {
        let sitting = self.app.sitting().ok().filter(|_| !self.shut())?;
        let mut at = self.at();
        let from = at.seq.filter(|_| at.run == sitting.run())?;
        let delta = sitting.look(&self.caller, Some(from))?.delta?;
        (delta.seq > from.0).then(|| {
            at.seq = Some((delta.seq, delta.seq));
            Push::Delta(delta)
        })
    }

    /// What is new beside the session.
    fn beside(
        &self,
        at: &mut At,
        eyes: &Eyes,
        before: Counts,
        said: Said,
        failing: bool,
        pushes: &mut Vec<Push>,
    ) {
        if matches!(
            eyes.role,
            Role::Facilitator | Role::Scribe | Role::Participant
        ) {
            let own = self.seat();
            let near = |(line, typist): &(u64, Arc<Typist>)| {
                *line != self.id
                    && (own.is_none() || typist.seat != own)
                    && eyes.table.is_none_or(|table| table == typist.table)
            };
            let typing = said.typing.into_iter().filter(near);
            let typing: Vec<Arc<Typist>> = typing.map(|(_, typist)| typist).collect();
            if typing != at.typing {
                let all = typing.iter().map(|typist| (**typist).clone());
                pushes.push(Push::Typing(all.collect()));
                at.typing = typing;
            }
        }
        if said.now.addresses != before.addresses {
            pushes.push(Push::Addresses(said.addresses.to_vec()));
        }
        if matches!(eyes.role, Role::Facilitator | Role::Projector) && said.now.lan != before.lan {
            pushes.push(Push::Lan);
        }
        if eyes.role == Role::Facilitator {
            if said.now.progress != before.progress {
                pushes.extend(said.progress);
            }
            if at.failing != failing {
                at.failing = failing;
                pushes.push(Push::Failing(failing));
            }
        }
    }

    fn types(&self, request: Request) -> Reply {
        if let Err(failure) = self.app.may(&self.caller, &request) {
            return Reply::Failed(failure);
        }
        let (Request::Typing { table, place }, Ok(sitting)) = (request, self.app.sitting()) else {
            return Reply::Failed(Failure::NoSession);
        };
        let (seq, name) = {
            let state = sitting.state();
            let me = Eyes::of(&self.caller, &state).and_then(|eyes| eyes.me);
            let person = me.and_then(|me| state.participant(&me));
            let name = person.map(|person| person.name.clone()).unwrap_or_default();
            (state.seq(), name)
        };
        let typist = place
            .filter(|place| place.len() <= PLACE)
            .map(|place| Typist {
                table,
                place,
                seat: self.seat(),
                name,
            });
        self.app.room().types(self.id, typist, self.app.now());
        Reply::Done { seq }
    }

    /// The screen has a view, or what changed since one.
    fn looked(&self, seq: u64, run: &str) {
        // Of a session that was closed meanwhile: it hears that it must look again.
        if !self.app.sitting().is_ok_and(|sitting| sitting.run() == run) {
            return;
        }
        let mut at = self.at();
        at.seq = Some((seq, seq));
        run.clone_into(&mut at.run);
        drop(at);
        // What happened between the answer and now is new.
        self.app.room().wake_one(self.id);
    }

    /// Whether the code that a device without a seat came in with is worthless by now.
    fn shut(&self) -> bool {
        let Some((code, run)) = &self.code else {
            return false;
        };
        let now = self.app.sitting().ok().and_then(|sitting| {
            let look = sitting.look(&self.caller, None)?;
            look.code.filter(|_| sitting.run() == run)
        });
        now != Some(*code)
    }

    fn seat(&self) -> Option<workshop::SeatId> {
        match &self.caller {
            Caller::Seat(seat) => Some(seat.clone()),
            Caller::Facilitator | Caller::Guest(_) | Caller::Projector | Caller::DecisionMaker => {
                None
            }
        }
    }

    fn at(&self) -> MutexGuard<'_, At> {
        self.at.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.app.room().leave(self.id);
    }
}
