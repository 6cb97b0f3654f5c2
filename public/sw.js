// Keeps the files of one version of the page, all or none, each checked by its
// hash, so that an error page can never be kept in place of a script.
'use strict';

const VERSION = '{{version}}';
// Each file with the SHA-256 of its bytes.
const FILES = new Map({{files}});

// Pages below the same address may keep caches of their own on this origin.
const SCOPE = new URL(self.registration.scope);
const OURS = `freshet:${SCOPE.pathname}:`;
const CACHE = OURS + VERSION;
const KEPT_HEADERS = ['content-type', 'content-security-policy', 'referrer-policy', 'x-content-type-options'];

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOldVersions()));
self.addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name !== null) event.respondWith(answer(name));
  else if (isLostNavigation(event.request)) event.respondWith(orFrontPage(event.request));
});

async function install() {
  const answers = await Promise.all([...FILES.keys()].map(async (name) => [name, await fetchChecked(name)]));
  try {
    const cache = await caches.open(CACHE);
    for (const [name, answer] of answers) await cache.put(addressOf(name), answer);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function forgetOldVersions() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// From the cache if it is there and whole; else from the network, which mends
// the cache. A network without the right file gives whatever it has.
async function answer(name) {
  const kept = await fromCache(name);
  if (kept) return kept;
  try {
    const fresh = await fetchChecked(name);
    await mend(name, fresh.clone());
    return fresh;
  } catch {
    return fetch(addressOf(name));
  }
}

async function fromCache(name) {
  try {
    const kept = await (await caches.open(CACHE)).match(addressOf(name));
    return kept && (await checked(name, kept));
  } catch {
    return null;
  }
}

async function mend(name, fresh) {
  try {
    await (await caches.open(CACHE)).put(addressOf(name), fresh);
  } catch {
    // No room to keep it: the page has it all the same.
  }
}

async function fetchChecked(name) {
  return checked(name, await fetch(addressOf(name), { cache: 'reload' }));
}

// The same answer built anew from its bytes: without encodings and redirects,
// which a page may not be served from a cache with.
async function checked(name, response) {
  const bytes = await response.arrayBuffer();
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!response.ok || hash !== FILES.get(name)) throw new Error(`${name} is not the file of version ${VERSION}`);
  const headers = new Headers();
  for (const header of KEPT_HEADERS) {
    if (response.headers.has(header)) headers.set(header, response.headers.get(header));
  }
  return new Response(bytes, { headers });
}

function addressOf(name) {
  return new URL(name, SCOPE).href;
}

// Which of our files a request is for, if any. The page itself may be asked
// for with or without its name; what stands after a `?` is not looked at.
function nameOf(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(SCOPE.href)) return null;
  const name = url.pathname.slice(SCOPE.pathname.length) || 'index.html';
  return FILES.has(name) ? name : null;
}

function isLostNavigation(request) {
  return request.mode === 'navigate' && request.method === 'GET';
}

// Any other address in scope belongs to whoever serves it: other pages may
// live below ours. Without a network it leads to the front page.
async function orFrontPage(request) {
  try {
    return await fetch(request);
  } catch {
    return Response.redirect(SCOPE.href);
  }
}
