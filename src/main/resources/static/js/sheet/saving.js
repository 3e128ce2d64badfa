/* Saves rows as they are left. A row that got no answer is asked about with the very same values first: if they did
   arrive, nothing is stored twice. The server takes a form's figures one by one, and each answer counts what the one
   before has stored. */

import * as drafts from "./drafts.js";
import { announce, byId, say } from "./page.js";
import { differs, rows, summarise } from "./rows.js";
import { SaveQueue } from "./save-queue.js";
import { parse, post, store, storeAll, who } from "./server.js";

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./server.js").Answer} Answer */

const TYPING_PAUSE = 450;

/** What the server says where it takes nothing for the form any more. @type {HTMLElement | null} */
let gone = null;

/** @type {SaveQueue<Row, Answer>} */
export const queue = new SaveQueue({
  jobs: () => rows,
  save: save,
  send: send,
  sendAll: sendAll,
  answered: answered,
  who: async () => {
    const answer = await who();
    gone = answer.page;
    return answer.who;
  },
  session: (state) => {
    byId("session-ended").hidden = state !== "ended";
    byId("other-person").hidden = state !== "other";
    summarise();
  },
  bar: (row) => bar(row, /** @type {HTMLElement} */ (gone)),
  after: (then, pause) => window.setTimeout(then, pause),
  forget: (timer) => window.clearTimeout(timer)
});

/** @param {Row} row */
function stopAsking(row) {
  clearTimeout(row.typing);
  if (row.asking) {
    row.asking.abort();
  }
}

/** @param {Row} row */
export function save(row) {
  stopAsking(row);
  row.split();
  if (!row.sent && !row.isDirty && row.isSettled) {
    settle(row);
    return;
  }
  drafts.keep(row);
  queue.add(row);
}

/**
 * Those that wait are sent together, whichever forms they stand on.
 *
 * @param {Row[]} waiting
 */
async function sendAll(waiting) {
  const cells = waiting.map((row) => {
    row.busy = true;
    row.sent = row.sent || { values: row.typed(), base: row.base };
    drafts.keep(row);
    return { no: row.no, sent: row.sent };
  });
  try {
    return await storeAll(cells);
  }
  finally {
    waiting.forEach((row) => { row.busy = false; });
  }
}

/** @param {Row} row */
async function send(row) {
  row.busy = true;
  row.sent = row.sent || { values: row.typed(), base: row.base };
  drafts.keep(row);
  try {
    return await store(row.no, row.path, row.sent);
  }
  finally {
    row.busy = false;
  }
}

/**
 * @param {Row} row
 * @param {Answer} answer
 * @param {boolean} again
 * @returns {import("./save-queue.js").Outcome}
 */
function answered(row, answer, again) {
  if (answer.kind === "busy") {
    return "later";
  }
  if (answer.kind === "signed-out" || (answer.kind === "forbidden" && !row.renewed)) {
    row.renewed = true;
    return "who";
  }
  if (answer.kind === "stored") {
    show(row, answer.body, again);
  }
  else {
    bar(row, answer.body);
  }
  return "done";
}

/**
 * What the server made of the row. What was typed meanwhile stays, and is saved in its turn.
 *
 * @param {Row} row
 * @param {HTMLElement} answer
 * @param {boolean} again
 */
function show(row, answer, again) {
  const sent = row.sent || { values: row.typed(), base: row.base };
  row.sent = null;
  row.renewed = false;
  const outcome = /** @type {HTMLElement} */ (document.importNode(/** @type {Node} */ (answer.querySelector(".outcome")), true));
  const typedOn = differs(row.typed(), sent.values);
  row.replace(outcome);
  progress(/** @type {HTMLElement} */ (answer.querySelector(".form-progress")));
  /** @type {NodeListOf<HTMLElement>} */ (answer.querySelectorAll(".form-sums")).forEach((sum) => {
    const other = rows.find((candidate) => candidate.no === sum.dataset.no);
    if (other && other !== row) {
      other.sums(Array.from(sum.children, (remark) => document.importNode(remark, true)));
    }
  });
  if (row.isSettled) {
    row.rebase();
    const stored = row.stored();
    const now = row.typed();
    Object.keys(stored).forEach((part) => { if (now[part] === sent.values[part]) { now[part] = stored[part]; } });
    row.put(now);
    if (!row.isDirty) {
      settle(row);
      row.explainReading(sent.values.value || "");
      announce([row.no + ":", ...Array.from(outcome.querySelectorAll(".verdict > span, .saved"),
        (said) => (said.textContent || "").trim())].join(" "));
    }
    else {
      row.set("typed");
      drafts.keep(row);
      if (again || !row.hasFocus) {
        save(row);
      }
    }
  }
  else if (typedOn && (again || !row.hasFocus)) {
    save(row);
  }
  else if (typedOn) {
    /* The answer is about what no longer stands there. */
    row.set("typed");
    drafts.keep(row);
    preview(row);
  }
  else {
    row.set(outcome.dataset.state || "");
    drafts.keep(row);
    announce(row.no + ": " + ((outcome.querySelector(".field-error, .collision p") || outcome).textContent || "").trim());
  }
}

