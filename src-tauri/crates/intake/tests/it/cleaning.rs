//! What is suspected, and above all what is not.

use std::collections::BTreeMap;

use intake::{Reason, suspicions};
use stories::{Story, StoryId};

fn stories(texts: &[&str]) -> Vec<Story> {
    (1..)
        .zip(texts)
        .map(|(id, text)| Story {
            id: StoryId(id),
            title: String::new(),
            text: (*text).to_owned(),
            told: String::new(),
            answers: BTreeMap::new(),
        })
        .collect()
}

/// The reasons for a single text, beside one that is a story.
fn reasons(text: &str) -> Vec<Reason> {
    let other =
        "Op een ochtend stond de deur open en kwam onze zoon vrolijk thuis met een tekening.";
    suspicions(&stories(&[other, text]))
        .into_iter()
        .map(|suspicion| suspicion.reason)
        .collect()
}

#[test]
fn trials_nonsense_and_short_texts_are_found() {
    for (text, reason) in [
        ("test", Reason::Test),
        ("Test 123", Reason::Test),
        ("Dit is een test.", Reason::Test),
        ("asdf asdf", Reason::Test),
        (
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
            Reason::Test,
        ),
        ("hjkl sdfg qwer", Reason::Nonsense),
        ("xxxxxxxxxxxxxx", Reason::Nonsense),
        ("bcdfghjkl mnpqrst", Reason::Nonsense),
        ("......aaaaaaaa bbbbbbb", Reason::Nonsense),
        ("ja ja ja ja ja ja ja ja ja ja", Reason::Nonsense),
        ("Geen idee eigenlijk", Reason::TooShort),
        ("", Reason::NoStory),
        (" - ", Reason::NoStory),
    ] {
        assert_eq!(reasons(text), [reason], "{text}");
    }
}

#[test]
fn real_stories_are_left_alone() {
    for text in [
        "De IB'er en het SWV wilden eerst een test, en de uitslag van die test kwam pas na de zomer.",
        "Mijn kind kreeg bij de cito toets een vwo advies maar de school wilde mavo.",
        "Hij schreeuwde van angst: een angstschreeuw die ik nooit meer vergeet.",
        "Nee nee nee, dat was het eerste wat hij zei toen de juf hem vroeg om mee te doen.",
        "Çocuğum okulda çok mutlu, öğretmeni ona her gün yardım ediyor.",
        "ابني سعيد جدا في المدرسة ومعلمته تساعده كل يوم",
        "Szkoła bardzo nam pomogła, a nauczycielka zawsze znalazła czas.",
        "Pfff, wat een gedoe was dat met die formulieren van de gemeente.",
    ] {
        assert_eq!(reasons(text), [], "{text}");
    }
}

#[test]
fn a_long_story_in_few_words_is_a_story() {
    let sentences = [
        "Wij gingen naar school en de juf was er niet.",
        "De juf kwam naar ons en wij gingen weer naar de klas.",
        "Er was geen plek in de klas en geen juf in de school.",
    ];
    let text: Vec<&str> = sentences.iter().cycle().take(40).copied().collect();
    assert_eq!(reasons(&text.join(" ")), []);
}

#[test]
fn doubles_are_found_whole_and_nearly_and_point_at_the_first() {
    let long = "Wij wachtten maanden op een gesprek en niemand belde terug, tot de nieuwe juf het zelf oppakte en ons uitnodigde op school.";
    let nearly = "Wij wachtten maanden op een gesprek en niemand belde terug, tot de nieuwe juf het zelf oppakte en ons uitnodigde op kantoor.";
    let shouted = long.to_uppercase().replace(',', " ,");
    let other = "Wij wachtten maanden op een plek op het speciaal onderwijs, en toen die er was wilde onze dochter niet meer weg van haar oude klas.";
    let found = suspicions(&stories(&[long, other, nearly, &shouted]));
    let found: Vec<(u32, Reason, &str)> = found
        .iter()
        .map(|one| (one.story.0, one.reason, one.detail.as_str()))
        .collect();
    assert_eq!(
        found,
        [(3, Reason::Duplicate, "1"), (4, Reason::Duplicate, "1")]
    );
}

#[test]
fn many_stories_take_no_more_than_their_share_of_time() {
    // 3,000 stories that begin the same: a square would be more than four million comparisons of long lists.
    let texts: Vec<String> = (0..3_000)
        .map(|nth: u32| {
            let mut text =
                "Dit is mijn ervaring met passend onderwijs op onze school en dat ging zo."
                    .to_owned();
            let mut dice = nth.wrapping_mul(2_654_435_761) ^ 0x5bd1_e995;
            for _ in 0..40 {
                dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(&format!(" woord{}", (dice >> 12) % 5_000));
            }
            text
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(suspicions(&stories(&texts)), []);
}
