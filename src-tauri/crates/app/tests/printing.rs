//! What is chosen for paper, and how it is leafed through on the screen.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod room;

use std::collections::BTreeSet;

use protocol::{
    BrochureForm, CardChoice, CardSize, CardStory, CardText, Failure, Reply, Request, Sheet,
    SheetPages, StoryText,
};
use room::{ME, Room, T1, room};
use stories::{Answer, Library, PerspectiveId, StoryId};
use workshop::{Command, TableId};

fn library() -> Library {
    Library::new(fixture::round1(1)).unwrap()
}

fn card_stories(choice: CardChoice) -> Request {
    Request::CardStories {
        choice,
        language: "nl".into(),
    }
}

fn cards(room: &Room, choice: CardChoice) -> Vec<CardStory> {
    match room.ask(&ME, card_stories(choice)) {
        Reply::CardStories(stories) => stories,
        other => panic!("{other:?}"),
    }
}

fn numbers(stories: &[CardStory]) -> Vec<u32> {
    stories.iter().map(|it| it.story.id.0).collect()
}

fn pages(room: &Room, sheet: &Sheet, from: u32, count: u32) -> SheetPages {
    let request = Request::SheetPreview {
        sheet: sheet.clone(),
        from,
        count,
        language: "nl".into(),
    };
    match room.ask(&ME, request) {
        Reply::SheetPages(pages) => pages,
        other => panic!("{other:?}"),
    }
}

/// The own region, out of which most supporting stories of a perspective come that do not all come from there.
fn set_region(room: &Room, library: &Library) -> String {
    let region = library.collection().about.uses.region.clone().unwrap();
    let of = |id: &StoryId| match library.answer(*id, &region) {
        Some(Answer::Choice(option)) => Some(option.clone()),
        _ => None,
    };
    let support = &library.perspectives()[0].support;
    let own = support.iter().skip(3).find_map(of).unwrap();
    room.send(
        &ME,
        Command::SetDetails {
            name: "Twente".into(),
            region: "Twente".into(),
            own_region: Some(own.clone()),
            date: "2026-11-22".into(),
        },
    );
    own.0
}

#[test]
fn cards_bring_the_own_region_first_and_then_different_voices() {
    let (room, library) = (room(2), library());
    let own = set_region(&room, &library);
    let uses = &library.collection().about.uses;
    let answer = |id: u32, question| match library.answer(StoryId(id), question) {
        Some(Answer::Choice(option)) => option.0.clone(),
        _ => String::new(),
    };
    for perspective in library.perspectives() {
        let choice = CardChoice {
            perspectives: vec![perspective.id.clone()],
            each: 4,
            ..CardChoice::default()
        };
        let chosen = cards(&room, choice);
        assert_eq!(chosen.len(), perspective.support.len().min(4));
        let region = uses.region.as_ref().unwrap();
        let is_own = |id: u32| answer(id, region) == own;
        let near = perspective.support.iter().filter(|id| is_own(id.0)).count();
        for (place, card) in chosen.iter().enumerate() {
            assert_eq!(card.own_region, place < near, "{}", perspective.id);
            assert_eq!(card.own_region, is_own(card.story.id.0));
        }
        let voice = uses.voice.as_ref().unwrap();
        let rest: Vec<String> = chosen
            .iter()
            .skip(near)
            .map(|card| answer(card.story.id.0, voice))
            .collect();
        let before: Vec<String> = chosen
            .iter()
            .take(near)
            .map(|card| answer(card.story.id.0, voice))
            .collect();
        let all: BTreeSet<String> = perspective
            .support
            .iter()
            .map(|id| answer(id.0, voice))
            .collect();
        let heard: BTreeSet<&String> = before.iter().chain(&rest).collect();
        // No voice is heard twice beyond the own region while another was not heard at all.
        if rest.len() + before.iter().collect::<BTreeSet<_>>().len() > heard.len() {
            assert_eq!(heard.len(), all.len(), "{}: {chosen:?}", perspective.id);
        }
    }
}

