/* Files by drag and drop, or chosen: each is sent at once and by itself, so that one that is refused keeps no other from
   being attached. The place that takes files ([data-evidence]) names the address they are sent to. Without this script the
   form of the figure's own page does the same. */

const ZONE = ".evidence-drop, .sheet-row";
const texts = document.getElementById("evidence-texts")?.dataset || {};
const largest = Number(texts.largest) || 60 * 1024 * 1024;
let sending = 0;

/**
 * @param {ParentNode} within
 * @param {string} selector of what the page always has
 * @returns {HTMLElement}
 */
function need(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

/**
 * The place that takes files dropped here.
 *
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function place(target) {
  const zone = target instanceof Element ? target.closest(ZONE) : null;
  return zone && (zone.matches("[data-evidence]") ? /** @type {HTMLElement} */ (zone) : zone.querySelector("[data-evidence]"));
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text || "";
  return made;
}

/** @param {HTMLElement} where */
function sameAddress(where) {
  return "[data-evidence=\"" + CSS.escape(where.dataset.evidence || "") + "\"]";
}

/**
 * A place in a row is replaced by the server's answer; its list of what is being sent stays.
 *
 * @param {HTMLElement} where
 */
function listOf(where) {
  return need(document, sameAddress(where) + " .evidence-sending");
}

/**
 * @param {HTMLElement} where
 * @param {string} html
 * @returns {boolean} whether the answer was one
 */
function showAnswer(where, html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  if (where.dataset.as === "page") {
    const fresh = answer.getElementById("evidence-answer");
    const old = document.getElementById("evidence-answer");
    if (fresh && old) {
      old.replaceWith(document.importNode(fresh, true));
    }
    return fresh !== null;
  }
  const row = answer.querySelector(".evidence");
  const here = document.querySelector(".evidence" + sameAddress(where));
  if (row && here) {
    const imported = document.importNode(row, true);
    need(imported, ".evidence-sending").replaceWith(need(here, ".evidence-sending"));
    here.replaceWith(imported);
  }
  return row !== null;
}

/** @param {string} html */
function refusalIn(html) {
  const refusal = new DOMParser().parseFromString(html, "text/html").querySelector(".evidence-refusal");
  return refusal ? (refusal.textContent || "").trim() : "";
}

/** @param {File} file */
function fields(file, as = "") {
  const body = new FormData();
  body.append("_csrf", /** @type {HTMLInputElement} */ (need(document, "input[name=_csrf]")).value);
  body.append("as", as);
  body.append("files", file);
  return body;
}

/**
 * @param {HTMLElement} where
 * @param {File} file
 * @param {() => void} then
 */
function send(where, file, then) {
  const line = element("li", "");
  const state = element("span", "muted", texts.sending);
  line.append(element("b", "", file.name), state);
  listOf(where).append(line);

  /** @param {string | undefined} message */
  const failed = (message) => {
    line.querySelectorAll("progress").forEach((bar) => bar.remove());
    state.className = "field-error";
    state.textContent = message || "";
  };
  if (file.size > largest) {
    failed(texts.tooLarge);
    then();
    return;
  }
  const bar = element("progress", "");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  line.insertBefore(bar, state);

  const request = new XMLHttpRequest();
  request.open("POST", where.dataset.evidence || "");
  request.setRequestHeader("HX-Request", "true");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      bar.value = Math.round(event.loaded / event.total * 100);
      if (event.loaded === event.total) {
        state.textContent = texts.checking || "";
      }
    }
  });
  request.addEventListener("load", () => {
    if (request.status === 200 && showAnswer(where, request.responseText)) {
      line.remove();
      listOf(where).append(element("li", "saved", texts.done + ": " + file.name));
    }
    else if (request.status === 401 || request.responseURL.includes("/sign-in")) {
      failed(texts.signedOut);
    }
    else {
      failed(refusalIn(request.responseText) || texts.failed);
    }
  });
  request.addEventListener("error", () => failed(texts.failed));
  request.addEventListener("abort", () => failed(texts.failed));
  request.addEventListener("loadend", then);
  request.send(fields(file, where.dataset.as));
}

/**
 * One after the other.
 *
 * @param {HTMLElement} where
 * @param {FileList} files
 */
function sendAll(where, files) {
  const waiting = Array.from(files);
  if (waiting.length === 0) {
    return;
  }
  if (sending === 0) {
    listOf(where).replaceChildren();
  }
  sending += 1;
  const next = () => {
    const file = waiting.shift();
    if (file) {
      send(where, file, next);
    }
    else {
      sending -= 1;
    }
  };
  next();
}

/** @param {DragEvent} event */
function carriesFiles(event) {
  return event.dataTransfer !== null && event.dataTransfer.types.includes("Files");
}

/** @param {HTMLElement | null} [here] */
function mark(here) {
  document.querySelectorAll(".is-over").forEach((zone) => {
    if (!here || !zone.contains(here)) {
      zone.classList.remove("is-over");
    }
  });
  if (here) {
    here.closest(ZONE)?.classList.add("is-over");
  }
}

function listen() {
  document.querySelectorAll("[data-with-script]").forEach((hint) => { /** @type {HTMLElement} */ (hint).hidden = false; });
  document.querySelectorAll("form[data-evidence]").forEach((found) => {
    const form = /** @type {HTMLFormElement} */ (found);
    const input = /** @type {HTMLInputElement} */ (need(form, "input[type=file]"));
    need(form, "button[type=submit]").hidden = true;
    input.addEventListener("change", () => {
      sendAll(form, /** @type {FileList} */ (input.files));
      input.value = "";
    });
  });
  /* A file dropped beside a place would otherwise be opened instead of this page. */
  window.addEventListener("dragover", (event) => {
    if (event.dataTransfer !== null && carriesFiles(event)) {
      event.preventDefault();
      const here = place(event.target);
      event.dataTransfer.dropEffect = here ? "copy" : "none";
      mark(here);
    }
  });
  window.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      mark();
    }
  });
  window.addEventListener("drop", (event) => {
    if (event.dataTransfer !== null && carriesFiles(event)) {
      event.preventDefault();
      mark();
      const here = place(event.target);
      if (here) {
        sendAll(here, event.dataTransfer.files);
      }
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (sending > 0) {
      event.preventDefault();
    }
  });
}

if (texts.sending !== undefined) {
  listen();
}
