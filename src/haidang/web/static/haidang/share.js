/* The phone's own share sheet, only where there is one. The page works without this file. ES2017. */
(function () {
  "use strict";
  if (!navigator.share) return;
  document.querySelectorAll("[data-share]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { share, shareTitle: title, shareUrl: url } = button.dataset;
      const text = document.querySelector(share).value.replace(url, "").trim(); // the sheet adds the link itself
      try {
        await navigator.share({ title, text, url });
      } catch (closed) { /* the person closed the sheet */ }
    });
  });
})();
