/* Files by drag and drop, or chosen: each is sent at once and by itself, so that one that is refused keeps no other from
   being attached. The place that takes files ([data-evidence]) names the address they are sent to. Without this script the
   form of the figure's own page does the same. */
(function () {
  "use strict";

  var texts = document.getElementById("evidence-texts");
  if (!texts) {
    return;
  }
  texts = texts.dataset;
  var largest = Number(texts.largest) || 60 * 1024 * 1024;
  var sending = 0;
  var ZONE = ".evidence-drop, .sheet-row";

  function place(target) {
    if (!target || !target.closest) {
      return null;
    }
    var zone = target.closest(ZONE);
    return zone && (zone.matches("[data-evidence]") ? zone : zone.querySelector("[data-evidence]"));
  }

  function carriesFiles(event) {
    return event.dataTransfer && Array.from(event.dataTransfer.types).indexOf("Files") >= 0;
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className || "";
    made.textContent = text || "";
    return made;
  }

  /* A place in a row is replaced by the server's answer; its list of what is being sent stays. */
  function listOf(where) {
    return document.querySelector('[data-evidence="' + CSS.escape(where.dataset.evidence) + '"] .evidence-sending');
  }

  function showAnswer(where, html) {
    var answer = new DOMParser().parseFromString(html, "text/html");
    if (where.dataset.as === "page") {
      var fresh = answer.getElementById("evidence-answer");
      var old = document.getElementById("evidence-answer");
      if (fresh && old) {
        old.replaceWith(document.importNode(fresh, true));
      }
      return fresh !== null;
    }
    var row = answer.querySelector(".evidence");
    var here = document.querySelector('.evidence[data-evidence="' + CSS.escape(where.dataset.evidence) + '"]');
    if (row && here) {
      var imported = document.importNode(row, true);
      imported.querySelector(".evidence-sending").replaceWith(here.querySelector(".evidence-sending"));
      here.replaceWith(imported);
    }
    return row !== null;
  }

  function refusalIn(html) {
    var refusal = new DOMParser().parseFromString(html, "text/html").querySelector(".evidence-refusal");
    return refusal && refusal.textContent.trim();
  }

  function send(where, file, then) {
    var line = element("li", "");
    var name = element("b", "", file.name);
    var state = element("span", "muted", texts.sending);
    line.append(name, state);
    listOf(where).append(line);

    function failed(message) {
      line.querySelectorAll("progress").forEach(function (bar) { bar.remove(); });
      state.className = "field-error";
      state.textContent = message;
    }

    if (file.size > largest) {
      failed(texts.tooLarge);
      then();
      return;
    }
    var bar = element("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    line.insertBefore(bar, state);

    var body = new FormData();
    body.append("_csrf", document.querySelector("input[name=_csrf]").value);
    body.append("as", where.dataset.as);
    body.append("files", file);
    var request = new XMLHttpRequest();
    request.open("POST", where.dataset.evidence);
    request.setRequestHeader("HX-Request", "true");
    request.upload.addEventListener("progress", function (event) {
      if (event.lengthComputable) {
        bar.value = Math.round(event.loaded / event.total * 100);
        if (event.loaded === event.total) {
          state.textContent = texts.checking;
        }
      }
    });
    request.addEventListener("load", function () {
      if (request.status === 200 && showAnswer(where, request.responseText)) {
        line.remove();
        listOf(where).append(element("li", "saved", texts.done + ": " + file.name));
      }
      else if (request.status === 401 || request.responseURL.indexOf("/sign-in") >= 0) {
        failed(texts.signedOut);
      }
      else {
        failed(refusalIn(request.responseText) || texts.failed);
      }
    });
    request.addEventListener("error", function () { failed(texts.failed); });
    request.addEventListener("abort", function () { failed(texts.failed); });
    request.addEventListener("loadend", then);
    request.send(body);
  }

  function sendAll(where, files) {
    var waiting = Array.from(files);
    if (waiting.length === 0) {
      return;
    }
    if (sending === 0) {
      listOf(where).replaceChildren();
    }
    sending += 1;
    (function next() {
      var file = waiting.shift();
      if (file) {
        send(where, file, next);
      }
      else {
        sending -= 1;
      }
    }());
  }

  document.querySelectorAll("[data-with-script]").forEach(function (hint) { hint.hidden = false; });

  document.querySelectorAll("form[data-evidence]").forEach(function (form) {
    var input = form.querySelector("input[type=file]");
    form.querySelector("button[type=submit]").hidden = true;
    input.addEventListener("change", function () {
      sendAll(form, input.files);
      input.value = "";
    });
  });

  /* A file dropped beside a place would otherwise be opened instead of this page. */
  window.addEventListener("dragover", function (event) {
    if (!carriesFiles(event)) {
      return;
    }
    event.preventDefault();
    var here = place(event.target);
    event.dataTransfer.dropEffect = here ? "copy" : "none";
    document.querySelectorAll(".is-over").forEach(function (zone) {
      if (!here || !zone.contains(here)) {
        zone.classList.remove("is-over");
      }
    });
    if (here) {
      here.closest(ZONE).classList.add("is-over");
    }
  });

  function leave() {
    document.querySelectorAll(".is-over").forEach(function (zone) { zone.classList.remove("is-over"); });
  }

  window.addEventListener("dragleave", function (event) {
    if (!event.relatedTarget) {
      leave();
    }
  });

  window.addEventListener("drop", function (event) {
    if (!carriesFiles(event)) {
      return;
    }
    event.preventDefault();
    leave();
    var here = place(event.target);
    if (here) {
      sendAll(here, event.dataTransfer.files);
    }
  });

  window.addEventListener("beforeunload", function (event) {
    if (sending > 0) {
      event.preventDefault();
    }
  });
}());
