import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/**
 * Behaves like Electron's MessagePortMain over a real port of Node: messages are structured clones, they come
 * as `{ data, ports }`, nothing arrives before `start()`, and there is no `addEventListener`.
 */
export class PortDouble extends EventEmitter {
  readonly nodePort: MessagePort;

  constructor(nodePort: MessagePort) {
    super();
    this.nodePort = nodePort;
    nodePort.on('close', () => this.emit('close'));
  }

  start(): void {
    this.nodePort.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
  }

  postMessage(data: unknown): void {
    this.nodePort.postMessage(data);
  }

  close(): void {
    this.nodePort.close();
  }
}

export function createPortPair(): [PortDouble, PortDouble] {
  const { port1, port2 } = new MessageChannel();
  return [new PortDouble(port1), new PortDouble(port2)];
}
