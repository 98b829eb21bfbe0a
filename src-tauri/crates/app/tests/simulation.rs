//! An afternoon over a network that loses, doubles, delays, reorders and cuts off, on a laptop that is switched off now and then.
//!
//! Each screen does what the pages do: an outbox in order, one command on its way at a time, sent again until it is answered; views
//! and deltas by the rules of `protocol::Delta`. In the end nothing is lost, nothing happened twice, and everybody sees what they
//! should see. Beside the program the rules of the session are applied to a state of the test's own.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod room;

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::Ordering;

use app::{Line, News, Sitting};
use protocol::{Caller, Entry, Push, Reply, Request};
use room::random::{Random, Subjects};
use room::screen::{Screen, expected, map, seen};
use room::{ME, Room, T1, T2, follow, room};
use workshop::{Command, Entity, ParticipantId, State, TableId};

/// So many rounds in all, each with fates of its own.
const ROUNDS: u64 = 2_000;
/// So many of them on one session.
const ON_ONE: u64 = 25;
/// So many things happen in a round.
const STEPS: usize = 90;

/// On its way to the laptop.
#[derive(Clone)]
enum Up {
    Command(String, Command),
    Question(Request),
}

/// On its way to a screen.
#[derive(Clone)]
enum Down {
    Answer(String, Reply),
    /// With the run that was asked about.
    Looked(Option<String>, Reply),
    Push(Push),
}

/// A device, with the two ways of its connection.
struct Device {
    caller: Caller,
    person: Option<ParticipantId>,
    table: TableId,
    line: Option<Line>,
    gone: bool,
    screen: Screen,
    wants: bool,
    outbox: VecDeque<(String, Command)>,
    flying: Option<String>,
    up: Vec<Up>,
    down: Vec<Down>,
    /// What the person was told: taken, or not.
    told: BTreeMap<String, bool>,
    made: usize,
}

/// What a network does with a message that it holds.
fn pick<T: Clone>(random: &mut Random, rough: bool, way: &mut Vec<T>) -> Option<T> {
    if way.is_empty() {
        return None;
    }
    if !rough {
        return Some(way.remove(0));
    }
    let place = if random.once_in(4) {
        random.below(way.len())
    } else {
        0
    };
    match random.below(12) {
        0 => {
            way.remove(place);
            None
        }
        1 | 2 => Some(way[place].clone()),
        _ => Some(way.remove(place)),
    }
}

impl Device {
    fn new(caller: Caller, person: Option<ParticipantId>, table: TableId) -> Self {
        Self {
            caller,
            person,
            table,
            line: None,
            gone: false,
            screen: Screen::default(),
            wants: true,
            outbox: VecDeque::new(),
            flying: None,
            up: Vec::new(),
            down: Vec::new(),
            told: BTreeMap::new(),
            made: 0,
        }
    }

    fn cut(&mut self) {
        self.line = None;
        self.up.clear();
        self.down.clear();
        self.flying = None;
        self.screen.cut();
    }

    fn connect(&mut self, room: &Room) {
        if self.line.is_none() && !self.gone {
            self.line = room.app.line(self.caller.clone(), Box::new(|| ()));
            self.gone = self.line.is_none();
            self.asks();
        }
    }

    fn asks(&mut self) {
        self.wants = false;
        self.up.push(Up::Question(self.screen.question()));
    }

    /// Someone does something, whether there is a connection or not.
    fn acts(&mut self, random: &mut Random, subjects: &Subjects) {
        if let Caller::Seat(seat) = &self.caller
            && let Some(Entity::Seat(seat)) = self.screen.entities.get(&format!("seat/{seat}"))
        {
            self.table = seat.table;
        }
        let command = match (&self.caller, &self.person) {
            (Caller::Seat(_), Some(me)) => subjects.personal(random, self.table, me),
            (Caller::Seat(_), None) => subjects.shared(random, self.table),
            _ => subjects.leading(random),
        };
        self.made += 1;
        let id = format!("{}-{}", subjects.stem, self.name() + &self.made.to_string());
        self.outbox.push_back((id, command));
    }

    fn name(&self) -> String {
        match &self.caller {
            Caller::Seat(seat) => format!("{}-", &seat.0[..8]),
            _ => "desk-".to_owned(),
        }
    }

    fn sends(&mut self) {
        if self.line.is_some()
            && self.flying.is_none()
            && let Some((id, command)) = self.outbox.front()
        {
            self.flying = Some(id.clone());
            self.up.push(Up::Command(id.clone(), command.clone()));
        }
    }

