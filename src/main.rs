//! Mounts the program in the page.

/// Starts the program where `index.html` has a place for it.
#[cfg(target_arch = "wasm32")]
fn main() {
    use freshet::browser::{events, page};

    // Only where it happened is told: what a panic says may hold somebody's words.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        events::tell_stopped(&place);
    }));
    match page::mount_point() {
        Some(place) => {
            leptos::mount::mount_to(place, freshet::ui::app::App).forget();
            events::tell_up();
        }
        None => events::tell_stopped("index.html has no place for the program"),
    }
}

/// Elsewhere there is no page to mount in.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
