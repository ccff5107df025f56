import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { CascadeBox, CascadeLayout } from './boxes.ts';
import { findBox } from './neighbours.ts';
import { bringIntoSight, centre, fit, pan, type Viewport } from './viewport.ts';

/** Smaller than this nobody can read what was chosen. */
const legibleZoom = 0.5;
const firstZoom = 0.8;

/** What was chosen stays where it was seen when the drawing is laid out anew, and comes into sight when chosen. */
export function useFollow({
  layout,
  selected,
  viewport,
  measure,
  show,
}: {
  layout: CascadeLayout;
  selected: CascadeBox | null;
  viewport: RefObject<Viewport>;
  measure(): { width: number; height: number };
  show(view: Viewport): void;
}) {
  const before = useRef<{ layout: CascadeLayout; selectedId: string | null } | null>(null);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { layout, selectedId: selected?.id ?? null };
    const window = measure();
    if (last === null) return show(firstView(layout, window));
    if (last.layout === layout && last.selectedId === selected?.id) return;
    const anchor = selected ?? layout.boxes[0];
    const former = anchor === undefined ? null : findBox(last.layout, anchor.id);
    let next = viewport.current;
    if (anchor !== undefined && former !== null) {
      next = pan(next, (former.x - anchor.x) * next.zoom, (former.y - anchor.y) * next.zoom);
    }
    if (selected !== null) {
      const { x: left, y: top, width, height } = selected;
      next = bringIntoSight(next, { left, top, width, height }, { window, leastZoom: legibleZoom });
    }
    show(next);
  });
}

/** All of it if it can be read so; otherwise who it begins with. */
function firstView(layout: CascadeLayout, window: { width: number; height: number }): Viewport {
  const whole = fit(layout, window);
  const first = layout.boxes.find(({ generation }) => generation === 0);
  if (whole.zoom >= legibleZoom || first === undefined) return whole;
  const { x: left, width } = first;
  return { ...centre({ left, top: 0, width, height: 0 }, window, firstZoom), top: -layout.top * firstZoom };
}
