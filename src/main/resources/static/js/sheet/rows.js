/* The rows of a sheet as its other scripts see them: what is typed, what is stored and what became of it. All words come
   from the page. */
(function () {
  "use strict";

  const form = document.querySelector("[data-sheet]");
  const sheet = window.wardSheet = { form: form, rows: [], open: form !== null && form.dataset.mayEnter === "true" };
  if (form === null) {
    return;
  }

  const PARTS = ["value", "numerator", "denominator", "achieved", "note", "cause", "remedy", "noDataReason"];
  const UNSAVED = ["typed", "saving", "failed", "waiting", "refused", "collided", "barred", "restored"];

  const words = {};
  document.querySelectorAll("#sheet-words [data-word]").forEach((word) => { words[word.dataset.word] = word.textContent; });

  /** A sentence with its {0}, {1} filled in. */
  sheet.say = (key, ...given) => given.reduce((text, value, i) => text.replaceAll("{" + i + "}", value), words[key]);

  /** Says something once to those who listen. */
  sheet.announce = (text) => { document.getElementById("sheet-announce").textContent = text; };

  if (!sheet.open) {
    return;
  }

  class Row {

    constructor(body) {
      this.body = body;
      this.no = body.dataset.no;
      this.name = body.dataset.name;
      this.path = body.closest(".sheet-form").dataset.path + "/cells/" + encodeURIComponent(this.no);
      this.fields = {};
      body.querySelectorAll("[data-part]").forEach((field) => { this.fields[field.dataset.part] = field; });
      this.mark = body.querySelector(".cell-state");
      this.base = this.versionField.value;
      this.state = "clean";
      this.remember();
      if (["refused", "collided"].includes(this.outcome.dataset.state)) {
        this.set(this.outcome.dataset.state);
      }
    }

    get outcome() {
      return this.body.querySelector(".outcome");
    }

    get versionField() {
      return this.body.querySelector("input[type=hidden][name$='.version']");
    }

    /** The cells for figures, in their order; hidden ones are left out. */
    get cells() {
      return Array.from(this.body.querySelectorAll(".cell [data-part]"))
        .filter((cell) => !cell.closest("details:not([open])"));
    }

    /** "12/18" typed into the cell of x is x and y. */
    split() {
      const share = this.takesParts && this.fields.denominator.value.trim() === ""
        && /^([\d.,]+)\s*\/\s*([\d.,]+)$/.exec(this.fields.numerator.value.trim());
      if (share) {
        this.put({ numerator: share[1], denominator: share[2] });
      }
    }

    get takesParts() {
      return "numerator" in this.fields;
    }

    /** One of x and y alone is not a figure yet. */
    get isHalf() {
      return this.takesParts && (this.fields.numerator.value.trim() === "") !== (this.fields.denominator.value.trim() === "");
    }

    get hasFocus() {
      return this.body.contains(document.activeElement);
    }

    get isUnsaved() {
      return UNSAVED.includes(this.state);
    }

    /** What stands in the fields. */
    typed() {
      const values = {};
      PARTS.forEach((part) => { if (this.fields[part]) { values[part] = this.fields[part].value; } });
      return values;
    }

    /** What the server said is stored. */
    stored() {
      const kept = this.outcome.dataset;
      const values = {};
      PARTS.forEach((part) => { if (this.fields[part]) { values[part] = kept[part] || ""; } });
      return values;
    }

    differs(one, other) {
      return Object.keys(one).some((part) => one[part].trim() !== (other[part] || "").trim());
    }

    get isDirty() {
      return this.differs(this.typed(), this.stored());
    }

    put(values) {
      Object.keys(values).forEach((part) => {
        const field = this.fields[part];
        if (field && field.value !== values[part]) {
          field.value = values[part];
        }
        if (field && values[part] !== "" && field.closest("details")) {
          field.closest("details").open = true;
        }
      });
      this.body.classList.toggle("is-explained", Boolean(values.cause || values.remedy)
        || this.body.classList.contains("is-explained"));
    }

    /** Keeps what the outcome of the stored figure looks like, to put it back after typing. */
    remember() {
      this.settled = this.outcome.cloneNode(true);
    }

    /** Puts what the server answered in place; the cursor stays in the row. */
    replace(outcome) {
      const within = this.outcome.contains(document.activeElement);
      this.outcome.replaceWith(outcome);
      this.invalid(outcome.dataset.state === "refused");
      this.remember();
      document.querySelectorAll("[data-returned='" + this.no + "'] .mended")
        .forEach((mark) => mark.classList.toggle("is-mended", outcome.dataset.mended === "true"));
      if (within) {
        this.cells[0].focus();
      }
    }

    /** Shows what is being typed would come to; what is stored stays known. */
    preview(content) {
      this.outcome.replaceChildren(...content);
      this.outcome.classList.add("is-preview");
      this.invalid(false);
    }

    invalid(wrong) {
      const named = Array.from(this.outcome.querySelectorAll(".field-error[data-field]")).map((error) => error.dataset.field);
      this.cells.forEach((cell) => {
        const invalid = wrong && (named.includes(cell.dataset.part) || !named.some((part) => this.fields[part]));
        cell.classList.toggle("is-invalid", invalid);
        if (invalid) {
          cell.setAttribute("aria-invalid", "true");
        }
        else {
          cell.removeAttribute("aria-invalid");
        }
      });
    }

    /** Whether the last answer was about what is stored, and not about something refused. */
    get isSettled() {
      return this.settled.dataset.state === "saved" || this.settled.dataset.state === "empty";
    }

    /** The version that is stored is the one that what stands in the fields rests on. */
    rebase() {
      this.base = this.outcome.dataset.version;
      this.versionField.value = this.base;
    }

    /** Shows the outcome of what is stored again. */
    settle() {
      this.rebase();
      this.outcome.replaceWith(this.settled.cloneNode(true));
      this.invalid(false);
      const reason = this.body.querySelector(".no-data");
      if (reason && !reason.contains(document.activeElement)) {
        reason.open = false;
      }
      this.set("clean");
    }

    /** "16 tỷ 434 triệu" is shown beside the number it became, unless the server has said so. */
    explainReading(typed) {
      const now = this.stored().value || "";
      const said = Array.from(this.outcome.querySelectorAll(".remark")).some((remark) => remark.textContent.includes(typed));
      if (/\p{L}/u.test(typed) && now !== "" && now !== typed && !said) {
        const note = document.createElement("p");
        note.className = "understood";
        note.textContent = sheet.say("understood", typed, now);
        this.outcome.append(note);
      }
    }

    set(state) {
      this.state = state;
      this.body.dataset.state = state;
      this.mark.hidden = state === "clean";
      this.mark.textContent = words[state] || "";
      this.body.classList.toggle("is-filled", this.cells.some((cell) => cell.value.trim() !== ""));
      sheet.summarise();
    }

  }

  /** One line for the whole page. */
  sheet.summarise = () => {
    const line = document.getElementById("sheet-state");
    const count = (...states) => sheet.rows.filter((row) => states.includes(row.state)).length;
    const failed = count("failed", "waiting");
    const saving = count("saving");
    const open = count("refused", "collided", "barred");
    const typed = count("typed", "restored");
    let state = "saved";
    let text = words["all-saved"];
    if (failed > 0) {
      state = "failed";
      text = sheet.say(count("failed") > 0 ? "n-failed" : "n-waiting", failed);
    }
    else if (saving > 0) {
      state = "saving";
      text = sheet.say("n-saving", saving);
    }
    else if (open > 0) {
      state = "open";
      text = sheet.say("n-open", open);
    }
    else if (typed > 0) {
      state = "typed";
      text = words.typed;
    }
    line.hidden = false;
    if (state === "failed" && line.dataset.state !== "failed") {
      sheet.announce(text);
    }
    line.dataset.state = state;
    if (line.textContent !== text) {
      line.textContent = text;
    }
    document.getElementById("sheet-retry").hidden = failed === 0;
  };

  document.querySelectorAll(".sheet-row[data-open]").forEach((body) => sheet.rows.push(new Row(body)));
  sheet.rowOf = (element) => sheet.rows.find((row) => row.body === element.closest(".sheet-row"));
  sheet.summarise();
}());