    fn takes(&mut self, down: Down) {
        match down {
            Down::Answer(id, reply) => {
                if self.flying.as_ref() != Some(&id) {
                    return;
                }
                self.flying = None;
                let (first, _) = self.outbox.pop_front().unwrap();
                assert_eq!(first, id);
                let taken = matches!(reply, Reply::Done { .. });
                assert!(self.told.insert(id, taken).is_none(), "told twice");
            }
            Down::Looked(run, reply) => {
                let fits = match reply {
                    Reply::View(view) => self.screen.view(view),
                    Reply::Delta(delta) => self.screen.delta(delta, &run.unwrap_or_default()),
                    // Its place was taken away: it hears so when it is told something.
                    _ => true,
                };
                self.wants |= !fits;
            }
            Down::Push(Push::Delta(delta)) => self.wants |= !self.screen.heard(delta),
            Down::Push(Push::Opened) => {
                self.screen.forget();
                self.wants = true;
            }
            Down::Push(_) => {}
        }
    }
}

/// The laptop, and what the test knows of it.
struct Laptop {
    room: Room,
    /// The state that it must have.
    state: State,
    /// The first answer to each command that was carried out.
    first: BTreeMap<String, Reply>,
}

impl Laptop {
    fn hears(&mut self, device: &mut Device, up: Up) {
        let Some(line) = &device.line else { return };
        match up {
            Up::Command(id, command) => {
                let name = id.as_str().into();
                let reply = line.call(Request::Command {
                    id: name,
                    command: command.clone(),
                });
                match (&reply, self.first.get(&id)) {
                    (Reply::Done { .. }, Some(first)) => assert_eq!(reply, *first, "{id}"),
                    (Reply::Done { seq }, None) => {
                        follow(&mut self.state, &command, self.room.time());
                        assert_eq!(*seq, self.state.seq(), "{id}: {command:?}");
                        self.first.insert(id.clone(), reply.clone());
                    }
                    (_, first) => assert_eq!(first, None, "{id}: taken, and then {reply:?}"),
                }
                device.down.push(Down::Answer(id, reply));
            }
            Up::Question(question) => {
                let run = match &question {
                    Request::Since { run, .. } => Some(run.clone()),
                    _ => None,
                };
                let reply = line.call(question);
                match &reply {
                    Reply::View(view) => self.guards(&device.caller, &view.entities),
                    Reply::Delta(delta) => self.guards(&device.caller, &delta.upserts),
                    _ => {}
                }
                device.down.push(Down::Looked(run, reply));
            }
        }
    }

    fn tells(&self, device: &mut Device) {
        let Some(line) = &device.line else { return };
        match line.news() {
            News::Pushes(pushes) => {
                for push in pushes {
                    if let Push::Delta(delta) = &push {
                        self.guards(&device.caller, &delta.upserts);
                    }
                    device.down.push(Down::Push(push));
                }
            }
            News::Gone => {
                device.cut();
                device.gone = true;
            }
        }
    }

    /// Nothing goes to a screen that it should not see.
    fn guards(&self, caller: &Caller, entries: &[Entry]) {
        for Entry { key, entity } in entries {
            let now = self.state.entity(&entity.key()).unwrap();
            let should = seen(&self.state, caller, now);
            assert_eq!(should.as_ref(), Some(entity), "{caller:?}: {key}");
        }
    }
}

/// A session with its devices.
struct Afternoon {
    laptop: Laptop,
    devices: Vec<Device>,
    subjects: Subjects,
}

impl Afternoon {
    fn begin(mut room: Room) -> Self {
        room.begin(2);
        for (name, table) in [("ann", T1), ("bob", T1), ("cas", T2)] {
            let (id, name, role) = (name.into(), name.into(), None);
            room.done(
                &ME,
                Command::AddParticipant {
                    id,
                    table,
                    name,
                    role,
                },
            );
        }
        Self {
            devices: vec![Device::new(ME, None, T1)],
            subjects: room.subjects(&[], ["ann", "bob", "cas"], ""),
            laptop: Laptop {
                state: room.written(),
                room,
                first: BTreeMap::new(),
            },
        }
    }

    fn round(&mut self, random: &mut Random, stem: &str) {
        self.subjects.stem = stem.to_owned();
        self.replace(random);
        for _ in 0..STEPS {
            self.laptop.room.now.fetch_add(40, Ordering::Relaxed);
            let which = random.below(self.devices.len());
            let (laptop, device) = (&mut self.laptop, &mut self.devices[which]);
            match random.below(40) {
                0..=7 if device.caller != ME || random.once_in(3) => {
                    device.acts(random, &self.subjects)
                }
                0..=16 => device.sends(),
                17..=22 => {
                    if let Some(up) = pick(random, true, &mut device.up) {
                        laptop.hears(device, up);
                    }
                }
                23..=26 => laptop.tells(device),
                27..=33 => {
                    if let Some(down) = pick(random, true, &mut device.down) {
                        device.takes(down);
                    }
                }
                34 if device.wants && device.line.is_some() => device.asks(),
                // No answer for too long: it goes again.
                35 => device.flying = None,
                36 if random.once_in(2) => device.cut(),
                37 if random.once_in(12) => {
                    self.devices.iter_mut().for_each(Device::cut);
                    self.laptop.room.restart();
                }
                _ => device.connect(&laptop.room),
            }
        }
        self.settle(random);
        self.look(stem);
    }

