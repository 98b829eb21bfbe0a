//! The container: only the right words open it, nothing can be changed in it, and it is the format that others read.

use snapshot::{Drawn, Verdict, seal, unseal};

use crate::making::told_file;

const WORDS: &str = "fiets appel molen regen tafel zomer";

fn drawn(seed: u8) -> Drawn {
    Drawn::of(std::array::from_fn(|at| seed.wrapping_add(at as u8)))
}

/// What `age -p` (1.1.1) made of one line of text.
const FROM_AGE: &[u8] = include_bytes!("from_age.age");

#[test]
fn what_age_wrote_is_opened() {
    let plain = unseal(FROM_AGE, "zes gewone woorden voor een proef").unwrap();
    assert_eq!(plain, "Een momentopname van niets.\n".as_bytes());
}

/// What this program made of the same line; `age -d` (1.1.1) opens it.
const FOR_AGE: &[u8] = include_bytes!("for_age.age");

#[test]
fn what_age_opened_is_what_is_written() {
    let plain = "Een momentopname van niets.\n".as_bytes();
    let sealed = seal(plain, "zes gewone woorden voor een proef", &drawn(4)).unwrap();
    assert!(sealed == FOR_AGE);
}

#[test]
fn only_the_right_words_open_it() {
    let sealed = seal(told_file(), WORDS, &drawn(1)).unwrap();
    assert!(unseal(&sealed, WORDS).unwrap() == told_file());
    let code = |words| unseal(&sealed, words).unwrap_err().code();
    assert_eq!(
        code("fiets appel molen regen tafel winter"),
        "snapshot_passphrase"
    );
    assert_eq!(code(""), "snapshot_passphrase");
    assert_eq!(
        snapshot::open(&sealed).unwrap_err().code(),
        "snapshot_locked"
    );
    let opened = snapshot::open_with(&sealed, WORDS).unwrap();
    assert!(opened.library().collection() == crate::small());
    let verdict = |words| snapshot::check(&sealed, words).verdict;
    assert_eq!(
        (verdict(None), verdict(Some("x")), verdict(Some(WORDS))),
        (Verdict::Locked, Verdict::Locked, Verdict::Sound)
    );
}

#[test]
fn contents_of_every_length_come_back() {
    // One piece holds 65,536 bytes.
    for length in [0, 65_536, 65_537] {
        let content: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
        let sealed = seal(&content, WORDS, &drawn(2)).unwrap();
        assert!(unseal(&sealed, WORDS).unwrap() == content, "{length}");
    }
}

#[test]
fn pieces_cannot_be_cut_off_swapped_or_added() {
    let content: Vec<u8> = (0..200_000).map(|at| (at % 251) as u8).collect();
    let sealed = seal(&content, WORDS, &drawn(3)).unwrap();
    let start = sealed.len() - (200_000 + 4 * 16);
    let piece = 65_536 + 16;
    let mut swapped = sealed.clone();
    swapped[start..start + 2 * piece].rotate_left(piece);
    let mut longer = sealed.clone();
    longer.extend([0; 16]);
    for bytes in [
        &sealed[..start],
        &sealed[..start + piece],
        &sealed[..start + 3 * piece],
        &sealed[..sealed.len() - 1],
        &swapped,
        &longer,
    ] {
        assert_eq!(unseal(bytes, WORDS).unwrap_err().code(), "snapshot_damaged");
    }
}

#[test]
fn a_header_that_asks_for_too_much_is_refused_unread() {
    for header in [
        "-> scrypt AAECAwQFBgcICQoLDA0ODw 40\n",
        "-> scrypt AAECAwQFBgcICQoLDA0ODw 019\n",
        "-> scrypt AAECAwQFBgcICQoLDA0ODw 19\n",
        "-> scrypt AAECAwQFBgcICQoLDA0ODw 0\n",
        "-> scrypt AAECAwQFBgcICQoLDA0ODw -1\n",
        "-> scrypt AAECAw 17\n",
        "-> X25519 AAECAwQFBgcICQoLDA0ODw 17\n",
        "->",
        "",
    ] {
        let bytes = format!("age-encryption.org/v1\n{header}{}\n--- x\n", "A".repeat(43));
        let code = unseal(bytes.as_bytes(), WORDS).unwrap_err().code();
        assert_eq!(code, "snapshot_damaged", "{header}");
    }
    let endless = [&b"age-encryption.org/v1\n"[..], &[b'-'; 1 << 20]].concat();
    assert_eq!(
        unseal(&endless, WORDS).unwrap_err().code(),
        "snapshot_damaged"
    );
}
