import type { CascadeLayout, CascadeLink } from './boxes.ts';

const paths = new WeakMap<CascadeLayout, Path2D>();
/** So far left of a stack runs the line that leads to each of it. */
const railAway = 9;

/** The lines of a layout as one path, made once. */
export function traceLinks(layout: CascadeLayout): Path2D {
  const known = paths.get(layout);
  if (known !== undefined) return known;
  const path = new Path2D();
  for (const link of layout.links) traceLink(path, link);
  paths.set(layout, path);
  return path;
}

/** Down from who taught, along the upper edge of the next generation, and down to whom they taught. */
function traceLink(path: Path2D, { from, to, side, lane }: CascadeLink): void {
  const start = from.x + from.width / 2;
  const end = side === 'top' ? to.x + to.width / 2 : to.x - railAway;
  path.moveTo(start, from.y + from.height);
  path.lineTo(start, lane);
  path.lineTo(end, lane);
  if (side === 'top') {
    path.lineTo(end, to.y);
  } else {
    path.lineTo(end, to.y + 20);
    path.lineTo(to.x, to.y + 20);
  }
}
