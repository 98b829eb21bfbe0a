//! Many made-up devices at once: whatever was acknowledged is there, once, and every screen shows what the laptop has.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod common;

use common::{output, run};
use serde_json::Value;

#[test]
fn nothing_is_lost_doubled_or_different_under_load() {
    let line = run(&["load", "--clients", "40", "--seconds", "5", "--json"]);
    assert_eq!(line.lines().count(), 1, "{line}");
    let report: Value = serde_json::from_str(&line).unwrap();
    for none in ["lost", "doubled", "diverged", "failed", "unanswered"] {
        assert_eq!(report[none], 0, "{none}: {line}");
    }
    assert_eq!(
        (&report["clients"], &report["tables"]),
        (&40.into(), &5.into())
    );
    assert_eq!(report["seats"], 40);
    for some in ["commands", "reconnects", "bytes_per_client"] {
        assert!(report[some].as_u64().unwrap() > 0, "{some}: {line}");
    }
    for measured in ["acknowledged_ms", "note_ms", "read_ms", "fdatasync_ms"] {
        let spread = &report[measured];
        let at = |name: &str| spread[name].as_f64().unwrap();
        assert!(at("p50") <= at("p95") && at("p95") <= at("p99"), "{line}");
        assert!(at("p99") <= at("max") && at("p50") > 0.0, "{line}");
    }
}

#[test]
fn more_devices_than_places_share_them_and_people_read_what_came_of_it() {
    let args = ["load", "--clients", "30", "--tables", "1", "--seconds", "2"];
    let told = run(&args);
    assert!(
        told.contains("Toestellen: 30. Plaatsen: 24. Tafels: 1."),
        "{told}"
    );
    assert!(told.contains("Verloren: 0. Dubbel: 0."), "{told}");
    assert_eq!(
        output(&["load", "--clients", "1001"]).status.code(),
        Some(2)
    );
    assert_eq!(output(&["load", "--seconds", "301"]).status.code(), Some(2));
}
