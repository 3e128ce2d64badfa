/* What the columns of a copied table are: by their headings, and by what stands in them. */

import { fold } from "./paste-names.js";

/** @typedef {"no" | "name" | "unit" | "actual" | "target" | "other" | ""} Role */

/**
 * @typedef {object} Heading
 * @property {string} text
 * @property {Role} role
 * @property {string[]} years
 * @property {string} period code of the period it names, QUARTER for one that no form is for, or empty
 */

/**
 * @typedef {object} Columns
 * @property {number} body the first line that is no heading
 * @property {number} no column of the indicators' numbers, or -1
 * @property {number} name
 * @property {number} unit or -1
 * @property {Heading[]} headings
 */

const DASH = /^[-–—−]+$/;

/** @param {string} text */
export function isEmpty(text) {
  return text === "" || DASH.test(text);
}

/**
 * "Năm 2026" and "Thực hiện 2025" are headings; "tỷ 15,8" is a figure.
 *
 * @param {string} text
 */
export function isNumber(text) {
  return /\d/.test(text) && !/^\p{L}[^\d]*(?:19|20)\d\d[^\d]*$/u.test(text);
}

/** @param {string} text */
export function isName(text) {
  return !isNumber(text) && /\p{L}{2}/u.test(text);
}

/**
 * A name may hold digits, "trẻ em dưới 5 tuổi", but begins with a word and has more words than digits.
 *
 * @param {string} text
 */
export function isLabel(text) {
  const letters = text.replace(/[^\p{L}]/gu, "").length;
  return isName(text) || /^\p{L}/u.test(text) && letters >= 6 && letters > 2 * text.replace(/\D/g, "").length;
}

/**
 * The figures alone: no word but a unit behind them.
 *
 * @param {string} text
 */
export function isFigure(text) {
  return /^[^\p{L}]*\d/u.test(text) && !/\p{L}{2,}.*\p{L}{2,}.*\p{L}{2,}.*\p{L}{2,}/u.test(text);
}

/**
 * "1.", "(1)" and "2.1" are numbers of indicators; "I", "a)" and "-" are not.
 *
 * @param {string} text
 * @returns {string} empty where it is none
 */
export function numberOf(text) {
  const found = /^\(?(\d{1,3}(?:\.\d{1,3})*)\s*[.):]*$/.exec(text);
  return found ? found[1] : "";
}

/** @param {string} text */
function isOrdinal(text) {
  return numberOf(text) !== "" || /^(?:[ivxIVX]+|\p{L})\s*[.)]*$/u.test(text) || /^[-–+*•]$/.test(text);
}

/** @type {[Role, RegExp][]} the first that matches */
const ROLES = [
  ["no", /^(?:s ?tt|tt|so tt|so thu tu|no|ma so)$/],
  ["unit", /^(?:dvt|dv tinh|dv|don vi(?: tinh| do)?)$/],
  ["name", /^(?:ten )?(?:cac )?(?:nhom )?(?:chi tieu|noi dung|tieu chi|danh muc|chi so|ten)(?: chi tieu| chu ieu| chinh| kinh te xa hoi)?$/],
  ["other", /so sanh|so voi|^%|%$|^ti le|tang|giam|dat %|hoan thanh|\bth kh\b|th so kh|^ss\b|ghi chu|nhan xet|danh gia|nguien nhan|giai phap|xep loai|^dat$|^khong dat$|don vi|phu trach|chu tri|van ban|can cu/],
  ["target", /\bkh\b|ke hoach|giao|muc tieu|nghi quiet|\bnq\b|phan dau|du toan|chi tieu nam/],
  ["actual", /\bth\b|thuc hien|uoc|ket qua|\bkq\b|so lieu|dat duoc/]
];

/** @param {string} text */
function roleOf(text) {
  const folded = fold(text);
  const both = /\bth\b|thuc hien/.test(folded) && /\bkh\b|ke hoach/.test(folded);
  return both ? "other" : ROLES.find(([, pattern]) => pattern.test(folded))?.[0] || "";
}

/** @param {string} folded */
function periodOf(folded) {
  const months = /\b(\d{1,2}) thang\b|\bthang (\d{1,2})\b/.exec(folded);
  if (months && months[1]) {
    return "M" + months[1].padStart(2, "0");
  }
  if (months) {
    return "MONTH";
  }
  if (/\bsau thang\b/.test(folded)) {
    return "M06";
  }
  if (/\bchin thang\b/.test(folded)) {
    return "M09";
  }
  const quarter = /\bqui (i{1,3}|iv|[1-4])\b/.exec(folded);
  if (quarter) {
    return ["i", "1"].includes(quarter[1]) ? "M03" : "QUARTER";
  }
  if (/\buoc\b/.test(folded)) {
    return "ESTIMATE";
  }
  return /chinh thuc/.test(folded) ? "FINAL" : "";
}

