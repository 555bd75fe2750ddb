// The page of the counter: keys, keypad, wedge scanner, sounds, clock. It holds nothing but the number being typed.
"use strict";
(() => {
  const $ = (selector) => document.querySelector(selector);
  const SCAN_GAP = 50, SCAN_LEAST = 4, SCAN_MOST = 400;

  // a text that stays as it is costs no layout
  function write(shown, text) {
    if (shown.textContent !== text) shown.textContent = text;
  }

  // ---- the number being typed -------------------------------------------------------------------------------------
  const entry = () => $("#entry");

  function showEntry() {
    const field = entry(), shown = $("#typed");
    if (!field || !shown) return;
    const masked = field.dataset.masked === "true", unit = field.value && shown.dataset.unit, points = "●".repeat(field.value.length);
    write(shown, masked ? points : field.value + (unit ? "\u202f" + unit : ""));
    const dots = $("#dots");
    if (dots) write(dots, points);
  }

  function digit(key) {
    const field = entry();
    if (!field) return false;
    const decimals = Number(field.dataset.decimals);
    let value = field.value;
    if (key === "back") value = value.slice(0, -1);
    else if (key === "clear") value = "";
    else if (key === ",") value = decimals === 0 || value.includes(",") ? value : (value || "0") + ",";
    else if (decimals === 0) value += key;
    else {
      value = (value === "0" ? "" : value) + key;
      if (/^00+$/.test(value)) value = "0";
      const comma = value.indexOf(",");
      if (comma >= 0 && value.length - comma - 1 > decimals) value = value.slice(0, comma + decimals + 1);
    }
    if (value.length <= Number(field.dataset.max)) field.value = value;
    showEntry();
    return true;
  }

  // ---- sounds: three, told apart with closed eyes -----------------------------------------------------------------
  const SOUNDS = {
    ok: [[880, 0, 0.09], [1320, 0.08, 0.12]],
    unknown: [[520, 0, 0.12], [520, 0.18, 0.12]],
    stop: [[220, 0, 0.4]],
  };
  let audio = null;

  function sound(name) {
    if (!SOUNDS[name] || !window.AudioContext) return;
    audio ??= new AudioContext();
    if (audio.state === "suspended") audio.resume().catch(() => {});
    for (const [hertz, start, length] of SOUNDS[name]) {
      const tone = audio.createOscillator(), volume = audio.createGain(), at = audio.currentTime + start;
      tone.type = name === "stop" ? "square" : "triangle";
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(name === "stop" ? 0.12 : 0.3, at + 0.01);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + length);
    }
  }

  // ---- question: stands until it is answered, sounds once ------------------------------------------------------------
  let lastAsked = null;

  function ask(audible) {
    const asked = $("#ask")?.dataset.event ?? null;
    if (audible && asked && asked !== lastAsked) sound("unknown");
    lastAsked = asked;
  }

  // ---- band: sounds once for each event, goes by itself -----------------------------------------------------------
  let lastEvent = null, closedEvent = null, bandTimer = 0;

  function close() {
    const shown = $("#band");
    closedEvent = shown.dataset.event;
    shown.hidden = true;
  }

  function band(audible) {
    const shown = $("#band");
    if (!shown) return;
    if (shown.dataset.event === lastEvent) {
      shown.hidden = lastEvent === closedEvent || !bandTimer && shown.dataset.stay !== "0";
      return;
    }
    lastEvent = shown.dataset.event;
    clearTimeout(bandTimer);
    bandTimer = 0;
    if (audible) sound(shown.dataset.sound);
    const stay = Number(shown.dataset.stay) * 1000;
    if (stay > 0) {
      bandTimer = setTimeout(() => {
        bandTimer = 0;
        if ($("#band")) $("#band").hidden = true;
      }, stay);
    }
  }

  // ---- main action: follows the live weight without being replaced under a finger ---------------------------------
  function follow() {
    const live = $("#go-live"), go = $("#go");
    if (!live || !go || live === go.followed || $("#typed[data-unit=kg]")) return;
    go.followed = live;
    go.setAttribute("aria-disabled", String(live.dataset.allowed !== "true"));
    $("#go-note").textContent = live.dataset.note;
  }

  function nudge(button) {
    sound("stop");
    button.classList.add("nudge");
    setTimeout(() => button.classList.remove("nudge"), 1200);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button, a");
    if (!button) return;
    const key = button.dataset.digit;
    if (key) whenIdle(() => digit(key));
    else if (button.hasAttribute("data-close")) close();
    // a number that was typed and not used must not be forgotten on the way to the tenders
    else if (button.dataset.pending && entry()?.value) { event.preventDefault(); event.stopPropagation(); $("#go-note").textContent = button.dataset.pending; nudge(button); }
    else if (button.getAttribute("aria-disabled") === "true") { event.preventDefault(); event.stopPropagation(); nudge(button); }
    // the second half of a double click must not press what has just appeared under the finger
    else if (event.detail > 1 && button.type === "submit" && !["plus", "minus"].includes(button.id)) { event.preventDefault(); event.stopPropagation(); }
    else if (button.hasAttribute("data-needs-entry") && entry() && !entry().value) { event.preventDefault(); event.stopPropagation(); nudge(button); }
  }, true);

  // ---- time -------------------------------------------------------------------------------------------------------
  let clockShift = null;

  function clock() {
    const shown = $("#clock");
    if (!shown || !shown.textContent) return;
    const now = new Date(), minutes = now.getHours() * 60 + now.getMinutes();
    if (clockShift === null) {
      const [hours, rest] = shown.textContent.split(":").map(Number);
      clockShift = hours * 60 + rest - minutes;
    }
    const true_ = (minutes + clockShift + 2880) % 1440;
    const text = String(Math.floor(true_ / 60)).padStart(2, "0") + ":" + String(true_ % 60).padStart(2, "0");
    write(shown, text);
  }

  function countdown() {
    for (const shown of document.querySelectorAll("[data-countdown]")) {
      const left = Number(shown.dataset.countdown) - 1;
      if (left < 0) continue;
      shown.dataset.countdown = left;
      shown.textContent = left;
      if (left > 0) continue;
      const go = $("#go");
      if (shown.dataset.then === "enable") {
        go.setAttribute("aria-disabled", "false");
        $("#go-note").textContent = "";
        shown.closest(".wrong").hidden = true;
      } else if (shown.dataset.then === "next") go.click();
    }
  }

  // ---- one thing at a time: what is pressed while an answer is on its way acts on the screen it brings --------------
  const waiting = [];
  let busy = false;

  function whenIdle(action) {
    if (!busy) action();
    else if (waiting.length < 50) waiting.push(action);
  }

  // A form that waits for its answer is not sent again. Another button that is tapped meanwhile is pressed on the screen
  // that comes, if it stands there as it was; the main action is not, for nobody has seen what it means there.
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!form.waits) { form.sent = submitter; return; }
    event.preventDefault();
    event.stopPropagation();
    if (!submitter || submitter.hasAttribute("data-main") || form.sent?.isEqualNode(submitter)) return;
    const wanted = submitter.cloneNode(true);
    whenIdle(() => [...document.querySelectorAll("button")].find((button) => button.isEqualNode(wanted))?.click());
  }, true);

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, xhr } = event.detail;
    busy = true;
    elt.waits = true;
    // asked of the request itself: a button that the stream has replaced meanwhile tells the page nothing any more
    xhr.addEventListener("loadend", () => {
      busy = false;
      elt.waits = false;
      tell();
      while (!busy && waiting.length > 0) waiting.shift()();
    });
  });

  // ---- keys and wedge scanners ------------------------------------------------------------------------------------
  // A wedge types faster than hands. Keys are held back until the gap tells which of the two it was, so a scan never
  // reaches a field, a tile or the main action.
  let held = [], holdTimer = 0;
  function isText(element) {
    return element instanceof HTMLInputElement && element.type !== "hidden";
  }

  function replay(key) {
    const field = document.activeElement;
    if (isText(field)) {
      if (field.selectionStart === null) field.value += key;
      else field.setRangeText(key, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: key }));
      return;
    }
    if (/^[0-9]$/.test(key)) digit(key);
    else if (!press(key) && (key === "," || key === ".")) digit(",");
  }

  function flush() {
    clearTimeout(holdTimer);
    const keys = held;
    held = [];
    keys.forEach((k) => whenIdle(() => replay(k.key)));
  }

  function press(name) {
    for (const button of document.querySelectorAll("[data-hot]")) {
      if (button.dataset.hot.split(" ").includes(name) && button.offsetParent !== null) {
        button.click();
        return true;
      }
    }
    return false;
  }

  function enter(event) {
    const on = document.activeElement;
    if (isText(on)) {
      event.preventDefault();
      const button = on.dataset.enter && $(on.dataset.enter);
      if (button) { on.blur(); button.click(); }
      return;
    }
    if (on && on.matches("button, a") && on.matches(":focus-visible")) return;
    const go = $("[data-main]");
    if (go) { event.preventDefault(); go.click(); }
  }

  function arrow(direction) {
    const all = [...document.querySelectorAll("button, a[href], input:not([type=hidden])")].filter((e) => e.offsetParent !== null);
    const from = document.activeElement;
    if (!all.includes(from)) { ($("main button") ?? all[0])?.focus(); return; }
    const centre = (e) => { const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
    const [x, y] = centre(from), [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[direction];
    let best = null, least = Infinity;
    for (const e of all) {
      const [ex, ey] = centre(e), along = (ex - x) * dx + (ey - y) * dy, aside = Math.abs((ex - x) * dy) + Math.abs((ey - y) * dx);
      if (along > 4 && along + aside * 2.5 < least) { least = along + aside * 2.5; best = e; }
    }
    best?.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.key === "Dead" || event.key === "AltGraph" || event.key === "Shift") return;
    const last = held.at(-1);
    if (last && event.timeStamp - last.at > SCAN_GAP) flush();

    const code = held.map((k) => k.key).join("");
    const pin = entry()?.dataset.masked === "true" && /^[0-9]+$/.test(code) && code.length <= Number(entry().dataset.max);
    if ((event.key === "Enter" || event.key === "Tab") && code.length >= SCAN_LEAST && !pin) {
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(holdTimer);
      held = [];
      whenIdle(() => window.htmx.ajax("POST", "/scan", { target: "#counter", swap: "innerHTML show:none", values: { code } }));
      return;
    }
    const printable = event.key.length === 1 && !event.ctrlKey && !event.metaKey && (!event.altKey || event.getModifierState("AltGraph"));
    if (printable && !(event.key === " " && held.length === 0 && !isText(document.activeElement))) {
      event.preventDefault();
      if (event.repeat || held.length >= SCAN_MOST) return;
      held.push({ key: event.key, at: event.timeStamp });
      clearTimeout(holdTimer);
      holdTimer = setTimeout(flush, SCAN_GAP + 10);
      return;
    }
    flush();
    if (busy && (event.key === "Enter" || /^F\d|Escape|Delete/.test(event.key) || event.altKey && /^[0-9]$/.test(event.key))) {
      event.preventDefault();
      if (!event.repeat) whenIdle(() => named(event));
      return;
    }
    named(event);
  }, true);

  function named(event) {
    if (event.key === "Enter") return enter(event);
    if (isText(document.activeElement) && !/^F\d|Escape/.test(event.key)) return;
    if (event.key.startsWith("Arrow")) { event.preventDefault(); arrow(event.key); return; }
    if (event.key === "Backspace" && entry()) { event.preventDefault(); digit("back"); return; }
    const name = (event.altKey ? "Alt+" + event.code.replace(/Digit|Numpad/, "") : event.ctrlKey ? "Ctrl+" + event.key : event.key);
    if (press(name)) event.preventDefault();
    else if (event.key === "Escape" && $("#band:not([hidden])")) close();
    else if (event.key === "Escape" && entry()) digit("clear");
  }

  // a button that was tapped does not keep the focus, or the next Enter would press it again
  document.addEventListener("pointerup", (event) => {
    const button = event.target.closest("button, a");
    if (button && !isText(document.activeElement)) setTimeout(() => { if (document.activeElement?.matches("button, a")) document.activeElement.blur(); }, 0);
  });

  // ---- what comes from the server ---------------------------------------------------------------------------------
  function lost(is) {
    $("#lost").hidden = !is;
  }

  // answers and the stream both bring screens: an older drawing never covers a newer one
  function outdated(html) {
    const drawn = /data-drawn="(\d+)"/.exec(html), shown = $("[data-drawn]");
    return drawn !== null && shown !== null && Number(drawn[1]) < Number(shown.dataset.drawn);
  }

  // what the stream tells of a part while an answer is on its way is newer than the answer, which must not cover it
  const told = new Map();

  function tell() {
    for (const [id, html] of told) {
      const part = document.getElementById(id);
      if (part) put(part, html);
    }
    told.clear();
    follow();
  }

  function put(part, html) {
    const fresh = parsed(html);
    if (isSame(part.childNodes, fresh.childNodes)) return;
    part.replaceChildren(fresh);
    bind(part);
  }

  // most of what comes is nothing to htmx, which would look through all of it
  const BOUND = "form, a, [sse-swap], [hx-post]";

  function bind(part) {
    if (part.matches(BOUND) || part.querySelector(BOUND)) window.htmx.process(part);
  }

  // the stream brings one line: the answers' blanks are made the same, or every one of them would be drawn anew
  function parsed(html) {
    const fresh = document.createElement("template");
    fresh.innerHTML = html.replaceAll("\n", " ");
    return fresh.content;
  }

  function isSame(shown, fresh) {
    return shown.length === fresh.length && [...shown].every((node, at) => node.isEqualNode(fresh[at]));
  }

  document.addEventListener("htmx:sseBeforeMessage", (event) => {
    const { target, detail } = event;
    event.preventDefault();
    if (target.id === "counter") {
      told.clear();
      draw(detail.data);
    } else if (busy && target.id) told.set(target.id, detail.data);
    else {
      put(target, detail.data);
      follow();
    }
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, serverResponse } = event.detail;
    event.detail.shouldSwap = false;
    event.detail.isError = false;
    const page = xhr.status < 400 || (xhr.getResponseHeader("Content-Type") ?? "").startsWith("text/html");
    lost(!page);
    if (page) draw(serverResponse);
  });
  document.addEventListener("htmx:sendError", () => { sound("stop"); lost(true); });
  document.addEventListener("htmx:timeout", () => { sound("stop"); lost(true); });

  let broken = false, leaving = false;
  window.addEventListener("pagehide", () => { leaving = true; });
  window.addEventListener("beforeunload", () => { leaving = true; });
  document.addEventListener("htmx:sseError", () => { broken = !leaving; lost(!leaving); });
  document.addEventListener("htmx:sseOpen", () => { if (broken) location.reload(); });

  // What stays as it was stays in place: a button does not go away under a finger, and only the rest is laid out again.
  // A button or a field that changes is another one, never the same with another meaning.
  const WHOLE = "button, a, input:not([type=hidden]), select, textarea, svg";

  function mayBecome(shown, fresh) {
    return shown.nodeType === Node.ELEMENT_NODE && shown.nodeName === fresh.nodeName && shown.id === fresh.id && !shown.matches(WHOLE)
      && ["action", "sse-swap", "data-event"].every((name) => shown.getAttribute(name) === fresh.getAttribute(name));
  }

  function become(shown, fresh) {
    for (const { name } of [...shown.attributes]) if (!fresh.hasAttribute(name)) shown.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
    renew(shown, fresh);
  }

  function renew(shown, fresh) {
    const olds = [...shown.childNodes], news = [...fresh.childNodes];
    let from = 0, to = 0;
    while (from < Math.min(olds.length, news.length) && olds[from].isEqualNode(news[from])) from++;
    while (to < Math.min(olds.length, news.length) - from && olds.at(-1 - to).isEqualNode(news.at(-1 - to))) to++;
    const gone = olds.slice(from, olds.length - to), after = olds[olds.length - to] ?? null;
    for (const next of news.slice(from, news.length - to)) {
      const old = gone.shift();
      if (old && mayBecome(old, next)) { become(old, next); continue; }
      if (old) old.replaceWith(next); else shown.insertBefore(next, after);
      if (next.nodeType === Node.ELEMENT_NODE) bind(next);
    }
    gone.forEach((old) => old.remove());
  }

  function draw(html) {
    if (outdated(html)) return;
    const on = document.activeElement;
    const typed = isText(on) ? { value: on.value, at: on.selectionStart } : null;
    renew($("#counter"), parsed(html));
    document.querySelectorAll("#counter input:not([type=hidden])").forEach((field) => { field.value = field.defaultValue; });
    resume(on, typed);
    follow();
    showEntry();
    band(true);
    ask(true);
    clock();
  }

  // what a hand is typing outlives a new drawing of the same field
  function resume(on, typed) {
    const field = on?.id ? document.getElementById(on.id) : null;
    if (field && field !== document.activeElement) field.focus({ preventScroll: true });
    if (!field || !typed) return $("[data-focus]")?.focus();
    field.value = typed.value;
    if (typed.at !== null) field.setSelectionRange(typed.at, typed.at);
  }

  function start() {
    showEntry();
    band(false);
    ask(false);
    follow();
    clock();
    setInterval(clock, 1000);
    setInterval(countdown, 1000);
  }
  start();
})();
