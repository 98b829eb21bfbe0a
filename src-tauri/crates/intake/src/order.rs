//! The order of answers: scales of words, groups of numbers, or how often they occur.

use crate::numbers::inside;
use crate::words::{fold, has_word};

/// Scales of words, from one end to the other; words in one place mean the same. The longest that is found counts.
const SCALES: &[&[&[&str]]] = &[
    // How often.
    &[
        &["never", "nooit", "not at all"],
        &[
            "almost never",
            "bijna nooit",
            "hardly ever",
            "zelden",
            "rarely",
            "seldom",
            "once",
            "eenmaal",
            "een keer",
            "eenmalig",
        ],
        &[
            "once a year or less",
            "once a year",
            "jaarlijks",
            "een keer per jaar",
            "yearly",
            "less than once a year",
        ],
        &[
            "a few times per year",
            "enkele keren per jaar",
            "een paar keer per jaar",
            "several times a year",
        ],
        &[
            "once in a while",
            "occasionally",
            "af en toe",
            "once a month or less",
            "once a month",
            "maandelijks",
            "monthly",
            "een keer per maand",
            "sometimes",
            "soms",
        ],
        &[
            "a few times per month",
            "enkele keren per maand",
            "een paar keer per maand",
            "several times a month",
        ],
        &[
            "about half the time",
            "regelmatig",
            "regularly",
            "geregeld",
            "once a week",
            "weekly",
            "wekelijks",
            "een keer per week",
        ],
        &[
            "a few times per week",
            "enkele keren per week",
            "een paar keer per week",
            "several times a week",
            "often",
            "vaak",
            "frequently",
        ],
        &[
            "usually",
            "meestal",
            "most of the time",
            "very often",
            "heel vaak",
            "zeer vaak",
        ],
        &[
            "every day",
            "daily",
            "dagelijks",
            "elke dag",
            "almost always",
            "bijna altijd",
        ],
        &[
            "always",
            "altijd",
            "several times a day",
            "meerdere keren per dag",
        ],
    ],
    // How far one agrees.
    &[
        &[
            "strongly disagree",
            "helemaal mee oneens",
            "zeer mee oneens",
            "helemaal oneens",
            "completely disagree",
            "zeer oneens",
        ],
        &[
            "disagree",
            "mee oneens",
            "oneens",
            "somewhat disagree",
            "enigszins mee oneens",
        ],
        &[
            "neither agree nor disagree",
            "neutral",
            "neutraal",
            "niet eens niet oneens",
            "niet mee eens niet mee oneens",
            "niet eens, niet oneens",
            "niet mee eens/niet mee oneens",
        ],
        &[
            "agree",
            "mee eens",
            "eens",
            "somewhat agree",
            "enigszins mee eens",
        ],
        &[
            "strongly agree",
            "helemaal mee eens",
            "zeer mee eens",
            "helemaal eens",
            "completely agree",
            "zeer eens",
        ],
    ],
    // How good or pleasant.
    &[
        &[
            "very negative",
            "zeer negatief",
            "heel negatief",
            "very bad",
            "very poor",
            "zeer slecht",
            "heel slecht",
            "very dissatisfied",
            "zeer ontevreden",
            "terrible",
            "onacceptabel",
        ],
        &[
            "negative",
            "negatief",
            "bad",
            "poor",
            "slecht",
            "dissatisfied",
            "ontevreden",
            "matig",
        ],
        &[
            "neutral",
            "neutraal",
            "fair",
            "voldoende",
            "redelijk",
            "niet goed niet slecht",
            "not good not bad",
        ],
        &[
            "positive",
            "positief",
            "good",
            "goed",
            "satisfied",
            "tevreden",
        ],
        &[
            "very positive",
            "zeer positief",
            "heel positief",
            "very good",
            "excellent",
            "zeer goed",
            "heel goed",
            "uitstekend",
            "very satisfied",
            "zeer tevreden",
            "perfect",
        ],
    ],
    // How much.
    &[
        &["not at all", "helemaal niet", "none", "geen", "niets"],
        &[
            "not much",
            "nauwelijks",
            "hardly",
            "a little",
            "een beetje",
            "weinig",
            "slightly",
            "niet zo",
        ],
        &[
            "some",
            "enigszins",
            "somewhat",
            "a bit",
            "een aantal",
            "deels",
            "gedeeltelijk",
            "partly",
            "moderately",
        ],
        &[
            "a lot",
            "veel",
            "much",
            "quite",
            "behoorlijk",
            "grotendeels",
            "mostly",
        ],
        &[
            "very much",
            "heel veel",
            "zeer veel",
            "a great deal",
            "helemaal",
            "volledig",
            "completely",
            "extremely",
        ],
    ],
    // How rude, hard, important: no, somewhat, very.
    &[
        &["no, not at all", "no, not", "nee, helemaal niet", "not"],
        &["somewhat", "yes, somewhat", "een beetje", "ja, een beetje"],
        &["very", "yes, very", "heel erg", "ja, heel erg", "ja, zeer"],
    ],
    &[
        &["ja", "yes", "waar", "true"],
        &[
            "misschien",
            "maybe",
            "perhaps",
            "een beetje",
            "soms",
            "deels",
        ],
        &["nee", "no", "onwaar", "false"],
    ],
    // Schooling.
    &[
        &[
            "less than high school",
            "less than high school degree",
            "geen opleiding",
            "basisonderwijs",
            "lagere school",
        ],
        &["high school degree", "high school", "vmbo", "mavo", "lbo"],
        &[
            "some college",
            "some college or associate degree",
            "havo",
            "vwo",
            "mbo",
        ],
        &[
            "associate or bachelor degree",
            "associate degree",
            "bachelor degree",
            "bachelor",
            "hbo",
        ],
        &[
            "graduate degree",
            "master",
            "master degree",
            "wo",
            "universiteit",
            "phd",
        ],
    ],
    // How many times.
    &[
        &["it is not okay", "geen enkele keer", "zero", "nul", "none"],
        &["once", "een keer", "eenmaal"],
        &["twice", "twee keer", "tweemaal"],
        &["three times", "drie keer", "driemaal"],
        &["four times", "vier keer", "viermaal"],
        &["five times", "vijf keer", "vijfmaal"],
        &["more than five times", "meer dan vijf keer", "vaker"],
    ],
    // Size.
    &[
        &["very small", "heel klein"],
        &["small", "klein"],
        &["medium", "middelgroot", "average", "gemiddeld"],
        &["large", "big", "groot"],
        &["very large", "heel groot"],
    ],
];

