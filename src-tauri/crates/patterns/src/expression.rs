//! A filter in words, for the command line.

use stories::{Condition, Filter, Kind, Library, OptionId, Question, Test};
use thiserror::Error;

use crate::Sentence;

/// Where an expression goes wrong.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("at character {at}: expected {expected:?}")]
pub struct WhereError {
    /// The place of the character, from 0; the length of the expression where it ends too soon.
    pub at: usize,
    /// What should have been there.
    pub expected: Expected,
}

/// What an expression should have had.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Expected {
    /// The id or short name of a question that is not free text, or `words`.
    Question,
    /// An answer of this question (its id).
    Option {
        /// The id of the question.
        question: String,
    },
    /// `=` or `in`.
    Choosing,
    /// `=`, `>=`, `<=`, `>` or `<`.
    Comparing,
    /// A whole number within these bounds.
    Number {
        /// The lowest.
        from: u32,
        /// The highest.
        to: u32,
    },
    /// `(`.
    Open,
    /// `,` or `)`.
    CommaOrClose,
    /// `and`, or the end.
    And,
    /// The quote that closes what was opened here.
    Quote,
}

impl WhereError {
    /// What to tell the person who wrote the expression.
    pub fn sentence(&self) -> Sentence {
        let (name, places) = match &self.expected {
            Expected::Question => ("question", Vec::new()),
            Expected::Option { question } => ("option", vec![("question", question.clone())]),
            Expected::Choosing => ("choosing", Vec::new()),
            Expected::Comparing => ("comparing", Vec::new()),
            Expected::Number { from, to } => (
                "number",
                vec![("from", from.to_string()), ("to", to.to_string())],
            ),
            Expected::Open => ("open", Vec::new()),
            Expected::CommaOrClose => ("comma_or_close", Vec::new()),
            Expected::And => ("and", Vec::new()),
            Expected::Quote => ("quote", Vec::new()),
        };
        let mut sentence = Sentence::new(&format!("pattern.where.{name}"));
        // People count from 1.
        sentence.fill("at", &(self.at + 1).to_string());
        for (place, words) in places {
            sentence.fill(place, &words);
        }
        sentence
    }
}

/// Reads a filter; nothing but spaces means all stories.
///
/// ```text
/// expression = condition { "and" condition }
/// condition  = question "=" name                      an answer of a choice or several-choice question
///            | question "in" "(" name { "," name } ")"  one of these answers
///            | question ( ">=" | "<=" | ">" | "<" | "=" ) number    a slider, 0 to 100
///            | question "=" number ".." number         a part of a slider, both ends included
///            | "words" ( ">=" | "<=" | ">" | "<" | "=" ) number     the number of words of the story
/// question   = the id of a question, or its short name
/// name       = the id of an answer, or its words
/// ```
///
/// Names with spaces or marks stand between single or double quotes; capitals make no difference. Such as
/// `role_type = parents and good >= 60 and feeling in (sadness, "Boosheid")`.
///
/// # Errors
/// Where the expression goes wrong and what was expected there.
pub fn parse_filter(expression: &str, library: &Library) -> Result<Filter, WhereError> {
    let (tokens, end) = tokens(expression)?;
    let mut reader = Reader {
        library,
        tokens: &tokens,
        end,
    };
    let mut filter = Filter::default();
    if tokens.is_empty() {
        return Ok(filter);
    }
    loop {
        reader.condition(&mut filter)?;
        match reader.next() {
            None => return Ok(filter),
            Some(token) if token.is_word("and") => {}
            Some(token) => return Err(token.not(Expected::And)),
        }
    }
}

/// A part of an expression and where it begins.
#[derive(Clone, Debug)]
struct Token {
    at: usize,
    text: String,
    /// Between quotes it is a name, whatever it looks like.
    quoted: bool,
}

impl Token {
    fn is_word(&self, word: &str) -> bool {
        !self.quoted && self.text.eq_ignore_ascii_case(word)
    }

    fn is_name(&self) -> bool {
        self.quoted || self.text.chars().all(is_part_of_a_word)
    }

    fn not(&self, expected: Expected) -> WhereError {
        WhereError {
            at: self.at,
            expected,
        }
    }
}

fn is_part_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-')
}

/// The parts, and the number of characters.
fn tokens(expression: &str) -> Result<(Vec<Token>, usize), WhereError> {
    let letters: Vec<char> = expression.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at).copied() {
        let rest = &letters[at + 1..];
        let (length, quoted) = if letter.is_whitespace() {
            at += 1;
            continue;
        } else if matches!(letter, '"' | '\'') {
            let Some(inside) = rest.iter().position(|one| *one == letter) else {
                return Err(WhereError {
                    at,
                    expected: Expected::Quote,
                });
            };
            (inside + 2, true)
        } else if is_part_of_a_word(letter) {
            let more = rest.iter().take_while(|one| is_part_of_a_word(**one));
            (1 + more.count(), false)
        } else {
            let pair: String = letters[at..].iter().take(2).collect();
            (
                if matches!(pair.as_str(), ">=" | "<=" | "..") {
                    2
                } else {
                    1
                },
                false,
            )
        };
        let inside = if quoted {
            at + 1..at + length - 1
        } else {
            at..at + length
        };
        tokens.push(Token {
            at,
            text: letters[inside].iter().collect(),
            quoted,
        });
        at += length;
    }
    Ok((tokens, letters.len()))
}

