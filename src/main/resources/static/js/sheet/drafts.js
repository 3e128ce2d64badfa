/* What was typed and is not stored yet stays in this browser, so that a closed tab, a crash or a lost session takes
   nothing away. Offices share computers: a draft is shown to nobody but the account that typed it, goes the moment the
   server has confirmed it, and after thirty days in any case. Signing out keeps what could not be stored; it is neither
   a secret nor approved, and throwing it away would lose somebody's work. */
(function () {
  "use strict";

  const sheet = window.wardSheet;
  if (sheet.form === null) {
    return;
  }

  const PREFIX = "ward-kpi.draft|";
  const MINE = PREFIX + encodeURIComponent(sheet.form.dataset.user) + "|";
  const HERE = MINE + sheet.form.dataset.place + "|";
  const OLDEST = 30 * 24 * 3600 * 1000;
  const MOST = 400;

  function keys(prefix) {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    }
    catch {
      localStorage.removeItem(key);
      return null;
    }
  }

  /** Old drafts go, whoever left them; of too many of one's own, the oldest. */
  function prune() {
    const dated = keys(PREFIX).map((key) => ({ key: key, at: (read(key) || { at: 0 }).at }));
    dated.filter((one) => Date.now() - one.at > OLDEST).forEach((one) => localStorage.removeItem(one.key));
    dated.filter((one) => one.key.startsWith(MINE)).sort((one, other) => other.at - one.at).slice(MOST)
      .forEach((one) => localStorage.removeItem(one.key));
  }

  sheet.drafts = {

    /** Keeps what stands in the row's fields, the version it rests on and what is on its way to the server. */
    keep(row) {
      const draft = { values: row.typed(), base: row.base, sent: row.sent || null, at: Date.now() };
      try {
        localStorage.setItem(HERE + row.no, JSON.stringify(draft));
      }
      catch {
        sheet.announce(sheet.say("not-kept"));
      }
    },

    forget(row) {
      this.drop(row.no);
    },

    drop(no) {
      try {
        localStorage.removeItem(HERE + no);
      }
      catch {
        sheet.announce(sheet.say("not-kept"));
      }
    },

    /** What this account left on this sheet, by indicator number. */
    all() {
      try {
        prune();
        return keys(HERE).map((key) => ({ no: key.slice(HERE.length), draft: read(key) })).filter((one) => one.draft !== null);
      }
      catch {
        return [];
      }
    }

  };
}());
