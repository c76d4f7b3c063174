/* Comforts of the staff pages, which all work without. ES2017, no library. */
(function () {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  root.classList.add("js");

  /* Copy: <button data-copy="text to copy"> or <button data-copy-from="#id">. */
  async function copy(button) {
    const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
    const said = source ? source.value || source.textContent.trim() : button.dataset.copy;
    const text = said[0] === "/" ? location.origin + said : said; // a link is for pasting elsewhere
    try {
      await navigator.clipboard.writeText(text);
    } catch (refused) {
      // Plain http inside an office has no clipboard; the older way still works there.
      const box = document.createElement("textarea");
      box.value = text;
      document.body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    say(button, "Đã sao chép");
  }

  function say(button, words) {
    const label = button.lastChild;
    const before = label.textContent;
    label.textContent = words;
    setTimeout(() => { label.textContent = before; }, 2000);
  }

  /* Hôm nay, Hôm qua: fill the three boxes of a date. */
  function fillDay(button) {
    const id = button.closest("[data-days]").dataset.days;
    button.dataset.day.split(" ").forEach((part, at) => {
      const box = document.getElementById(id + "_" + at);
      box.value = part;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  function markDay(group) {
    const typed = [0, 1, 2].map((at) => Number(document.getElementById(group.dataset.days + "_" + at).value)).join(" ");
    all("[data-day]", group).forEach((button) => button.setAttribute("aria-pressed", button.dataset.day === typed));
  }

  /* Hiện, Ẩn: show what is typed into a password box. */
  function reveal(button) {
    const box = document.getElementById(button.dataset.reveal);
    const hidden = box.type === "password";
    box.type = hidden ? "text" : "password";
    button.setAttribute("aria-pressed", hidden);
    button.firstChild.textContent = hidden ? "Ẩn" : "Hiện";
  }

  /* Photos are made small: 1280 px, about 200 kB, without their position. Null: this browser cannot read it. One that
     does not turn photos upright by their EXIF (before Chrome 81) sends them as they are. */
  async function opened(file) {
    try {
      return await createImageBitmap(file);
    } catch (unknown) {
      const picture = new Image();
      picture.src = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(file);
      });
      await picture.decode();
      return picture;
    }
  }

  self.shrunk = async (file) => {
    const upright = window.CSS && CSS.supports("image-orientation", "from-image");
    if (!/^image\/|hei[cf]$/i.test(file.type || file.name)) return file;
    if (!upright && /jpe?g$/.test(file.type)) return file;
    try {
      const picture = await opened(file);
      const scale = Math.min(1, 1280 / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      if (picture.close) picture.close();
      const drawn = (quality) => new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
      const good = await drawn(0.8);
      const blob = good && good.size > 250000 ? await drawn(0.6) : good;
      return blob && new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
    } catch (unreadable) {
      return null;
    }
  };

  async function tookFiles(input) {
    if (input.dataset.shrink !== undefined) {
      try {
        const files = Array.from(input.files);
        const small = await Promise.all(files.map(self.shrunk));
        const carrier = new DataTransfer();
        small.forEach((file, at) => carrier.items.add(file || files[at])); // the server says what is wrong with it
        input.files = carrier.files;
      } catch (unknown) { /* it goes as it is */ }
    }
    const place = input.closest(".file") && input.closest(".file").querySelector("[data-file-name]");
    const size = (file) => file.name + " (" + Math.max(1, Math.round(file.size / 1000)).toLocaleString("vi") + " kB)";
    if (place) place.textContent = Array.from(input.files).map(size).join(", ");
  }

  /* A form with data-guard asks before typed words are lost. */
  let unsaved = false;
  addEventListener("beforeunload", (event) => {
    if (!unsaved) return;
    event.preventDefault();
    event.returnValue = "";
  });

  function onKey(event) {
    if (event.key === "Escape") all(".drop[open]").forEach((drop) => { drop.open = false; drop.firstElementChild.focus(); });
  }

  /* The line from the chosen sentence to its card is decoration: the page says the same with aria-current. */
  function drawLine() {
    const svg = document.querySelector("svg.read-line");
    const from = document.querySelector(".sent[aria-current]");
    const to = document.querySelector(".task[aria-current]");
    if (!svg || !from || !to) return;
    const frame = svg.getBoundingClientRect();
    const last = from.getClientRects()[0];
    if (!last) return; // on a phone one of the two is not shown
    const edge = document.querySelector(".source").getBoundingClientRect().right;
    const card = to.getBoundingClientRect();
    const [x1, y1] = [edge - frame.left - 8, last.top + last.height / 2 - frame.top];
    const [x2, y2] = [card.left - frame.left, card.top - frame.top + 26];
    const turn = (x1 + x2) / 2 + 4;
    svg.innerHTML = `<path d="M${x1} ${y1}H${turn}V${y2}H${x2}"/><circle cx="${x1}" cy="${y1}" r="4"/><circle cx="${x2}" cy="${y2}" r="4"/>`;
  }

  document.addEventListener("click", (event) => {
    all(".drop[open]").forEach((drop) => { if (!drop.contains(event.target)) drop.open = false; });
    const on = (selector) => event.target.closest(selector);
    if (on("[data-copy],[data-copy-from]")) copy(on("[data-copy],[data-copy-from]"));
    if (on("[data-day]")) fillDay(on("[data-day]"));
    if (on("[data-reveal]")) reveal(on("[data-reveal]"));
    if (on("[data-print]")) print();
  });
  document.addEventListener("input", (event) => {
    if (event.target.closest("form[data-guard]")) unsaved = true;
    all("[data-days]").forEach(markDay);
    const count = event.target.id && document.querySelector(`[data-count-of="${event.target.id}"]`);
    if (count) count.textContent = event.target.value.length.toLocaleString("vi");
  });
  document.addEventListener("change", (event) => { if (event.target.type === "file") tookFiles(event.target); });
  document.addEventListener("submit", (event) => {
    unsaved = false;
    const button = event.target.querySelector(".btn.main");
    if (!button || event.defaultPrevented || event.target.hasAttribute("hx-post")) return;
    // Disabled only after the form has been sent, else the button's own value would be missing.
    setTimeout(() => { button.setAttribute("aria-disabled", "true"); button.lastChild.textContent = "Đang gửi…"; }, 1000);
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("htmx:afterSettle", drawLine);
  document.addEventListener("scroll", drawLine, { capture: true, passive: true });
  addEventListener("resize", drawLine);
  addEventListener("load", drawLine);
  all("[data-days]").forEach(markDay);
  drawLine();
  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();
})();
