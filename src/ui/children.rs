//! Children of an element that are put in and taken out one by one and at once,
//! where an effect would come too late or make too much anew: a long list, of
//! which only a part is in the page.

use super::view::{Element, Kept, made};
use crate::browser::dom::Node;

/// The children of one element. A child stays the same node, with the focus it
/// may have, while its key is among those shown.
pub struct Children<K> {
    parent: Node,
    shown: Vec<Child<K>>,
}

struct Child<K> {
    key: K,
    node: Node,
    #[allow(dead_code, reason = "held, so that the child is kept true")]
    kept: Vec<Kept>,
}

impl<K: PartialEq> Children<K> {
    /// None yet, in this element.
    pub fn of(parent: Node) -> Self {
        Self { parent, shown: Vec::new() }
    }

    /// Shows these, in this order, and makes those that are not there.
    pub fn show(&mut self, keys: Vec<K>, make: impl Fn(&K) -> Element) {
        let mut left = std::mem::take(&mut self.shown);
        left.retain(|child| {
            let stays = keys.contains(&child.key);
            if !stays {
                child.node.remove();
            }
            stays
        });
        for key in keys {
            let at = left.iter().position(|child| child.key == key);
            let before = left.first().map(|child| child.node.clone());
            let child = match at {
                Some(at) => left.remove(at),
                None => {
                    let mut kept = Vec::new();
                    let node = made(make(&key), &mut kept);
                    Child { key, node, kept }
                }
            };
            // A node that is moved loses the focus: the one that is next stays.
            if at != Some(0) {
                self.parent.insert(&child.node, before.as_ref());
            }
            self.shown.push(child);
        }
    }

    /// The nodes that are shown, with their keys.
    pub fn nodes(&self) -> impl Iterator<Item = (&K, &Node)> {
        self.shown.iter().map(|child| (&child.key, &child.node))
    }

    /// The element that they stand in.
    pub fn parent(&self) -> &Node {
        &self.parent
    }
}
