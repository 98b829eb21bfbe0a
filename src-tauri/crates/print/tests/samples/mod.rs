//! Posters to look at and to test with.

use print::{Form, Language, Poster, Quote, Saw, SawKind, Words};

/// The words of a language, from the locale files.
pub fn words(language: Language) -> Words {
    let json = match language {
        Language::Nl => include_str!("../../../../../assets/locales/nl/print.json"),
        Language::En => include_str!("../../../../../assets/locales/en/print.json"),
    };
    let all: serde_json::Value = serde_json::from_str(json).unwrap();
    Words::from_lookup(|key| all[key].as_str().map(str::to_owned)).unwrap()
}

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Regiotafel//NL\r\nBEGIN:VEVENT\r\nUID:tafel3-20261122@regiotafel\r\n\
DTSTAMP:20261122T140000Z\r\nDTSTART:20270317T150000Z\r\nDTEND:20270317T160000Z\r\nSUMMARY:Hoe gaat het met de hulplijn?\r\n\
LOCATION:Veendam\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// The poster of the mock-up.
pub fn filled() -> Poster {
    let note = |kind, text: &str| Saw {
        kind,
        text: text.to_owned(),
    };
    Poster {
        language: Language::Nl,
        form: Form::Filled,
        region: "Regio Oost-Groningen".into(),
        date: "22 november 2026".into(),
        table: "Tafel 3".into(),
        people: "7 deelnemers: 2 ouders, 1 leerling, 3 leraren, 1 IB'er".into(),
        name: "Eén vaste hulplijn voor elke leraar".into(),
        pitch: "Elke leraar kan op woensdagmiddag bellen met iemand die dezelfde dag nog meedenkt én de week erna terugbelt.".into(),
        perspectives: vec![
            "De school is aan zet".into(),
            "Relaties en nabijheid".into(),
            "Het alledaagse vormt de grootste uitdaging".into(),
        ],
        touched: Some(Quote {
            text: "Het grootste verschil maakte één juf die elke vrijdag even belde. Niet om een probleem te melden, maar om te vragen hoe het ging.".into(),
            teller: "Ouder · basisonderwijs · ervaring 2184".into(),
        }),
        saw: vec![
            note(SawKind::Surprise, "Hulp die werkt is vaak klein en dichtbij"),
            note(SawKind::Opportunity, "IB'ers uit de regio kennen elkaar, leraren niet"),
            note(SawKind::Challenge, "Leraren vragen pas hulp als het te laat is"),
        ],
        proposal: "Vier IB'ers en twee jeugdhulpverleners zitten om de beurt aan de lijn. Een leraar belt, vertelt wat er speelt en krijgt één ding om morgen te proberen. Na een week belt de hulplijn terug: hielp het?".into(),
        sort: Some("Experiment".into()),
        for_whom: "Leraren van vier basisscholen in Veendam en Pekela".into(),
        start_small: "Acht woensdagen, één telefoonnummer, zonder formulieren".into(),
        first_step: "Op woensdag 6 januari bellen Marloes en Henk de vier directeuren en prikken zij de acht middagen.".into(),
        first_step_day: Some("Op woensdag 6 januari".into()),
        already: "Rooster van zes mensen, één nummer, een A4 in elke lerarenkamer".into(),
        money: "€ 1.200 voor vervanging".into(),
        room: "geen verslagplicht".into(),
        people_needed: "twee jeugdhulpverleners, een dagdeel per week".into(),
        knowledge: "".into(),
        satisfied: "Als in maart 20 leraren hebben gebeld en 15 daarvan zeggen: ik kon de volgende dag verder.".into(),
        story_in_a_year: "\"Ik belde, en ik stond er niet meer alleen voor.\"".into(),
        calendar: Some(CALENDAR.into()),
        made_at: "Gemaakt tijdens de regiobijeenkomst Oost-Groningen".into(),
        provenance: "Momentopname 4.981 ervaringen · perspectievenset ronde 2".into(),
    }
}

/// Nothing filled in but the header.
pub fn empty() -> Poster {
    let filled = filled();
    Poster {
        region: filled.region,
        date: filled.date,
        table: filled.table,
        people: filled.people,
        made_at: filled.made_at,
        provenance: filled.provenance,
        ..Poster::default()
    }
}