/// What stands at the end of a list, whatever the order.
const LAST: &[&str] = &[
    "other",
    "anders",
    "overig",
    "overige",
    "none of these",
    "none of the above",
    "geen van deze",
    "geen van bovenstaande",
    "weet niet",
    "weet ik niet",
    "don't know",
    "i don't know",
    "do not know",
    "prefer not to say",
    "zeg ik liever niet",
    "geen mening",
    "no opinion",
];

/// How answers were put in order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Ordered {
    /// Along a scale of words or of numbers.
    Scale,
    /// By how often they occur.
    Frequency,
}

/// The order of answers: their places in `labels`, and how it was found.
pub(crate) fn arrange(labels: &[&str], counts: &[u32]) -> (Vec<usize>, Ordered) {
    let folded: Vec<String> = labels.iter().map(|label| fold(label)).collect();
    let mut order: Vec<usize> = (0..labels.len()).collect();
    let frequency = |nth: &usize| std::cmp::Reverse(counts.get(*nth).copied().unwrap_or(0));
    order.sort_by_key(|nth| (is_last(&folded[*nth]), frequency(nth)));
    if let Some(ranks) = scale(&folded) {
        order.sort_by_key(|nth| (is_last(&folded[*nth]), ranks[*nth].unwrap_or(usize::MAX)));
        return (order, Ordered::Scale);
    }
    if let Some(keys) = numbers(&folded) {
        order.sort_by(|a, b| {
            is_last(&folded[*a])
                .cmp(&is_last(&folded[*b]))
                .then_with(|| compare(&keys[*a], &keys[*b]))
        });
        return (order, Ordered::Scale);
    }
    (order, Ordered::Frequency)
}

