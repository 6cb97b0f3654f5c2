//! stub
#![allow(missing_docs)]
#[derive(Debug, Clone)]
pub struct DataKey([u8; 32]);
impl DataKey {
    pub fn from_bytes(b: [u8; 32]) -> Self {
        Self(b)
    }
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}
#[derive(Debug)]
pub struct CipherError;
fn tag(k: &DataKey, n: &[u8], h: &[u8], p: &[u8]) -> [u8; 16] {
    let mut all = k.0.to_vec();
    all.extend(n);
    all.extend(h);
    all.push(7);
    all.extend(p);
    let c = super::checksum::checksum("t", &all);
    let mut t = [0; 16];
    t[..8].copy_from_slice(&c);
    t
}
pub fn seal(k: &DataKey, n: [u8; 24], h: &[u8], p: &[u8]) -> Vec<u8> {
    let mut o = n.to_vec();
    o.extend(p.iter().map(|b| b ^ k.0[0]));
    o.extend(tag(k, &n, h, p));
    o
}
pub fn open(k: &DataKey, h: &[u8], s: &[u8]) -> Result<Vec<u8>, CipherError> {
    if s.len() < 40 {
        return Err(CipherError);
    }
    let (n, r) = s.split_at(24);
    let (c, t) = r.split_at(r.len() - 16);
    let p: Vec<u8> = c.iter().map(|b| b ^ k.0[0]).collect();
    if tag(k, n, h, &p) == t { Ok(p) } else { Err(CipherError) }
}
