export interface CellChange<Row extends string, Column extends string, Value> {
  readonly row: Row;
  readonly column: Column;
  /** Null empties the cell. */
  readonly value: Value | null;
}

export interface Cell<Value> {
  readonly value: Value | null;
  readonly state: 'saved' | 'saving' | 'failed';
  /** Why it could not be saved. */
  readonly error: unknown;
}

export interface CellSummary<Row extends string, Column extends string, Value> {
  /** Cells that wait for the service or are on their way to it. */
  readonly saving: number;
  readonly failed: readonly (CellChange<Row, Column, Value> & { readonly error: unknown })[];
}

type Cells<Column, Value> = ReadonlyMap<Column, Cell<Value>>;
type Save<Row extends string, Column extends string, Value> = (
  changes: readonly CellChange<Row, Column, Value>[],
) => Promise<unknown>;

const largestBatch = 1000;
const longestHistory = 200;

/**
 * The cells of a grid as the person at the keyboard sees them. What is typed shows at once and is saved behind, in
 * order; what could not be saved stays, with the reason, until it is tried again, overwritten or taken back. Each
 * row is subscribed to by itself, so that a key redraws one row and not the grid.
 */
export class CellStore<Row extends string, Column extends string, Value extends string | number> {
  readonly #save: Save<Row, Column, Value>;
  readonly #rows = new Map<Row, Cells<Column, Value>>();
  readonly #rowListeners = new Map<Row, Set<() => void>>();
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Map<string, CellChange<Row, Column, Value>>();
  readonly #failed = new Map<string, CellChange<Row, Column, Value> & { error: unknown }>();
  readonly #history: CellChange<Row, Column, Value>[][] = [];
  readonly #noCells: Cells<Column, Value> = new Map();
  #summary: CellSummary<Row, Column, Value> = { saving: 0, failed: [] };
  #onTheWay = 0;
  #isSending = false;
  #stamp = 0;

