import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ShellBridge } from '../../domain/shell-bridge.ts';
import type { ServiceClient } from './api.tsx';
import { findShell } from './shell.ts';

/** Waits for the port that Electron's main process hands over; listens before asking, as the bridge demands. */
function receiveServicePort(shell: ShellBridge): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const receive = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'service-port' || port === undefined) return;
      window.removeEventListener('message', receive);
      port.start();
      resolve(port);
    };
    window.addEventListener('message', receive);
    shell.requestServicePort().catch(reject);
  });
}

type PortCall = PortLink<Record<never, never>>['call'];

/** One link over the port of the moment: when the service ends, its port closes and the next call asks anew. */
function createShellLink(shell: ShellBridge): { call: PortCall } {
  let link: Promise<PortLink<Record<never, never>>> | null = null;
  const connect = async () => {
    const port = await receiveServicePort(shell);
    port.addEventListener('close', () => {
      link = null;
    });
    return new PortLink({ port });
  };
  return {
    call: async (...args) => {
      link ??= connect();
      return (await link).call(...args);
    },
  };
}

/** The client of the service: over Electron's message port if there is a shell, otherwise over HTTP. */
export function createServiceClient(): ServiceClient {
  const shell = findShell();
  const link =
    shell === undefined ? new FetchLink({ url: `${location.origin}/rpc` }) : createShellLink(shell);
  return createORPCClient<ServiceClient>(link);
}
