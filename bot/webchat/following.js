// Keeps the end of the conversation in sight, unless somebody reads further up. What scrolls is the
// log; where there is little height, the page.

const NEAR = 80; // pixels from the end that still count as being there
const MARGIN = 12;

export class Following {
  constructor(list, log, composer) {
    Object.assign(this, { list, log, composer });
    this.dots = list.nextElementSibling;
    this.header = document.querySelector("header"); // stays at the top where the page scrolls
    this.isAtEnd = true;
    this.start = null; // the first message that the citizen has not answered
    const scrolled = () => { this.isAtEnd = this.below() < NEAR; };
    log.addEventListener("scroll", scrolled, { passive: true });
    addEventListener("scroll", scrolled, { passive: true });
    // The keyboard and the previews take room from below, and the dots come and go.
    if (window.ResizeObserver) [log, this.dots].forEach((part) => new ResizeObserver(() => this.toEnd()).observe(part));
  }

  // The citizen wrote: whatever they were reading, this is where they are now.
  fromHere() {
    this.isAtEnd = true;
    this.start = null;
  }

  // Not past the beginning of what is new, unless it ends with answers to press.
  toEnd() {
    if (!this.isAtEnd) return;
    const scroller = this.isPage() ? document.scrollingElement : this.log;
    scroller.scrollTop += this.below();
  }

  // Pixels to scroll until the end is in sight, or what is new begins at the top.
  below() {
    const last = this.dots.hidden ? this.list.lastElementChild : this.dots;
    if (!last) return 0;
    const [top, bottom] = this.window();
    const toEnd = last.getBoundingClientRect().bottom + MARGIN - bottom;
    const toStart = this.start && !last.querySelector(".buttons") ? this.start.getBoundingClientRect().top - MARGIN - top : toEnd;
    return Math.max(0, Math.min(toEnd, toStart));
  }

  // Where messages can be seen: top and bottom.
  window() {
    if (this.isPage()) return [this.header.offsetHeight, window.innerHeight - this.composer.offsetHeight];
    const box = this.log.getBoundingClientRect();
    return [box.top, box.bottom];
  }

  isPage() {
    return getComputedStyle(this.log).overflowY === "visible";
  }
}
