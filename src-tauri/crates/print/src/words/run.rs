//! The words of the run sheet.

use crate::sheets::StepKind;
use crate::words::words;

words! {
    /// The words of the run sheet in one language.
    RunSheetWords {
        title = "print.run.title",
        agenda = "print.run.agenda",
        agenda_changed = "print.run.agenda_changed",
        time = "print.run.time",
        step = "print.run.step",
        length = "print.run.length",
        minutes = "print.run.minutes",
        end = "print.run.end",
        say = "print.run.say",
        doing = "print.run.do",
        materials = "print.run.materials",
        help = "print.run.help",
        own_notes = "print.run.own_notes",
        prepare = "print.run.prepare",
        prepare_1 = "print.run.prepare_1",
        prepare_2 = "print.run.prepare_2",
        prepare_3 = "print.run.prepare_3",
        prepare_4 = "print.run.prepare_4",
        prepare_5 = "print.run.prepare_5",
        prepare_6 = "print.run.prepare_6",
        helpers = "print.run.helpers",
        helper_place = "print.run.helper_place",
        helper_name = "print.run.helper_name",
        helper_phone = "print.run.helper_phone",
        helper_door = "print.run.helper_door",
        helper_laptop = "print.run.helper_laptop",
        helper_printer = "print.run.helper_printer",
        own = "print.run.own",
        own_aim = "print.run.own_aim",
        own_say = "print.run.own_say",
        own_do_1 = "print.run.own_do_1",
        own_do_2 = "print.run.own_do_2",
        own_do_3 = "print.run.own_do_3",
        own_do_4 = "print.run.own_do_4",
        own_materials = "print.run.own_materials",
        gather = "print.run.gather",
        gather_aim = "print.run.gather_aim",
        gather_say = "print.run.gather_say",
        gather_do_1 = "print.run.gather_do_1",
        gather_do_2 = "print.run.gather_do_2",
        gather_do_3 = "print.run.gather_do_3",
        gather_do_4 = "print.run.gather_do_4",
        gather_materials = "print.run.gather_materials",
        browse = "print.run.browse",
        browse_aim = "print.run.browse_aim",
        browse_say = "print.run.browse_say",
        browse_do_1 = "print.run.browse_do_1",
        browse_do_2 = "print.run.browse_do_2",
        browse_do_3 = "print.run.browse_do_3",
        browse_do_4 = "print.run.browse_do_4",
        browse_materials = "print.run.browse_materials",
        converge = "print.run.converge",
        converge_aim = "print.run.converge_aim",
        converge_say = "print.run.converge_say",
        converge_do_1 = "print.run.converge_do_1",
        converge_do_2 = "print.run.converge_do_2",
        converge_do_3 = "print.run.converge_do_3",
        converge_do_4 = "print.run.converge_do_4",
        converge_materials = "print.run.converge_materials",
        change = "print.run.change",
        change_aim = "print.run.change_aim",
        change_say = "print.run.change_say",
        change_do_1 = "print.run.change_do_1",
        change_do_2 = "print.run.change_do_2",
        change_do_3 = "print.run.change_do_3",
        change_do_4 = "print.run.change_do_4",
        change_materials = "print.run.change_materials",
        pause = "print.run.pause",
        pause_aim = "print.run.pause_aim",
        pause_say = "print.run.pause_say",
        pause_do_1 = "print.run.pause_do_1",
        pause_do_2 = "print.run.pause_do_2",
        pause_do_3 = "print.run.pause_do_3",
        pause_do_4 = "print.run.pause_do_4",
        pause_materials = "print.run.pause_materials",
        present = "print.run.present",
        present_aim = "print.run.present_aim",
        present_say = "print.run.present_say",
        present_do_1 = "print.run.present_do_1",
        present_do_2 = "print.run.present_do_2",
        present_do_3 = "print.run.present_do_3",
        present_do_4 = "print.run.present_do_4",
        present_materials = "print.run.present_materials",
        commit = "print.run.commit",
        commit_aim = "print.run.commit_aim",
        commit_say = "print.run.commit_say",
        commit_do_1 = "print.run.commit_do_1",
        commit_do_2 = "print.run.commit_do_2",
        commit_do_3 = "print.run.commit_do_3",
        commit_do_4 = "print.run.commit_do_4",
        commit_materials = "print.run.commit_materials",
        agree = "print.run.agree",
        agree_aim = "print.run.agree_aim",
        agree_say = "print.run.agree_say",
        agree_do_1 = "print.run.agree_do_1",
        agree_do_2 = "print.run.agree_do_2",
        agree_do_3 = "print.run.agree_do_3",
        agree_do_4 = "print.run.agree_do_4",
        agree_materials = "print.run.agree_materials",
        fails = "print.run.fails",
        fails_wifi = "print.run.fails_wifi",
        fails_wifi_1 = "print.run.fails_wifi_1",
        fails_wifi_2 = "print.run.fails_wifi_2",
        fails_wifi_3 = "print.run.fails_wifi_3",
        fails_laptop = "print.run.fails_laptop",
        fails_laptop_1 = "print.run.fails_laptop_1",
        fails_laptop_2 = "print.run.fails_laptop_2",
        fails_laptop_3 = "print.run.fails_laptop_3",
        fails_printer = "print.run.fails_printer",
        fails_printer_1 = "print.run.fails_printer_1",
        fails_printer_2 = "print.run.fails_printer_2",
        fails_printer_3 = "print.run.fails_printer_3",
        fails_table = "print.run.fails_table",
        fails_table_1 = "print.run.fails_table_1",
        fails_table_2 = "print.run.fails_table_2",
        fails_table_3 = "print.run.fails_table_3",
        after = "print.run.after",
        after_1 = "print.run.after_1",
        after_2 = "print.run.after_2",
        after_3 = "print.run.after_3",
        after_4 = "print.run.after_4",
        review = "print.run.review",
    }
}