#[test]
fn cards_follow_what_tables_chose_and_what_a_hand_adds_and_takes_away() {
    let (room, library) = (room(2), library());
    let all = cards(&room, CardChoice::default());
    let ids: BTreeSet<u32> = numbers(&all).into_iter().collect();
    assert_eq!(ids.len(), all.len(), "each story once");
    let codes: BTreeSet<&String> = all.iter().flat_map(|card| &card.perspectives).collect();
    assert_eq!(codes.len(), library.perspectives().len());
    let set: Vec<PerspectiveId> = library
        .perspectives()
        .iter()
        .take(3)
        .map(|it| it.id.clone())
        .collect();
    room.send(
        &ME,
        Command::Choose {
            table: T1,
            perspectives: set.clone(),
        },
    );
    let chosen = cards(&room, CardChoice::default());
    assert!(chosen.len() <= 12 && chosen.len() >= 9, "{}", chosen.len());
    let of_table = |table| CardChoice {
        table: Some(table),
        ..CardChoice::default()
    };
    assert_eq!(cards(&room, of_table(T1)), chosen);
    // A table that chose nothing yet may take its cards from all perspectives.
    assert_eq!(cards(&room, of_table(TableId(2))), all);
    let first = chosen[0].story.id;
    let other = library
        .stories()
        .iter()
        .map(|story| story.id)
        .find(|id| {
            set.iter()
                .all(|it| !library.perspective(it).unwrap().support.contains(id))
        })
        .unwrap();
    let by_hand = cards(
        &room,
        CardChoice {
            add: vec![other],
            remove: vec![first],
            ..CardChoice::default()
        },
    );
    let ids = numbers(&by_hand);
    assert!(
        !ids.contains(&first.0) && ids.last() == Some(&other.0),
        "{ids:?}"
    );
    assert!(by_hand.last().unwrap().perspectives.is_empty());
    let short = cards(
        &room,
        CardChoice {
            max_words: Some(120),
            each: 0,
            ..CardChoice::default()
        },
    );
    assert!(!short.is_empty() && short.iter().all(|card| card.story.words <= 120));
    let everyone = cards(
        &room,
        CardChoice {
            each: 0,
            ..CardChoice::default()
        },
    );
    let uses = &library.collection().about.uses;
    let voice =
        |id: StoryId| library.story(id).unwrap().answers[uses.voice.as_ref().unwrap()].clone();
    let Answer::Choice(one) = voice(everyone[0].story.id) else {
        panic!("a voice is a choice")
    };
    let of_one = cards(
        &room,
        CardChoice {
            voices: vec![one.clone()],
            each: 0,
            ..CardChoice::default()
        },
    );
    assert!(!of_one.is_empty() && of_one.len() < everyone.len());
    let theirs = Answer::Choice(one);
    assert!(of_one.iter().all(|card| voice(card.story.id) == theirs));
    for choice in [
        CardChoice {
            add: vec![StoryId(99_999)],
            ..CardChoice::default()
        },
        CardChoice {
            perspectives: vec!["p99".into()],
            ..CardChoice::default()
        },
    ] {
        let failure = room.fails(&ME, card_stories(choice));
        assert!(
            matches!(failure, Failure::NotInSnapshot { .. }),
            "{failure:?}"
        );
    }
}

