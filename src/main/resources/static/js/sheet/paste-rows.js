/* Which row of the sheet a line of a copied table means, by its number and its name. */

import { numberOf } from "./paste-columns.js";
import { likeness } from "./paste-names.js";

/**
 * A row as pasting sees it.
 *
 * @typedef {object} Target
 * @property {string} no
 * @property {boolean} takesParts whether it takes x of y
 * @property {{value: string, text: string}[] | null} words the answers of a row that takes a word
 */

/**
 * A line of the sheet, groups too; row is null where nothing can be entered.
 *
 * @template {Target} T
 * @typedef {{no: string, name?: string, unit?: string, parent?: string, group: boolean, row: T | null}} Line
 */

/** @typedef {"foreign" | "name" | "number" | "ambiguous" | "twice" | "merged" | "unnamed"} Why */

/**
 * @template {Target} T
 * @typedef {{to: Line<T>, sure: boolean} | {why: Why}} Found
 */

/**
 * The row that a name alone means; one of the children of the line above it before others.
 *
 * @template {Target} T
 * @param {string} name
 * @param {Line<T>[]} lines
 * @param {string} parent
 * @returns {Found<T>}
 */
export function byName(name, lines, parent) {
  const alike = lines.map((line) => ({ line, how: likeness(name, line.name || "") }));
  const same = alike.filter((one) => one.how.kind === "same");
  const near = same.length > 0 ? same : alike.filter((one) => one.how.kind === "part" && one.how.score >= 0.6);
  const within = near.filter((one) => parent !== "" && one.line.parent === parent);
  const chosen = within.length > 0 ? within : near;
  if (chosen.length === 1) {
    return { to: chosen[0].line, sure: true };
  }
  return { why: chosen.length > 1 ? "ambiguous" : "foreign" };
}

/**
 * The row that a number and a name mean together.
 *
 * @template {Target} T
 * @param {string} no
 * @param {string} name
 * @param {Line<T>[]} lines
 * @returns {Found<T>}
 */
export function byNumber(no, name, lines) {
  const to = lines.find((line) => line.no === no);
  if (!to) {
    return { why: lines.some((line) => likeness(name, line.name || "").kind === "same") ? "number" : "foreign" };
  }
  if (!to.name) {
    return { to, sure: true };
  }
  const how = likeness(name, to.name);
  const another = lines.some((line) => line !== to && likeness(name, line.name || "").kind === "same");
  if (how.kind !== "same" && another) {
    return { why: "number" };
  }
  if (how.kind !== "other") {
    return { to, sure: true };
  }
  return how.score >= 0.6 ? { to, sure: false } : { why: "name" };
}

/**
 * "2.1. Tỷ lệ trường" in one cell is a number and a name.
 *
 * @param {string[]} line
 * @param {import("./paste-columns.js").Columns} found
 * @returns {[string, string]}
 */
export function labels(line, found) {
  const name = line[found.name] || "";
  const no = found.no < 0 ? "" : numberOf(line[found.no] || "");
  const prefixed = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(\p{L}.*)$/u.exec(name);
  return no === "" && prefixed ? [prefixed[1], prefixed[2]] : [no, name];
}
