/* Puts the sheet's scripts to work. Without any of them the sheet is filled and sent by its buttons. */

import * as drafts from "./drafts.js";
import * as keyboard from "./keyboard.js";
import { announce, byId, form, open, say } from "./page.js";
import * as paste from "./paste.js";
import { fieldOf, rowOf, rows } from "./rows.js";
import * as saving from "./saving.js";

/** @typedef {import("./rows.js").Row} Row */

let leaving = false;

/** @param {string} [unit] the lead unit whose form is meant, else any */
function firstOpen(unit) {
  return rows.find((row) => row.isUnsaved && (!unit || row.unit === "unit-" + unit));
}

function listenToCells() {
  form.addEventListener("input", (event) => {
    const found = fieldOf(event);
    if (found) {
      saving.touch(found.row);
      saving.preview(found.row);
    }
  });
  /* A cell is saved as it is left; x without y waits until the row is left. */
  form.addEventListener("focusout", (event) => {
    const row = fieldOf(event)?.row;
    if (!row || row.state !== "typed" && row.state !== "restored") {
      return;
    }
    if (!(row.isHalf && row.body.contains(/** @type {Node | null} */ (event.relatedTarget)))) {
      saving.save(row);
    }
  });
  form.addEventListener("change", (event) => {
    const found = fieldOf(event, "select[data-part]");
    if (found) {
      saving.touch(found.row);
      saving.save(found.row);
    }
  });
  form.addEventListener("click", (event) => {
    const button = /** @type {HTMLButtonElement | null} */ (/** @type {Element} */ (event.target)
      .closest(".suggestion, [name=keep], [name=take], [name=carry], [name=estimate]"));
    const row = button && rowOf(button);
    if (button && row) {
      event.preventDefault();
      answer(row, button);
    }
  });
}

/**
 * A button in a row that asks back.
 *
 * @param {Row} row
 * @param {HTMLButtonElement} button
 */
function answer(row, button) {
  if (button.name === "carry") {
    carry(row, button.dataset);
    return;
  }
  if (button.name === "estimate") {
    takeEstimate(row, button);
    return;
  }
  if (button.name === "take") {
    row.put(row.stored());
    row.rebase();
  }
  else if (button.name === "keep") {
    row.rebase();
  }
  else {
    const cell = /** @type {import("./rows.js").Field | null} */ (document.getElementById(button.dataset.cell || ""));
    (cell || row.cells[0]).value = button.dataset.value || "";
    saving.touch(row);
  }
  row.cells[0].focus();
  saving.save(row);
}

/**
 * The year's estimate, where nothing is typed yet; what changed since is changed then.
 *
 * @param {Row} row
 * @param {HTMLButtonElement} button
 */
function takeEstimate(row, button) {
  const { value = "", numerator = "", denominator = "", achieved = "" } = button.dataset;
  if (Object.values(row.typed()).every((typed) => typed.trim() === "")) {
    row.put(row.takesParts && numerator !== "" ? { numerator: numerator, denominator: denominator }
      : { value: numerator !== "" ? numerator + "/" + denominator : value, achieved: achieved });
    saving.touch(row);
    saving.save(row);
  }
}

/** @param {Event} event */
function takeEstimates(event) {
  event.preventDefault();
  form.querySelectorAll(".sheet-row [name=estimate]").forEach((button) => {
    const row = rowOf(button);
    if (row) {
      takeEstimate(row, /** @type {HTMLButtonElement} */ (button));
    }
  });
}

/** Takes what was probably meant in every row that asks back; the cursor goes to the first of them. */
function takeSuggestions() {
  /** @type {HTMLElement | null} */
  let first = null;
  /** @type {NodeListOf<HTMLButtonElement>} */ (form.querySelectorAll(".suggestion")).forEach((button) => {
    const row = rowOf(button);
    const cell = /** @type {import("./rows.js").Field | null} */ (document.getElementById(button.dataset.cell || ""));
    if (row && cell) {
      cell.value = button.dataset.value || "";
      saving.touch(row);
      saving.save(row);
      first = first || cell;
    }
  });
  /** @type {HTMLElement | null} */ (first)?.focus();
}

