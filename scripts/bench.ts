/**
 * `npm run bench [-- part of a name]`: runs tests/bench/*.bench.ts one after the other and prints one table.
 * `--renderer DIR` takes screens built elsewhere instead of building them.
 */
import { globSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createBenchRun } from '../tests/bench/bench-run.ts';
import type { Measure, Measurement } from '../tests/bench/measure.ts';
import { buildIfStale } from './fresh-build.ts';
import { projectRoot } from './tools.ts';

interface Benchmark {
  readonly measure: Measure;
}

const heading = ['', 'unit', 'ours', 'beside', 'ours / beside', 'aim'];

async function runBenchmarks(files: readonly string[], rendererFolder: string): Promise<Measurement[]> {
  const run = createBenchRun(rendererFolder);
  const stop = () => process.exit(130);
  for (const ending of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(ending, stop);
  process.once('exit', () => run.end());
  const measurements: Measurement[] = [];
  for (const file of files) {
    console.error(`> ${file}`);
    const benchmark: Benchmark = await import(pathToFileURL(path.join(projectRoot, file)).href);
    measurements.push(...(await benchmark.measure(run)));
  }
  return measurements;
}

function toCells({ name, unit, ours, beside = {}, aim = '' }: Measurement): string[] {
  const others = Object.entries(beside);
  return [
    name,
    unit,
    formatValue(ours),
    others.map(([other, value]) => `${other} ${formatValue(value)}`).join(', '),
    others.map(([, value]) => formatRatio(ours / value)).join(', '),
    aim,
  ];
}

/** Three significant digits, whole numbers from 100 on. */
function formatValue(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

function formatRatio(ratio: number): string {
  return String(Number(ratio.toPrecision(2)));
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `load`: how many programs wanted a processor in the last minute, before the run. Windows does not tell. */
function describeMachine(load: number): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const system = `${process.platform} ${process.arch}, ${processors.length} cores (${model}), ${memory}`;
  return `${system}, Node ${process.version}; load before the run ${load.toFixed(1)}`;
}

const { values, positionals: wanted } = parseArgs({
  options: { renderer: { type: 'string' } },
  allowPositionals: true,
});
const files = globSync('tests/bench/*.bench.ts', { cwd: projectRoot })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .toSorted();

if (values.renderer !== undefined || buildIfStale()) {
  const rendererFolder = path.resolve(values.renderer ?? path.join(projectRoot, 'out/renderer'));
  const [load = 0] = loadavg();
  const measurements = await runBenchmarks(files, rendererFolder);
  console.log(`${describeMachine(load)}\n\n${formatTable([heading, ...measurements.map(toCells)])}`);
} else {
  process.exitCode = 1;
}
