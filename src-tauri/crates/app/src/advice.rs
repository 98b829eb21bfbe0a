//! 'Concrete and small': hints for the poster of a table. They never block, and rather stay silent than bother people who did well.

mod text;

use protocol::{Advice, AdviceKind};
use workshop::FieldName;

use crate::Language;
use text::Text;

/// Fields that say what will be done; hints look for wishes in these.
const DOING: [FieldName; 4] = [
    FieldName::Proposal,
    FieldName::StartSmall,
    FieldName::FirstStep,
    FieldName::Already,
];

/// The hints for one poster: `field` gives the text of a field, `names` are those of the people at the table.
pub fn advise<'a>(
    field: impl Fn(FieldName) -> Option<&'a str>,
    names: &[&str],
    language: Language,
) -> Vec<Advice> {
    let mut advice = Vec::new();
    for name in FieldName::ALL {
        let Some(written) = field(name).filter(|text| !text.trim().is_empty()) else {
            continue;
        };
        let text = Text::new(written);
        let mut add = |kind: AdviceKind, word: &str| {
            advice.push(Advice {
                field: name,
                kind,
                word: word.to_owned(),
            })
        };
        if name == FieldName::FirstStep {
            if !has_date(&text, language) {
                add(AdviceKind::NoDate, "");
            }
            if !has_person(&text, names, language) {
                add(AdviceKind::NoPerson, "");
            }
        }
        if name == FieldName::Satisfied && !has_date(&text, language) && !text.has_number() {
            add(AdviceKind::NoDate, "");
        }
        let doing = DOING.contains(&name);
        for (kind, key, looked_at) in [
            (AdviceKind::Permission, "advice.list.permission", doing),
            (AdviceKind::Money, "advice.list.money", doing),
            (
                AdviceKind::Vague,
                "advice.list.vague",
                (doing && name != FieldName::Already) || name == FieldName::Satisfied,
            ),
            (
                AdviceKind::Large,
                "advice.list.large",
                name == FieldName::ForWhom || (doing && name != FieldName::Already),
            ),
        ] {
            let unless = if kind == AdviceKind::Vague {
                ""
            } else {
                "advice.list.not"
            };
            if let Some(word) = looked_at
                .then(|| text.find(language.list(key), language.list(unless)))
                .flatten()
            {
                add(kind, word);
            }
        }
        if text.words() > longest(name) {
            add(AdviceKind::Long, "");
        }
    }
    advice
}

/// So many words are enough for a field on a poster that is read from three metres.
fn longest(field: FieldName) -> usize {
    match field {
        FieldName::Name => 9,
        FieldName::Pitch => 35,
        FieldName::Proposal => 80,
        FieldName::FirstStep | FieldName::StoryInAYear => 50,
        FieldName::ForWhom
        | FieldName::StartSmall
        | FieldName::Already
        | FieldName::Money
        | FieldName::Room
        | FieldName::People
        | FieldName::Knowledge
        | FieldName::Satisfied => 40,
    }
}

/// Whether a day, a date, a week or a near moment is named.
fn has_date(text: &Text<'_>, language: Language) -> bool {
    text.has_figures_of_a_date()
        || text
            .find(language.list("advice.list.when"), std::iter::empty())
            .is_some()
        || language
            .list("advice.list.months")
            .any(|month| text.find_word(|word| word == month))
        || language
            .list("advice.list.weekdays")
            .any(|day| text.find_word(|word| word.starts_with(day)))
        || text.has_week_number()
}

/// Whether somebody is named: one of the table, another name, or a role.
fn has_person(text: &Text<'_>, names: &[&str], language: Language) -> bool {
    names.iter().any(|name| {
        let first = name
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_lowercase();
        !first.is_empty() && text.find_word(|word| word == first)
    }) || text.has_role(
        language.list("advice.list.roles"),
        language.list("advice.list.articles"),
    ) || text.has_name(|word| {
        let plain = |list: &str| language.list(list).any(|known| word == known);
        plain("advice.list.no_names")
            || plain("advice.list.months")
            || language
                .list("advice.list.weekdays")
                .any(|day| word.starts_with(day))
    })
}

