//! What is proposed for masking, and what is not.

use std::collections::BTreeMap;

use intake::{Name, NameKind, Part, Sure, names};
use stories::{Answer, Group, Kind, Question, Story, StoryId};

fn found(text: &str) -> Vec<Name> {
    let story = Story {
        id: StoryId(1),
        title: String::new(),
        text: text.to_owned(),
        told: String::new(),
        answers: BTreeMap::new(),
    };
    names(&[story], &[])
}

/// What was found as `kind: words`.
fn short(text: &str) -> Vec<String> {
    found(text)
        .iter()
        .map(|name| {
            assert_eq!(&text[name.from as usize..name.to as usize], name.found);
            format!("{}: {}", name.kind.code(), name.found)
        })
        .collect()
}

#[test]
fn people_schools_places_and_what_has_a_form_of_its_own() {
    for (text, expected) in [
        ("Toen kwam juf Marieke binnen.", vec!["person: Marieke"]),
        ("Meneer de Vries belde ons op.", vec!["person: de Vries"]),
        (
            "Ik sprak met mevrouw van den Berg over hem.",
            vec!["person: van den Berg"],
        ),
        ("Volgens mw. Jansen kon het niet.", vec!["person: Jansen"]),
        ("Onze zoon Daan zit in groep 5.", vec!["person: Daan"]),
        (
            "Vorig jaar ging Fatima niet naar school.",
            vec!["person: Fatima"],
        ),
        (
            "Toen zei Youssef dat het klaar was.",
            vec!["person: Youssef"],
        ),
        (
            "Agnieszka heeft een Poolse moeder.",
            vec!["person: Agnieszka"],
        ),
        ("Wij dachten dat Emre's klas vol was.", vec!["person: Emre"]),
        ("mijn juf marieke is lief", vec!["person: marieke"]),
        (
            "Hij zat op basisschool De Regenboog in een kleine klas.",
            vec!["school: De Regenboog"],
        ),
        (
            "Op OBS 't Kofschip ging het beter.",
            vec!["school: 't Kofschip"],
        ),
        (
            "Daarna ging ze naar het Willem de Zwijger College.",
            vec!["school: Willem de Zwijger College"],
        ),
        (
            "Nu zit hij op de Beatrixschool en dat gaat goed.",
            vec!["school: Beatrixschool"],
        ),
        (
            "Wij wonen in Apeldoorn sinds vorig jaar.",
            vec!["place: Apeldoorn"],
        ),
        (
            "De gemeente Bergen op Zoom hielp ons.",
            vec!["place: Bergen op Zoom"],
        ),
        (
            "We verhuisden van Den Haag naar 's-Hertogenbosch.",
            vec!["place: Den Haag", "place: 's-Hertogenbosch"],
        ),
        (
            "Mail naar jan.de.boer@voorbeeld.nl of bel 06-12345678.",
            vec!["email: jan.de.boer@voorbeeld.nl", "phone: 06-12345678"],
        ),
        (
            "Ons nummer is +31 6 1234 5678, bel gerust.",
            vec!["phone: +31 6 1234 5678"],
        ),
        ("Het adres is 1234 AB 12.", vec!["postcode: 1234 AB"]),
        (
            "Hij is geboren op 3 april 2014 in de zomer.",
            vec!["birth_date: 3 april 2014"],
        ),
        (
            "Haar geboortedatum: 03-04-2014.",
            vec!["birth_date: 03-04-2014"],
        ),
        (
            "Mrs Smith said that Emma may stay.",
            vec!["person: Smith", "person: Emma"],
        ),
        ("Juf Anna van De Regenboog belde.", vec!["person: Anna"]),
    ] {
        assert_eq!(short(text), expected, "{text}");
    }
}

