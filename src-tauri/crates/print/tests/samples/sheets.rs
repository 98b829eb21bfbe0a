//! Sheets for tables on paper and for the facilitator, to look at and to test with.

#![allow(dead_code, reason = "each test uses what it needs")]

use print::{
    AgreementCard, AgreementCardWords, Choice, CoverSheet, CoverSheetWords, Language, NoteSheet,
    NoteSheetWords, Paper, PrintJob, RunSheet, RunSheetWords, RunStep, Sheets, Sides, StepKind,
    TableSheet, TableSheetWords, TestPage, TestPageWords, TilesWords, VoteSheet, VoteSheetWords,
};

/// The words of a file in a language.
pub fn locale(language: Language, file: &str) -> serde_json::Map<String, serde_json::Value> {
    let path = format!(
        "{}/../../../assets/locales/{}/{file}.json",
        env!("CARGO_MANIFEST_DIR"),
        language.tag()
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The words of every sheet in a language.
pub struct AllWords {
    pub notes: NoteSheetWords,
    pub votes: VoteSheetWords,
    pub table: TableSheetWords,
    pub agreement: AgreementCardWords,
    pub run: RunSheetWords,
    pub cover: CoverSheetWords,
    pub test: TestPageWords,
    pub tiles: TilesWords,
}

pub fn words(language: Language) -> AllWords {
    macro_rules! from {
        ($words:ident, $file:literal) => {{
            let all = locale(language, $file);
            $words::from_lookup(|key| all.get(key)?.as_str().map(str::to_owned)).unwrap()
        }};
    }
    AllWords {
        notes: from!(NoteSheetWords, "print_notes"),
        votes: from!(VoteSheetWords, "print_notes"),
        table: from!(TableSheetWords, "print_notes"),
        agreement: from!(AgreementCardWords, "print_agreement"),
        run: from!(RunSheetWords, "print_run"),
        cover: from!(CoverSheetWords, "print_cover"),
        test: from!(TestPageWords, "print_cover"),
        tiles: from!(TilesWords, "print_tiles"),
    }
}

/// What is worded by the caller, in a language.
fn header(language: Language) -> (String, String) {
    match language {
        Language::Nl => (
            "Regiobijeenkomst 22 november 2026".into(),
            "Regio Oost-Groningen".into(),
        ),
        Language::En => (
            "Regional workshop 22 November 2026".into(),
            "East Groningen".into(),
        ),
    }
}

const PERSPECTIVES: [&str; 12] = [
    "De school is aan zet",
    "Overheid moet zicht krijgen op de praktijk",
    "Het systeem is schuldig!",
    "Relaties en nabijheid: de basis voor slagen van passend onderwijs",
    "Perceptie en gevoel: even belangrijk als de feiten",
    "Wie heeft invloed op de situatie?",
    "Het alledaagse vormt de grootste uitdaging",
    "Leren op alle niveaus: passend onderwijs is nooit af",
    "Ouders als educatief partner?",
    "Externe attributie: zelf hebben we het zelden gedaan",
    "Verantwoordelijkheden zijn niet scherp",
    "Het moet gaan passen. Maar lukt dat ook?",
];

pub fn perspectives() -> Vec<Choice> {
    (1..)
        .zip(PERSPECTIVES)
        .map(|(number, name)| Choice {
            code: format!("P{number}"),
            name: name.into(),
        })
        .collect()
}

pub fn notes(language: Language) -> NoteSheet {
    let (session, region) = header(language);
    NoteSheet {
        language,
        session,
        region,
        number: 3,
        name: "De Klimop".into(),
        codes: Vec::new(),
    }
}

/// With codes of cards on the notes.
pub fn coded_notes() -> NoteSheet {
    let codes = ["P4-2", "P4-2b", "E218", "E1904", "P12-3"];
    NoteSheet {
        codes: codes.map(str::to_owned).to_vec(),
        number: 0,
        name: String::new(),
        ..notes(Language::Nl)
    }
}

pub fn votes(language: Language) -> VoteSheet {
    let (session, region) = header(language);
    VoteSheet {
        language,
        session,
        region,
        number: 3,
        name: "De Klimop".into(),
        perspectives: perspectives(),
        people: [
            "Aïsha", "Bert", "Fenna", "Joris", "Marloes", "Sanne", "Tjalling",
        ]
        .map(str::to_owned)
        .to_vec(),
    }
}

pub fn table(language: Language) -> TableSheet {
    let (session, region) = header(language);
    TableSheet {
        language,
        session,
        region,
        number: 3,
        name: "De Klimop".into(),
        people: Vec::new(),
        chosen: Vec::new(),
    }
}

/// With what is known of a table already.
pub fn known_table() -> TableSheet {
    let all = perspectives();
    TableSheet {
        people: votes(Language::Nl).people,
        chosen: vec![all[0].clone(), all[3].clone(), all[6].clone()],
        ..table(Language::Nl)
    }
}

pub fn blank_card(language: Language) -> AgreementCard {
    AgreementCard {
        language,
        session: header(language).0,
        table: match language {
            Language::Nl => "Tafel 3".into(),
            Language::En => "Table 3".into(),
        },
        ..AgreementCard::default()
    }
}

pub fn filled_card() -> AgreementCard {
    AgreementCard {
        proposal: "Eén vaste hulplijn voor elke leraar".into(),
        who: "Henk Wiersma, samenwerkingsverband".into(),
        what: "Regelt dat twee jeugdhulpverleners acht woensdagen aan de lijn zitten, en betaalt de vervanging van de vier IB'ers.".into(),
        with_whom: "Marloes (IB'er) en de vier directeuren".into(),
        by_when: "6 januari 2027".into(),
        visible: "Er is een telefoonnummer, een rooster van zes mensen, en een A4 in elke lerarenkamer.".into(),
        hears_back: "Woensdag 3 februari, 15.30 uur, in de school".into(),
        ..blank_card(Language::Nl)
    }
}

pub fn run(language: Language) -> RunSheet {
    let (session, region) = header(language);
    let step = |kind, minutes| RunStep { kind, minutes };
    let (date, table) = match language {
        Language::Nl => ("Zondag 22 november 2026", "Tafel"),
        Language::En => ("Sunday 22 November 2026", "Table"),
    };
    let names = [
        "De Klimop",
        "Het Kompas",
        "De Brug",
        "Zonnebloem",
        "",
        "Noorderlicht",
    ];
    let tables = (1..).zip(names).map(|(number, name)| {
        if name.is_empty() {
            format!("{table} {number}")
        } else {
            format!("{table} {number} · {name}")
        }
    });
    RunSheet {
        language,
        session,
        region,
        date: date.into(),
        starts: 12 * 60,
        steps: vec![
            step(StepKind::Own, 20),
            step(StepKind::Gather, 45),
            step(StepKind::Browse, 50),
            step(StepKind::Converge, 30),
            step(StepKind::Change, 35),
            step(StepKind::Pause, 15),
            step(StepKind::Present, 45),
            step(StepKind::Commit, 25),
            step(StepKind::Agree, 35),
        ],
        tables: tables.collect(),
    }
}

pub fn cover(language: Language) -> CoverSheet {
    let (session, region) = header(language);
    let job = |what: [&str; 2], file: &str, (paper, sides, colour), pages, copies| PrintJob {
        what: what[usize::from(language == Language::En)].into(),
        file: file.into(),
        paper,
        sides,
        colour,
        pages,
        copies,
    };
    let (one, two) = (Sides::One, Sides::Two);
    CoverSheet {
        language,
        session,
        region,
        jobs: vec![
            job(
                ["Testpagina", "Test page"],
                "testpagina.pdf",
                (Paper::A4, one, true),
                1,
                1,
            ),
            job(
                ["Draaiboek", "Run sheet"],
                "draaiboek.pdf",
                (Paper::A4, two, true),
                7,
                2,
            ),
            job(
                ["Bladen om mee te doen", "Join sheets"],
                "meedoen.pdf",
                (Paper::A4, one, true),
                6,
                1,
            ),
            job(
                ["Perspectiefboekjes", "Perspective brochures"],
                "perspectieven.pdf",
                (Paper::A4, two, true),
                48,
                6,
            ),
            job(
                ["Ervaringskaarten", "Story cards"],
                "ervaringen.pdf",
                (Paper::A4, one, false),
                60,
                6,
            ),
            job(
                ["Stembladen", "Vote sheets"],
                "stemmen.pdf",
                (Paper::A4, one, false),
                12,
                1,
            ),
            job(
                ["Briefjes", "Notes"],
                "briefjes.pdf",
                (Paper::A4, one, false),
                6,
                4,
            ),
            job(
                ["Tafelbladen", "Table sheets"],
                "tafelbladen.pdf",
                (Paper::A4, two, false),
                12,
                1,
            ),
            job(
                ["Afspraakkaarten", "Agreement cards"],
                "afspraken.pdf",
                (Paper::A4, one, false),
                6,
                1,
            ),
            job(
                ["Lege posters", "Blank posters"],
                "poster-leeg.pdf",
                (Paper::A1, one, true),
                1,
                6,
            ),
            job(
                ["Overzichtsposter in tegels", "Overview poster in tiles"],
                "overzicht-tegels.pdf",
                (Paper::A3, one, true),
                5,
                1,
            ),
        ],
    }
}

pub fn test_page(language: Language) -> TestPage {
    TestPage {
        language,
        session: header(language).0,
    }
}

/// All of them with a name, a language and their pages.
pub fn all() -> Vec<(&'static str, Language, Sheets)> {
    let (nl, en) = (Language::Nl, Language::En);
    let mut all = Vec::new();
    for (language, names) in [
        (
            nl,
            [
                "notes",
                "votes",
                "table",
                "agreements",
                "run",
                "cover",
                "test_page",
            ],
        ),
        (
            en,
            [
                "notes_english",
                "votes_english",
                "table_english",
                "agreements_english",
                "run_english",
                "cover_english",
                "test_page_english",
            ],
        ),
    ] {
        let words = words(language);
        let cards = match language {
            Language::Nl => vec![blank_card(nl), filled_card()],
            Language::En => vec![blank_card(en), blank_card(en)],
        };
        let laid_out = [
            print::lay_out_notes(&[notes(language)], &words.notes),
            print::lay_out_votes(&[votes(language)], &words.votes),
            print::lay_out_table(&[table(language)], &words.table),
            print::lay_out_agreements(&cards, &words.agreement),
            print::lay_out_run_sheet(&run(language), &words.run),
            print::lay_out_cover(&cover(language), &words.cover),
            Ok(print::lay_out_test_page(&test_page(language), &words.test)),
        ];
        for (name, sheets) in names.into_iter().zip(laid_out) {
            all.push((name, language, sheets.unwrap()));
        }
    }
    let words = words(nl);
    for (name, sheets) in [
        (
            "notes_coded",
            print::lay_out_notes(&[coded_notes()], &words.notes),
        ),
        (
            "table_known",
            print::lay_out_table(&[known_table()], &words.table),
        ),
    ] {
        all.push((name, nl, sheets.unwrap()));
    }
    all
}
