//! The recorded afternoon still fits the fixture snapshot.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use stories::{Answer, Library};
use workshop::{Command, Origin};

#[derive(serde::Deserialize)]
struct Line {
    command: Command,
}

/// Where this fails after a change of the fixture: `cargo run -p tests --example make_afternoon` writes the afternoon anew.
#[test]
fn every_quote_stands_in_its_story_and_every_voice_is_its_tellers() {
    let library = Library::new(fixture::round2(1)).unwrap();
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../fixtures/sessions/afternoon.jsonl"
    ))
    .unwrap();
    let mut quotes = 0;
    for line in text.lines() {
        match serde_json::from_str::<Line>(line).unwrap().command {
            Command::AddNote {
                origin:
                    Origin::Story {
                        story,
                        quote: Some(quote),
                        ..
                    },
                ..
            } => {
                let units: Vec<u16> = library.story(story).unwrap().text.encode_utf16().collect();
                let there =
                    String::from_utf16(&units[quote.start as usize..quote.end as usize]).unwrap();
                assert_eq!(there, quote.text, "story {}", story.0);
                quotes += 1;
            }
            Command::AddNote {
                origin: Origin::Observation { observation, .. },
                ..
            } => assert!(library.observation(&observation).is_some()),
            Command::ReadStory { story, voice, .. } => {
                let told = library.answer(story, &"role_type".into());
                assert_eq!(
                    told,
                    voice.map(Answer::Choice).as_ref(),
                    "story {}",
                    story.0
                );
            }
            _ => {}
        }
    }
    assert!(quotes > 30, "{quotes}");
}
