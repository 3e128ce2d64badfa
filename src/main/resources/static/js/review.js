/* Reviewing with a keyboard, and sentences that the ward keeps. Without this script forms are decided by their buttons. */

const OFF = "ward-kpi.review-keys-off";
const help = /** @type {HTMLDetailsElement | null} */ (document.getElementById("review-keys"));
const box = /** @type {HTMLInputElement | null} */ (document.getElementById("keys-on"));

/** The rows of the form, groups left out. */
function rows() {
  return Array.from(document.querySelectorAll(".review tbody[id]")).filter((row) => row.querySelector("td.no"));
}

/** @param {number} step */
function go(step) {
  const all = rows();
  const here = all.findIndex((row) => row.classList.contains("is-here"));
  const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + step, 0), all.length - 1)];
  all.forEach((row) => row.classList.toggle("is-here", row === next));
  if (next) {
    const row = /** @type {HTMLElement} */ (next);
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }
}

function markReturned() {
  const row = document.querySelector(".review tbody.is-here");
  const tick = /** @type {HTMLInputElement | null} */ (row && row.querySelector("[name$='.returned']"));
  if (tick) {
    tick.click();
    /** @type {HTMLElement | null} */ (tick.checked ? tick.closest(".row-return")?.querySelector("textarea") : row)?.focus();
  }
}

function goToApproval() {
  /** @type {HTMLElement | null} */ (document.getElementById("approve-next") || document.querySelector("#decide .btn-primary"))?.focus();
}

/** @param {string} rel */
function goToForm(rel) {
  /** @type {HTMLElement | null} */ (document.querySelector(".review-neighbours [rel=" + rel + "]"))?.click();
}

/** @type {Record<string, () => void>} */
const KEYS = {
  "j": () => go(1),
  "k": () => go(-1),
  "r": markReturned,
  "a": goToApproval,
  "n": () => goToForm("next"),
  "p": () => goToForm("prev"),
  "?": () => { if (help) { help.open = !help.open; help.scrollIntoView({ block: "nearest" }); } }
};

if (help && box) {
  box.checked = localStorage.getItem(OFF) === null;
  box.addEventListener("change", () => {
    if (box.checked) {
      localStorage.removeItem(OFF);
    }
    else {
      localStorage.setItem(OFF, "1");
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (box.checked && !typing && !event.ctrlKey && !event.altKey && !event.metaKey && Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
}

/* A template goes behind what is typed, to be changed there. */
document.addEventListener("change", (event) => {
  const choice = event.target instanceof HTMLSelectElement && event.target.matches("[data-template-for]") ? event.target : null;
  const field = choice && /** @type {HTMLTextAreaElement | null} */ (document.getElementById(choice.dataset.templateFor || ""));
  if (choice && field && choice.value !== "") {
    field.value += (field.value.trim() === "" ? "" : "\n") + choice.value;
    choice.value = "";
    field.focus();
  }
});

document.querySelector("[data-choose-all]")?.addEventListener("click", (event) => {
  event.preventDefault();
  /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".queue input[name=form]")).forEach((one) => { one.checked = true; });
});
