import { randomUUID } from 'node:crypto';
import type { NetConnectOpts } from 'node:net';
import { type Store, connectStore } from '../../src/adapters/mongo/connect';
import { openEmbeddedStore } from '../../src/embedded/embedded-store';
import type { Clock } from '../../src/ports';
import { openRelay } from './relay';
import { temporaryFolder } from './temporary-folder';

/** A database that goes away and comes back. */
export interface FrailStore {
  readonly store: Store;
  /** Breaks every connection, in the middle of whatever goes on, and stops the server. */
  fall(): Promise<void>;
  /** Starts the server again on the same data. */
  rise(): Promise<void>;
  close(): Promise<void>;
}

/** Whoever asks gives up sooner than in real life, so that a minute without it can be played in a second. */
const patienceMs = 200;

/** The embedded store, or the MongoDB that `MONGODB_URI` names, which is only cut off. */
export async function openFrailStore(clock: Clock): Promise<FrailStore> {
  const server = await openServer(clock);
  const relay = await openRelay(addressOf(server.uri()));
  const uri = `mongodb://${relay.address}/?directConnection=true`;
  const store = await connectStore(uri, `test-${randomUUID()}`, patienceMs);
  return {
    store,
    async fall() {
      await relay.cut();
      await server.stop();
    },
    async rise() {
      await server.start();
      relay.mend(addressOf(server.uri()));
    },
    async close() {
      await store.dropDatabase();
      await store.close();
      await relay.close();
      await server.remove();
    },
  };
}

async function openServer(clock: Clock) {
  const given = process.env['MONGODB_URI'];
  const nothing = () => Promise.resolve();
  if (given) return { uri: () => given, stop: nothing, start: nothing, remove: nothing };
  const folder = await temporaryFolder();
  const open = async () => {
    const opened = await openEmbeddedStore({ dir: folder.path, clock: () => clock.now() });
    if (!opened.ok) throw new Error(opened.why);
    return opened.store;
  };
  let running = await open();
  return {
    uri: () => running.uri,
    stop: () => running.stop(),
    async start() {
      running = await open();
    },
    async remove() {
      await running.stop();
      await folder.remove();
    },
  };
}

/** Where a server listens: on a Unix socket, or at `host:port`. */
function addressOf(uri: string): NetConnectOpts {
  const place = decodeURIComponent(/^mongodb:\/\/([^/?,]+)/u.exec(uri)?.[1] ?? '');
  const [host = '', port = '27017'] = place.split(':');
  return place.startsWith('/') ? { path: place } : { host, port: Number(port) };
}
