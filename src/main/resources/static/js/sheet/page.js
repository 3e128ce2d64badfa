/* The page of a sheet: its form, its words and those who listen. All words come from the page. */

/** @type {HTMLFormElement} */
export const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-sheet]"));

/** Whether anything on it takes figures now. */
export const open = form.dataset.mayEnter === "true";

/** @type {Record<string, string>} */
const words = {};
document.querySelectorAll("#sheet-words [data-word]").forEach((word) => {
  words[/** @type {HTMLElement} */ (word).dataset.word || ""] = word.textContent || "";
});

/**
 * An element the page always has.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * A sentence with its {0}, {1} filled in; empty where the page has none of that name.
 *
 * @param {string} key
 * @param {...(string|number)} given
 * @returns {string}
 */
export function say(key, ...given) {
  return given.reduce((/** @type {string} */ text, value, i) => text.replaceAll("{" + i + "}", String(value)), words[key] || "");
}

/**
 * Says something once to those who listen.
 *
 * @param {string} text
 */
export function announce(text) {
  byId("sheet-announce").textContent = text;
}