/**
 * What an earlier period gave as cause and remedy, to be edited; what is written already stays.
 *
 * @param {Row} row
 * @param {DOMStringMap} earlier
 */
function carry(row, earlier) {
  const written = row.typed();
  row.put({ cause: written.cause || earlier.cause || "", remedy: written.remedy || earlier.remedy || "" });
  saving.touch(row);
  row.fields.cause.focus();
}

function listenToLeaving() {
  /* A form is handed over only when everything in it is stored; saving alone needs no new page. */
  form.addEventListener("submit", (event) => {
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    const handsOver = button !== null && button.name === "action" && button.value.startsWith("submit");
    if (button !== null && button.hasAttribute("formaction")) {
      return;
    }
    /* What is wrong on another unit's form keeps nobody from handing in theirs. */
    const unit = handsOver ? button.value.split(":")[1] : undefined;
    if (handsOver && firstOpen(unit) === undefined) {
      leaving = true;
      return;
    }
    event.preventDefault();
    saving.saveAll();
    saving.queue.whenIdle(() => {
      const row = firstOpen(unit);
      if (row !== undefined) {
        row.body.scrollIntoView({ block: "center" });
        row.cells[0].focus();
        announce(byId("sheet-state").textContent || "");
      }
      else if (handsOver) {
        leaving = true;
        form.requestSubmit(button);
      }
    });
  });
  /* Whoever signs out waits a moment for what is on its way. */
  document.querySelectorAll("form[action$='/sign-out']").forEach((out) => out.addEventListener("submit", (event) => {
    if (!leaving && firstOpen() !== undefined) {
      event.preventDefault();
      saving.saveAll();
      saving.queue.whenIdle(() => {
        leaving = firstOpen() === undefined;
        /** @type {HTMLFormElement} */ (out).submit();
      });
    }
  }));
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && firstOpen() !== undefined) {
      event.preventDefault();
    }
  });
  /* Whoever signs in again comes back to this sheet and finds everything. */
  document.querySelectorAll("#session-ended a")
    .forEach((link) => link.addEventListener("click", () => { leaving = true; }));
}

/** What an earlier visit could not store is put back and saved; the server says if somebody was quicker. */
function restore() {
  const notice = byId("restored");
  const list = /** @type {HTMLElement} */ (notice.querySelector("ul"));
  let count = 0;
  drafts.all().forEach(({ no, draft }) => {
    const row = rows.find((candidate) => candidate.no === no);
    if (!row) {
      list.append(leftOver(no, draft));
      return;
    }
    row.put(draft.values);
    row.sent = draft.sent;
    if (!row.isDirty && !row.sent) {
      drafts.drop(no);
      return;
    }
    row.rebase(draft.base);
    row.body.classList.add("is-restored");
    row.set("restored");
    count += 1;
    saving.save(row);
  });
  /** @type {HTMLElement} */ (notice.querySelector("p")).textContent = count > 0 ? say("n-restored", count) : "";
  notice.hidden = count === 0 && list.childElementCount === 0;
}

/** What was typed before the scripts had come is saved like the rest. */
function catchUp() {
  rows.filter((row) => row.state === "clean" && row.isDirty).forEach((row) => {
    saving.touch(row);
    if (!Object.values(row.fields).some((field) => field === document.activeElement)) {
      saving.save(row);
    }
  });
}

/**
 * Typed for a row that takes nothing any more: shown until its author lets it go.
 *
 * @param {string} no
 * @param {import("./drafts.js").Draft} draft
 */
function leftOver(no, { values }) {
  const item = document.createElement("li");
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "btn btn-secondary btn-sm";
  drop.textContent = say("left-over-drop");
  drop.addEventListener("click", () => {
    drafts.drop(no);
    item.remove();
  });
  item.append(say("left-over", no, values.numerator ? values.numerator + "/" + values.denominator
    : values.value || values.noDataReason || values.cause || "–") + " ", drop);
  return item;
}

if (open) {
  listenToCells();
  byId("suggest-all").addEventListener("click", takeSuggestions);
  document.getElementById("estimate-all")?.addEventListener("click", takeEstimates);
  listenToLeaving();
  saving.listen();
  keyboard.listen();
  paste.listen();
}
restore();
catchUp();
