/*
 * The plan's table with keys, paste, undo and redo. Without it the same form is sent as a whole; with it only the rows in
 * which anything was changed are sent.
 */
import { fromText, tidy } from "../sheet/clipboard.js";

const form = document.getElementById("editor");
const rows = document.querySelector("#editor-rows tbody");
const count = document.getElementById("editor-count");
const undoButton = document.getElementById("undo");
const redoButton = document.getElementById("redo");
const CELL = "td .form-control, td .form-select";
const SHARED = ["unit", "field", "direction", "valueType", "accumulation", "bounded"];

/** @typedef {{undo: () => void, redo: () => void}} Step */
/** @type {Step[]} */
const done = [];
/** @type {Step[]} */
let undone = [];
let sending = false;

/** What a control held when it was last looked at. */
const held = new WeakMap();

function valueOf(control) {
  return control.type === "checkbox" ? String(control.checked) : control.value;
}

/** What the server sent is where counting begins; what it marked as changed stays so. */
function isChanged(control) {
  if (control.type === "checkbox") {
    return control.checked !== control.defaultChecked;
  }
  if (control.tagName === "SELECT") {
    const sent = [...control.options].find((option) => option.defaultSelected) || control.options[0];
    return control.value !== sent.value;
  }
  return control.value !== control.defaultValue;
}

function tell() {
  const cells = rows.querySelectorAll("tr:not(.is-added) td.is-changed").length;
  const whole = rows.querySelectorAll("tr.is-added, tr.is-removed:not(.is-added)").length;
  count.textContent = cells + whole === 0 ? form.dataset.none : form.dataset.changed.replace("{0}", String(cells + whole));
  undoButton.disabled = done.length === 0;
  redoButton.disabled = undone.length === 0;
}

function show(control) {
  const cell = control.closest("td");
  const row = control.closest("tr");
  if (control.name.endsWith(".remove")) {
    row.classList.toggle("is-removed", control.checked);
  }
  else if (!row.classList.contains("is-added")) {
    const changed = isChanged(control);
    cell.classList.toggle("is-changed", changed || control.dataset.sent === "changed");
    // What was understood is of the text that was sent.
    cell.querySelector(".editor-says .muted")?.toggleAttribute("hidden", changed);
  }
}

function put(control, value) {
  if (control.type === "checkbox") {
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

/** @param {{control: HTMLInputElement, from: string, to: string}[]} changes */
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

function watch(row) {
  row.querySelectorAll("input, select, textarea").forEach((control) => held.set(control, valueOf(control)));
}

function visible(row) {
  return [...row.querySelectorAll(CELL)].filter((control) => control.offsetParent !== null);
}

/** The control of the same column some rows further. */
function beside(control, by) {
  const row = rows.rows[[...rows.rows].indexOf(control.closest("tr")) + by];
  return row?.cells[control.closest("td").cellIndex]?.querySelector(".form-control, .form-select");
}

/** What a cell of Excel is in a list: the value of this name. */
function chosen(control, text) {
  if (control.tagName !== "SELECT") {
    return text;
  }
  const wanted = text.toLowerCase();
  const option = [...control.options].find((one) => one.value.toLowerCase() === wanted || one.text.toLowerCase() === wanted);
  return option ? option.value : control.value;
}

function paste(event) {
  const control = event.target.closest(CELL);
  const grid = tidy(fromText(event.clipboardData?.getData("text/plain") || ""));
  const single = grid.length === 1 && grid[0].length === 1 && control?.tagName !== "SELECT";
  if (!control || grid.length === 0 || single) {
    return;
  }
  event.preventDefault();
  const from = [...rows.rows].indexOf(control.closest("tr"));
  const column = visible(rows.rows[from]).indexOf(control);
  const changes = [];
  grid.forEach((line, down) => {
    const controls = rows.rows[from + down] ? visible(rows.rows[from + down]) : [];
    line.forEach((text, right) => {
      const target = controls[column + right];
      if (target && !target.readOnly) {
        changes.push({ control: target, from: valueOf(target), to: chosen(target, text) });
      }
    });
  });
  changes.forEach((one) => put(one.control, one.to));
  recordValues(changes);
}

function cellOf(row, column) {
  return row.querySelector("[name='" + row.dataset.row + "." + column + "']")?.value ?? "";
}

let last = Math.max(0, ...[...rows.rows].map((row) => Number(/^n(\d+)$/.exec(row.dataset.row)?.[1] || 0)));

function newRow(values) {
  last += 1;
  const row = document.getElementById("new-row").content.querySelector("tr").cloneNode(true);
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
    row.querySelector("[name='n" + last + "." + column + "']").value = value;
  });
  return row;
}

