/* The import of a plan: what is chosen, typed or clicked is sent at once, and the page shows what is understood now. The
   place in the page stays; after an answer the next question has the focus. Without this script a button does the same. */

/** Whether something changed while an answer was awaited. @type {HTMLElement | null} */
let waiting = null;
let sending = false;

/** @returns {HTMLFormElement | null} */
function form() {
  return /** @type {HTMLFormElement | null} */ (document.getElementById("import"));
}

/**
 * What the form says, with the button that was clicked.
 *
 * @param {HTMLFormElement} from
 * @param {HTMLElement} control
 */
function said(from, control) {
  const body = new URLSearchParams();
  new FormData(from).forEach((value, name) => body.append(name, String(value)));
  if (control instanceof HTMLButtonElement && control.name) {
    body.append(control.name, control.value);
  }
  return body;
}

/**
 * The form has buttons called "action", so its address is read as an attribute.
 *
 * @param {HTMLElement} control
 */
async function send(control) {
  const from = form();
  if (!from) {
    return;
  }
  if (sending) {
    waiting = control;
    return;
  }
  sending = true;
  from.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(from.getAttribute("action") || "", { method: "POST", body: said(from, control) });
    const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = shown.getElementById("wizard");
    if (!main) {
      lost();
    } else if (!waiting) {
      show(main, control, answer.url);
    }
  } catch {
    lost();
  }
  sending = false;
  form()?.removeAttribute("aria-busy");
  if (waiting) {
    const next = waiting;
    waiting = null;
    send(next);
  }
}

/** Nothing typed is lost: the page stays as it is. */
function lost() {
  const notice = /** @type {HTMLElement} */ (document.getElementById("lost"));
  notice.hidden = false;
  notice.scrollIntoView({ block: "center" });
}

/**
 * @param {HTMLElement} main the page as it is now
 * @param {HTMLElement} control what was used
 * @param {string} address
 */
function show(main, control, address) {
  const old = /** @type {HTMLElement} */ (document.getElementById("wizard"));
  const question = control.closest(".import-question");
  const at = question ? [...old.querySelectorAll(".import-question")].indexOf(question) : -1;
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const places = [...old.querySelectorAll(".table-wrap")].map((wrap) => wrap.scrollLeft);
  const opened = new Map([...old.querySelectorAll("details")].map((one) => [one.id, one.open]));
  const typed = focused instanceof HTMLInputElement && focused !== control && old.contains(focused) ? focused.value : null;
  const done = control instanceof HTMLButtonElement && control.value === "done";
  const top = window.scrollY;
  old.replaceWith(main);
  main.querySelectorAll(".table-wrap").forEach((wrap, n) => wrap.scrollLeft = places[n] || 0);
  main.querySelectorAll("details").forEach((one) => one.open = opened.get(one.id) ?? one.open);
  window.history.replaceState(null, "", address);
  window.scrollTo(0, top);
  if (done) {
    document.getElementById(new URL(address).hash.slice(1))?.scrollIntoView({ block: "center" });
  } else if (at >= 0) {
    next(main, at);
  } else if (focused?.id) {
    const again = document.getElementById(focused.id);
    again?.focus({ preventScroll: true });
    if (again instanceof HTMLInputElement && typed !== null) {
      again.value = typed;
    }
  }
}

/**
 * The question that now stands where the answered one stood, or the count where none does.
 *
 * @param {HTMLElement} main
 * @param {number} at
 */
function next(main, at) {
  const questions = main.querySelectorAll(".import-question");
  const question = questions[Math.min(at, questions.length - 1)];
  for (let group = question?.closest("details") ?? null; group; group = group.parentElement?.closest("details") ?? null) {
    group.open = true;
  }
  const control = question ? question.querySelector("button, input, select") : main.querySelector("#questions-head");
  /** @type {HTMLElement | null} */ (control)?.focus();
}

/**
 * Lights the place in the table that a question is about.
 *
 * @param {Event} event
 */
function light(event) {
  const question = event.target instanceof Element ? event.target.closest(".import-question") : null;
  if (question instanceof HTMLElement && question.dataset.place) {
    document.querySelectorAll(".is-lit").forEach((one) => one.classList.remove("is-lit"));
    document.getElementById(question.dataset.place)?.closest("tr, th, .field")?.classList.add("is-lit");
  }
}

document.addEventListener("focusin", light);
document.addEventListener("mouseover", light);

document.addEventListener("change", (event) => {
  const control = event.target;
  if (control instanceof HTMLElement && control.matches("#import select, #import input:not([type=checkbox])")) {
    send(control);
  }
});

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.target === form() && button instanceof HTMLButtonElement && !["store", "replace"].includes(button.value)) {
    event.preventDefault();
    // Enter in a field is a change already, unless nothing was typed.
    if (!sending || !button.matches(".visually-hidden")) {
      send(button);
    }
  }
});

export {};
