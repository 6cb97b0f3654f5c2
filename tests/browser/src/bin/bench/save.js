// Writes each text in the editor and saves it; how long each save took.
const [texts, done] = arguments;
const until = (found) => new Promise((resolve) => {
  const look = () => {
    const what = found();
    if (what) resolve(what);
    else setTimeout(look, 5);
  };
  look();
});
const save = async (text) => {
  location.hash = '#/write';
  const field = await until(() => location.hash === '#/write' && document.getElementById('words'));
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  performance.clearMeasures('freshet:save');
  field.closest('article').querySelector('.button--sun').click();
  const [measure] = await until(() => {
    const measures = performance.getEntriesByName('freshet:save', 'measure');
    return measures.length && measures;
  });
  await until(() => location.hash.startsWith('#/entry/') && !document.getElementById('words'));
  // Chromium does not let a page move on more than some 20 times a second.
  await new Promise((resolve) => setTimeout(resolve, 250));
  return measure.duration;
};
(async () => {
  const times = [];
  for (const text of texts) times.push(await save(text));
  done(times);
})();
