//! The chain of hashes: every event holds a hash over itself and all before it, so that a change, a gap or another order shows.

use sha2::{Digest, Sha256};

/// A link of the chain.
pub(crate) type Link = [u8; 32];

/// What the first event links to.
pub(crate) fn start() -> Link {
    Sha256::digest(b"regiotafel ledger 1").into()
}

/// The link of an event as it stands on disk, its payload sealed.
pub(crate) fn link(before: &Link, seq: u64, at: u64, command: &str, sealed: &[u8]) -> Link {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(seq.to_le_bytes());
    hash.update(at.to_le_bytes());
    // With its length, so that no byte of the one can pass for one of the other.
    hash.update((command.len() as u64).to_le_bytes());
    hash.update(command);
    hash.update(sealed);
    hash.finalize().into()
}

/// A link as text.
pub(crate) fn hex(link: &Link) -> String {
    link.iter().map(|byte| format!("{byte:02x}")).collect()
}