#[test]
fn common_words_are_left_alone_or_said_to_be_in_doubt() {
    for text in [
        "Best een mooie dag, en de juf was lief.",
        "Huizen zijn duur en de school is ver.",
        "De school is goed en het college van de gemeente ook.",
        "Wil jij dat ook? Max tien kinderen in een klas.",
        "In mei en juni is het druk, op maandag ook.",
        "De toets is op 12-03-2026 en er waren 1234 leerlingen.",
        "Wij hebben 0612 keer gebeld, in 2025 en 2026.",
        "De IB'er zei dat het SWV geen geld had.",
        "Het Samenwerkingsverband en Passend Onderwijs zijn niet hetzelfde.",
        "Ik ging naar de Basisschool om te praten.",
        "Mijn dochter leest Nederlands en Engels.",
    ] {
        assert_eq!(short(text), Vec::<String>::new(), "{text}");
    }
    let doubtful = found("Het is daar Best mooi.");
    assert_eq!((doubtful.len(), doubtful[0].sure), (1, Sure::Doubtful));
    assert_eq!(found("Wij wonen in Best sinds 2020.")[0].sure, Sure::Likely);
    assert_eq!(found("Bel 0612345678 maar.")[0].sure, Sure::Certain);
}

#[test]
fn titles_and_open_answers_are_looked_at_too_and_nothing_overlaps() {
    let question = Question {
        id: "beter".into(),
        text: "Wat had beter gekund?".to_owned(),
        short: "Beter".to_owned(),
        group: Group::Open,
        kind: Kind::Text,
    };
    let story = Story {
        id: StoryId(7),
        title: "Hoe Sanne weer naar school ging".to_owned(),
        text: "Juf Sanne Jansen van basisschool Prins Willem Alexander in Utrecht, bel 0612345678."
            .to_owned(),
        told: String::new(),
        answers: BTreeMap::from([(
            question.id.clone(),
            Answer::Text("Meer tijd van meester Ali.".to_owned()),
        )]),
    };
    let found = names(&[story], std::slice::from_ref(&question));
    let all: Vec<(Part, NameKind, &str)> = found
        .iter()
        .map(|name| (name.part.clone(), name.kind, name.found.as_str()))
        .collect();
    assert_eq!(
        all,
        [
            (Part::Title, NameKind::Person, "Sanne"),
            (Part::Text, NameKind::Person, "Sanne Jansen"),
            (Part::Text, NameKind::School, "Prins Willem Alexander"),
            (Part::Text, NameKind::Place, "Utrecht"),
            (Part::Text, NameKind::Phone, "0612345678"),
            (
                Part::Answer {
                    question: question.id
                },
                NameKind::Person,
                "Ali"
            ),
        ]
    );
    for pair in found.windows(2) {
        assert!(pair[0].part != pair[1].part || pair[0].to <= pair[1].from);
    }
}

/// Children, and people in a hurry, write without capitals or in capitals only.
#[test]
fn names_without_a_capital_or_in_capitals_are_proposed_in_doubt() {
    for (text, expected) in [
        (
            "wij wonen in apeldoorn en dat is leuk",
            vec!["place: apeldoorn"],
        ),
        ("Ze ging in den haag naar school.", vec!["place: den haag"]),
        (
            "IK ZIT IN GRONINGEN OP SCHOOL EN IK VIND HET STOM",
            vec!["place: GRONINGEN"],
        ),
        (
            "ik speel altijd met kevin en fatima want die zijn aardig",
            vec!["person: kevin", "person: fatima"],
        ),
        ("KEVIN DEED HET OOK", vec!["person: KEVIN"]),
    ] {
        let names = found(text);
        assert_eq!(short(text), expected, "{text}");
        assert!(
            names.iter().all(|name| name.sure == Sure::Doubtful),
            "{text}"
        );
    }
    for text in [
        "elke dag moest hij het gesprek leiden en daarna weer naar kampen",
        "het was de best moeilijke tijd, erna werd het goes beter",
        "we speelden met duiven en er zat een luis in mijn haar",
        "we kregen frans en in de klas van de beren was het druk",
        "IEDER KIND IS GOED ZOALS HET IS",
        "Voor amsterdamse begrippen is het klein.",
    ] {
        assert_eq!(short(text), Vec::<String>::new(), "{text}");
    }
    // Who writes other names with a capital does not forget them; a common word stays one.
    assert_eq!(
        short("Met Fatima speel ik, en merel is een vogel."),
        ["person: Fatima"]
    );
}

