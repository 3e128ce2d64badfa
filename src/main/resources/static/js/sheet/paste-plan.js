/* Says which copied value belongs to which row. Lines with text go by their number and name, never by their place against
   the text; numbers alone go downward from the cursor. It knows no page and judges no figure: that is the server's, cell
   by cell. */

import { columns, isEmpty, isLabel, isNumber, numberOf, valueColumns } from "./paste-columns.js";
import { likeness, sameUnit } from "./paste-names.js";
import { byName, byNumber, labels } from "./paste-rows.js";

/** @typedef {import("./paste-rows.js").Target} Target */
/** @typedef {import("./paste-rows.js").Why} Why */

/**
 * @template {Target} T
 * @typedef {import("./paste-rows.js").Line<T>} Line
 */

/**
 * @template {Target} T
 * @typedef {object} Filled
 * @property {T} row
 * @property {Record<string, string>} parts
 * @property {string} shown
 * @property {string} source number and name in the copied table, empty where it has none
 * @property {boolean} sure false where the name is written otherwise than the row's: to be looked at before it is taken
 */

/**
 * @template {Target} T
 * @typedef {object} Plan
 * @property {Filled<T>[]} fill
 * @property {string[]} blank rows whose cell was empty
 * @property {string[]} text rows whose cell was no number
 * @property {string[]} locked
 * @property {{source: string, why: Why}[]} out lines with a value that no row takes
 * @property {number} header lines of headings left out
 * @property {number} left lines with no row left
 * @property {boolean} numbered whether the lines named their indicators
 * @property {{column: number, heading: string, samples: string[]}[]} ask columns one of which must be chosen first
 * @property {string} heading of the column the figures came from
 */

/**
 * @typedef {object} Form
 * @property {string} year
 * @property {string} period
 * @property {boolean[][]} [merged] cells that cover several lines
 * @property {number} [column] the one a person chose
 */

/**
 * "Đạt" for a row that takes a word: the answer whose text it is.
 *
 * @param {{value: string, text: string}[]} words
 * @param {string} text
 */
function word(words, text) {
  const found = words.find((one) => one.value !== "" && one.text.toLocaleLowerCase("vi") === text.toLocaleLowerCase("vi"));
  return found ? found.value : null;
}

/**
 * What cells say for a row: parts to fill, or why not.
 *
 * @param {Target} row
 * @param {string[]} line
 * @returns {{parts: Record<string, string>, shown: string} | {why: "blank" | "text"}}
 */
function entry(row, line) {
  const filled = line.filter((text) => !isEmpty(text));
  if (filled.length === 0) {
    return { why: "blank" };
  }
  if (row.words !== null) {
    const chosen = word(row.words, filled[0]);
    return chosen === null ? { why: "text" } : { parts: { achieved: chosen }, shown: filled[0] };
  }
  const numbers = filled.filter(isNumber);
  if (numbers.length === 0) {
    return { why: "text" };
  }
  if (!row.takesParts) {
    return { parts: { value: numbers[0] }, shown: numbers[0] };
  }
  const share = /^([\d.,]+)\s*\/\s*([\d.,]+)/.exec(numbers[0]);
  if (share || numbers.length > 1) {
    const [x, y] = share ? share.slice(1) : numbers;
    return { parts: { numerator: x, denominator: y, value: "" }, shown: x + "/" + y };
  }
  return { parts: { numerator: "", denominator: "", value: numbers[0] }, shown: numbers[0] };
}

/** @returns {Plan<any>} */
function nothing() {
  return { fill: [], blank: [], text: [], locked: [], out: [], header: 0, left: 0, numbered: false, ask: [], heading: "" };
}

/**
 * @template {Target} T
 * @param {Plan<T>} result
 * @param {Line<T>} to
 * @param {string[]} line
 * @param {{source: string, sure: boolean}} from
 */
function put(result, to, line, from) {
  if (to.row === null) {
    result.locked.push(to.no);
    return;
  }
  const found = entry(to.row, line);
  if ("parts" in found) {
    result.fill.push({ row: to.row, parts: found.parts, shown: found.shown, ...from });
  }
  else {
    result[found.why].push(to.no);
  }
}

/**
 * @template {Target} T
 * @param {string[][]} copied
 * @param {Line<T>[]} lines
 * @param {import("./paste-columns.js").Columns} found
 * @param {Form} form
 * @returns {Plan<T>}
 */
