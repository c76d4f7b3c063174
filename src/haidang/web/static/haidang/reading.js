/* Reading a plan by keyboard. Every page works without this file: each key presses a link or button that is there. */
(function () {
  "use strict";
  const one = (selector) => document.querySelector(selector);
  const typing = /^(INPUT|TEXTAREA|SELECT)$/;

  /* Who types faster than the answer comes: the keys wait, and press what stands there then. */
  const waiting = [];
  let busy = false;

  function press(key) {
    const named = Array.from(document.querySelectorAll("[data-key]")).find((button) => button.dataset.key === key);
    if (named) named.click();
    return Boolean(named);
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target;
    if (at.isContentEditable || (typing.test(at.tagName) && !/^(checkbox|radio|hidden)$/.test(at.type))) return;
    const key = event.key.toLowerCase();
    if (busy && /^[a-z0-9]$/.test(key)) waiting.push(key);
    else if (press(key)) event.preventDefault();
  }

  function done() {
    busy = false;
    while (waiting.length && !busy) press(waiting.shift());
  }

  /* The sentence in the middle of the window, its card in sight beside it. */
  function comeIntoSight() {
    const card = one(".task[aria-current]");
    const sentence = one("#dang-xem");
    if (sentence && sentence.getClientRects().length) {
      const box = sentence.getBoundingClientRect();
      if (box.top < 80 || box.bottom > innerHeight - 40) sentence.scrollIntoView({ block: "center" });
    }
    const pane = one(".tasks");
    if (card && pane && pane.scrollHeight > pane.clientHeight) {
      pane.scrollTop = card.offsetTop - (pane.clientHeight - card.offsetHeight) / 3;
    }
  }

  function goOn(event) {
    if (event.target && event.target.id === "reading") {
      const card = one(".task[aria-current]");
      if (card && document.activeElement === document.body) card.focus({ preventScroll: true });
      comeIntoSight();
    }
    done();
  }

  document.addEventListener("keydown", onKey);
  document.addEventListener("htmx:beforeRequest", () => { busy = true; });
  document.addEventListener("htmx:afterRequest", (event) => { if (!event.detail.successful) { busy = false; waiting.length = 0; } });
  document.addEventListener("htmx:afterSettle", goOn);
  addEventListener("load", comeIntoSight);
})();
