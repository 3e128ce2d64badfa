/*
 * What a decision that is being written would come to, beside its rows. Without it the button that checks does the same.
 */
import { byId } from "./controls.js";
import { liveResults } from "./live.js";

const form = byId("decision");
const count = byId("decision-count");
const live = liveResults(form, count, () => []);

/**
 * @param {string} name
 * @returns {string}
 */
function typed(name) {
  const control = /** @type {HTMLFormElement} */ (form).elements.namedItem(name);
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.value.trim() : "";
}

/** Rows that name an indicator and say what is asked for, and lines that were pasted. */
function rows() {
  const texts = [...form.querySelectorAll("#decision-rows input[name^='text.']")];
  const whole = texts.filter((_, at) => typed("no." + at) && typed("text." + at)).length;
  return whole + typed("pasted").split("\n").filter((line) => line.trim()).length;
}

form.addEventListener("input", (event) => {
  if (event.target instanceof Element && event.target.id === "confirm") {
    return;
  }
  const found = rows();
  count.textContent = found === 0 ? "" : (form.dataset.typed || "").replace("{0}", String(found));
  live.ask(found > 0);
});
