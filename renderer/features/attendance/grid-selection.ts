/** A cell by its place; row -1 is the head of its column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a row has to draw of the selection. */
export interface RowSelection {
  /** The column of the active cell, or -1. */
  readonly active: number;
  readonly left: number;
  readonly right: number;
}

export const headRow = -1;
const nothing = '-1 0 -1';

/** The active cell and the range from where Shift was pressed; changes redraw just the rows they touch. */
export class GridSelection {
  readonly #listeners = new Set<() => void>();
  #active: Place;
  #anchor: Place;

  constructor(start: Place) {
    this.#active = start;
    this.#anchor = start;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getActive = (): Place => this.#active;

  getRange(): Range {
    const [one, other] = [this.#active, this.#anchor];
    return {
      top: Math.min(one.row, other.row),
      bottom: Math.max(one.row, other.row),
      left: Math.min(one.column, other.column),
      right: Math.max(one.column, other.column),
    };
  }

  isSingle(): boolean {
    return this.#active.row === this.#anchor.row && this.#active.column === this.#anchor.column;
  }

  moveTo(place: Place): void {
    this.select(place, place);
  }

  extendTo(place: Place): void {
    this.select(this.#anchor.row === headRow ? place : this.#anchor, place);
  }

  select(anchor: Place, active: Place): void {
    this.#anchor = anchor;
    this.#active = active;
    this.#listeners.forEach((listener) => listener());
  }

  /** The selection in a row as a text, so that an unchanged one compares as equal. */
  describeRow(row: number): string {
    const { top, bottom, left, right } = this.getRange();
    if (row < top || row > bottom) return nothing;
    return `${row === this.#active.row ? this.#active.column : -1} ${left} ${right}`;
  }
}

/** Reads what `describeRow` wrote. */
export function parseRowSelection(text: string): RowSelection {
  const [active = -1, left = 0, right = -1] = text.split(' ').map(Number);
  return { active, left, right };
}
