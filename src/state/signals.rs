//! Signals, memos and stored values of any type that are one type to Leptos.
//!
//! Leptos makes its code for a signal anew for every type that one holds, two
//! to three kilobytes each; these hold `dyn Any` and tell of a change apart from
//! it, so that only a cast is made anew. The names and the meaning are those of
//! Leptos.

use leptos::prelude::{
    Get, GetUntracked, GetValue, IsDisposed, LocalStorage, Memo as LeptosMemo, Notify,
    RwSignal as LeptosSignal, StoredValue as LeptosValue, Track,
};
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

/// A value that lives as long as the view it was made in.
pub struct StoredValue<T> {
    value: LeptosValue<Rc<dyn Any>, LocalStorage>,
    of: PhantomData<fn() -> T>,
}

/// A value that tells when it changes.
pub struct RwSignal<T> {
    value: StoredValue<T>,
    changed: LeptosSignal<()>,
}

/// A signal that is only read.
pub struct Signal<T>(RwSignal<T>);

/// Counts how often a value has become another.
type Count = Box<dyn Fn(Option<&u32>) -> u32 + Send + Sync>;

/// A value computed from signals, which tells when it becomes another.
pub struct Memo<T> {
    value: StoredValue<Option<T>>,
    changed: LeptosMemo<u32>,
}

macro_rules! copy {
    ($($type:ident)*) => {$(
        impl<T> Clone for $type<T> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<T> Copy for $type<T> {}
    )*};
}
copy!(StoredValue RwSignal Signal Memo);

impl<T: 'static> StoredValue<T> {
    /// A value.
    pub fn new(value: T) -> Self {
        let erased: Rc<dyn Any> = Rc::new(RefCell::new(value));
        Self { value: LeptosValue::new_local(erased), of: PhantomData }
    }

    /// Whether the view that it was made in has gone: then it must be left alone.
    pub fn is_gone(self) -> bool {
        self.value.is_disposed()
    }

    fn cell<U>(self, use_it: impl FnOnce(&RefCell<T>) -> U) -> U {
        let erased = self.value.get_value();
        use_it(erased.downcast_ref().expect("it was made with this type"))
    }

    /// Reads it.
    pub fn with_value<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.cell(|cell| read(&cell.borrow()))
    }

    /// Changes it.
    pub fn update_value<U>(self, change: impl FnOnce(&mut T) -> U) -> U {
        self.cell(|cell| change(&mut cell.borrow_mut()))
    }

    /// Sets it.
    pub fn set_value(self, value: T) {
        // The old one is dropped when nothing is borrowed: it may look here.
        let old = self.cell(|cell| cell.replace(value));
        drop(old);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// A copy of it.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }
}

impl<T: 'static> RwSignal<T> {
    /// A signal.
    pub fn new(value: T) -> Self {
        Self { value: StoredValue::new(value), changed: LeptosSignal::new(()) }
    }

    /// Whether the view that it was made in has gone: then it must be left alone.
    pub fn is_gone(self) -> bool {
        self.value.is_gone()
    }

    /// Is told when it changes.
    pub fn track(self) {
        self.changed.track();
    }

    /// Reads it, and is told when it changes.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.with_untracked(read)
    }

    /// Reads it as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.value.with_value(read)
    }

    /// Changes it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.value.update_value(change);
        self.changed.notify();
    }

    /// Changes what nobody is told of.
    pub fn update_untracked<U>(self, change: impl FnOnce(&mut T) -> U) -> U {
        self.value.update_value(change)
    }

    /// Sets it.
    pub fn set(self, value: T) {
        self.value.set_value(value);
        self.changed.notify();
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// A copy of it; told when it changes.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of it as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self(signal)
    }
}

impl<T: Clone + 'static> Signal<T> {
    /// A copy of it; told when it changes.
    pub fn get(self) -> T {
        self.0.get()
    }
}

impl<T: PartialEq + 'static> Memo<T> {
    /// Computes a value whenever what it reads has changed.
    pub fn new(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let value = StoredValue::new(None);
        let count: Count = Box::new(move |before| {
            let now = Some(compute());
            let same = value.with_value(|before| *before == now);
            let count = before.copied().unwrap_or_default();
            if same {
                return count;
            }
            value.set_value(now);
            count + 1
        });
        Self { value, changed: LeptosMemo::new(count) }
    }

    /// Reads it, and is told when it becomes another.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.changed.get();
        self.value.with_value(|value| read(value.as_ref().expect("it was computed just now")))
    }
}

impl<T: PartialEq + Clone + 'static> Memo<T> {
    /// A copy of it; told when it becomes another.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of it as it is now.
    pub fn get_untracked(self) -> T {
        self.changed.get_untracked();
        self.value.with_value(|value| value.clone().expect("it was computed just now"))
    }
}
