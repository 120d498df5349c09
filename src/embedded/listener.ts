import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place where clients can reach the store. */
export interface Listener {
  readonly uri: string;
  close(): Promise<void>;
}

/** Unix sockets have short paths: 104 bytes on macOS, 108 on Linux, the end mark included. */
const MAX_SOCKET_PATH = 100;

function listen(
  server: Server,
  where: { path: string } | { host: string; port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      server.on('error', () => undefined);
      resolve();
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

async function listenOnPort(server: Server): Promise<Listener> {
  await listen(server, { host: '127.0.0.1', port: 0 });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    uri: `mongodb://127.0.0.1:${String(port)}/?directConnection=true`,
    close: () => shut(server),
  };
}

async function socketFolder(dir: string, name: string): Promise<{ folder: string; own: boolean }> {
  if (Buffer.byteLength(join(dir, name)) <= MAX_SOCKET_PATH) return { folder: dir, own: false };
  return { folder: await mkdtemp(join(tmpdir(), 'store-')), own: true };
}

async function listenOnSocket(server: Server, dir: string, name: string): Promise<Listener> {
  const { folder, own } = await socketFolder(dir, name);
  const path = join(folder, name);
  await listen(server, { path });
  await chmod(path, 0o600);
  return {
    uri: `mongodb://${encodeURIComponent(path)}/?directConnection=true`,
    async close() {
      await shut(server);
      await rm(own ? folder : path, { recursive: own, force: true });
    },
  };
}

/**
 * Listens for clients on a private Unix socket in the folder, or beside it in the temporary folder
 * where the path would be too long; on Windows on a loopback port.
 */
export function listenFor(
  dir: string,
  name: string,
  welcome: (socket: Socket) => void,
): Promise<Listener> {
  const server = createServer(welcome);
  return process.platform === 'win32' ? listenOnPort(server) : listenOnSocket(server, dir, name);
}
