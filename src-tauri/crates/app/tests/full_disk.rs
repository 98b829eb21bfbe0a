//! A disk that is full: the desk hears of it, and that it is over.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod room;

use std::process::Command as Process;

use app::{Line, News};
use protocol::{Failure, Push, Reply};
use room::picture::{about, bring, parts, picture};
use room::{ME, T1, room};
use workshop::Command;

/// Runs in a process of its own that can write no file longer than 8 MB.
#[test]
#[ignore = "the next one runs it, with a limit"]
fn within_a_limit() {
    let room = room(1);
    let tablet = room.scribe(T1, "tablet");
    let (desk, phone) = (room.line(&ME).0, room.line(&tablet).0);
    let told = |line: &Line| {
        let News::Pushes(pushes) = line.news() else {
            panic!("gone")
        };
        let failing = |push| match push {
            Push::Failing(failing) => Some(failing),
            _ => None,
        };
        pushes
            .into_iter()
            .filter_map(failing)
            .collect::<Vec<bool>>()
    };
    let note = |id: &str| Command::AskHelp {
        table: T1,
        about: id.to_owned(),
    };
    room.done(&tablet, note("a"));
    assert!(told(&desk).is_empty());
    let large = |id: &str| {
        bring(
            &room,
            &tablet,
            &parts(id, &picture(3_900_000), &about(T1, None)),
        )
    };
    let failed = Reply::Failed(Failure::CannotWrite {
        path: room.path.clone(),
    });
    let full = (0..9).map(|number| large(&format!("f{number}")));
    let full = full.skip_while(|reply| matches!(reply, Reply::Done { .. }));
    assert_eq!(full.take(1).collect::<Vec<_>>(), [failed]);
    assert_eq!(told(&desk), [true]);
    assert!(
        told(&phone).is_empty(),
        "a table keeps what it wrote and says so itself"
    );
    let late = room.line(&ME).0;
    assert_eq!(told(&late), [true]);
    // What is small still fits.
    room.done(&tablet, note("b"));
    assert_eq!((told(&desk), told(&late)), (vec![false], vec![false]));
    assert!(told(&desk).is_empty());
}

#[test]
fn the_desk_hears_when_nothing_can_be_written_and_when_it_can_again() {
    let me = std::env::current_exe().unwrap();
    let limited = "ulimit -f $((8 * 1024 * 1024 / $1)); trap '' XFSZ; shift; exec \"$@\"";
    // How long a block is differs from one shell to another.
    let block = Process::new("sh")
        .args([
            "-c",
            "ulimit -f 16; trap '' XFSZ; head -c 40000 /dev/zero > \"$0\"; wc -c < \"$0\"",
        ])
        .arg(tempfile::NamedTempFile::new().unwrap().path())
        .output()
        .unwrap();
    let block: u64 = String::from_utf8(block.stdout)
        .unwrap()
        .trim()
        .parse()
        .unwrap();
    let done = Process::new("sh")
        .args(["-c", limited, "sh"])
        .arg((block / 16).to_string())
        .arg(me)
        .args(["--ignored", "--exact", "within_a_limit"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}
