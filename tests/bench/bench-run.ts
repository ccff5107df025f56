import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BigOffice, createBigOffice } from './big-office.ts';
import { type Host, startHost } from './host.ts';
import { createTenYearOffice, databaseFile } from './ten-year-office.ts';

/** What the benchmarks of one run share. */
export interface BenchRun {
  readonly rendererFolder: string;
  /** A new empty folder; it is removed with the run. */
  createFolder(): string;
  /** The office of 100,000 people, made at the first call. */
  getBigOffice(): Promise<BigOffice>;
  /** The data folder of an office of ten years, to be changed at will; the office itself is made at the first call. */
  copyTenYearOffice(): Promise<string>;
  /** Lets a host work for a while; it ends with the work. */
  withHost<Answer>(dataFolder: string, work: (host: Host) => Promise<Answer>): Promise<Answer>;
  /** Removes all that the run left on the disk. */
  end(): void;
}

export function createBenchRun(rendererFolder: string): BenchRun {
  const folder = mkdtempSync(join(tmpdir(), 'yachay-bench-'));
  const createFolder = () => mkdtempSync(join(folder, 'data-'));
  let bigOffice: Promise<BigOffice> | null = null;
  let tenYearOffice: Promise<string> | null = null;
  return {
    rendererFolder,
    createFolder,
    getBigOffice: () => (bigOffice ??= createBigOffice(createFolder())),
    copyTenYearOffice: async () => {
      const original = await (tenYearOffice ??= makeTenYearOffice(createFolder()));
      const copy = createFolder();
      copyFileSync(databaseFile(original), databaseFile(copy));
      return copy;
    },
    withHost: async (data, work) => {
      const host = await startHost({ data, renderer: rendererFolder });
      try {
        return await work(host);
      } finally {
        await host.stop();
      }
    },
    end: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

async function makeTenYearOffice(folder: string): Promise<string> {
  await createTenYearOffice(folder);
  return folder;
}
