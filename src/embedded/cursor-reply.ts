import { Long } from 'bson';
import { encode } from './bson-value';
import type { Batch } from './cursor-table';

const DOCUMENT = 3;
const ARRAY = 4;
const END = Buffer.from([0]);

function int32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(value);
  return bytes;
}

const headOf = (type: number, name: string): Buffer =>
  Buffer.concat([Buffer.from([type]), Buffer.from(name), END]);

const lengthOf = (parts: readonly Buffer[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0);

/** The parts of a document around those of its elements. */
const document = (elements: readonly Buffer[]): readonly Buffer[] => [
  int32(lengthOf(elements) + 5),
  ...elements,
  END,
];

const fieldsOf = (encoded: Buffer): Buffer => encoded.subarray(4, -1);

const CURSOR = headOf(DOCUMENT, 'cursor');
const OK = fieldsOf(encode({ ok: 1 }));

/** Writes the reply of find, aggregate and getMore around documents that are BSON already. */
export function cursorReply(ns: string, name: 'firstBatch' | 'nextBatch', batch: Batch): Buffer {
  const docs = document(batch.docs.flatMap((doc, at) => [headOf(DOCUMENT, String(at)), doc]));
  const rest = fieldsOf(encode({ id: Long.fromNumber(batch.id), ns }));
  const cursor = document([headOf(ARRAY, name), ...docs, rest]);
  return Buffer.concat(document([CURSOR, ...cursor, OK]));
}
