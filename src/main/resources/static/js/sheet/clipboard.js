/* Reads what was copied from Excel or Word and says which value belongs to which row. It judges no figure: that is the
   server's, cell by cell. */
(function () {
  "use strict";

  const DASH = /^[-–—−]+$/;

  /** Tab-separated text as Excel copies it; a cell with a line break stands in quotes. */
  function fromText(text) {
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

  /** A table of Word. */
  function fromTable(html) {
    const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
    return table === null ? [] : Array.from(table.rows).map((row) => Array.from(row.cells).map((cell) => cell.textContent));
  }

  function tidy(text) {
    return text.replace(/[\s\u00a0]+/g, " ").trim();
  }

  function read(data) {
    const text = data.getData("text/plain");
    const table = text.includes("\t") ? [] : fromTable(data.getData("text/html"));
    return (table.length > 0 ? table : fromText(text)).map((row) => row.map(tidy));
  }

  /** "Năm 2026" and "Thực hiện 2025" are headings; "tỷ 15,8" is a figure. */
  function isNumber(text) {
    return /\d/.test(text) && !/^\p{L}[^\d]*(?:19|20)\d\d[^\d]*$/u.test(text);
  }

  function isEmpty(text) {
    return text === "" || DASH.test(text);
  }

  /** "Đạt" for a row that takes a word: the option whose text it is. */
  function word(row, text) {
    const select = row.fields.achieved;
    const option = select && Array.from(select.options)
      .find((one) => one.value !== "" && one.text.toLocaleLowerCase("vi") === text.toLocaleLowerCase("vi"));
    return option ? option.value : null;
  }

  /** The figures of a line: with a name among its cells, those behind it. */
  function figures(cells) {
    const name = cells.findLastIndex((text) => !isNumber(text) && /\p{L}{2}/u.test(text));
    const behind = cells.slice(name + 1).filter(isNumber);
    return behind.length > 0 ? behind : cells.filter(isNumber);
  }

  /** What a line says for a row: parts to fill, or why not. */
  function entry(row, line) {
    const filled = line.filter((text) => !isEmpty(text));
    if (filled.length === 0) {
      return { why: "blank" };
    }
    if (row.fields.achieved) {
      const chosen = word(row, filled[0]);
      return chosen === null ? { why: "text", text: filled[0] } : { parts: { achieved: chosen }, shown: filled[0] };
    }
    const numbers = figures(filled);
    if (numbers.length === 0) {
      return { why: "text", text: filled[0] };
    }
    const share = /^([\d.,]+)\s*\/\s*([\d.,]+)/.exec(numbers[0]);
    if (row.takesParts && share) {
      return { parts: { numerator: share[1], denominator: share[2], value: "" }, shown: share[1] + "/" + share[2] };
    }
    if (row.takesParts && numbers.length > 1) {
      return { parts: { numerator: numbers[0], denominator: numbers[1], value: "" }, shown: numbers[0] + "/" + numbers[1] };
    }
    return { parts: row.takesParts ? { numerator: "", denominator: "", value: numbers[0] } : { value: numbers[0] }, shown: numbers[0] };
  }

  /** With columns of indicators' numbers and names, values go where these say, the last column being the figures. */
  function byNumber(lines, bodies) {
    const known = new Set(bodies.map((body) => body.dataset.no));
    const numbered = lines.filter((line) => line.length > 1 && known.has(line[0]));
    const named = numbered.filter((line) => line.slice(1).some((text) => /\p{L}{2}/u.test(text) && !isNumber(text)));
    return named.length > 0 && named.length * 2 >= lines.length ? numbered : null;
  }

  /**
   * @param lines the copied cells
   * @param bodies all rows of the sheet in their order, groups too
   * @param from the row in which the cursor stands
   * @param year of the sheet: alone at the top it is a heading
   */
  function plan(lines, bodies, from, rowOf, year) {
    const result = { fill: [], blank: [], text: [], header: 0, left: 0, locked: [], numbered: false };
    const put = (body, line) => {
      const row = rowOf(body);
      if (!row) {
        result.locked.push(body.dataset.no);
        return;
      }
      const found = entry(row, line);
      if (found.parts) {
        result.fill.push({ row: row, parts: found.parts, shown: found.shown });
      }
      else {
        result[found.why].push(row.no);
      }
    };
    const numbered = byNumber(lines, bodies);
    if (numbered !== null) {
      result.numbered = true;
      numbered.forEach((line) => {
        const body = bodies.find((one) => one.dataset.no === line[0]);
        if (!body.dataset.group) {
          put(body, line.slice(-1));
        }
      });
      return result;
    }
    let at = 0;
    const heading = (line) => line.every((text) => !isNumber(text) && !isEmpty(text)) || (line.length === 1 && line[0] === year);
    while (at < lines.length - 1 && heading(lines[at]) && !rowOf(bodies[from]).fields.achieved) {
      at += 1;
      result.header += 1;
    }
    let to = from;
    while (at < lines.length && to < bodies.length) {
      const line = lines[at];
      if (bodies[to].dataset.group) {
        at += line.some(isNumber) ? 0 : 1;
      }
      else {
        put(bodies[to], line);
        at += 1;
      }
      to += 1;
    }
    result.left = lines.slice(at).filter((line) => line.some((text) => !isEmpty(text))).length;
    return result;
  }

  window.wardClipboard = { read, plan, isEmpty };
}());
