import { measureHead } from './box-sizes.ts';
import type { CascadeBox, CascadeLayout } from './boxes.ts';
import { placeKnob } from './paint.ts';
import type { Extent, Viewport } from './viewport.ts';

interface Point {
  x: number;
  y: number;
}

/** The box at a pixel of the window; a name before the frame around it. */
export function findBoxAt(layout: CascadeLayout, view: Viewport, at: Point): CascadeBox | null {
  const point = toDrawing(view, at);
  return (
    layout.boxes.findLast(
      (box) => holds({ ...box, left: box.x, top: box.y }, point) || isOnKnob(box, view, at),
    ) ?? null
  );
}

/** Where a press folds or unfolds: the knob below somebody, the head of a group. */
export function isOnKnob(box: CascadeBox, view: Viewport, at: Point): boolean {
  const knob = findKnob(box);
  return knob !== null && holds(knob, toDrawing(view, at));
}

function findKnob(box: CascadeBox): Extent | null {
  const { x: left, y: top, width } = box;
  if (box.kind === 'group') return { left, top, width, height: measureHead(box.group.members) };
  if (box.kind !== 'person' || box.isExpanded === null) return null;
  const { x, y, ...size } = placeKnob(box);
  return { left: x, top: y, ...size };
}

function toDrawing({ left, top, zoom }: Viewport, { x, y }: Point): Point {
  return { x: (x - left) / zoom, y: (y - top) / zoom };
}

function holds({ left, top, width, height }: Extent, { x, y }: Point): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}
