// Where the keyboard of a phone covers the page instead of making it smaller, make it smaller.

export function fit() {
  const seen = window.visualViewport;
  if (!seen) return;
  seen.addEventListener("resize", () => {
    const isCovered = seen.scale === 1 && window.innerHeight - seen.height > 100;
    document.body.style.height = isCovered ? `${seen.height}px` : "";
    if (isCovered) window.scrollTo(0, 0);
  });
}
