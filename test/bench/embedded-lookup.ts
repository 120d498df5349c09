import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openEmbeddedStore } from '../../src/embedded/embedded-store';

const DOCUMENTS = 10_000;
const LOOKUPS = { indexed: 500, unindexed: 15 };
const WANTED_RATIO = 50;

type Things = mongoose.mongo.Collection<{ number: number; same: number; text: string }>;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

async function timed(count: number, lookUp: (number: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const number = Math.floor(((at + 0.5) / count) * DOCUMENTS);
    const start = performance.now();
    if (!(await lookUp(number))) throw new Error(`document ${String(number)} was not found`);
    times.push(performance.now() - start);
  }
  return median(times);
}

async function fill(things: Things): Promise<void> {
  const text = 'an ordinary document of some two hundred bytes '.repeat(4);
  await things.insertMany(
    Array.from({ length: DOCUMENTS }, (_, number) => ({ number, same: number, text })),
  );
  await things.createIndexes([{ key: { number: 1 } }]);
}

async function measure(things: Things): Promise<void> {
  await fill(things);
  const byIndex = (number: number) => things.findOne({ number });
  const byScan = (same: number) => things.findOne({ same });
  // The first lookups measure the compiler, not the store.
  await timed(LOOKUPS.indexed, byIndex);
  await timed(2, byScan);
  const indexed = await timed(LOOKUPS.indexed, byIndex);
  const unindexed = await timed(LOOKUPS.unindexed, byScan);
  const ratio = unindexed / indexed;
  console.log(
    `embedded store, findOne among ${String(DOCUMENTS)}: indexed ${indexed.toFixed(3)} ms, unindexed ${unindexed.toFixed(1)} ms, ratio ${ratio.toFixed(0)} (wanted ${String(WANTED_RATIO)})`,
  );
}

/** Prints how much faster the embedded store finds one of 10,000 documents by an index than without. */
export async function embeddedLookup(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-'));
  const opened = await openEmbeddedStore({ dir });
  if (!opened.ok) throw new Error(opened.why);
  const client = await new mongoose.mongo.MongoClient(opened.store.uri).connect();
  try {
    await measure(client.db('bench').collection('things'));
  } finally {
    await client.close();
    await opened.store.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
