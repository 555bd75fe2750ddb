// The page of the table: it draws what the server tells, and keeps what a hand is typing. It holds nothing else.
"use strict";
(() => {
  const $ = (selector) => document.querySelector(selector);
  const FIELDS = { kilos: "/table/peser", typed: "/table/taper" };

  function lost(is) {
    $("#lost").hidden = !is;
  }

  // a part that already stands there is not drawn again: a button must not vanish under a finger
  document.addEventListener("htmx:sseBeforeMessage", (event) => {
    const told = /data-look="([0-9a-f]+)"/.exec(event.detail.data), stands = event.target.querySelector("[data-look]");
    if (told && stands && told[1] === stands.dataset.look) event.preventDefault();
  });

  // ---- what is typed and where the hand is outlive a new drawing --------------------------------------------------
  let hand = null, typed = {};

  function remember(used) {
    hand = document.activeElement?.id;
    typed = Object.fromEntries(Object.keys(FIELDS).map((id) => [id, FIELDS[id] === used ? "" : $("#" + id).value]));
  }

  // what was just put falls into its place, what was just scanned flashes
  let lay = null, scanned = null;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=code]");
    if (button) scanned = button.id;
  });

  function liven() {
    const lies = [...document.querySelectorAll(".laid button")].map((button) => button.id);
    if (lay) for (const id of lies) if (!lay.includes(id)) document.getElementById(id).classList.add("new");
    lay = lies;
    if (scanned) document.getElementById(scanned)?.classList.add("beep");
    scanned = null;
  }

  function resume() {
    for (const [id, value] of Object.entries(typed)) if ($("#" + id)) $("#" + id).value = value;
    if (hand && document.activeElement?.id !== hand) document.getElementById(hand)?.focus({ preventScroll: true });
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    const page = (xhr.getResponseHeader("Content-Type") ?? "").startsWith("text/html") && xhr.status < 400;
    lost(!page);
    event.detail.shouldSwap = page;
    event.detail.isError = false;
    remember(event.detail.requestConfig.path);
  });
  document.addEventListener("htmx:sseMessage", () => { resume(); liven(); });
  document.addEventListener("htmx:afterSwap", () => { resume(); liven(); });
  document.addEventListener("htmx:sseBeforeMessage", () => remember(""));

  document.addEventListener("keydown", (event) => {
    const button = event.key === "Enter" && event.target.dataset?.enter;
    if (!button) return;
    event.preventDefault();
    $(button).click();
  });

  liven();

  let broken = false, leaving = false;
  window.addEventListener("pagehide", () => { leaving = true; });
  document.addEventListener("htmx:sendError", () => lost(true));
  document.addEventListener("htmx:timeout", () => lost(true));
  document.addEventListener("htmx:sseError", () => { broken = !leaving; lost(!leaving); });
  document.addEventListener("htmx:sseOpen", () => { if (broken) location.reload(); });
})();
