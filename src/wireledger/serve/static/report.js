// Ties what was read to its words and back: what is pointed at or has the focus, and all that belongs to it, is outlined.
const tied = new Map();
for (const one of document.querySelectorAll("[data-tie]")) {
  for (const name of one.dataset.tie.split(" ")) tied.set(name, [...(tied.get(name) || []), one]);
}
const outline = (event, on) => {
  const one = event.target.closest?.("[data-tie]");
  for (const name of one ? one.dataset.tie.split(" ") : []) {
    for (const other of tied.get(name)) other.classList.toggle("tied", on);
  }
};
for (const [begin, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(begin, (event) => outline(event, true));
  document.addEventListener(end, (event) => outline(event, false));
}