function insert(made, after) {
  const place = () => made.reduce((at, row) => {
    if (at) {
      at.after(row);
    }
    else {
      rows.append(row);
    }
    return row;
  }, after);
  place();
  made.forEach(watch);
  record({ undo: () => made.forEach((row) => row.remove()), redo: place });
  made[0].querySelector(".form-control").focus();
}

function add(after) {
  const parent = after ? cellOf(after, "parentNo") : "";
  const order = after ? Number(cellOf(after, "order")) : 0;
  insert([newRow({ parentNo: parent, role: parent ? "BREAKDOWN" : "COUNTED", order: order > 0 ? String(order + 1) : "" })],
    after || rows.rows[rows.rows.length - 1]);
}

function split(row) {
  const no = cellOf(row, "no");
  const taken = new Set([...rows.rows].map((one) => cellOf(one, "no")));
  const shared = Object.fromEntries(SHARED.map((column) => [column, cellOf(row, column)]));
  const made = [];
  for (let n = 1; made.length < 2; n += 1) {
    if (!taken.has(no + "." + n)) {
      made.push(newRow({ ...shared, no: no + "." + n, parentNo: no, role: "BREAKDOWN" }));
    }
  }
  insert(made, row);
}

form.addEventListener("change", (event) => {
  const control = event.target;
  if (control.closest("tbody") && control.type !== "radio" && !control.name.includes(".choose.")) {
    recordValues([{ control, from: held.get(control) ?? "", to: valueOf(control) }]);
    put(control, valueOf(control));
    tell();
  }
});
rows.addEventListener("paste", paste);
rows.addEventListener("keydown", (event) => {
  const control = event.target.closest(CELL);
  if (!control || event.isComposing) {
    return;
  }
  const arrows = control.tagName !== "SELECT" && !event.altKey && !event.ctrlKey;
  const by = new Map([["Enter", event.shiftKey ? -1 : 1], ["ArrowDown", arrows ? 1 : 0], ["ArrowUp", arrows ? -1 : 0]]).get(event.key);
  if (by) {
    event.preventDefault();
    beside(control, by)?.focus();
  }
});
document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  const typing = event.target.closest?.(CELL);
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
  const button = event.target.closest("[data-add], [data-split]");
  if (button) {
    event.preventDefault();
    (button.hasAttribute("data-split") ? split : add)(button.closest("tr"));
  }
});
undoButton.addEventListener("click", () => again(done, undone, "undo"));
redoButton.addEventListener("click", () => again(undone, done, "redo"));
form.addEventListener("submit", () => {
  sending = true;
  [...rows.rows].forEach((row) => {
    const touched = row.matches(".is-added:not(.is-removed), .is-removed:not(.is-added)")
      || row.querySelector(".is-changed, .is-conflict, [name*='.choose.']");
    row.querySelectorAll("input, select, textarea").forEach((control) => {
      control.disabled = !touched;
    });
  });
});
window.addEventListener("pageshow", () => {
  sending = false;
  rows.querySelectorAll(":disabled").forEach((control) => {
    control.disabled = false;
  });
});
window.addEventListener("beforeunload", (event) => {
  if (!sending && done.length > 0 && rows.querySelector("td.is-changed, tr.is-added, tr.is-removed")) {
    event.preventDefault();
  }
});

rows.querySelectorAll("td.is-changed .form-control, td.is-changed .form-select").forEach((control) => {
  control.dataset.sent = "changed";
});
[...rows.rows].forEach(watch);
undoButton.hidden = false;
redoButton.hidden = false;
undoButton.disabled = true;
redoButton.disabled = true;
