//! Everything on paper, out of the recorded afternoon.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

#[path = "../../print/tests/tools/checker.rs"]
mod checker;
mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use common::{afternoon, fixture, output, regio, run, session, text};
use lopdf::{Document, Object};
use tempfile::TempDir;

/// A copy of the session of the recorded afternoon, which is made once: only one program at a time has a session open.
fn afternoon_in(folder: &TempDir) -> PathBuf {
    let copy = folder.path().join("s.bijeenkomst");
    std::fs::copy(afternoon_file(), &copy).unwrap();
    copy
}

fn afternoon_file() -> &'static Path {
    static MADE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, file) = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("s.bijeenkomst");
        session(&file);
        let snapshot = ["--snapshot", text(fixture())];
        run(&[
            &["session", "apply", text(&file), text(&afternoon())][..],
            &snapshot[..],
        ]
        .concat());
        (folder, file)
    });
    file
}

/// Prints with the snapshot at hand; gives the paths.
fn print(what: &[&str], file: &Path, out: &Path) -> Vec<PathBuf> {
    let to = [
        text(file),
        "--out",
        text(out),
        "--snapshot",
        text(fixture()),
    ];
    let told = run(&[&["print"][..], what, &to[..]].concat());
    told.lines().map(PathBuf::from).collect()
}

