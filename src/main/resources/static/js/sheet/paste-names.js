/* Whether two names of an indicator mean the same one: marks, case, spelling slips and abbreviations are tolerated, another
   word in the place of a word is not. */

/**
 * @typedef {object} Likeness
 * @property {"same" | "part" | "other"} kind part: one lacks words that the other has; other: each has words that the other lacks
 * @property {number} score the share of common words, from 0 to 1
 */

/**
 * Without marks and case, "tỉ" and "tỷ" alike, words with blanks between.
 *
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}%]+/gu, " ").trim().replaceAll("y", "i");
}

/** @param {string} text */
function words(text) {
  const folded = fold(text.replace(/^\s*(?:[-–—+*•]|trong đó\s*:?)\s*/iu, ""));
  return folded === "" ? [] : folded.split(" ");
}

/**
 * Whether one is the other with a letter changed, added, left out or two of them in the wrong order.
 *
 * @param {string} one
 * @param {string} other
 */
function isSlip(one, other) {
  if (one === other) {
    return true;
  }
  if (Math.min(one.length, other.length) < 3 || Math.abs(one.length - other.length) > 1 || /\d/.test(one + other)) {
    return false;
  }
  let start = 0;
  while (one[start] === other[start] && start < one.length) {
    start += 1;
  }
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) {
    end += 1;
  }
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return left.length <= 1 && right.length <= 1 || left.length === 2 && left === right[1] + right[0];
}

/**
 * "BHYT" written out where the other name says "bảo hiểm y tế".
 *
 * @param {string[]} given
 * @param {string[]} other
 */
function spelledOut(given, other) {
  return given.flatMap((word) => {
    if (word.length < 2 || other.includes(word) || !/^\p{L}+$/u.test(word)) {
      return [word];
    }
    const at = other.findIndex((_, i) => other.slice(i, i + word.length).map((one) => one[0]).join("") === word);
    return at < 0 ? [word] : other.slice(at, at + word.length);
  });
}

/**
 * How many words stand in both in the same order; only one of them may be a slip.
 *
 * @param {string[]} one
 * @param {string[]} other
 */
function common(one, other) {
  const exact = longest(one, other, (a, b) => a === b);
  const slips = longest(one, other, isSlip);
  return slips === exact + 1 || slips === exact + 2 && slips >= 8 ? slips : exact;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 * @param {(a: string, b: string) => boolean} alike
 */
function longest(one, other, alike) {
  let above = new Array(other.length + 1).fill(0);
  one.forEach((a) => {
    const line = [0];
    other.forEach((b, j) => line.push(alike(a, b) ? above[j] + 1 : Math.max(above[j + 1], line[j])));
    above = line;
  });
  return above[other.length];
}

/**
 * @param {string[]} one
 * @param {string[]} other
 * @returns {Likeness}
 */
function compared(one, other) {
  const left = spelledOut(one, other);
  const right = spelledOut(other, left);
  const both = common(left, right);
  const score = both / Math.max(left.length, right.length, 1);
  if (both === left.length && both === right.length && both > 0) {
    return { kind: "same", score };
  }
  return { kind: both > 0 && (both === left.length || both === right.length) ? "part" : "other", score };
}

/**
 * @param {string} given as somebody's table has it; a unit in brackets may stand behind it
 * @param {string} name the indicator's
 * @returns {Likeness}
 */
export function likeness(given, name) {
  const full = compared(words(given), words(name));
  const bare = given.replace(/\([^)]*\)/g, " ");
  if (full.kind === "same" || bare === given || words(bare).length < 2) {
    return full;
  }
  const without = compared(words(bare), words(name.replace(/\([^)]*\)/g, " ")));
  return without.score > full.score || without.kind === "same" ? without : full;
}

/**
 * Whether two units are written for the same one: "Tr.đồng" is "Triệu đồng".
 *
 * @param {string} given
 * @param {string} unit
 */
export function sameUnit(given, unit) {
  const [one, other] = [words(given), words(unit)];
  return one.length === other.length && one.every((word, i) => word.startsWith(other[i]) || other[i].startsWith(word));
}