    /// Who has no device, or lost it, takes another, as a person does.
    fn replace(&mut self, random: &mut Random) {
        self.devices.retain(|device| !device.gone);
        for person in self.subjects.people.clone() {
            if self
                .devices
                .iter()
                .any(|it| it.person.as_ref() == Some(&person))
            {
                continue;
            }
            let laptop = &mut self.laptop;
            if laptop.state.participant(&person).unwrap().left {
                let back = Command::AddParticipant {
                    id: person.clone(),
                    table: random.of(&self.subjects.tables),
                    name: "terug".into(),
                    role: None,
                };
                laptop.room.done(&ME, back.clone());
                follow(&mut laptop.state, &back, laptop.room.time());
            }
            let table = laptop.state.participant(&person).unwrap().table;
            self.join(table, Some(person));
        }
        for table in [T1, T2] {
            let shared = |it: &&Device| it.person.is_none() && it.caller != ME;
            if self.devices.iter().filter(shared).count() < 2 {
                self.join(table, None);
            }
        }
    }

    fn join(&mut self, table: TableId, person: Option<ParticipantId>) {
        let Laptop { room, state, .. } = &mut self.laptop;
        let who = person.as_ref().map_or("tablet", |person| &person.0);
        let id = format!("{}-{who}-{}", self.subjects.stem, table.0);
        let seat = room.again(state, table, &id, person.as_ref()).unwrap();
        self.subjects.seats.push(seat.clone());
        let device = Device::new(Caller::Seat(seat), person, table);
        self.devices.push(device);
    }

    /// The network comes to rest, and everything that waits goes.
    fn settle(&mut self, random: &mut Random) {
        self.devices.iter_mut().for_each(Device::cut);
        loop {
            let mut still = true;
            for device in &mut self.devices {
                device.connect(&self.laptop.room);
                if device.gone {
                    continue;
                }
                device.sends();
                while let Some(up) = pick(random, false, &mut device.up) {
                    self.laptop.hears(device, up);
                    still = false;
                }
                self.laptop.tells(device);
                while let Some(down) = pick(random, false, &mut device.down) {
                    device.takes(down);
                    still = false;
                }
                if device.wants && !device.gone {
                    device.asks();
                    still = false;
                }
            }
            if still {
                return;
            }
        }
    }

    fn look(&self, stem: &str) {
        let Laptop { room, state, first } = &self.laptop;
        for device in &self.devices {
            let about = format!("round {stem}, {:?}", device.caller);
            let seated = match &device.caller {
                Caller::Seat(seat) => state.seat(seat).is_some(),
                _ => true,
            };
            assert_eq!(device.gone, !seated, "{about}");
            for (id, taken) in &device.told {
                assert_eq!(first.contains_key(id), *taken, "{about}: {id}");
            }
            if device.gone {
                continue;
            }
            assert!(device.outbox.is_empty(), "{about}: something still waits");
            assert_eq!(
                device.told.len(),
                device.made,
                "{about}: something was lost"
            );
            let should = expected(state, &device.caller);
            assert_eq!(device.screen.entities, should, "{about}");
            assert_eq!(map(room.view(&device.caller).entities), should, "{about}");
        }
    }

    /// The end: what is in the file is what everybody was told, each once.
    fn end(mut self) -> (Room, usize) {
        self.devices.clear();
        let Laptop { room, state, first } = self.laptop;
        room.ask(&ME, Request::CloseSession);
        for _ in 0..200 {
            if let Ok(sitting) = Sitting::open(room.path.as_ref()) {
                assert!(*sitting.state() == state, "the file differs");
                std::fs::remove_file(room.backup()).unwrap();
                return (room, first.len());
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("the session stays in use");
    }
}

/// Rounds `from`, `from + 2`, …: gives how many there were, and how many commands were carried out.
fn rounds(from: u64) -> (u64, usize) {
    let (mut count, mut carried_out) = (0, 0);
    let mut place = room(2);
    let mut next = from;
    while next < ROUNDS {
        let mut afternoon = Afternoon::begin(place);
        for _ in 0..ON_ONE {
            afternoon.round(&mut Random::new(next + 1), &format!("r{next}"));
            next += 2;
            count += 1;
        }
        let (again, taken) = afternoon.end();
        place = again;
        carried_out += taken;
    }
    (count, carried_out)
}

#[test]
fn nothing_is_lost_nothing_happens_twice_and_everybody_sees_what_they_should() {
    let (even, odd) = std::thread::scope(|scope| {
        let even = scope.spawn(|| rounds(0));
        let odd = scope.spawn(|| rounds(1));
        (even.join().unwrap(), odd.join().unwrap())
    });
    let (count, taken) = (even.0 + odd.0, even.1 + odd.1);
    assert!(
        count >= ROUNDS && taken as u64 > 3 * count,
        "{count} rounds, {taken} commands"
    );
}
