/* Saves rows as they are left, one after the other, again and again until there is an answer. A row that got none is asked
   about with the very same values first: if they did arrive, nothing is stored twice. */
(function () {
  "use strict";

  const sheet = window.wardSheet;
  if (!sheet.open) {
    return;
  }

  /* The server takes a form's figures one by one anyway, and each answer counts what the one before has stored. */
  const AT_ONCE = 1;
  const PATIENCE = 20000;
  const LONGEST_PAUSE = 30000;
  const TYPING_PAUSE = 450;

  const drafts = sheet.drafts;
  const queue = [];
  let active = 0;
  let attempts = 0;
  let timer = null;
  /* "": all is well; "ended": nobody is signed in; "other": somebody else is. */
  let session = "";
  let settling = [];

  function send(row, address, values, signal) {
    const body = new URLSearchParams();
    Object.keys(values.values).forEach((part) => body.set("cells[" + row.no + "]." + part, values.values[part]));
    body.set("cells[" + row.no + "].version", values.base);
    body.set("_csrf", sheet.form.elements._csrf.value);
    return fetch(address, { method: "POST", body: body, signal: signal, credentials: "same-origin",
      headers: { "HX-Request": "true", "HX-Current-URL": location.href } });
  }

  function parse(text) {
    return new DOMParser().parseFromString("<body>" + text + "</body>", "text/html").body;
  }

  /** Whether the row is left as it is until its author does something. */
  function isStuck(row) {
    return ["refused", "collided", "barred"].includes(row.state);
  }

  function save(row) {
    clearTimeout(row.typing);
    if (row.asking) {
      row.asking.abort();
    }
    row.split();
    if (!row.sent && !row.isDirty && row.isSettled) {
      settle(row);
      return;
    }
    drafts.keep(row);
    if (row.busy) {
      row.again = true;
      return;
    }
    if (session !== "") {
      row.set("waiting");
      return;
    }
    row.set("saving");
    if (!queue.includes(row)) {
      queue.push(row);
    }
    next();
  }

  function next() {
    while (active < AT_ONCE && queue.length > 0) {
      active += 1;
      request(queue.shift()).finally(() => {
        active -= 1;
        next();
        announceSettled();
      });
    }
    announceSettled();
  }

  async function request(row) {
    row.busy = true;
    row.again = false;
    row.sent = row.sent || { values: row.typed(), base: row.base };
    drafts.keep(row);
    const impatience = new AbortController();
    const alarm = setTimeout(() => impatience.abort(), PATIENCE);
    try {
      const response = await send(row, row.path, row.sent, impatience.signal);
      const text = await response.text();
      clearTimeout(alarm);
      row.busy = false;
      if (response.redirected || response.status === 401 || response.status === 403) {
        await refused(row, response, text);
      }
      else if (response.ok) {
        attempts = 0;
        answered(row, parse(text));
      }
      else if (response.status >= 500 || [408, 412, 425, 429].includes(response.status)) {
        later(row);
      }
      else {
        bar(row, parse(text));
      }
    }
    catch {
      /* No answer: the connection is gone or too slow. */
      clearTimeout(alarm);
      row.busy = false;
      later(row);
    }
  }

  function answered(row, answer) {
    const sent = row.sent;
    row.sent = null;
    row.renewed = false;
    const outcome = document.importNode(answer.querySelector(".outcome"), true);
    const typedOn = row.differs(row.typed(), sent.values);
    row.replace(outcome);
    progress(answer.querySelector(".form-progress"));
    const state = outcome.dataset.state;
    if (row.isSettled) {
      row.rebase();
      const stored = row.stored();
      const now = row.typed();
      Object.keys(stored).forEach((part) => { if (now[part] === sent.values[part]) { now[part] = stored[part]; } });
      row.put(now);
      if (!row.isDirty) {
        settle(row);
        row.explainReading(sent.values.value || "");
        sheet.announce([row.no + ":", ...Array.from(outcome.querySelectorAll(".verdict > span, .saved"),
          (said) => said.textContent.trim())].join(" "));
      }
      else {
        row.set("typed");
        drafts.keep(row);
        if (row.again || !row.hasFocus) {
          save(row);
        }
      }
    }
    else if (typedOn && (row.again || !row.hasFocus)) {
      save(row);
    }
    else if (typedOn) {
      /* The answer is about what no longer stands there. */
      row.set("typed");
      drafts.keep(row);
      preview(row);
    }
    else {
      row.set(state);
      drafts.keep(row);
      sheet.announce(row.no + ": " + (outcome.querySelector(".field-error, .collision p") || outcome).textContent.trim());
    }
  }

  /** Everything is stored. */
  function settle(row) {
    row.sent = null;
    drafts.forget(row);
    row.settle();
  }

  function progress(counts) {
    const unit = counts.dataset.unit;
    document.querySelectorAll(".sheet-progress").forEach((shown) => {
      if (shown.dataset.unit === unit) {
        shown.querySelector("progress").value = counts.dataset.answered;
        shown.querySelector("b").textContent = sheet.say("progress", counts.dataset.answered, counts.dataset.cells);
      }
    });
    document.querySelectorAll("[data-progress-of]").forEach((shown) => {
      if (shown.dataset.progressOf === unit) {
        shown.textContent = counts.dataset.answered + "/" + counts.dataset.cells;
      }
    });
  }

  function later(row) {
    row.set("failed");
    if (timer === null) {
      attempts += 1;
      timer = setTimeout(retry, Math.min(LONGEST_PAUSE, 1000 * 2 ** Math.min(attempts, 6)));
    }
  }

  function retry() {
    clearTimeout(timer);
    timer = null;
    if (session !== "") {
      renew();
      return;
    }
    sheet.rows.filter((row) => row.state === "failed" || row.state === "waiting").forEach(save);
  }

  /** The server does not let it in: is somebody signed in at all, and is it still the same person? */
  async function refused(row, response, text) {
    if (response.status === 403 && row.renewed) {
      bar(row, parse(text));
      return;
    }
    row.renewed = true;
    row.set("waiting");
    await renew();
  }

  /** The form is locked or was taken away; what was typed stays here. */
  function bar(row, answer) {
    const why = document.createElement("p");
    why.className = "field-error";
    why.textContent = (answer.querySelector("main .lede, main p") || answer.querySelector("h1")).textContent;
    row.sent = null;
    row.outcome.replaceChildren(why);
    row.set("barred");
    drafts.keep(row);
  }

  let renewing = null;

  function renew() {
    renewing = renewing || ask().finally(() => { renewing = null; });
    return renewing;
  }

  async function ask() {
    const waiting = () => sheet.rows.filter((row) => row.state === "waiting");
    let answer = null;
    let status = 0;
    try {
      const response = await fetch(location.pathname, { credentials: "same-origin",
        headers: { "HX-Request": "true", "HX-Current-URL": location.href } });
      status = response.redirected ? 401 : response.status;
      answer = new DOMParser().parseFromString(await response.text(), "text/html").body;
    }
    catch {
      status = 0;
    }
    if (status === 0 || status >= 500) {
      waiting().forEach(later);
      return;
    }
    const page = answer.querySelector("[data-sheet]");
    const person = page ? page.dataset.user : (answer.querySelector(".account-menu b") || {}).textContent;
    if (status === 401 || person === undefined) {
      session = "ended";
    }
    else if (person !== sheet.form.dataset.user) {
      session = "other";
    }
    else {
      session = "";
      if (page === null) {
        waiting().forEach((row) => bar(row, answer));
        return;
      }
      sheet.form.elements._csrf.value = page.elements._csrf.value;
    }
    document.getElementById("session-ended").hidden = session !== "ended";
    document.getElementById("other-person").hidden = session !== "other";
    if (session === "") {
      sheet.rows.filter((row) => row.state === "waiting").forEach(save);
    }
    else {
      clearTimeout(timer);
      timer = setTimeout(retry, LONGEST_PAUSE / 2);
    }
    sheet.summarise();
  }

  /** What it would come to, while it is being typed; the next keystroke takes the question back. */
  function preview(row) {
    clearTimeout(row.typing);
    if (row.asking) {
      row.asking.abort();
    }
    if (session !== "" || row.busy || !navigator.onLine || row.isHalf) {
      return;
    }
    row.typing = setTimeout(async () => {
      const asking = row.asking = new AbortController();
      const asked = { values: row.typed(), base: row.base };
      try {
        const response = await send(row, row.path + "/preview", asked, asking.signal);
        const text = response.ok && !response.redirected ? await response.text() : null;
        if (text !== null && row.state === "typed" && !row.differs(asked.values, row.typed())) {
          row.preview(Array.from(parse(text).childNodes).map((node) => document.importNode(node, true)));
        }
      }
      catch {
        /* Only a look ahead: the answer comes when the cell is left. */
      }
    }, TYPING_PAUSE);
  }

  function saveAll() {
    sheet.rows.filter((row) => row.sent || (row.isDirty && !isStuck(row))).forEach(save);
  }

  /** Runs once nothing is on its way any more. */
  function whenSettled(then) {
    settling.push(then);
    announceSettled();
  }

  function announceSettled() {
    if (active === 0 && queue.length === 0 && settling.length > 0) {
      const waiting = settling;
      settling = [];
      setTimeout(() => waiting.forEach((then) => then()), 0);
    }
  }

  sheet.saving = { save, saveAll, preview, retry, whenSettled };

  document.getElementById("sheet-retry").addEventListener("click", retry);
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && sheet.rows.some((row) => row.state === "waiting" || row.state === "failed")) {
      retry();
    }
  });
  window.addEventListener("focus", () => {
    if (session !== "") {
      renew();
    }
  });
}());
