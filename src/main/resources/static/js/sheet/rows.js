/* The rows of a sheet as its other scripts see them: what is typed, what is stored and what became of it. */

import { announce, byId, form, open, say } from "./page.js";

/** @typedef {Record<string, string>} Values what stands in the fields of a row, by part */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

const PARTS = ["value", "numerator", "denominator", "achieved", "note", "cause", "remedy", "noDataReason"];
const UNSAVED = ["typed", "saving", "failed", "waiting", "refused", "collided", "barred", "restored"];

/**
 * @param {Values} one
 * @param {Values} other
 */
export function differs(one, other) {
  return Object.keys(one).some((part) => one[part].trim() !== (other[part] || "").trim());
}

export class Row {

  /** @param {HTMLElement} body */
  constructor(body) {
    this.body = body;
    this.no = body.dataset.no || "";
    this.name = body.dataset.name || "";
    const section = /** @type {HTMLElement} */ (body.closest(".sheet-form"));
    /** The part of the page that shows its unit's form. */
    this.unit = section.id;
    this.path = section.dataset.path + "/cells/" + encodeURIComponent(this.no);
    /** @type {Record<string, Field>} */
    this.fields = {};
    body.querySelectorAll("[data-part]").forEach((field) => {
      this.fields[/** @type {HTMLElement} */ (field).dataset.part || ""] = /** @type {Field} */ (field);
    });
    this.mark = /** @type {HTMLElement} */ (body.querySelector(".cell-state"));
    this.versionField = /** @type {HTMLInputElement} */ (body.querySelector("input[type=hidden][name$='.version']"));
    this.base = this.versionField.value;
    this.state = "clean";
    /** @type {{values: Values, base: string} | null} what is on its way to the server */
    this.sent = null;
    this.busy = false;
    this.renewed = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.typing = undefined;
    /** @type {AbortController | null} */
    this.asking = null;
    this.settled = this.outcome;
    this.remember();
    if (["refused", "collided"].includes(this.outcome.dataset.state || "")) {
      this.set(this.outcome.dataset.state || "");
    }
  }

  /** @returns {HTMLElement} */
  get outcome() {
    return /** @type {HTMLElement} */ (this.body.querySelector(".outcome"));
  }

