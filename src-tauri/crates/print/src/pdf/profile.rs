//! A colour profile for sRGB, made from the published numbers, so that print shops know what the colours mean.

/// The profile as an ICC file, version 4.
pub(crate) fn srgb() -> Vec<u8> {
    let white = xyz([0.9642, 1.0, 0.8249]);
    let curve = parametric();
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", localized("sRGB")),
        (b"cprt", localized("CC0")),
        (b"wtpt", white),
        (b"rXYZ", xyz([0.436_035, 0.222_488, 0.013_916])),
        (b"gXYZ", xyz([0.385_117, 0.716_904, 0.097_076])),
        (b"bXYZ", xyz([0.143_051, 0.060_608, 0.713_928])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = u32_bytes(tags.len()).to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    for (name, bytes) in &tags {
        table.extend_from_slice(*name);
        table.extend(u32_bytes(start + data.len()));
        table.extend(u32_bytes(bytes.len()));
        data.extend_from_slice(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = vec![0_u8; 128];
    header[0..4].copy_from_slice(&u32_bytes(size));
    header[8..12].copy_from_slice(&[4, 0x20, 0, 0]);
    header[12..24].copy_from_slice(b"mntrRGB XYZ ");
    // A fixed day, as a profile must name one.
    header[24..36].copy_from_slice(&[0x07, 0xe8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    header[36..40].copy_from_slice(b"acsp");
    for (at, value) in [(68, 0.9642), (72, 1.0), (76, 0.8249)] {
        header[at..at + 4].copy_from_slice(&fixed(value));
    }
    header
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut bytes = b"XYZ \0\0\0\0".to_vec();
    bytes.extend(values.into_iter().flat_map(fixed));
    bytes
}

/// The curve of sRGB: linear near black, a power above it.
fn parametric() -> Vec<u8> {
    let mut bytes = b"para\0\0\0\0\0\x03\0\0".to_vec();
    bytes.extend(
        [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045]
            .into_iter()
            .flat_map(fixed),
    );
    bytes
}

fn localized(text: &str) -> Vec<u8> {
    let words: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut bytes = b"mluc\0\0\0\0".to_vec();
    bytes.extend(u32_bytes(1));
    bytes.extend(u32_bytes(12));
    bytes.extend_from_slice(b"enUS");
    bytes.extend(u32_bytes(words.len()));
    bytes.extend(u32_bytes(28));
    bytes.extend(words);
    bytes
}

/// A number with sixteen binary places.
fn fixed(value: f64) -> [u8; 4] {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the numbers of a profile are below two"
    )]
    let fixed = (value * 65536.0).round() as i32;
    fixed.to_be_bytes()
}

fn u32_bytes(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes()
}
