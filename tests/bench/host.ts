import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type Client, fetchCookie } from '../service/hosts/transports.ts';

const projectFolder = resolve(import.meta.dirname, '../..');
export const resourcesFolder = join(projectFolder, 'resources');

/** A loopback host in a process of its own, as `npm start` runs it. */
export interface Host {
  /** Where a browser goes first; its token works once. */
  readonly address: string;
  /** The largest memory the process had until now, in megabytes; null where the system does not tell. */
  peakMemory(): number | null;
  stop(): Promise<void>;
}

/** Starts the host over a data folder; it is there when it has told its address. */
export async function startHost(folders: { data: string; renderer: string }): Promise<Host> {
  const script = join(projectFolder, 'out/main/loopback.js');
  const args = [script, '--data', folders.data, '--renderer', folders.renderer];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  return {
    address: await readAddress(child),
    peakMemory: () => readPeakMemory(child.pid),
    stop: async () => {
      process.removeListener('exit', endWithUs);
      if (child.exitCode === null && child.kill()) await once(child, 'exit');
    },
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the host has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Yachay: (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the host ended before it told its address');
}

/** VmHWM of /proc, which Linux keeps for each process. */
function readPeakMemory(pid: number | undefined): number | null {
  if (process.platform !== 'linux') return null;
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/** The client a window has, signed in as the office's only user. Uses up the token of the address. */
export async function connectClient(host: Host): Promise<Client> {
  const client = connectWithCookie(host.address, await fetchCookie(host.address));
  const { state } = await client.setup.state();
  if (state !== 'ready') throw new Error(`the office is not ready but ${state}`);
  return client;
}

/** The client of a window that is open already, by that window's cookie. */
export function connectWithCookie(address: string, cookie: string): Client {
  const url = new URL('/rpc', address).href;
  return createORPCClient<Client>(new RPCLink({ url, headers: { cookie } }));
}