  /** The cells for figures, in their order; hidden ones are left out. */
  get cells() {
    return /** @type {Field[]} */ (Array.from(this.body.querySelectorAll(".cell [data-part]")))
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

  /** The answers of a row that takes a word. */
  get words() {
    const select = this.fields.achieved;
    return select instanceof HTMLSelectElement
      ? Array.from(select.options).map((one) => ({ value: one.value, text: one.text })) : null;
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

  /** Whether it is left as it is until its author does something. */
  get isStuck() {
    return ["refused", "collided", "barred"].includes(this.state);
  }

  /** What stands in the fields. */
  typed() {
    /** @type {Values} */
    const values = {};
    PARTS.forEach((part) => { if (this.fields[part]) { values[part] = this.fields[part].value; } });
    return values;
  }

  /** What the server said is stored. */
  stored() {
    const kept = this.outcome.dataset;
    /** @type {Values} */
    const values = {};
    PARTS.forEach((part) => { if (this.fields[part]) { values[part] = kept[part] || ""; } });
    /* x and y that were typed into the one cell there is. */
    if (!this.takesParts && "value" in values && kept.numerator) {
      values.value = kept.numerator + "/" + kept.denominator;
    }
    return values;
  }

  get isDirty() {
    return differs(this.typed(), this.stored());
  }

  /** @param {Values} values */
  put(values) {
    Object.keys(values).forEach((part) => {
      const field = this.fields[part];
      if (field && field.value !== values[part]) {
        field.value = values[part];
      }
      const details = field && values[part] !== "" && field.closest("details");
      if (details) {
        details.open = true;
      }
    });
    this.explain();
  }

  /** Cause and remedy are there where they are asked for, and while anything stands in them. */
  explain() {
    const written = ["cause", "remedy"].some((part) => this.fields[part] && this.fields[part].value.trim() !== "");
    this.body.classList.toggle("is-explained", written || this.outcome.classList.contains("needs-explanation"));
  }

  /**
   * Says of sums what holds now that another row of them was saved.
   *
   * @param {Node[]} remarks
   */
  sums(remarks) {
    const shown = this.state === "clean" ? [this.settled, this.outcome] : [this.settled];
    shown.forEach((outcome) => {
      outcome.querySelectorAll("[data-code^=breakdown-sum]").forEach((old) => old.remove());
      const before = outcome.querySelector(".no-data-answer, .saved");
      remarks.forEach((remark) => outcome.insertBefore(remark.cloneNode(true), before));
    });
  }

  /** Keeps what the outcome of the stored figure looks like, to put it back after typing. */
  remember() {
    this.settled = /** @type {HTMLElement} */ (this.outcome.cloneNode(true));
  }

  /**
   * Puts what the server answered in place; the cursor stays in the row.
   *
   * @param {HTMLElement} outcome
   */
  replace(outcome) {
    const within = this.outcome.contains(document.activeElement);
    this.outcome.replaceWith(outcome);
    this.invalid(outcome.dataset.state === "refused");
    this.remember();
    this.explain();
    document.querySelectorAll("[data-returned='" + this.no + "'] .corrected")
      .forEach((mark) => mark.classList.toggle("is-corrected", outcome.dataset.corrected === "true"));
    if (within) {
      this.cells[0].focus();
    }
  }

  /**
   * Shows what is being typed would come to; what is stored stays known.
   *
   * @param {Node[]} content
   */
  preview(content) {
    this.outcome.replaceChildren(...content);
    this.outcome.classList.add("is-preview");
    this.invalid(false);
  }

  /** @param {boolean} wrong */
  invalid(wrong) {
    const named = Array.from(this.outcome.querySelectorAll(".field-error[data-field]"))
      .map((error) => /** @type {HTMLElement} */ (error).dataset.field || "");
    this.cells.forEach((cell) => {
      const invalid = wrong && (named.includes(cell.dataset.part || "") || !named.some((part) => this.fields[part]));
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

  /**
   * What stands in the fields rests on this version.
   *
   * @param {string} [version] the stored one where not given
   */
  rebase(version) {
    this.base = version !== undefined ? version : this.outcome.dataset.version || "";
    this.versionField.value = this.base;
  }

  /** Shows the outcome of what is stored again. */
  settle() {
    this.rebase();
    this.outcome.replaceWith(this.settled.cloneNode(true));
    this.invalid(false);
    this.explain();
    const reason = /** @type {HTMLDetailsElement | null} */ (this.body.querySelector(".no-data"));
    if (reason && !reason.contains(document.activeElement)) {
      reason.open = false;
    }
    this.set("clean");
  }

  /**
   * "16 tỷ 434 triệu" is shown beside the number it became, unless the server has said so.
   *
   * @param {string} typed
   */
  explainReading(typed) {
    const now = this.stored().value || "";
    const said = Array.from(this.outcome.querySelectorAll(".remark")).some((remark) => (remark.textContent || "").includes(typed));
    if (/\p{L}/u.test(typed) && now !== "" && now !== typed && !said) {
      const note = document.createElement("p");
      note.className = "understood";
      note.textContent = say("understood", typed, now);
      this.outcome.append(note);
    }
  }

  /** @param {string} state */
  set(state) {
    this.state = state;
    this.body.dataset.state = state;
    this.mark.hidden = state === "clean";
    this.mark.textContent = say(state);
    this.body.classList.toggle("is-filled", this.cells.some((cell) => cell.value.trim() !== ""));
    summarise();
  }

}

/** @type {Row[]} */
export const rows = [];

/**
 * @param {Element} element
 * @returns {Row | undefined}
 */
export function rowOf(element) {
  const body = element.closest(".sheet-row");
  return rows.find((row) => row.body === body);
}

/**
 * The row of a field that was typed into, and the field.
 *
 * @param {Event} event
 * @param {string} [fields]
 * @returns {{row: Row, field: Field} | null}
 */
export function fieldOf(event, fields = "[data-part]") {
  const field = event.target instanceof Element && event.target.matches(fields) ? /** @type {Field} */ (event.target) : null;
  const row = field && rowOf(field);
  return field && row ? { row, field } : null;
}

/** One line for the whole page. */
export function summarise() {
  const line = byId("sheet-state");
  /** @type {(...states: string[]) => number} */
  const count = (...states) => rows.filter((row) => states.includes(row.state)).length;
  const failed = count("failed", "waiting");
  const saving = count("saving");
  const stuck = count("refused", "collided", "barred");
  const typed = count("typed", "restored");
  let state = "saved";
  let text = say("all-saved");
  if (failed > 0) {
    state = "failed";
    text = say(count("failed") > 0 ? "n-failed" : "n-waiting", failed);
  }
  else if (saving > 0) {
    state = "saving";
    text = say("n-saving", saving);
  }
  else if (stuck > 0) {
    state = "open";
    text = say("n-open", stuck);
  }
  else if (typed > 0) {
    state = "typed";
    text = say("typed");
  }
  line.hidden = false;
  if (state === "failed" && line.dataset.state !== "failed") {
    announce(text);
  }
  line.dataset.state = state;
  if (line.textContent !== text) {
    line.textContent = text;
  }
  byId("sheet-retry").hidden = failed === 0;
  byId("suggest-all").hidden = form.querySelectorAll(".suggestion").length < 2;
}

if (open) {
  form.querySelectorAll(".sheet-row[data-open]").forEach((body) => rows.push(new Row(/** @type {HTMLElement} */ (body))));
  summarise();
}
