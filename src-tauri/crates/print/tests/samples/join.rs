//! Join sheets to look at and to test with.

use print::{JoinSheet, JoinWords, Language, Wifi};

/// The words of a language, from the locale files.
pub fn words(language: Language) -> JoinWords {
    let json = match language {
        Language::Nl => include_str!("../../../../../assets/locales/nl/print.json"),
        Language::En => include_str!("../../../../../assets/locales/en/print.json"),
    };
    let all: serde_json::Value = serde_json::from_str(json).unwrap();
    JoinWords::from_lookup(|key| all[key].as_str().map(str::to_owned)).unwrap()
}

const NAMES: [&str; 12] = [
    "De Klimop",
    "",
    "Het Kompas",
    "De Brug",
    "",
    "Zonnebloem",
    "De Windroos",
    "Noorderlicht",
    "",
    "De Wilgen",
    "Het Anker",
    "De Regenboog",
];

const CODES: [&str; 12] = [
    "KORF 47", "MAAN 12", "DUIN 83", "VLAS 29", "BEUK 64", "ZEIL 31", "ROOS 58", "TURF 76",
    "KLEI 92", "HAAS 15", "WIEK 43", "BRIL 67",
];

/// A usual sheet.
pub fn usual() -> JoinSheet {
    JoinSheet {
        language: Language::Nl,
        session: "Regiobijeenkomst 22 november 2026".into(),
        region: "Regio Oost-Groningen".into(),
        number: 3,
        name: "De Klimop".into(),
        wifi: Some(Wifi {
            name: "Regiotafel".into(),
            password: "samen-Verder 26".into(),
        }),
        url: "http://192.168.8.2/#3.4fZk0q9TtB7wLr2eXnJ5uMd8PcYh6GsVaQi1oKbE".into(),
        address: "192.168.8.2".into(),
        code: "KORF 47".into(),
    }
}

/// One for each of twelve tables.
pub fn tables() -> Vec<JoinSheet> {
    (1..)
        .zip(NAMES.iter().zip(CODES))
        .map(|(number, (name, code))| JoinSheet {
            number,
            name: (*name).into(),
            url: format!("http://192.168.8.2/#{number}.4fZk0q9TtB7wLr2eXnJ5uMd8PcYh6GsVaQi1oKbE"),
            code: code.into(),
            ..usual()
        })
        .collect()
}

/// No Wi-Fi is known.
pub fn no_wifi() -> JoinSheet {
    JoinSheet {
        wifi: None,
        ..usual()
    }
}

/// A Wi-Fi without a password, in English.
pub fn open() -> JoinSheet {
    JoinSheet {
        language: Language::En,
        session: "Regional workshop 22 November 2026".into(),
        region: "East Groningen".into(),
        number: 12,
        name: String::new(),
        wifi: Some(Wifi {
            name: "Dorpshuis_Gast".into(),
            password: String::new(),
        }),
        ..usual()
    }
}

/// In English, with no Wi-Fi known.
pub fn english_no_wifi() -> JoinSheet {
    JoinSheet {
        wifi: None,
        name: "Ivy".into(),
        ..open()
    }
}

/// Everything as long as it can be.
pub fn extreme() -> JoinSheet {
    JoinSheet {
        session: "Regiobijeenkomst over samenwerken rond jeugdigen in het passend onderwijs in de hele provincie".into(),
        region: "Samenwerkingsverband Noord-Nederland en de Waddeneilanden".into(),
        number: 128,
        name: "De tafel van de intern begeleiders, de jeugdhulpverleners en alle ouders uit de Veenkoloniën en het Westerkwartier".into(),
        wifi: Some(Wifi {
            name: "W".repeat(32),
            password: "Wachtwoord;met,alles:erin\"WMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWMWM".into(),
        }),
        url: format!("http://regiotafel-laptop-van-de-begeleider.local:8080/#128.{}", "aB3-".repeat(15)),
        address: "regiotafel-laptop-van-de-begeleider.local:8080".into(),
        code: "SCHAATSENRIJDER 47".into(),
        ..usual()
    }
}

/// Names from everywhere.
pub fn world() -> JoinSheet {
    JoinSheet {
        session: "Ελένη, Łukasz en Ольга ontvangen u".into(),
        region: "منطقة خرونينجن".into(),
        name: "طاولة فاطمة 🎉".into(),
        wifi: Some(Wifi {
            name: "Café Ελένη 🎉".into(),
            password: "l1I O0o rn/m \\ \"x\"".into(),
        }),
        ..usual()
    }
}

/// All of them with a name.
pub fn all() -> Vec<(&'static str, Vec<JoinSheet>)> {
    vec![
        ("join_tables", tables()),
        ("join_no_wifi", vec![no_wifi()]),
        ("join_open", vec![open()]),
        ("join_english_no_wifi", vec![english_no_wifi()]),
        ("join_extreme", vec![extreme()]),
        ("join_world", vec![world()]),
    ]
}
