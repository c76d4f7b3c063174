/* The writing form: marks by a press, looks of what is pasted, a draft on this device. It works without this file. */
(function () {
  "use strict";
  const box = self.Outbox;
  const person = box && box.person;
  const one = (selector) => document.querySelector(selector);
  const form = one("form[data-writing]");
  const name = (story) => "bai:" + person + ":" + story;

  function load(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (error) { return null; }
  }
  function drop(key) {
    try { localStorage.removeItem(key); } catch (error) { /* a browser that keeps nothing */ }
  }

  /* The story's own page says which words the server has: a draft that was sent goes. */
  const seen = one("[data-kept-story]");
  if (seen && person) {
    const kept = load(name(seen.dataset.keptStory));
    if (kept && kept.sent && seen.dataset.revision !== kept.revision) drop(name(seen.dataset.keptStory));
    if (kept && kept.sent === "same") drop(name(seen.dataset.keptStory));
  }

  /* Too large a file is told before it is sent. */
  const limits = one("form[data-most-video]");
  if (limits) limits.addEventListener("change", (event) => {
    const file = event.target.files && event.target.files[0];
    const place = limits.querySelector("[data-too-large]");
    if (!place || event.target.type !== "file") return;
    const most = file && /^video\//.test(file.type) ? limits.dataset.mostVideo : limits.dataset.mostPaper;
    place.hidden = !file || file.size <= most * 1048576;
    place.textContent = place.hidden ? "" : "Tệp nặng " + Math.ceil(file.size / 1048576).toLocaleString("vi") + " MB, quá " + most + " MB nên máy chủ sẽ không nhận. Chọn tệp nhỏ hơn, hoặc đăng lên kênh của đơn vị rồi dán đường dẫn.";
    limits.querySelector(".btn.main").disabled = !place.hidden;
  });
  if (!form) return;

  /* Marks. */
  const body = form.querySelector("textarea[data-marks]");
  const MARKS = [["Đậm", "**", "**"], ["Nghiêng", "*", "*"], ["Đề mục", "## "], ["Danh sách", "- "], ["Trích", "> "], ["Liên kết", "[", "](https://)"]];
  function put(text, from, to) {
    body.focus();
    body.setSelectionRange(from, to);
    /* insertText keeps what Ctrl+Z can take back; where it is not there, setRangeText does the same without. */
    if (!document.execCommand("insertText", false, text)) {
      body.setRangeText(text, from, to, "end");
      body.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  function mark(before, after) {
    let [from, to] = [body.selectionStart, body.selectionEnd];
    if (after === undefined) {
      from = body.value.lastIndexOf("\n", from - 1) + 1;
      put(body.value.slice(from, to).split("\n").map((line) => before + line).join("\n"), from, to);
      return;
    }
    const chosen = body.value.slice(from, to) || "chữ";
    put(before + chosen + after, from, to);
    body.setSelectionRange(from + before.length, from + before.length + chosen.length);
  }
  if (body) {
    const bar = document.createElement("div");
    bar.className = "marks";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Dấu");
    MARKS.forEach(([word, before, after]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word;
      button.addEventListener("click", () => mark(before, after));
      bar.append(button);
    });
    body.parentNode.insertBefore(bar, body);
    body.addEventListener("paste", paste);
  }
  const line = form.querySelector("[data-saved]");

  /* Looks of pasted words: the server turns them into marks as it does when they are kept. */
  async function paste(event) {
    const html = event.clipboardData && event.clipboardData.getData("text/html");
    if (!html || !/<(b|strong|i|em|h\d|ul|ol|li|a|table|blockquote|p|span|div)\b/i.test(html)) return;
    const plain = event.clipboardData.getData("text/plain");
    event.preventDefault();
    const [from, to] = [body.selectionStart, body.selectionEnd];
    let words = plain;
    const stop = new AbortController();
    const alarm = setTimeout(() => stop.abort(), 8000); // longer nobody waits for a paste
    try {
      const asked = new URLSearchParams({ html, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
      const answer = await fetch(form.dataset.paste, { method: "POST", body: asked, signal: stop.signal });
      if (answer.ok) {
        const said = await answer.json();
        words = said.marks || plain;
        if (said.said.length) line.textContent = said.said.join(" ");
      }
    } catch (error) { /* without a line the letters alone are put in */ } finally { clearTimeout(alarm); }
    /* A heading, a list or a second paragraph begins on a line of its own. */
    const isBlock = /^(#|- |> |\d+\. )|\n\n/.test(words);
    if (isBlock && from && !/\n\s*$/.test(body.value.slice(0, from))) words = "\n\n" + words;
    put(words, from, to);
  }

  /* The draft: kept within a second, given back after a reload, gone when the server has the words. */
  if (!person) return;
  const key = name(form.dataset.writing);
  const controls = () => Array.from(form.elements).filter((c) => c.name && c.type !== "hidden" && c.type !== "submit" && c.tagName !== "BUTTON");
  const typed = () => controls().map((c) => [c.name, /radio|checkbox/.test(c.type) ? (c.checked ? "1" : "") : c.value]);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const first = typed();
  let timer;

  function keep(sent) {
    clearTimeout(timer);
    timer = 0;
    const fields = typed();
    if (same(fields, first) && !sent && !form.hasAttribute("data-refused")) { drop(key); return; }
    try {
      localStorage.setItem(key, JSON.stringify({ fields, revision: form.dataset.revision, saved: Date.now(), sent: sent ? (same(fields, first) ? "same" : "yes") : "" }));
      line.textContent = "Đã giữ trên máy này lúc " + new Date().toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" }) + ".";
    } catch (error) {
      line.textContent = "Máy này không còn chỗ giữ bản nháp. Hãy lưu bài.";
    }
  }
  function fill(fields) {
    const said = new Map(fields);
    controls().forEach((c) => {
      if (!said.has(c.name)) return;
      if (/radio|checkbox/.test(c.type)) c.checked = Boolean(said.get(c.name));
      else c.value = said.get(c.name);
    });
  }
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, 800); });
  form.addEventListener("submit", () => keep(true));
  addEventListener("pagehide", () => { if (timer) keep(); });

  function offer(kept) {
    const place = form.querySelector("[data-kept]");
    const at = new Date(kept.saved).toLocaleString("vi", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" });
    const isOlder = kept.revision !== form.dataset.revision;
    const before = typed();
    place.hidden = false;
    place.className = "kept-words";
    place.setAttribute("role", "status");
    place.textContent = isOlder ? "Máy này còn bản chưa lưu, lúc " + at + ". Từ đó bài đã có bản mới hơn." : "Đã lấy lại bản chưa lưu trên máy này, lúc " + at + ".";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn small";
    button.textContent = isOlder ? "Lấy bản trên máy này" : "Bỏ, dùng bản đã lưu";
    button.addEventListener("click", () => {
      if (isOlder) {
        fill(kept.fields);
        /* Whoever saves older words over newer ones is shown both first. */
        form.elements.seen.value = kept.revision;
        place.textContent = "Đã lấy bản trên máy này. Khi lưu, hai bản sẽ được đặt cạnh nhau.";
      } else {
        fill(before);
        drop(key);
        place.hidden = true;
      }
    });
    place.append(document.createElement("br"), button);
    if (!isOlder) fill(kept.fields);
  }
  const kept = load(key);
  if (kept && !form.hasAttribute("data-refused")) {
    if (kept.sent && kept.revision !== form.dataset.revision) drop(key);
    else if (same(kept.fields, first)) drop(key);
    else offer(kept);
  }
})();
