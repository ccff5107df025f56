import { MessageChannelMain, type MessagePortMain } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startService, type ServiceProcess } from '../../electron/service-process.ts';
import { lastChild, resetElectron, utilityProcess } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const askToRetry = vi.fn<(exitCode: number) => Promise<boolean>>();
const giveUp = vi.fn<() => void>();
let now = 0;

function start(): ServiceProcess {
  return startService({
    modulePath: '/service.js',
    dataFolder: '/data',
    resourcesFolder: '/resources',
    now: () => now,
    askToRetry,
    giveUp,
  });
}

async function endService(exitCode: number): Promise<void> {
  lastChild().emit('exit', exitCode);
  await new Promise(setImmediate);
}

function newPort(): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  port2.close();
  return port1;
}

beforeEach(() => {
  resetElectron();
  now = 0;
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the service process', () => {
  it('receives every port as it comes', () => {
    const service = start();
    const port = newPort();
    service.connect(port);
    expect(lastChild().received).toEqual([{ message: { type: 'connect' }, ports: [port] }]);
  });

  it('whose data another Yachay works with is not started again before the user is asked', async () => {
    askToRetry.mockResolvedValue(false);
    start();
    await endService(3);
    expect(askToRetry).toHaveBeenCalledWith(3);
    expect(utilityProcess.children).toHaveLength(1);
  });

  it('is started again twice without a word when it ends by itself', async () => {
    start();
    await endService(1);
    await endService(1);
    expect(utilityProcess.children).toHaveLength(3);
    expect(askToRetry).not.toHaveBeenCalled();
  });

  it('asks the third time within a minute, and starts again if that is the answer', async () => {
    start();
    askToRetry.mockResolvedValue(true);
    await endService(1);
    await endService(1);
    await endService(7);
    expect(askToRetry).toHaveBeenCalledExactlyOnceWith(7);
    expect(utilityProcess.children).toHaveLength(4);
    await endService(1);
    expect(askToRetry).toHaveBeenCalledOnce();
  });

  it('stays down when the user gives up', async () => {
    start();
    askToRetry.mockResolvedValue(false);
    await endService(1);
    await endService(1);
    await endService(7);
    expect(giveUp).toHaveBeenCalledOnce();
    expect(utilityProcess.children).toHaveLength(3);
  });

  it('does not add up ends that lie further apart', async () => {
    start();
    for (let end = 0; end < 5; end += 1) {
      await endService(1);
      now += 31_000;
    }
    expect(askToRetry).not.toHaveBeenCalled();
    expect(utilityProcess.children).toHaveLength(6);
  });

  it('keeps the ports that come while the user is asked', async () => {
    const service = start();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    askToRetry.mockReturnValue(promise);
    await endService(1);
    await endService(1);
    await endService(1);
    const port = newPort();
    service.connect(port);
    resolve(true);
    await new Promise(setImmediate);
    expect(lastChild().received).toEqual([{ message: { type: 'connect' }, ports: [port] }]);
  });

  it('ends when told, and is not started again', async () => {
    const service = start();
    lastChild().on('received', () => lastChild().emit('exit', 0));
    await service.stop();
    expect(lastChild().received).toEqual([{ message: { type: 'shutdown' }, ports: [] }]);
    expect(lastChild().kill).not.toHaveBeenCalled();
    expect(utilityProcess.children).toHaveLength(1);
  });

  it('is ended by force when it does not answer', async () => {
    vi.useFakeTimers();
    const service = start();
    const stopped = service.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    await stopped;
    expect(lastChild().kill).toHaveBeenCalledOnce();
  });
});
