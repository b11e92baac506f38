"use strict";
// Only comfort: without scripts everything is there and can be opened.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const rows = [...document.querySelectorAll("details.row")];
  const texts = rows.map((row) => row.querySelector("summary").textContent.toLowerCase());
  const input = document.getElementById("filter");
  const count = document.getElementById("filter-count");

  // Without a clipboard for pages, as a file has none everywhere: by a selection, as a person would.
  const copySelected = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  const copied = document.getElementById("copied");
  const copy = async (text, button) => {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = copySelected(text);
    }
    const label = button.dataset.label || (button.dataset.label = button.textContent);
    button.textContent = done ? "Copied" : "Not copied";
    copied.textContent = done ? "Copied to the clipboard." : "The browser refused; select the line instead.";
    setTimeout(() => { button.textContent = label; }, 1500);
  };
  const commented = (text) => `# ${text}`;
  const wholeText = () => [...document.querySelectorAll("#recovery .card")].flatMap((card) => [
    `\n## ${card.querySelector("summary b").textContent}`,
    ...[...card.querySelectorAll(".step")].flatMap((step) => [
      ...[...step.querySelectorAll(".what")].map((line) => commented(line.textContent)),
      ...[...step.querySelectorAll("code")].map((line) => line.textContent),
      ...[...step.querySelectorAll(".limit")].map((line) => commented(line.textContent)),
    ]),
  ]).join("\n");
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.id === "copy-all") copy(wholeText(), button);
    else if (button.classList.contains("copy")) copy(button.previousElementSibling.textContent, button);
  });

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
