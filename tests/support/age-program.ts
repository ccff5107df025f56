import { spawnSync } from 'node:child_process';

/** Opens a file locked with a passphrase by the age program of the system. Throws with what it said if it cannot. */
export function openWithAge(locked: string, passphrase: string, target: string): void {
  const command = ['age', '-d', '-o', target, locked];
  // age asks at the terminal only; script lends it one.
  const words =
    process.platform === 'darwin'
      ? ['-q', '/dev/null', ...command]
      : ['-qec', command.join(' '), '/dev/null'];
  const { status, stdout } = spawnSync('script', words, { input: `${passphrase}\n`, encoding: 'utf8' });
  if (status !== 0) throw new Error(`age ended with ${status}: ${stdout}`);
}
