//! stub
#![allow(missing_docs)]
pub const BLOCK_BYTES: usize = 96 * 1024;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coder {
    Stored,
}
impl Coder {
    pub fn code(self) -> u8 {
        0
    }
    pub fn of_code(c: u8) -> Option<Self> {
        (c == 0).then_some(Coder::Stored)
    }
}
#[derive(Debug)]
pub struct CompressError;
#[derive(Debug, PartialEq, Eq)]
pub enum Progress {
    More,
    Done,
}
pub fn compress(p: &[u8]) -> (Coder, Vec<u8>) {
    (Coder::Stored, p.to_vec())
}
pub fn decompress(_: Coder, b: &[u8]) -> Result<Vec<u8>, CompressError> {
    Ok(b.to_vec())
}
#[derive(Debug)]
pub struct Expansion {
    all: Vec<u8>,
    at: usize,
}
impl Expansion {
    pub fn new(_: Coder, b: Vec<u8>) -> Self {
        Self { all: b, at: 0 }
    }
    pub fn read_more(&mut self, n: usize) -> Result<Progress, CompressError> {
        self.at = self.at.saturating_add(n).min(self.all.len());
        Ok(if self.at == self.all.len() { Progress::Done } else { Progress::More })
    }
    pub fn so_far(&self) -> &[u8] {
        &self.all[..self.at]
    }
}
