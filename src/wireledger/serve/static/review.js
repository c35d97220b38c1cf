// One key decides and goes on: a key presses what the page marks with it, never while somebody writes or holds it down.
const writes = (target) => target.closest?.("input, textarea, select, [contenteditable]");
let gone = false;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || gone) return;
  if (writes(event.target) && event.key !== "Escape") return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.tagName === "DETAILS") {
    found.open = !found.open;
    found.querySelector("summary").focus();
    return;
  }
  gone = true;
  found.click();
});
window.addEventListener("pageshow", () => { gone = false; });
