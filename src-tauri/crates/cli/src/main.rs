//! The command line `regio`.
fn main() {}
