import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';

export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
}

/** Where the window was left; null the first time, or if the note cannot be read. */
export function readWindowPlace(file: string): WindowPlace | null {
  try {
    const note: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWindowPlace(note) ? note : null;
  } catch {
    return null;
  }
}

/** A place that cannot be noted (full disk, read-only folder) costs nothing but the place. */
export function writeWindowPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch (error) {
    process.stderr.write(`the window's place was not noted: ${String(error)}\n`);
  }
}

/** Whether enough of the title bar is on a screen to be taken by the mouse. */
export function isReachable(bounds: Rectangle, workAreas: readonly Rectangle[]): boolean {
  return workAreas.some((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    return width >= 100 && bounds.y >= area.y && bounds.y <= area.y + area.height - 40;
  });
}

function isWindowPlace(note: unknown): note is WindowPlace {
  if (typeof note !== 'object' || note === null) return false;
  if (!('bounds' in note) || !('isMaximized' in note)) return false;
  return typeof note.isMaximized === 'boolean' && isRectangle(note.bounds);
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const numbers: Record<string, unknown> = { ...value };
  return ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(numbers[side]));
}
