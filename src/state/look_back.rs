//! What is looked back at: which days, and which theme. It is kept while the
//! page is open, and nowhere else.

use super::States;
use crate::core::insight::lens::Lens;
use crate::state::signals::RwSignal;

/// What is looked back at.
#[derive(Clone, Copy)]
pub struct LookBackState(RwSignal<Lens>);

impl States {
    /// What is looked back at.
    pub fn look_back(self) -> LookBackState {
        self.rest.late().look_back
    }
}

impl LookBackState {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Lens::default()))
    }

    /// What is looked at; told when it changes.
    pub fn get(self) -> Lens {
        self.0.get()
    }

    /// Looks at something else.
    pub fn change(self, change: impl FnOnce(&mut Lens)) {
        self.0.update(change);
    }

    /// Forgets what was picked.
    pub(super) fn forget_all(self) {
        self.0.set(Lens::default());
    }
}
