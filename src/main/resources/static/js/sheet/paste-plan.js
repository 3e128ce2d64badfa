/* Reads what was copied from Excel and says which value belongs to which row. It knows no page and judges no figure: that
   is the server's, cell by cell. */

const DASH = /^[-–—−]+$/;

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
 * @typedef {{no: string, group: boolean, row: T | null}} Line
 */

/**
 * @template {Target} T
 * @typedef {object} Plan
 * @property {{row: T, parts: Record<string, string>, shown: string}[]} fill
 * @property {string[]} blank rows whose cell was empty
 * @property {string[]} text rows whose cell was no number
 * @property {string[]} locked
 * @property {number} header lines of headings left out
 * @property {number} left lines with no row left
 * @property {boolean} numbered whether the lines named their indicators
 */

/**
 * Tab-separated text as Excel copies it; a cell with a line break stands in quotes.
 *
 * @param {string} text
 * @returns {string[][]}
 */
export function fromText(text) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    const row = rows[rows.length - 1];
    if (quoted && sign === "\"" && text[i + 1] === "\"") {
      row[row.length - 1] += "\"";
      i += 1;
    }
    else if (quoted && sign === "\"") {
      quoted = false;
    }
    else if (!quoted && sign === "\"" && row[row.length - 1] === "") {
      quoted = true;
    }
    else if (!quoted && sign === "\t") {
      row.push("");
    }
    else if (!quoted && (sign === "\n" || sign === "\r")) {
      if (sign === "\r" && text[i + 1] === "\n") {
        i += 1;
      }
      rows.push([""]);
    }
    else {
      row[row.length - 1] += sign;
    }
  }
  if (rows[rows.length - 1].join("") === "") {
    rows.pop();
  }
  return rows;
}

/** @param {string[][]} lines */
export function tidy(lines) {
  return lines.map((line) => line.map((text) => text.replace(/[\s\u00a0]+/g, " ").trim()));
}

/**
 * "Năm 2026" and "Thực hiện 2025" are headings; "tỷ 15,8" is a figure.
 *
 * @param {string} text
 */
function isNumber(text) {
  return /\d/.test(text) && !/^\p{L}[^\d]*(?:19|20)\d\d[^\d]*$/u.test(text);
}

/** @param {string} text */
export function isEmpty(text) {
  return text === "" || DASH.test(text);
}

/** @param {string} text */
function isName(text) {
  return !isNumber(text) && /\p{L}{2}/u.test(text);
}

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
 * The figures of a line: with a name among its cells, those behind it.
 *
 * @param {string[]} cells
 */
function figures(cells) {
  const behind = cells.slice(cells.findLastIndex(isName) + 1).filter(isNumber);
  return behind.length > 0 ? behind : cells.filter(isNumber);
}

/**
 * What a line says for a row: parts to fill, or why not.
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
  const numbers = figures(filled);
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

/**
 * With columns of indicators' numbers and names, values go where these say, the last column being the figures.
 *
 * @param {string[][]} copied
 * @param {Set<string>} known
 */
function byNumber(copied, known) {
  const numbered = copied.filter((line) => line.length > 1 && known.has(line[0]));
  const named = numbered.filter((line) => line.slice(1).some(isName));
  return named.length > 0 && named.length * 2 >= copied.length ? numbered : null;
}

/**
 * @template {Target} T
 * @param {string[][]} copied the copied cells
 * @param {Line<T>[]} lines all lines of the sheet in their order
 * @param {number} from the line in which the cursor stands
 * @param {string} year of the sheet: alone at the top it is a heading
 * @returns {Plan<T>}
 */
export function plan(copied, lines, from, year) {
  /** @type {Plan<T>} */
  const result = { fill: [], blank: [], text: [], header: 0, left: 0, locked: [], numbered: false };
  /** @type {(to: Line<T>, line: string[]) => void} */
  const put = (to, line) => {
    if (to.row === null) {
      result.locked.push(to.no);
      return;
    }
    const found = entry(to.row, line);
    if ("parts" in found) {
      result.fill.push({ row: to.row, parts: found.parts, shown: found.shown });
    }
    else {
      result[found.why].push(to.no);
    }
  };
  const numbered = byNumber(copied, new Set(lines.map((line) => line.no)));
  if (numbered !== null) {
    result.numbered = true;
    numbered.forEach((line) => {
      const to = lines.find((one) => one.no === line[0]);
      if (to && !to.group) {
        put(to, line.slice(-1));
      }
    });
    return result;
  }
  let at = 0;
  /** @type {(line: string[]) => boolean} */
  const heading = (line) => line.every((text) => !isNumber(text) && !isEmpty(text)) || (line.length === 1 && line[0] === year);
  const first = lines[from].row;
  while (at < copied.length - 1 && heading(copied[at]) && (first === null || first.words === null)) {
    at += 1;
    result.header += 1;
  }
  let to = from;
  while (at < copied.length && to < lines.length) {
    if (lines[to].group) {
      at += copied[at].some(isNumber) ? 0 : 1;
    }
    else {
      put(lines[to], copied[at]);
      at += 1;
    }
    to += 1;
  }
  result.left = copied.slice(at).filter((line) => line.some((text) => !isEmpty(text))).length;
  return result;
}
