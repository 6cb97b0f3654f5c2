//! stub
#![allow(missing_docs)]
use super::cipher::DataKey;
use crate::core::json::{Json, Shape, as_text, choice, object};
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VaultId(u64);
impl VaultId {
    pub fn from_random(b: [u8; 16]) -> Self {
        let mut x = [0; 8];
        x.copy_from_slice(&b[..8]);
        Self(u64::from_be_bytes(x))
    }
    pub fn bytes(&self) -> Vec<u8> {
        self.0.to_be_bytes().to_vec()
    }
}
impl std::fmt::Display for VaultId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
impl std::str::FromStr for VaultId {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        u64::from_str_radix(s, 16).map(Self).map_err(|_| ())
    }
}
as_text!(VaultId);
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    Passphrase,
    Recovery,
}
choice!(SlotKind{Passphrase="p",Recovery="r";});
#[derive(Debug, Clone)]
pub struct Slot {
    vault: VaultId,
    generation: u32,
    kind: SlotKind,
    key: Vec<u8>,
}
object!(Slot{must vault,must generation,must kind,must key});
impl Slot {
    pub fn new(vault: VaultId, generation: u32, kind: SlotKind, k: &DataKey) -> Self {
        Self { vault, generation, kind, key: k.bytes().to_vec() }
    }
    pub fn vault(&self) -> VaultId {
        self.vault
    }
    pub fn generation(&self) -> u32 {
        self.generation
    }
    pub fn kind(&self) -> SlotKind {
        self.kind
    }
    pub fn to_text(&self) -> String {
        self.to_json().to_string()
    }
    pub fn of_text(t: &str) -> Result<Self, ()> {
        t.parse::<Json>().ok().as_ref().and_then(Slot::of_json).ok_or(())
    }
    pub fn open(&self) -> DataKey {
        let mut b = [0; 32];
        b.copy_from_slice(&self.key);
        DataKey::from_bytes(b)
    }
}
