//! Columns put together by hand into one several-choice question, and taken apart again.

use intake::{Codebook, ColumnRefusal, Export, How, Plan, open, propose, take_in};

use crate::{answer, kind, labels, question};

fn read(text: &str) -> (Export, Codebook) {
    let export = open(text.as_bytes(), "x.csv", &How::default()).unwrap();
    let codebook = propose(&export);
    (export, codebook)
}

/// Ticks that no header tells to be one question.
fn ticks() -> (Export, Codebook) {
    let mut text =
        String::from("Vertel uw ervaring;Nodig was tijd;Nodig was hulp;Wie?;Nodig was geld\n");
    for nth in 0..60 {
        let on = |it: bool| u8::from(it);
        let who = ["ouder", "leraar"][nth % 2];
        text.push_str(&format!(
            "Op dag {nth} ging het weer over de plaats in de klas, en wij spraken er lang over.;{};{};{who};{}\n",
            on(nth % 2 == 0), on(nth % 3 == 0), on(nth % 5 == 0)
        ));
    }
    read(&text)
}

#[test]
fn ticked_columns_become_the_answers_of_one_question() {
    let (export, mut codebook) = ticks();
    let before = codebook.items.len();
    let item = codebook
        .join(&export, &[4, 1, 2], "  Wat was er nodig? ")
        .unwrap();
    assert_eq!(codebook.items.len(), before - 2);
    assert_eq!(codebook.items[item as usize].columns.len(), 3);
    let asked = question(&codebook, "Nodig was tijd");
    assert_eq!(asked.text, "Wat was er nodig?");
    assert_eq!(labels(asked), ["tijd", "hulp", "geld"]);
    assert_eq!(kind(&codebook, "Nodig was geld"), "several columns");
    let taken = take_in(&export, &codebook);
    assert!(taken.rejected.is_empty(), "{:?}", taken.rejected);
    let of = |story| answer(&codebook, &taken, story, "Nodig was tijd");
    assert_eq!([of(0), of(3), of(1)], ["tijd + hulp + geld", "hulp", ""]);
    // The file keeps it: it is there again for the next export.
    let again = Codebook::from_json(codebook.to_json().unwrap().as_bytes()).unwrap();
    assert_eq!(again, codebook);
}

#[test]
fn taking_apart_gives_each_column_back() {
    let (export, first) = ticks();
    let mut codebook = first.clone();
    let item = codebook
        .join(&export, &[1, 2, 4], "Wat was er nodig?")
        .unwrap();
    codebook.take_apart(&export, item).unwrap();
    assert_eq!(codebook.items.len(), first.items.len());
    for header in ["Nodig was tijd", "Nodig was hulp", "Nodig was geld"] {
        assert_eq!(kind(&codebook, header), kind(&first, header));
    }
    let mut ids: Vec<&str> = codebook.questions().map(|it| it.id.0.as_str()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "each id once");
    let first = codebook
        .items
        .iter()
        .position(|it| it.columns.len() == 1)
        .unwrap();
    let one = codebook.take_apart(&export, first as u32);
    assert_eq!(one, Err(ColumnRefusal::OneColumn));
    assert_eq!(
        codebook.take_apart(&export, 99),
        Err(ColumnRefusal::NoColumn)
    );
}

#[test]
fn columns_with_answers_in_them_have_all_that_occurs() {
    let mut text = String::from("Verhaal;Eerste reden;Tweede reden\n");
    for nth in 0..60 {
        let reason = |nth: usize| ["te druk", "te ver", "te duur"][nth % 3];
        text.push_str(&format!(
            "Op dag {nth} ging het weer over de plaats in de klas, en wij spraken er lang over.;{};{}\n",
            reason(nth), if nth % 2 == 0 { reason(nth + 1) } else { "" }
        ));
    }
    let (export, mut codebook) = read(&text);
    codebook.join(&export, &[1, 2], "Waarom?").unwrap();
    assert_eq!(kind(&codebook, "Eerste reden"), "several repeated");
    let mut words = labels(question(&codebook, "Eerste reden"));
    words.sort_unstable();
    assert_eq!(words, ["te druk", "te duur", "te ver"]);
    let taken = take_in(&export, &codebook);
    assert_eq!(answer(&codebook, &taken, 1, "Tweede reden"), "te ver");
}

#[test]
fn what_cannot_be_put_together_changes_nothing() {
    let (export, mut codebook) = ticks();
    let before = codebook.clone();
    let mut refused =
        |columns: &[u32], text: &str| codebook.join(&export, columns, text).unwrap_err();
    assert_eq!(refused(&[1], "x"), ColumnRefusal::FewColumns);
    assert_eq!(refused(&[1, 1], "x"), ColumnRefusal::FewColumns);
    assert_eq!(refused(&[1, 9], "x"), ColumnRefusal::NoColumn);
    assert_eq!(refused(&[1, 2], " \n"), ColumnRefusal::NoQuestion);
    let story = ColumnRefusal::ColumnHasRole {
        column: "Vertel uw ervaring".to_owned(),
    };
    assert_eq!(refused(&[0, 1], "x"), story);
    assert_eq!(codebook, before);
    codebook
        .join(&export, &[1, 2], "Wat was er nodig?")
        .unwrap();
    let before = codebook.clone();
    let part = ColumnRefusal::ColumnOfGroup {
        column: "Nodig was hulp".to_owned(),
    };
    assert_eq!(codebook.join(&export, &[2, 4], "x"), Err(part));
    assert_eq!(codebook, before);
    // The whole question with one more column.
    let item = codebook.join(&export, &[1, 2, 4], "Wat?").unwrap();
    assert!(matches!(
        codebook.items[item as usize].plan,
        Plan::Question { .. }
    ));
}

#[test]
fn too_many_answers_or_none_are_refused() {
    let mut text = String::from("Verhaal;Een;Twee;Leeg;Ook leeg\n");
    for nth in 0..90 {
        text.push_str(&format!("Op dag {nth} ging het weer over de plaats in de klas en wij spraken er lang over.;a{nth};b{nth};;\n"));
    }
    let (export, mut codebook) = read(&text);
    let many = codebook.join(&export, &[1, 2], "Wat?");
    assert_eq!(many, Err(ColumnRefusal::ManyAnswers { most: 64 }));
    let empty = codebook.join(&export, &[3, 4], "Wat?");
    assert_eq!(empty, Err(ColumnRefusal::ColumnsEmpty));
}