/**
 * Everything is stored.
 *
 * @param {Row} row
 */
function settle(row) {
  row.sent = null;
  drafts.drop(row.no);
  row.settle();
}

/** @param {HTMLElement} counts */
function progress(counts) {
  const { unit, answered: filled = "0", cells = "0" } = counts.dataset;
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".sheet-progress")).forEach((shown) => {
    if (shown.dataset.unit === unit) {
      /** @type {HTMLProgressElement} */ (shown.querySelector("progress")).value = Number(filled);
      /** @type {HTMLElement} */ (shown.querySelector("b")).textContent = say("progress", filled, cells);
    }
  });
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-progress-of]")).forEach((shown) => {
    if (shown.dataset.progressOf === unit) {
      shown.textContent = filled + "/" + cells;
    }
  });
}

/**
 * The form is locked or was taken away; what was typed stays here.
 *
 * @param {Row} row
 * @param {HTMLElement} answer
 */
function bar(row, answer) {
  const why = document.createElement("p");
  why.className = "field-error";
  why.textContent = (answer.querySelector("main .lede, main p") || answer.querySelector("h1") || answer).textContent;
  row.sent = null;
  row.outcome.replaceChildren(why);
  row.set("barred");
  drafts.keep(row);
}

/**
 * What it would come to, while it is being typed; the next keystroke takes the question back.
 *
 * @param {Row} row
 */
export function preview(row) {
  stopAsking(row);
  if (queue.session !== "" || row.busy || !navigator.onLine || row.isHalf) {
    return;
  }
  row.typing = setTimeout(async () => {
    const asking = row.asking = new AbortController();
    const asked = { values: row.typed(), base: row.base };
    try {
      const response = await post([{ no: row.no, sent: asked }], row.path + "/preview", asking.signal);
      const text = response.ok && !response.redirected ? await response.text() : null;
      if (text !== null && row.state === "typed" && !differs(asked.values, row.typed())) {
        row.preview(Array.from(parse(text).childNodes).map((node) => document.importNode(node, true)));
      }
    }
    catch {
      /* Only a look ahead: the answer comes when the cell is left. */
    }
  }, TYPING_PAUSE);
}

export function saveAll() {
  rows.filter((row) => row.sent || (row.isDirty && !row.isStuck)).forEach(save);
}

/**
 * Something in the row was changed: kept in the browser before anything else.
 *
 * @param {Row} row
 */
export function touch(row) {
  if (!row.isDirty && !row.sent && row.isSettled) {
    settle(row);
    return;
  }
  drafts.keep(row);
  if (!row.busy) {
    row.set("typed");
  }
}

/**
 * Back to what is stored, as if nothing had been typed.
 *
 * @param {Row} row
 */
export function undo(row) {
  row.put(row.stored());
  row.sent = null;
  row.rebase();
  save(row);
  announce(say("undone"));
}

/** Tries again by hand, when the connection is back and when the page is looked at again. */
export function listen() {
  byId("sheet-retry").addEventListener("click", () => queue.retry());
  window.addEventListener("online", () => queue.retry());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && rows.some((row) => row.state === "waiting" || row.state === "failed")) {
      queue.retry();
    }
  });
  window.addEventListener("focus", () => {
    if (queue.session !== "") {
      queue.renew();
    }
  });
}
