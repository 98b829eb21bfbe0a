//! `regio patterns`.

use app::Language;
use patterns::{Options, evaluate};
use protocol::Failure;

use crate::args::Patterns;
use crate::edge;

pub fn patterns(asked: &Patterns, language: Language) -> Result<(), Failure> {
    let words = asked.passphrase.as_deref().map(edge::words).transpose()?;
    let opened = app::look_into(&asked.file, words.as_deref())?;
    let filter = opened.filter(&asked.selection)?;
    let mut evaluation = evaluate(opened.library(), &filter, &Options::default());
    if asked.json {
        evaluation.patterns.truncate(asked.top);
        return edge::line(&edge::json(&evaluation)?);
    }
    edge::line(&language.say(
        "regio.patterns.head",
        &[
            ("stories", &evaluation.stories.to_string()),
            ("of", &evaluation.of.to_string()),
            ("tests", &evaluation.tests.to_string()),
            ("standing", &evaluation.standing.to_string()),
        ],
    ))?;
    for (place, pattern) in (1..).zip(evaluation.patterns.iter().take(asked.top)) {
        let places: Vec<(&str, &str)> = pattern
            .sentence
            .places
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let sentence = language.say(&pattern.sentence.key, &places);
        edge::line(&format!(
            "{place:>3}  {:.2}  {:>5}  {} × {}",
            pattern.effect.strength,
            pattern.n,
            opened.name(&pattern.rows),
            opened.name(&pattern.columns),
        ))?;
        edge::line(&format!("                  {sentence}"))?;
    }
    Ok(())
}
