// Starts the program, says why when it cannot start, and stands in for it when
// it stops. A plain script that needs nothing else: in a browser too old to
// read it, the page keeps what it shows at first, which says what to update.
(function () {
  'use strict';

  var root = document.documentElement;
  var SLOW = 15000;
  // A program of one SIMD instruction, which the oldest browsers served here know.
  var SIMD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0,
    10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

  function state(now) {
    if (now) root.setAttribute('data-state', now);
    return root.getAttribute('data-state');
  }

  function byId(id) {
    return document.getElementById(id);
  }

  // The page's one policy for script addresses lets its own workers through.
  function isOwn(url) {
    var worker = document.querySelector('meta[name="freshet-key-worker"]');
    if (!worker) return /^blob:/.test(url);
    return url === new URL('sw.js', document.baseURI).href || url === new URL(worker.content, document.baseURI).href;
  }

  var policy = window.trustedTypes && trustedTypes.createPolicy('freshet', {
    createScriptURL: function (url) {
      if (!isOwn(url)) throw new TypeError('not a script of this page');
      return url;
    }
  });

  window.freshetScript = function (url) {
    return policy ? policy.createScriptURL(url) : url;
  };

  // ---- Starting -----------------------------------------------------------

  // A value that is kept plain; nothing where the browser denies storage.
  function stored(name) {
    try { return localStorage.getItem('freshet:' + name); } catch (error) { return null; }
  }

  // Where a plain name is wanted, no other is shown while the program comes.
  function hideName() {
    if (!/"discreet":true/.test(stored('looks'))) return;
    ['title', 'link[rel=icon]'].forEach(function (part) {
      var element = document.querySelector(part);
      var plain = element && element.getAttribute('data-plain');
      if (plain && part === 'title') document.title = plain;
      else if (plain) element.href = plain;
    });
  }

  function reasonAgainst() {
    if (typeof WebAssembly !== 'object') return 'wasm';
    try {
      var modern = WebAssembly.validate(new Uint8Array(SIMD)) &&
        'CSSLayerBlockRule' in window &&
        CSS.supports('selector(:has(a))');
      if (!modern) return 'old';
    } catch (error) {
      return 'old';
    }
    return byId('program') && location.protocol === 'file:' ? 'file' : null;
  }

  // What the first part of the program offers to the second, once it runs.
  var running;

  // The page of many files.
  function fromFiles() {
    var wasm = byId('program-wasm').href;
    return import(byId('program').href).then(function (program) {
      return program.default({ module_or_path: wasm });
    });
  }

  // The page that is one file: compressed, then written in letters. Its script
  // declares `wasm_bindgen`.
  function fromPage() {
    return opened('program-wasm').then(function (program) {
      return wasm_bindgen({ module_or_path: program });
    });
  }

  function opened(id) {
    var letters = atob(byId(id).textContent.trim());
    var bytes = Uint8Array.from(letters, function (letter) { return letter.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
  }

  // The rest of the program, with its style, as far as it can come before the
  // first part runs. Asked for again, it is fetched anew: what came broken may be
  // kept by the browser.
  function rest(again) {
    var bytes = byId('program') ? fetched(again) : opened('program-rest');
    var module = bytes.then(function (read) { return WebAssembly.compile(read); });
    return Promise.all([module, byId('program') && styled()]);
  }

  // What asks for the passphrase is in the rest: it comes without being asked for.
  var ahead;
  function hasten() {
    if (!byId('program') || location.protocol === 'file:' || !/"lock":"on"/.test(stored('header'))) return;
    ahead = rest(false);
    ahead.catch(function () { /* It is told when it is asked for. */ });
  }

  // The rest runs in the memory of what runs already, which asks for it.
  window.freshetRest = function (again) {
    var coming = !again && ahead || rest(again);
    return Promise.all([running, coming]).then(function (parts) {
      var module = parts[1][0];
      return WebAssembly.instantiate(module, { __wasm_split: parts[0] }).then(function () { return module; });
    });
  };

  function named(name) {
    return document.querySelector('meta[name="freshet-' + name + '"]').content;
  }

  // The page that is one file has its whole style already.
  function styled() {
    return new Promise(function (resolve, reject) {
      var link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = named('rest-style');
      link.onload = resolve;
      link.onerror = function () { link.remove(); reject(new Error('a style sheet is not there')); };
      document.head.appendChild(link);
    });
  }

  function fetched(again) {
    return fetch(named('rest'), { cache: again ? 'reload' : 'default' }).then(function (answer) {
      if (!answer.ok) throw new Error('the rest of the program is not there');
      return answer.arrayBuffer();
    });
  }

  function start() {
    var reason = reasonAgainst();
    if (reason) return without(reason);
    var slow = setTimeout(function () { without('slow'); }, SLOW);
    window.addEventListener('freshet:up', function () {
      clearTimeout(slow);
      if (state() !== 'stopped') state('up');
    });
    running = byId('program') ? fromFiles() : fromPage();
    running.catch(function (error) {
      clearTimeout(slow);
      if (isStop(error)) stop(String(error)); else without('missing');
    });
  }

  // A file that came cut, or an error page in its place, may be kept by the
  // browser under an address that is never asked for again. So it is asked for
  // anew before the page is loaded again.
  function loadAgain(event) {
    if (!byId('program') || location.protocol === 'file:') return;
    event.preventDefault();
    function reload() { location.reload(); }
    Promise.all(['program', 'program-wasm'].map(function (id) {
      return fetch(byId(id).href, { cache: 'reload' }).then(function (answer) { return answer.arrayBuffer(); });
    })).then(reload, reload);
  }

  function without(reason) {
    if (state() !== 'starting' && state() !== 'without') return;
    if (reason === 'missing') byId('without-again').onclick = loadAgain;
    var place = byId('without-reason');
    place.textContent = place.getAttribute('data-' + reason) || place.textContent;
    state('without');
  }

  // ---- Stopping -----------------------------------------------------------

  // A program that panicked or ran out of memory cannot be trusted to go on.
  function isStop(error) {
    if (!error || typeof WebAssembly !== 'object') return false;
    if (error instanceof WebAssembly.RuntimeError) return true;
    return /^(RangeError|InternalError)$/.test(error.name) &&
      /memory|alloc|call stack|recursion/i.test(String(error.message));
  }

  function stop(detail) {
    if (state() === 'stopped') return;
    // A page that is being left shows no panel. The place in the program is no secret.
    console.error('Freshet has stopped', detail);
    var words = '';
    try { words = wordsOnScreen(); } catch (error) { detail += '\n' + error; }
    state('stopped');
    try { still(); } catch (error) { detail += '\n' + error; }
    try { showPanel(words, detail); } catch (error) { /* What is shown so far stays. */ }
  }

  // No timer of the program's runs on, and whatever else still calls it writes
  // nothing any more.
  function still() {
    Storage.prototype.setItem = Storage.prototype.removeItem = function () { /* Nothing. */ };
    for (var id = setTimeout(still, 0); id; id -= 1) clearTimeout(id);
  }

  function showPanel(words, detail) {
    var panel = byId('stopped');
    byId('stopped-text').value = words;
    byId('stopped-words').hidden = !words;
    byId('stopped-none').hidden = !!words;
    byId('stopped-detail').textContent = detail;
    byId('stopped-copy').onclick = copy;
    byId('stopped-save').onclick = save;
    byId('stopped-reload').onclick = function () { location.reload(); };
    byId('stopped-leave').onclick = leave;
    window.addEventListener('keydown', escapes());
    panel.hidden = false;
    byId('stopped-title').focus();
  }

  // Everything in a field in which a person writes, but no secret.
  function wordsOnScreen() {
    var fields = byId('app').querySelectorAll('textarea, input, [contenteditable="true"]');
    var found = [];
    Array.prototype.forEach.call(fields, function (field) {
      var text = 'value' in field ? field.value : field.textContent;
      if (isWriting(field) && text.trim()) found.push(nameOf(field) + '\n' + text);
    });
    return found.join('\n\n');
  }

  function isWriting(field) {
    if (field.tagName === 'INPUT' && !/^(text|search)$/.test(field.type)) return false;
    return !field.closest('[data-secret]') && !/password/.test(field.autocomplete || '');
  }

  function nameOf(field) {
    var named = field.getAttribute('aria-labelledby');
    var label = field.labels && field.labels[0] || named && byId(named.split(' ')[0]);
    var name = field.getAttribute('aria-label') || label && label.textContent;
    return (name || byId('stopped-text').getAttribute('data-field')).trim();
  }

  function say(what) {
    var place = byId('stopped-said');
    place.textContent = place.getAttribute('data-' + what);
  }

  function copy() {
    var text = byId('stopped-text');
    function bySelection() {
      text.focus();
      text.select();
      try { say(document.execCommand('copy') ? 'copied' : 'refused'); } catch (error) { say('refused'); }
    }
    // Plain http has no clipboard, and a browser may refuse the one it has.
    if (!navigator.clipboard) return bySelection();
    navigator.clipboard.writeText(text.value).then(function () { say('copied'); }, bySelection);
  }

  // Every stored value exactly as it is, so that neither the program nor a
  // passphrase is needed to keep it. Values of other pages are left alone.
  function save() {
    var values = {};
    try {
      for (var at = 0; at < localStorage.length; at += 1) {
        var key = localStorage.key(at);
        if (key.indexOf('freshet:') === 0) values[key] = localStorage.getItem(key);
      }
    } catch (error) {
      return say('denied');
    }
    if (!Object.keys(values).length) return say('empty');
    try { download(JSON.stringify({ freshet: 'stored values', values: values }, null, 1)); } catch (error) { return say('denied'); }
    say('saved');
  }

  function download(text) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'freshet-stored-values.json';
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  // Quick exit works here too: the words go first, then the page.
  function leave() {
    try { localStorage['freshet:left'] = '1'; } catch (error) { /* It is left all the same. */ }
    // The program would ask to stay, and can keep nothing any more.
    window.addEventListener('beforeunload', function (event) { event.stopImmediatePropagation(); }, true);
    // The program may have emptied the page before it stopped again.
    if (byId('stopped-text')) byId('stopped-text').value = '';
    document.body.textContent = '';
    location.replace(byId('program') ? 'away.html' : 'about:blank');
  }

  function escapes() {
    var times = [];
    return function (event) {
      if (event.key !== 'Escape' || event.isComposing || event.repeat) return;
      times = times.concat(Date.now()).slice(-3);
      if (times.length === 3 && times[2] - times[0] <= 1000) leave();
    };
  }

  // ---- From here on -------------------------------------------------------

  state('starting');
  hideName();
  hasten();
  window.addEventListener('freshet:stopped', function (event) { stop(String(event.detail || '')); });
  window.addEventListener('error', function (event) {
    // From a disk, Safari's engine says that something went wrong, not what.
    var muted = !event.error && location.protocol === 'file:' && /^Script error/.test(event.message);
    if (muted || isStop(event.error)) stop(String(event.error || event.message));
  });
  window.addEventListener('unhandledrejection', function (event) {
    if (isStop(event.reason)) stop(String(event.reason));
  });
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
})();
