//! Every code has words, in both languages, with the places that come with it.

use std::collections::BTreeMap;

use intake::{Error, LeftOut, NameKind, Reason, RejectReason, Remark};

fn words(language: &str) -> BTreeMap<String, String> {
    let path = format!(
        "{}/../../../assets/locales/{language}/intake.json",
        env!("CARGO_MANIFEST_DIR")
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_code_has_words() {
    let groups: [(&str, &[&str]); 7] = [
        ("file", Error::CODES),
        ("intake.remark", Remark::CODES),
        ("intake.reject", RejectReason::CODES),
        ("intake.left_out", LeftOut::CODES),
        ("intake.suspicion", Reason::CODES),
        ("intake.name", NameKind::CODES),
        ("intake.mask", NameKind::CODES),
    ];
    for language in ["nl", "en"] {
        let words = words(language);
        for (group, codes) in groups {
            for code in codes {
                let key = format!("{group}.{code}");
                assert!(words.contains_key(&key), "{language}: {key}");
            }
            let prefix = format!("{group}.");
            let known = words.keys().filter(|key| key.starts_with(&prefix)).count();
            assert_eq!(
                known,
                codes.len(),
                "{language}: {group} has words for nothing"
            );
        }
    }
}

#[test]
fn errors_bring_what_their_words_ask_for() {
    let words = words("nl");
    let (row, most, detail) = (3, 1 << 20, "x".to_owned());
    for error in [
        Error::TooLarge { bytes: 2, most },
        Error::Inflated { most },
        Error::Entries { found: 2, most },
        Error::Rows { most },
        Error::Columns { row, most },
        Error::Cells { most },
        Error::Damaged {
            detail: detail.clone(),
        },
        Error::Doctype {
            entry: detail.clone(),
        },
        Error::NoSheet {
            sheet: detail.clone(),
        },
        Error::Encoding {
            encoding: detail.clone(),
            row,
        },
        Error::CodebookNewer { found: 2, known: 1 },
        Error::Codebook {
            detail: detail.clone(),
        },
        Error::Form {
            row,
            column: detail.clone(),
            value: detail.clone(),
        },
        Error::Signifiers { detail },
    ] {
        let mut text = words[&format!("file.{}", error.code())].clone();
        for (place, value) in error.params() {
            let place = format!("{{{place}}}");
            assert!(text.contains(&place), "{place} is not used: {text}");
            text = text.replace(&place, &value);
        }
        assert!(!text.contains('{'), "{text}");
    }
}
