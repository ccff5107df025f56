import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = path.resolve(import.meta.dirname, '../../scripts');

/** A project of its own, whose command prints what it was given and whose npm is a stand-in. */
let project = '';

const command = `
  process.exitCode = 2;
  if (process.argv[2] === 'wait') {
    process.on('SIGTERM', () => process.exit(7));
    setInterval(() => {}, 1000);
  }
  process.stdout.write(JSON.stringify({ args: process.argv.slice(2), folder: process.cwd() }));
`;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'yachay-run-'));
  for (const file of ['run.mjs', 'set-up.mjs']) cpSync(path.join(scripts, file), inProject('scripts', file));
  mkdirSync(inProject('service/cli'), { recursive: true });
  mkdirSync(inProject('somewhere'));
  writeFileSync(inProject('service/cli/main.ts'), command);
  writeFileSync(inProject('package.json'), '{"type":"module"}');
  writeFileSync(inProject('package-lock.json'), '{}');
  writeNpm("require('fs').mkdirSync('node_modules', { recursive: true }); console.log('installed');");
});

afterEach(() => rmSync(project, { recursive: true }));

function inProject(...parts: string[]): string {
  return path.join(project, ...parts);
}

function writeNpm(body: string): void {
  mkdirSync(inProject('npm'), { recursive: true });
  writeFileSync(inProject('npm/package.json'), '{}');
  writeFileSync(inProject('npm/npm-cli.js'), body);
}

function environment(initialFolder: string) {
  return { ...process.env, npm_execpath: inProject('npm/npm-cli.js'), INIT_CWD: initialFolder };
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inProject('scripts/run.mjs'), ...args], {
    cwd: project,
    env: environment(inProject('somewhere')),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const answer = (...args: string[]) => JSON.stringify({ args, folder: inProject('somewhere') });

describe('the starter of every npm command', () => {
  it('names the commands when asked for another one', () => {
    const { status, stdout, stderr } = run('fly');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('start|test|verify|bench|graph|kill|yachay');
  });

  it('installs once, and keeps standard output and exit status for the command', () => {
    const first = run('yachay', '--json', 'two words');
    expect({ status: first.status, stdout: first.stdout }).toEqual({
      status: 2,
      stdout: answer('--json', 'two words'),
    });
    expect(first.stderr).toContain('installed');
    expect(run('yachay')).toEqual({ status: 2, stdout: answer(), stderr: '' });
  });

  it('installs again when the lock has changed', () => {
    run('yachay');
    writeFileSync(inProject('package-lock.json'), '{"lockfileVersion":3}');
    expect(run('yachay').stderr).toContain('installed');
  });

  it('says what to do when installing fails, and leaves no stamp', () => {
    writeNpm("require('fs').mkdirSync('node_modules', { recursive: true }); process.exitCode = 1;");
    const { status, stdout, stderr } = run('yachay');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('Revise la conexión a internet');
    expect(existsSync(inProject('node_modules/.setup-stamp'))).toBe(false);
  });

  it('hands signals over to the command', async () => {
    const child = spawn(process.execPath, [inProject('scripts/run.mjs'), 'yachay', 'wait'], {
      cwd: project,
      env: environment(project),
    });
    child.stdout.once('data', () => child.kill('SIGTERM'));
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(status).toBe(7);
  });
});
