//! NarraFirma: stories files, forms that describe them, its own export with its defects, and catalysis reports.

use intake::{How, Layout, SurveySource, apply_form, catalysis, propose, take_in};

use super::{answer, holds, kind, labels, opened, question, through};

const STORIES: &str = "\u{feff}; stories of the autumn
Respondent,EQuestion,SText,STitle,LongAgo,Remember,Feel about,Feel about,Needed [help],Needed [rest],Helped,Indexed
12,Surprise,\"One morning the door was open, and nobody knew why it was.\",The open door,1 year,3,happy,,Yes,,\"teacher, friend\",1 3
13,Surprise,\"Nobody called us back for weeks, so we went there ourselves.\",Waiting,2 years,5,angry,sad,No,Yes,friend,2
; a remark in between
14,Pride,\"She drew a house and put all of us in it, even the cat.\",The house,1 year,1,happy,proud,Yes,Yes,\"teacher, neighbour\",1
15,Pride,\"He read his first page aloud while the class was quiet.\",First page,2 years,4,proud,,,Yes,teacher,4
";

const FORM: &str = "Data column name,Type,About,Short name,Long name,Options,Answers
; what follows describes the file
EQuestion,Single choice,eliciting,Question,Which question did you answer?,,Surprise|A surprise,Pride|A proud moment
LongAgo,Single choice,story,Long ago,How long ago was it?,,1 year|recent,2 years|recent,3 years|long ago
Remember,Scale,story,Remember,How well do you remember it?,,not at all,very well,1,5
Feel about,Multi-choice multi-column texts,story,Feelings,How do you feel about it?,,happy,proud,angry|hard feelings,sad|hard feelings
Needed,Multi-choice multi-column yes/no,story,Needs,What was needed?,,help|Help,rest|Rest
Helped,Multi-choice single-column delimited,story,Helpers,Who helped?,,teacher|Teacher,friend|Friend,neighbour|Neighbour
Indexed,Multi-choice single-column delimited indexed,participant,Roles,Who are you?,,parent|Parent,guardian|Parent,pupil|Pupil,teacher|Teacher
Gone,Text,story,Gone,Not in this file,,
Story text column,,import,,,,SText
Story title column,,import,,,,STitle
Participant ID column,,import,,,,Respondent
Multi-choice delimiter,,import,,,,comma
";

#[test]
fn a_stories_file_without_its_form() {
    let (export, codebook, taken) = through(STORIES);
    assert_eq!((export.source, export.len()), (SurveySource::NarraFirma, 4));
    assert_eq!(kind(&codebook, "SText"), "story");
    assert_eq!(kind(&codebook, "STitle"), "title");
    assert_eq!(kind(&codebook, "Respondent"), "participant");
    assert_eq!(kind(&codebook, "Feel about"), "several repeated");
    assert_eq!(kind(&codebook, "Needed [help]"), "several columns");
    assert_eq!(answer(&codebook, &taken, 0, "Needed [help]"), "help");
    assert_eq!(answer(&codebook, &taken, 1, "Needed [help]"), "rest");
    assert_eq!(kind(&codebook, "Helped"), "several delimited \", \"");
    assert_eq!(taken.stories[0].title, "The open door");
    assert_eq!(taken.rows[2].row, 6, "comments count as rows of the file");
}

#[test]
fn a_form_says_what_the_columns_are() {
    let export = opened(STORIES);
    let mut codebook = propose(&export);
    let remarks = apply_form(&mut codebook, &export, FORM.as_bytes()).unwrap();
    let absent: Vec<_> = remarks
        .iter()
        .filter(|remark| remark.code == "form_question_absent")
        .map(|remark| remark.places["name"].as_str())
        .collect();
    assert_eq!(absent, ["Gone"]);
    let taken = take_in(&export, &codebook);
    holds(&taken);
    assert_eq!(
        labels(question(&codebook, "EQuestion")),
        ["A surprise", "A proud moment"]
    );
    assert_eq!(
        labels(question(&codebook, "LongAgo")),
        ["recent", "long ago"],
        "equal names merge"
    );
    assert_eq!(kind(&codebook, "Remember"), "slider 1 5");
    assert_eq!(answer(&codebook, &taken, 0, "Remember"), "50");
    assert_eq!(question(&codebook, "Remember").short, "Remember");
    assert_eq!(answer(&codebook, &taken, 1, "Feel about"), "hard feelings");
    assert_eq!(answer(&codebook, &taken, 2, "Needed [help]"), "Help + Rest");
    assert_eq!(
        answer(&codebook, &taken, 2, "Helped"),
        "Teacher + Neighbour"
    );
    assert_eq!(answer(&codebook, &taken, 0, "Indexed"), "Parent + Pupil");
    assert_eq!(answer(&codebook, &taken, 1, "Indexed"), "Parent");
    assert_eq!(
        question(&codebook, "Indexed").group,
        stories::Group::Background
    );
    assert!(matches!(
        &question(&codebook, "Indexed").coding,
        intake::Coding::Several {
            layout: Layout::Delimited { indexed: true, .. },
            ..
        }
    ));
    assert_eq!(kind(&codebook, "SText"), "story");
    let mut again = codebook.clone();
    apply_form(&mut again, &export, FORM.as_bytes()).unwrap();
    assert_eq!(again, codebook, "the same form again changes nothing");
}

