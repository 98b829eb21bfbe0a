use std::sync::LazyLock;

use super::*;
use crate::words::sentences_of;

static NL: LazyLock<Lists> = LazyLock::new(|| lists("nl"));
static EN: LazyLock<Lists> = LazyLock::new(|| lists("en"));

fn marked(text: &str, lists: &Lists) -> Vec<String> {
    remarks(text, lists)
        .into_iter()
        .map(|it| {
            assert_eq!(
                text.get(it.from as usize..it.to as usize),
                Some(it.words.as_str())
            );
            let kind = match it.kind {
                RemarkKind::Judging => "judging",
                RemarkKind::Causal => "causal",
            };
            format!("{kind}: {}", it.words)
        })
        .collect()
}

#[test]
fn judging_and_causal_words_are_pointed_out() {
    let nl = lists("nl");
    for (text, then) in [
        ("Ouders noemen de leraar vaker dan de schoolleider.", vec![]),
        (
            "Leraren hebben te weinig tijd omdat de klassen vol zijn.",
            vec!["judging: te weinig", "causal: omdat"],
        ),
        ("Helaas komt dit vaker voor.", vec!["judging: Helaas"]),
        (
            "De school zou moeten luisteren, waardoor ouders blij zijn.",
            vec!["judging: zou moeten", "causal: waardoor"],
        ),
        (
            "Dit gaat vooral slecht door het systeem.",
            vec!["judging: slecht", "causal: door"],
        ),
        // Who names something is no cause.
        ("De leraar wordt genoemd door ouders.", vec![]),
        (
            "Dat wordt door leraren vaker gezegd dan door ouders.",
            vec![],
        ),
        ("Door de week is dat anders.", vec![]),
        // The longer phrase is the one to look at.
        (
            "Dit is het gevolg van ruimtegebrek.",
            vec!["causal: het gevolg van"],
        ),
        ("Als gevolg van drukte.", vec!["causal: Als gevolg van"]),
        // Parts of words are other words.
        ("Doorstroom en slechtvalk en want\u{ad}en.", vec![]),
        ("Ze doen té weinig, ‘omdat’ het kan.", vec!["causal: omdat"]),
        ("", vec![]),
        ("👩‍🏫 … —", vec![]),
    ] {
        assert_eq!(marked(text, &nl), then, "{text}");
    }
    let en = lists("en");
    for (text, then) in [
        (
            "Parents name the teacher more often than teachers do.",
            vec![],
        ),
        (
            "Teachers should listen because of the rules.",
            vec!["judging: should", "causal: because of"],
        ),
        (
            "Unfortunately, too few parents are heard.",
            vec!["judging: Unfortunately", "judging: too few"],
        ),
        (
            "This leads to worse outcomes.",
            vec!["causal: leads to", "judging: worse"],
        ),
        ("Who had the greatest influence?", vec![]),
        ("It isn’t bad", vec!["judging: bad"]),
    ] {
        assert_eq!(marked(text, &en), then, "{text}");
    }
}

#[test]
fn places_in_bytes_become_places_on_screens() {
    let text = "é👩 omdat";
    let one = &remarks(text, &lists("nl"))[0];
    assert_eq!((one.from, one.to), (7, 12));
    assert_eq!((units(text, one.from), units(text, one.to)), (4, 9));
    assert_eq!(units(text, 99), 9);
}

