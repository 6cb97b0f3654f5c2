//! stub
#![allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    Wide,
    Narrow,
}
#[derive(Debug)]
pub struct PackError;
pub fn pack(b: &[u8], _: Packing) -> String {
    let mut s = String::from("n");
    s.extend(b.iter().map(|b| char::from(*b)));
    s
}
pub fn unpack(t: &str) -> Result<Vec<u8>, PackError> {
    let mut c = t.chars();
    if c.next() != Some('n') {
        return Err(PackError);
    }
    c.map(|c| u8::try_from(u32::from(c)).map_err(|_| PackError)).collect()
}
pub fn peek(t: &str, n: usize) -> Result<Vec<u8>, PackError> {
    let v = unpack(&t.chars().take(n + 1).collect::<String>())?;
    Ok(v)
}
