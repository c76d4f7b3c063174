/* Opens this person's pages without a line, as they were last seen. Never another person's, never the portal or the desk. */
(function () {
  "use strict";
  const { files, pages, leave, version } = self.RELEASE;
  const FILES = "files-" + version;
  const PATIENCE = 8000; // ms on a bad line before the last copy is shown

  const store = () => caches.open("person");
  const person = async () => { const kept = await (await store()).match("/who"); return kept ? kept.text() : ""; };
  const copies = async () => caches.open("pages-" + (await person()));

  let epoch = 0; // raised at each sign-out: what was asked for before it is kept no more
  async function forget() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => /^pages-|^person$/.test(name)).map((name) => caches.delete(name)));
  }

  /* The copies are of one person: whoever else is seen begins with none. One after the other, for pages come together. */
  let line = Promise.resolve();
  function meet(whose, at) {
    const met = line.then(async () => {
      if (at !== epoch || whose === (await person())) return false;
      await forget();
      const kept = await store();
      if (at === epoch) await kept.put("/who", new Response(whose));
      return at === epoch;
    });
    line = met.catch(() => {});
    return met.then(async (isNew) => { if (isNew) await fetchAll(); return isNew; });
  }

  /* A copy under its path, for the unit it is for; other words of an address are another page. */
  function place(url) {
    const about = new URLSearchParams(url.search);
    const unit = about.get("don-vi");
    about.delete("don-vi");
    return { key: url.pathname + (unit ? "?don-vi=" + unit : ""), plain: !about.toString() };
  }

  async function remember(url, answer, at) {
    const whose = answer.headers.get("Haidang-Person");
    if (!whose) {
      // The sign-in page: the session ended. What stands in figures goes; the form and what waits stay.
      if (answer.status === 200) await (await copies()).delete(pages[0]);
      return;
    }
    await meet(whose, at);
    const { key, plain } = place(url);
    if (answer.status !== 200 || answer.redirected || !plain || !pages.includes(url.pathname)) return;
    const headers = { Seen: String(Date.now()) };
    ["Content-Type", "Content-Security-Policy", "Referrer-Policy"].forEach((name) => { headers[name] = answer.headers.get(name) || ""; });
    const text = await answer.text();
    if (at !== epoch) return;
    const kept = await caches.open("pages-" + whose);
    if (at === epoch) await kept.put(key, new Response(text, { headers }));
  }

  async function copyOf(url) {
    const kept = await (await copies()).match(place(url).key);
    if (!kept) return null;
    const text = await kept.text();
    return new Response(text.replace("<html", '<html data-seen="' + kept.headers.get("Seen") + '"'), { headers: kept.headers });
  }

  async function fetchAll() {
    await Promise.all(pages.map(async (path) => {
      try {
        const [url, at] = [new URL(path, location.origin), epoch];
        await remember(url, await fetch(url, { credentials: "same-origin" }), at);
      } catch (cut) { /* the next visit brings it */ }
    }));
  }

  async function begin() {
    const at = epoch;
    const answer = await fetch(pages[2], { credentials: "same-origin" });
    const whose = answer.headers.get("Haidang-Person");
    if (whose && !(await meet(whose, at))) await fetchAll();
  }

  async function page(event, url) {
    const at = epoch;
    const asked = fetch(event.request);
    event.waitUntil(asked.then((answer) => (answer.type === "basic" ? remember(url, answer.clone(), at) : null)).catch(() => {}));
    const late = new Promise((done) => setTimeout(done, PATIENCE));
    try {
      return (await Promise.race([asked, pages.includes(url.pathname) ? late.then(() => copyOf(url)) : asked])) || (await asked);
    } catch (cut) {
      const copy = await copyOf(url);
      if (copy) return copy;
      if (await (await copies()).match(pages[2])) return Response.redirect(pages[2] + "?mat-mang");
      throw cut;
    }
  }

  async function file(request) {
    const kept = await caches.open(FILES);
    const found = await kept.match(request);
    if (found) return found;
    const answer = await fetch(request);
    if (answer.ok) await kept.put(request, answer.clone());
    return answer;
  }

  self.addEventListener("install", (event) => {
    self.skipWaiting();
    event.waitUntil(caches.open(FILES).then((kept) => kept.addAll(files)).then(begin));
  });
  self.addEventListener("activate", (event) => {
    const drop = (names) => Promise.all(names.filter((name) => /^files-/.test(name) && name !== FILES).map((name) => caches.delete(name)));
    event.waitUntil(caches.keys().then(drop).then(() => self.clients.claim()));
  });
  self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (url.origin !== location.origin || /^\/(vi|en|km|cms|media)\//.test(url.pathname)) return;
    if (files.includes(url.pathname)) event.respondWith(file(event.request));
    else if (event.request.mode !== "navigate") return;
    else if (url.pathname === leave) { epoch += 1; event.waitUntil(forget()); }
    else if (event.request.method === "GET") event.respondWith(page(event, url));
  });
  self.addEventListener("sync", (event) => {
    event.waitUntil(self.Outbox.send(true).then((left) => { if (left) throw new Error("not all is sent"); }));
  });
})();
