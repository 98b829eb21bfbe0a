//! Columns that say who answered, or something of the survey program.

use crate::facts::Facts;
use crate::words::{fold, has_word};
use crate::{LeftOut, SurveySource};

/// Headers of columns with something of the survey program, whole.
const TECHNICAL: &[&str] = &[
    "collectorid",
    "collector id",
    "startdate",
    "enddate",
    "start date",
    "end date",
    "recordeddate",
    "date created",
    "date modified",
    "status",
    "progress",
    "duration (in seconds)",
    "finished",
    "distributionchannel",
    "userlanguage",
    "q_language",
    "q_recaptchascore",
    "begintijd",
    "tijd van voltooien",
    "tijd van laatste wijziging",
    "start time",
    "completion time",
    "last modified time",
    "starttijd",
    "_index",
    "_version_",
    "__version__",
    "_status",
    "_submitted_by",
    "_tags",
    "_notes",
    "_validation_status",
    "_id",
    "_uuid",
    "_xform_id_string",
    "_attachments",
    "_bamboo_dataset_id",
    "start",
    "end",
    "today",
    "simserial",
    "formhub/uuid",
    "meta/instanceid",
    "meta/rootuuid",
    "meta/instancename",
    "instanceid",
    "instancename",
    "submissiondate",
    "_submission_time",
    "formdef_version",
    "key",
    "lastpage",
    "startlanguage",
    "language",
    "seed",
    "submitdate",
    "datestamp",
    "refurl",
    "custom data",
    "custom data 1",
    "externaldatareference",
    "externalreference",
    "interviewtime",
    "consent",
    "eventstart",
    "eventend",
    "server_entry_time",
    "project_id",
    "device",
    "user agent",
    "useragent",
    "begin tijd",
    "eindtijd",
    "end time",
    "taal",
    "userid",
    "user id",
];

/// Headers of personal columns, whole.
const PERSONAL: &[&str] = &[
    "ip",
    "ip address",
    "ipaddress",
    "ip-adres",
    "ipaddr",
    "email",
    "e-mail",
    "email address",
    "e-mailadres",
    "emailadres",
    "mailadres",
    "recipientemail",
    "recipientfirstname",
    "recipientlastname",
    "first name",
    "last name",
    "firstname",
    "lastname",
    "naam",
    "name",
    "your name",
    "uw naam",
    "je naam",
    "jouw naam",
    "voornaam",
    "achternaam",
    "voornamen",
    "volledige naam",
    "full name",
    "locationlatitude",
    "locationlongitude",
    "latitude",
    "longitude",
    "_geolocation",
    "gps",
    "location_latitude",
    "deviceid",
    "device id",
    "imei",
    "subscriberid",
    "phonenumber",
    "phone",
    "phone number",
    "telefoon",
    "telefoonnummer",
    "mobiel",
    "adres",
    "address",
    "woonadres",
    "straat",
    "huisnummer",
    "postcode",
    "zip",
    "zip code",
    "zipcode",
    "geboortedatum",
    "date of birth",
    "birthdate",
    "birthday",
    "username",
    "token",
    "attribute_1",
    "naam school",
    "naam van de school",
    "schoolnaam",
    "naam kind",
    "naam van uw kind",
    "naam van je kind",
    "gebruikersnaam",
    "bsn",
];

/// Words that make a header personal wherever they stand.
const PERSONAL_WORDS: &[&str] = &[
    "e-mailadres",
    "email address",
    "e-mail address",
    "telefoonnummer",
    "phone number",
    "zip code",
    "postcode",
    "geboortedatum",
    "date of birth",
    "ip address",
    "ip-adres",
    "uw naam",
    "je naam",
    "jouw naam",
    "your name",
    "uw e-mail",
    "je e-mail",
    "your email",
    "voornaam",
    "achternaam",
    "naam van de school",
    "name of the school",
    "naam van uw kind",
    "naam van je kind",
    "huisadres",
    "home address",
    "latitude",
    "longitude",
    "gps",
];

/// Why a column is not to be taken in, where it is not.
pub(crate) fn left_out(header: &str, source: SurveySource, facts: &Facts<'_>) -> Option<LeftOut> {
    if facts.filled == 0 {
        return Some(LeftOut::Empty);
    }
    let folded = fold(header);
    let folded = folded.trim_end_matches(['?', ':', '*', ' ']);
    let last = folded.rsplit('/').next().unwrap_or(folded);
    let is = |list: &[&str]| list.contains(&folded) || list.contains(&last);
    if is(PERSONAL)
        || PERSONAL_WORDS.iter().any(|word| has_word(folded, word))
        || folded.starts_with("_gps")
        || folded.starts_with("_geolocation")
        || looks_personal(facts)
    {
        return Some(LeftOut::Personal);
    }
    let plain = source == SurveySource::Plain;
    let own = is(TECHNICAL)
        && !(plain
            && [
                "language", "taal", "status", "key", "start", "end", "consent", "device",
            ]
            .contains(&folded));
    let machine = source != SurveySource::Plain
        && (folded.starts_with("q_") || folded.starts_with("_") && source == SurveySource::Kobo);
    let numbered = ["id", "nr", "nummer", "volgnummer", "#"].contains(&folded)
        && facts.values.len() == facts.filled;
    let paths =
        facts.share(|cell| cell.starts_with("https://") || cell.starts_with("http://")) > 0.9;
    (own || machine || numbered || paths).then_some(LeftOut::Technical)
}

/// Whether a header is the number of who answered.
pub(crate) fn is_participant(header: &str) -> bool {
    [
        "respondentid",
        "respondent id",
        "respondent",
        "respondentnummer",
        "responseid",
        "response id",
        "participant",
        "participant id",
        "participantid",
        "deelnemer",
        "deelnemernummer",
        "deelnemer id",
        "fragment_id",
        "fragmentid",
        "_uuid",
        "_id",
        "id",
        "antwoord-id",
        "antwoord id",
        "response number",
        "nummer",
        "nr",
    ]
    .contains(&fold(header).as_str())
}

/// E-mail addresses, numbers of computers in a network, places on the map.
fn looks_personal(facts: &Facts<'_>) -> bool {
    let email = |cell: &str| {
        cell.len() < 100
            && !cell.contains(' ')
            && cell
                .split_once('@')
                .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let address = |cell: &str| {
        let numbers: Vec<&str> = cell.split('.').collect();
        numbers.len() == 4 && numbers.iter().all(|number| number.parse::<u8>().is_ok())
    };
    let place = |cell: &str| {
        let degrees = |text: &str| {
            text.split_once('.')
                .is_some_and(|(_, decimals)| decimals.len() >= 4)
                && text
                    .parse::<f64>()
                    .is_ok_and(|degrees| degrees.abs() <= 180.0)
        };
        let parts: Vec<&str> = cell
            .split([' ', ','])
            .filter(|part| !part.is_empty())
            .collect();
        parts.len() >= 2 && degrees(parts[0]) && degrees(parts[1])
    };
    facts.share(|cell| email(cell) || address(cell) || place(cell)) > 0.5
}
