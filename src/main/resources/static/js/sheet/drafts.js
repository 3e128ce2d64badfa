/* What was typed and is not stored yet stays in this browser, so that a closed tab, a crash or a lost session takes
   nothing away. Offices share computers: a draft is shown to nobody but the account that typed it, goes the moment the
   server has confirmed it, and after thirty days in any case. Signing out keeps what could not be stored; it is neither
   a secret nor approved, and throwing it away would lose somebody's work. */

import { announce, form, say } from "./page.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Values} Values */
/** @typedef {{unit: string, values: Values, base: string, sent: {values: Values, base: string} | null, at: number}} Draft */

const PREFIX = "ward-kpi.draft|";
const MINE = PREFIX + encodeURIComponent(form.dataset.user || "") + "|";
const HERE = MINE + form.dataset.place + "|";
const OLDEST = 30 * 24 * 3600 * 1000;
const MOST = 400;

/** @param {string} prefix */
function keys(prefix) {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

/**
 * @param {string} key
 * @returns {Draft | null}
 */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) || "null");
  }
  catch {
    localStorage.removeItem(key);
    return null;
  }
}

/** Old drafts go, whoever left them; of too many of one's own, the oldest. */
function prune() {
  const dated = keys(PREFIX).map((key) => ({ key: key, at: (read(key) || { at: 0 }).at }));
  dated.filter((one) => Date.now() - one.at > OLDEST).forEach((one) => localStorage.removeItem(one.key));
  dated.filter((one) => one.key.startsWith(MINE)).sort((one, other) => other.at - one.at).slice(MOST)
    .forEach((one) => localStorage.removeItem(one.key));
}

/**
 * Keeps what stands in the row's fields, the version it rests on and what is on its way to the server.
 *
 * @param {Row} row
 */
export function keep(row) {
  try {
    localStorage.setItem(HERE + row.no, JSON.stringify({ unit: row.unit, values: row.typed(), base: row.base,
      sent: row.sent, at: Date.now() }));
  }
  catch {
    announce(say("not-kept"));
  }
}

/** @param {string} no of the indicator */
export function drop(no) {
  try {
    localStorage.removeItem(HERE + no);
  }
  catch {
    announce(say("not-kept"));
  }
}

/**
 * What this account left on the forms of this page, by indicator number. Another unit's form keeps what was typed there.
 *
 * @returns {{no: string, draft: Draft}[]}
 */
export function all() {
  try {
    prune();
    return keys(HERE).flatMap((key) => {
      const draft = read(key);
      return draft === null || document.getElementById(draft.unit) === null ? [] : [{ no: key.slice(HERE.length), draft: draft }];
    });
  }
  catch {
    /* A browser that keeps nothing has nothing. */
    return [];
  }
}
