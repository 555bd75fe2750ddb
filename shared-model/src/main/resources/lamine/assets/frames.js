// The page of the raw frames: it draws what the server tells, unless it is held.
"use strict";
(() => {
  const pause = document.querySelector("#pause"), lines = document.querySelector("#lines");

  function lost(is) {
    document.querySelector("#lost").hidden = !is;
  }

  pause.addEventListener("click", () => {
    pause.setAttribute("aria-pressed", String(pause.getAttribute("aria-pressed") !== "true"));
  });

  // held by the button, and while somebody has scrolled down to read
  document.addEventListener("htmx:sseBeforeMessage", (event) => {
    if (pause.getAttribute("aria-pressed") === "true" || lines.scrollTop > 40) event.preventDefault();
  });

  let broken = false, leaving = false;
  window.addEventListener("pagehide", () => { leaving = true; });
  document.addEventListener("htmx:sseError", () => { broken = !leaving; lost(!leaving); });
  document.addEventListener("htmx:sseOpen", () => { if (broken) location.reload(); });
})();
