//! Photos: they come in parts, over a network that loses answers, and are kept with the session.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod room;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use protocol::{Caller, Failure, PhotoAbout, Reply, Request};
use room::picture::{PART, about, bring, parts, picture};
use room::{ME, Room, T1, T2, room};
use workshop::{Command, Entity, Refusal};

fn photos(room: &Room, caller: &Caller) -> Vec<workshop::Photo> {
    let entities = room.view(caller).entities.into_iter();
    let photo = |it: protocol::Entry| match it.entity {
        Entity::Photo(photo) => Some(photo),
        _ => None,
    };
    entities.filter_map(photo).collect()
}

fn shown(room: &Room, caller: &Caller, id: &str) -> Vec<u8> {
    match room.ask(caller, Request::Photo { id: id.into() }) {
        Reply::Photo { sort, data } => {
            assert_eq!(sort, "image/png");
            BASE64_STANDARD.decode(data).unwrap()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_photo_comes_in_parts_and_is_there_after_a_restart_and_in_the_backup() {
    let mut room = room(2);
    let (ann, other) = (room.person(T1, "ann"), room.scribe(T2, "tablet"));
    let me = room.me(&ann);
    let bytes = picture(3 * PART + 17);
    let sent = bring(
        &room,
        &ann,
        &parts("f1", &bytes, &about(T1, Some(me.clone()))),
    );
    assert!(matches!(sent, Reply::Done { .. }), "{sent:?}");
    let all = photos(&room, &ann);
    let [photo] = all.as_slice() else {
        panic!("{all:?}")
    };
    assert_eq!(
        (photo.width, photo.height, photo.bytes as usize),
        (2, 3, bytes.len())
    );
    assert_eq!((photo.table, photo.by.clone()), (T1, Some(me)));
    assert_eq!(shown(&room, &ann, "f1"), bytes);
    assert_eq!(
        room.fails(&other, Request::Photo { id: "f1".into() }),
        Failure::NotAllowed
    );
    assert_eq!(photos(&room, &other), []);
    room.restart();
    assert_eq!(shown(&room, &ann, "f1"), bytes);
    room.ask(&ME, Request::CloseSession);
    room.open(&room.backup().to_string_lossy());
    assert_eq!(photos(&room, &ME), all);
    assert_eq!(shown(&room, &ME, "f1"), bytes);
    // What was taken away is shown to nobody.
    room.done(&ann, Command::RemovePhoto { id: "f1".into() });
    let gone = Failure::Refused {
        refusal: Refusal::Gone {
            what: "photo".into(),
        },
    };
    for caller in [&ME, &ann] {
        assert_eq!(room.fails(caller, Request::Photo { id: "f1".into() }), gone);
    }
}

#[test]
fn lost_answers_and_resent_parts_make_one_photo() {
    let room = room(1);
    let tablet = room.scribe(T1, "tablet");
    let bytes = picture(2 * PART + 1);
    let requests = parts("f1", &bytes, &about(T1, None));
    for request in &requests {
        for _ in 0..2 {
            let reply = room.app.call(&tablet, request.clone());
            assert!(matches!(reply, Reply::Done { .. }), "{reply:?}");
        }
    }
    // From the first part again: it is known.
    assert!(matches!(
        bring(&room, &tablet, &requests),
        Reply::Done { .. }
    ));
    assert_eq!(photos(&room, &tablet).len(), 1);
    assert_eq!(shown(&room, &tablet, "f1"), bytes);
    // Another picture under the same id is not taken.
    let other = parts("f1", &picture(9_000), &about(T1, None));
    assert_eq!(
        bring(&room, &tablet, &other),
        Reply::Failed(Failure::IdReused)
    );
    assert_eq!(shown(&room, &tablet, "f1"), bytes);
}

#[test]
fn parts_out_of_order_are_told_and_the_first_part_begins_anew() {
    let room = room(1);
    let tablet = room.scribe(T1, "tablet");
    let bytes = picture(4 * PART);
    let requests = parts("f1", &bytes, &about(T1, None));
    let ask = |nth: usize| room.app.call(&tablet, requests[nth].clone());
    let broken = Reply::Failed(Failure::PhotoBroken);
    assert_eq!(ask(1), broken);
    assert!(matches!(ask(0), Reply::Done { .. }));
    assert_eq!(ask(2), broken);
    assert!(matches!(ask(1), Reply::Done { .. }), "what is there stays");
    assert_eq!(ask(3), broken);
    assert!(matches!(
        bring(&room, &tablet, &requests),
        Reply::Done { .. }
    ));
    assert_eq!(shown(&room, &tablet, "f1"), bytes);
    // Another picture of the same device takes the place of one that is half there.
    let other = parts("f2", &picture(2 * PART), &about(T1, None));
    let half = parts("f3", &picture(2 * PART), &about(T1, None));
    room.ask(&tablet, half[0].clone());
    assert!(matches!(bring(&room, &tablet, &other), Reply::Done { .. }));
    assert_eq!(room.app.call(&tablet, half[1].clone()), broken);
}

#[test]
fn what_is_too_large_or_no_picture_is_not_taken() {
    let room = room(2);
    let ann = room.person(T1, "ann");
    let me = Some(room.me(&ann));
    let take = |bytes: &[u8], about: &PhotoAbout| bring(&room, &ann, &parts("f1", bytes, about));
    let not = Reply::Failed(Failure::NotAPhoto);
    let mine = about(T1, me.clone());
    assert_eq!(take(&picture(4_000_001), &mine), not);
    let mut huge = picture(200);
    huge[16..20].copy_from_slice(&70_000_u32.to_be_bytes());
    assert_eq!(take(&huge, &mine), not);
    for bytes in [
        &b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"[..],
        b"GIF89a\x02\0\x03\0",
        b"<html>",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"RIFF\0\0\0\0WEBP",
    ] {
        assert_eq!(take(bytes, &mine), not, "{bytes:?}");
    }
    let mut wide = picture(200);
    wide[16..20].copy_from_slice(&10_001_u32.to_be_bytes());
    assert!(matches!(
        take(&wide, &mine),
        Reply::Failed(Failure::Refused { .. })
    ));
    for other in [about(T2, me.clone()), about(T1, None)] {
        assert_eq!(
            take(&picture(200), &other),
            Reply::Failed(Failure::NotAllowed)
        );
    }
    let part = |part, parts, data: &str, about| Request::PhotoPart {
        id: "f1".into(),
        part,
        parts,
        data: data.to_owned(),
        about,
    };
    for (request, failure) in [
        (
            part(0, 1, &"A".repeat((48 << 10) + 4), Some(mine.clone())),
            Failure::TooMuch,
        ),
        (part(1, 1, "AAAA", None), Failure::TooMuch),
        (part(0, 0, "AAAA", None), Failure::TooMuch),
        (
            part(0, 1, "not base64!", Some(mine.clone())),
            Failure::BadRequest,
        ),
        (part(0, 1, "AAAA", None), Failure::BadRequest),
    ] {
        assert_eq!(room.fails(&ann, request), failure);
    }
    assert_eq!(photos(&room, &ME), []);
}

#[test]
fn many_devices_bring_pictures_at_once_and_one_that_stopped_makes_room() {
    let room = room(2);
    let table = |number: usize| [T1, T2][number % 2];
    let devices: Vec<Caller> = (0..20)
        .map(|number| room.scribe(table(number), &format!("tablet-{number}")))
        .collect();
    let of = |number: usize| {
        let about = about(table(number), None);
        parts(&format!("f{number}"), &picture(2 * PART), &about)
    };
    for (number, device) in devices.iter().enumerate() {
        let reply = room.app.call(device, of(number)[0].clone());
        let fits = number < 16;
        assert_eq!(
            matches!(reply, Reply::Done { .. }),
            fits,
            "{number}: {reply:?}"
        );
        assert!(fits || reply == Reply::Failed(Failure::TooMuch));
    }
    // Those that go on are not pushed aside by those that wait.
    room.now
        .fetch_add(20_000, std::sync::atomic::Ordering::Relaxed);
    room.ask(&devices[0], of(0)[1].clone());
    room.ask(&devices[1], of(1)[0].clone());
    room.now
        .fetch_add(15_000, std::sync::atomic::Ordering::Relaxed);
    for (number, device) in devices.iter().enumerate().skip(16) {
        room.ask(device, of(number)[0].clone());
    }
    for (number, device) in devices.iter().enumerate().skip(16) {
        assert!(matches!(
            bring(&room, device, &of(number)),
            Reply::Done { .. }
        ));
    }
    room.ask(&devices[1], of(1)[1].clone());
    assert_eq!(
        room.fails(&devices[2], of(2)[1].clone()),
        Failure::PhotoBroken
    );
    assert_eq!(photos(&room, &ME).len(), 6);
}

#[test]
fn a_table_has_so_many_photos_and_no_more() {
    let room = room(1);
    let tablet = room.scribe(T1, "tablet");
    for number in 0..=40 {
        let requests = parts(&format!("f{number}"), &picture(200), &about(T1, None));
        let reply = bring(&room, &tablet, &requests);
        let refusal = Refusal::PhotoLimit { limit: 40 };
        let full = Reply::Failed(Failure::Refused { refusal });
        assert_eq!(reply == full, number == 40, "{reply:?}");
    }
}
