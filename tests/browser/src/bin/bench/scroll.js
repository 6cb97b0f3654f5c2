// Scrolls through the journal, a step each frame, then by leaps; the time from
// each frame to the next, and how many rows were in the page at most.
const [steps, leaps, done] = arguments;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const until = async (found) => {
  while (!found()) await frame();
};
(async () => {
  await until(() => /10000/.test(document.querySelector('.journal__count')?.textContent || ''));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const height = document.documentElement.scrollHeight;
  const scroll = async (places) => {
    const times = [];
    let last = await frame();
    for (const place of places) {
      scrollTo(0, place);
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    return times;
  };
  let most = 0;
  const count = new MutationObserver(() => {
    most = Math.max(most, document.querySelectorAll('.rows--long > li').length);
  });
  count.observe(document.querySelector('.rows--long'), { childList: true });
  const along = await scroll(Array.from({ length: steps }, (_, at) => at * 240));
  const about = await scroll(Array.from({ length: leaps }, (_, at) => (at * 7919 % leaps) / leaps * height));
  done({ along, about, most, height });
})().catch((error) => done(String(error)));
