/* The log form: what the chosen kind asks for, its task, a draft. It works without this file. */
(function () {
  "use strict";
  const form = document.querySelector("form[data-log]");
  if (!form) return;
  const box = self.Outbox;
  const task = form.elements.task;
  const one = (selector) => document.querySelector(selector);
  const asked = new URLSearchParams(location.search);
  const rows = (name) => (form.dataset[name] || "").split(" ").filter(Boolean).map((row) => row.split(":"));
  const usual = rows("tasks"), occasions = rows("occasions");
  let chosenByHand = asked.has("nhiem-vu") || asked.has("lap-lai") || !form.dataset.unit;

  function nameTask() {
    const choice = task.options[task.selectedIndex];
    form.querySelector("[data-task-name]").textContent = choice && choice.value ? choice.text : "Chưa gắn với nhiệm vụ nào";
  }

  function showAsked() {
    const kind = form.elements.kind.value;
    form.querySelectorAll("[data-asked]").forEach((part) => {
      part.hidden = !part.dataset.asked.split(" ").includes(kind);
    });
    form.querySelectorAll("[data-opens]").forEach((part) => {
      if (part.dataset.opens.split(" ").includes(kind)) part.open = true;
    });
    return kind;
  }

  const pairs = (text) => {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return words.slice(1).map((word, at) => words[at] + " " + word);
  };

  /* As queries/suggesting.py does. */
  function suggest(kind) {
    const said = pairs(form.elements.title.value);
    const [day, month, year] = ["on_day", "on_month", "on_year"].map((name) => form.elements[name].value % 2000);
    const at = (year + 2000) * 10000 + month * 100 + day;
    const last = usual.find((row) => row[0] === kind) || ["", "", 0];
    const near = occasions.filter(([, begins, on, until, kinds]) => begins <= at && at <= until && (kinds || kind).split(",").includes(kind) && (at >= on || last[2] < begins))
      .sort((one, other) => Math.abs(one[2] - at) - Math.abs(other[2] - at))[0];
    let best = near ? near[0] : last[1], most = 1;
    Array.from(task.options).slice(1).forEach((option) => {
      const shared = pairs(option.text).filter((pair) => said.includes(pair)).length;
      if (shared > most) [best, most] = [option.value, shared];
    });
    return best;
  }

  form.addEventListener("change", (event) => {
    const name = event.target.name;
    if (event.target === task) {
      chosenByHand = true;
      nameTask();
    }
    if (!/^(kind|title|on_.+)$/.test(name)) return;
    const found = suggest(showAsked());
    if (!chosenByHand && found) {
      task.value = found;
      nameTask();
    }
  });
  showAsked();

  /* From here on: the draft. */
  const said = one("[data-draft]");
  const list = one("[data-kept-files]");
  const panel = one("[data-saved]");
  const button = form.querySelector(".btn.main");
  const inputs = Array.from(form.querySelectorAll("input[type=file]"));
  let loose = []; // photos without room here: sent at once, or not at all
  let id, timer, saved, working, unkept;

  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("").replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  const controls = () => Array.from(form.elements).filter((control) => control.name && control.type !== "file" && control.name !== "csrfmiddlewaretoken");

  function typed() {
    return controls().filter((c) => c.value !== "" && (!/radio|checkbox/.test(c.type) || c.checked))
      .reduce((rows, c) => rows.concat(c.options ? Array.from(c.selectedOptions, (o) => [c.name, o.value]) : [[c.name, c.value]]), []);
  }

  const first = String(typed()); // what is typed early is kept too

  function fill(fields) {
    controls().forEach((control) => {
      const values = fields.filter((row) => row[0] === control.name).map((row) => row[1]);
      if (/radio|checkbox/.test(control.type)) control.checked = values.includes(control.value);
      else if (control.multiple) Array.from(control.options).forEach((option) => { option.selected = values.includes(option.value); });
      else control.value = values[0] || "";
      if (control === task && values[0] && !task.value) task.add(new Option("Nhiệm vụ lúc ghi nháp", values[0], true, true));
    });
    chosenByHand = true;
    showAsked();
    nameTask();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function label(fields) {
    const kind = form.querySelector("[name=kind]:checked");
    const of = new Map(fields);
    const title = (of.get("title") || "").trim().slice(0, 60);
    return (kind ? kind.closest("label").textContent.trim() : "") + (title ? ": " + title : "") + ", " + of.get("on_day") + "/" + of.get("on_month");
  }

  function written(state) {
    const fields = typed();
    saved = Date.now();
    return { id, person: box.person, who: box.who, unit: form.dataset.unit, query: new URL(form.action).search, fields, label: label(fields), state, saved };
  }

  /* `ours` is what was pressed here; what is only typed gives way to another tab. */
  async function keep(state, ours) {
    clearTimeout(timer);
    timer = 0;
    const there = ours ? await box.put(written(state)) : await box.putDraft(written(state));
    if (there && there.state && there.state !== "draft") {
      said.textContent = "Hoạt động này đã bấm Lưu ở một thẻ khác: chữ gõ ở đây không được lưu.";
      return;
    }
    said.textContent = "Đã lưu nháp trên máy lúc " + box.clock(saved);
  }

  const draft = async (ours) => working || keep("draft", ours).catch(() => { said.textContent = "Máy đã đầy, không lưu được nháp. Đừng đóng trang này trước khi gửi."; });

  async function showFiles() {
    const kept = await box.files(id);
    list.textContent = "";
    kept.forEach((file) => {
      const row = list.appendChild(document.createElement("li"));
      row.textContent = file.name + " (" + box.weight([file]) + ") ";
      const drop = row.appendChild(document.createElement("button"));
      Object.assign(drop, { type: "button", className: "linklike", textContent: "Bỏ" });
      drop.setAttribute("aria-label", "Bỏ " + file.name);
      drop.onclick = async () => { await box.dropFile(file.key); showFiles(); };
    });
  }

  async function take(input) {
    const notes = [];
    await draft();
    for (const file of Array.from(input.files)) {
      const place = input.closest(".file").querySelector("[data-file-name]");
      place.textContent = "Đang thu nhỏ ảnh…";
      const small = await self.shrunk(file);
      if (!small) {
        notes.push(file.name + ": trình duyệt này không đọc được ảnh, nên ảnh không được thêm. Chụp lại bằng nút Chụp ảnh, hoặc đặt máy ảnh ở kiểu JPEG.");
      } else {
        try {
          const content = await new Response(small).arrayBuffer();
          await box.putFile({ key: id + "/" + Date.now() + "/" + Math.random(), entry: id, name: small.name, type: small.type, content });
        } catch (full) {
          loose.push(small);
          notes.push(small.name + ": máy đã đầy, chưa giữ được ảnh này. Ảnh chỉ được gửi nếu bấm Lưu ngay khi có mạng.");
        }
      }
      place.textContent = notes.join(" ");
    }
    input.value = "";
    await showFiles();
  }

  /* What the server refused: a summary, and at each field. */
  function tell(entry) {
    form.querySelectorAll(".errors,.wrong>.error").forEach((old) => old.remove());
    form.querySelectorAll(".wrong").forEach((old) => old.classList.remove("wrong"));
    form.querySelectorAll("[aria-invalid]").forEach((old) => old.removeAttribute("aria-invalid"));
    if (!entry.words) return;
    const summary = document.createElement("div");
    Object.assign(summary, { className: "errors", tabIndex: -1 });
    summary.setAttribute("role", "alert");
    summary.appendChild(document.createElement("h2")).textContent = "Có lỗi cần sửa";
    const lines = summary.appendChild(document.createElement("ul"));
    (entry.issues || [{ words: entry.words }]).forEach((issue) => {
      const line = lines.appendChild(document.createElement("li"));
      const at = controls().find((c) => issue.field && c.type !== "hidden" && (c.name === issue.field || c.name.startsWith(issue.field + "_")));
      if (!at) { line.textContent = issue.words; return; }
      Object.assign(line.appendChild(document.createElement("a")), { href: "#" + at.id, textContent: issue.words });
      at.setAttribute("aria-invalid", "true");
      const place = at.closest(".field");
      if (!place) return;
      place.classList.add("wrong");
      const words = document.createElement("span");
      Object.assign(words, { className: "error", id: at.id + "_error", textContent: issue.words });
      at.setAttribute("aria-describedby", words.id);
      place.insertBefore(words, place.children[1] || null);
    });
    form.insertBefore(summary, form.firstChild);
    summary.focus();
  }

  /* The receipt, or that it waits. */
  async function showSaved() {
    if (panel.hidden) return;
    const entry = unkept || (await box.get(id));
    if (!entry) return;
    const left = unkept ? 0 : (await box.files(id)).length;
    const files = left ? " Còn " + left + " ảnh, tệp chưa gửi." : "";
    const head = entry.code ? "Đã gửi. Mã biên nhận " + entry.code : "Đã lưu trên máy lúc " + box.clock(entry.saved) + ", chưa gửi";
    const why = entry.code ? files : entry.words || "Tự gửi khi có mạng." + files;
    panel.querySelector("h2").textContent = head;
    panel.querySelector("[data-why]").textContent = entry.code && entry.words ? entry.words : why;
    panel.querySelector("[data-waits]").hidden = entry.state === "sent";
    const link = panel.querySelector("[data-view]");
    link.hidden = !entry.url;
    if (entry.url) link.href = entry.url;
    panel.querySelector("[data-undo]").hidden = Date.now() - entry.saved > 10000 || Boolean(box.sending());
  }

  function show(form_, panel_) {
    form.hidden = !form_;
    panel.hidden = !panel_;
    all("[data-repeat]").forEach((part) => { part.hidden = !form_; });
  }

  async function save(event) {
    event.preventDefault();
    if (working) return;
    working = true;
    button.setAttribute("aria-disabled", "true");
    button.lastChild.textContent = "Đang gửi…";
    if (!(await begun)) return form.submit();
    await Promise.all(taking);
    let entry = await keep("waiting", true).then(() => null, () => written("waiting"));
    unkept = entry;
    if (unkept) {
      const answer = await box.ask(box.door + entry.query, JSON.stringify({ unit: entry.unit, fields: entry.fields }), 30);
      Object.assign(entry, answer.state === "received" ? answer : { state: "refused", issues: answer.issues, words: answer.words + " Máy đã đầy, không giữ được gì: đừng đóng trang này." });
    } else {
      box.sendLater();
      await Promise.race([box.send(true), new Promise((done) => setTimeout(done, 10000))]);
      entry = await box.get(id);
    }
    const notes = [];
    for (const file of entry.code ? loose : []) {
      const body = new FormData();
      body.append("file", file);
      const answer = await box.ask(box.door + id + "/", body, 120);
      if (answer.state !== "received") notes.push(file.name + ": " + answer.words);
    }
    if (!entry.code) loose.forEach((file) => notes.push(file.name + ": chưa gửi, và máy không giữ được. Thêm ảnh sau, ở trang hoạt động."));
    working = false;
    button.removeAttribute("aria-disabled");
    button.lastChild.textContent = "Lưu hoạt động";
    if (entry.state === "refused" && !entry.code) {
      await draft(true);
      box.show();
      tell(entry);
      return;
    }
    loose = [];
    if (unkept) await box.remove(id).catch(() => {});
    tell({});
    show(false, true);
    await showSaved();
    panel.querySelector("[data-loose]").textContent = notes.join(" ");
    panel.querySelector("h2").focus();
    setTimeout(showSaved, 10500);
  }

  async function undo() {
    const entry = unkept || (await box.get(id));
    if (entry.code) {
      const answer = await box.ask(box.door + id + "/hoan-tac/", new FormData(), 30);
      if (answer.state !== "undone") { panel.querySelector("[data-why]").textContent = answer.words; return; }
      const kept = await box.files(id);
      await box.remove(id).catch(() => {});
      id = uuid();
      for (const file of kept) await box.putFile(Object.assign(file, { entry: id, words: "" }));
    }
    form.elements.id.value = id;
    unkept = null;
    await draft(true);
    show(true, false);
    await showFiles();
    box.show();
    form.elements.title.focus();
  }

  const all = (selector) => document.querySelectorAll(selector);
  const taking = [];

  /* The form opens with the day it was last seen on. */
  function moveDay() {
    const gone = Math.round((new Date().setHours(12, 0) - new Date(Number(box.copy)).setHours(12, 0)) / 86400000);
    if (!gone) return;
    const moved = (day) => {
      const at = new Date(day[2], day[1] - 1, Number(day[0]) + gone);
      return [at.getDate(), at.getMonth() + 1, at.getFullYear()];
    };
    all("[data-day]").forEach((press) => { press.dataset.day = moved(press.dataset.day.split(" ")).join(" "); });
    const boxes = ["on_day", "on_month", "on_year"].map((name) => form.elements[name]);
    moved(boxes.map((part) => part.value)).forEach((part, at) => { boxes[at].value = part; });
  }

  async function begin() {
    const rows = await box.mine();
    const wanted = asked.get("nhap");
    const touched = first !== String(typed());
    const plain = !touched && !Array.from(asked.keys()).some((name) => name !== "don-vi") && !one(".errors");
    const unsent = (row) => !row.code && (row.id === wanted || (plain && row.state === "draft" && row.unit === form.dataset.unit));
    const entry = rows.filter(unsent).pop();
    id = entry ? entry.id : uuid();
    if (entry) {
      fill(entry.fields);
      form.elements.id.value = id;
      await keep("draft", true);
      await showFiles();
      tell(entry);
      said.textContent = "Đã mở lại bản nháp lưu lúc " + box.clock(entry.saved);
      one("[data-drop-draft]").hidden = false;
    } else if (box.copy) moveDay();
    form.elements.id.value = id;
    delete form.dataset.guard; // nothing is lost any more
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => draft(), 400); });
    form.addEventListener("change", (event) => {
      if (!inputs.includes(event.target)) return draft();
      event.stopPropagation();
      taking.push(take(event.target));
    });
    if (touched) draft();
    inputs.forEach((input) => input.files.length && taking.push(take(input)));
    addEventListener("pagehide", () => { if (timer && !form.hidden) draft(); });
    document.addEventListener("outbox", showSaved);
    panel.querySelector("[data-undo]").onclick = undo;
    one("[data-drop-draft]").onclick = async () => { await box.remove(id); location.assign(form.action); };
  }

  if (!box || !said) return;
  form.addEventListener("submit", save);
  const begun = begin().then(() => true, () => { said.textContent = "Máy này không giữ được bản nháp: bấm Lưu hoạt động sẽ gửi ngay, khi có mạng."; });
})();
