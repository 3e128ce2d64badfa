/* The controls of the plan’s table, and what they hold. */

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * An element the page always has.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** Where a value of a row is typed or chosen. */
export const CELL = "td .form-control, td .form-select";

/**
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {Control[]}
 */
export function controlsOf(within, selector) {
  return /** @type {Control[]} */ ([...within.querySelectorAll(selector)]);
}

/**
 * The control of a cell in which something happened.
 *
 * @param {EventTarget | null} target
 * @returns {Control | null}
 */
export function controlAt(target) {
  return target instanceof Element ? /** @type {Control | null} */ (target.closest(CELL)) : null;
}

/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
export function isBox(control) {
  return control instanceof HTMLInputElement && control.type === "checkbox";
}

/**
 * @param {Element} element
 * @returns {HTMLTableRowElement}
 */
export function rowOf(element) {
  return /** @type {HTMLTableRowElement} */ (element.closest("tr"));
}

/**
 * @param {Element} element
 * @returns {HTMLTableCellElement}
 */
export function cellAround(element) {
  return /** @type {HTMLTableCellElement} */ (element.closest("td"));
}

/** @param {Control} control */
export function valueOf(control) {
  return isBox(control) ? String(control.checked) : control.value;
}

/**
 * What the server sent is where counting begins; what it marked as changed stays so.
 *
 * @param {Control} control
 */
export function isChanged(control) {
  if (isBox(control)) {
    return control.checked !== control.defaultChecked;
  }
  if (control instanceof HTMLSelectElement) {
    const sent = [...control.options].find((option) => option.defaultSelected) || control.options[0];
    return control.value !== sent.value;
  }
  return control.value !== control.defaultValue;
}
