//! From a model to pages.

mod canvas;
mod ends;
mod ground;
mod join;
mod poster;
mod setter;
mod setting;

pub use join::lay_out_join;
pub use poster::lay_out_poster;
