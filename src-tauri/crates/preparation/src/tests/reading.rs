use super::*;
use crate::syllables::syllables;

/// Words with a number of syllables that a person counted.
const DUTCH: &str = "1 kind 1 school 1 leeuw 1 nieuw 1 eeuw 1 schreeuwt 1 haai 1 mooi 1 groei 1 team 1 coach 1 mail 1 play
2 leraar 2 ouder 2 water 2 moeilijk 2 baby 2 uien 2 koeien 2 haaien 2 museumkaart-4 2 niveau 2 bureau 2 bijeen 2 royaal 2 teamleider-3
2 reünie-3 2 naïef 2 zeeën 2 knieën 2 duel 2 hobby 2 systeem 2 yoghurt 2 jouwe 2 geuit 2 begin 2 ruïne-3
3 ideeën 3 ervaring 3 leerlingen 3 theater 3 video 3 museum 3 geïrriteerd-4 2 geëist 3 beïnvloed 3 coëfficiënt-5 3 familie 3 actueel 3 ideaal
4 aquarium 4 situatie 4 verantwoorden 4 begeleider 4 ondersteuning 4 speciaal-3 4 vacuüm-3 4 officieel 4 materieel 4 financiën
5 individueel 5 schoolbegeleiding 6 samenwerkingsverband 6 verantwoordelijkheid 6 ondersteuningsbehoefte-7
1 's 2 ib'er 2 IB-1 3 SWV 4 2026 2 38 1 a 2 zo'n-1 3 e-mailen 2 één-1 2 café 3 cafeetje 2 ĳsje";

const ENGLISH: &str = "1 child 1 school 1 the 1 name 1 named 1 reached 2 wanted 2 needed 2 bottle 1 times 2 houses 2 places 2 teacher
2 parent 3 family 3 radio 3 video 3 media 2 nation 3 attention 4 education 4 situation 4 experience 2 people 2 little 2 table
2 special 3 together 4 understanding 5 responsibility-6 2 cause-1 2 quiet 1 quite 1 year 3 beautiful 2 create-1 3 influence
1 don't 2 IB-1 3 SWV";

/// `3 word` or `3 word-4`, where the second number is what counts.
fn rows(all: &str) -> Vec<(String, u32)> {
    let words: Vec<&str> = all.split_whitespace().collect();
    words
        .chunks(2)
        .map(|pair| {
            let (word, count) = match pair[1].rsplit_once('-') {
                Some((word, count)) if count.parse::<u32>().is_ok() => (word, count),
                _ => (pair[1], pair[0]),
            };
            (word.to_owned(), count.parse().expect("a number"))
        })
        .collect()
}

#[test]
fn syllables_are_counted_as_people_do() {
    let wrong = |all: &str, language| -> Vec<(String, u32, u32)> {
        rows(all)
            .into_iter()
            .map(|(word, count)| {
                let found = syllables(&word, language);
                (word, count, found)
            })
            .filter(|(_, count, found)| count != found)
            .collect()
    };
    assert_eq!(wrong(DUTCH, WorkLanguage::Nl), []);
    assert_eq!(wrong(ENGLISH, WorkLanguage::En), []);
}

#[test]
fn the_score_is_that_of_the_formula() {
    // Two sentences, eight words, twelve syllables: 206.84 − 0.77·150 − 0.93·4.
    let text = "De leraar ziet het kind. Ouders zien meer.";
    let read = readability(text, WorkLanguage::Nl);
    assert_eq!((read.sentences, read.words, read.syllables), (2, 8, 10));
    let score = 206.84 - 0.77 * (100.0 * 10.0 / 8.0) - 0.93 * 4.0;
    assert!((read.score - score).abs() < 1e-9, "{}", read.score);
    let text = "The teacher sees the child. Parents see more.";
    let read = readability(text, WorkLanguage::En);
    assert_eq!((read.sentences, read.words, read.syllables), (2, 8, 10));
    let score = 206.835 - 84.6 * (10.0 / 8.0) - 1.015 * 4.0;
    assert!((read.score - score).abs() < 1e-9, "{}", read.score);
}

#[test]
fn plain_texts_are_easier_than_policy() {
    let plain = "Ouders noemen de leraar vaak. Leraren noemen zichzelf bijna nooit. Hoe kan dat?";
    let policy = "De verantwoordelijkheidsverdeling binnen het samenwerkingsverband belemmert de realisatie van individuele ondersteuningsarrangementen voor leerlingen met uiteenlopende onderwijsbehoeften in de regio.";
    let (plain, policy) = (
        readability(plain, WorkLanguage::Nl),
        readability(policy, WorkLanguage::Nl),
    );
    assert!(plain.level <= Level::Plain && !plain.is_hard(), "{plain:?}");
    assert!(
        policy.level == Level::VeryHard && policy.is_hard(),
        "{policy:?}"
    );
    assert_eq!(plain.long_words, []);
    assert!(policy.long_words.len() >= 5);
    let english = readability(
        "The allocation of responsibilities within collaborative organisations complicates individualised educational arrangements.",
        WorkLanguage::En,
    );
    assert!(english.is_hard());
}

#[test]
fn long_words_and_sentences_are_marked_where_they_stand() {
    let text = "Kort. Het samenwerkingsverband helpt. Dit is een zin die maar door en door gaat met heel veel korte woorden tot er meer dan twintig in staan.";
    let read = readability(text, WorkLanguage::Nl);
    let at = |(from, to): &(u32, u32)| &text[*from as usize..*to as usize];
    assert_eq!(
        read.long_words.iter().map(at).collect::<Vec<_>>(),
        ["samenwerkingsverband"]
    );
    assert_eq!(read.long_sentences.len(), 1);
    assert!(
        at(&read.long_sentences[0]).starts_with("Dit is")
            && at(&read.long_sentences[0]).ends_with("staan.")
    );
}

#[test]
fn texts_without_words_are_no_trouble() {
    for text in ["", "…", "\n\n", "👩‍🏫"] {
        let read = readability(text, WorkLanguage::Nl);
        assert_eq!((read.words, read.score), (0, 0.0), "{text:?}");
        assert!(!read.is_hard());
    }
    for (score, level) in [
        (100.0, Level::Easy),
        (70.0, Level::Easy),
        (69.9, Level::Plain),
        (60.0, Level::Plain),
        (50.0, Level::RatherHard),
        (49.9, Level::Hard),
        (29.9, Level::VeryHard),
        (-10.0, Level::VeryHard),
    ] {
        assert_eq!(Level::of(score), level, "{score}");
    }
}
