/* The sheet with a keyboard: Enter and the arrows go from cell to cell, Esc puts back what is stored, ? shows the help. */

import { announce, byId, form } from "./page.js";
import { fieldOf, rows, rowOf } from "./rows.js";
import { save, undo } from "./saving.js";

/** @typedef {import("./rows.js").Field} Field */

/** @param {Field | undefined} cell */
function go(cell) {
  if (!cell) {
    return false;
  }
  cell.focus();
  if (cell instanceof HTMLInputElement) {
    cell.select();
  }
  return true;
}

/**
 * One cell on; x comes before y.
 *
 * @param {Field} cell
 * @param {number} step
 */
function along(cell, step) {
  const all = rows.flatMap((row) => row.cells);
  return go(all[all.indexOf(cell) + step]);
}

/**
 * The next row's cell of the same kind, else its first.
 *
 * @param {Field} cell
 * @param {number} step
 */
function down(cell, step) {
  const here = rowOf(cell);
  const row = here && rows[rows.indexOf(here) + step];
  return row !== undefined && go(row.cells.find((one) => one.dataset.part === cell.dataset.part) || row.cells[0]);
}

/**
 * Where an arrow leads out of a text cell; the cursor moves inside it first.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} cell
 */
function arrow(event, cell) {
  const inside = cell.selectionStart !== cell.selectionEnd;
  switch (event.key) {
    case "ArrowDown": return down(cell, 1);
    case "ArrowUp": return down(cell, -1);
    case "ArrowRight": return !event.shiftKey && !inside && cell.selectionEnd === cell.value.length && along(cell, 1);
    case "ArrowLeft": return !event.shiftKey && !inside && cell.selectionStart === 0 && along(cell, -1);
    default: return false;
  }
}

function help() {
  const keys = /** @type {HTMLDetailsElement} */ (byId("sheet-keys"));
  keys.open = !keys.open;
  if (keys.open) {
    announce(/** @type {HTMLElement} */ (keys.querySelector("ul")).innerText);
  }
}

export function listen() {
  form.addEventListener("keydown", (event) => {
    const found = fieldOf(event);
    if (!found || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const { row, field } = found;
    const figure = field.matches(".cell [data-part]");
    if (event.key === "Escape" && (row.isDirty || row.isUnsaved) && !row.busy) {
      event.preventDefault();
      undo(row);
    }
    else if (event.key === "Enter" && (figure || field instanceof HTMLInputElement)) {
      event.preventDefault();
      if (!figure) {
        down(row.cells[0], 1);
      }
      else if (!along(field, event.shiftKey ? -1 : 1)) {
        save(row);
      }
    }
    else if (figure && field instanceof HTMLInputElement) {
      if (event.key === "?") {
        event.preventDefault();
        help();
      }
      else if (arrow(event, field)) {
        event.preventDefault();
      }
    }
  });
}
