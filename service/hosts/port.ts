import { RPCHandler } from '@orpc/server/message-port';
import { router } from '../router/router.ts';
import type { Service } from '../service.ts';

/** Electron's MessagePortMain: silent until started. */
export interface ServicePort {
  on(event: string, listener: (message?: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
  start(): void;
}

/** Answers the whole contract on one port; each port is one window with its own user. */
export function serveOnPort(service: Service, port: ServicePort): void {
  const handler = new RPCHandler(router);
  handler.upgrade(port, { context: { service, connection: { userId: null } } });
  port.start();
}
