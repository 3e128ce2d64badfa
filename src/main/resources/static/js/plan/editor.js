/*
 * The plan's table with keys, paste, undo and redo. Without it the same form is sent as a whole; with it only the rows in
 * which anything was changed are sent.
 */
import { fromText, tidy } from "../sheet/clipboard.js";
import { CELL, byId, cellAround, controlAt, controlsOf, isBox, isChanged, rowOf, valueOf } from "./controls.js";
import { liveResults } from "./live.js";

/** @typedef {import("./controls.js").Control} Control */

const form = byId("editor");
const rows = /** @type {HTMLTableSectionElement} */ (document.querySelector("#editor-rows tbody"));
const count = byId("editor-count");
const undoButton = /** @type {HTMLButtonElement} */ (byId("undo"));
const redoButton = /** @type {HTMLButtonElement} */ (byId("redo"));
const SHARED = ["unit", "field", "direction", "valueType", "accumulation", "bounded"];

/** @typedef {{undo: () => void, redo: () => void}} Step */
/** @type {Step[]} */
const done = [];
/** @type {Step[]} */
let undone = [];
let sending = false;

/**
 * What a control held when it was last looked at.
 *
 * @type {WeakMap<Control, string>}
 */
const held = new WeakMap();

function tell() {
  const cells = rows.querySelectorAll("tr:not(.is-added) td.is-changed").length;
  const whole = rows.querySelectorAll("tr.is-added, tr.is-removed:not(.is-added)").length;
  const changed = (form.dataset.changed || "").replace("{0}", String(cells + whole));
  count.textContent = cells + whole === 0 ? form.dataset.none || "" : changed;
  undoButton.disabled = done.length === 0;
  redoButton.disabled = undone.length === 0;
  live.ask(cells + whole > 0);
}

/** The rows in which something was changed: no other is sent. */
function touchedRows() {
  return [...rows.rows].filter((row) => row.matches(".is-added:not(.is-removed), .is-removed:not(.is-added)")
    || row.querySelector(".is-changed, .is-conflict, [name*='.choose.']"));
}

const live = liveResults(form, count, touchedRows);

/** @param {Control} control */
function show(control) {
  const cell = cellAround(control);
  const row = rowOf(control);
  if (isBox(control) && control.name.endsWith(".remove")) {
    row.classList.toggle("is-removed", control.checked);
  }
  else if (!row.classList.contains("is-added")) {
    const changed = isChanged(control);
    cell.classList.toggle("is-changed", changed || control.dataset.sent === "changed");
    // What was understood is of the text that was sent.
    cell.querySelector(".editor-says .muted")?.toggleAttribute("hidden", changed);
  }
}

/**
 * @param {Control} control
 * @param {string} value
 */
function put(control, value) {
  if (isBox(control)) {
    control.checked = value === "true";
  }
  else {
    control.value = value;
  }
  held.set(control, value);
  show(control);
}

/** @param {Step} step */
function record(step) {
  done.push(step);
  undone = [];
  tell();
}

/** @typedef {{control: Control, from: string, to: string}} Change */

/** @param {Change[]} changes */
function recordValues(changes) {
  record({
    undo: () => changes.forEach((one) => put(one.control, one.from)),
    redo: () => changes.forEach((one) => put(one.control, one.to)),
  });
}

/** @param {Step[]} from @param {Step[]} to @param {"undo" | "redo"} way */
function again(from, to, way) {
  const last = from.pop();
  if (last) {
    last[way]();
    to.push(last);
  }
  tell();
}

/** @param {HTMLTableRowElement} row */
function watch(row) {
  controlsOf(row, "input, select, textarea").forEach((control) => held.set(control, valueOf(control)));
}

/** @param {HTMLTableRowElement} row */
function visible(row) {
  return controlsOf(row, CELL).filter((control) => control.offsetParent !== null);
}

/**
 * The control of the same column some rows further.
 *
 * @param {Control} control
 * @param {number} by
 * @returns {Control | undefined}
 */
function beside(control, by) {
  const row = rows.rows[[...rows.rows].indexOf(rowOf(control)) + by];
  const cell = row?.cells[cellAround(control).cellIndex];
  return cell && controlsOf(cell, ".form-control, .form-select")[0];
}

/**
 * What a cell of Excel is in a list: the value of this name.
 *
 * @param {Control} control
 * @param {string} text
 */
function chosen(control, text) {
  if (!(control instanceof HTMLSelectElement)) {
    return text;
  }
  const wanted = text.toLowerCase();
  const option = [...control.options].find((one) => one.value.toLowerCase() === wanted || one.text.toLowerCase() === wanted);
  return option ? option.value : control.value;
}

/** @param {ClipboardEvent} event */
function paste(event) {
  const control = controlAt(event.target);
  const grid = tidy(fromText(event.clipboardData?.getData("text/plain") || ""));
  const single = grid.length === 1 && grid[0].length === 1 && !(control instanceof HTMLSelectElement);
  if (!control || grid.length === 0 || single) {
    return;
  }
  event.preventDefault();
  const from = [...rows.rows].indexOf(rowOf(control));
  const column = visible(rows.rows[from]).indexOf(control);
  /** @type {Change[]} */
  const changes = [];
  grid.forEach((line, down) => {
    const controls = rows.rows[from + down] ? visible(rows.rows[from + down]) : [];
    line.forEach((text, right) => {
      const target = controls[column + right];
      if (target && !target.matches("[readonly]")) {
        changes.push({ control: target, from: valueOf(target), to: chosen(target, text) });
      }
    });
  });
  changes.forEach((one) => put(one.control, one.to));
  recordValues(changes);
}

