//! Photos of what is on paper: they come in parts, and are kept in the session's file beside the events.

use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use imagesize::ImageType;
use protocol::{Caller, Failure, PhotoAbout, Reply, Request};
use sha2::{Digest as _, Sha256};
use workshop::{Command, CommandId, PhotoId, Refusal};

use crate::App;
use crate::sitting::Order;

/// The largest picture, in bytes.
const LARGEST: usize = 4_000_000;
/// The most text of one part.
const PART: usize = 48 << 10;
/// So many pictures come in at the same time.
const AT_ONCE: usize = 16;
/// One of which no part came for so long (milliseconds) makes room.
const STALE: u64 = 30_000;

/// Pictures that are on their way in.
#[derive(Default)]
pub(crate) struct Photos(Mutex<Vec<Arriving>>);

struct Arriving {
    from: Caller,
    id: PhotoId,
    next: u16,
    bytes: Vec<u8>,
    /// When the last part came.
    at: u64,
}

impl App {
    pub(crate) fn photo(&self, caller: &Caller, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::PhotoPart {
                id,
                part,
                parts,
                data,
                about,
            } => {
                let sitting = self.sitting()?;
                let done = || Reply::Done {
                    seq: sitting.state().seq(),
                };
                let now = self.now();
                match self.photos.take(caller, &id, (part, parts), &data, now) {
                    Ok(None) => Ok(done()),
                    Ok(Some(bytes)) => {
                        self.attach(caller, id, bytes, about.ok_or(Failure::BadRequest)?)
                    }
                    // The answer to the last part was lost: it came in whole.
                    Err(Failure::PhotoBroken) if sitting.state().photo(&id).is_some() => Ok(done()),
                    Err(failure) => Err(failure),
                }
            }
            Request::Photo { id } => {
                let sitting = self.sitting()?;
                // One that was taken away is kept in the file, and shown to nobody.
                let there = sitting.state().photo(&id).is_some();
                let bytes = Some(key(&id)).filter(|_| there);
                let bytes = bytes.and_then(|key| sitting.kept_bytes(&key));
                let bytes = bytes.ok_or_else(|| Failure::Refused {
                    refusal: Refusal::Gone {
                        what: "photo".to_owned(),
                    },
                })?;
                Ok(Reply::Photo {
                    sort: sort(&bytes)?.to_owned(),
                    data: BASE64_STANDARD.encode(bytes),
                })
            }
            _ => Err(Failure::BadRequest),
        }
    }

    fn attach(
        &self,
        caller: &Caller,
        id: PhotoId,
        bytes: Vec<u8>,
        about: PhotoAbout,
    ) -> Result<Reply, Failure> {
        sort(&bytes)?;
        let size = imagesize::blob_size(&bytes).map_err(|_| Failure::NotAPhoto)?;
        let (Ok(width), Ok(height)) = (u16::try_from(size.width), u16::try_from(size.height))
        else {
            return Err(Failure::NotAPhoto);
        };
        let hash: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let command = Command::AddPhoto {
            id: id.clone(),
            table: about.table,
            of: about.of,
            text: about.text,
            by: about.by,
            hash,
            bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            width,
            height,
        };
        let mut order = Order::own(CommandId(format!("photo-{}", id.0)), command);
        order.keep = vec![(key(&id), bytes)];
        self.order(caller, order)
    }
}

impl Photos {
    /// Takes a part; gives the whole picture after the last one.
    fn take(
        &self,
        from: &Caller,
        id: &PhotoId,
        (part, parts): (u16, u16),
        data: &str,
        now: u64,
    ) -> Result<Option<Vec<u8>>, Failure> {
        if data.len() > PART || part >= parts {
            return Err(Failure::TooMuch);
        }
        let bytes = BASE64_STANDARD
            .decode(data)
            .map_err(|_| Failure::BadRequest)?;
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if part == 0 {
            // One picture at a time for each device.
            all.retain(|it| it.from != *from);
            if all.len() >= AT_ONCE {
                all.retain(|it| now.saturating_sub(it.at) < STALE);
            }
            if all.len() >= AT_ONCE {
                return Err(Failure::TooMuch);
            }
            all.push(Arriving {
                from: from.clone(),
                id: id.clone(),
                next: 0,
                bytes: Vec::new(),
                at: now,
            });
        }
        let place = all.iter().position(|it| it.from == *from && it.id == *id);
        let place = place.ok_or(Failure::PhotoBroken)?;
        let it = all.get_mut(place).ok_or(Failure::PhotoBroken)?;
        it.at = now;
        // The answer to this part was lost.
        if part.checked_add(1) == Some(it.next) && it.bytes.ends_with(&bytes) {
            return Ok(None);
        }
        if it.next != part {
            return Err(Failure::PhotoBroken);
        }
        if it.bytes.len() + bytes.len() > LARGEST {
            all.remove(place);
            return Err(Failure::NotAPhoto);
        }
        it.bytes.extend_from_slice(&bytes);
        it.next += 1;
        Ok((it.next == parts).then(|| all.remove(place).bytes))
    }
}

/// Where the picture of a photo is kept.
fn key(id: &PhotoId) -> String {
    format!("photo/{id}")
}

/// The sort of a picture, out of what it is and not what it is called.
fn sort(bytes: &[u8]) -> Result<&'static str, Failure> {
    match imagesize::image_type(bytes) {
        Ok(ImageType::Jpeg) => Ok("image/jpeg"),
        Ok(ImageType::Png) => Ok("image/png"),
        Ok(ImageType::Webp) => Ok("image/webp"),
        _ => Err(Failure::NotAPhoto),
    }
}
