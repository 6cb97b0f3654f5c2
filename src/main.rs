//! Mounts the program in the page.

/// Starts the program where `index.html` has a place for it.
#[cfg(target_arch = "wasm32")]
fn main() {
    use freshet::browser::{dom::Node, events, key_worker};
    use freshet::state::rest;
    use freshet::ui::{app::app, view::mount};

    // The worker that makes keys runs this same program, and has no page.
    if key_worker::is_worker() {
        key_worker::serve(rest::answer);
        return;
    }
    // Only where it happened is told: what a panic says may hold somebody's words.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        events::tell_stopped(&place);
    }));
    match Node::mount_point() {
        Some(place) => {
            // Whatever runs tasks runs them once; there is nothing to do where it does.
            let _ = any_spawner::Executor::init_wasm_bindgen();
            mount(&place, app);
            events::tell_up();
        }
        None => events::tell_stopped("index.html has no place for the program"),
    }
}

/// Elsewhere there is no page to mount in.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
