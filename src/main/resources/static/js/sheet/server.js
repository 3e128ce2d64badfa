/* What a sheet asks the server, and what the answers are. */

import { form } from "./page.js";

/** @typedef {import("./rows.js").Values} Values */
/** @typedef {import("./save-queue.js").Who} Who */

const PATIENCE = 20000;

/** @param {string} html */
export function parse(html) {
  return new DOMParser().parseFromString("<body>" + html + "</body>", "text/html").body;
}

/** @returns {HTMLInputElement} */
function token() {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem("_csrf"));
}

/** @typedef {{no: string, sent: {values: Values, base: string}}} Cell */

/**
 * @param {Cell[]} cells
 * @param {string} address
 * @param {AbortSignal} signal
 */
export function post(cells, address, signal) {
  const body = new URLSearchParams();
  cells.forEach(({ no, sent }) => {
    Object.keys(sent.values).forEach((part) => body.set("cells[" + no + "]." + part, sent.values[part]));
    body.set("cells[" + no + "].version", sent.base);
  });
  body.set("_csrf", token().value);
  return fetch(address, { method: "POST", body: body, signal: signal, credentials: "same-origin",
    headers: { "HX-Request": "true", "HX-Current-URL": location.href } });
}

/**
 * @typedef {object} Answer
 * @property {"stored" | "signed-out" | "forbidden" | "busy" | "refused"} kind
 * @property {HTMLElement} body
 */

/**
 * Stores a cell; rejects where no answer comes in time.
 *
 * @param {string} no
 * @param {string} address
 * @param {{values: Values, base: string}} sent
 * @returns {Promise<Answer>}
 */
export function store(no, address, sent) {
  return answer([{ no, sent }], address);
}

/**
 * Stores cells at once; each has its own answer, unless none of them was let in.
 *
 * @param {Cell[]} cells
 * @returns {Promise<Answer[]>}
 */
export async function storeAll(cells) {
  const all = await answer(cells, form.dataset.cells || "");
  /** @type {HTMLElement[]} */
  const each = Array.from(all.body.querySelectorAll(".cell-answer"));
  return cells.map(({ no }) => {
    const own = each.find((one) => one.dataset.no === no);
    if (all.kind !== "stored") {
      return all;
    }
    return own ? { kind: own.dataset.kind === "stored" ? "stored" : "refused", body: own } : { kind: "busy", body: all.body };
  });
}

/**
 * @param {Cell[]} cells
 * @param {string} address
 * @returns {Promise<Answer>}
 */
async function answer(cells, address) {
  const impatience = new AbortController();
  const alarm = setTimeout(() => impatience.abort(), PATIENCE);
  try {
    const response = await post(cells, address, impatience.signal);
    const body = parse(await response.text());
    return { kind: kind(response), body: body };
  }
  finally {
    clearTimeout(alarm);
  }
}

/**
 * @param {Response} response
 * @returns {Answer["kind"]}
 */
function kind(response) {
  if (response.redirected || response.status === 401) {
    return "signed-out";
  }
  if (response.status === 403) {
    return "forbidden";
  }
  if (response.ok) {
    return "stored";
  }
  return response.status >= 500 || [408, 412, 425, 429].includes(response.status) ? "busy" : "refused";
}

/**
 * Is somebody signed in at all, and is it still the same person? The page that answers brings a new token.
 *
 * @returns {Promise<{who: Who, page: HTMLElement | null}>}
 */
export async function who() {
  let status = 0;
  let answer = null;
  try {
    const response = await fetch(location.pathname, { credentials: "same-origin",
      headers: { "HX-Request": "true", "HX-Current-URL": location.href } });
    status = response.redirected ? 401 : response.status;
    answer = parse(await response.text());
  }
  catch {
    /* No answer is an answer too: unreachable. */
    status = 0;
  }
  if (answer === null || status === 0 || status >= 500) {
    return { who: "unreachable", page: null };
  }
  const page = /** @type {HTMLFormElement | null} */ (answer.querySelector("[data-sheet]"));
  const person = page ? page.dataset.user : answer.querySelector(".account-menu b")?.textContent;
  if (status === 401 || person === undefined) {
    return { who: "ended", page: null };
  }
  if (person !== form.dataset.user) {
    return { who: "other", page: null };
  }
  if (page === null) {
    return { who: "gone", page: answer };
  }
  token().value = /** @type {HTMLInputElement} */ (page.elements.namedItem("_csrf")).value;
  return { who: "same", page: answer };
}
