//! Models of sheets laid out into pages; pages written as PDF and SVG.
