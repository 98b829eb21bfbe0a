//! Sentences with their words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::OnceLock;

use patterns::{Options, Sentence, evaluate, evaluate_within};
use stories::Filter;

use crate::library;

/// The words of a language.
fn words(language: &str) -> &'static BTreeMap<String, String> {
    static WORDS: OnceLock<[BTreeMap<String, String>; 2]> = OnceLock::new();
    let read = |language: &str| {
        let path = format!(
            "{}/../../../assets/locales/{language}/pattern.json",
            env!("CARGO_MANIFEST_DIR")
        );
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
    };
    let [nl, en] = WORDS.get_or_init(|| [read("nl"), read("en")]);
    if language == "nl" { nl } else { en }
}

/// A sentence in a language.
pub fn fill(language: &str, sentence: &Sentence) -> String {
    let mut text = words(language)[&sentence.key].clone();
    for (place, filling) in &sentence.places {
        text = text.replace(&format!("{{{place}}}"), filling);
    }
    assert!(!text.contains(['{', '}']), "{text}");
    text
}

/// Words that say why, that judge, or that only a statistician knows; in either language.
const NOT_FOR_PARENTS: &[&str] = &[
    "omdat",
    "doordat",
    "daardoor",
    "waardoor",
    "vanwege",
    "dankzij",
    "oorzaak",
    "gevolg van",
    "leidt tot",
    "zorgt voor",
    "invloed van",
    "effect",
    "signific",
    "correlat",
    "p-waarde",
    "chi-kwadraat",
    "hypothese",
    "variabele",
    "steekproef",
    "standaard",
    "percentage",
    "mediaan",
    "gemiddeld",
    "bewijs",
    "toetst",
    "because",
    "cause",
    "due to",
    "leads to",
    "results in",
    "impact",
    "p-value",
    "chi-square",
    "hypothesis",
    "variable",
    "sample",
    "percent",
    "median",
    "average",
    "prove",
    "statistic",
];

fn not_for_parents(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    NOT_FOR_PARENTS
        .iter()
        .copied()
        .find(|word| text.contains(word))
}

/// No word of a sentence itself is causal or technical; what the snapshot's own labels say is the preparer's.
#[test]
fn no_words_say_why_or_are_technical() {
    for language in ["nl", "en"] {
        for (key, text) in words(language) {
            assert_eq!(not_for_parents(text), None, "{language} {key}");
        }
    }
}

#[test]
fn every_sentence_of_the_snapshot_fills_in_both_languages() {
    let options = Options::default();
    let mut evaluations = vec![evaluate(library(), &Filter::default(), &options)];
    for expression in [
        "role_type = pupils",
        "good > 50",
        "region = kennemerland",
        "feeling = pride",
    ] {
        evaluations.push(evaluate(library(), &crate::filter(expression), &options));
    }
    evaluations.push(evaluate_within(
        library(),
        &Filter::default(),
        &"about".into(),
        &options,
    ));
    evaluations.push(evaluate_within(
        library(),
        &Filter::default(),
        &"good".into(),
        &options,
    ));
    let mut used = BTreeSet::new();
    for pattern in evaluations.iter().flat_map(|one| &one.patterns) {
        let sentences = [
            Some(&pattern.sentence),
            pattern.caution.as_ref(),
            pattern.scope.as_ref(),
        ];
        for sentence in sentences.into_iter().flatten() {
            used.insert(sentence.key.clone());
            for language in ["nl", "en"] {
                let text = fill(language, sentence);
                assert!(!text.contains("‘’"), "{text}");
                assert_eq!(not_for_parents(&text), None, "{text}");
            }
        }
    }
    // The forms are all in use, but for a few that need a snapshot that is unlike this one.
    assert!(used.len() > 25, "{used:?}");
}

#[test]
fn a_pattern_reads_as_a_person_would_say_it() {
    let evaluation = evaluate(library(), &Filter::default(), &Options::default());
    let say = |language: &str, key: &str| {
        let found = evaluation
            .patterns
            .iter()
            .find(|one| one.key == key)
            .unwrap();
        fill(language, &found.sentence)
    };
    assert_eq!(
        say("nl", "role_type/learners:government"),
        "Mensen in de school kiezen ongeveer twee keer zo vaak ‘De overheid’ als ouders: 52 tegen 25 van de 100. Dat is bij ‘Wie kunnen leren’."
    );
    assert_eq!(
        say("nl", "role_type/learners:teachers"),
        "Van de 100 ouders kiezen er 66 voor ‘De leraren’. Van de 100 mensen in de school is dat 40. Dat is bij ‘Wie kunnen leren’."
    );
    assert_eq!(
        say("nl", "about/how"),
        "Bij ‘Relaties’ staat de schuif vaker aan de kant van ‘Perfect’ dan bij ‘Het systeem’. Dat is 38 tegen 7 van de 100, bij ‘Waar het over gaat’ en ‘Hoe het was’."
    );
    assert_eq!(
        say("en", "about/learners:government"),
        "With ‘Het systeem’, ‘De overheid’ occurs more than three times as often as with ‘Relaties’. That is 59 against 10 of each 100, for ‘Waar het over gaat’ and ‘Wie kunnen leren’."
    );
    assert_eq!(
        say("nl", "role/role_type"),
        "Het antwoord op ‘Verteller’ volgt altijd uit dat op ‘Rol’, of andersom."
    );
}