/// A tool that the set-up of the project installs.
fn tool(name: &str, arguments: &[&str]) -> String {
    let output = Command::new(name).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{name} is needed: {error}"));
    assert!(
        output.status.success(),
        "{name} {arguments:?}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The words of a file, with single spaces and without the hyphens at the ends of lines.
fn words(pdf: &Path) -> String {
    let words = tool("pdftotext", &["-raw", text(pdf), "-"]);
    let words = words.replace("\u{ad}\n", "").replace('\u{a0}', " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pages(pdf: &Path) -> usize {
    Document::load(pdf).unwrap().get_pages().len()
}

/// Sound, tagged on every page, with a title, the language, its own fonts, and bookmarks where it is long.
fn faultless(pdf: &Path, language: &str) {
    let name = text(pdf);
    tool("qpdf", &["--check", name]);
    let document = Document::load(pdf).unwrap();
    let catalog = document.catalog().unwrap();
    let follow = |object: &Object| document.dereference(object).unwrap().1.clone();
    let marked = follow(catalog.get(b"MarkInfo").unwrap());
    let marked = marked.as_dict().unwrap().get(b"Marked").unwrap().clone();
    assert!(marked.as_bool().unwrap(), "{name}");
    let tree = follow(catalog.get(b"StructTreeRoot").unwrap());
    assert!(tree.as_dict().unwrap().has(b"K"), "{name}");
    let lang = catalog.get(b"Lang").unwrap().as_str().unwrap();
    assert_eq!(String::from_utf8_lossy(lang), language, "{name}");
    let pages = document.get_pages();
    for (number, id) in &pages {
        let page = document.get_dictionary(*id).unwrap();
        assert!(page.has(b"StructParents"), "{name}: page {number}");
    }
    assert!(
        pages.len() <= 4 || catalog.has(b"Outlines"),
        "{name}: bookmarks"
    );
    let title = tool("pdfinfo", &[name]);
    let title = title.lines().find_map(|line| line.strip_prefix("Title:"));
    assert!(!title.unwrap().trim().is_empty(), "{name}");
    for font in tool("pdffonts", &[name]).lines().skip(2) {
        let (_, plus) = font.split_at(6);
        assert!(
            plus.starts_with('+') && font.contains(" yes yes yes "),
            "{font}"
        );
    }
}

/// Every word is on its page and over no other: a word out of its box runs into what stands beside it.
fn apart(pdf: &Path) {
    let told = tool("pdftotext", &["-bbox", text(pdf), "-"]);
    for (number, page) in (1..).zip(told.split("<page ").skip(1)) {
        let mut lines = page.lines();
        let size = corners(lines.next().unwrap());
        let words =
            lines.filter_map(|line| Some((corners(line.trim().strip_prefix("<word ")?), line)));
        let words: Vec<(Vec<f64>, &str)> = words.collect();
        for (at, (one, said)) in words.iter().enumerate() {
            let place = format!("{}, page {number}: {said}", pdf.display());
            // Printers leave 3 mm at the edge white.
            assert!(one[0] >= 8.5 && one[1] >= 8.5, "{place}");
            assert!(
                one[2] <= size[0] - 8.5 && one[3] <= size[1] - 8.5,
                "{place}"
            );
            for (other, over) in &words[at + 1..] {
                let along =
                    |axis: usize| one[axis + 2].min(other[axis + 2]) - one[axis].max(other[axis]);
                // The box of a large word has white above and below its letters.
                let height = (one[3] - one[1]).min(other[3] - other[1]);
                assert!(
                    along(0) < 1.0 || along(1) < height / 2.0,
                    "{place} and {over}"
                );
            }
        }
    }
}

/// The figures of an element, in points.
fn corners(element: &str) -> Vec<f64> {
    let quoted = element.split('"').skip(1).step_by(2);
    quoted
        .take(4)
        .map_while(|figure| figure.parse().ok())
        .collect()
}

/// Checks that nothing in the files stands in the way of a screen reader.
fn accessible(files: &[PathBuf]) {
    let found = checker::barriers(files);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_set_has_every_kind_of_sheet_in_both_languages_and_its_cover_names_all() {
    let folder = tempfile::tempdir().unwrap();
    let file = afternoon_in(&folder);
    for (language, names) in [
        (
            "nl",
            [
                "voorblad",
                "testpagina",
                "draaiboek",
                "deelnemen",
                "boekje P12",
                "kaarten",
                "stemmen",
                "briefjes",
                "tafelblad",
                "afspraken",
                "overzicht",
                "poster-leeg",
                "poster-tafel-6",
            ],
        ),
        (
            "en",
            [
                "cover",
                "printer test",
                "run sheet",
                "join",
                "brochure P12",
                "cards",
                "votes",
                "notes",
                "table sheet",
                "agreements",
                "overview",
                "poster-blank",
                "poster-table-6",
            ],
        ),
    ] {
        let out = folder.path().join(language);
        let what = [
            "set",
            "--address",
            "192.168.8.2",
            "--wifi",
            "Regiotafel",
            "--language",
            language,
        ];
        let paths = print(&what, &file, &out);
        let mut sorted = paths.clone();
        sorted.sort();
        assert_eq!(paths, sorted, "names are in the order of printing");
        assert_eq!(paths.len(), 11 + 12 + 6);
        let cover = words(&paths[0]);
        for (number, path) in (1..).zip(&paths) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(name.starts_with(&format!("{number:02} ")), "{name}");
            assert!(number == 1 || cover.contains(&name), "{name}: {cover}");
            faultless(path, language);
            apart(path);
        }
        accessible(&paths);
        for name in names {
            let is = |path: &PathBuf| text(path).ends_with(&format!(" {name}.pdf"));
            assert!(paths.iter().any(is), "{name}: {paths:?}");
        }
        if language == "en" {
            continue;
        }
        let again = folder.path().join("again");
        for (one, other) in paths.iter().zip(print(&what, &file, &again)) {
            assert!(
                std::fs::read(one).unwrap() == std::fs::read(&other).unwrap(),
                "{}",
                other.display()
            );
        }
    }
}

#[test]
fn what_a_table_did_stands_on_its_sheets() {
    let folder = tempfile::tempdir().unwrap();
    let file = afternoon_in(&folder);
    let one = |what: &[&str]| {
        let paths = print(what, &file, folder.path());
        assert_eq!(paths.len(), 1, "{paths:?}");
        (pages(&paths[0]), words(&paths[0]))
    };
    let (count, table) = one(&["table", "--table", "4"]);
    // The three that table 4 chose, and who sits there.
    assert!(count == 2 && table.contains("Tafel 4"), "{table}");
    let chosen = table.matches(" P").count();
    assert!(chosen >= 3, "{table}");
    let (count, agreement) = one(&["agreement", "--table", "4"]);
    assert!(
        count == 1 && agreement.contains("Eerst koffie, dan het plan"),
        "{agreement}"
    );
    let (count, votes) = one(&["votes", "--table", "4", "--table", "5"]);
    assert!(
        count == 4 && votes.contains("De school is aan zet"),
        "{votes}"
    );
    let (count, notes) = one(&["notes", "--table", "2"]);
    assert!(count == 1 && notes.contains("Verrassing"), "{notes}");
    let (_, overview) = one(&["overview"]);
    assert!(
        overview.contains("Welk gevoel past het best bij deze ervaring?"),
        "{overview}"
    );
    let (_, brochure) = one(&["brochure", "--perspective", "p4"]);
    assert!(
        brochure.contains("P4-1") && brochure.contains("P4-2b"),
        "{brochure}"
    );
    // What table 3 wrote itself stands in its own brochures, and in those for all tables nobody's does.
    let own = "omdat vragen voelt als falen.";
    let theirs = print(&["brochure", "--table", "3"], &file, folder.path());
    let of_three = words(&theirs[0]);
    assert!(
        of_three.contains(own) && of_three.contains("Tafel 3"),
        "{of_three}"
    );
    let (_, of_all) = one(&["brochure", "--perspective", "p1"]);
    assert!(!of_all.contains(own), "{of_all}");
    let gone = output(&[
        "print",
        "brochure",
        text(&file),
        "--out",
        text(folder.path()),
        "--perspective",
        "p99",
    ]);
    let told = String::from_utf8_lossy(&gone.stderr).into_owned();
    assert!(!gone.status.success() && told.contains("p99"), "{told}");
}

#[test]
fn the_run_sheet_follows_the_agenda_as_it_was_changed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.bijeenkomst");
    session(&file);
    let printed = || words(&print(&["run-sheet"], &file, folder.path())[0]);
    let before = printed();
    assert!(
        before.contains("12:00") && before.contains("Convergeren"),
        "{before}"
    );
    // Half past one, twenty minutes for the welcome, an hour to browse, and no time to converge.
    let agenda = [
        ("own", 20, false),
        ("gather", 40, false),
        ("browse", 60, false),
        ("converge", 30, true),
        ("change", 45, false),
    ]
    .map(|(step, minutes, skipped)| {
        format!(r#"{{"step":"{step}","minutes":{minutes},"skipped":{skipped}}}"#)
    });
    let command = format!(
        r#"{{"id":"c1","command":{{"type":"set_agenda","starts":810,"agenda":[{}]}}}}"#,
        agenda.join(",")
    );
    let commands = folder.path().join("commands.jsonl");
    std::fs::write(&commands, command).unwrap();
    assert!(run(&["session", "apply", text(&file), text(&commands)]).contains("done"));
    let after = printed();
    for time in ["13:30", "13:50", "14:30", "15:30", "16:15"] {
        assert!(after.contains(time), "{time}: {after}");
    }
    assert!(
        !after.contains("12:00") && !after.contains("Convergeren"),
        "{after}"
    );
}

#[test]
fn without_the_snapshot_what_the_session_kept_is_used_and_what_is_missing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = afternoon_in(&folder);
    let to = |out: &str| folder.path().join(out);
    let without = |what: &[&str], out: &Path| {
        let to = [text(&file), "--out", text(out)];
        output(&[&["print"][..], what, &to[..]].concat())
    };
    let cards = without(&["cards"], &to("cards"));
    let told = String::from_utf8_lossy(&cards.stderr).into_owned();
    assert!(
        !cards.status.success() && told.contains("Passend onderwijs, ronde 2"),
        "{told}"
    );
    let brochure = without(&["brochure", "--perspective", "p4"], &to("without"));
    assert!(brochure.status.success());
    let with = print(&["brochure", "--perspective", "p4"], &file, &to("with"));
    let bare = words(&to("without").join("boekje P4.pdf"));
    assert!(
        words(&with[0]).contains("P4-2b") && bare.contains("P4-2b"),
        "{bare}"
    );
    let set = without(&["set"], &to("set"));
    let (paths, told) = (
        String::from_utf8(set.stdout).unwrap(),
        String::from_utf8(set.stderr).unwrap(),
    );
    assert!(set.status.success(), "{told}");
    assert!(told.contains("Kaarten: Dit zit er niet bij"), "{told}");
    assert!(
        !paths.contains("kaarten") && paths.contains("boekje P12"),
        "{paths}"
    );
    assert!(!paths.contains("deelnemen"), "nobody said at which address");
}

#[test]
fn every_other_form_of_a_sheet_is_as_faultless() {
    let folder = tempfile::tempdir().unwrap();
    let file = afternoon_in(&folder);
    for language in ["nl", "en"] {
        let mut all = Vec::new();
        for (nth, what) in [
            &["brochure", "--perspective", "p4", "--flat"][..],
            &["cards", "--table", "3", "--size", "a6"],
            &["cards", "--table", "3", "--cut", "400"],
            &["cards", "--table", "3", "--size", "a6", "--cards", "3"],
            &["tiles", "--of", "blank", "--paper", "a4", "--scale", "fit"],
            &[
                "tiles", "--of", "overview", "--paper", "a3", "--scale", "full",
            ],
            &["tiles", "--table", "3", "--paper", "a4", "--scale", "full"],
        ]
        .into_iter()
        .enumerate()
        {
            let out = folder.path().join(format!("{language}-{nth}"));
            let what = [what, &["--language", language]].concat();
            all.extend(print(&what, &file, &out));
        }
        assert_eq!(all.len(), 7);
        for (nth, path) in all.iter().enumerate() {
            faultless(path, language);
            // On a map letters lie over the drawing, and a tile has words that go on at its neighbour.
            if nth < 4 {
                apart(path);
            }
        }
        accessible(&all);
    }
}

#[test]
fn a_poster_goes_on_four_sheets_of_a3_with_a_map_before_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = afternoon_in(&folder);
    let what = ["tiles", "--of", "blank", "--paper", "a3", "--scale", "fit"];
    let paths = print(&what, &file, folder.path());
    assert_eq!(paths, [folder.path().join("poster-leeg op A3.pdf")]);
    faultless(&paths[0], "nl");
    assert_eq!(pages(&paths[0]), 5);
    let info = tool("pdfinfo", &["-l", "9", text(&paths[0])]);
    let sizes = info
        .lines()
        .filter(|line| line.starts_with("Page ") && line.contains("size:"))
        .count();
    assert_eq!(sizes, 5, "{info}");
    // Named as whoever stands in the folder of the session names it, with the snapshot beside it.
    std::fs::copy(fixture(), folder.path().join("ronde 2.momentopname")).unwrap();
    let pictures = regio()
        .args(["print", "overview", "s.bijeenkomst", "--out", "sheets"])
        .args(["--preview", "svg"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let path = String::from_utf8(pictures.stdout).unwrap();
    assert!(
        std::fs::read_to_string(folder.path().join(path.trim()))
            .unwrap()
            .starts_with("<svg")
    );
}
