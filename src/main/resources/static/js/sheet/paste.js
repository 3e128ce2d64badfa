/* Pasting a column or a block: first what goes where, then each cell is saved and says what became of it; all of it can
   be taken back. */

import { announce, byId, form, say } from "./page.js";
import { fromText, isEmpty, plan, tidy } from "./paste-plan.js";
import { fieldOf, rowOf } from "./rows.js";
import { save, touch } from "./saving.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Field} Field */

const dialog = /** @type {HTMLDialogElement} */ (byId("paste"));
const undoButton = byId("paste-undo");
/** @type {import("./paste-plan.js").Plan<Row>["fill"]} */
let planned = [];
/** @type {Field | null} */
let cursor = null;
/** @type {{row: Row, values: import("./rows.js").Values}[]} */
let undoable = [];

/**
 * A table of Word, or else the cells of Excel.
 *
 * @param {DataTransfer} data
 */
function read(data) {
  const text = data.getData("text/plain");
  const table = text.includes("\t") ? null
    : new DOMParser().parseFromString(data.getData("text/html"), "text/html").querySelector("table");
  const cells = table === null ? []
    : Array.from(table.rows).map((row) => Array.from(row.cells).map((cell) => cell.textContent || ""));
  return tidy(cells.length > 0 ? cells : fromText(text));
}

/** The lines of the sheet, groups too. */
function lines() {
  return Array.from(form.querySelectorAll(".sheet-row")).map((body) => {
    const { no = "", group } = /** @type {HTMLElement} */ (body).dataset;
    return { no: no, group: group !== undefined, row: rowOf(body) || null };
  });
}

/**
 * @param {string} text
 * @param {string} type
 */
function cellOf(text, type) {
  const cell = document.createElement("td");
  cell.textContent = text;
  cell.className = type;
  return cell;
}

/** @param {Row} row */
function shown(row) {
  const typed = row.typed();
  if (typed.numerator) {
    return typed.numerator + "/" + typed.denominator;
  }
  const word = (row.words || []).find((one) => one.value !== "" && one.value === typed.achieved);
  return (word ? word.text : typed.value) || "–";
}

/** @param {import("./paste-plan.js").Plan<Row>} found */
function show(found) {
  planned = found.fill;
  /** @type {HTMLElement} */ (dialog.querySelector("tbody")).replaceChildren(...planned.map((one) => {
    const line = document.createElement("tr");
    line.append(cellOf(one.row.no, "no"), cellOf(one.row.name, ""), cellOf(shown(one.row), "num"), cellOf(one.shown, "num strong"));
    return line;
  }));
  /** @type {HTMLElement} */ (dialog.querySelector(".paste-list")).hidden = planned.length === 0;
  byId("paste-summary").textContent = planned.length === 0 ? say("paste-none") : say("paste-n", planned.length);
  byId("paste-notes").replaceChildren(...notes(found).map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
  const fillButton = /** @type {HTMLElement} */ (dialog.querySelector("[data-paste=do]"));
  fillButton.hidden = planned.length === 0;
  dialog.showModal();
  (fillButton.hidden ? /** @type {HTMLElement} */ (dialog.querySelector("[data-paste=cancel]")) : fillButton).focus();
}

/** @param {import("./paste-plan.js").Plan<Row>} found */
function notes(found) {
  /** @type {string[]} */
  const said = [];
  if (found.numbered) {
    said.push(say("paste-numbers", found.fill.length));
  }
  if (found.header > 0) {
    said.push(say("paste-header", found.header));
  }
  [found.blank, found.text, found.locked].forEach((list, i) => {
    if (list.length > 0) {
      said.push(say(["paste-blank", "paste-text", "paste-locked"][i], list.join(", ")));
    }
  });
  if (found.left > 0) {
    said.push(say("paste-left", found.left, found.fill.length));
  }
  return said;
}

function fill() {
  undoable = planned.map((one) => ({ row: one.row, values: one.row.typed() }));
  planned.forEach((one) => {
    one.row.put(one.parts);
    touch(one.row);
    save(one.row);
  });
  undoButton.hidden = false;
  announce(say("paste-done", planned.length));
}

function takeBack() {
  const back = undoable;
  undoable = [];
  undoButton.hidden = true;
  back.forEach((one) => {
    one.row.put(one.values);
    touch(one.row);
    save(one.row);
  });
  announce(say("paste-undone", back.length));
  if (cursor) {
    cursor.focus();
  }
}

export function listen() {
  form.addEventListener("paste", (event) => {
    const found = fieldOf(event, ".cell [data-part]");
    if (!found || event.clipboardData === null) {
      return;
    }
    const copied = read(event.clipboardData);
    const single = copied.length === 1 && copied[0].length === 1;
    if (copied.length === 0 || (single && !isEmpty(copied[0][0]))) {
      /* One value goes where the cursor is, as in any field. */
      return;
    }
    event.preventDefault();
    cursor = found.field;
    const all = lines();
    show(plan(copied, all, all.findIndex((line) => line.row === found.row), form.dataset.year || ""));
  });
  dialog.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-paste]"));
    if (button) {
      if (button.dataset.paste === "do") {
        fill();
      }
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => {
    if (cursor) {
      cursor.focus();
    }
  });
  undoButton.addEventListener("click", takeBack);
}