/// What the run sheet says about one step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StepWords<'a> {
    pub(crate) title: &'a str,
    /// What the step is for.
    pub(crate) aim: &'a str,
    /// To say to the room.
    pub(crate) say: &'a str,
    pub(crate) doing: [&'a str; 4],
    pub(crate) materials: &'a str,
}

impl RunSheetWords {
    /// The words about a step.
    pub(crate) fn of_step(&self, kind: StepKind) -> StepWords<'_> {
        macro_rules! of {
            ($title:ident, $aim:ident, $say:ident, [$($doing:ident),*], $materials:ident) => {
                StepWords {
                    title: &self.$title,
                    aim: &self.$aim,
                    say: &self.$say,
                    doing: [$(&self.$doing),*],
                    materials: &self.$materials,
                }
            };
        }
        match kind {
            StepKind::Own => of!(
                own,
                own_aim,
                own_say,
                [own_do_1, own_do_2, own_do_3, own_do_4],
                own_materials
            ),
            StepKind::Gather => of!(
                gather,
                gather_aim,
                gather_say,
                [gather_do_1, gather_do_2, gather_do_3, gather_do_4],
                gather_materials
            ),
            StepKind::Browse => of!(
                browse,
                browse_aim,
                browse_say,
                [browse_do_1, browse_do_2, browse_do_3, browse_do_4],
                browse_materials
            ),
            StepKind::Converge => of!(
                converge,
                converge_aim,
                converge_say,
                [converge_do_1, converge_do_2, converge_do_3, converge_do_4],
                converge_materials
            ),
            StepKind::Change => of!(
                change,
                change_aim,
                change_say,
                [change_do_1, change_do_2, change_do_3, change_do_4],
                change_materials
            ),
            StepKind::Pause => of!(
                pause,
                pause_aim,
                pause_say,
                [pause_do_1, pause_do_2, pause_do_3, pause_do_4],
                pause_materials
            ),
            StepKind::Present => of!(
                present,
                present_aim,
                present_say,
                [present_do_1, present_do_2, present_do_3, present_do_4],
                present_materials
            ),
            StepKind::Commit => of!(
                commit,
                commit_aim,
                commit_say,
                [commit_do_1, commit_do_2, commit_do_3, commit_do_4],
                commit_materials
            ),
            StepKind::Agree => of!(
                agree,
                agree_aim,
                agree_say,
                [agree_do_1, agree_do_2, agree_do_3, agree_do_4],
                agree_materials
            ),
        }
    }
}
