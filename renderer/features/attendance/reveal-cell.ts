import type { Place } from './grid-selection.ts';

/** Scrolls just so far that a cell stands clear of the frozen head and columns. */
export function revealCell(scroller: HTMLElement, { row, column }: Place, rowHeight: number): void {
  const head = scroller.querySelector('[role=row]');
  const cell = head?.querySelectorAll('[data-state]')[column];
  const left = head?.querySelector('[data-frozen=left]');
  const right = head?.querySelector('[data-frozen=right]');
  if (!head || !cell || !left || !right) return;

  const room = scroller.clientHeight - head.clientHeight;
  const top = Math.max(0, row) * rowHeight;
  if (scroller.scrollTop > top) scroller.scrollTop = top;
  if (scroller.scrollTop < top + rowHeight - room) scroller.scrollTop = top + rowHeight - room;

  const [box, clearLeft, clearRight] = [cell, left, right].map((element) => element.getBoundingClientRect());
  if (box === undefined || clearLeft === undefined || clearRight === undefined) return;
  if (box.left < clearLeft.right) scroller.scrollLeft -= clearLeft.right - box.left;
  if (box.right > clearRight.left) scroller.scrollLeft += box.right - clearRight.left;
}
