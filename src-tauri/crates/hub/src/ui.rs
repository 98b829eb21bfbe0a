//! The files of the user interface.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// Where the files of the user interface come from.
#[derive(Clone, Debug)]
pub enum UiFiles {
    /// Those that the program carries.
    BuiltIn,
    /// A folder, for people who work on them.
    Folder(PathBuf),
}

/// Where the files are whose names change with their contents.
const ASSETS: &str = "assets/";

/// A page that says what to do when the user interface was not built.
const NOT_BUILT: &str = "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Regiotafel</title>\
<h1>De schermen zijn nog niet gebouwd</h1><p>Voer in de map <code>ui</code> dit uit, en bouw daarna het programma opnieuw \
(of start <code>regio serve … --desk --ui ui/dist</code>):</p><pre>npm ci\nnpm run build</pre>\
<h1 lang=\"en\">The screens are not built yet</h1><p lang=\"en\">Run the lines above in the folder <code>ui</code>, and build the \
program again (or start <code>regio serve … --desk --ui ui/dist</code>).</p></html>";

/// A file, ready to be sent.
pub(crate) struct File {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Its sort, for the header.
    pub sort: &'static str,
    /// Whether its name changes with its contents, so that a browser may keep it.
    pub lasting: bool,
}

impl UiFiles {
    /// The file that the desk shows at a path of an address; `None` where there is none.
    pub(crate) fn file(&self, path: &str) -> Option<File> {
        let name = match path.trim_start_matches('/') {
            "" => "index.html",
            "screen" => "screen.html",
            name => name,
        };
        if let Some(file) = self.named(name) {
            return Some(file);
        }
        let page = match name {
            "index.html" | "screen.html" => name,
            _ if name
                .rsplit('/')
                .next()
                .is_some_and(|last| last.contains('.')) =>
            {
                return None;
            }
            _ => "index.html",
        };
        Some(self.page(page))
    }

    /// A page; where it was not built, one that says so.
    pub(crate) fn page(&self, name: &str) -> File {
        self.named(name).unwrap_or(File {
            bytes: Cow::Borrowed(NOT_BUILT.as_bytes()),
            sort: sort("index.html"),
            lasting: false,
        })
    }

    /// A file by its name.
    pub(crate) fn named(&self, name: &str) -> Option<File> {
        Some(File {
            bytes: self.bytes(name)?,
            sort: sort(name),
            lasting: name.starts_with(ASSETS),
        })
    }

    /// The names of all files that a browser may keep.
    pub(crate) fn lasting(&self) -> Vec<String> {
        match self {
            Self::BuiltIn => {
                let names = BUILT_IN.iter().map(|(name, _)| *name);
                names
                    .filter(|name| name.starts_with(ASSETS))
                    .map(str::to_owned)
                    .collect()
            }
            Self::Folder(folder) => {
                let Ok(entries) = std::fs::read_dir(folder.join(ASSETS)) else {
                    return Vec::new();
                };
                let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
                names.map(|name| format!("{ASSETS}{name}")).collect()
            }
        }
    }

    fn bytes(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        match self {
            Self::BuiltIn => {
                let place = BUILT_IN
                    .binary_search_by(|(known, _)| (*known).cmp(name))
                    .ok()?;
                BUILT_IN.get(place).map(|(_, bytes)| Cow::Borrowed(*bytes))
            }
            Self::Folder(folder) => {
                let inner = Path::new(name);
                let plain = inner
                    .components()
                    .all(|part| matches!(part, Component::Normal(_)));
                if !plain {
                    return None;
                }
                std::fs::read(folder.join(inner)).ok().map(Cow::Owned)
            }
        }
    }
}

fn sort(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("ttf") => "font/ttf",
        Some("txt") => "text/plain; charset=utf-8",
        Some("pdf") => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::UiFiles;

    #[test]
    fn never_leaves_its_folder_and_always_has_a_first_page() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("dist");
        std::fs::create_dir_all(inner.join("assets")).unwrap();
        std::fs::write(folder.path().join("secret.txt"), "no").unwrap();
        std::fs::write(inner.join("assets/a.js"), "yes").unwrap();
        let ui = UiFiles::Folder(inner);
        for path in [
            "/../secret.txt",
            "/assets/../../secret.txt",
            "/assets/b.js",
            "//etc/passwd.txt",
        ] {
            assert!(ui.file(path).is_none(), "{path}");
        }
        let script = ui.file("/assets/a.js").unwrap();
        assert!(script.lasting && script.sort.starts_with("text/javascript"));
        for path in ["/", "/index.html", "/table/3", "/screen"] {
            let page = ui.file(path).unwrap();
            assert!(
                String::from_utf8_lossy(&page.bytes).contains("npm run build"),
                "{path}"
            );
            assert!(!page.lasting);
        }
    }
}
