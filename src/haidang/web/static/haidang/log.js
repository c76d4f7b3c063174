/* The log form: shows what the chosen kind asks for, and the task of last time. The page works without it. */
(function () {
  "use strict";
  const form = document.querySelector("form[data-log]");
  if (!form) return;
  const task = form.elements.task;
  const name = form.querySelector("[data-task-name]");
  const suggested = new Map(form.dataset.tasks.split(" ").filter(Boolean).map((pair) => pair.split(":")));
  let chosenByHand = false;

  function nameTask() {
    const choice = task.options[task.selectedIndex];
    name.textContent = choice && choice.value ? choice.text : "Chưa gắn với nhiệm vụ nào";
  }

  function showAsked() {
    const kind = form.elements.kind.value;
    form.querySelectorAll("[data-asked]").forEach((part) => {
      part.hidden = !part.dataset.asked.split(" ").includes(kind);
    });
    return kind;
  }

  form.addEventListener("change", (event) => {
    if (event.target === task) {
      chosenByHand = true;
      nameTask();
    }
    if (event.target.name !== "kind") return;
    const kind = showAsked();
    if (!chosenByHand && suggested.has(kind)) {
      task.value = suggested.get(kind);
      nameTask();
    }
  });
  showAsked();
})();
