// Keeps addresses short (empty filters are not sent), and opens what is folded around the words a link leads to.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) {
      if (field.name && (!field.value || (field.name === "order" && field.value === "newest"))) field.disabled = true;
    }
  });
}
const words = location.hash === "#words" && document.getElementById("words");
if (words) {
  const folded = words.closest("details");
  if (folded) folded.open = true;
  words.scrollIntoView({ block: "center" });
}
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form.filters :disabled")) field.disabled = false;
});
