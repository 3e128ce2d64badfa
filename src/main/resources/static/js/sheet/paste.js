/* Pasting a column or a block: first what goes where, then each cell is saved and says what became of it; all of it can
   be taken back. */
(function () {
  "use strict";

  const sheet = window.wardSheet;
  if (!sheet.open) {
    return;
  }

  const dialog = document.getElementById("paste");
  const undoButton = document.getElementById("paste-undo");
  let planned = null;
  let cursor = null;
  let undoable = [];

  function cellOf(text, type) {
    const cell = document.createElement("td");
    cell.textContent = text;
    cell.className = type;
    return cell;
  }

  function shown(row) {
    const typed = row.typed();
    if (typed.numerator) {
      return typed.numerator + "/" + typed.denominator;
    }
    const select = row.fields.achieved;
    return (select && select.value !== "" ? select.selectedOptions[0].text : typed.value) || "–";
  }

  function show() {
    const body = dialog.querySelector("tbody");
    body.replaceChildren(...planned.fill.map((one) => {
      const line = document.createElement("tr");
      line.append(cellOf(one.row.no, "no"), cellOf(one.row.name, ""), cellOf(shown(one.row), "num"), cellOf(one.shown, "num strong"));
      return line;
    }));
    dialog.querySelector(".paste-list").hidden = planned.fill.length === 0;
    document.getElementById("paste-summary").textContent = planned.fill.length === 0
      ? sheet.say("paste-none") : sheet.say("paste-n", planned.fill.length);
    const notes = [];
    const note = (list, word) => { if (list.length > 0) { notes.push(sheet.say(word, list.join(", "))); } };
    if (planned.numbered) {
      notes.push(sheet.say("paste-numbers", planned.fill.length));
    }
    if (planned.header > 0) {
      notes.push(sheet.say("paste-header", planned.header));
    }
    note(planned.blank, "paste-blank");
    note(planned.text, "paste-text");
    note(planned.locked, "paste-locked");
    if (planned.left > 0) {
      notes.push(sheet.say("paste-left", planned.left, planned.fill.length));
    }
    document.getElementById("paste-notes").replaceChildren(...notes.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }));
    const fill = dialog.querySelector("[data-paste=do]");
    fill.hidden = planned.fill.length === 0;
    dialog.showModal();
    (fill.hidden ? dialog.querySelector("[data-paste=cancel]") : fill).focus();
  }

  sheet.form.addEventListener("paste", (event) => {
    const cell = event.target;
    const row = cell.matches(".cell [data-part]") && sheet.rowOf(cell);
    if (!row) {
      return;
    }
    const lines = window.wardClipboard.read(event.clipboardData);
    const single = lines.length === 1 && lines[0].length === 1;
    if (lines.length === 0 || (single && !window.wardClipboard.isEmpty(lines[0][0]))) {
      /* One value goes where the cursor is, as in any field. */
      return;
    }
    event.preventDefault();
    const bodies = Array.from(sheet.form.querySelectorAll(".sheet-row"));
    cursor = cell;
    planned = window.wardClipboard.plan(lines, bodies, bodies.indexOf(row.body),
      (body) => sheet.rows.find((one) => one.body === body), sheet.form.dataset.year);
    show();
  });

  function fill() {
    undoable = planned.fill.map((one) => ({ row: one.row, values: one.row.typed() }));
    planned.fill.forEach((one) => {
      one.row.put(one.parts);
      sheet.touch(one.row);
      sheet.saving.save(one.row);
    });
    undoButton.hidden = false;
    sheet.announce(sheet.say("paste-done", planned.fill.length));
  }

  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("[data-paste]");
    if (!button) {
      return;
    }
    if (button.dataset.paste === "do") {
      fill();
    }
    dialog.close();
  });

  dialog.addEventListener("close", () => {
    if (cursor) {
      cursor.focus();
    }
  });

  undoButton.addEventListener("click", () => {
    const back = undoable;
    undoable = [];
    undoButton.hidden = true;
    back.forEach((one) => {
      one.row.put(one.values);
      sheet.touch(one.row);
      sheet.saving.save(one.row);
    });
    sheet.announce(sheet.say("paste-undone", back.length));
    if (cursor) {
      cursor.focus();
    }
  });
}());