#[test]
fn a_wrong_number_for_an_answer_is_a_bad_row_and_a_wrong_form_an_error() {
    let export = opened(&STORIES.replace("teacher,4\n", "teacher,9\n"));
    let mut codebook = propose(&export);
    apply_form(&mut codebook, &export, FORM.as_bytes()).unwrap();
    let taken = take_in(&export, &codebook);
    assert_eq!(taken.rejected.len(), 1);
    assert_eq!(
        (
            taken.rejected[0].row,
            taken.rejected[0].column.as_str(),
            taken.rejected[0].value.as_str()
        ),
        (7, "Indexed", "9")
    );
    let wrong = FORM.replace("very well,1,5", "very well,1,five");
    let error = apply_form(&mut codebook, &export, wrong.as_bytes()).unwrap_err();
    assert_eq!(error.code(), "intake_form");
    assert_eq!(error.params()[2].1, "five");
    assert_eq!(
        apply_form(&mut codebook, &export, b"a,b\n1,2\n")
            .unwrap_err()
            .code(),
        "intake_form"
    );
}

#[test]
fn its_own_export_is_read_and_mended() {
    // A text with a comma and a line end, quoted three times over, and a text without comma with bare quotes.
    let text = "Story title,Story text,Collection date,Language,Eliciting question,Who was there?,,,How do you feel?,WRITEIN_How do you feel?
;,,,,,Teacher,Parent,Pupil,,
Door,\"\"\"\"\"\"\"He said, \"\"\"\"\"\"\"\"come in\"\"\"\"\"\"\"\" and
we went in together.\"\"\"\"\"\"\",2026-01-05,Dutch,Surprise,Teacher,,Pupil,happy,
House,She said \"no\" and left us with the letter in the hall for days,2026-01-06,Dutch,Pride,,Parent,,sad,also a bit angry
Page,\"Hello\" was all that he wrote on the very first day at school,2026-01-07,Dutch,Pride,,Parent,Pupil,happy,
";
    let (export, codebook, taken) = through(text);
    assert_eq!(export.source, SurveySource::NarraFirmaExport);
    assert_eq!((export.header_rows, export.len()), (2, 3));
    assert_eq!(
        taken.stories[0].text,
        "He said, \"come in\" and\n\nwe went in together."
    );
    assert_eq!(
        taken.stories[1].text,
        "She said \"no\" and left us with the letter in the hall for days"
    );
    assert_eq!(
        taken.stories[2].text,
        "\"Hello\" was all that he wrote on the very first day at school"
    );
    assert!(
        export
            .remarks
            .iter()
            .any(|remark| remark.code == "repaired")
    );
    assert_eq!(kind(&codebook, "Collection date"), "told Iso");
    assert_eq!(kind(&codebook, "Who was there?"), "several columns");
    assert_eq!(
        answer(&codebook, &taken, 0, "Who was there?"),
        "Teacher + Pupil"
    );
    assert_eq!(kind(&codebook, "WRITEIN_How do you feel?"), "text");
    // A text that somebody put between quotes themselves stays as it is.
    let (_, _, own) = through("a,b\n1,\"\"\"Yes, that is\nso\"\", said he\"\n2,x\n");
    assert!(own.stories.len() == 2);
}

#[test]
fn a_catalysis_report_gives_observations_and_perspectives() {
    let report = "; Observation,Name,Description,Strength,Linking question,Pattern,Graph type,Question 1,Question 2,Question 3,Interpretation name|description|idea|questions|x|y
Observation,Feelings last,Old stories are remembered well,strong,What lasts?,LongAgo x Remember,bar,LongAgo,Remember,,Time heals|It softens with time|Tell more|Why?|10|20,Time hardens|Only hard things stay||||
; Perspective,Name,Notes,X,Y,Order
Perspective,What stays,Some notes,100,200,1
";
    let found = catalysis(report.as_bytes(), &How::default()).unwrap();
    assert_eq!((found.observations.len(), found.perspectives.len()), (1, 1));
    let observation = &found.observations[0];
    assert_eq!(observation.name, "Feelings last");
    assert_eq!(observation.questions, ["LongAgo", "Remember"]);
    assert_eq!(observation.interpretations.len(), 2);
    assert_eq!(
        observation.interpretations[1].description,
        "Only hard things stay"
    );
    assert_eq!(observation.interpretations[0].y, "20");
    assert_eq!(
        (
            found.perspectives[0].name.as_str(),
            found.perspectives[0].order.as_str()
        ),
        ("What stays", "1")
    );
    assert_eq!(
        catalysis(STORIES.as_bytes(), &How::default())
            .unwrap_err()
            .code(),
        "intake_not_a_table"
    );
}
