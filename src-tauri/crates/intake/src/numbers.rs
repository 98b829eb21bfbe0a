//! Numbers in cells, bare or with words beside them.

/// A bare number: `7`, `7,5`, `7.5`, `70 %`. Thousands are not divided in an answer on a scale.
pub(crate) fn number(cell: &str) -> Option<f64> {
    let bare = cell.trim().trim_end_matches('%').trim_end();
    let plain = bare.strip_prefix(['-', '+']).unwrap_or(bare);
    let fits = !plain.is_empty()
        && plain.len() <= 20
        && plain
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
        && plain.bytes().filter(|byte| !byte.is_ascii_digit()).count() <= 1
        && plain.starts_with(|letter: char| letter.is_ascii_digit());
    fits.then(|| bare.replace(',', ".").parse().ok())
        .flatten()
        .filter(|number: &f64| number.is_finite())
}

/// A number with words: `1 = helemaal niet`, `5 - very much`, `10 (perfect)`, `helemaal mee eens (5)`, `3: soms`.
pub(crate) fn labelled(cell: &str) -> Option<(f64, &str)> {
    let cell = cell.trim();
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) {
        let number = cell[..digits].parse().ok()?;
        let rest = cell[digits..].trim_start();
        let words = rest
            .strip_prefix(['=', ':', '.', ')', '-', '–', '—', '('])
            .map(|words| words.trim().trim_end_matches(')'))?;
        return starts_as_word(words).then_some((number, words));
    }
    let (words, rest) = cell.rsplit_once('(')?;
    let inner = rest.strip_suffix(')')?.trim();
    let number = inner.parse::<u16>().ok()?;
    let words = words.trim();
    (inner.len() <= 3 && starts_as_word(words)).then_some((f64::from(number), words))
}

fn starts_as_word(words: &str) -> bool {
    words.starts_with(char::is_alphabetic)
}

/// All numbers in a text, in order, with thousands joined: `$25,000 - $49,999` gives 25000 and 49999.
pub(crate) fn inside(text: &str) -> Vec<f64> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && found.len() < 8 {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut digits = String::new();
        while at < bytes.len() && digits.len() < 18 {
            let thousands = (bytes[at] == b',' || bytes[at] == b'.')
                && bytes
                    .get(at + 1..at + 4)
                    .is_some_and(|three| three.iter().all(u8::is_ascii_digit))
                && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit);
            let decimal = (bytes[at] == b',' || bytes[at] == b'.')
                && !thousands
                && !digits.contains('.')
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            match bytes[at] {
                digit if digit.is_ascii_digit() => digits.push(digit as char),
                _ if thousands => {}
                _ if decimal => digits.push('.'),
                _ => break,
            }
            at += 1;
        }
        found.extend(digits.parse::<f64>());
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
    }
    found
}
