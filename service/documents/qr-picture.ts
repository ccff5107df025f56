import { encode } from 'uqr';

/** A QR as a vector picture of `modules` × `modules` units, without its quiet zone. */
export interface QrPicture {
  svg: string;
  modules: number;
}

/**
 * Draws a text as a QR of error level M. The mask is fixed: choosing the best of the eight took fourteen
 * times as long, and readers did not notice.
 */
export function drawQr(text: string): QrPicture {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, maskPattern: 2, border: 0 });
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${traceOutlines(data)}"/></svg>`,
    modules: size,
  };
}

/**
 * The outlines of all dark areas as one path, with dark at the right hand: no seams between modules, and much
 * less to draw than a rectangle for each run of them.
 */
function traceOutlines(rows: readonly (readonly boolean[])[]): string {
  // A light border spares the question whether a neighbour exists.
  const width = rows.length + 2;
  const dark = new Uint8Array(width * width);
  rows.forEach((row, y) => row.forEach((isDark, x) => (dark[(y + 1) * width + x + 1] = isDark ? 1 : 0)));
  const seen = new Uint8Array(width * width);
  let path = '';
  for (let start = width; start < dark.length; start += 1) {
    const isTopEdge = dark[start] === 1 && dark[start - width] === 0;
    if (isTopEdge && seen[start] === 0) path += traceOutline(start, width, dark, seen);
  }
  return path;
}

/** Follows one outline from the top edge of a dark module, clockwise, marking the top edges it passes. */
function traceOutline(start: number, width: number, dark: Uint8Array, seen: Uint8Array): string {
  // For each heading (right, down, left, up): the step to the next corner, and the module ahead at the left hand.
  const steps = [1, width, -1, -width];
  const leftHands = [-width, 0, -1, -width - 1];
  let path = `M${(start % width) - 1} ${Math.floor(start / width) - 1}`;
  let [corner, heading, length] = [start, 0, 0];
  do {
    if (heading === 0) seen[corner] = 1;
    corner += steps[heading] ?? 0;
    length += 1;
    const isLeftDark = dark[corner + (leftHands[heading] ?? 0)] === 1;
    const isRightDark = dark[corner + (leftHands[(heading + 1) % 4] ?? 0)] === 1;
    if (isRightDark && !isLeftDark) continue;
    path += `${heading % 2 === 0 ? 'h' : 'v'}${heading < 2 ? length : -length}`;
    length = 0;
    heading = (heading + (isLeftDark ? 3 : 1)) % 4;
  } while (corner !== start || heading !== 0);
  return `${path}z`;
}
