import { type NetConnectOpts, type Socket, connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A way to a server that can be cut and mended, as networks do. */
export interface Relay {
  /** `host:port` of this end. */
  readonly address: string;
  /**
   * Breaks every connection, one after the other; whoever comes from now on is turned away at once.
   *
   * All at once would meet a race of the driver (7.8) with servers that do not stream their state, as
   * the embedded one: asking after the server on a connection that is destroyed and not yet closed,
   * it waits for ever. A real MongoDB streams.
   */
  cut(): Promise<void>;
  /** Lets everybody through again, to the server that is there now. */
  mend(target: NetConnectOpts): void;
  close(): Promise<void>;
}

const apartMs = 2;

/** Opens a way to a server on a loopback port. */
export async function openRelay(target: NetConnectOpts): Promise<Relay> {
  let to: NetConnectOpts | undefined = target;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    open.add(near);
    near.once('close', () => open.delete(near));
    near.on('error', () => undefined);
    if (!to) return void near.destroy();
    const far = connect(to);
    far.on('error', () => near.destroy());
    far.once('close', () => near.destroy());
    near.once('close', () => far.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const cut = async () => {
    to = undefined;
    for (const socket of open) {
      socket.destroy();
      await pause(apartMs);
    }
  };
  return {
    address: `127.0.0.1:${port}`,
    cut,
    mend: (next) => void (to = next),
    async close() {
      await cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
