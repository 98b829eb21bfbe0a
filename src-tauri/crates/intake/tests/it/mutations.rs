//! Files that were changed at random: no panic, no endless loop, no more memory than the limits allow, and whatever is taken in holds
//! together. `INTAKE_MUTATIONS=100000 cargo test -p intake --test it mutations` tries that many; without it the test stops in time.

use std::io::{Cursor, Read as _};
use std::time::{Duration, Instant};

use intake::{
    Codebook, How, Limits, apply_form, apply_signifiers, catalysis, describe, names, open, propose,
    suspicions, take_in,
};
use zip::ZipArchive;

use super::books::{ODS_ROWS, archive, ods, xlsx};
use super::holds;

/// No single file may take longer, on a slow machine that does other work as well.
const LONGEST: Duration = Duration::from_secs(20);
/// What the process may hold at most, in KiB: the limits of this test with room for copies and for the other tests.
const MOST_KIB: u64 = 700 << 10;

const CSV: [&str; 7] = [
    "RespondentID,Wat gebeurde er?,Wie hielp?,,,Hoe goed?\n,Open-Ended Response,Leraar,Ouder,Other (please specify),Response\n1,\"Een dag, en nog een dag op school.\",Leraar,,oma,1 = slecht\n2,Er was eens een verhaal over juf Anna.,,Ouder,,5 = goed\n3,Nog een verhaal van ons allemaal samen.,Leraar,Ouder,,3\n",
    "StartDate,ResponseId,Q1,Q2_1,Q2_2\nStart Date,Response ID,Verhaal,Wie? - Leraar,Wie? - Ouder\n\"{\"\"ImportId\"\":\"\"a\"\"}\",b,c,d,e\n2026-01-01 10:00:00,R_1,Een verhaal,Leraar,\n2026-01-02 10:00:00,R_2,Nog een verhaal,,Ouder\n",
    "ID;Begintijd;Tijd van voltooien;Verhaal;Wie?\n1;1-1-2026 10:00;2-1-2026 10:00;Een verhaal;a;b;\n2;1-1-2026;2-1-2026;Twee;a;\n3;1-1-2026;13-1-2026;Drie;b;\n",
    "Story title,Story text,Collection date,Eliciting question,Who?,,WRITEIN_Who?\n;,,,,Teacher,Parent,\nDoor,\"\"\"\"\"\"\"Yes, \"\"\"\"\"\"\"\"x\"\"\"\"\"\"\"\"\nno.\"\"\"\"\"\"\",2026-01-05,Surprise,Teacher,,x\nHouse,She said \"no\",2026-01-06,Pride,,Parent,\n",
    "FragmentID,EventStart,Story,T1X,T1Y,T1_a,T1_b,T1_c,T1_NA,D1X,D1_l,D1_r,D1XR,S1_s1XRight,S1_s1YTop\n1,1767225600000,Een verhaal,0.1,0.2,80,10,10,0,0.4,0.6,0.4,40,0.25,0.5\n2,1767225600000,Nog een,0.1,0.2,5,5,90,0,0.4,0.6,0.4,60,0.25,0.5\n",
    "start,about/story,about/needs,about/needs/help,about/needs/rest,_id,_uuid\n2026-01-01,Een verhaal,help,1,0,1,u1\n2026-01-02,Nog een,help rest,1,1,2,u2\n",
    "Data column name,Type,About,Short name,Long name,Options,Answers\nVerhaal,Scale,story,Rem,Long,,a,b,1,5\nWie?,Single choice indexed,participant,W,Wie,,a|b,c|b\nVerhaal column,,import,,,,text column\n",
];

const DEFINITION: &str = r#"{"signifiers":[{"id":"T1","type":"triad","title":"x","content":[{"id":"a","text":"b"}]},{"id":"Story","type":"list","title":"y","content":{}}]}"#;

const SPICE: [&str; 24] = [
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r\n",
    "\u{feff}",
    "[",
    "]",
    "/",
    "{\"ImportId\"",
    "1e999",
    "99999999999999999999",
    "-",
    "n.v.t.",
    "\u{202e}",
    "é",
    "\0",
    "table:number-rows-repeated=\"999999999\" ",
    "<!DOCTYPE x>",
    "<row r=\"999999\">",
    "&#x110000;",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most.max(1)
    }
}

/// Changes bytes in a few places.
fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(40)).min(bytes.len());
        match dice.below(7) {
            0 => bytes.truncate(at),
            1 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            2 => {
                bytes.drain(at..end);
            }
            3 => {
                let piece = bytes[at..end].to_vec();
                let times = 1 + dice.below(30);
                bytes.splice(at..at, piece.repeat(times));
            }
            4 => {
                let random = u8::try_from(dice.below(256)).unwrap();
                bytes.insert(at, random);
            }
            _ => {
                let spice = SPICE[dice.below(SPICE.len())].bytes();
                bytes.splice(at..at, spice);
            }
        }
    }
    bytes
}

