/* The hall's screen by arrow keys. Without this script its links lead on. */

/** @param {string} rel */
function follow(rel) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`.hall-nav a[rel="${rel}"]`));
  if (link) {
    location.replace(link.href);
  }
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  if (event.key === "ArrowRight" || event.key === "PageDown") {
    follow("next");
  } else if (event.key === "ArrowLeft" || event.key === "PageUp") {
    follow("prev");
  }
});
