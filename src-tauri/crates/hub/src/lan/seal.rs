//! What the page and the laptop say to each other is sealed with a key that never crosses the network: ChaCha20-Poly1305
//! (RFC 8439) with a key for each direction, and a counter, so that nothing can be read, changed, repeated or left out unseen.

use app::{Door, Key};
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use sha2::Sha256;

/// What the keys of one conversation are drawn for, before the name of the door.
const LABEL: &[u8] = b"regiotafel lan 1 ";

/// What one side draws for one conversation.
pub type Salt = [u8; 16];

/// It cannot be sealed or opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Broken;

/// Seals what one side says.
pub struct Sealer(Counted);

/// Opens what the other side sealed, each once and in order.
pub struct Opener(Counted);

/// Both directions of one conversation.
pub(crate) struct Seal {
    pub sealer: Sealer,
    pub opener: Opener,
}

struct Counted {
    cipher: ChaCha20Poly1305,
    count: u64,
}

impl Counted {
    fn new(key: &[u8]) -> Result<Self, Broken> {
        Ok(Self {
            cipher: ChaCha20Poly1305::new_from_slice(key).map_err(|_| Broken)?,
            count: 0,
        })
    }

    fn nonce(&self) -> Nonce {
        let mut nonce = [0; 12];
        nonce[4..].copy_from_slice(&self.count.to_le_bytes());
        nonce.into()
    }

    fn step(&mut self) -> Result<(), Broken> {
        self.count = self.count.checked_add(1).ok_or(Broken)?;
        Ok(())
    }
}

impl Sealer {
    /// Seals the next.
    ///
    /// # Errors
    /// After more messages than there can be.
    pub fn seal(&mut self, plain: &[u8]) -> Result<Vec<u8>, Broken> {
        let Self(inner) = self;
        let sealed = inner
            .cipher
            .encrypt(&inner.nonce(), plain)
            .map_err(|_| Broken)?;
        inner.step()?;
        Ok(sealed)
    }
}

impl Opener {
    /// Opens the next.
    ///
    /// # Errors
    /// When it was sealed with another key, changed, or is not the one whose turn it is.
    pub fn open(&mut self, sealed: &[u8]) -> Result<Vec<u8>, Broken> {
        let Self(inner) = self;
        let plain = inner
            .cipher
            .decrypt(&inner.nonce(), sealed)
            .map_err(|_| Broken)?;
        inner.step()?;
        Ok(plain)
    }
}

/// The two keys of a conversation: from the page to the laptop, and back.
fn keys(key: &Key, page: &Salt, laptop: &Salt, door: &Door) -> Result<[u8; 64], Broken> {
    let door = match door {
        Door::Table(table) => format!("table/{}", table.0),
        Door::Seat(seat) => format!("seat/{}", seat.0),
        Door::Screen => "screen".to_owned(),
    };
    let salt = [page.as_slice(), laptop.as_slice()].concat();
    let mut made = [0; 64];
    Hkdf::<Sha256>::new(Some(&salt), key)
        .expand(&[LABEL, door.as_bytes()].concat(), &mut made)
        .map_err(|_| Broken)?;
    Ok(made)
}

/// What the page needs: to seal what it says and to open what the laptop says.
///
/// # Errors
/// Never in practice: the lengths are right.
pub fn of_page(
    key: &Key,
    page: &Salt,
    laptop: &Salt,
    door: &Door,
) -> Result<(Sealer, Opener), Broken> {
    let (out, back) = split(&keys(key, page, laptop, door)?)?;
    Ok((Sealer(out), Opener(back)))
}

/// What the laptop needs.
pub(crate) fn of_laptop(
    key: &Key,
    page: &Salt,
    laptop: &Salt,
    door: &Door,
) -> Result<Seal, Broken> {
    let (out, back) = split(&keys(key, page, laptop, door)?)?;
    Ok(Seal {
        sealer: Sealer(back),
        opener: Opener(out),
    })
}

fn split(keys: &[u8; 64]) -> Result<(Counted, Counted), Broken> {
    let (out, back) = keys.split_at(32);
    Ok((Counted::new(out)?, Counted::new(back)?))
}

#[cfg(test)]
mod tests {
    use app::Door;
    use workshop::{SeatId, TableId};

