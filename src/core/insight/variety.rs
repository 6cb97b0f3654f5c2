//! How many of the twelve families of feelings, and how evenly. It describes,
//! and is no score: studies disagree whether more is better (F3, F4).

use crate::core::feeling::Family;

/// How many families there are; those with no word count too, so that numbers
/// stay comparable.
pub const FAMILIES: usize = Family::ALL.len();

/// Words picked in each family, in the order of [`Family::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Variety(pub [u32; FAMILIES]);

impl Variety {
    /// All words: N.
    pub fn words(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Families with a word: S.
    pub fn kinds(&self) -> usize {
        self.0.iter().filter(|count| **count > 0).count()
    }

    /// Diversity by Shannon: H = −Σ p ln p, from 0 to ln 12.
    pub fn diversity(&self) -> f64 {
        let all = f64::from(self.words());
        let part = |count: &u32| {
            let share = f64::from(*count) / all;
            -share * share.ln()
        };
        // With no term at all, a sum of floats is −0.
        self.0.iter().filter(|count| **count > 0).map(part).fold(0.0, |sum, part| sum + part).abs()
    }

    /// Diversity from 0 to 1: H / ln 12.
    pub fn share(&self) -> f64 {
        self.diversity() / (FAMILIES as f64).ln()
    }

    /// Evenness by Pielou: H / ln S. None below two families.
    pub fn evenness(&self) -> Option<f64> {
        let kinds = self.kinds();
        (kinds > 1).then(|| self.diversity() / (kinds as f64).ln())
    }

    /// The effective number of families, e^H: *as if so many families had been
    /// used evenly*.
    pub fn effective(&self) -> f64 {
        self.diversity().exp()
    }

    /// H, corrected for few words (Miller and Madow): H + (S − 1) / 2N.
    pub fn corrected(&self) -> f64 {
        let lost = self.kinds().saturating_sub(1) as f64 / (2.0 * f64::from(self.words().max(1)));
        self.diversity() + lost
    }

    /// How many families so many words drawn from these would hold (Hurlbert
    /// 1971): Σ 1 − C(N − c, m) / C(N, m). None where there are fewer words.
    pub fn rarefied(&self, drawn: u32) -> Option<f64> {
        let all = self.words();
        let held = |count: &u32| {
            // The chance that none of the words drawn is of this family.
            let without = |at: u32| {
                let left = (all - count).saturating_sub(at);
                f64::from(left) / f64::from(all - at)
            };
            1.0 - (0..drawn).map(without).product::<f64>()
        };
        (drawn <= all).then(|| self.0.iter().map(held).sum())
    }

    /// Diversity by Gini, from 0 to 1: 1 − G over all twelve families (Benson
    /// 2018). None without a word.
    pub fn gini(&self) -> Option<f64> {
        let mut sorted = self.0;
        sorted.sort_unstable();
        let all = f64::from(self.words());
        let families = FAMILIES as f64;
        let ranked = (1_u32..).zip(sorted).map(|(rank, count)| f64::from(rank * count));
        let unequal = 2.0 * ranked.sum::<f64>() / (families * all) - (families + 1.0) / families;
        (all > 0.0).then_some(1.0 - unequal)
    }
}
