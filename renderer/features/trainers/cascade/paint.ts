import { bandPadding, boxPadding, lineHeight, tallyWidth } from './box-sizes.ts';
import type { AccreditationStatus } from '../../../../domain/accreditation.ts';
import type { CascadeBand, CascadeBox, CascadeLayout } from './boxes.ts';
import { traceLinks } from './link-paths.ts';
import type { Palette, Tint } from './palette.ts';
import type { Viewport } from './viewport.ts';

/** What is written on a box. */
export interface BoxFace {
  lines: readonly string[];
  /** Of the status. */
  letter: string | null;
  /** Of a group: how many there are of each status. */
  tally: readonly { status: AccreditationStatus; letter: string; written: string }[];
  /** Over the box: the edition in which training came to them. */
  edition: string | null;
  /** On the lower edge, where a click unfolds what is below, or folds it; null where there is nothing. */
  below: string | null;
}

export interface Picture {
  layout: CascadeLayout;
  view: Viewport;
  /** In pixels of the page, and how many of the screen make one. */
  width: number;
  height: number;
  density: number;
  palette: Palette;
  faceOf(box: CascadeBox): BoxFace;
  nameBand(band: CascadeBand, isShort: boolean): string;
  selectedId: string | null;
  isFocused: boolean;
}

const fontSize = 13;
/** Smaller writing cannot be read and is left out; it takes most of the time. */
const leastFontPixels = 5;
const labelZoom = 0.5;
const smallFont = 11;
const badgeRadius = 8;
const knob = { width: 40, height: 16 };
const bandLabelPixels = 15;
/** There is room for a line of writing between two generations. */
const roomyPixels = 26;

/** Draws what is in sight. */
export function paintCascade(context: CanvasRenderingContext2D, picture: Picture): void {
  const { view, width, height, density, layout, palette } = picture;
  context.setTransform(density, 0, 0, density, 0, 0);
  paintStripes(context, picture);
  const { zoom, left, top } = view;
  context.setTransform(density * zoom, 0, 0, density * zoom, density * left, density * top);
  context.strokeStyle = palette.line;
  context.lineWidth = Math.max(1, 0.8 / zoom);
  context.stroke(traceLinks(layout));
  const seen = listInSight(layout.boxes, view, { width, height });
  for (const box of seen) paintBox(context, box, picture);
  if (zoom >= labelZoom) for (const box of seen) paintEdition(context, box, picture);
  context.setTransform(density, 0, 0, density, 0, 0);
  paintBandNames(context, picture);
}

export function listInSight(
  boxes: readonly CascadeBox[],
  { left, top, zoom }: Viewport,
  { width, height }: { width: number; height: number },
): CascadeBox[] {
  const [fromX, fromY] = [-left / zoom, -top / zoom];
  const [toX, toY] = [fromX + width / zoom, fromY + height / zoom];
  return boxes.filter(
    (box) => box.x < toX && box.y < toY && box.x + box.width > fromX && box.y + box.height > fromY - 20,
  );
}

/** Where the knob of a box is, in points of the drawing. */
export function placeKnob({ x, y, width, height, scale }: CascadeBox) {
  const size = { width: knob.width * scale, height: knob.height * scale };
  return { x: x + (width - size.width) / 2, y: y + height - size.height / 2, ...size };
}

function paintStripes(context: CanvasRenderingContext2D, picture: Picture): void {
  const { width, height, palette, layout, view } = picture;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, width, height);
  for (const { generation, top, bottom } of layout.bands) {
    context.fillStyle = palette.stripes[generation % 2 === 0 ? 0 : 1];
    context.fillRect(0, top * view.zoom + view.top, width, (bottom - top) * view.zoom);
  }
}

