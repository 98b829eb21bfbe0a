//! The container in which a snapshot leaves the preparer: a file of the age format (<https://age-encryption.org/v1>) with one
//! recipient, a passphrase. The `age` program opens it too.
//!
//! Written out here because it is short: the crate `age` brings 148 others, of which this needs four. A file that `age` itself wrote, and
//! one that it opened, are among the tests.
//!
//! A header names the salt and the cost of scrypt and holds the key of the file, wrapped under what scrypt makes of the passphrase.
//! A MAC over the header follows, then the content in pieces of 64 KiB, each sealed with ChaCha20-Poly1305 under a key of its own
//! place, the last one marked: nothing can be changed, swapped or cut off unseen.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::general_purpose::NO_PAD;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::Error;
use crate::file::LARGEST;

/// The first line of every file of the format.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";
/// Before the salt, as the format says.
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
/// The cost of scrypt as a power of two: 2¹⁷ × 1 KiB is 128 MiB of memory for every guess.
const COST: u8 = 17;
/// A file that asks for more memory than 256 MiB is refused before it gets any.
const MOST_COST: u8 = 18;
/// The longest header: one recipient takes less than 200 bytes.
const LONGEST_HEADER: usize = 1024;
/// The content goes in pieces of this size.
const PIECE: usize = 64 << 10;
/// What sealing adds to a piece.
const TAG: usize = 16;
/// The base64 of the format: without padding, and with no second way to write the same bytes.
const BASE64: GeneralPurpose = GeneralPurpose::new(&STANDARD, strict());

const fn strict() -> GeneralPurposeConfig {
    NO_PAD.with_decode_allow_trailing_bits(false)
}

/// What must be drawn for every file anew: nobody may be able to guess it.
#[derive(Clone, Copy)]
pub struct Drawn {
    /// The key of the file.
    pub key: [u8; 16],
    /// The salt of scrypt.
    pub salt: [u8; 16],
    /// The nonce of the content.
    pub nonce: [u8; 16],
}

impl Drawn {
    /// The three out of 48 random bytes.
    pub fn of(bytes: [u8; 48]) -> Self {
        let part = |from: usize| std::array::from_fn(|at| bytes[from + at]);
        Self {
            key: part(0),
            salt: part(16),
            nonce: part(32),
        }
    }
}

/// Whether bytes are a container, as far as their beginning says.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Puts bytes into a container that a passphrase opens.
///
/// # Errors
/// `Sqlite` never; only what cannot happen with these lengths, as `Damaged`.
pub fn seal(content: &[u8], passphrase: &str, drawn: &Drawn) -> Result<Vec<u8>, Error> {
    let wrap = wrapping(passphrase, &drawn.salt, COST)?;
    let wrapped = cipher(&wrap)?
        .encrypt(&Nonce::default(), drawn.key.as_slice())
        .map_err(|_| Error::Damaged)?;
    let mut sealed = MAGIC.to_vec();
    let lines = format!(
        "-> scrypt {} {COST}\n{}\n---",
        BASE64.encode(drawn.salt),
        BASE64.encode(wrapped)
    );
    sealed.extend_from_slice(lines.as_bytes());
    let mac = header_mac(&drawn.key, &sealed)?.finalize().into_bytes();
    sealed.extend_from_slice(format!(" {}\n", BASE64.encode(mac)).as_bytes());
    sealed.extend_from_slice(&drawn.nonce);
    let cipher = cipher(&derived(&drawn.key, &drawn.nonce, b"payload")?)?;
    let pieces = content.len().div_ceil(PIECE).max(1);
    for nth in 0..pieces {
        let piece = &content[nth * PIECE..content.len().min((nth + 1) * PIECE)];
        let piece = cipher
            .encrypt(&place(nth, nth + 1 == pieces), piece)
            .map_err(|_| Error::Damaged)?;
        sealed.extend_from_slice(&piece);
    }
    Ok(sealed)
}

