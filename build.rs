fn main() {
    let out = std::env::var("OUT_DIR").unwrap();
    std::fs::write(format!("{out}/tables.rs"), "pub static FAMILY_NAMES: [&str; 12] = [\"\"; 12]; pub static FEELINGS: [Feeling; 0] = []; pub static THEMES: &[Theme] = &[]; pub static EXERCISES: &[Exercise] = &[]; pub static PLACES: &[Place] = &[]; pub static SUPPORT_CHECKED: &str = \"\"; pub mod words {}").unwrap();
}