struct Reader<'a> {
    library: &'a Library,
    tokens: &'a [Token],
    end: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    /// The next part, if `fits` makes something of it.
    fn take<T>(
        &mut self,
        expected: Expected,
        fits: impl FnOnce(&Token) -> Option<T>,
    ) -> Result<T, WhereError> {
        let at = self.tokens.first().map_or(self.end, |token| token.at);
        self.next()
            .and_then(fits)
            .ok_or(WhereError { at, expected })
    }

    fn condition(&mut self, filter: &mut Filter) -> Result<(), WhereError> {
        let library = self.library;
        let question = self.take(Expected::Question, |token| {
            if token.is_word("words") {
                return Some(None);
            }
            find_question(library, token).map(Some)
        })?;
        let Some(question) = question else {
            let (least, most) = self.range(u32::MAX - 1)?;
            // Of several conditions on the words the narrowest counts.
            filter.min_words = filter.min_words.max(Some(least).filter(|least| *least > 0));
            if most < u32::MAX - 1 {
                filter.max_words = Some(filter.max_words.map_or(most, |one| one.min(most)));
            }
            return Ok(());
        };
        let test = if matches!(question.kind, Kind::Slider { .. }) {
            let (from, to) = self.range(100)?;
            let place = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
            Test::Range {
                from: place(from),
                to: place(to),
            }
        } else {
            Test::AnyOf {
                options: self.options(question)?,
            }
        };
        filter.conditions.push(Condition {
            question: question.id.clone(),
            test,
        });
        Ok(())
    }

    fn options(&mut self, question: &Question) -> Result<Vec<OptionId>, WhereError> {
        let several = self.take(Expected::Choosing, |token| {
            let sign = (token.is_word("="), token.is_word("in"));
            (sign.0 || sign.1).then_some(sign.1)
        })?;
        let option = |reader: &mut Self| {
            let expected = Expected::Option {
                question: question.id.to_string(),
            };
            reader.take(expected, |token| find_option(question, token))
        };
        if !several {
            return Ok(vec![option(self)?]);
        }
        self.take(Expected::Open, |token| token.is_word("(").then_some(()))?;
        let mut options = vec![option(self)?];
        loop {
            let more = self.take(Expected::CommaOrClose, |token| {
                let sign = (token.is_word(","), token.is_word(")"));
                (sign.0 || sign.1).then_some(sign.0)
            })?;
            if !more {
                return Ok(options);
            }
            options.push(option(self)?);
        }
    }

    /// Numbers from 0 to `most`, both ends included. What nothing can be, such as `< 0`, gives bounds that nothing is within.
    fn range(&mut self, most: u32) -> Result<(u32, u32), WhereError> {
        let sign = self.take(Expected::Comparing, |token| {
            let signs = ["=", ">=", "<=", ">", "<"];
            signs.into_iter().find(|sign| token.is_word(sign))
        })?;
        let number = |reader: &mut Self, from: u32| {
            reader.take(Expected::Number { from, to: most }, |token| {
                let number = token.text.parse().ok().filter(|_| !token.quoted)?;
                (from..=most).contains(&number).then_some(number)
            })
        };
        let first = number(self, 0)?;
        Ok(match sign {
            ">=" => (first, most),
            "<=" => (0, first),
            ">" => (first + 1, most),
            "<" if first == 0 => (1, 0),
            "<" => (0, first - 1),
            _ if self.tokens.first().is_some_and(|token| token.is_word("..")) => {
                self.next();
                (first, number(self, first)?)
            }
            _ => (first, first),
        })
    }
}

fn find_question<'a>(library: &'a Library, token: &Token) -> Option<&'a Question> {
    let countable = |question: &&Question| !matches!(question.kind, Kind::Text);
    let all = || library.questions().iter().filter(countable);
    token.is_name().then_some(())?;
    all()
        .find(|question| question.id.0 == token.text)
        .or_else(|| all().find(|question| alike(&question.id.0, &token.text)))
        .or_else(|| all().find(|question| alike(&question.short, &token.text)))
}

fn find_option(question: &Question, token: &Token) -> Option<OptionId> {
    let choices = question.choices();
    token.is_name().then_some(())?;
    choices
        .iter()
        .find(|choice| choice.id.0 == token.text)
        .or_else(|| {
            choices
                .iter()
                .find(|choice| alike(&choice.id.0, &token.text))
        })
        .or_else(|| {
            choices
                .iter()
                .find(|choice| alike(&choice.label, &token.text))
        })
        .map(|choice| choice.id.clone())
}

/// Whether two names are the same but for capitals.
fn alike(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
