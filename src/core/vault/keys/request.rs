//! What the page asks of the worker that makes keys, and what it answers, as
//! bytes: 16 of salt, three numbers of four bytes for the cost (the most
//! significant first), then the passphrase. The answer is the 32 bytes of the
//! key, or one byte that says why there is none.

use super::{DeriveError, Kdf, Salt, WrappingKey, derive};
use crate::core::vault::passphrase::Passphrase;
use zeroize::Zeroizing;

const HEAD: usize = 16 + 12;

/// The request for a key.
pub fn request(passphrase: &Passphrase, salt: Salt, kdf: &Kdf) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(HEAD + passphrase.bytes().len()));
    bytes.extend(salt.0);
    let cost = [kdf.memory_kib, kdf.passes, kdf.lanes];
    bytes.extend(cost.into_iter().flat_map(u32::to_be_bytes));
    bytes.extend_from_slice(passphrase.bytes());
    bytes
}

/// What the worker answers. Total: a request of another form has no answer.
pub fn answer(request: &[u8]) -> Vec<u8> {
    match read(request).map(|(passphrase, salt, kdf)| derive(&passphrase, salt, &kdf)) {
        Some(Ok(key)) => key.expose().to_vec(),
        Some(Err(DeriveError::TooCostly)) => vec![1],
        Some(Err(DeriveError::NoMemory)) => vec![2],
        Some(Err(DeriveError::Impossible)) | None => vec![0],
    }
}

/// The key in an answer, which is wiped.
pub fn read_answer(mut answer: Vec<u8>) -> Result<WrappingKey, DeriveError> {
    match answer.as_mut_slice().try_into() {
        Ok(key) => Ok(WrappingKey::take(key)),
        Err(_) => Err(match answer.as_slice() {
            [1] => DeriveError::TooCostly,
            [2] => DeriveError::NoMemory,
            _ => DeriveError::Impossible,
        }),
    }
}

fn read(request: &[u8]) -> Option<(Passphrase, Salt, Kdf)> {
    let (head, passphrase) = request.split_at_checked(HEAD)?;
    let (salt, cost) = head.split_first_chunk::<16>()?;
    let (cost, []) = cost.as_chunks::<4>() else { return None };
    let &[memory, passes, lanes] = cost else { return None };
    let [memory_kib, passes, lanes] = [memory, passes, lanes].map(u32::from_be_bytes);
    let passphrase = String::from_utf8(passphrase.to_vec()).ok()?;
    let kdf = Kdf { memory_kib, passes, lanes };
    Some((Passphrase::of_normalized(passphrase), Salt(*salt), kdf))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Kdf = Kdf { memory_kib: 64, passes: 1, lanes: 1 };

    fn asked(kdf: &Kdf) -> Result<[u8; 32], DeriveError> {
        let passphrase = Passphrase::of_normalized("seven é words".to_owned());
        let request = request(&passphrase, Salt([7; 16]), kdf);
        read_answer(answer(&request)).map(|key| *key.expose())
    }

    #[test]
    fn the_worker_makes_the_key_that_the_page_would() {
        let passphrase = Passphrase::of_normalized("seven é words".to_owned());
        let here = derive(&passphrase, Salt([7; 16]), &CHEAP).map(|key| *key.expose());
        assert_eq!(asked(&CHEAP), here);
    }

    #[test]
    fn why_there_is_no_key_comes_back() {
        let dear = Kdf { memory_kib: u32::MAX, ..CHEAP };
        assert_eq!(asked(&dear), Err(DeriveError::TooCostly));
        assert_eq!(asked(&Kdf { passes: 0, ..CHEAP }), Err(DeriveError::Impossible));
        for nonsense in [&[][..], &[1; 27], &[255; 40]] {
            let answered = read_answer(answer(nonsense)).map(|key| *key.expose());
            assert_eq!(answered, Err(DeriveError::Impossible));
        }
    }
}
