//! What happened. Events are only ever added to this list; older ones must go on opening.

use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {}
