//! Tells Tauri which commands the window may call: these, and no others.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["rpc", "choose_file"]);
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        println!("cargo::error={error:#}");
    }
}
