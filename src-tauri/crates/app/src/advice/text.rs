//! A text as words with their places, for the looking that hints do.

/// A text, split into words.
pub(super) struct Text<'a> {
    whole: &'a str,
    words: Vec<Word>,
}

struct Word {
    lower: String,
    from: usize,
    to: usize,
    capital: bool,
    /// Whether it stands at the start of a sentence or line.
    first: bool,
}

impl<'a> Text<'a> {
    pub fn new(whole: &'a str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        let mut open: Option<usize> = None;
        let mut first = true;
        let mut next_first = true;
        let ends = whole.char_indices().chain([(whole.len(), ' ')]);
        for (place, letter) in ends {
            let inside = letter.is_alphanumeric() || (open.is_some() && "'’-".contains(letter));
            match (inside, open) {
                (true, None) => {
                    open = Some(place);
                    first = next_first;
                    next_first = false;
                }
                (false, Some(from)) => {
                    let text = whole[from..place].trim_end_matches(['\'', '’', '-']);
                    words.push(Word {
                        lower: text.to_lowercase(),
                        from,
                        to: from + text.len(),
                        capital: text.chars().next().is_some_and(char::is_uppercase),
                        first,
                    });
                    open = None;
                }
                (true, Some(_)) | (false, None) => {}
            }
            if ".!?:\n“\"‘•".contains(letter) {
                next_first = true;
            }
        }
        Self { whole, words }
    }

    /// How many words.
    pub fn words(&self) -> usize {
        self.words.len()
    }

    /// The first place with one of these phrases that has none of `unless` among the three words before it or the two behind.
    pub fn find<'b>(
        &self,
        phrases: impl Iterator<Item = &'b str>,
        unless: impl Iterator<Item = &'b str>,
    ) -> Option<&'a str> {
        let unless: Vec<&str> = unless.collect();
        let denied = |at: usize, length: usize| {
            let near = at.saturating_sub(3)..(at + length + 2).min(self.words.len());
            self.words[near]
                .iter()
                .any(|word| unless.contains(&word.lower.as_str()))
        };
        let mut found: Option<(usize, usize)> = None;
        for phrase in phrases {
            let wanted: Vec<&str> = phrase.split_whitespace().collect();
            let fits = |at: &usize| {
                self.words[*at..]
                    .iter()
                    .zip(&wanted)
                    .filter(|(word, wanted)| word.lower == **wanted)
                    .count()
                    == wanted.len()
            };
            let place = (0..self.words.len())
                .filter(fits)
                .find(|at| !denied(*at, wanted.len()));
            if let Some(at) = place
                && !wanted.is_empty()
                && found.is_none_or(|(before, length)| {
                    at < before || (at == before && wanted.len() > length)
                })
            {
                found = Some((at, wanted.len()));
            }
        }
        let (at, length) = found?;
        self.whole
            .get(self.words.get(at)?.from..self.words.get(at + length - 1)?.to)
    }

    /// Whether some word, in small letters, is as wanted.
    pub fn find_word(&self, wanted: impl Fn(&str) -> bool) -> bool {
        self.words.iter().any(|word| wanted(&word.lower))
    }

    /// Whether there is a number.
    pub fn has_number(&self) -> bool {
        self.words.iter().any(|word| {
            word.lower
                .starts_with(|letter: char| letter.is_ascii_digit())
        })
    }

    /// Whether there is something like `6-1`, `6/1/2027` or `2027-01-06`.
    pub fn has_figures_of_a_date(&self) -> bool {
        self.whole.split_whitespace().any(|token| {
            let token = token.trim_matches(|letter: char| !letter.is_ascii_digit());
            ['-', '/', '.'].iter().any(|between| {
                let parts: Vec<Option<u32>> = token
                    .split(*between)
                    .map(|part| part.parse().ok())
                    .collect();
                match *parts {
                    [Some(day), Some(month)] if *between != '.' => is_day(day, month),
                    [Some(day), Some(month), Some(year)] if !(100..=1999).contains(&year) => {
                        is_day(day, month)
                    }
                    [Some(year), Some(month), Some(day)] if year > 1999 => is_day(day, month),
                    _ => false,
                }
            })
        })
    }

    /// Whether there is something like `week 12`.
    pub fn has_week_number(&self) -> bool {
        self.words.windows(2).any(|pair| {
            pair[0].lower == "week"
                && pair[1]
                    .lower
                    .parse::<u32>()
                    .is_ok_and(|number| (1..=53).contains(&number))
        })
    }

    /// Whether a role stands behind an article or a number (at most two words in between): 'de nieuwe directeur'.
    pub fn has_role<'b>(
        &self,
        roles: impl Iterator<Item = &'b str>,
        articles: impl Iterator<Item = &'b str>,
    ) -> bool {
        let articles: Vec<&str> = articles.collect();
        roles.into_iter().any(|role| {
            let wanted: Vec<&str> = role.split_whitespace().collect();
            (0..self.words.len()).any(|at| {
                let here = self.words[at..]
                    .iter()
                    .zip(&wanted)
                    .filter(|(word, wanted)| word.lower == **wanted)
                    .count()
                    == wanted.len();
                let article = |word: &Word| {
                    articles.contains(&word.lower.as_str()) || word.lower.parse::<u32>().is_ok()
                };
                here && !wanted.is_empty()
                    && self.words[at.saturating_sub(3)..at].iter().any(article)
            })
        })
    }

    /// Whether there is a capitalised word inside a sentence that is no exception.
    pub fn has_name(&self, exception: impl Fn(&str) -> bool) -> bool {
        self.words.iter().enumerate().any(|(at, word)| {
            let of_place = at > 0
                && self
                    .words
                    .get(at - 1)
                    .is_some_and(|before| PLACE_BEFORE.contains(&before.lower.as_str()));
            word.capital
                && !word.first
                && !of_place
                && word.to - word.from > 1
                && !exception(&word.lower)
        }) || self.words.first().is_some_and(|word| {
            word.capital
                && word.to - word.from > 2
                && self.verb_follows()
                && !exception(&word.lower)
        })
    }

    /// Whether the text begins like 'Fatima vraagt …' or 'Fatima en Henk …': a capital, then a word that ends as a Dutch verb does, or
    /// another capital.
    fn verb_follows(&self) -> bool {
        let (Some(first), Some(second)) = (self.words.first(), self.words.get(1)) else {
            return false;
        };
        let name_and_name =
            second.lower == "en" && self.words.get(2).is_some_and(|third| third.capital);
        let verb = !COMMON_STARTS.contains(&first.lower.as_str())
            && second.lower.len() > 2
            && second.lower.ends_with('t')
            && !second.capital;
        name_and_name || verb
    }
}

/// Behind these a capital is more likely a place than a person.
const PLACE_BEFORE: [&str; 4] = ["in", "te", "uit", "regio"];

/// Words that begin sentences and are no names, although a word with a t may follow.
const COMMON_STARTS: [&str; 28] = [
    "dit", "dat", "er", "het", "de", "een", "we", "wij", "ik", "je", "jullie", "iedereen",
    "iemand", "niemand", "daar", "hier", "dan", "nu", "als", "eerst", "daarna", "elke", "school",
    "wie", "wat", "ons", "onze", "alles",
];

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}
