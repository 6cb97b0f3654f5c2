// How long hash-wasm takes for a key.
const [password, done] = arguments;
const { argon2id } = (globalThis.hashwasm || self.hashwasm);
const cost = { parallelism: 1, iterations: 3, memorySize: 64 * 1024, hashLength: 32, outputType: 'binary' };
const start = performance.now();
argon2id({ password, salt: new Uint8Array(16).fill(1), ...cost }).then(
  () => done(performance.now() - start),
  (error) => done(String(error)),
);
