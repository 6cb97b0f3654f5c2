// Keeps the page for times without a network, and says how that stands:
// `data-offline` on <html> and the event `freshet:offline` tell whether it is
// kept; `data-update` and `freshet:update-ready` that a newer version waits.
// A version that runs is changed by `freshet:update-now` alone.
(function () {
  'use strict';

  var root = document.documentElement;
  var address = new URL('sw.js', document.baseURI).href;
  var registration = null;
  var asked = false;

  function tell(state) {
    root.setAttribute('data-offline', state);
    window.dispatchEvent(new CustomEvent('freshet:offline', { detail: { state: state } }));
  }

  function tellUpdate() {
    root.setAttribute('data-update', 'ready');
    window.dispatchEvent(new CustomEvent('freshet:update-ready'));
  }

  function watch(worker) {
    worker.addEventListener('statechange', function () {
      if (worker.state === 'redundant' && !registration.active) tell('failed');
      if (worker.state === 'installed' && registration.active) tellUpdate();
    });
  }

  function keep() {
    var container = navigator.serviceWorker;
    container.addEventListener('controllerchange', function () {
      // Another tab may have asked: then this one goes on as it is.
      if (asked) location.reload(); else tellUpdate();
    });
    container.ready.then(function () { tell('ready'); });
    return container.register(freshetScript(address), { updateViaCache: 'none' }).then(function (it) {
      registration = it;
      if (it.waiting && it.active) tellUpdate();
      if (it.installing) watch(it.installing);
      it.addEventListener('updatefound', function () { watch(it.installing); });
    });
  }

  window.addEventListener('freshet:update-now', function () {
    asked = true;
    var waiting = registration && registration.waiting;
    if (waiting) waiting.postMessage('SKIP_WAITING'); else location.reload();
  });

  function begin() {
    if (!window.isSecureContext) return tell('unsupported-http');
    if (!('serviceWorker' in navigator) || location.protocol === 'file:') return tell('unsupported');
    keep().catch(function () {
      // An older version may be kept all the same.
      if (!navigator.serviceWorker.controller) tell('failed');
    });
  }

  // The page comes first.
  function whenIdle() {
    if (window.requestIdleCallback) requestIdleCallback(begin, { timeout: 5000 }); else setTimeout(begin, 500);
  }
  if (document.readyState === 'complete') whenIdle(); else window.addEventListener('load', whenIdle);
})();