#[cfg(test)]
mod tests {
    use protocol::AdviceKind::{self, Large, Long, Money, NoDate, NoPerson, Permission, Vague};
    use workshop::FieldName::{
        self, FirstStep, ForWhom, Money as MoneyField, Name, Proposal, Satisfied, StartSmall,
    };

    use super::advise;
    use crate::Language;

    fn kinds(field: FieldName, text: &str) -> Vec<AdviceKind> {
        let advice = advise(
            |name| (name == field).then_some(text),
            &["Marloes de Boer", "mo"],
            Language::Nl,
        );
        assert!(
            advice
                .iter()
                .all(|one| one.word.is_empty() || text.contains(&one.word)),
            "{advice:?}"
        );
        advice.into_iter().map(|one| one.kind).collect()
    }

    #[test]
    fn a_first_step_names_a_person_and_a_day() {
        for (text, expected) in [
            (
                "Op woensdag 6 januari bellen Marloes en Henk de vier directeuren.",
                vec![],
            ),
            (
                "Marloes belt maandagochtend alle drie de directeuren.",
                vec![],
            ),
            ("mo en ik bellen op 12-1 met de school", vec![]),
            (
                "De ib'er van de Regenboog plant in week 3 een gesprek.",
                vec![],
            ),
            ("Onze directeur zet het volgende week op de agenda.", vec![]),
            (
                "Twee leraren en een ouder komen op 14 december bij elkaar.",
                vec![],
            ),
            ("We bellen op 3 februari de scholen.", vec![NoPerson]),
            ("Fatima vraagt het aan de wethouder.", vec![NoDate]),
            ("We gaan het bespreken.", vec![NoDate, NoPerson]),
            (
                "In mei zitten we bij elkaar. Daarna schrijven we het op.",
                vec![NoPerson],
            ),
            ("Vóór 1/3/2027 schrijft Yıldız de eerste brief.", vec![]),
            ("Maandag. Dinsdag. Woensdag.", vec![NoPerson]),
        ] {
            assert_eq!(kinds(FirstStep, text), expected, "{text}");
        }
    }

    #[test]
    fn what_leans_on_others_is_seen_and_what_does_not_is_left_alone() {
        for (field, text, expected) in [
            (
                Proposal,
                "Als het bestuur akkoord is, beginnen we.",
                vec![Permission],
            ),
            (
                Proposal,
                "Dit kan zonder toestemming van de gemeente.",
                vec![],
            ),
            (StartSmall, "Daar is geen goedkeuring voor nodig.", vec![]),
            (StartSmall, "We vragen eerst subsidie aan.", vec![Money]),
            (StartSmall, "Het kan zonder extra geld.", vec![]),
            (MoneyField, "Extra geld: € 1.200 voor vervanging.", vec![]),
            (
                Proposal,
                "Er komt meer aandacht voor leerlingen.",
                vec![Vague],
            ),
            (
                Proposal,
                "Dat zou moeten lukken met elke school.",
                vec![Vague, Large],
            ),
            (ForWhom, "Alle scholen in de provincie", vec![Large]),
            (
                ForWhom,
                "Leraren van vier basisscholen in Veendam en Pekela",
                vec![],
            ),
            (Satisfied, "Als iedereen tevreden is.", vec![NoDate]),
            (Satisfied, "Als in maart 20 leraren hebben gebeld.", vec![]),
            (
                Name,
                "Een naam die zo lang is dat niemand hem nog onthoudt",
                vec![Long],
            ),
            (Proposal, "", vec![]),
        ] {
            assert_eq!(kinds(field, text), expected, "{text}");
        }
    }

    #[test]
    fn english_has_its_own_words() {
        let first = |text: &'static str| {
            advise(
                move |name| (name == FirstStep).then_some(text),
                &[],
                Language::En,
            )
            .into_iter()
            .map(|one| one.kind)
            .collect::<Vec<_>>()
        };
        assert_eq!(
            first("On Tuesday the care coordinator calls three parents."),
            vec![]
        );
        assert_eq!(first("We will talk about it."), vec![NoDate, NoPerson]);
    }
}