    use super::{Broken, Counted, Opener, Sealer, keys, of_laptop, of_page};

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The key and words of RFC 8439, 2.8.2, with our sort of nonce; computed by an implementation that gives what stands there.
    #[test]
    fn is_the_cipher_that_it_says() {
        let key: Vec<u8> = (0x80..0xa0).collect();
        let mut sealer = Sealer(Counted::new(&key).unwrap());
        let plain = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        sealer.0.count = u64::from_le_bytes([0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47]);
        assert_eq!(hex(&sealer.0.nonce()), "000000004041424344454647");
        assert_eq!(hex(&sealer.seal(plain).unwrap()), CIPHERTEXT);
    }

    const CIPHERTEXT: &str = "a479cb54628946d6f4042a8e384ef4bd2fbc7330b8be55eb2d8dc18aaa51d66a8ec1f8d3619a258db0ac56956015b7b4937e9b8e6aa957b3dc0214d803d77660aabc913092971da8f207171ce7843608162e2e759d8efc25d8d0936990af63c820ba87e8a955b5c8274ef7d10f6fafd04647fa6775577a1a250dcc2df37e95e46c4a";

    #[test]
    fn keys_are_those_that_a_page_draws() {
        let key = core::array::from_fn(|place| u8::try_from(place).unwrap());
        for (door, expected) in [
            (
                Door::Table(TableId(3)),
                "2aceedd6158ac6d9a3c7680b8cb50d3f48684139b2aa228006a8b8e0888101173e2523ef37d8c6a305842aa22f8f80f1d82817088b8078f42de56f13142d3644",
            ),
            (
                Door::Seat(SeatId("s-ab".into())),
                "4ce914fd88d9a5bd97389b4f8748029e048fb9bf7914edd54948b9d6505b7009ebb55ad5a700f053b2619e225341aa0ef2ca777931184791e561604d26910813",
            ),
            (
                Door::Screen,
                "89fb73800ebbdc5c7598e1022e26b074255ca023daccfcf76b2c95cfac5dd83e2d4e6ce0883741461381d3c1130afe150e4c4b08429326e3be9eddf701bc0a8f",
            ),
        ] {
            let made = keys(&key, &[1; 16], &[2; 16], &door).unwrap();
            assert_eq!(hex(&made), expected, "{door:?}");
        }
        let (mut sealer, mut opener) = of_page(&key, &[1; 16], &[2; 16], &Door::Screen).unwrap();
        let mut laptop = of_laptop(&key, &[1; 16], &[2; 16], &Door::Screen).unwrap();
        for text in ["een", "", "drie"] {
            let sealed = sealer.seal(text.as_bytes()).unwrap();
            assert_eq!(laptop.opener.open(&sealed).unwrap(), text.as_bytes());
            let sealed = laptop.sealer.seal(text.as_bytes()).unwrap();
            assert_eq!(opener.open(&sealed).unwrap(), text.as_bytes());
        }
    }

    #[test]
    fn what_is_changed_repeated_left_out_or_turned_back_does_not_open() {
        let key = [7; 32];
        let mut sealer = Sealer(Counted::new(&key).unwrap());
        let first = sealer.seal(b"first").unwrap();
        let second = sealer.seal(b"second").unwrap();
        let opener = || Opener(Counted::new(&key).unwrap());
        for place in 0..first.len() {
            let mut changed = first.clone();
            changed[place] ^= 1;
            assert_eq!(opener().open(&changed), Err(Broken));
        }
        assert_eq!(opener().open(&second), Err(Broken));
        assert_eq!(opener().open(&first[..4]), Err(Broken));
        let mut right = opener();
        assert_eq!(right.open(&first).unwrap(), b"first");
        assert_eq!(right.open(&first), Err(Broken));
        assert_eq!(right.open(&second).unwrap(), b"second");
        assert_eq!(
            Opener(Counted::new(&[8; 32]).unwrap()).open(&first),
            Err(Broken)
        );
    }

    #[test]
    fn the_counter_never_comes_round() {
        let mut sealer = Sealer(Counted::new(&[7; 32]).unwrap());
        sealer.0.count = u64::MAX;
        assert_eq!(sealer.seal(b"last"), Err(Broken));
    }
}
