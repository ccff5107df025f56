import type { CascadeBox, CascadeLayout } from './boxes.ts';
import { placeKnob } from './paint.ts';
import type { Viewport } from './viewport.ts';

interface Point {
  x: number;
  y: number;
}

/** The box at a pixel of the window; a name before the frame around it. */
export function findBoxAt(layout: CascadeLayout, view: Viewport, at: Point): CascadeBox | null {
  const x = (at.x - view.left) / view.zoom;
  const y = (at.y - view.top) / view.zoom;
  return (
    layout.boxes.findLast(
      (box) =>
        (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) ||
        isOnKnob(box, view, at),
    ) ?? null
  );
}

/** Where a press folds or unfolds: a knob below somebody, the head of a group. */
export function isOnKnob(box: CascadeBox, view: Viewport, at: Point): boolean {
  if (box.kind === 'group') return true;
  if (box.kind !== 'person' || box.isExpanded === null) return false;
  const x = (at.x - view.left) / view.zoom;
  const y = (at.y - view.top) / view.zoom;
  const knob = placeKnob(box);
  return x >= knob.x && x <= knob.x + knob.width && y >= knob.y && y <= knob.y + knob.height;
}
