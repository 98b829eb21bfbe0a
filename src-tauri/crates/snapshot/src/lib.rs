//! The snapshot file: check, read, search, write.
