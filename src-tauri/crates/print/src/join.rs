//! What a join sheet says: plain values, filled in by the caller.

use crate::language::Language;

/// The sheet that stands on a table and tells people how to join with their own phone, without internet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JoinSheet {
    /// The language of hyphenation and typography.
    pub language: Language,
    /// The session, already worded, such as "Regiobijeenkomst 22 november 2026".
    pub session: String,
    /// The region, already worded, such as "Regio Oost-Groningen".
    pub region: String,
    /// The number of the table.
    pub number: u32,
    /// The name of the table; empty when it has none.
    pub name: String,
    /// The Wi-Fi to choose; `None` when it is not known.
    pub wifi: Option<Wifi>,
    /// The address behind the QR code of the table.
    pub url: String,
    /// The short address to type, such as "192.168.8.2".
    pub address: String,
    /// The code of the table, to type after the address, such as "KORF 47".
    pub code: String,
}

/// A Wi-Fi network, with its name and password exactly as a phone must know them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wifi {
    /// The name of the network (SSID).
    pub name: String,
    /// The password; empty for an open network.
    pub password: String,
}

impl Wifi {
    /// The text of the QR code that lets a phone choose the network.
    #[must_use]
    pub fn qr_text(&self) -> String {
        let name = escaped(&self.name);
        if self.password.is_empty() {
            format!("WIFI:T:nopass;S:{name};;")
        } else {
            let password = escaped(&self.password);
            format!("WIFI:T:WPA;S:{name};P:{password};;")
        }
    }
}

/// The text with a backslash before every character that means something in the code.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | ';' | ',' | ':' | '"') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_can_read_every_name_and_password() {
        for (name, password, expect) in [
            (
                "Regiotafel",
                "samen 26",
                "WIFI:T:WPA;S:Regiotafel;P:samen 26;;",
            ),
            ("Café Zuid", "", "WIFI:T:nopass;S:Café Zuid;;"),
            (
                r#"a\b;c,d:e"f"#,
                r"\;",
                r#"WIFI:T:WPA;S:a\\b\;c\,d\:e\"f;P:\\\;;;"#,
            ),
        ] {
            let wifi = Wifi {
                name: name.into(),
                password: password.into(),
            };
            assert_eq!(wifi.qr_text(), expect);
        }
    }
}