#[test]
fn texts_that_say_the_same_are_seen() {
    let nl = lists("nl");
    for (one, other, is) in [
        (
            "Ouders voelen zich niet gehoord.",
            "Ouders voelen zich door de school niet gehoord!",
            true,
        ),
        (
            "Leraren hebben in de klas veel tijd voor kinderen.",
            "In de klas hebben leraren tijd voor de kinderen.",
            true,
        ),
        (
            "Een leraar ziet het kind elke dag.",
            "Elke dag ziet een leraar het kind in de klas.",
            true,
        ),
        (
            // The one denies what the other says.
            "Leraren hebben tijd voor ouders en kinderen.",
            "Leraren hebben geen tijd voor ouders en kinderen.",
            false,
        ),
        (
            "Leraren kijken naar de hele klas.",
            "Ouders kijken naar hun eigen kind.",
            false,
        ),
        ("Het systeem is traag.", "Het systeem is duur.", false),
        ("Het systeem is traag.", "Systeem: traag?", true),
        ("Café bezoek kost geld", "CAFE bezoek kost veel geld", true),
        ("", "", false),
        ("de het een", "van de", false),
    ] {
        assert_eq!(same(one, other, &nl), is, "{one} | {other}");
        assert_eq!(same(other, one, &nl), is, "{other} | {one}");
    }
    let en = lists("en");
    assert!(same(
        "Parents feel that the school listens to them.",
        "The parents feel the school listens.",
        &en
    ));
    assert!(!same(
        "Parents feel that the school listens.",
        "Parents feel the school never listens.",
        &en
    ));
    assert!(!same(
        "Parents can always reach the school.",
        "Parents can't always reach the school.",
        &en
    ));
    assert!(same(
        "Parents can always reach the school.",
        "Parents always reach the school.",
        &en
    ));
    let all = |texts: &[&str]| -> Vec<Interpretation> {
        (0..)
            .zip(texts)
            .map(|(nth, text): (u32, _)| Interpretation {
                id: nth.to_string().as_str().into(),
                text: (*text).to_owned(),
            })
            .collect()
    };
    assert_eq!(
        same_interpretations(
            &all(&[
                "Het systeem is traag.",
                "Leraren kijken naar de klas.",
                "Het systeem: traag."
            ]),
            &nl
        ),
        [("0".into(), "2".into())]
    );
}

#[test]
fn sentences_are_told_from_abbreviations() {
    for (text, then) in [
        ("Een. Twee! Drie?", vec!["Een.", "Twee!", "Drie?"]),
        (
            "Dat is o.a. voor ouders van 3.5 jaar.",
            vec!["Dat is o.a. voor ouders van 3.5 jaar."],
        ),
        ("‘Kom maar.’ Hij kwam.", vec!["‘Kom maar.", "’ Hij kwam."]),
        (
            "Wat… dan? 5 dagen. „Ja.”",
            vec!["Wat… dan?", "5 dagen.", "„Ja."],
        ),
        (
            "Kop zonder punt\n\nEn een zin",
            vec!["Kop zonder punt", "En een zin"],
        ),
        ("...", vec![]),
        ("", vec![]),
    ] {
        let found: Vec<&str> = sentences_of(text)
            .into_iter()
            .map(|(from, to)| &text[from..to])
            .collect();
        assert_eq!(found, then, "{text}");
    }
}

#[test]
fn no_text_is_too_strange() {
    let pieces = [
        "omdat",
        "te",
        "weinig",
        "İ",
        "ĳ",
        "é",
        "e\u{301}",
        "ß",
        "👩\u{200d}🏫",
        "\u{ad}",
        "'",
        "’",
        "-",
        " ",
        " ",
        ".",
        "…",
        "!",
        "\n",
        "ë",
        "y",
        "qu",
        "SWV",
        "2026",
        "\u{202e}",
        "ﬁ",
        "Ω",
        "的",
        "\0",
        "—",
        "people",
        "tion",
    ];
    let mut random = super::random::Random::new(7);
    for _ in 0..3_000 {
        let text: String = (0..random.below(25))
            .map(|_| pieces[random.below(pieces.len())])
            .collect();
        for (language, lists) in [(WorkLanguage::Nl, &*NL), (WorkLanguage::En, &*EN)] {
            let mut free = 0;
            for it in remarks(&text, lists) {
                assert_eq!(
                    text.get(it.from as usize..it.to as usize),
                    Some(it.words.as_str())
                );
                assert!(free <= it.from && it.from < it.to);
                free = it.to;
                assert!(units(&text, it.from) < units(&text, it.to));
            }
            let read = readability(&text, language);
            for (from, to) in read.long_words.iter().chain(&read.long_sentences) {
                assert!(text.get(*from as usize..*to as usize).is_some());
            }
            assert!(read.score.is_finite() && read.syllables >= read.words);
            let overlap = overlap(&text, "Een leraar ziet het kind elke dag", lists);
            assert!((0.0..=1.0).contains(&overlap));
            let itself = super::overlap(&text, &text, lists);
            assert!([0.0, 1.0].contains(&itself), "{text:?}: {itself}");
        }
    }
}
