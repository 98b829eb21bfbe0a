//! Brochures to look at and to test with. Observations and stories are invented.

use print::{Brochure, BrochureForm, BrochureObservation, BrochureStory, BrochureWords, Language};
use stories::{Chart, StoryId};

use crate::charts;

/// The words of a language, from the locale files.
pub fn words(language: Language) -> BrochureWords {
    let json = match language {
        Language::Nl => include_str!("../../../../../assets/locales/nl/print_brochure.json"),
        Language::En => include_str!("../../../../../assets/locales/en/print_brochure.json"),
    };
    let all: serde_json::Value = serde_json::from_str(json).unwrap();
    BrochureWords::from_lookup(|key| all[key].as_str().map(str::to_owned)).unwrap()
}

fn observation(
    number: u32,
    text: &str,
    chart: Chart,
    interpretations: &[&str],
) -> BrochureObservation {
    BrochureObservation {
        code: format!("P4-{number}"),
        text: text.into(),
        chart,
        interpretations: interpretations.iter().map(|text| (*text).into()).collect(),
        own: Vec::new(),
    }
}

fn story(number: u32, title: &str, teller: &str, excerpt: &str) -> BrochureStory {
    BrochureStory {
        story: StoryId(number),
        title: title.into(),
        teller: teller.into(),
        excerpt: excerpt.into(),
    }
}

fn stories() -> Vec<BrochureStory> {
    vec![
        story(
            2184,
            "De juf die elke vrijdag belde",
            "Ouder · basisonderwijs",
            "Het grootste verschil maakte één juf die elke vrijdag even belde. Niet om een probleem te melden, maar om te vragen hoe het ging.",
        ),
        story(
            77,
            "Mijn plek bij het raam",
            "Leerling · voortgezet onderwijs",
            "Bij meneer De Wit mocht ik altijd bij het raam zitten. Dat was genoeg.",
        ),
        story(
            4812,
            "Elf bladzijden op zondagavond",
            "Leraar · basisonderwijs",
            "Het formulier was elf bladzijden. In december kwam er een mail dat er een bladzijde miste.",
        ),
        story(
            905,
            "Drie keer hetzelfde verhaal",
            "Ouder · speciaal onderwijs",
            "Bij de derde tafel wist ik niet meer of ik iets vergat, of dat ik het gewoon te vaak had verteld.",
        ),
        story(
            1310,
            "Samen op de gang",
            "Intern begeleider · basisonderwijs",
            "We stonden tien minuten op de gang. Daar werd meer geregeld dan in alle overleggen daarvoor.",
        ),
    ]
}

/// A usual brochure: three observations and five stories.
pub fn usual() -> Brochure {
    Brochure {
        language: Language::Nl,
        form: BrochureForm::Booklet,
        code: "P4".into(),
        title: "Relaties en nabijheid: de basis voor slagen van passend onderwijs".into(),
        table: String::new(),
        linking_question: "Wat doet iemand die dichtbij is, dat een regeling niet kan?".into(),
        observations: vec![
            observation(
                1,
                "Waar leraren de meeste invloed hadden, noemen ouders de samenwerking vaker goed tot perfect.",
                charts::relations(),
                &[
                    "Wie een kind elke dag ziet, merkt eerder wat helpt. Nabijheid is de oorzaak.",
                    "Ouders vertellen over de leraar omdat zij alleen de leraar kennen. Wie verder weg staat, krijgt geen naam.",
                ],
            ),
            observation(
                2,
                "Ruim de helft van de vertellers vindt wat er gebeurde zeker geen voorbeeld van goed onderwijs.",
                charts::ranges(),
                &[
                    "Mensen vertellen eerder wat misging. Het zegt meer over vertellen dan over scholen.",
                    "Het gaat vaak mis, en dit is wat er dan overblijft: een lange herinnering.",
                    "Wat goed ging, heet voor veel mensen geen onderwijs. Ze denken dan aan één mens.",
                ],
            ),
            observation(
                3,
                "Ouders voelen vooral boosheid, leraren vooral teleurstelling.",
                charts::cells(),
                &[
                    "Boosheid richt zich op iemand, teleurstelling op iets. Ouders zoeken een mens, leraren een systeem.",
                    "Leraren zijn ook boos, maar noemen dat in hun werk niet zo.",
                ],
            ),
        ],
        stories: stories(),
        region: "Regio Oost-Groningen".into(),
        session: "Regiobijeenkomst passend onderwijs".into(),
        date: "22 november 2026".into(),
    }
}

/// The same, page by page.
pub fn flat() -> Brochure {
    Brochure {
        form: BrochureForm::Flat,
        ..usual()
    }
}

/// One observation, no stories: one sheet.
pub fn small() -> Brochure {
    let mut small = usual();
    small.observations.truncate(2);
    small.stories.truncate(3);
    Brochure {
        title: "De school is aan zet".into(),
        ..small
    }
}

/// Six observations and ten stories: smaller text on two sheets.
pub fn full() -> Brochure {
    let usual = usual();
    let mut observations = usual.observations.clone();
    observations.extend(usual.observations.clone());
    observations[4].chart = charts::long_labels();
    for (number, observation) in (1..).zip(&mut observations) {
        observation.code = format!("P4-{number}");
    }
    let mut stories = usual.stories.clone();
    stories.extend(usual.stories.clone());
    Brochure {
        observations,
        stories,
        ..usual
    }
}

/// More than two sheets can hold.
pub fn too_much() -> Brochure {
    let mut too_much = full();
    for observation in &mut too_much.observations {
        observation.interpretations =
            vec!["Dit is een duiding die heel lang doorgaat. ".repeat(40); 4];
    }
    too_much
}

/// English, small.
pub fn english() -> Brochure {
    Brochure {
        language: Language::En,
        title: "The school can move first".into(),
        table: String::new(),
        linking_question: "What can a school do that nobody has to allow?".into(),
        observations: vec![observation(
            1,
            "Where teachers had the most influence, parents more often call the cooperation good.",
            charts::bars(
                "Who had the most influence?",
                "good to perfect",
                &[
                    ("parents", 412, 903, Some(38)),
                    ("teacher", 690, 1120, Some(38)),
                    ("municipality", 7, 28, None),
                ],
            ),
            &[
                "Who sees a child every day notices sooner what helps.",
                "Parents only know the teacher.",
            ],
        )],
        stories: vec![story(
            77,
            "My place by the window",
            "Pupil · secondary school",
            "I could always sit by the window. That was enough.",
        )],
        region: "East Groningen".into(),
        session: "Regional workshop".into(),
        date: "22 November 2026".into(),
        ..usual()
    }
}

/// All samples with a name.
pub fn all() -> Vec<(&'static str, Brochure)> {
    vec![
        ("brochure", usual()),
        ("brochure_flat", flat()),
        ("brochure_small", small()),
        ("brochure_full", full()),
        ("brochure_too_much", too_much()),
        ("brochure_english", english()),
    ]
}
