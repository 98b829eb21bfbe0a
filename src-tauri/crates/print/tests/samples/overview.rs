//! Overview posters to look at and to test with. The figures are invented.

use print::{Language, Overview, OverviewQuestion, OverviewWords};
use stories::Chart;

use crate::charts;

/// The words of a language, from the locale files.
pub fn words(language: Language) -> OverviewWords {
    let json = match language {
        Language::Nl => include_str!("../../../../../assets/locales/nl/print_overview.json"),
        Language::En => include_str!("../../../../../assets/locales/en/print_overview.json"),
    };
    let all: serde_json::Value = serde_json::from_str(json).unwrap();
    OverviewWords::from_lookup(|key| all[key].as_str().map(str::to_owned)).unwrap()
}

fn question(text: &str, sentence: &str, chart: Chart) -> OverviewQuestion {
    OverviewQuestion {
        question: text.into(),
        sentence: sentence.into(),
        chart,
    }
}

fn some() -> Vec<OverviewQuestion> {
    let of = 4981;
    vec![
        question(
            "Wie vertelt?",
            "Ruim de helft van de vertellers is ouder.",
            charts::spread(
                "Wie vertelt?",
                of,
                &[
                    ("ouder", 2600),
                    ("professional in school", 1400),
                    ("leerling", 303),
                    ("professional buiten school", 135),
                    ("anders", 543),
                ],
            ),
        ),
        question(
            "Over welk onderwijs gaat het?",
            "De meeste ervaringen gaan over de basisschool.",
            charts::spread(
                "Onderwijs",
                of,
                &[
                    ("basisonderwijs", 2690),
                    ("voortgezet", 846),
                    ("speciaal basis", 398),
                    ("speciaal", 179),
                    ("anders", 868),
                ],
            ),
        ),
        question(
            "Welk gevoel bleef?",
            "Acht van de tien vertellers noemen verdriet, boosheid of teleurstelling.",
            charts::spread(
                "Gevoel",
                of,
                &[
                    ("verdriet", 1610),
                    ("boosheid", 1290),
                    ("teleurstelling", 1120),
                    ("tevreden", 460),
                    ("hoopvol", 464),
                    ("onverschillig", 37),
                ],
            ),
        ),
        question(
            "Was dit goed onderwijs?",
            "Ruim de helft zegt: zeker niet.",
            charts::ranges(),
        ),
        question(
            "Hoe vaak gebeurt het?",
            "Vaak is het elke dag zo.",
            charts::spread(
                "Hoe vaak",
                of,
                &[
                    ("dagelijks", 2310),
                    ("elke week", 1180),
                    ("elke maand", 610),
                    ("een enkele keer", 881),
                ],
            ),
        ),
        question(
            "Waar heeft het mee te maken?",
            "Het vaakst met hoe het geregeld is.",
            charts::long_labels(),
        ),
        question(
            "Wie had invloed?",
            "Ouders noemen de leraar het vaakst.",
            charts::spread(
                "Invloed",
                of,
                &[
                    ("leraar", 1710),
                    ("schoolleiding", 980),
                    ("ouders", 760),
                    ("intern begeleider", 690),
                    ("leerling", 300),
                    ("overheid", 290),
                    ("gemeente", 130),
                    ("anders", 121),
                ],
            ),
        ),
        question(
            "Welke gevolgen had het?",
            "Drie van de vier vertellers noemen de gevolgen (zeer) negatief.",
            charts::spread(
                "Gevolgen",
                of,
                &[
                    ("zeer negatief", 2210),
                    ("negatief", 1530),
                    ("neutraal", 421),
                    ("positief", 560),
                    ("zeer positief", 260),
                ],
            ),
        ),
    ]
}

fn overview(count: usize) -> Overview {
    let questions = some().into_iter().cycle().take(count).collect();
    Overview {
        language: Language::Nl,
        region: "Regio Oost-Groningen".into(),
        date: "22 november 2026".into(),
        stories: "4.981 ervaringen, hele land".into(),
        title: String::new(),
        theme: "Wat maakten mensen mee met passend onderwijs?".into(),
        questions,
        made_at: "Bij de regiobijeenkomst Oost-Groningen".into(),
        provenance: "Momentopname 4.981 ervaringen · perspectievenset ronde 2".into(),
    }
}

/// All samples with a name.
pub fn all() -> Vec<(&'static str, Overview)> {
    let mut table = overview(9);
    table.questions[3].chart = charts::cells();
    let english = Overview {
        language: Language::En,
        region: "East Groningen".into(),
        date: "22 November 2026".into(),
        stories: "4,981 stories, whole country".into(),
        theme: String::new(),
        questions: vec![
            question(
                "Who tells?",
                "More than half of the storytellers are parents.",
                charts::spread(
                    "Who tells?",
                    4981,
                    &[
                        ("parent", 2600),
                        ("professional in school", 1400),
                        ("pupil", 303)
                    ]
                )
            );
            8
        ],
        made_at: "At the regional workshop".into(),
        provenance: "Snapshot of 4,981 stories".into(),
        ..overview(0)
    };
    vec![
        ("overview", overview(16)),
        ("overview_8", overview(8)),
        ("overview_24", overview(24)),
        ("overview_table", table),
        ("overview_40", overview(40)),
        ("overview_english", english),
    ]
}