/**
 * A heading of one to several lines; a cell merged over columns stands on its first only where text was copied.
 *
 * @param {string[][]} lines
 * @param {number} column
 * @returns {Heading}
 */
function headingOf(lines, column) {
  const own = lines.map((line) => line[column] || "").filter((text) => text !== "");
  const above = lines.slice(0, -1).map((line) => {
    const to = line.slice(0, column + 1).findLastIndex((text) => text !== "");
    return to < 0 ? "" : line[to];
  });
  const last = lines.length === 0 ? "" : lines[lines.length - 1][column] || "";
  const parts = [...new Set(last === "" || lines.length === 1 ? own : [...above, last])].filter((text) => text !== "");
  const text = parts.join(" · ");
  const folded = fold(text);
  const role = roleOf(own[own.length - 1] || "") || roleOf(text);
  return { text, role, years: text.match(/(?:19|20)\d\d/g) || [], period: periodOf(folded) };
}

/**
 * The line of column numbers under a heading: "(1) (2) (3)", "A B 1 2".
 *
 * @param {string[]} line
 */
function isCount(line) {
  const filled = line.filter((text) => text !== "");
  const numbers = filled.map(numberOf).filter((text) => /^\d+$/.test(text)).map(Number);
  return filled.length > 2 && filled.every(isOrdinal) && numbers.length > 1
    && numbers.every((number, i) => i === 0 || number === numbers[i - 1] + 1);
}

/**
 * @param {string[][]} cells
 * @param {(text: string) => boolean} isKnown whether a text is like the name of a row
 * @returns {Columns | null} null where no column has names beside figures
 */
export function columns(cells, isKnown) {
  const width = Math.max(0, ...cells.map((line) => line.length));
  /** @type {(text: string) => boolean} */
  const isNaming = (text) => isLabel(text) || /\p{L}{2}/u.test(text) && isKnown(text);
  let name = -1;
  let most = 0;
  for (let column = 0; column < width; column += 1) {
    const names = cells.filter((line) => isNaming(line[column] || "") && line.some((text, i) => i !== column && !isEmpty(text)));
    const known = names.filter((line) => isKnown(line[column])).length;
    const points = known * 1000 + new Set(names.map((line) => line[column])).size;
    if (names.length > 0 && points > most) {
      name = column;
      most = points;
    }
  }
  if (width < 2 || name < 0) {
    return null;
  }
  /** @type {(line: string[]) => boolean} */
  const isBody = (line) => isNaming(line[name] || "") && roleOf(line[name]) !== "name" && !isCount(line)
    && (isKnown(line[name]) || line.slice(0, name).some(isOrdinal) || line.slice(name + 1).some(isFigure));
  const body = cells.findIndex(isBody);
  if (body < 0) {
    return null;
  }
  const heads = cells.slice(0, body).filter((line) => !isCount(line) && new Set(line.filter((text) => text !== "")).size > 1);
  const headings = Array.from({ length: width }, (_, column) => headingOf(heads, column));
  const rest = cells.slice(body);
  /** @type {(column: number, is: (text: string) => boolean) => boolean} */
  const mostly = (column, is) => {
    const filled = rest.map((line) => line[column] || "").filter((text) => text !== "");
    return filled.length > 0 && filled.filter(is).length * 2 >= filled.length;
  };
  const headed = headings.findIndex((heading) => heading.role === "no");
  const no = headed >= 0 ? headed : headings.findIndex((_, column) => column < name && mostly(column, isOrdinal));
  let unit = headings.findIndex((heading, column) => column !== name && heading.role === "unit");
  if (unit < 0) {
    unit = headings.findIndex((heading, column) => column > name && heading.role === ""
      && mostly(column, (text) => text === "%" || !/\d/.test(text) && text.length <= 25 && !isEmpty(text))
      && headings.length > column + 1);
  }
  return { body, no, name, unit, headings };
}

/**
 * The columns that may hold what the form asks for, or all that could where the headings do not say it.
 *
 * @param {Columns} found
 * @param {string[][]} body
 * @param {{year: string, period: string}} form
 * @returns {{sure: number | null, open: number[]}}
 */
export function valueColumns(found, body, form) {
  const open = found.headings.map((_, column) => column)
    .filter((column) => ![found.no, found.name, found.unit].includes(column) && body.some((line) => !isEmpty(line[column] || "")));
  const headed = open.some((column) => found.headings[column].text !== "");
  if (!headed) {
    return { sure: open.length === 1 ? open[0] : null, open };
  }
  const fitting = open.filter((column) => {
    const { role, years, period } = found.headings[column];
    return role === "actual" && (years.length === 0 || years.length === 1 && years[0] === form.year)
      && (period === "" || period === form.period);
  });
  const exact = fitting.filter((column) => found.headings[column].period === form.period);
  const best = exact.length > 0 ? exact : fitting;
  return { sure: best.length === 1 ? best[0] : null, open };
}
