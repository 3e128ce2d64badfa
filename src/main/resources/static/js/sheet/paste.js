/* Pasting a column or a block: first what goes where, then each cell is saved and says what became of it; all of it can
   be taken back. */

import { announce, byId, form, say } from "./page.js";
import { read } from "./clipboard.js";
import { isEmpty } from "./paste-columns.js";
import { plan } from "./paste-plan.js";
import { fieldOf, rowOf } from "./rows.js";
import { save, touch } from "./saving.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Field} Field */
/** @typedef {import("./paste-plan.js").Filled<Row>} Filled */

const dialog = /** @type {HTMLDialogElement} */ (byId("paste"));
const undoButton = byId("paste-undo");
const fillButton = /** @type {HTMLElement} */ (dialog.querySelector("[data-paste=do]"));
/** @type {import("./paste-rows.js").Why[]} */
const WHYS = ["foreign", "name", "number", "ambiguous", "twice", "merged", "unnamed"];
/** @type {Filled[]} */
let planned = [];
/** @type {Map<Filled, HTMLInputElement>} */
const boxes = new Map();
/** Whether a column must be chosen first. */
let asking = false;
/** @type {((column?: number) => import("./paste-plan.js").Plan<Row>) | null} what was pasted, read with the column a person chose */
let reading = null;
/** @type {Field | null} */
let cursor = null;
/** @type {{row: Row, values: import("./rows.js").Values}[]} */
let undoable = [];
/** Whether nothing was typed since the paste. */
let fresh = false;

/** The lines of the sheet, groups too. */
function lines() {
  return Array.from(form.querySelectorAll(".sheet-row")).map((body) => {
    const { no = "", name, unit, parent, group } = /** @type {HTMLElement} */ (body).dataset;
    return { no, name, unit, parent, group: group !== undefined, row: rowOf(body) || null };
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

/**
 * A line of the preview, to be left out by its box.
 *
 * @param {Filled} one
 */
function lineOf(one) {
  const line = document.createElement("tr");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.className = "form-check-input";
  box.checked = one.sure;
  box.setAttribute("aria-label", say("paste-take", one.row.no + " " + one.row.name));
  box.addEventListener("change", count);
  boxes.set(one, box);
  const take = document.createElement("td");
  take.append(box);
  const name = cellOf(one.row.name, "");
  if (one.source !== "") {
    const source = document.createElement("small");
    source.textContent = say(one.sure ? "paste-source" : "paste-unsure", one.source);
    source.classList.toggle("is-unsure", !one.sure);
    name.append(source);
  }
  line.append(take, cellOf(one.row.no, "no"), name, cellOf(shown(one.row), "num"), cellOf(one.shown, "num strong"));
  return line;
}

/** The lines whose box is set. */
function chosen() {
  return planned.filter((one) => boxes.get(one)?.checked);
}

function count() {
  const many = chosen().length;
  byId("paste-summary").textContent = many === 0 ? say(asking ? "paste-ask" : "paste-none") : say("paste-n", many);
  fillButton.hidden = planned.length === 0;
  /** @type {HTMLButtonElement} */ (fillButton).disabled = many === 0;
}

/** @param {import("./paste-plan.js").Plan<Row>} found */
function ask(found) {
  const choice = /** @type {HTMLSelectElement} */ (byId("paste-column"));
  if (found.ask.length > 0) {
    const none = new Option(say("paste-choose"), "");
    choice.replaceChildren(none, ...found.ask.map((one) => new Option(
      (one.heading || say("paste-nth", one.column + 1)) + " (" + one.samples.join("; ") + ")", String(one.column))));
  }
  asking = found.ask.length > 0;
  /** @type {HTMLElement} */ (choice.closest(".paste-question")).hidden = choice.options.length === 0;
}

/** @param {import("./paste-plan.js").Plan<Row>} found */
function show(found) {
  planned = found.fill;
  boxes.clear();
  ask(found);
  /** @type {HTMLElement} */ (dialog.querySelector("tbody")).replaceChildren(...planned.map(lineOf));
  /** @type {HTMLElement} */ (dialog.querySelector(".paste-list")).hidden = planned.length === 0;
  count();
  byId("paste-notes").replaceChildren(...notes(found).map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
}

/** Opens what was planned; the cursor is where the next step is. */
function openDialog() {
  dialog.showModal();
  if (asking) {
    byId("paste-column").focus();
  }
  else {
    (chosen().length === 0 ? /** @type {HTMLElement} */ (dialog.querySelector("[data-paste=cancel]")) : fillButton).focus();
  }
}

/** @param {import("./paste-plan.js").Plan<Row>} found */
function notes(found) {
  /** @type {string[]} */
  const said = [];
  if (found.numbered && found.fill.length > 0) {
    said.push(say("paste-numbers", found.fill.length));
  }
  if (found.heading !== "") {
    said.push(say("paste-heading", found.heading));
  }
  if (found.header > 0) {
    said.push(say("paste-header", found.header));
  }
  [found.blank, found.text, found.locked].forEach((list, i) => {
    if (list.length > 0) {
      said.push(say(["paste-blank", "paste-text", "paste-locked"][i], list.join(", ")));
    }
  });
  WHYS.forEach((why) => {
    const lines = found.out.filter((one) => one.why === why).map((one) => "“" + one.source + "”");
    if (lines.length > 0) {
      said.push(say("paste-out-" + why, lines.join(", ")));
    }
  });
  if (found.left > 0) {
    said.push(say("paste-left", found.left, found.fill.length));
  }
  return said;
}

function fill() {
  const taken = chosen();
  undoable = taken.map((one) => ({ row: one.row, values: one.row.typed() }));
  taken.forEach((one) => {
    one.row.put(one.parts);
    touch(one.row);
    save(one.row);
  });
  undoButton.hidden = false;
  fresh = true;
  announce(say("paste-done", taken.length));
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
    const copied = read(event.clipboardData.getData("text/plain"), event.clipboardData.getData("text/html"));
    const { cells } = copied;
    const single = cells.length === 1 && cells[0].length === 1;
    if (cells.length === 0 || (single && !isEmpty(cells[0][0]))) {
      /* One value goes where the cursor is, as in any field. */
      return;
    }
    event.preventDefault();
    cursor = found.field;
    const all = lines();
    const { year = "", period = "" } = form.dataset;
    reading = (column) => plan(cells, all, all.findIndex((line) => line.row === found.row), { year, period, merged: copied.merged, column });
    byId("paste-column").replaceChildren();
    show(reading());
    openDialog();
  });
  byId("paste-column").addEventListener("change", (event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    if (reading !== null) {
      show(value === "" ? reading() : reading(Number(value)));
    }
  });
  /* Right after a paste, Ctrl+Z takes it back; once something is typed, it is the field's again. */
  form.addEventListener("input", () => { fresh = false; });
  document.addEventListener("keydown", (event) => {
    const here = event.target === document.body || (event.target instanceof Node && form.contains(event.target));
    if (here && fresh && !undoButton.hidden && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z") {
      event.preventDefault();
      takeBack();
    }
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
