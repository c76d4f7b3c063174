/* What waits on this device: kept in IndexedDB, sent when there is a line. The service worker runs this too. */
(function () {
  "use strict";
  const page = self.document;
  const bar = page && page.getElementById("outbox");
  const from = bar ? bar.dataset : {};
  const door = page ? from.door : self.RELEASE.door;
  const copy = page && page.documentElement.dataset.seen; // shown from the cache: its token is old
  const field = bar && page.querySelector("[name=csrfmiddlewaretoken]");
  const me = Math.random();
  const LEASE = 15000;
  const HELD = 2000; // how soon to ask again for a lease that another tab holds
  let person = from.person;
  let token = field && !copy ? field.value : "";
  let base, busy, again, hand, stopped, timer, sentAt;
  let current = ""; // the entry that is being sent

  /* Rows */
  function open() {
    return new Promise((done, fail) => {
      const asked = indexedDB.open("haidang", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("entries", { keyPath: "id" });
        asked.result.createObjectStore("files", { keyPath: "key" }).createIndex("entry", "entry");
        asked.result.createObjectStore("notes");
      };
      asked.onerror = () => fail(asked.error);
      asked.onsuccess = () => {
        asked.result.onclose = () => { base = null; };
        done(asked.result);
      };
    });
  }

  /* One transaction; what it gives counts only once it is complete. */
  async function act(store, work, mode) {
    base = base || open();
    const rows = await base;
    return new Promise((done, fail) => {
      const all = rows.transaction(store, mode || "readwrite");
      const asked = work(typeof store === "string" ? all.objectStore(store) : all);
      all.oncomplete = () => done(asked && asked.result);
      all.onerror = all.onabort = () => fail(all.error || new Error("full"));
    });
  }

  const all = async () => (await act("entries", (rows) => rows.getAll(), "readonly")).sort((a, b) => a.saved - b.saved);
  const mine = async () => (await all()).filter((entry) => entry.person === person);
  const get = (id) => act("entries", (rows) => rows.get(id), "readonly");
  const put = (entry) => act("entries", (rows) => rows.put(entry));
  /* A draft never takes the place of what another tab gave to be sent; says what stood there. */
  const putDraft = (entry) => act("entries", (rows) => {
    const asked = rows.get(entry.id);
    asked.onsuccess = () => { if (!asked.result || asked.result.state === "draft") rows.put(entry); };
    return asked;
  });
  const files = (id) => act("files", (rows) => rows.index("entry").getAll(id), "readonly");
  const putFile = (file) => act("files", (rows) => rows.put(file));
  const dropFile = (key) => act("files", (rows) => rows.delete(key));

  /* Reads and writes in one step: two tabs never overwrite each other. */
  function change(id, edit) {
    return act("entries", (rows) => {
      const asked = rows.get(id);
      asked.onsuccess = () => { if (asked.result) rows.put(Object.assign(asked.result, edit(asked.result))); };
    });
  }

  async function remove(id) {
    const kept = await files(id);
    await act(["entries", "files"], (both) => {
      kept.forEach((file) => both.objectStore("files").delete(file.key));
      return both.objectStore("entries").delete(id);
    });
  }

  /* Only one tab sends at a time. Who died is waited for no longer than the lease; a press of a hand does not wait. */
  async function hold(byHand, leave) {
    let got = false;
    await act("notes", (rows) => {
      const asked = rows.get("lease");
      asked.onsuccess = () => {
        const held = asked.result;
        const left = held ? held.until - Date.now() : 0;
        if (held && held.by !== me && left > 0 && left <= LEASE && !byHand) return;
        got = true;
        if (leave) rows.delete("lease");
        else rows.put({ by: me, until: Date.now() + LEASE }, "lease");
      };
    });
    return got;
  }

  /* Every answer has a state and words; what is no answer of ours is a cut line. */
  async function fetched(path, body, seconds) {
    const stop = new AbortController();
    const alarm = setTimeout(() => stop.abort(), seconds * 1000);
    const headers = person ? { "Haidang-Person": person } : {};
    if (body) headers["X-CSRFToken"] = token;
    try {
      const answer = await fetch(path, { method: body ? "POST" : "GET", body, headers, cache: "no-store", signal: stop.signal });
      if (answer.status === 403 && !/json/.test(answer.headers.get("Content-Type"))) return { state: "stale" };
      return await answer.json();
    } catch (cut) {
      const off = !navigator.onLine;
      return { state: "cut", off, words: off ? "Không có mạng." : "Máy chủ chưa trả lời." };
    } finally {
      clearTimeout(alarm);
    }
  }

  async function knock() {
    const answer = await fetched(door, null, 30);
    if (!answer.csrf) return answer;
    if (page && answer.person !== person) return { state: "another", words: "Người khác đang đăng nhập trên máy này." };
    person = answer.person;
    token = answer.csrf;
    return null;
  }

  async function ask(path, body, seconds) {
    for (let again = 0; ; again += 1) {
      const closed = token ? null : await knock();
      const answer = closed || (await fetched(path, body, seconds));
      if (answer.state !== "stale") return answer;
      if (again) return { state: "cut", words: "Máy chủ chưa trả lời." };
      token = ""; // of a session before; the door gives this one's
    }
  }

  /* One entry: its words first, then each file by itself. True where the next one may follow. */
  async function sendOne(entry) {
    if (!entry.code) {
      const answer = await ask(door + entry.query, JSON.stringify({ unit: entry.unit, fields: entry.fields }), 30);
      if (answer.state !== "received") return settle(entry, answer);
      await change(entry.id, () => ({ code: answer.code, url: answer.url, words: "", tries: 0 }));
      show();
    }
    for (const file of await files(entry.id)) {
      if (file.words) continue;
      const body = new FormData();
      body.append("file", new Blob([file.content], { type: file.type }), file.name);
      const answer = await ask(door + entry.id + "/", body, 120);
      if (answer.state === "received") await dropFile(file.key);
      else if (answer.state === "refused") await putFile(Object.assign(file, { words: answer.words }));
      else return settle(entry, answer);
    }
    const left = (await files(entry.id)).map((file) => file.words || "").join(" ");
    sentAt = Date.now();
    await change(entry.id, () => (left ? { state: "refused", words: left } : { state: "sent", sentAt, words: "" }));
    const old = (await mine()).filter((row) => row.state === "sent").slice(0, -10);
    for (const row of old) await remove(row.id);
    return true;
  }

  async function settle(entry, answer) {
    const ended = /refused|differs/.test(answer.state);
    stopped = /signed-out|another/.test(answer.state) ? answer.state : "";
    await change(entry.id, (now) => {
      const tries = (now.tries || 0) + (answer.off ? 0 : 1); // without any line nobody was asked
      const next = Date.now() + Math.min(300000, 4000 * 2 ** tries) * (0.75 + Math.random() / 2);
      return Object.assign(
        { words: answer.words, issues: answer.issues, tries, next, tried: Date.now() },
        ended ? { state: "refused", seen: answer.url } : {}
      );
    });
    return ended;
  }

  async function next(now, tried) {
    const due = (entry) => now || !entry.next || entry.next <= Date.now() || entry.next > Date.now() + 400000;
    const rows = await mine();
    return rows.find((entry) => entry.state === "waiting" && !tried.has(entry.id) && due(entry));
  }

  async function sendAll(now, byHand) {
    if (!page && (await knock())) return 0;
    const tried = new Set();
    let entry = await next(now, tried);
    if (!entry) return 0;
    if (!(await hold(byHand))) return HELD;
    const beat = setInterval(hold, LEASE / 3);
    stopped = "";
    try {
      for (let more = true; more && entry; entry = await next(now, tried)) {
        tried.add(entry.id);
        current = entry.id;
        show();
        more = await sendOne(entry);
        if (!more) break;
      }
    } finally {
      clearInterval(beat);
      current = "";
      await hold(false, true);
    }
    return 0;
  }

  function later(wait, now) {
    clearTimeout(timer);
    timer = setTimeout(() => send(now), wait);
  }

  /* Sends what is due, or all that waits (`now`); says how many of this person's entries still wait.
     A wish for `now` is never lost: a sending that runs, here or in another tab, is followed by one more. */
  function send(now, byHand) {
    if (busy && !now) return busy;
    if (busy) {
      hand = hand || byHand;
      again = again || busy.then(() => {
        const pressed = hand;
        again = hand = null;
        return send(true, pressed);
      });
      return again;
    }
    busy = sendAll(now, byHand).catch(() => 0).then(async (held) => {
      busy = null;
      const left = (await mine()).filter((entry) => entry.state === "waiting");
      const first = Math.min(...left.map((entry) => entry.next || Date.now() + 1000));
      if (page && left.length && !stopped) later(held || Math.max(1000, first - Date.now()), held && now);
      if (page) show();
      return left.length;
    });
    return busy;
  }

  /* Asks the browser to send when there is a line again, even with the page closed; where it can. */
  async function sendLater() {
    try {
      (await navigator.serviceWorker.ready).sync.register("outbox").catch(() => {});
    } catch (unknown) { /* it is sent when a page opens */ }
  }

  const two = (number) => String(number).padStart(2, "0");
  const clock = (at) => two(new Date(at).getHours()) + ":" + two(new Date(at).getMinutes());
  const weight = (rows) => Math.max(1, Math.round(rows.reduce((sum, file) => sum + file.content.byteLength, 0) / 1000)).toLocaleString("vi") + " kB";

  function words(waiting, refused) {
    if (current) return "Đang gửi…";
    const count = waiting ? "Đã lưu trên máy, chưa gửi (" + waiting + ")" : "";
    if (waiting && stopped === "signed-out") return "Phiên làm việc đã hết hạn. " + count;
    if (waiting && stopped) return "Người khác đang đăng nhập. " + count;
    if (waiting) return (navigator.onLine ? "" : "Mất mạng. ") + count;
    if (refused) return "Chưa được nhận, cần xem lại (" + refused + ")";
    return sentAt ? "Đã gửi lúc " + clock(sentAt) : "";
  }

  /* The bar of every page, the group on the week's list, and whoever listens. */
  async function show() {
    if (!bar) return;
    const rows = await mine();
    const waiting = rows.filter((entry) => entry.state === "waiting");
    const refused = rows.filter((entry) => entry.state === "refused");
    const said = words(waiting.length, refused.length);
    const link = bar.querySelector("a");
    const leave = stopped === "signed-out" && waiting.length;
    link.textContent = leave ? "Đăng nhập" : waiting.length ? "Gửi ngay" : "Xem";
    link.href = leave ? from.signIn + "?next=" + encodeURIComponent(from.list) : from.list;
    link.hidden = !waiting.length && !refused.length;
    const well = !copy && !rows.some((entry) => entry.state !== "sent" && entry.state !== "draft");
    const shown = well ? 1 : copy || !navigator.onLine || (waiting.length && !stopped) ? 0 : 2;
    bar.querySelectorAll(".icon").forEach((sign, at) => sign.toggleAttribute("hidden", at !== shown));
    bar.hidden = !said && !copy;
    bar.querySelector("[data-seen]").textContent = copy ? "Xem lúc " + clock(Number(copy)) + ", chưa cập nhật." : "";
    const place = bar.querySelector("[data-words]");
    if (place.textContent !== said) place.textContent = said;
    await fillWeek(waiting.concat(refused));
    page.dispatchEvent(new CustomEvent("outbox"));
  }

  async function fillWeek(rows) {
    const week = page.querySelector("[data-outbox]");
    if (!week) return;
    const list = week.querySelector("[data-outbox-list]");
    list.textContent = "";
    rows.forEach((entry) => list.appendChild(page.createElement("li")).textContent = entry.label);
    const kept = [].concat(...(await Promise.all(rows.map((entry) => files(entry.id)))));
    week.querySelector("[data-outbox-count]").textContent = rows.length;
    week.querySelector("[data-outbox-said]").textContent = "Tự gửi khi có mạng." + (kept.length ? " " + kept.length + " ảnh, tệp, " + weight(kept) + "." : "");
    week.hidden = !rows.length;
  }

  self.Outbox = { all, mine, get, put, putDraft, change, remove, files, putFile, dropFile, send, sendLater, show, clock, weight, person, who: from.who, copy, ask, door, sending: () => current };
  if (!bar || !self.indexedDB) return;

  page.addEventListener("click", (event) => {
    const link = event.target.closest("[data-send-now]");
    if (!link || link.textContent === "Đăng nhập" || link.textContent === "Xem") return;
    event.preventDefault();
    send(true, true);
  });
  /* Leaving with something unsent is asked about first, on the page that shows what it is. */
  page.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!/\/dang-xuat\/$/.test(form.action) || form.dataset.anyway !== undefined) return;
    event.preventDefault();
    const left = await mine().catch(() => []);
    if (left.some((entry) => entry.state !== "sent")) { location.assign(from.list + "#dang-xuat"); return; }
    for (const entry of left) await remove(entry.id);
    form.submit();
  });
  addEventListener("online", () => send(true));
  addEventListener("offline", () => show());
  page.addEventListener("visibilitychange", () => { if (!page.hidden) send(true); });
  addEventListener("pageshow", () => { send(true); show().catch(() => {}); });
  const others = (name) => /^pages-/.test(name) && name !== "pages-" + person;
  if (self.caches && !copy) caches.keys().then((names) => names.filter(others).forEach((name) => caches.delete(name)), () => {});
  if (navigator.serviceWorker) addEventListener("load", () => setTimeout(() => navigator.serviceWorker.register(from.worker).catch(() => {}), 3000));
})();
