/* Words on sittings (S24) wait on this device like entries of the log (S6). It works without this file. */
(function () {
  "use strict";
  const root = document.querySelector("[data-ticks]");
  const box = self.Outbox;
  if (!root || !box || !self.indexedDB) return;
  /* The page was kept some hours ago, or a day: what was to come then may be over. */
  if (box.copy) root.querySelectorAll("[data-later], [data-tomorrow]").forEach((part) => { part.hidden = false; });

  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("").replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  /* A kept page bears the names of words that were said already: each press is a new one. */
  function written(form) {
    const id = uuid();
    const fields = Array.from(new FormData(form)).filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "id");
    fields.push(["id", id]);
    const missed = fields.some(([name, value]) => name === "missed" && value);
    const label = "Phát thanh: " + form.dataset.tick + (missed ? ", không phát" : ", đã phát");
    return { id, person: box.person, who: box.who, unit: "", query: "?phat-thanh=1", fields, label, state: "waiting", saved: Date.now() };
  }

  function say(form, words) {
    const foot = form.closest("[data-tick-foot]");
    const place = foot.querySelector("[data-tick-said]");
    place.textContent = words;
    place.hidden = false;
  }

  root.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.dataset.tick) return;
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    const entry = written(form);
    try {
      await box.put(entry);
    } catch (full) {
      form.submit(); // nothing is kept here: straight to the server
      return;
    }
    box.sendLater();
    say(form, "Đã lưu trên máy này. Đang gửi…");
    await box.send(true, true);
    const now = await box.get(entry.id);
    if (!now || now.state === "sent") { location.reload(); return; }
    button.disabled = false;
    if (now.state !== "refused") { say(form, "Đã lưu trên máy này, tự gửi khi có mạng."); return; }
    say(form, now.words); // it is mended here and pressed again: nothing is left to wait
    await box.remove(entry.id);
    box.show();
  });
})();