function byText(copied, lines, found, form) {
  /** @type {Plan<T>} */
  const result = { ...nothing(), numbered: true };
  const body = copied.slice(found.body);
  const { sure, open } = valueColumns(found, body, form);
  const column = form.column !== undefined ? form.column : sure;
  if (column === null) {
    result.ask = open.map((one) => ({ column: one, heading: found.headings[one].text,
      samples: body.map((line) => line[one] || "").filter((text) => !isEmpty(text)).slice(0, 3) }));
    return result;
  }
  result.heading = found.headings[column].text;
  /** @type {{to: Line<T>, value: string, source: string, sure: boolean}[]} */
  const matched = [];
  /** @type {(line: number, column: number) => boolean} */
  const isMerged = (line, at) => Boolean(form.merged && form.merged[found.body + line]?.[at]);
  let parent = "";
  body.forEach((line, i) => {
    const [given, name] = labels(line, found);
    /* A number merged over several lines is the first one's. */
    const no = found.no >= 0 && i > 0 && isMerged(i, found.no) && isMerged(i - 1, found.no) && body[i - 1][found.no] === line[found.no] ? "" : given;
    const value = line[column] || "";
    const source = [no, name].filter((text) => text !== "").join(" ");
    /** @type {(why: Why) => void} */
    const leave = (why) => {
      if (open.some((one) => isNumber(line[one] || ""))) {
        result.out.push({ source: source || value, why });
      }
    };
    if (!isLabel(name)) {
      leave("unnamed");
      return;
    }
    const one = no === "" ? byName(name, lines, parent) : byNumber(no, name, lines);
    if ("why" in one) {
      parent = no === "" ? parent : "";
      leave(one.why);
      return;
    }
    parent = one.to.parent || one.to.no;
    if (one.to.group) {
      return;
    }
    if (isMerged(i, column)) {
      leave("merged");
      return;
    }
    const unit = found.unit < 0 ? "" : line[found.unit] || "";
    const other = /^[\d.,\s-]+$/.test(value) && !isEmpty(unit) && unit !== "" && one.to.unit && !sameUnit(unit, one.to.unit);
    matched.push({ to: one.to, value: other ? value + " " + unit : value, source, sure: one.sure });
  });
  matched.forEach((one) => {
    if (matched.some((other) => other !== one && other.to === one.to)) {
      result.out.push({ source: one.source, why: "twice" });
    }
    else {
      put(result, one.to, [one.value], one);
    }
  });
  return result;
}

/**
 * Numbers of the rows in the first column, in the order of the sheet, and no names.
 *
 * @template {Target} T
 * @param {string[][]} copied
 * @param {Line<T>[]} lines
 * @param {number} from
 */
function isNumbered(copied, lines, from) {
  const at = copied.map((line) => lines.findIndex((one) => one.no === numberOf(line[0])));
  return copied.length > 1 && copied.every((line) => line.length > 1) && at.every((place, i) => place >= 0 && (i === 0 || place > at[i - 1]))
    && (copied.some((line) => line[0].includes(".")) || copied.length > 3 || at.every((place, i) => place === from + i));
}

/**
 * Numbers alone: downward from the cursor.
 *
 * @template {Target} T
 * @param {string[][]} copied
 * @param {Line<T>[]} lines
 * @param {number} from
 * @param {Form} form
 * @returns {Plan<T>}
 */
function byPlace(copied, lines, from, form) {
  /** @type {Plan<T>} */
  const result = nothing();
  let at = 0;
  /** @type {(line: string[]) => boolean} */
  const heading = (line) => line.every((text) => !isNumber(text) && !isEmpty(text)) || (line.length === 1 && line[0] === form.year);
  const first = lines[from].row;
  while (at < copied.length - 1 && heading(copied[at]) && (first === null || first.words === null)) {
    at += 1;
    result.header += 1;
  }
  const body = copied.slice(at);
  const numbered = isNumbered(body, lines, from);
  const open = [...new Set(body.flatMap((line) => line.map((text, i) => isEmpty(text) ? -1 : i)))]
    .filter((column) => column >= (numbered ? 1 : 0)).sort((a, b) => a - b);
  /** @type {{to: Line<T>, line: string[]}[]} */
  const placed = [];
  if (numbered) {
    result.numbered = true;
    body.forEach((line) => placed.push({ to: lines[lines.findIndex((one) => one.no === numberOf(line[0]))], line: line.slice(1) }));
  }
  else {
    let next = 0;
    for (let to = from; next < body.length && to < lines.length; to += 1) {
      if (lines[to].group) {
        next += body[next].some(isNumber) ? 0 : 1;
      }
      else {
        placed.push({ to: lines[to], line: body[next] });
        next += 1;
      }
    }
    result.left = body.slice(next).filter((line) => line.some((text) => !isEmpty(text))).length;
  }
  /** @type {(one: {to: Line<T>, line: string[]}) => boolean} */
  const several = ({ to, line }) => line.filter(isNumber).length > (to.row !== null && to.row.takesParts ? 2 : 1);
  if (form.column === undefined && placed.some(several)) {
    return { ...nothing(), numbered, header: result.header, ask: open.map((column) => ({ column, heading: "",
      samples: body.map((line) => line[column] || "").filter((text) => !isEmpty(text)).slice(0, 3) })) };
  }
  placed.filter((one) => !one.to.group).forEach(({ to, line }) => {
    const column = form.column === undefined ? null : form.column - (numbered ? 1 : 0);
    put(result, to, column === null ? line : [line[column] || ""], { source: numbered ? to.no : "", sure: true });
  });
  return result;
}

/**
 * @template {Target} T
 * @param {string[][]} copied the copied cells
 * @param {Line<T>[]} lines all lines of the sheet in their order
 * @param {number} from the line in which the cursor stands
 * @param {Form} form
 * @returns {Plan<T>}
 */
export function plan(copied, lines, from, form) {
  /** @type {(text: string) => boolean} */
  const isKnown = (text) => lines.some((line) => line.name && likeness(text.replace(/^[\d.)\s]+/, ""), line.name).kind === "same");
  const found = columns(copied, isKnown);
  const named = found !== null && (found.no >= 0 || lines.some((line) => line.name));
  return found === null || !named ? byPlace(copied, lines, from, form) : byText(copied, lines, found, form);
}
