/* The sheet with a keyboard: Enter and the arrows go from cell to cell, Esc puts back what is stored, ? shows the help. */
(function () {
  "use strict";

  const sheet = window.wardSheet;
  if (!sheet.open) {
    return;
  }

  function go(cell) {
    if (!cell) {
      return false;
    }
    cell.focus();
    if (cell.select) {
      cell.select();
    }
    return true;
  }

  function cells() {
    return sheet.rows.flatMap((row) => row.cells);
  }

  /** One cell on; x comes before y. */
  function along(cell, step) {
    const all = cells();
    return go(all[all.indexOf(cell) + step]);
  }

  /** The next row's cell of the same kind, else its first. */
  function down(cell, step) {
    const row = sheet.rows[sheet.rows.indexOf(sheet.rowOf(cell)) + step];
    return row !== undefined && go(row.cells.find((one) => one.dataset.part === cell.dataset.part) || row.cells[0]);
  }

  sheet.form.addEventListener("keydown", (event) => {
    const cell = event.target;
    const row = cell.matches("[data-part]") && sheet.rowOf(cell);
    if (!row || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "Escape" && (row.isDirty || row.isUnsaved) && !row.busy) {
      event.preventDefault();
      sheet.undo(row);
      return;
    }
    if (!cell.matches(".cell [data-part]")) {
      if (event.key === "Enter" && cell.matches("input")) {
        event.preventDefault();
        down(row.cells[0], 1);
      }
      return;
    }
    const text = cell.matches("input");
    const inside = text && cell.selectionStart !== cell.selectionEnd;
    if (event.key === "Enter") {
      event.preventDefault();
      if (!along(cell, event.shiftKey ? -1 : 1)) {
        sheet.saving.save(row);
      }
    }
    else if (text && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      if (down(cell, event.key === "ArrowDown" ? 1 : -1)) {
        event.preventDefault();
      }
    }
    else if (text && event.key === "ArrowRight" && !event.shiftKey && !inside && cell.selectionEnd === cell.value.length) {
      if (along(cell, 1)) {
        event.preventDefault();
      }
    }
    else if (text && event.key === "ArrowLeft" && !event.shiftKey && !inside && cell.selectionStart === 0) {
      if (along(cell, -1)) {
        event.preventDefault();
      }
    }
    else if (text && event.key === "?") {
      event.preventDefault();
      const help = document.getElementById("sheet-keys");
      help.open = !help.open;
      if (help.open) {
        sheet.announce(help.querySelector("ul").innerText);
      }
    }
  });
}());
