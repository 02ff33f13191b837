"use strict";
(() => {
  const root = document.documentElement;
  const panel = document.getElementById("panel");
  const overview = document.getElementById("overview");
  const hidden = new Set();
  let current = null; // the link that was followed
  root.classList.remove("unscripted");
  root.classList.add("scripted");

  const cardOf = (link) => document.getElementById(link.dataset.card);
  const isOff = (element) => [...hidden].some((kind) => element.classList.contains(kind));
  const inCopy = (id) => document.querySelector(`#copy a[data-card="${CSS.escape(id)}"]`);
  // A statement is one link, its first words; whatever follows a flag within it is only clicked.
  const stops = () =>
    [...document.querySelectorAll("#copy a[data-card]")].filter((link) => !isOff(cardOf(link)));

  function follow(link) {
    const card = cardOf(link);
    if (!card) return;
    mark(false);
    current = link;
    mark(true);
    document.querySelector(".card.open")?.classList.remove("open");
    card.classList.add("open");
    panel.classList.add("open");
    overview.hidden = true;
    card.focus({ preventScroll: true });
    panel.scrollTop = 0;
    try {
      history.replaceState(null, "", "#" + card.id);
    } catch {} // a page without an address of its own
  }

  function mark(on) {
    if (!current) return;
    for (const words of document.querySelectorAll(`#copy [data-card="${CSS.escape(current.dataset.card)}"]`)) {
      if (on) words.setAttribute("aria-current", "true");
      else words.removeAttribute("aria-current");
    }
  }

  function close() {
    document.querySelector(".card.open")?.classList.remove("open");
    panel.classList.remove("open");
    overview.hidden = false;
    mark(false);
    current?.focus();
    current = null;
  }

  function step(by) {
    const links = stops();
    if (!links.length) return;
    const at = current ? links.findIndex((link) => link.dataset.card === current.dataset.card) : -1;
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : (at + by + links.length) % links.length;
    show(links[next]);
  }

  function show(link) {
    link.scrollIntoView({ block: "center" });
    follow(link);
  }

  function filter(button) {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    if (on) hidden.delete(button.dataset.kind);
    else hidden.add(button.dataset.kind);
    for (const words of document.querySelectorAll("[data-card]")) {
      const off = isOff(cardOf(words));
      const entry = words.closest(".entry");
      words.classList.toggle("off", off);
      if (entry) entry.hidden = off;
      if (words.href) words.tabIndex = off ? -1 : 0;
    }
    const open = document.querySelector(".card.open");
    if (open && isOff(open)) close();
    button.focus();
  }

  document.addEventListener("click", (event) => {
    const words = event.target.closest("[data-card]");
    if (words) {
      event.preventDefault();
      if (words.classList.contains("off")) return;
      const link = inCopy(words.dataset.card) ?? words;
      if (words.closest("#copy")) follow(link);
      else show(link);
      return;
    }
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.kind) filter(button);
    else if (button.id === "close") close();
    else step(button.id === "next" ? 1 : -1);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current) close();
  });

  const asked = inCopy(location.hash.slice(1));
  if (asked) show(asked);
})();
