//! The same words as sources for WeasyPrint and for Typst.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Another tool that makes a poster.
pub struct Rival {
    /// The name of its Python package.
    pub name: &'static str,
    /// What Python runs: the words of a program and its arguments.
    pub arguments: Vec<String>,
    /// What it writes.
    pub file: PathBuf,
}

/// Writes the sources into a folder; gives how they are made into posters.
pub fn made(fields: &[(String, String)], folder: &Path) -> Vec<Rival> {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
    let rival = |name: &'static str, source: &str, words: &str, program: &str| {
        let (source, file) = (folder.join(source), folder.join(format!("{name}.pdf")));
        std::fs::write(&source, words).unwrap();
        let paths = [&source, &file, &fonts].map(|path| path.to_string_lossy().into_owned());
        Rival {
            name,
            arguments: std::iter::once(program.to_owned()).chain(paths).collect(),
            file,
        }
    };
    vec![
        rival(
            "weasyprint",
            "poster.html",
            &html(fields),
            "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')",
        ),
        rival(
            "typst",
            "poster.typ",
            &typst(fields),
            "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])",
        ),
    ]
}

fn html(fields: &[(String, String)]) -> String {
    let mut out = String::from(
        "<!doctype html><html lang=nl><meta charset=utf-8><title>Poster</title><style>\
         @page{size:594mm 841mm;margin:24mm}body{font:30pt sans-serif;hyphens:auto}\
         h1{font-size:150pt;margin:0}h2{font-size:60pt;margin:0}\
         main{columns:2;column-gap:18mm}section{break-inside:avoid;margin-bottom:14mm;padding:8mm;background:#fbe8c8;border-radius:4mm}\
         </style><body>",
    );
    for (name, text) in fields {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        if name == "name" {
            let _ = write!(out, "<h1>{text}</h1>");
        }
    }
    out.push_str("<main>");
    for (name, text) in fields {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let _ = write!(out, "<section><h2>{name}</h2><p>{text}</p></section>");
    }
    out.push_str("</main></body></html>");
    out
}

fn typst(fields: &[(String, String)]) -> String {
    let plain = |text: &str| {
        // As a string no character means anything to the tool.
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        format!("#\"{}\"", text.replace('\n', " "))
    };
    let mut out = String::from(
        "#set document(title: \"Poster\")\n#set page(width: 594mm, height: 841mm, margin: 24mm)\n\
         #set text(size: 30pt, lang: \"nl\", hyphenate: true, font: \"Source Sans 3\")\n#show heading.where(level: 1): set text(size: 150pt)\n\
         #show heading.where(level: 2): set text(size: 60pt)\n",
    );
    for (name, text) in fields.iter().filter(|(name, _)| name == "name") {
        let _ = writeln!(out, "= {}\n// {name}", plain(text));
    }
    out.push_str("#columns(2, gutter: 18mm)[\n");
    for (name, text) in fields {
        let _ = writeln!(
            out,
            "#block(fill: rgb(\"#fbe8c8\"), radius: 4mm, inset: 8mm, width: 100%, breakable: false)[\n== {}\n\n{}\n]",
            plain(name),
            plain(text)
        );
    }
    out.push_str("]\n");
    out
}
