/* Puts the sheet's scripts to work. Without any of them the sheet is filled and sent by its buttons. */
(function () {
  "use strict";

  const sheet = window.wardSheet;
  if (sheet.form === null) {
    return;
  }
  const form = sheet.form;
  const saving = sheet.saving;
  const drafts = sheet.drafts;
  let leaving = false;

  if (!sheet.open) {
    restore();
    return;
  }

  /** Something in the row was changed: kept in the browser before anything else. */
  sheet.touch = (row) => {
    if (!row.isDirty && !row.sent && row.isSettled) {
      drafts.forget(row);
      row.settle();
      return;
    }
    drafts.keep(row);
    if (!row.busy) {
      row.set("typed");
    }
  };

  /** Back to what is stored, as if nothing had been typed. */
  sheet.undo = (row) => {
    row.put(row.stored());
    row.sent = null;
    row.rebase();
    saving.save(row);
    sheet.announce(sheet.say("undone"));
  };

  form.addEventListener("input", (event) => {
    const row = event.target.matches("[data-part]") && sheet.rowOf(event.target);
    if (row) {
      sheet.touch(row);
      saving.preview(row);
    }
  });

  /* A cell is saved as it is left; x without y waits until the row is left. */
  form.addEventListener("focusout", (event) => {
    const row = event.target.matches("[data-part]") && sheet.rowOf(event.target);
    if (!row || row.state !== "typed" && row.state !== "restored") {
      return;
    }
    if (!(row.isHalf && row.body.contains(event.relatedTarget))) {
      saving.save(row);
    }
  });

  form.addEventListener("change", (event) => {
    const row = event.target.matches("select[data-part]") && sheet.rowOf(event.target);
    if (row) {
      sheet.touch(row);
      saving.save(row);
    }
  });

  form.addEventListener("click", (event) => {
    const button = event.target.closest(".suggestion, [name=keep], [name=take], [name=carry]");
    const row = button && sheet.rowOf(button);
    if (!row) {
      return;
    }
    event.preventDefault();
    if (button.name === "carry") {
      carry(row, button.dataset);
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
      const cell = document.getElementById(button.dataset.cell);
      (cell || row.cells[0]).value = button.dataset.value;
      sheet.touch(row);
    }
    row.cells[0].focus();
    saving.save(row);
  });

  /* What an earlier period gave as cause and remedy, to be edited; what is written already stays. */
  function carry(row, earlier) {
    const written = row.typed();
    row.put({ cause: written.cause || earlier.cause || "", remedy: written.remedy || earlier.remedy || "" });
    sheet.touch(row);
    row.fields.cause.focus();
  }

  function firstOpen() {
    return sheet.rows.find((row) => row.isUnsaved);
  }

  /* A form is handed over only when everything in it is stored; saving alone needs no new page. */
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    const handsOver = button !== null && button.name === "action" && button.value.startsWith("submit");
    if (handsOver && firstOpen() === undefined) {
      leaving = true;
      return;
    }
    event.preventDefault();
    saving.saveAll();
    saving.whenSettled(() => {
      const open = firstOpen();
      if (open !== undefined) {
        open.body.scrollIntoView({ block: "center" });
        open.cells[0].focus();
        sheet.announce(document.getElementById("sheet-state").textContent);
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
      saving.whenSettled(() => {
        leaving = firstOpen() === undefined;
        out.submit();
      });
    }
  }));

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && firstOpen() !== undefined) {
      event.preventDefault();
    }
  });

  /* Whoever signs in again comes back to this sheet and finds everything. */
  document.querySelectorAll("#session-ended a").forEach((link) => link.addEventListener("click", () => { leaving = true; }));

  /* What an earlier visit could not store is put back and saved; the server says if somebody was quicker. */
  function restore() {
    const notice = document.getElementById("restored");
    const list = notice.querySelector("ul");
    let count = 0;
    drafts.all().forEach((one) => {
      const row = sheet.rows.find((candidate) => candidate.no === one.no);
      if (!row) {
        list.append(leftOver(one));
        return;
      }
      row.put(one.draft.values);
      row.sent = one.draft.sent;
      if (!row.isDirty && !row.sent) {
        drafts.forget(row);
        return;
      }
      row.base = one.draft.base;
      row.versionField.value = row.base;
      row.body.classList.add("is-restored");
      row.set("restored");
      count += 1;
      saving.save(row);
    });
    notice.querySelector("p").textContent = count > 0 ? sheet.say("n-restored", count) : "";
    notice.hidden = count === 0 && list.childElementCount === 0;
  }

  /* Typed for a row that takes nothing any more: shown until its author lets it go. */
  function leftOver(one) {
    const values = one.draft.values;
    const item = document.createElement("li");
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "btn btn-secondary btn-sm";
    drop.textContent = sheet.say("left-over-drop");
    drop.addEventListener("click", () => {
      drafts.drop(one.no);
      item.remove();
    });
    item.append(sheet.say("left-over", one.no, values.numerator ? values.numerator + "/" + values.denominator
      : values.value || values.noDataReason || values.cause || "–") + " ", drop);
    return item;
  }

  restore();
}());
