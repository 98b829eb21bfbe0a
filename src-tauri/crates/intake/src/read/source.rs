//! Which program wrote an export, as its headers say.

use crate::words::{fold, has_word};
use crate::{Column, SurveySource};

/// Recognises the program by what it always writes.
pub(super) fn recognise(columns: &[Column], rows: u8) -> SurveySource {
    let first: Vec<String> = columns
        .iter()
        .map(|column| {
            column
                .headers
                .first()
                .map_or_else(String::new, |header| fold(header))
        })
        .collect();
    let raw = |nth: usize, row: usize| {
        columns
            .get(nth)
            .and_then(|column| column.headers.get(row))
            .map_or("", String::as_str)
    };
    let has = |name: &str| first.iter().any(|header| header == name);
    let some = |test: &dyn Fn(&str) -> bool| first.iter().any(|header| test(header));
    let count = |test: &dyn Fn(&str) -> bool| first.iter().filter(|header| test(header)).count();
    let narrafirma = ["story title", "story text"].iter().all(|name| has(name))
        && (has("eliciting question") || has("collection date") || raw(0, 1) == ";");
    let limesurvey = has("submitdate")
        || has("lastpage")
        || has("startlanguage")
        || count(&|header| lime_code(header)) >= 2;
    let forms = [
        ["begintijd", "tijd van voltooien"],
        ["start time", "completion time"],
    ]
    .iter()
    .any(|pair| pair.iter().all(|name| has(name)));
    match () {
        () if (0..columns.len())
            .any(|nth| (1..3).any(|row| raw(nth, row).contains("ImportId"))) =>
        {
            SurveySource::Qualtrics
        }
        () if narrafirma || some(&|header| header.starts_with("writein_")) => {
            SurveySource::NarraFirmaExport
        }
        () if rows >= 2 || (has("respondentid") && rows == 1) || has("respondent id") => {
            SurveySource::SurveyMonkey
        }
        () if has("startdate")
            && (has("responseid") || has("recordeddate") || has("ipaddress")) =>
        {
            SurveySource::Qualtrics
        }
        () if sensemaker(&first) => SurveySource::SenseMaker,
        () if limesurvey => SurveySource::LimeSurvey,
        () if has("_uuid")
            || has("_submission_time")
            || (has("_id") && some(&|header| header.contains('/')))
            || (has("instanceid") && has("submissiondate"))
            || has("formhub/uuid") =>
        {
            SurveySource::Kobo
        }
        () if forms => SurveySource::Forms,
        () if first
            .first()
            .is_some_and(|header| ["tijdstempel", "timestamp"].contains(&header.as_str())) =>
        {
            SurveySource::Google
        }
        () if has("stext") || has("stitle") || has("equestion") => SurveySource::NarraFirma,
        // A column for each answer has the name of its answer in many programs; the same name again in one only.
        () if columns
            .iter()
            .any(|column| column.key.nth > 0 && !column.headers.iter().all(String::is_empty)) =>
        {
            if some(&|header| {
                has_word(header, "story")
                    || has_word(header, "verhaal")
                    || has_word(header, "ervaring")
            }) {
                SurveySource::NarraFirma
            } else {
                SurveySource::Plain
            }
        }
        () => SurveySource::Plain,
    }
}

/// `g01q02`, `g01q02[sq001]`, `g01q02[other]`.
fn lime_code(header: &str) -> bool {
    let code = header.split('[').next().unwrap_or(header);
    let Some((group, question)) = code.strip_prefix('g').and_then(|rest| rest.split_once('q'))
    else {
        return false;
    };
    let digits = |text: &str| text.len() >= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(group) && digits(question)
}

/// A triad, `<id>X`, `<id>Y`, `<id>_…`; a dyad, `<id>X`, `<id>XR`; or stones, `<id>_<stone>XRight`.
fn sensemaker(headers: &[String]) -> bool {
    headers.iter().any(|header| {
        let twin = |ending: &str| {
            header
                .strip_suffix('x')
                .is_some_and(|id| !id.is_empty() && headers.contains(&format!("{id}{ending}")))
        };
        let corners = || {
            header.strip_suffix('x').is_some_and(|id| {
                let prefix = format!("{id}_");
                headers
                    .iter()
                    .filter(|other| other.starts_with(&prefix))
                    .count()
                    >= 2
            })
        };
        (twin("y") && corners())
            || (twin("xr") && corners())
            || (header.contains('_') && header.ends_with("xright"))
    })
}
