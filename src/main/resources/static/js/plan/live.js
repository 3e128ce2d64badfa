/*
 * What the changes of an adopted plan would come to, asked for while they are typed. Without it the button that shows the
 * changes does the same.
 */

/** Milliseconds in which a further change is waited for. */
const PAUSE = 600;

/**
 * @param {HTMLElement} form
 * @param {HTMLElement} count where the number of changes stands
 * @param {() => HTMLTableRowElement[]} touched the rows that are sent
 */
export function liveResults(form, count, touched) {
  const place = /** @type {HTMLElement} */ (document.getElementById("live"));
  let timer = 0;
  /** @type {AbortController | null} */
  let asking = null;

  function body() {
    const rows = new Set(touched().map((row) => row.dataset.row));
    const sent = new URLSearchParams();
    new FormData(/** @type {HTMLFormElement} */ (form)).forEach((value, name) => {
      const row = /^([rn]\d+)\./.exec(name);
      if (typeof value === "string" && (!row || rows.has(row[1]))) {
        sent.append(name, value);
      }
    });
    sent.set("action", "live");
    return sent;
  }

  /** @param {Element | null} result */
  function show(result) {
    if (document.getElementById("store")) {
      result?.querySelector(".actions")?.remove();
    }
    place.replaceChildren(...(result ? [result] : []));
    count.querySelector("a")?.remove();
    const says = result?.getAttribute("data-says");
    if (says) {
      const link = document.createElement("a");
      link.href = "#changes-head";
      link.textContent = says;
      count.append(" · ", link);
    }
  }

  async function fetchResult() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(form.getAttribute("action") || "", { method: "POST", body: body(), signal: asking.signal });
      const text = answer.status === 200 && !answer.redirected ? await answer.text() : "";
      show(new DOMParser().parseFromString(text, "text/html").querySelector("section"));
    }
    catch (problem) {
      // Another change is asked about, or nobody answers: the button that shows the changes says why.
      if (!(problem instanceof DOMException && problem.name === "AbortError")) {
        show(null);
      }
    }
  }

  return {
    /** @param {boolean} changed whether there is anything to ask about */
    ask(changed) {
      window.clearTimeout(timer);
      if (place.dataset.live && changed) {
        timer = window.setTimeout(fetchResult, PAUSE);
      }
      else if (place.dataset.live) {
        asking?.abort();
        show(null);
      }
    },
  };
}
