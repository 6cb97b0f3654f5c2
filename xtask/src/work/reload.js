// Reloads the page when `cargo xtask serve` has built it anew. This file is
// served while working and is no part of a release.
(async () => {
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  let known = null;
  for (;;) {
    try {
      const answer = await fetch(`reload-wait?known=${known ?? ''}`, { cache: 'no-store' });
      const built = await answer.text();
      if (known !== null && built !== known) location.reload();
      known = built;
    } catch {
      // The server is away, perhaps for good.
      await wait(1000);
    }
  }
})();