function paintBandNames(context: CanvasRenderingContext2D, picture: Picture): void {
  const { palette, layout, view, height, nameBand } = picture;
  context.font = `600 12px ${palette.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const band of layout.bands) {
    const [top, bottom] = [band.top * view.zoom + view.top, band.bottom * view.zoom + view.top];
    if (bottom < 0 || top > height || bottom - top < bandLabelPixels) continue;
    // It stays in sight as long as anything of its stripe is.
    const y = Math.min(Math.max(top, 0) + bandLabelPixels / 2 + 2, bottom - bandLabelPixels / 2);
    const name = nameBand(band, bandPadding.top * view.zoom < roomyPixels);
    writeOver(context, name, { x: 8, y, ink: palette.soft, ground: palette.surface });
  }
}

function paintBox(context: CanvasRenderingContext2D, box: CascadeBox, picture: Picture): void {
  const { palette, view, selectedId } = picture;
  const isLegible = fontSize * box.scale * view.zoom >= leastFontPixels;
  const tint = tintOf(box, palette);
  if (box.kind !== 'member') paintCard(context, box, { tint, isLegible, picture });
  if (box.id === selectedId) paintRing(context, box, picture);
  if (isLegible) paintFace(context, box, { tint, picture });
}

function tintOf(box: CascadeBox, palette: Palette): Tint {
  if (box.kind === 'group' || box.item.state === null) return palette.none;
  return palette.byStatus[box.item.state.status];
}

function paintCard(
  context: CanvasRenderingContext2D,
  box: CascadeBox,
  { tint, isLegible, picture }: { tint: Tint; isLegible: boolean; picture: Picture },
): void {
  const { x, y, width, height, scale } = box;
  if (!isLegible) {
    // At least a pixel of it is seen, in the stronger colour.
    const least = 1.5 / picture.view.zoom;
    context.fillStyle = box.kind === 'group' ? picture.palette.faint : tint.line;
    context.fillRect(x, y, Math.max(least, width), Math.max(least, height));
    return;
  }
  context.strokeStyle = tint.line;
  context.fillStyle = tint.fill;
  context.lineWidth = 1.2;
  if (box.kind === 'group' && !box.isExpanded)
    drawCard(context, { x: x + 4, y: y + 4, width, height, scale });
  drawCard(context, box);
}

function drawCard(
  context: CanvasRenderingContext2D,
  { x, y, width, height, scale }: Pick<CascadeBox, 'x' | 'y' | 'width' | 'height' | 'scale'>,
): void {
  context.beginPath();
  context.roundRect(x, y, width, height, 5 * scale);
  context.fill();
  context.stroke();
}

function paintFace(
  context: CanvasRenderingContext2D,
  box: CascadeBox,
  { tint, picture }: { tint: Tint; picture: Picture },
): void {
  const { palette, faceOf, view } = picture;
  const { lines, letter, below, tally } = faceOf(box);
  const { scale } = box;
  const isMember = box.kind === 'member';
  const left = box.x + (letter === null && !isMember ? boxPadding : boxPadding + 2 * badgeRadius + 5) * scale;
  const room = box.x + box.width - left - 4 * scale;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  for (const [index, line] of lines.entries()) {
    const isName = index === 0 && !isMember;
    context.font = `${isName ? 600 : 400} ${(isMember ? 12.5 : fontSize) * scale}px ${palette.font}`;
    const middle = isMember
      ? box.y + box.height / 2
      : box.y + (boxPadding + (index + 0.5) * lineHeight) * scale;
    context.fillText(line, left, middle, Math.max(1, room));
  }
  const badgeTop = isMember ? box.y + box.height / 2 : box.y + (boxPadding + lineHeight / 2) * scale;
  if (letter !== null) {
    const middle = { x: box.x + (boxPadding + badgeRadius) * scale, y: badgeTop };
    paintBadge(context, middle, { letter, tint, font: palette.font, scale });
  }
  for (const [index, { status, letter: mark, written }] of tally.entries()) {
    const x = box.x + boxPadding + badgeRadius + index * tallyWidth;
    const y = box.y + boxPadding + lines.length * lineHeight + badgeRadius + 3;
    paintBadge(
      context,
      { x, y },
      { letter: mark, tint: palette.byStatus[status], font: palette.font, scale },
    );
    context.textAlign = 'left';
    context.fillStyle = palette.ink;
    context.fillText(written, x + badgeRadius + 4, y);
  }
  if (below !== null && view.zoom >= 0.3) paintKnob(context, box, { text: below, palette });
}

function paintBadge(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  { letter, tint, font, scale }: { letter: string; tint: Tint; font: string; scale: number },
): void {
  context.beginPath();
  context.arc(x, y, badgeRadius * scale, 0, 2 * Math.PI);
  context.fillStyle = tint.ink;
  context.fill();
  context.fillStyle = tint.fill;
  context.font = `700 ${smallFont * scale}px ${font}`;
  context.textAlign = 'center';
  context.fillText(letter, x, y + 0.5 * scale);
}

function paintKnob(
  context: CanvasRenderingContext2D,
  box: CascadeBox,
  { text, palette }: { text: string; palette: Palette },
): void {
  const place = placeKnob(box);
  context.lineWidth = 1.2;
  context.beginPath();
  context.roundRect(place.x, place.y, place.width, place.height, place.height / 2);
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.line;
  context.fill();
  context.stroke();
  context.fillStyle = palette.soft;
  context.font = `600 ${smallFont * box.scale}px ${palette.font}`;
  context.textAlign = 'center';
  context.fillText(text, place.x + place.width / 2, place.y + place.height / 2 + 0.5, place.width - 4);
}

function paintRing(context: CanvasRenderingContext2D, box: CascadeBox, picture: Picture): void {
  const { palette, view, isFocused } = picture;
  const away = 3 / view.zoom;
  context.beginPath();
  context.roundRect(box.x - away, box.y - away, box.width + 2 * away, box.height + 2 * away, 6 * box.scale);
  context.strokeStyle = isFocused ? palette.focus : palette.ink;
  context.lineWidth = (isFocused ? 3 : 1.75) / view.zoom;
  context.stroke();
}

/** The edition stands on the line that comes from who taught it. */
function paintEdition(context: CanvasRenderingContext2D, box: CascadeBox, picture: Picture): void {
  const { edition } = picture.faceOf(box);
  if (edition === null) return;
  const { palette } = picture;
  context.font = `400 ${smallFont}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const ground = palette.stripes[box.generation % 2 === 0 ? 0 : 1];
  writeOver(context, edition, { x: box.x + box.width / 2, y: box.y - 10, ink: palette.soft, ground });
}

function writeOver(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y, ink, ground }: { x: number; y: number; ink: string; ground: string },
): void {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}
