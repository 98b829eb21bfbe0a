//! Pictures to send, and how they are sent.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use protocol::{Caller, Failure, PhotoAbout, Reply, Request};
use workshop::{ParticipantId, PhotoId, PhotoOf, TableId};

use super::Room;

/// The bytes of one part.
pub const PART: usize = 36 << 10;

/// A picture of so many bytes: what says that it is a PNG of 2 by 3 pixels, and then anything.
pub fn picture(bytes: usize) -> Vec<u8> {
    let mut picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03\x08\x02\0\0\0".to_vec();
    picture
        .extend((0..bytes.saturating_sub(picture.len())).map(|at| u8::try_from(at % 251).unwrap()));
    picture
}

pub fn about(table: TableId, by: Option<ParticipantId>) -> PhotoAbout {
    PhotoAbout {
        table,
        of: PhotoOf::Wall,
        text: "De muur van tafel 1".into(),
        by,
    }
}

/// The requests that bring a picture over.
pub fn parts(id: &str, picture: &[u8], about: &PhotoAbout) -> Vec<Request> {
    let chunks: Vec<&[u8]> = picture.chunks(PART).collect();
    let parts = u16::try_from(chunks.len()).unwrap();
    let request = |(part, bytes): (u16, &&[u8])| Request::PhotoPart {
        id: PhotoId(id.to_owned()),
        part,
        parts,
        data: BASE64_STANDARD.encode(bytes),
        about: (part + 1 == parts).then(|| about.clone()),
    };
    (0..).zip(&chunks).map(request).collect()
}

pub fn bring(room: &Room, caller: &Caller, requests: &[Request]) -> Reply {
    let mut last = Reply::Failed(Failure::PhotoBroken);
    for request in requests {
        last = room.app.call(caller, request.clone());
        if matches!(last, Reply::Failed(_)) {
            return last;
        }
    }
    last
}
