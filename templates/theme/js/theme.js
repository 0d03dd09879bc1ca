// Runs before the first paint: a reader's own choice of dark or light wins over the system's.
(() => {
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage may be blocked; the system's setting then applies.
  }
})();
