import { Long } from 'bson';
import { encode } from './bson-value';
import type { Batch } from './cursor-table';

function element(type: number, name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);
}

function document(elements: readonly Buffer[]): Buffer {
  const length = elements.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...elements, Buffer.from([0])], length);
}

function fieldsOf(encoded: Buffer): Buffer {
  return encoded.subarray(4, -1);
}

/** Writes the reply of find, aggregate and getMore around documents that are BSON already. */
export function cursorReply(ns: string, name: 'firstBatch' | 'nextBatch', batch: Batch): Buffer {
  const docs = document(batch.docs.map((doc, at) => element(3, String(at), doc)));
  const rest = fieldsOf(encode({ id: Long.fromNumber(batch.id), ns }));
  const cursor = document([element(4, name, docs), rest]);
  return document([element(3, 'cursor', cursor), fieldsOf(encode({ ok: 1 }))]);
}