/// To be filled in by hand.
pub fn blank() -> Poster {
    Poster {
        form: Form::Blank,
        people: String::new(),
        table: String::new(),
        ..empty()
    }
}

/// As many characters as asked for, in Dutch, with numbers and long words in them. It may end inside a word ("’s a"): what a poster
/// cuts ends with an ellipsis, what ends without one is all there is.
pub fn long(characters: usize) -> String {
    let sentence = "Leraren en jeugdhulpverleners bespreken 's avonds in de lerarenkamer wat er die week gebeurde, \
        en de coördinator schrijft tweeëntwintig afspraken op voor € 1.200 per schooljaar. ";
    sentence.chars().cycle().take(characters).collect()
}

/// Every field far too long.
pub fn extreme() -> Poster {
    let text = || long(2000);
    Poster {
        people: "34 deelnemers: 12 ouders, 6 leerlingen, 9 leraren, 3 intern begeleiders, 2 wethouders, 2 jeugdartsen".into(),
        name: "Een regionaal ondersteuningsteam dat leraren, ouders en jeugdhulpverleners binnen één week bij elkaar brengt".into(),
        pitch: long(400),
        perspectives: vec![long(120), "Hottentottententententoonstellingsbezoekersvergunningenaanvraagformulier".into(), long(90)],
        touched: Some(Quote { text: text(), teller: "Ouder · voortgezet onderwijs · ervaring 4981".into() }),
        saw: SawKind::ALL.into_iter().map(|kind| Saw { kind, text: long(300) }).collect(),
        proposal: text(),
        for_whom: text(),
        start_small: text(),
        first_step: text(),
        already: text(),
        money: text(),
        room: text(),
        people_needed: text(),
        knowledge: text(),
        satisfied: text(),
        story_in_a_year: text(),
        ..filled()
    }
}

/// One field with two thousand characters, all else as usual.
pub fn one_long() -> Poster {
    Poster {
        proposal: long(2000),
        ..filled()
    }
}

/// Names and words from everywhere.
pub fn world() -> Poster {
    Poster {
        name: "Ελένη, Łukasz en فاطمة bellen 🎉".into(),
        pitch: "Ayşe Yıldız, Ольга Шевченко en محمد الأمين doen mee ✓".into(),
        perspectives: vec!["الثقة أولا".into(), "Η σχολή κάνει το πρώτο βήμα".into(), "Każdy uczeń się liczy".into()],
        touched: Some(Quote {
            text: "كانت المعلمة تتصل كل يوم جمعة، ليس لتخبرنا عن مشكلة بل لتسأل كيف حالنا.".into(),
            teller: "والدة · ervaring 12".into(),
        }),
        first_step: "Op woensdag 6 januari belt فاطمة الزهراء met Ελένη Παπαδοπούλου en 山田 over “Öğretmenler için yardım hattı”.".into(),
        for_whom: "Leraren 👩🏽‍🏫 en ouders 👨‍👩‍👧".into(),
        ..filled()
    }
}

/// In English, with short texts.
pub fn english() -> Poster {
    Poster {
        language: Language::En,
        region: "East Groningen".into(),
        date: "22 November 2026".into(),
        table: "Table 3".into(),
        people: "7 people".into(),
        name: "Helpline".into(),
        pitch: "Every teacher can call on Wednesday.".into(),
        perspectives: vec!["School acts".into(), "Close by".into()],
        touched: None,
        proposal: "Four people answer the phone.".into(),
        first_step: "Call the heads.".into(),
        first_step_day: Some("6 January".into()),
        calendar: None,
        sort: None,
        made_at: "Made in Veendam".into(),
        provenance: "4,981 stories".into(),
        ..Poster::default()
    }
}

/// All of them with a name.
pub fn all() -> Vec<(&'static str, Poster)> {
    vec![
        ("filled", filled()),
        ("empty", empty()),
        ("blank", blank()),
        ("extreme", extreme()),
        ("one_long", one_long()),
        ("world", world()),
        ("english", english()),
    ]
}
