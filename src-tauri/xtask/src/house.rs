//! The rules of the house, as data: who may know whom.

/// For each of our crates: the crates of ours that it may depend on outside its tests.
pub const MAY_USE: &[(&str, &[&str])] = &[
    ("stories", &[]),
    ("typed", &[]),
    ("entities", &[]),
    ("workshop", &["entities", "stories", "typed"]),
    ("snapshot", &["stories"]),
    ("fixture", &["stories"]),
    ("patterns", &["stories"]),
    ("intake", &["stories"]),
    ("preparation", &["entities", "stories", "typed"]),
    ("ledger", &[]),
    ("print", &["stories"]),
    (
        "protocol",
        &["intake", "patterns", "preparation", "stories", "workshop"],
    ),
    (
        "app",
        &[
            "intake",
            "ledger",
            "patterns",
            "preparation",
            "print",
            "protocol",
            "snapshot",
            "stories",
            "workshop",
        ],
    ),
    ("hub", &["app", "protocol"]),
    (
        "cli",
        &[
            "app",
            "fixture",
            "hub",
            "intake",
            "patterns",
            "preparation",
            "protocol",
            "snapshot",
            "stories",
            "workshop",
        ],
    ),
    ("regiotafel", &["app", "hub", "protocol"]),
    ("tests", &[]),
    ("xtask", &[]),
];

/// Crates that do no input or output, keep no clock and draw no random numbers: what they may use from outside.
pub const PURE: &[&str] = &[
    "stories",
    "typed",
    "entities",
    "workshop",
    "fixture",
    "patterns",
    "preparation",
];

/// What a pure crate may use from crates.io outside its tests.
pub const PURE_MAY_USE: &[&str] = &[
    "serde",
    "serde_json",
    "thiserror",
    "ts-rs",
    "unicode-normalization",
    "unicode-segmentation",
];

/// Crates from outside that a crate of ours must never see.
pub const NEVER: &[(&str, &str)] = &[
    ("app", "tauri"),
    ("app", "axum"),
    ("hub", "tauri"),
    ("hub", "rusqlite"),
    ("print", "rusqlite"),
    ("workshop", "tokio"),
];

/// Folders of the screens that devices at the tables and projectors load: they know nothing of the desk.
pub const AWAY_FROM_DESK: &[&str] = &[
    "ui/src/join/",
    "ui/src/kit/",
    "ui/src/phone/",
    "ui/src/screen/",
    "ui/src/table/",
];

/// The longest source file, in lines; data and generated files do not count.
pub const LONGEST: usize = 600;

/// Licences that may come in, as SPDX ids.
pub const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
