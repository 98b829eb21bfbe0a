//! What must hold for every story card, whatever people wrote.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may stop at once"
)]

use print::{
    CardAnswer, CardChoice, CardDeck, CardLength, CardOpen, CardSize, ErrorKind, Given, Language,
    Role, Sheets, StoryCard, WarningCode,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use stories::StoryId;

use crate::checks::{HAIR, Rules, cases, text, texts};

mod checks;
#[path = "samples/cards.rs"]
mod samples;

fn lay_out(deck: &CardDeck) -> Sheets {
    print::lay_out_cards(deck, &samples::words(deck.language)).unwrap()
}

fn deck(size: CardSize, cards: Vec<StoryCard>) -> CardDeck {
    CardDeck {
        size,
        cards,
        ..CardDeck::default()
    }
}

/// Every text lies in its box on its card and off every other.
fn faultless(deck: &CardDeck) -> Result<Sheets, TestCaseError> {
    let sheets = lay_out(deck);
    let rules = Rules {
        least_points: 7.9,
        overlap: 0.1,
    };
    checks::faultless(&sheets, rules)?;
    for (_, run, bounds) in texts(&sheets) {
        let across = |from: f64, to: f64, cut: f64| from < cut && to > cut;
        let right = bounds.x + bounds.width;
        prop_assert!(!across(bounds.x, right, 148.5), "{} over the cut", run.text);
        let bottom = bounds.y + bounds.height;
        let cut = deck.size == CardSize::A6 && across(bounds.y, bottom, 105.0);
        prop_assert!(!cut, "{} over the cut", run.text);
        prop_assert!(bounds.x >= 8.9 && right <= 297.0 - 8.9);
    }
    Ok(sheets)
}

/// All that is said in the cards of one story, without spaces.
fn said(sheets: &Sheets) -> String {
    let runs = texts(sheets).map(|(_, run, _)| run.text.as_str());
    squeezed(&runs.collect::<String>())
}

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{a0}')
        .collect()
}

#[test]
fn texts_of_the_samples_stay_on_their_cards() {
    for (_, deck) in samples::all() {
        faultless(&deck).unwrap();
    }
}

#[test]
fn a_story_is_never_cut() {
    for size in [CardSize::A5, CardSize::A6] {
        for times in [1, 3, 12] {
            let words: Vec<String> = (0..90 * times)
                .map(|number| format!("woord{number}"))
                .collect();
            let text = words.join(" ");
            let card = StoryCard {
                text: text.clone(),
                ..samples::usual()
            };
            let sheets = faultless(&deck(size, vec![card])).unwrap();
            assert_eq!(sheets.warnings, []);
            let said = said(&sheets);
            let mut at = 0;
            for word in &words {
                let next = said[at..].find(word.as_str());
                at += next.unwrap_or_else(|| panic!("{word} at {times} on {size:?}")) + word.len();
            }
        }
    }
}

#[test]
fn a_story_that_goes_on_says_so_on_both_cards() {
    let sheets = lay_out(&deck(CardSize::A5, vec![samples::long()]));
    let said = said(&sheets);
    assert!(said.contains("gaatverderopdevolgendekaart"));
    assert!(said.contains("vervolg2van2"));
    assert_eq!(said.matches("E4812").count(), 2);
    assert_eq!(sheets.pages.len(), 1);
}

#[test]
fn answers_start_on_a_card_of_their_own_where_that_costs_no_card() {
    let usual = samples::usual();
    let card = StoryCard {
        answers: [usual.answers.clone(), usual.answers.clone()].concat(),
        text: format!("{}\n{}", usual.text, usual.text),
        ..usual
    };
    let sheets = lay_out(&deck(CardSize::A5, vec![card]));
    let cards = said(&sheets);
    assert!(cards.contains("vervolg2van2") && !cards.contains("vervolg3"));
    let heading = squeezed(&samples::words(Language::Nl).answers);
    assert!(cards.contains(&format!("vervolg2van2{heading}")), "{cards}");
}

#[test]
fn a_shortened_story_says_where_the_whole_text_is() {
    for (most, whole) in [(300, false), (1, false), (100_000, true)] {
        let card = StoryCard {
            length: CardLength::Characters(most),
            ..samples::usual()
        };
        let said = said(&lay_out(&deck(CardSize::A6, vec![card])));
        let words = "(ingekort,deheletekstiservaring2184)";
        assert_eq!(said.contains(words), !whole, "{most}: {said}");
        assert_eq!(said.contains("toenvooreenochtend."), whole);
        assert!(
            said.contains(if most == 1 { "M…" } else { "Mijnzoon" }),
            "{most}"
        );
    }
}

