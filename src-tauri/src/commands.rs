//! What the window may call.

use protocol::{Failure, Reply, Request};
use tauri::{AppHandle, Manager as _, Runtime, State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

use crate::lines::Lines;

/// Every request of the screens. Who asks follows from the window: one is the facilitator's, the other the projector's.
#[tauri::command(async)]
pub fn rpc<R: Runtime>(
    window: WebviewWindow<R>,
    lines: State<'_, Lines>,
    request: Request,
) -> Reply {
    match lines.of(window.app_handle(), window.label()) {
        Some(line) => {
            let command = matches!(request, Request::Command { .. });
            let reply = line.call(request);
            if command {
                lines.ahead(window.app_handle(), window.label(), &line);
            }
            reply
        }
        None => Reply::Failed(Failure::NotAllowed),
    }
}

/// Lets somebody choose a file: `snapshot`, `session`, `draft`, `export` or `codebook`; `words` say in the language of the screen what
/// is chosen. Nothing when the dialog is closed.
#[tauri::command(async)]
pub fn choose_file<R: Runtime>(
    handle: AppHandle<R>,
    kind: String,
    words: String,
) -> Option<String> {
    let endings = endings(&kind);
    let filter = format!("{words} ({})", endings.join(", "));
    let cases = in_both_cases(endings);
    let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
    let chosen = handle
        .dialog()
        .file()
        .set_title(words)
        .add_filter(filter, &cases)
        .blocking_pick_file()?;
    Some(chosen.into_path().ok()?.to_string_lossy().into_owned())
}

/// What the names of files of a kind end with.
fn endings(kind: &str) -> &'static [&'static str] {
    match kind {
        "session" => &["bijeenkomst"],
        "draft" => &["voorbereiding"],
        "export" => &["csv", "tsv", "txt", "xlsx", "ods"],
        // Codebooks, definitions of SenseMaker and story forms of NarraFirma.
        "codebook" => &["codeboek", "json", "csv", "txt"],
        _ => &["momentopname"],
    }
}

/// A dialog of Linux takes `ANTWOORDEN.CSV` for something else than `antwoorden.csv`.
fn in_both_cases(endings: &[&str]) -> Vec<String> {
    let upper = endings.iter().map(|ending| ending.to_uppercase());
    let lower = endings.iter().map(|ending| (*ending).to_owned());
    lower.chain(upper).collect()
}

#[cfg(test)]
mod tests {
    use super::{endings, in_both_cases};

    #[test]
    fn an_export_is_offered_whatever_program_wrote_its_name() {
        let offered = in_both_cases(endings("export"));
        for name in [
            "a.csv",
            "A.CSV",
            "a.tsv",
            "a.txt",
            "Antwoorden.XLSX",
            "a.ods",
        ] {
            let ending = name.rsplit('.').next().unwrap();
            assert!(offered.iter().any(|one| one == ending), "{name}");
        }
        assert!(
            in_both_cases(endings("codebook"))
                .iter()
                .any(|one| one == "JSON")
        );
    }
}
