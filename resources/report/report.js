"use strict";
// Only comfort: without scripts everything is there and can be opened.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const rows = [...document.querySelectorAll("details.row")];
  const texts = rows.map((row) => row.querySelector("summary").textContent.toLowerCase());
  const input = document.getElementById("filter");
  const count = document.getElementById("filter-count");
  if (!input) return;

  let timer = 0;
  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = words.length ? `${shown} of ${rows.length} shown, ${rows.length - shown} hidden` : "";
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(filter, 60);
  });
  document.getElementById("open-all").addEventListener("click", () => rows.forEach((row) => { row.open = !row.hidden; }));
  document.getElementById("close-all").addEventListener("click", () => rows.forEach((row) => { row.open = false; }));

  const follow = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const details = target && target.closest("details");
    if (!details) return;
    details.hidden = false;
    details.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  follow();
})();