  constructor(save: Save<Row, Column, Value>) {
    this.#save = save;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSummary = (): CellSummary<Row, Column, Value> => this.#summary;

  subscribeRow(row: Row, listener: () => void): () => void {
    const listeners = this.#rowListeners.get(row) ?? new Set();
    this.#rowListeners.set(row, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** The cells of a row that hold something; the same object until one of them changes. */
  getRow(row: Row): Cells<Column, Value> {
    return this.#rows.get(row) ?? this.#noCells;
  }

  getValue(row: Row, column: Column): Value | null {
    return this.#rows.get(row)?.get(column)?.value ?? null;
  }

  /** Changes cells as one step, which `undo` takes back; answers how many really change. */
  set(changes: readonly CellChange<Row, Column, Value>[]): number {
    const before = this.#apply(changes.filter((change) => this.#differs(change)));
    if (before.length > 0) this.#history.push(before);
    if (this.#history.length > longestHistory) this.#history.shift();
    return before.length;
  }

  /** Takes the last step back; answers the cells it changed, none where there is no step left. */
  undo(): readonly CellChange<Row, Column, Value>[] {
    const step = this.#history.pop() ?? [];
    this.#apply(step);
    return step;
  }

  /** Tries once more to save what failed. */
  retry(): void {
    this.#apply([...this.#failed.values()]);
  }

  /** Names the state of the store before asking the service for it; to be handed to `load` with the answer. */
  getStamp(): number {
    return this.#stamp;
  }

  /**
   * Takes over what the service has stored. An answer to a question asked before something was typed or saved
   * would take that back, so it is left aside: the change it missed brings a new one.
   */
  load(cells: Iterable<CellChange<Row, Column, Value>>, stamp: number): void {
    if (stamp !== this.#stamp) return;
    const rows = new Map<Row, Map<Column, Cell<Value>>>();
    const put = (change: CellChange<Row, Column, Value>, cell: Cell<Value>) => {
      const row = rows.get(change.row) ?? new Map<Column, Cell<Value>>();
      rows.set(change.row, row.set(change.column, cell));
    };
    for (const cell of cells) put(cell, { value: cell.value, state: 'saved', error: null });
    for (const cell of this.#failed.values())
      put(cell, { value: cell.value, state: 'failed', error: cell.error });
    for (const row of new Set([...this.#rows.keys(), ...rows.keys()])) {
      const next = rows.get(row) ?? this.#noCells;
      if (!isSameRow(this.getRow(row), next)) this.#putRow(row, next);
    }
  }

  #differs({ row, column, value }: CellChange<Row, Column, Value>): boolean {
    const cell = this.#rows.get(row)?.get(column);
    return (cell?.value ?? null) !== value || cell?.state === 'failed';
  }

  /** Shows changes and sends them off; answers what the cells held before. */
  #apply(changes: readonly CellChange<Row, Column, Value>[]): CellChange<Row, Column, Value>[] {
    const before = changes.map(({ row, column }) => ({ row, column, value: this.getValue(row, column) }));
    for (const { row, column, value } of changes) {
      const key = keyOf(row, column);
      this.#failed.delete(key);
      this.#waiting.delete(key);
      this.#waiting.set(key, { row, column, value });
    }
    this.#show(changes, 'saving', null);
    void this.#sendAll();
    return before;
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting.values()].slice(0, largestBatch);
      for (const { row, column } of batch) this.#waiting.delete(keyOf(row, column));
      this.#onTheWay = batch.length;
      await this.#send(batch);
      this.#onTheWay = 0;
    }
    this.#isSending = false;
    this.#announce();
  }

  /** A batch is saved whole or not at all; one that fails goes again column by column, so that just the faulty stay. */
  async #send(batch: readonly CellChange<Row, Column, Value>[]): Promise<void> {
    try {
      await this.#save(batch);
      this.#settle(batch, 'saved', null);
    } catch (error) {
      const byColumn = Map.groupBy(batch, ({ column }) => column);
      if (byColumn.size === 1) this.#settle(batch, 'failed', error);
      else for (const part of byColumn.values()) await this.#send(part);
    }
  }

  #settle(batch: readonly CellChange<Row, Column, Value>[], state: 'saved' | 'failed', error: unknown): void {
    const current = batch.filter(({ row, column }) => !this.#waiting.has(keyOf(row, column)));
    if (state === 'failed') {
      for (const change of current) this.#failed.set(keyOf(change.row, change.column), { ...change, error });
    }
    this.#show(current, state, error);
  }

  #show(
    changes: readonly CellChange<Row, Column, Value>[],
    state: Cell<Value>['state'],
    error: unknown,
  ): void {
    this.#stamp += 1;
    for (const [row, cells] of Map.groupBy(changes, (change) => change.row)) {
      const next = new Map(this.getRow(row));
      for (const { column, value } of cells) next.set(column, { value, state, error });
      this.#putRow(row, next);
    }
    this.#announce();
  }

  #putRow(row: Row, cells: Cells<Column, Value>): void {
    this.#rows.set(row, cells);
    this.#rowListeners.get(row)?.forEach((listener) => listener());
  }

  #announce(): void {
    const saving = this.#waiting.size + this.#onTheWay;
    this.#summary = { saving, failed: [...this.#failed.values()] };
    this.#listeners.forEach((listener) => listener());
  }
}

function keyOf(row: string, column: string): string {
  return `${row} ${column}`;
}

function isSameRow<Column, Value>(one: Cells<Column, Value>, other: Cells<Column, Value>): boolean {
  const filled = (cells: Cells<Column, Value>) =>
    [...cells.values()].filter((cell) => cell.value !== null).length;
  return (
    filled(one) === filled(other) &&
    [...one].every(([column, cell]) => {
      const counterpart = other.get(column);
      return (counterpart?.value ?? null) === cell.value && (counterpart?.state ?? 'saved') === cell.state;
    })
  );
}
