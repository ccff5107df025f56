import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type Client, fetchCookie } from '../service/hosts/transports.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

/** The real service in a process of its own, which can be ended as a power cut ends it. */
export interface KillableHost {
  readonly client: Client;
  /** SIGKILL: nothing of it runs any more when this resolves. */
  kill(): Promise<void>;
}

/** Starts the service as `npm start` does; `onStart` has the process before it answers, for killing it that early. */
export async function startHost(
  dataFolder: string,
  onStart?: (kill: () => Promise<void>) => void,
): Promise<KillableHost | null> {
  const script = join(projectFolder, 'service/hosts/loopback-main.ts');
  const renderer = join(projectFolder, 'resources/icons');
  const child = spawn(process.execPath, [script, '--data', dataFolder, '--renderer', renderer], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => killChild(child);
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.removeListener('exit', endWithUs));
  onStart?.(kill);
  const address = await readAddress(child);
  if (address === null) return null;
  try {
    return { client: await connect(address), kill };
  } catch (error) {
    // Killed between its first word and its first answer.
    if (child.killed) return null;
    throw error;
  }
}

async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Null where the process ended before it told its address: it was killed. Throws where it ended by itself. */
async function readAddress(child: ChildProcess): Promise<string | null> {
  if (child.stdout === null || child.stderr === null) throw new Error('the service has no output');
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Yachay: (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  if (child.signalCode === 'SIGKILL') return null;
  throw new Error(`the service did not start: ${errors}`);
}

async function connect(address: string): Promise<Client> {
  const cookie = await fetchCookie(address);
  const client: Client = createORPCClient(
    new RPCLink({ url: new URL('/rpc', address).href, headers: { cookie } }),
  );
  await client.setup.state();
  return client;
}
