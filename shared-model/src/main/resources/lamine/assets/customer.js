// The customer's screen: it draws what the server tells, and comes back by itself after the counter was away.
"use strict";
(() => {
  let away = false, leaving = false;

  function again() {
    setTimeout(() => fetch(location.href, { cache: "no-store" }).then((answer) => (answer.ok ? location.reload() : again()), again), 2000);
  }

  window.addEventListener("pagehide", () => { leaving = true; });
  document.addEventListener("htmx:sseError", () => {
    if (away || leaving) return;
    away = true;
    document.body.classList.add("lost");
    again();
  });
})();
