/* The sheet with a keyboard: Enter and arrows move between cells, a suggestion is taken with one click, and a cell that
   could not be saved says so. Without this script the sheet works by its buttons. */
(function () {
  "use strict";

  var sheet = document.querySelector("[data-sheet]");
  if (!sheet) {
    return;
  }

  function cells() {
    return Array.from(sheet.querySelectorAll(".cell input[type=text], .cell select"))
      .filter(function (cell) { return !cell.readOnly && !cell.disabled && !cell.closest("details:not([open])"); });
  }

  function rowOf(element) {
    return element.closest(".sheet-row");
  }

  /* The first cell of the next row; within x/y Enter goes from x to y. */
  function move(from, step, withinRow) {
    var all = cells();
    var at = all.indexOf(from) + step;
    while (!withinRow && all[at] && rowOf(all[at]) === rowOf(from)) {
      at += step;
    }
    if (!all[at]) {
      return false;
    }
    all[at].focus();
    if (all[at].select) {
      all[at].select();
    }
    return true;
  }

  sheet.addEventListener("keydown", function (event) {
    var cell = event.target;
    if (!cell.matches(".cell input[type=text]") || event.isComposing) {
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (!move(cell, event.shiftKey ? -1 : 1, true)) {
        cell.blur();
      }
    }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (move(cell, event.key === "ArrowDown" ? 1 : -1, false)) {
        event.preventDefault();
      }
    }
  });

  sheet.addEventListener("click", function (event) {
    var suggestion = event.target.closest(".suggestion");
    var cell = suggestion && document.getElementById(suggestion.dataset.cell);
    if (!cell) {
      return;
    }
    event.preventDefault();
    cell.value = suggestion.dataset.value;
    cell.focus();
    cell.dispatchEvent(new Event("change", { bubbles: true }));
  });

  /* x without y is not a figure yet: it is saved when both are there or the row is left. */
  sheet.addEventListener("change", function (event) {
    var parts = event.target.closest(".parts");
    if (!parts || !event.isTrusted) {
      return;
    }
    var filled = Array.from(parts.querySelectorAll("input")).filter(function (input) { return input.value.trim() !== ""; });
    if (filled.length !== 1) {
      return;
    }
    event.stopPropagation();
    setTimeout(function () {
      if (!parts.contains(document.activeElement)) {
        event.target.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }, 0);
  }, true);

  document.body.addEventListener("htmx:afterSettle", function (event) {
    var row = event.target.closest && event.target.closest(".sheet-row");
    if (!row) {
      return;
    }
    var wrong = row.querySelector(".outcome.has-errors") !== null;
    row.querySelectorAll(".cell input[type=text], .cell select").forEach(function (cell) {
      cell.classList.toggle("is-invalid", wrong);
      if (wrong) {
        cell.setAttribute("aria-invalid", "true");
      }
      else {
        cell.removeAttribute("aria-invalid");
      }
    });
  });

  /* A form that is handed over while a cell is still being saved would carry that cell's old version: it waits. */
  var saving = 0;
  var waiting = null;

  document.body.addEventListener("htmx:beforeRequest", function (event) {
    if (rowOf(event.target)) {
      saving += 1;
    }
  });

  document.body.addEventListener("htmx:afterRequest", function (event) {
    if (!rowOf(event.target)) {
      return;
    }
    saving -= 1;
    if (saving === 0 && waiting) {
      var button = waiting;
      waiting = null;
      setTimeout(function () { sheet.requestSubmit(button); }, 50);
    }
  });

  sheet.addEventListener("submit", function (event) {
    if (saving > 0 && event.submitter) {
      event.preventDefault();
      waiting = event.submitter;
    }
  });

  function notSaved(event) {
    var row = event.target.closest && event.target.closest(".sheet-row");
    var outcome = row && row.querySelector(".outcome");
    if (!outcome) {
      return;
    }
    outcome.querySelectorAll(".saved, .unsent").forEach(function (mark) { mark.remove(); });
    var mark = document.createElement("p");
    mark.className = "unsent";
    mark.textContent = sheet.dataset.failed;
    outcome.append(mark);
  }

  document.body.addEventListener("htmx:responseError", notSaved);
  document.body.addEventListener("htmx:sendError", notSaved);
  document.body.addEventListener("htmx:timeout", notSaved);
}());
