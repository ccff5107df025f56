import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { pan, type Viewport, zoomAt } from './viewport.ts';

interface PanZoomOptions {
  element: RefObject<HTMLElement | null>;
  view: RefObject<Viewport>;
  onChange(view: Viewport): void;
  /** A press without a movement. */
  onPress(at: { x: number; y: number }): void;
}

/** Further than this a press is a movement. */
const slackPixels = 4;
const wheelSpeed = 0.0016;
const pixelsALine = 24;

/** Drags a drawing by the pointer, and makes it larger and smaller by the wheel or by two fingers. */
export function usePanZoom({ element, view, onChange, onPress }: PanZoomOptions) {
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  const wheel = useRef((_event: WheelEvent) => {});

  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left = 0, top = 0 } = element.current?.getBoundingClientRect() ?? {};
    return { x: clientX - left, y: clientY - top };
  };
  useEffect(() => {
    wheel.current = (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === 0 ? 1 : pixelsALine;
      if (event.shiftKey) onChange(pan(view.current, -(event.deltaX + event.deltaY) * pixels, 0));
      else onChange(zoomAt(view.current, Math.exp(-event.deltaY * pixels * wheelSpeed), placeOf(event)));
    };
  });
  useEffect(() => {
    const target = element.current;
    // React listens to the wheel passively, and then the page would scroll, too.
    const listen = (event: WheelEvent) => wheel.current(event);
    target?.addEventListener('wheel', listen, { passive: false });
    return () => target?.removeEventListener('wheel', listen);
  }, [element]);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (pointers.current.size === 0) moved.current = 0;
    pointers.current.set(event.pointerId, placeOf(event));
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = placeOf(event);
    moved.current += Math.hypot(now.x - before.x, now.y - before.y);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    if (moved.current <= slackPixels) return;
    if (other === undefined) onChange(pan(view.current, now.x - before.x, now.y - before.y));
    else onChange(pinch(view.current, { before, now, other }));
  };
  const onPointerUp = (event: PointerEvent) => {
    if (!pointers.current.delete(event.pointerId)) return;
    if (moved.current <= slackPixels) onPress(placeOf(event));
  };
  const onPointerCancel = (event: PointerEvent) => void pointers.current.delete(event.pointerId);
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
}

interface Point {
  x: number;
  y: number;
}

/** What was between two fingers stays between them. */
function pinch(
  view: Viewport,
  { before, now, other }: { before: Point; now: Point; other: Point },
): Viewport {
  const distance = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
  const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
  const moved = pan(view, (now.x - before.x) / 2, (now.y - before.y) / 2);
  return zoomAt(moved, distance(now) / distance(before), middle);
}