#[test]
fn a_story_is_shortened_by_itself_and_stays_whole_by_itself() {
    let room = room(3);
    let choice = |text, texts: &[StoryText]| CardChoice {
        each: 0,
        size: CardSize::A6,
        text,
        texts: texts.to_vec(),
        ..CardChoice::default()
    };
    let whole = cards(&room, choice(CardText::Whole, &[]));
    assert!(whole.iter().all(|card| !card.shortened));
    let long: Vec<&CardStory> = whole.iter().filter(|card| card.least < card.most).collect();
    assert!(long.len() > 1, "{}", long.len());
    let (story, least) = (long[0].story.id, long[0].least);
    // One by hand: only that one is another.
    let by_hand = StoryText {
        story,
        text: CardText::Cards(least),
    };
    let one = cards(&room, choice(CardText::Whole, &[by_hand]));
    for (before, after) in whole.iter().zip(&one) {
        if after.story.id == story {
            assert_eq!((after.cards, after.shortened), (least, true));
        } else {
            assert_eq!(before, after);
        }
    }
    // All of them but one.
    let stays = StoryText {
        story,
        text: CardText::Whole,
    };
    let but = cards(&room, choice(CardText::Cards(1), &[stays]));
    for card in &but {
        let shortened = card.story.id != story && card.least < card.most;
        let cards = if shortened { card.least } else { card.most };
        assert_eq!((card.cards, card.shortened), (cards, shortened));
    }
    // As many pages as the list says cards, four on a page.
    let of = |list: &[CardStory]| list.iter().map(|card| card.cards).sum::<u32>().div_ceil(4);
    for (list, text, texts) in [
        (&whole, CardText::Whole, &[][..]),
        (&one, CardText::Whole, &[by_hand]),
        (&but, CardText::Cards(1), &[stays]),
    ] {
        let choice = choice(text, texts);
        assert_eq!(pages(&room, &Sheet::Cards { choice }, 0, 0).of, of(list));
    }
}

#[test]
fn pages_are_given_a_few_at_a_time_and_follow_the_session() {
    let room = room(3);
    let all = Sheet::Brochure {
        perspectives: Vec::new(),
        table: None,
        form: BrochureForm::Flat,
    };
    let none = pages(&room, &all, 0, 0);
    assert!(none.pages.is_empty() && none.of >= 16, "{}", none.of);
    let last = pages(&room, &all, none.of - 1, 5);
    assert_eq!((last.pages.len(), last.of), (1, none.of));
    assert!(pages(&room, &all, none.of, 5).pages.is_empty());
    assert_eq!(pages(&room, &all, 0, 500).pages.len(), 8);
    let page = &pages(&room, &all, 1, 1).pages[0];
    assert!(page.svg.starts_with("<svg") && !page.title.is_empty());
    assert_eq!((page.width_mm, page.height_mm), (297.0, 210.0));
    let notes = Sheet::Notes { tables: vec![T1] };
    let before = pages(&room, &notes, 0, 1);
    room.send(
        &ME,
        Command::NameTable {
            table: T1,
            name: "De Zwaluwen".into(),
        },
    );
    assert_ne!(pages(&room, &notes, 0, 1), before);
    let gone = Request::SheetPreview {
        sheet: Sheet::Notes {
            tables: vec![TableId(9)],
        },
        from: 0,
        count: 1,
        language: "nl".into(),
    };
    assert!(matches!(room.fails(&ME, gone), Failure::Refused { .. }));
}

#[test]
fn a_warning_names_the_table_and_the_page_that_it_is_about() {
    let room = room(3);
    for table in [1, 2, 3] {
        let text = if table == 2 {
            "漢字".to_owned()
        } else {
            "kort".into()
        };
        let set = room.send(
            &ME,
            Command::SetField {
                table: TableId(table),
                field: workshop::FieldName::Name,
                text,
                base: None,
            },
        );
        assert!(matches!(set, Reply::Done { .. }), "{set:?}");
    }
    let posters = Sheet::Poster {
        tables: Vec::new(),
        tiles: None,
    };
    let warnings = pages(&room, &posters, 0, 0).warnings;
    let found: Vec<_> = warnings
        .iter()
        .map(|it| (it.table, it.page, it.code.as_str()))
        .collect();
    assert_eq!(found, [(Some(TableId(2)), 2, "glyph_missing")]);
}