/// Changes one entry of an archive and packs it again, so that its checksums are right.
fn repacked(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut entries = Vec::new();
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    for nth in 0..from.len() {
        let mut entry = from.by_index(nth).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        entries.push((entry.name().unwrap().into_owned(), text));
    }
    let chosen = dice.below(entries.len());
    let changed = mutated(entries[chosen].1.as_bytes(), dice);
    entries[chosen].1 = String::from_utf8_lossy(&changed).into_owned();
    let entries: Vec<(&str, &str)> = entries
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    archive(&entries)
}

fn try_file(bytes: &[u8], how: &How, other: &Codebook) -> bool {
    let _ = catalysis(bytes, how);
    let export = match open(bytes, "x", how) {
        Ok(export) => export,
        Err(error) => {
            assert!(intake::Error::CODES.contains(&error.code()));
            return false;
        }
    };
    let mut codebook = propose(&export);
    let taken = take_in(&export, &codebook);
    holds(&taken);
    assert_eq!(
        taken.stories.len() + taken.rejected.len(),
        export.len() + export.broken.len()
    );
    let _ = describe(&export, &codebook);
    let _ = suspicions(&taken.stories);
    for name in names(&taken.stories, &taken.questions) {
        assert!(name.from < name.to && !name.found.is_empty());
    }
    let saved = codebook.to_json().unwrap();
    assert_eq!(Codebook::from_json(saved.as_bytes()).unwrap(), codebook);
    holds(&take_in(&export, other));
    let _ = apply_form(&mut codebook, &export, bytes);
    let _ = apply_signifiers(&mut codebook, &export, DEFINITION.as_bytes());
    holds(&take_in(&export, &codebook));
    true
}

#[test]
fn nothing_that_is_changed_at_random_does_harm() {
    let asked: Option<u64> = std::env::var("INTAKE_MUTATIONS")
        .ok()
        .and_then(|asked| asked.parse().ok());
    let begun = Instant::now();
    let how = How {
        limits: Limits {
            bytes: 4 << 20,
            inflated: 8 << 20,
            entries: 64,
            rows: 2_000,
            columns: 200,
            cell: 4_096,
            cells: 4 << 20,
        },
        ..How::default()
    };
    let book = xlsx(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Verhaal</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2" s="1"><v>46053.5</v></c><c r="B2" t="b"><v>1</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="s"><v>1</v></c></row>"#,
    );
    let other = propose(&open(CSV[0].as_bytes(), "x", &How::default()).unwrap());
    let books = [book, ods(ODS_ROWS)];
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut tried, mut read) = (0_u64, 0_u64);
    let enough = |tried: u64| match asked {
        Some(asked) => tried >= asked,
        None => tried >= 4_000 || begun.elapsed() > Duration::from_secs(6),
    };
    while !enough(tried) {
        let bytes = match dice.below(4) {
            0 | 1 => mutated(CSV[dice.below(CSV.len())].as_bytes(), &mut dice),
            2 => repacked(&books[dice.below(2)], &mut dice),
            _ => mutated(&books[dice.below(2)], &mut dice),
        };
        let one = Instant::now();
        read += u64::from(try_file(&bytes, &how, &other));
        assert!(
            one.elapsed() < LONGEST,
            "{:?}",
            String::from_utf8_lossy(&bytes)
        );
        tried += 1;
    }
    assert!(tried >= 100, "only {tried} tried");
    assert!(
        read * 4 > tried,
        "only {read} of {tried} could be read: the changes are too wild to say much"
    );
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        let peak = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))
            .and_then(|rest| rest.split_whitespace().next())
            .and_then(|kib| kib.parse::<u64>().ok())
            .unwrap();
        assert!(peak < MOST_KIB, "{peak} KiB");
    }
}

#[test]
fn cells_that_are_made_to_be_slow_are_not() {
    let begun = Instant::now();
    let long = |piece: &str| piece.repeat(30_000 / piece.len());
    let numbered: String = (0..5_000).map(|nth| format!("antwoord {nth};")).collect();
    for cell in [
        long("Jan en Sanne "),
        long("a@b.nl "),
        long("06 "),
        long("De School "),
        long("juf van de "),
        long("1 = "),
        long("1-"),
        long("aeb"),
        long("((("),
        long("\"\""),
        numbered,
    ] {
        let cell = cell.replace('"', "\"\"");
        let text = format!(
            "id,verhaal,keuze\n1,\"{cell}\",a;b;\n2,\"{cell}\",\"{cell}\"\n3,kort,a;\n4,korter,b;\n"
        );
        let how = How::default();
        let other = propose(&open(b"id,keuze\n1,a;b;\n2,a;\n3,b;\n", "x", &how).unwrap());
        assert!(try_file(text.as_bytes(), &how, &other));
    }
    assert!(begun.elapsed() < 4 * LONGEST);
}
