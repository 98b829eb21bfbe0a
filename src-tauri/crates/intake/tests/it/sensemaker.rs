//! SenseMaker: ids as headers, with and without the definition.

use intake::{SurveySource, apply_signifiers, propose, take_in};

use super::{answer, holds, opened, plan_name};

fn export() -> String {
    let mut text = "FragmentID,EventStart,Story,T1X,T1Y,T1_a,T1_b,T1_c,T1_NA,D1X,D1_l,D1_r,D1XR,S1_s1XRight,S1_s1YTop,L1_x,L1_y,L2".to_owned();
    for nth in 0..12 {
        let (a, b) = ([80, 45, 34, 5][nth % 4], [10, 50, 33, 15][nth % 4]);
        text.push_str(&format!(
            "\n{nth},17672{:02}600000,\"Verhaal {nth} gaat over een dag waarop er iets bijzonders gebeurde bij ons op school.\",0.{nth},0.2,{a},{b},{},0,0.4,0.6,0.4,{},0.25,0.5,{},1,{}",
            25 + nth,
            100 - a - b,
            nth * 9,
            if nth % 2 == 0 { "1" } else { "" },
            ["i1", "i2"][nth % 2],
        ));
    }
    text
}

const DEFINITION: &str = r#"{"server": {"definition": {"signifiers": [
  {"id": "T1", "type": "triad", "title": "Het ging vooral om", "content": {"labels": [
    {"id": "a", "text": "regels"}, {"id": "b", "text": "mensen"}, {"id": "c", "text": "geld"}]}},
  {"id": "D1", "type": "dyad", "title": "Het was", "content": {"labels": [{"id": "l", "text": "te weinig"}, {"id": "r", "text": "te veel"}]}},
  {"id": "S1", "type": "stones", "title": "Plaats de stenen", "content": {"stones": [{"id": "s1", "title": "school"}]}},
  {"id": "L1", "type": "list", "title": "Wie was erbij?", "content": {"items": [{"id": "x", "title": "Ouder"}, {"id": "y", "title": "Leraar"}]}},
  {"id": "L2", "type": "list", "title": "Hoe vaak gebeurt het?", "content": {"items": [{"id": "i1", "title": "Vaak"}, {"id": "i2", "title": "Zelden"}]}},
  {"id": "T9", "type": "triad", "title": "Niet in dit bestand", "content": {}}
]}}}"#;

#[test]
fn a_triad_becomes_three_sliders_and_a_zone_a_dyad_one_slider() {
    let export = opened(&export());
    assert_eq!(export.source, SurveySource::SenseMaker);
    let mut codebook = propose(&export);
    holds(&take_in(&export, &codebook));
    let remarks = apply_signifiers(&mut codebook, &export, DEFINITION.as_bytes()).unwrap();
    assert!(
        remarks
            .iter()
            .any(|remark| remark.code == "form_question_absent" && remark.places["name"] == "T9")
    );
    let taken = take_in(&export, &codebook);
    holds(&taken);
    let plans: Vec<String> = codebook
        .items
        .iter()
        .map(|item| format!("{}: {}", item.columns[0].header, plan_name(&item.plan)))
        .collect();
    for plan in [
        "FragmentID: participant",
        "EventStart: told EpochMillis",
        "Story: story",
        "T1X: out Twice",
        "T1_NA: out Technical",
        "T1_a: choice zone",
        "T1_a: slider 0 100",
        "T1_b: slider 0 100",
        "T1_c: slider 0 100",
        "D1XR: slider 0 100",
        "S1_s1XRight: slider 0 1",
        "L1_x: several columns",
        "L2: choice cell",
    ] {
        assert!(
            plans.iter().any(|found| found == plan),
            "{plan}: {plans:#?}"
        );
    }
    assert_eq!(taken.stories[0].told, "2026-01-01");
    let zones: Vec<String> = (0..4)
        .map(|story| answer(&codebook, &taken, story, "T1_a"))
        .collect();
    assert_eq!(
        zones,
        [
            "regels",
            "regels – mensen",
            "regels – mensen – geld",
            "geld"
        ]
    );
    assert_eq!(answer(&codebook, &taken, 3, "D1XR"), "27");
    assert_eq!(answer(&codebook, &taken, 3, "S1_s1XRight"), "25");
    assert_eq!(answer(&codebook, &taken, 0, "L1_x"), "Ouder + Leraar");
    assert_eq!(answer(&codebook, &taken, 1, "L2"), "Zelden");
    assert!(matches!(
        &super::question(&codebook, "D1XR").coding,
        intake::Coding::Slider { left, right, .. } if left == "te weinig" && right == "te veel"
    ));
    for wrong in [&b"{"[..], b"{}", b"[1,2]"] {
        assert_eq!(
            apply_signifiers(&mut codebook, &export, wrong)
                .unwrap_err()
                .code(),
            "intake_signifiers"
        );
    }
}