/// Takes the bytes out of a container.
///
/// # Errors
/// `NotASnapshot`, `TooLarge`, `Passphrase` where these words do not open it, or `Damaged`.
pub fn unseal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, Error> {
    let size = bytes.len() as u64;
    let most = LARGEST + LARGEST / 1024;
    if size > most {
        return Err(Error::TooLarge { bytes: size, most });
    }
    let Header {
        salt,
        cost,
        wrapped,
        signed,
        mac,
        rest,
    } = header(bytes)?;
    let wrap = wrapping(passphrase, &salt, cost)?;
    let key: [u8; 16] = cipher(&wrap)?
        .decrypt(&Nonce::default(), wrapped.as_slice())
        .map_err(|_| Error::Passphrase)?
        .try_into()
        .map_err(|_| Error::Damaged)?;
    header_mac(&key, signed)?
        .verify_slice(&mac)
        .map_err(|_| Error::Damaged)?;
    let (nonce, rest) = rest.split_at_checked(16).ok_or(Error::Damaged)?;
    let cipher = cipher(&derived(&key, nonce, b"payload")?)?;
    let mut content = Vec::with_capacity(rest.len());
    let pieces = rest.len().div_ceil(PIECE + TAG);
    for (nth, piece) in rest.chunks(PIECE + TAG).enumerate() {
        let last = nth + 1 == pieces;
        // Only a content of nothing at all has an empty piece.
        if piece.len() < TAG || (piece.len() == TAG && nth > 0) {
            return Err(Error::Damaged);
        }
        let piece = cipher
            .decrypt(&place(nth, last), piece)
            .map_err(|_| Error::Damaged)?;
        content.extend_from_slice(&piece);
    }
    if pieces == 0 {
        return Err(Error::Damaged);
    }
    Ok(content)
}

/// What the header says.
struct Header<'a> {
    salt: [u8; 16],
    cost: u8,
    wrapped: Vec<u8>,
    /// What the MAC is over.
    signed: &'a [u8],
    mac: Vec<u8>,
    /// What follows the header.
    rest: &'a [u8],
}

fn header(bytes: &[u8]) -> Result<Header<'_>, Error> {
    if !is_sealed(bytes) {
        return Err(Error::NotASnapshot);
    }
    let mut at = MAGIC.len();
    let mut line = || {
        let rest = bytes.get(at..).unwrap_or_default();
        let rest = &rest[..rest.len().min(LONGEST_HEADER)];
        let end = rest.iter().position(|byte| *byte == b'\n');
        let end = end.ok_or(Error::Damaged)?;
        at += end + 1;
        std::str::from_utf8(&rest[..end]).map_err(|_| Error::Damaged)
    };
    let recipient = line()?.strip_prefix("-> scrypt ").ok_or(Error::Damaged)?;
    let (salt, cost) = recipient.split_once(' ').ok_or(Error::Damaged)?;
    let body = line()?;
    let last = line()?;
    let mac = last.strip_prefix("--- ").ok_or(Error::Damaged)?;
    let plain = cost.bytes().all(|byte| byte.is_ascii_digit()) && !cost.starts_with('0');
    let cost = cost.parse::<u8>().ok().filter(|_| plain);
    let decode = |text: &str| BASE64.decode(text).map_err(|_| Error::Damaged);
    Ok(Header {
        salt: decode(salt)?.try_into().map_err(|_| Error::Damaged)?,
        cost: cost
            .filter(|cost| (1..=MOST_COST).contains(cost))
            .ok_or(Error::Damaged)?,
        wrapped: decode(body)?,
        signed: &bytes[..at - last.len() - 1 + "---".len()],
        mac: decode(mac)?,
        rest: &bytes[at..],
    })
}

/// The key that wraps the key of the file.
fn wrapping(passphrase: &str, salt: &[u8; 16], cost: u8) -> Result<[u8; 32], Error> {
    let salt = [LABEL, salt].concat();
    let params = scrypt::Params::new(cost, 8, 1).map_err(|_| Error::Damaged)?;
    let mut key = [0; 32];
    scrypt::scrypt(passphrase.as_bytes(), &salt, &params, &mut key).map_err(|_| Error::Damaged)?;
    Ok(key)
}

fn derived(key: &[u8; 16], salt: &[u8], info: &[u8]) -> Result<[u8; 32], Error> {
    let mut out = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), key)
        .expand(info, &mut out)
        .map_err(|_| Error::Damaged)?;
    Ok(out)
}

fn header_mac(key: &[u8; 16], signed: &[u8]) -> Result<Hmac<Sha256>, Error> {
    let key = derived(key, b"", b"header")?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(|_| Error::Damaged)?;
    mac.update(signed);
    Ok(mac)
}

fn cipher(key: &[u8; 32]) -> Result<ChaCha20Poly1305, Error> {
    ChaCha20Poly1305::new_from_slice(key).map_err(|_| Error::Damaged)
}

/// The nonce of a piece: its number, and whether it is the last.
fn place(nth: usize, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&(nth as u64).to_be_bytes());
    nonce[11] = u8::from(last);
    nonce.into()
}
