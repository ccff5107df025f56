import { describe, expect, test } from 'vitest';
import { type CellChange, CellStore } from '../../../renderer/lib/cell-store.ts';

type Change = CellChange<string, string, string>;

/** A service that answers when the test says so, and remembers what it was asked. */
function createSlowService() {
  const batches: (readonly Change[])[] = [];
  const waiting: { resolve(): void; reject(error: unknown): void }[] = [];
  const save = (changes: readonly Change[]) => {
    batches.push(changes);
    return new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
  };
  const settle = async (error?: unknown) => {
    const call = waiting.shift();
    if (error === undefined) call?.resolve();
    else call?.reject(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { batches, save, settle };
}

const cell = (row: string, column: string, value: string | null): Change => ({ row, column, value });

function createStore() {
  const service = createSlowService();
  return { service, store: new CellStore<string, string, string>(service.save) };
}

describe('a cell', () => {
  test('shows what is typed before it is saved', async () => {
    const { service, store } = createStore();
    store.set([cell('ana', 's1', 'P')]);
    expect(store.getRow('ana').get('s1')).toMatchObject({ value: 'P', state: 'saving' });
    await service.settle();
    expect(store.getRow('ana').get('s1')).toMatchObject({ value: 'P', state: 'saved' });
  });

  test('that could not be saved keeps its value and the reason until it is tried again', async () => {
    const { service, store } = createStore();
    const fault = new Error('no disk');
    store.set([cell('ana', 's1', 'P')]);
    await service.settle(fault);
    expect(store.getRow('ana').get('s1')).toEqual({ value: 'P', state: 'failed', error: fault });
    expect(store.getSummary().failed).toEqual([{ ...cell('ana', 's1', 'P'), error: fault }]);
    store.retry();
    await service.settle();
    expect(store.getRow('ana').get('s1')).toMatchObject({ value: 'P', state: 'saved' });
    expect(store.getSummary()).toEqual({ saving: 0, failed: [] });
  });

  test('overwritten while it is being saved ends with the later value', async () => {
    const { service, store } = createStore();
    store.set([cell('ana', 's1', 'P')]);
    store.set([cell('ana', 's1', 'F')]);
    await service.settle();
    expect(store.getRow('ana').get('s1')).toMatchObject({ value: 'F', state: 'saving' });
    await service.settle();
    expect(service.batches).toEqual([[cell('ana', 's1', 'P')], [cell('ana', 's1', 'F')]]);
    expect(store.getRow('ana').get('s1')).toMatchObject({ value: 'F', state: 'saved' });
  });
});

describe('saving', () => {
  test('goes in order, one batch at a time, with all that was typed meanwhile', async () => {
    const { service, store } = createStore();
    for (const row of ['ana', 'beto', 'cira']) store.set([cell(row, 's1', 'P')]);
    expect(store.getSummary().saving).toBe(3);
    await service.settle();
    await service.settle();
    expect(service.batches.map((batch) => batch.map(({ row }) => row))).toEqual([['ana'], ['beto', 'cira']]);
    expect(store.getSummary().saving).toBe(0);
  });

  test('goes column by column after a refusal, so that just the faulty column stays unsaved', async () => {
    const { service, store } = createStore();
    store.set([cell('ana', 's1', 'P'), cell('ana', 's2', 'P')]);
    await service.settle(new Error('one of them is closed'));
    await service.settle();
    await service.settle(new Error('closed'));
    expect(store.getRow('ana').get('s1')?.state).toBe('saved');
    expect(store.getRow('ana').get('s2')?.state).toBe('failed');
  });
});

describe('taking back', () => {
  test('restores each cell of the last step, and then the step before', async () => {
    const { service, store } = createStore();
    store.set([cell('ana', 's1', 'P')]);
    store.set([cell('ana', 's1', 'F'), cell('beto', 's1', 'F')]);
    expect(store.undo()).toEqual([cell('ana', 's1', 'P'), cell('beto', 's1', null)]);
    expect(store.getValue('ana', 's1')).toBe('P');
    store.undo();
    expect(store.getValue('ana', 's1')).toBeNull();
    expect(store.undo()).toEqual([]);
    await service.settle();
  });

  test('passes over what changed nothing', () => {
    const { store } = createStore();
    store.set([cell('ana', 's1', 'P')]);
    expect(store.set([cell('ana', 's1', 'P')])).toBe(0);
    expect(store.undo()).toEqual([cell('ana', 's1', null)]);
  });
});

describe('what the service has stored', () => {
  test('replaces what is on screen and tells just the rows that change', () => {
    const { store } = createStore();
    const told: string[] = [];
    for (const row of ['ana', 'beto']) store.subscribeRow(row, () => told.push(row));
    store.load([cell('ana', 's1', 'P'), cell('beto', 's1', 'P')], store.getStamp());
    store.load([cell('ana', 's1', 'P')], store.getStamp());
    expect(told).toEqual(['ana', 'beto', 'beto']);
    expect(store.getValue('beto', 's1')).toBeNull();
  });

  test('is left aside if something was typed after it was asked for', async () => {
    const { service, store } = createStore();
    const stamp = store.getStamp();
    store.set([cell('ana', 's1', 'P')]);
    store.load([], stamp);
    await service.settle();
    store.load([], stamp);
    expect(store.getValue('ana', 's1')).toBe('P');
  });

  test('never takes away what could not be saved', async () => {
    const { service, store } = createStore();
    store.set([cell('ana', 's1', 'P')]);
    await service.settle(new Error('no disk'));
    store.load([cell('ana', 's1', 'F')], store.getStamp());
    expect(store.getRow('ana').get('s1')).toMatchObject({ value: 'P', state: 'failed' });
  });
});
