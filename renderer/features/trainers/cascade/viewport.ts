/** Which part of a drawing is seen: a point of the drawing at `x` is seen at `x * zoom + left`. */
export interface Viewport {
  left: number;
  top: number;
  zoom: number;
}

export interface Extent {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Window {
  width: number;
  height: number;
}

const zooms = { least: 0.005, most: 3 };
const margin = 24;

/** Moves the drawing by so many pixels. */
export function pan({ left, top, zoom }: Viewport, byX: number, byY: number): Viewport {
  return { left: left + byX, top: top + byY, zoom };
}

/** Makes it larger by a factor, so that what is seen at a pixel stays there. */
export function zoomAt(view: Viewport, factor: number, at: { x: number; y: number }): Viewport {
  const zoom = Math.max(zooms.least, Math.min(zooms.most, view.zoom * factor));
  const grown = zoom / view.zoom;
  return { zoom, left: at.x - (at.x - view.left) * grown, top: at.y - (at.y - view.top) * grown };
}

/** All of a drawing in the middle of the window, never larger than life. */
export function fit(drawing: Extent, window: Window): Viewport {
  const across = (window.width - 2 * margin) / Math.max(1, drawing.width);
  const down = (window.height - 2 * margin) / Math.max(1, drawing.height);
  const zoom = Math.max(zooms.least, Math.min(1, across, down));
  return {
    zoom,
    left: (window.width - drawing.width * zoom) / 2 - drawing.left * zoom,
    top: Math.max(0, (window.height - drawing.height * zoom) / 2) - drawing.top * zoom,
  };
}

/** As little of a move as brings something into sight; larger, if it could not be read. */
export function bringIntoSight(
  view: Viewport,
  thing: Extent,
  { window, leastZoom }: { window: Window; leastZoom: number },
): Viewport {
  if (view.zoom < leastZoom) return centre(thing, window, leastZoom);
  const left = shiftInto(thing.left * view.zoom + view.left, thing.width * view.zoom, window.width);
  const top = shiftInto(thing.top * view.zoom + view.top, thing.height * view.zoom, window.height);
  return pan(view, left, top);
}

export function centre(thing: Extent, window: Window, zoom: number): Viewport {
  return {
    zoom,
    left: window.width / 2 - (thing.left + thing.width / 2) * zoom,
    top: window.height / 2 - (thing.top + thing.height / 2) * zoom,
  };
}

function shiftInto(start: number, length: number, room: number): number {
  if (start < margin || length > room - 2 * margin) return margin - start;
  return Math.min(0, room - margin - (start + length));
}