#[test]
fn a_village_that_no_list_holds_is_proposed_behind_a_word_of_place() {
    for (text, expected) in [
        ("Wij wonen in Winschoten sinds een jaar.", "Winschoten"),
        ("In Winschoten is geen plek.", "Winschoten"),
        (
            "Wij komen uit Nieuw-Weerdinge, dat is ver.",
            "Nieuw-Weerdinge",
        ),
        ("De bus naar Den Ham rijdt niet meer.", "Den Ham"),
        (
            "De school bij Sint Jansklooster is dicht.",
            "Sint Jansklooster",
        ),
        ("In het dorp Tolbert is er één.", "Tolbert"),
        (
            "Toen verhuisden we naar Nieuwerkerk aan den IJssel.",
            "Nieuwerkerk aan den IJssel",
        ),
        ("De school in Wijk aan Zee is klein.", "Wijk aan Zee"),
        ("Ze gaf in Winschoten aan dat het niet ging.", "Winschoten"),
        ("We live in the village of Marlow now.", "Marlow"),
        ("She moved from Thornbury last year.", "Thornbury"),
    ] {
        let names = found(text);
        assert_eq!(short(text), [format!("place: {expected}")], "{text}");
        assert_eq!(names[0].sure, Sure::Doubtful, "{text}");
    }
    // What was surer already stays as it was.
    assert_eq!(found("Wij wonen in Apeldoorn.")[0].sure, Sure::Likely);
    assert_eq!(short("Hij was bij Fatima thuis."), ["person: Fatima"]);
}

#[test]
fn what_is_written_with_a_capital_behind_in_or_naar_is_not_always_a_place() {
    for text in [
        "De toets is in Maart en de reis naar Frankrijk in Juni.",
        "Zij kwamen uit Syrië en leerden in Nederland eerst Nederlands.",
        "Het staat op school in het Engels en in Wiskunde is hij goed.",
        "Hij ging van de Havo naar Vwo en later naar Vmbo.",
        "Wij zochten in Passend Onderwijs, bij Jeugdzorg en bij Veilig Thuis.",
        "Dat las ik. In dit land is dat zo. Naar school ging hij niet.",
        "Na het Havo-advies ging het bij Cito-toets drie weer mis.",
        "In the end I went to School.",
        "Een kaart of Marlow, dat weet ik niet.",
    ] {
        assert_eq!(short(text), Vec::<String>::new(), "{text}");
    }
    // What the stories write without a capital is a word: here 'werkgroep', though not the village that a child once wrote small.
    let story = |id: u32, text: &str| Story {
        id: StoryId(id),
        title: String::new(),
        text: text.to_owned(),
        told: String::new(),
        answers: BTreeMap::new(),
    };
    let stories = [
        story(1, "Ik zit in Werkgroep drie en de werkgroep is leuk."),
        story(2, "Wij wonen in Winschoten, en oma uit Winschoten ook."),
        story(3, "Hij ging naar Winschoten, zij uit Winschoten."),
        story(4, "ik woon in winschoten met mama"),
    ];
    let places: Vec<String> = names(&stories, &[])
        .into_iter()
        .map(|name| name.found)
        .collect();
    assert_eq!(places, ["Winschoten"; 4]);
}

#[test]
fn thousands_of_stories_without_villages_give_few_false_alarms() {
    let collection = fixture::round2(1);
    let doubtful: Vec<String> = names(&collection.stories, &collection.questions)
        .into_iter()
        .filter(|name| name.kind == NameKind::Place && name.sure == Sure::Doubtful)
        .map(|name| name.found)
        .collect();
    assert!(doubtful.len() <= 3, "{}: {doubtful:?}", doubtful.len());
}
