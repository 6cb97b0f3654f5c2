// How long two libraries take to build an index of the texts, and for a key.
const [queries, done] = arguments;
const timed = (work) => {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
};
const each = (find) => queries.map(([, text]) => timed(() => find(text.replaceAll('"', '')))[0]);
(async () => {
  const texts = await (await fetch('texts.json')).json();
  const [miniBuild, mini] = timed(() => {
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return index;
  });
  const miniKeys = each((text) => mini.search(text, { prefix: true, combineWith: 'AND' }));
  const [flexBuild, flex] = timed(() => {
    const index = new FlexSearch.Index({ tokenize: 'forward' });
    texts.forEach((text, id) => index.add(id, text));
    return index;
  });
  const flexKeys = each((text) => flex.search(text, { limit: texts.length }));
  done({ miniBuild, miniKeys, flexBuild, flexKeys });
})().catch((error) => done(String(error)));