/**
 * @param {HTMLTableRowElement} row
 * @param {string} column
 */
function cellOf(row, column) {
  return controlsOf(row, "[name='" + row.dataset.row + "." + column + "']")[0]?.value ?? "";
}

let last = Math.max(0, ...[...rows.rows].map((row) => Number(/^n(\d+)$/.exec(row.dataset.row || "")?.[1] || 0)));

/** @param {Record<string, string>} values */
function newRow(values) {
  last += 1;
  const template = /** @type {HTMLTemplateElement} */ (byId("new-row"));
  const empty = /** @type {HTMLTableRowElement} */ (template.content.querySelector("tr"));
  const row = /** @type {HTMLTableRowElement} */ (empty.cloneNode(true));
  row.dataset.row = "n" + last;
  [row, ...row.querySelectorAll("*")].forEach((element) => {
    ["id", "name", "for", "value", "aria-describedby"].forEach((name) => {
      const value = element.getAttribute(name);
      if (value && /\bn0\b/.test(value)) {
        element.setAttribute(name, value.replace(/\bn0\b/, "n" + last));
      }
    });
  });
  Object.entries(values).forEach(([column, value]) => {
    controlsOf(row, "[name='n" + last + "." + column + "']")[0].value = value;
  });
  return row;
}

/**
 * @param {HTMLTableRowElement[]} made
 * @param {HTMLTableRowElement | undefined} after
 */
function insert(made, after) {
  const place = () => {
    let at = after;
    made.forEach((row) => {
      if (at) {
        at.after(row);
      }
      else {
        rows.append(row);
      }
      at = row;
    });
  };
  place();
  made.forEach(watch);
  record({ undo: () => made.forEach((row) => row.remove()), redo: place });
  controlsOf(made[0], ".form-control")[0].focus();
}

/** @param {HTMLTableRowElement | null} after */
function add(after) {
  const parent = after ? cellOf(after, "parentNo") : "";
  const order = after ? Number(cellOf(after, "order")) : 0;
  insert([newRow({ parentNo: parent, role: parent ? "BREAKDOWN" : "COUNTED", order: order > 0 ? String(order + 1) : "" })],
    after || rows.rows[rows.rows.length - 1]);
}

/** @param {HTMLTableRowElement} row */
function split(row) {
  const no = cellOf(row, "no");
  const taken = new Set([...rows.rows].map((one) => cellOf(one, "no")));
  const shared = Object.fromEntries(SHARED.map((column) => [column, cellOf(row, column)]));
  /** @type {HTMLTableRowElement[]} */
  const made = [];
  for (let n = 1; made.length < 2; n += 1) {
    if (!taken.has(no + "." + n)) {
      made.push(newRow({ ...shared, no: no + "." + n, parentNo: no, role: "BREAKDOWN" }));
    }
  }
  insert(made, row);
}

form.addEventListener("change", (event) => {
  const control = /** @type {Control} */ (event.target);
  if (control.closest("tbody") && control.type !== "radio" && !control.name.includes(".choose.")) {
    recordValues([{ control, from: held.get(control) ?? "", to: valueOf(control) }]);
    put(control, valueOf(control));
    tell();
  }
  else if (control.name === "reason" || control.name === "effectiveDate") {
    live.ask(touchedRows().length > 0);
  }
});
rows.addEventListener("paste", paste);
rows.addEventListener("keydown", (event) => {
  const control = controlAt(event.target);
  if (!control || event.isComposing) {
    return;
  }
  const arrows = !(control instanceof HTMLSelectElement) && !event.altKey && !event.ctrlKey;
  const by = new Map([["Enter", event.shiftKey ? -1 : 1], ["ArrowDown", arrows ? 1 : 0], ["ArrowUp", arrows ? -1 : 0]]).get(event.key);
  if (by) {
    event.preventDefault();
    beside(control, by)?.focus();
  }
});
document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  const typing = controlAt(event.target);
  if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y") || (typing && held.get(typing) !== valueOf(typing))) {
    return;
  }
  event.preventDefault();
  if (key === "y" || event.shiftKey) {
    again(undone, done, "redo");
  }
  else {
    again(done, undone, "undo");
  }
});
form.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-add], [data-split]") : null;
  if (button) {
    event.preventDefault();
    const row = button.closest("tr");
    if (row && button.hasAttribute("data-split")) {
      split(row);
    }
    else {
      add(row);
    }
  }
});
undoButton.addEventListener("click", () => again(done, undone, "undo"));
redoButton.addEventListener("click", () => again(undone, done, "redo"));
form.addEventListener("submit", () => {
  sending = true;
  const touched = new Set(touchedRows());
  [...rows.rows].forEach((row) => {
    controlsOf(row, "input, select, textarea").forEach((control) => {
      control.disabled = !touched.has(row);
    });
  });
});
window.addEventListener("pageshow", () => {
  sending = false;
  controlsOf(rows, ":disabled").forEach((control) => {
    control.disabled = false;
  });
});
window.addEventListener("beforeunload", (event) => {
  if (!sending && done.length > 0 && rows.querySelector("td.is-changed, tr.is-added, tr.is-removed")) {
    event.preventDefault();
  }
});

controlsOf(rows, "td.is-changed .form-control, td.is-changed .form-select").forEach((control) => {
  control.dataset.sent = "changed";
});
[...rows.rows].forEach(watch);
undoButton.hidden = false;
redoButton.hidden = false;
undoButton.disabled = true;
redoButton.disabled = true;