/// Whether an answer belongs at the end of a list: 'other', 'I do not know'.
pub(crate) fn is_last(folded: &str) -> bool {
    LAST.iter()
        .any(|word| folded.starts_with(word) && has_word(folded, word))
}

/// Whether an answer is 'other'.
pub(crate) fn is_other(folded: &str) -> bool {
    ["other", "anders", "overig"]
        .iter()
        .any(|word| folded.starts_with(word) && has_word(folded, word))
        || folded == "-oth-"
}

/// The rank of each answer on the first scale on which all but one in five stand, each in its own place.
fn scale(folded: &[String]) -> Option<Vec<Option<usize>>> {
    let real: Vec<&String> = folded.iter().filter(|label| !is_last(label)).collect();
    if real.len() < 2 {
        return None;
    }
    SCALES.iter().find_map(|scale| {
        let ranks: Vec<Option<usize>> = folded
            .iter()
            .map(|label| {
                if is_last(label) {
                    None
                } else {
                    rank(label, scale)
                }
            })
            .collect();
        let mut found: Vec<usize> = ranks.iter().copied().flatten().collect();
        let enough = found.len() * 5 >= real.len() * 4 && found.len() >= 2;
        let count = found.len();
        found.sort_unstable();
        found.dedup();
        (enough && found.len() == count).then_some(ranks)
    })
}

fn rank(label: &str, scale: &[&[&str]]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (place, words) in scale.iter().enumerate() {
        for word in *words {
            let fits = label == *word
                || (label.len() <= word.len() + 40
                    && label.starts_with(word)
                    && has_word(label, word));
            if fits && best.is_none_or(|(length, _)| word.len() > length) {
                best = Some((word.len(), place));
            }
        }
    }
    best.map(|(_, place)| place)
}

/// Keys of answers that are numbers or groups of numbers, where nearly all are.
fn numbers(folded: &[String]) -> Option<Vec<Option<Vec<f64>>>> {
    let keys: Vec<Option<Vec<f64>>> = folded.iter().map(|label| number_key(label)).collect();
    let real = folded.iter().filter(|label| !is_last(label)).count();
    let found = keys.iter().filter(|key| key.is_some()).count();
    (found >= 2 && found * 5 >= real * 4).then_some(keys)
}

fn number_key(label: &str) -> Option<Vec<f64>> {
    if label.chars().count() > 40 || is_last(label) {
        return None;
    }
    let mut key = inside(label);
    let below = [
        "<", "under ", "below ", "less ", "jonger", "minder", "onder ", "tot ",
    ]
    .iter()
    .any(|word| label.starts_with(word));
    let above = [">", "over ", "more ", "ouder", "meer ", "boven "]
        .iter()
        .any(|word| label.starts_with(word))
        || label.ends_with('+')
        || [
            "and above",
            "or more",
            "of meer",
            "and over",
            "en ouder",
            "of ouder",
            "or older",
        ]
        .iter()
        .any(|word| label.ends_with(word));
    let first = key.first_mut()?;
    if below {
        *first -= 0.5;
    }
    if above {
        *first += 0.5;
    }
    Some(key)
}

fn compare(a: &Option<Vec<f64>>, b: &Option<Vec<f64>>) -> std::cmp::Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a
            .iter()
            .zip(b)
            .map(|(a, b)| a.total_cmp(b))
            .find(|order| order.is_ne())
            .unwrap_or_else(|| a.len().cmp(&b.len())),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) => std::cmp::Ordering::Equal,
    }
}
