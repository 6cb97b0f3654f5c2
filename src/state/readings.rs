//! The readings, fetched when the rest of the program is there.

use crate::browser::readings;
use crate::core::content::readings::Readings;
use crate::state::signals::RwSignal;
use std::sync::Arc;

/// The readings, once they are there.
#[derive(Clone, Copy)]
pub struct ReadingsState(RwSignal<Fetch>);

/// How far the fetching is.
#[derive(Debug, Clone)]
pub enum Fetch {
    /// It is under way.
    Waiting,
    /// They are there.
    Ready(Arc<Readings>),
    /// They did not come, or came broken.
    Failed,
}

impl ReadingsState {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Fetch::Waiting))
    }

    /// How far it is; told when that changes.
    pub fn get(self) -> Fetch {
        self.0.get()
    }

    /// Fetches again.
    pub fn fetch(self) {
        self.0.set(Fetch::Waiting);
        leptos::task::spawn_local(async move {
            let fetched = match readings::text(readings::READINGS).await {
                Ok(text) => Readings::parse(&text)
                    .map_or(Fetch::Failed, |readings| Fetch::Ready(Arc::new(readings))),
                Err(readings::NotFetched) => Fetch::Failed,
            };
            self.0.set(fetched);
        });
    }
}
