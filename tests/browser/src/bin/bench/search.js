// Looks for each text in the journal, as often as asked, and for the same with
// a plain scan of texts lowered beforehand, in turn; how long each took.
const [queries, rounds, done] = arguments;
const until = (found) => new Promise((resolve) => {
  const look = () => {
    const what = found();
    if (what) resolve(what);
    else setTimeout(look, 2);
  };
  look();
});
const type = (text) => {
  const field = document.getElementById('search');
  field.value = text;
  performance.clearMeasures('freshet:search');
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const look = async (text) => {
  type('');
  await new Promise((resolve) => setTimeout(resolve, 20));
  type(text);
  const [measure] = await until(() => {
    const measures = performance.getEntriesByName('freshet:search', 'measure');
    return measures.length && measures;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  return measure.duration;
};
const lowered = fetch('texts.json').then((answer) => answer.json())
  .then((texts) => texts.map((text) => text.toLowerCase()));
const scan = (texts, text) => {
  const start = performance.now();
  const found = texts.filter((one) => one.includes(text));
  return [performance.now() - start, found.length];
};
(async () => {
  const texts = await lowered;
  location.hash = '#/journal';
  await until(() => document.getElementById('search'));
  const first = await look(queries[0][1]);
  const told = { first, ours: {}, scan: {}, found: {} };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, text] of queries) {
      const [time, count] = scan(texts, text.replaceAll('"', ''));
      (told.ours[name] ||= []).push(await look(text));
      (told.scan[name] ||= []).push(time);
      const said = document.querySelector('.journal__count').textContent;
      (told.found[name] ||= [Number(said.match(/\d+/) || 0), count]);
    }
  }
  done(told);
})().catch((error) => done(String(error)));
