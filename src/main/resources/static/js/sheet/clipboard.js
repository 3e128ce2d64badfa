/* What was copied, as a grid of texts: cells of Excel, a table of Word, or tab-separated text. */

/**
 * @typedef {object} Copied
 * @property {string[][]} cells of equal length in every line; a merged cell's text stands in each cell it covers
 * @property {boolean[][]} merged whether a cell is part of one that covers several lines
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

/** @param {Element} element */
function isHidden(element) {
  const style = element.getAttribute("style") || "";
  return /display:\s*none|mso-hide:\s*all|(?:^|;)\s*height:\s*0(?:p[tx])?\s*(?:;|$)/i.test(style) || element.hasAttribute("hidden");
}

/**
 * The text a reader sees: nothing struck out, no mark of a note behind a figure, a line break as a blank.
 *
 * @param {Element} cell
 */
function visibleText(cell) {
  const copy = /** @type {Element} */ (cell.cloneNode(true));
  copy.querySelectorAll("del, s, strike, script, style").forEach((one) => one.remove());
  copy.querySelectorAll("[style]").forEach((one) => {
    if (isHidden(one) || /line-through/i.test(one.getAttribute("style") || "")) {
      one.remove();
    }
  });
  copy.querySelectorAll("sup").forEach((one) => {
    const before = one.previousSibling;
    if (before && /\d\s*$/.test(before.textContent || "")) {
      one.remove();
    }
  });
  copy.querySelectorAll("br, p, div").forEach((one) => one.after(" "));
  return copy.textContent || "";
}

/**
 * Which columns a table hides, by its col elements.
 *
 * @param {HTMLTableElement} table
 * @returns {Set<number>}
 */
function hiddenColumns(table) {
  /** @type {Set<number>} */
  const hidden = new Set();
  let at = 0;
  table.querySelectorAll("col").forEach((col) => {
    for (let i = 0; i < Math.max(col.span, 1); i += 1) {
      if (isHidden(col) || col.getAttribute("width") === "0") {
        hidden.add(at);
      }
      at += 1;
    }
  });
  return hidden;
}

/**
 * @param {HTMLTableElement} table
 * @returns {Copied}
 */
function fromTable(table) {
  const hidden = hiddenColumns(table);
  /** @type {{text: string, merged: boolean}[][]} */
  const grid = Array.from(table.rows, () => []);
  Array.from(table.rows).forEach((row, line) => {
    let at = 0;
    Array.from(row.cells).forEach((cell) => {
      while (grid[line][at]) {
        at += 1;
      }
      const text = isHidden(cell) ? "" : visibleText(cell);
      const last = Math.min(line + Math.max(cell.rowSpan, 1), grid.length);
      for (let i = line; i < last; i += 1) {
        for (let j = at; j < at + Math.max(cell.colSpan, 1); j += 1) {
          grid[i][j] = { text, merged: last - line > 1 };
        }
      }
    });
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  const shown = Array.from({ length: width }, (_, i) => i).filter((i) => !hidden.has(i));
  const lines = grid.filter((_, i) => !isHidden(table.rows[i]));
  return {
    cells: lines.map((line) => shown.map((i) => line[i] ? line[i].text : "")),
    merged: lines.map((line) => shown.map((i) => Boolean(line[i] && line[i].merged)))
  };
}

/**
 * @param {string} html
 * @returns {Copied | null} null where it holds no table
 */
export function fromHtml(html) {
  const tables = Array.from(new DOMParser().parseFromString(html, "text/html").querySelectorAll("table"))
    .filter((table) => !table.parentElement || table.parentElement.closest("table") === null)
    .map(fromTable);
  const cells = tables.flatMap((table) => table.cells);
  return cells.length === 0 ? null : { cells: tidy(cells), merged: tables.flatMap((table) => table.merged) };
}

/**
 * @param {string} text
 * @param {string} html
 * @returns {Copied}
 */
export function read(text, html) {
  const table = fromHtml(html);
  if (table !== null) {
    return table;
  }
  const cells = tidy(fromText(text));
  return { cells, merged: cells.map((line) => line.map(() => false)) };
}
