/* The page of what waits on this device (S6): each entry with its state in words, and what can be done with it. */
(function () {
  "use strict";
  const root = document.querySelector("[data-waiting]");
  const box = self.Outbox;
  const one = (selector, at) => (at || root).querySelector(selector);
  const show = (selector, is) => { one(selector).hidden = !is; };
  const STATES = { draft: "", waiting: "", refused: "" };

  function facts(entry, files) {
    const parts = ["Ghi lúc " + box.clock(entry.saved)];
    if (files.length) parts.push(files.length + " ảnh, tệp, " + box.weight(files));
    if (entry.tried) parts.push("gửi lần cuối lúc " + box.clock(entry.tried));
    return parts.join(" · ");
  }

  async function row(entry) {
    const files = await box.files(entry.id);
    const part = document.importNode(document.getElementById("row").content, true);
    const state = box.sending() === entry.id ? "sending" : entry.state;
    const item = one("li", part);
    item.dataset.id = entry.id;
    one("[data-title]", part).textContent = entry.label;
    one("[data-facts]", part).textContent = facts(entry, files);
    const got = entry.code ? "Đã nhận phần chữ, mã biên nhận " + entry.code + ". " : "";
    one("[data-why]", part).textContent = got + (entry.words || "");
    part.querySelectorAll("[data-state]").forEach((tag) => { tag.hidden = tag.dataset.state !== state; });
    const may = { edit: !entry.code && !/^\?phat-thanh/.test(entry.query), view: entry.url || entry.seen, bare: files.length, save: true, drop: !entry.code || entry.state === "refused" };
    part.querySelectorAll("[data-if]").forEach((act) => {
      act.hidden = state === "sending" || !may[act.dataset.if];
      if (act.tagName === "A") act.href = act.dataset.if === "view" ? may.view || "" : root.dataset.log + (entry.query ? entry.query + "&" : "?") + "nhap=" + entry.id;
      else act.setAttribute("aria-label", act.textContent.trim() + ": " + entry.label);
    });
    return part;
  }

  let line = Promise.resolve();
  const draw = () => { line = line.then(drawn).catch(() => show("[data-nothing-kept]", true)); };

  async function drawn() {
    const every = await box.all();
    const rows = every.filter((entry) => entry.person === box.person);
    const left = rows.filter((entry) => entry.state in STATES);
    const sent = rows.filter((entry) => entry.state === "sent").reverse();
    const parts = await Promise.all(left.map(row));
    const at = document.activeElement && document.activeElement.closest("[data-id]");
    const list = one("[data-rows]");
    list.textContent = "";
    parts.forEach((part) => list.appendChild(part));
    if (at) (one('[data-id="' + at.dataset.id + '"]') || one("[data-empty] a")).focus();
    show("[data-empty]", !left.length);
    show("[data-all]", left.length);
    show("[data-done]", sent.length);
    show("[data-leaving]", location.hash === "#dang-xuat" && left.length);
    const done = one("[data-sent]");
    done.textContent = "";
    sent.forEach((entry) => {
      const link = done.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
      Object.assign(link, { href: entry.url, textContent: entry.label });
      link.parentNode.append(" · mã " + entry.code + " · đã gửi lúc " + box.clock(entry.sentAt));
    });
    const others = every.filter((entry) => entry.person !== box.person && entry.state in STATES);
    const whose = Array.from(new Set(others.map((entry) => entry.who))).join("; ");
    one("[data-others] div").textContent = "Trên máy này còn " + others.length + " mục của người khác (" + whose + "). Chỉ gửi được khi chính người ấy đăng nhập.";
    show("[data-others]", others.length);
  }

  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
  function text(content) {
    let letters = "";
    new Uint8Array(content).forEach((byte) => { letters += String.fromCharCode(byte); });
    return btoa(letters);
  }

  async function saveFile(rows) {
    const entries = await Promise.all(rows.map(async (entry) => Object.assign({}, entry, {
      files: (await box.files(entry.id)).map((file) => Object.assign({}, file, { content: text(file.content) })),
    })));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify({ haidang: 1, entries })], { type: "application/json" }));
    link.download = "cho-gui.json";
    link.click();
  }

  /* A file may come from anywhere: its addresses open pages of here, or nothing. */
  const here = (address) => (/^\/[^/\\\s]/.test(address) ? address : "");

  async function bring(file) {
    const { entries } = JSON.parse(await file.text());
    const own = entries.filter((entry) => entry.person === box.person && /^[\w-]{36}$/.test(entry.id));
    let count = 0;
    for (const entry of own) {
      if (await box.get(entry.id)) continue;
      for (const kept of entry.files) await box.putFile(Object.assign(kept, { entry: entry.id, content: bytes(kept.content) }));
      delete entry.files;
      const query = /^\?/.test(entry.query) ? entry.query : "";
      await box.put(Object.assign(entry, { url: here(entry.url), seen: here(entry.seen), query }));
      count += 1;
    }
    if (!own.length && entries.length) return "Tệp này của người khác: chỉ người ấy đưa vào được.";
    return count ? "Đã đưa vào " + count + " mục." : "Các mục trong tệp đã có trên máy này.";
  }

  const acts = {
    all: async () => {
      const rows = (await box.mine()).filter((entry) => entry.state === "refused" && !entry.issues && !entry.seen);
      for (const entry of rows) await box.change(entry.id, () => ({ state: "waiting" }));
      await box.send(true, true);
    },
    "save-all": async () => saveFile((await box.mine()).filter((entry) => entry.state in STATES)),
    save: async (id) => saveFile([await box.get(id)]),
    bare: async (id) => {
      for (const file of await box.files(id)) await box.dropFile(file.key);
      await box.change(id, () => ({ state: "waiting", words: "" }));
      await box.send(true, true);
    },
    drop: (id) => box.remove(id),
  };

  /* What cannot be taken back is pressed twice. */
  const sure = (press, act) => {
    if (!/^(drop|bare)$/.test(act) || press.dataset.sure) return true;
    press.dataset.sure = "1";
    press.lastChild.textContent = act === "drop" ? "Bấm lần nữa để xóa hẳn" : "Bấm lần nữa để bỏ ảnh, gửi";
    return false;
  };

  root.addEventListener("click", async (event) => {
    const press = event.target.closest("[data-act]");
    if (!press || !sure(press, press.dataset.act)) return;
    const row = press.closest("[data-id]");
    await acts[press.dataset.act](row && row.dataset.id);
    box.show();
  });
  one("#bring").addEventListener("change", async (event) => {
    event.stopPropagation();
    const said = one("[data-brought]");
    said.textContent = await bring(event.target.files[0]).catch(() => "Không đọc được tệp này. Chọn tệp “cho-gui.json” lưu từ trang này.");
    event.target.value = "";
    box.show();
    box.send(true);
  });
  document.addEventListener("outbox", draw);
  addEventListener("hashchange", draw);
  show("[data-offline]", /mat-mang/.test(location.search));
  if (box) draw();
})();
