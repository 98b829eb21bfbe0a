//! Which questions the program could make use of, by their words and those of their answers.

use stories::{Kind, Library, Question, Uses};

use crate::Language;

/// Proposes a question for each use; the preparer takes them over or not.
pub(super) fn proposed(library: &Library, language: Language) -> Uses {
    let list = |name: &str| -> Vec<&str> { language.list(&format!("uses.list.{name}")).collect() };
    let find = |name: &str, fits: &dyn Fn(&Question) -> bool| {
        let words = list(name);
        let said = |text: &str| {
            let text = text.to_lowercase();
            words.iter().any(|word| says(&text, word))
        };
        let all = || library.questions().iter().filter(|it| fits(it));
        let found = all()
            .find(|it| said(&it.short) || said(&it.id.0))
            .or_else(|| all().find(|it| said(&it.text)));
        found.map(|question| question.id.clone())
    };
    let choice = |question: &Question, least: usize, most: usize| {
        matches!(question.kind, Kind::Choice { .. })
            && (least..=most).contains(&question.choices().len())
    };
    let voice = find("voice", &|it| choice(it, 2, 8));
    let role = find("voice", &|it| choice(it, 9, 60));
    let (whole, answers) = (list("education_whole"), list("education_answers"));
    // Many questions are about education; only what sort of education it was is asked for here.
    let education = find("education", &|it| choice(it, 2, 30)).or_else(|| {
        let free =
            |it: &&Question| choice(it, 2, 30) && ![&voice, &role].contains(&&Some(it.id.clone()));
        let all = || library.questions().iter().filter(free);
        let named = |text: &str| whole.contains(&text.to_lowercase().as_str());
        all()
            .find(|it| named(&it.short) || named(&it.id.0))
            .or_else(|| all().find(|it| mostly(it, &answers)))
            .map(|question| question.id.clone())
    });
    Uses {
        voice,
        education,
        region: find("region", &|it| choice(it, 2, 100)),
        feeling: find("feeling", &|it| choice(it, 2, 30)),
        good: find("good", &|it| matches!(it.kind, Kind::Slider { .. })),
        role,
    }
}

/// Whether a text in small letters holds all parts of a pattern in their order; `…` divides them: 'goed…onderwijs'.
fn says(text: &str, pattern: &str) -> bool {
    let mut rest = text;
    pattern.split('…').all(|part| {
        let after = rest.split_once(part).map(|(_, after)| after);
        rest = after.unwrap_or_default();
        after.is_some()
    })
}

/// Whether at least half of the answers of a question hold one of these words.
fn mostly(question: &Question, words: &[&str]) -> bool {
    let telling = question.choices().iter().filter(|choice| {
        let label = choice.label.to_lowercase();
        words.iter().any(|word| label.contains(word))
    });
    2 * telling.count() >= question.choices().len()
}
