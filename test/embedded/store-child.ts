import { openEmbeddedStore } from '../../src/embedded/embedded-store';

/** Serves the folder named on the command line until it is killed. */
async function main(): Promise<void> {
  const opened = await openEmbeddedStore({ dir: process.argv[2] ?? '' });
  const said = opened.ok ? { uri: opened.store.uri } : opened;
  process.stdout.write(`${JSON.stringify(said)}\n`);
  if (opened.ok) process.on('SIGTERM', () => void opened.store.stop().then(() => process.exit(0)));
}

void main();