#[test]
fn a_story_is_shortened_to_a_number_of_cards_with_all_its_answers() {
    let on = |size, card: StoryCard, length| {
        let deck = deck(size, vec![StoryCard { length, ..card }]);
        let take = print::take_of_cards(&deck, &samples::words(Language::Nl)).unwrap();
        let said = said(&lay_out(&deck));
        let cards = 1 + said.matches("gaatverderopdevolgendekaart").count();
        assert_eq!(take[0].cards, cards, "{said}");
        assert_eq!(take[0].shortened, said.contains("(ingekort,"), "{said}");
        (take[0], said)
    };
    let long = samples::long();
    let long = StoryCard {
        text: [&long.text[..]; 2].join("\n\n"),
        ..long
    };
    let (whole, _) = on(CardSize::A5, long.clone(), CardLength::Whole);
    assert!(!whole.shortened && whole.cards > 2, "{whole:?}");
    assert_eq!((whole.least, whole.most), (1, whole.cards));
    let mut before = 0;
    for most in 1..whole.most {
        let (take, said) = on(CardSize::A5, long.clone(), CardLength::Cards(most));
        assert_eq!((take.cards, take.shortened), (most, true));
        // As much of the story as there is room for, to the end of a sentence, and everything that stands behind it.
        assert!(said.len() > before + 700, "{before}: {said}");
        before = said.len();
        assert!(
            said.contains(".(ingekort,deheletekstiservaring4812)"),
            "{said}"
        );
        for part in ["Wiedeformulierenmaakt.", "●teleurstelling", "zekerwel"] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    let (usual, _) = on(CardSize::A5, samples::usual(), CardLength::Cards(1));
    assert_eq!((usual.cards, usual.shortened), (1, false));
    // Where the answers alone take more cards, nothing is lost for nothing.
    let usual = samples::usual();
    let card = StoryCard {
        answers: [&usual.answers[..]; 3].concat(),
        ..usual
    };
    let (many, _) = on(CardSize::A6, card.clone(), CardLength::Whole);
    assert_eq!(many.least, many.most, "{many:?}");
    let (same, said) = on(CardSize::A6, card, CardLength::Cards(1));
    assert_eq!(same, many);
    assert!(said.contains("toenvooreenochtend."));
}

#[test]
fn the_chosen_answer_is_marked_without_colour() {
    let said = said(&lay_out(&deck(CardSize::A5, vec![samples::usual()])));
    for part in [
        "○verdriet",
        "●teleurstelling",
        "●dagelijks",
        "●sociaal-emotioneel",
        "●werkhouding",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert_eq!(said.matches('●').count(), 4);
}

#[test]
fn a_slider_is_a_figure_with_its_words() {
    let sheets = lay_out(&deck(CardSize::A5, vec![samples::usual()]));
    let figures: Vec<_> = sheets
        .nodes
        .iter()
        .filter_map(|node| node.figure.as_ref())
        .collect();
    let [(alt, _)] = figures[..] else {
        panic!("one figure");
    };
    assert_eq!(
        alt,
        "Was dit een voorbeeld van goed onderwijs?: 12, van zeker niet (0) tot zeker wel (100)"
    );
}

#[test]
fn the_code_is_what_is_typed_at_entry() {
    assert_eq!(print::card_code(StoryId(218)), "E218");
    let sheets = lay_out(&deck(
        CardSize::A6,
        vec![samples::usual(), samples::short()],
    ));
    let codes = texts(&sheets).map(|(_, run, _)| run.text.clone());
    let codes: Vec<String> = codes
        .filter(|text| text.starts_with('E') && text.len() < 6)
        .collect();
    assert_eq!(codes, ["E2184", "E2184", "E77"]);
    assert_eq!(sheets.pages[0].title, "E2184, E77");
}

#[test]
fn every_story_has_one_first_heading() {
    for (name, deck) in samples::all() {
        let sheets = lay_out(&deck);
        let headings = sheets
            .nodes
            .iter()
            .filter(|node| node.role == Role::Heading1);
        assert_eq!(headings.count(), deck.cards.len(), "{name}");
    }
}

#[test]
fn what_no_font_has_is_named() {
    let card = StoryCard {
        text: "Mijn naam is 山田.".into(),
        ..samples::short()
    };
    let sheets = lay_out(&deck(CardSize::A5, vec![card]));
    let codes: Vec<_> = sheets.warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(codes, [WarningCode::GlyphMissing]);
}

#[test]
fn a_deck_holds_one_to_five_hundred_stories() {
    for count in [0, 501] {
        let deck = deck(CardSize::A6, vec![samples::short(); count]);
        let error = print::lay_out_cards(&deck, &samples::words(Language::Nl)).unwrap_err();
        assert_eq!(error.kind, ErrorKind::SheetCount(count));
    }
}

fn answer() -> impl Strategy<Value = CardAnswer> {
    let choices = prop::collection::vec((text(), any::<bool>()), 0..6).prop_map(|choices| {
        let choice = |(label, chosen)| CardChoice { label, chosen };
        Given::Choices(choices.into_iter().map(choice).collect())
    });
    let slider = (text(), text(), any::<u8>()).prop_map(|(left, right, value)| Given::Slider {
        left,
        right,
        value,
    });
    (text(), prop_oneof![choices, slider])
        .prop_map(|(question, given)| CardAnswer { question, given })
}

fn card() -> impl Strategy<Value = StoryCard> {
    (
        any::<u32>(),
        prop::collection::vec(text(), 3),
        prop_oneof![
            Just(CardLength::Whole),
            (0..3000_usize).prop_map(CardLength::Characters),
            (0..4_usize).prop_map(CardLength::Cards),
        ],
        prop::collection::vec((text(), text()), 0..3),
        prop::collection::vec(answer(), 0..4),
    )
        .prop_map(|(story, texts, length, open, answers)| StoryCard {
            story: StoryId(story),
            title: texts[0].clone(),
            teller: texts[1].clone(),
            text: texts[2].clone(),
            length,
            open: open
                .into_iter()
                .map(|(question, answer)| CardOpen { question, answer })
                .collect(),
            answers,
        })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn texts_stay_on_their_cards(
        cards in prop::collection::vec(card(), 1..3),
        small in any::<bool>(),
        english in any::<bool>(),
        session in text(),
    ) {
        let deck = CardDeck {
            language: if english { Language::En } else { Language::Nl },
            size: if small { CardSize::A6 } else { CardSize::A5 },
            session,
            cards,
        };
        let sheets = faultless(&deck)?;
        for (_, run, _) in texts(&sheets) {
            prop_assert!(run.size > HAIR);
        }
    }
}
