import type { Settings } from './config';
import { type Store, connectStore } from './adapters/mongo/connect';
import { whyNoDataFolder } from './data-folder';
import { openEmbeddedStore, runningStoreUri } from './embedded/embedded-store';

/** An open database, or one clear line why there is none. */
export type StoreOpened =
  | {
      readonly ok: true;
      readonly store: Store;
      /** Whether only one process can have it open. */
      readonly exclusive: boolean;
      close(): Promise<void>;
    }
  | { readonly ok: false; readonly why: string };

/** Opens the database the settings name: MongoDB, or the embedded store in `DATA_DIR`. */
export async function openStore(settings: Settings): Promise<StoreOpened> {
  if (settings.MONGODB_URI !== undefined)
    return connected(settings.MONGODB_URI, false, nothingElse);
  const why = await whyNoDataFolder(settings.DATA_DIR);
  if (why !== undefined) return { ok: false, why };
  const opened = await openEmbeddedStore({ dir: storeDir(settings) });
  if (opened.ok) return connected(opened.store.uri, true, () => opened.store.stop());
  return { ok: false, why: opened.why };
}

/** Opens the database beside a running bot: joins its store, or opens the store when no bot runs. */
export async function joinStore(settings: Settings): Promise<StoreOpened> {
  if (settings.MONGODB_URI !== undefined) return openStore(settings);
  let opened = await joinOrOpen(settings);
  // Another command may come or go between the look and the opening.
  for (let tries = 1; !opened.ok && tries < 3; tries += 1) opened = await joinOrOpen(settings);
  return opened;
}

async function joinOrOpen(settings: Settings): Promise<StoreOpened> {
  const running = await runningStoreUri(storeDir(settings));
  return running === undefined ? openStore(settings) : connected(running, false, nothingElse);
}

const storeDir = ({ DATA_DIR }: Settings) => `${DATA_DIR}/store`;
const nothingElse = () => Promise.resolve();

async function connected(
  uri: string,
  exclusive: boolean,
  closeServer: () => Promise<void>,
): Promise<StoreOpened> {
  try {
    const store = await connectStore(uri);
    return {
      ok: true,
      store,
      exclusive,
      async close() {
        await store.close();
        await closeServer();
      },
    };
  } catch (error) {
    await closeServer();
    return { ok: false, why: whyNotConnected(error) };
  }
}

/** The driver's own message may name the server's address, and never the password. */
const whyNotConnected = (error: unknown) =>
  `MongoDB cannot be reached with MONGODB_URI: is it running, and are address and password right? (${
    error instanceof Error ? error.message.split('\n')[0] : 'unknown error'
  })`;
