import { randomInt } from 'node:crypto';
import { refuse } from './mongo-error';
import { pacer } from './pause';

/** Gives documents as BSON; undefined means that a document was looked at and passed over. */
export type Source = Iterator<Buffer | undefined>;

interface Cursor {
  readonly ns: string;
  readonly source: Source;
  ahead: Buffer | undefined;
  usedAt: number;
}

/** A portion of a cursor's documents and the cursor's number, 0 when there are no more. */
export interface Batch {
  readonly docs: readonly Buffer[];
  readonly id: number;
}

/** The cursors that wait for getMore. */
export interface CursorTable {
  open(ns: string, source: Source, size: number, single: boolean): Promise<Batch>;
  more(id: number, ns: string, size: number): Promise<Batch>;
  kill(id: number): boolean;
}

const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const IDLE_MS = 10 * 60_000;

/** Reads the next document, letting other work run now and then while many are passed over. */
async function next(source: Source): Promise<Buffer | undefined> {
  const pace = pacer();
  for (;;) {
    const step = source.next();
    if (step.done === true) return undefined;
    if (step.value) return step.value;
    await pace();
  }
}

async function take(cursor: Cursor, size: number): Promise<Buffer[]> {
  const docs: Buffer[] = [];
  const pace = pacer();
  let bytes = 0;
  while (docs.length < size) {
    const doc = cursor.ahead ?? (await next(cursor.source));
    cursor.ahead = doc;
    if (!doc || (docs.length > 0 && bytes + doc.length > MAX_BATCH_BYTES)) return docs;
    docs.push(doc);
    bytes += doc.length;
    cursor.ahead = undefined;
    await pace();
  }
  cursor.ahead = await next(cursor.source);
  return docs;
}

/** Makes an empty table; a cursor nobody asks for during ten minutes is dropped. */
export function cursorTable(now: () => number): CursorTable {
  const cursors = new Map<number, Cursor>();
  const dropIdle = (): void => {
    for (const [id, { usedAt }] of cursors) if (now() - usedAt > IDLE_MS) cursors.delete(id);
  };
  return {
    async open(ns, source, size, single) {
      dropIdle();
      const cursor: Cursor = { ns, source, ahead: undefined, usedAt: now() };
      const docs = size === 0 ? [] : await take(cursor, size);
      if (single || (size > 0 && !cursor.ahead)) return { docs, id: 0 };
      const id = randomInt(1, 2 ** 47);
      cursors.set(id, cursor);
      return { docs, id };
    },
    async more(id, ns, size) {
      const cursor = cursors.get(id);
      if (cursor?.ns !== ns) return refuse(43, `cursor id ${String(id)} not found`);
      cursors.delete(id);
      const docs = await take(cursor, size);
      if (!cursor.ahead) return { docs, id: 0 };
      cursors.set(id, { ...cursor, usedAt: now() });
      return { docs, id };
    },
    kill: (id) => cursors.delete(id),
  };
}
