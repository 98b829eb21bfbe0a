//! Every code has words, in both languages.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::collections::BTreeSet;

use app::{Language, fill};

fn generated(name: &str) -> String {
    std::fs::read_to_string(format!(
        "{}/../../../ui/src/generated/{name}.ts",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

/// The codes of a tagged type, as TypeScript knows them.
fn codes(name: &str) -> Vec<String> {
    let text = generated(name);
    let codes: Vec<String> = text
        .split("\"code\": \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next().map(str::to_owned))
        .collect();
    assert!(!codes.is_empty(), "{name}");
    codes
}

#[test]
fn both_languages_have_the_same_keys_and_the_same_places() {
    let keys = |language: Language| language.all().keys().collect::<BTreeSet<_>>();
    assert_eq!(keys(Language::Nl), keys(Language::En));
    let places = |text: &str| {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next().map(str::to_owned))
            .collect::<BTreeSet<_>>()
    };
    for (key, text) in Language::Nl.all() {
        assert_eq!(
            places(text),
            places(Language::En.find(key).unwrap()),
            "{key}"
        );
        assert!(!text.trim().is_empty(), "{key}");
    }
}

#[test]
fn no_file_has_a_key_twice_and_all_are_flat() {
    for language in ["nl", "en"] {
        let mut seen = BTreeSet::new();
        let folder = format!(
            "{}/../../../assets/locales/{language}",
            env!("CARGO_MANIFEST_DIR")
        );
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let words: serde_json::Map<String, serde_json::Value> =
                serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            for (key, value) in words {
                assert!(value.is_string(), "{}: {key}", path.display());
                assert!(
                    seen.insert(key.clone()),
                    "{}: {key} is in another file too",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_code_has_words() {
    let mut keys: Vec<String> = Vec::new();
    keys.extend(
        codes("Refusal")
            .iter()
            .map(|code| format!("refusal.{code}")),
    );
    keys.extend(
        codes("Failure")
            .iter()
            .filter(|code| !["refused", "unprepared", "ungrouped"].contains(&code.as_str()))
            .map(|code| format!("failure.{code}")),
    );
    keys.extend(
        codes("PrepareRefusal")
            .iter()
            .map(|code| format!("refusal.{code}")),
    );
    keys.extend(
        codes("ColumnRefusal")
            .iter()
            .map(|code| format!("refusal.{code}")),
    );
    keys.extend(codes("NoEntry").iter().map(|code| format!("entry.{code}")));
    keys.extend(
        codes("WatchItem")
            .iter()
            .map(|code| format!("watch.{code}")),
    );
    keys.extend(
        generated("AdviceKind")
            .split('"')
            .filter(|part| part.starts_with(|first: char| first.is_ascii_lowercase()))
            .map(|kind| format!("advice.{kind}")),
    );
    keys.extend(
        snapshot::Error::CODES
            .iter()
            .map(|code| format!("file.{code}")),
    );
    for reason in [
        "session_not_one",
        "session_newer",
        "session_damaged",
        "session_setting",
        "unreadable",
        "no_sheet",
        "draft_not_one",
        "draft_newer",
        "draft_damaged",
    ] {
        keys.push(format!("file.{reason}"));
    }
    for code in [
        print::WarningCode::TextCut,
        print::WarningCode::GlyphMissing,
        print::WarningCode::CalendarTooLong,
    ] {
        keys.push(format!("sheet_warning.{}", code.key()));
    }
    keys.push("sheet_warning.left_out".to_owned());
    for words in [
        print::Words::KEYS,
        print::JoinWords::KEYS,
        print::BrochureWords::KEYS,
        print::CardWords::KEYS,
        print::ChartWords::KEYS,
        print::OverviewWords::KEYS,
        print::NoteSheetWords::KEYS,
        print::VoteSheetWords::KEYS,
        print::TableSheetWords::KEYS,
        print::AgreementCardWords::KEYS,
        print::RunSheetWords::KEYS,
        print::TestPageWords::KEYS,
        print::CoverSheetWords::KEYS,
        print::TilesWords::KEYS,
    ] {
        keys.extend(words.iter().map(|key| (*key).to_owned()));
    }
    for language in Language::ALL {
        let missing: Vec<&String> = keys
            .iter()
            .filter(|key| language.find(key).is_none())
            .collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}

#[test]
fn places_are_filled_and_failures_are_told_whole() {
    assert_eq!(
        fill("{a} en {b} en {c} en {", &[("a", "1"), ("b", "{a}")]),
        "1 en {a} en {c} en {"
    );
    let failure = protocol::Failure::BadFile {
        path: "/tmp/a".into(),
        reason: "snapshot_too_large".into(),
        params: [
            ("size".to_owned(), "300".to_owned()),
            ("most".to_owned(), "256".to_owned()),
        ]
        .into(),
    };
    let words = Language::Nl.failure(&failure);
    assert!(
        words.contains("/tmp/a") && words.contains("300 MB") && !words.contains('{'),
        "{words}"
    );
    let refusal = protocol::Failure::Refused {
        refusal: workshop::Refusal::NotThree { chosen: 2 },
    };
    assert_eq!(
        Language::Nl.failure(&refusal),
        "Kies precies drie perspectieven. Jullie hebben er nu 2."
    );
}

/// One thing has one word on all screens of the preparer: a snapshot is published, and a name is replaced.
#[test]
fn publishing_and_replacing_have_one_word() {
    let others = [
        (
            Language::Nl,
            &["uitgeg", "uitgev", "uitgeef", "geef dan uit"][..],
            "",
        ),
        (
            Language::Nl,
            &["verberg", "verborgen", "masker"][..],
            "check.,log.masked,prepare.names,prepare.story",
        ),
        (
            Language::En,
            &["mask", "redact"][..],
            "check.,log.masked,prepare.names,prepare.story",
        ),
    ];
    for (language, words, parts) in others {
        let of = |key: &str| parts.split(',').any(|part| key.starts_with(part));
        for (key, text) in language.all().iter().filter(|(key, _)| of(key)) {
            let text = text.to_lowercase();
            let found: Vec<&&str> = words.iter().filter(|it| text.contains(**it)).collect();
            assert!(found.is_empty(), "{key}: {text}");
        }
    }
}

/// A sentence that the program proposes is not marked by its own editor: of a hundred patterns at most ten have a long sentence, in
/// either language, and none has a word that judges or names a cause but for the labels of the questionnaire.
#[test]
fn most_proposed_sentences_are_short() {
    let library = stories::Library::new(fixture::round2(1)).unwrap();
    let all = patterns::evaluate(
        &library,
        &stories::Filter::default(),
        &patterns::Options::default(),
    );
    let stand: Vec<_> = all.patterns.iter().filter(|it| it.stands).collect();
    assert!(stand.len() > 100, "{}", stand.len());
    for (language, of) in [
        (Language::Nl, preparation::WorkLanguage::Nl),
        (Language::En, preparation::WorkLanguage::En),
    ] {
        let long: Vec<String> = stand
            .iter()
            .map(|it| {
                let places = it.sentence.places.iter();
                let places: Vec<(&str, &str)> = places
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                language.say(&it.sentence.key, &places)
            })
            .filter(|text| !preparation::readability(text, of).long_sentences.is_empty())
            .collect();
        let share = 100 * long.len() / stand.len();
        assert!(
            share <= 10,
            "{language:?}: {share} of 100 are long: {long:#?}"
        );
    }
}
