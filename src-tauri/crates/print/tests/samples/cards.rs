//! Story cards to look at and to test with. The stories are invented.

use print::{
    CardAnswer, CardChoice, CardDeck, CardLength, CardOpen, CardSize, CardWords, Given, Language,
    StoryCard,
};
use stories::StoryId;

/// The words of a language, from the locale files.
pub fn words(language: Language) -> CardWords {
    let json = match language {
        Language::Nl => include_str!("../../../../../assets/locales/nl/print_cards.json"),
        Language::En => include_str!("../../../../../assets/locales/en/print_cards.json"),
    };
    let all: serde_json::Value = serde_json::from_str(json).unwrap();
    CardWords::from_lookup(|key| all[key].as_str().map(str::to_owned)).unwrap()
}

fn choice(question: &str, labels: &[&str], chosen: &[usize]) -> CardAnswer {
    let choices = labels.iter().enumerate().map(|(index, label)| CardChoice {
        label: (*label).into(),
        chosen: chosen.contains(&index),
    });
    CardAnswer {
        question: question.into(),
        given: Given::Choices(choices.collect()),
    }
}

fn slider(question: &str, left: &str, right: &str, value: u8) -> CardAnswer {
    CardAnswer {
        question: question.into(),
        given: Given::Slider {
            left: left.into(),
            right: right.into(),
            value,
        },
    }
}

fn answers() -> Vec<CardAnswer> {
    vec![
        choice(
            "Gevoel",
            &[
                "verdriet",
                "boosheid",
                "teleurstelling",
                "onverschillig",
                "tevreden",
                "hoopvol",
            ],
            &[2],
        ),
        choice(
            "Hoe vaak",
            &["dagelijks", "elke week", "elke maand", "een enkele keer"],
            &[0],
        ),
        choice(
            "Steun die nodig was",
            &[
                "gedrag",
                "sociaal-emotioneel",
                "werkhouding",
                "voorlopen in denken",
                "thuissituatie",
                "lichamelijk of medisch",
            ],
            &[1, 2],
        ),
        slider(
            "Was dit een voorbeeld van goed onderwijs?",
            "zeker niet",
            "zeker wel",
            12,
        ),
    ]
}

/// A story of a usual length.
pub fn usual() -> StoryCard {
    StoryCard {
        story: StoryId(2184),
        title: "De juf die elke vrijdag belde".into(),
        teller: "Ouder · basisonderwijs".into(),
        text: "Mijn zoon durfde na de herfstvakantie niet meer naar binnen. Elke ochtend stonden we bij het hek, en elke ochtend gingen we weer naar huis. Op school was iedereen vriendelijk, maar niemand wist wat er nu moest gebeuren. Er kwam een gesprek, en daarna nog een gesprek.\n\nHet grootste verschil maakte één juf die elke vrijdag even belde. Niet om een probleem te melden, maar om te vragen hoe het ging. Ze vertelde hem wat ze die week hadden gedaan en dat zijn stoel er nog stond. Na zes weken liep hij met haar mee naar binnen, eerst voor een half uur, toen voor een ochtend.".into(),
        length: CardLength::Whole,
        open: vec![CardOpen {
            question: "Wat had het beter gemaakt?".into(),
            answer: "Als iemand in de eerste week had gebeld, en niet in de vijfde. En als wij niet drie keer hetzelfde verhaal hadden hoeven vertellen.".into(),
        }],
        answers: answers(),
    }
}

/// A short story with little beside it.
pub fn short() -> StoryCard {
    StoryCard {
        story: StoryId(77),
        title: "Mijn plek bij het raam".into(),
        teller: "Leerling · voortgezet onderwijs".into(),
        text: "Bij meneer De Wit mocht ik altijd bij het raam zitten. Dat was genoeg. Ik hoefde het niet elke les opnieuw te vragen.".into(),
        length: CardLength::Whole,
        open: Vec::new(),
        answers: vec![choice("Gevoel", &["verdriet", "boosheid", "tevreden", "hoopvol"], &[2])],
    }
}

/// A story that needs a second card.
pub fn long() -> StoryCard {
    let paragraph = "In oktober vroegen we hulp aan. Het formulier was elf bladzijden, en ik vulde het in op een zondagavond, tussen het nakijken door. In december kwam er een mail dat er een bladzijde miste. In februari zat er een mevrouw aan tafel die heel goed luisterde, maar die na een maand een andere baan had. De nieuwe begon opnieuw. Ondertussen zat het meisje achter in mijn klas en tekende paarden. Ze stoorde niemand, en misschien was dat het probleem.";
    StoryCard {
        story: StoryId(4812),
        title: "Elf bladzijden op zondagavond, en daarna opnieuw beginnen".into(),
        teller: "Leraar · basisonderwijs".into(),
        text: [paragraph; 6].join("\n\n"),
        open: vec![
            CardOpen {
                question: "Wat had het beter gemaakt?".into(),
                answer: "Eén mens die blijft. Ik had liever iemand met weinig tijd die een heel jaar bleef, dan drie mensen met veel tijd die steeds wisselden.".into(),
            },
            CardOpen {
                question: "Wie zou hiervan kunnen leren?".into(),
                answer: "Wie de formulieren maakt.".into(),
            },
        ],
        ..usual()
    }
}

/// The same, shortened by the facilitator.
pub fn shortened() -> StoryCard {
    StoryCard {
        length: CardLength::Characters(700),
        ..long()
    }
}

/// Names and words from elsewhere.
pub fn world() -> StoryCard {
    StoryCard {
        story: StoryId(9_000_001),
        title: "Ελένη, Ольга en محمد delen een tafel".into(),
        teller: "Ouder · القاهرة".into(),
        text: "قالت المعلمة إن ابني هادئ جدا.\nOna mówi, że jest dobrze. 🎉 € 1.200 'voor niets'."
            .into(),
        open: vec![CardOpen {
            question: String::new(),
            answer: "Daha çok zaman.".into(),
        }],
        ..usual()
    }
}

/// A deck of a size.
fn deck(size: CardSize, cards: Vec<StoryCard>) -> CardDeck {
    CardDeck {
        language: Language::Nl,
        size,
        session: "Regio Oost-Groningen · 22 november 2026".into(),
        cards,
    }
}

/// All samples with a name.
pub fn all() -> Vec<(&'static str, CardDeck)> {
    let several = || vec![usual(), short(), long(), shortened(), world(), usual()];
    let english = StoryCard {
        title: "The door that stayed open".into(),
        teller: "Parent · primary school".into(),
        text: "One morning the door was open, and nobody asked why we were late. My daughter put her coat on the peg with her own name. The teacher said: there you are. That was all, and it was the first day she did not want to go home.".into(),
        answers: vec![
            choice("Feeling", &["sadness", "anger", "hope"], &[2]),
            slider("Was this an example of good education?", "certainly not", "certainly", 93),
        ],
        open: vec![CardOpen {
            question: "What would have made it better?".into(),
            answer: "Nothing. More of this.".into(),
        }],
        ..usual()
    };
    vec![
        ("cards_a5", deck(CardSize::A5, several())),
        ("cards_a6", deck(CardSize::A6, several())),
        (
            "cards_english",
            CardDeck {
                language: Language::En,
                session: "East Groningen · 22 November 2026".into(),
                ..deck(
                    CardSize::A6,
                    vec![english.clone(), english.clone(), english],
                )
            },
        ),
    ]
}
