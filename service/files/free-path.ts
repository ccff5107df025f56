import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A path that is not taken: names tell the minute, and within one they repeat. */
export async function findFreePath(path: string): Promise<string> {
  const [, stem = '', ending = ''] = /^(.*?)(\.db(?:\.age)?|\.yachay)$/.exec(basename(path)) ?? [];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : join(dirname(path), `${stem}-${number}${ending}`);
    const isTaken = await stat(candidate).then(
      () => true,
      () => false,
    );
    if (!isTaken) return candidate;
  }
}
