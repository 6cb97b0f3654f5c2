//! Things by their names: a list in the order of the names, which is a fraction
//! of a tree's code for each kind of thing. Taking one in moves those behind it,
//! so they should be small: pointers where there are thousands.

use super::id::Id;

/// Things by their names, in the order of the names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ById<T> {
    all: Vec<(Id, T)>,
}

/// Names, each once, in their order.
pub type Ids = ById<()>;

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self { all: Vec::new() }
    }
}

impl<T> ById<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether something has this name.
    pub fn has(&self, id: Id) -> bool {
        self.find(id).is_ok()
    }

    /// What has this name.
    pub fn get(&self, id: Id) -> Option<&T> {
        self.find(id).ok().map(|at| &self.all[at].1)
    }

    /// What has this name, to be changed.
    pub fn get_mut(&mut self, id: Id) -> Option<&mut T> {
        self.find(id).ok().map(|at| &mut self.all[at].1)
    }

    /// Gives a name to a thing, and back what had it before.
    pub fn put(&mut self, id: Id, thing: T) -> Option<T> {
        match self.find(id) {
            Ok(at) => Some(std::mem::replace(&mut self.all[at].1, thing)),
            Err(at) => {
                self.all.insert(at, (id, thing));
                None
            }
        }
    }

    /// What has this name, made if nothing has.
    pub fn or_default(&mut self, id: Id) -> &mut T
    where
        T: Default,
    {
        let at = self.find(id).unwrap_or_else(|at| {
            self.all.insert(at, (id, T::default()));
            at
        });
        &mut self.all[at].1
    }

    /// Takes out what has this name.
    pub fn remove(&mut self, id: Id) -> Option<T> {
        self.find(id).ok().map(|at| self.all.remove(at).1)
    }

    /// Keeps those of which this holds.
    pub fn retain(&mut self, mut keep: impl FnMut(Id, &mut T) -> bool) {
        self.all.retain_mut(|(id, thing)| keep(*id, thing));
    }

    /// The first name.
    pub fn first(&self) -> Option<Id> {
        self.all.first().map(|(id, _)| *id)
    }

    /// All names, in their order.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        self.all.iter().map(|(id, _)| *id)
    }

    /// All of them, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (Id, &T)> {
        self.all.iter().map(|(id, thing)| (*id, thing))
    }

    /// All of them, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.all.iter_mut().map(|(_, thing)| thing)
    }

    /// The things, in the order of their names.
    pub fn into_values(self) -> impl Iterator<Item = T> {
        self.all.into_iter().map(|(_, thing)| thing)
    }

    fn find(&self, id: Id) -> Result<usize, usize> {
        self.all.binary_search_by_key(&id, |(id, _)| *id)
    }
}

impl Extend<Id> for Ids {
    fn extend<I: IntoIterator<Item = Id>>(&mut self, ids: I) {
        for id in ids {
            self.put(id, ());
        }
    }
}

impl FromIterator<Id> for Ids {
    fn from_iter<I: IntoIterator<Item = Id>>(ids: I) -> Self {
        let mut all = Self::default();
        all.extend(ids);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_holds_what_a_tree_holds(acts: Vec<(u8, Option<u16>)>) {
            let (mut ours, mut tree) = (ById::default(), BTreeMap::new());
            for (name, thing) in acts {
                let id = Id::from_random([name; 8]);
                match thing {
                    Some(thing) => prop_assert_eq!(ours.put(id, thing), tree.insert(id, thing)),
                    None => prop_assert_eq!(ours.remove(id), tree.remove(&id)),
                }
                prop_assert_eq!(ours.get(id), tree.get(&id));
                prop_assert_eq!(ours.has(id), tree.contains_key(&id));
            }
            prop_assert!(ours.iter().eq(tree.iter().map(|(id, thing)| (*id, thing))));
            ours.retain(|_, thing| *thing % 2 == 0);
            tree.retain(|_, thing| *thing % 2 == 0);
            prop_assert!(ours.into_values().eq(tree.into_values()));
        }
    }
}
