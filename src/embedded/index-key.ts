import { createHash } from 'node:crypto';
import { Double, Int32, type ObjectId, type Timestamp } from 'bson';
import {
  bytesOf,
  codeText,
  type Fraction,
  fractionOf,
  RANK,
  rankOf,
  regexParts,
  textOf,
} from './bson-order';
import { toNumber, type Doc } from './bson-value';

/** Longest encoded key; LMDB takes 1978 bytes, the rest is for the index's and the record's number. */
export const MAX_KEY_BYTES = 1900;

/** The bytes of one index entry; lossy where they tell equality but no longer the exact order. */
export interface IndexKey {
  readonly bytes: Buffer;
  readonly lossy: boolean;
}

interface Writer {
  readonly parts: Buffer[];
  lossy: boolean;
}

const END = Buffer.from([0]);
const byte = (value: number): Buffer => Buffer.from([value]);

function digest(text: string | Buffer): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Text ends with two zero bytes; a zero byte inside is followed by 0xff, which keeps the order. */
function writeText(writer: Writer, text: string): void {
  const bytes = Buffer.from(text);
  if (!bytes.includes(0)) return void writer.parts.push(bytes, END, END);
  const escaped: number[] = [];
  for (const value of bytes) escaped.push(...(value === 0 ? [0, 0xff] : [value]));
  writer.parts.push(Buffer.from(escaped), END, END);
}

/** Turns a double's bits so that they sort as bytes: negative numbers inverted, positive ones above. */
function sortableDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (Number.isNaN(value)) return bytes.fill(0);
  if ((bytes[0] ?? 0) < 0x80) bytes[0] = (bytes[0] ?? 0) | 0x80;
  else for (const [at, part] of bytes.entries()) bytes[at] = ~part & 0xff;
  return bytes;
}

const TINY = 2 ** -1022;
const SCALE = 1n << 79n;

function ulpOf(value: number): Fraction {
  const exponent = Math.floor(Math.log2(Math.abs(value))) - 53;
  return exponent >= 0
    ? { top: 1n << BigInt(exponent), bottom: 1n }
    : { top: 1n, bottom: 1n << BigInt(-exponent) };
}

function bytesOfBigInt(value: bigint, length: number): Buffer {
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
}

function reducedText({ top, bottom }: Fraction): string {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) [a, b] = [b, a % b];
  return `${String(top / a)}/${String(bottom / a)}`;
}

/** How far a number lies from its nearest double: 0x80 for not at all, else a side and a distance. */
function writeRemainder(writer: Writer, value: unknown, near: number): void {
  const [exact, base] = [fractionOf(value), fractionOf(near)];
  const gap = exact.top * base.bottom - base.top * exact.bottom;
  if (gap === 0n) return void writer.parts.push(byte(0x80));
  const side = byte(gap < 0n ? 0x7f : 0x81);
  if (Math.abs(near) < TINY || Math.abs(near) === Number.MAX_VALUE) {
    writer.lossy = true;
    return void writer.parts.push(side, digest(reducedText(exact)));
  }
  const ulp = ulpOf(near);
  const steps = (gap * ulp.bottom * SCALE) / (exact.bottom * base.bottom * ulp.top);
  writer.parts.push(side, bytesOfBigInt(steps + 4n * SCALE, 11));
}

function writeNumber(writer: Writer, value: unknown): void {
  const near = toNumber(value) ?? 0;
  if (Number.isNaN(near) || String(value).includes('Infinity'))
    return void writer.parts.push(sortableDouble(near), byte(0x80));
  const finite = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, near));
  writer.parts.push(sortableDouble(finite));
  if (typeof value === 'number' || value instanceof Int32 || value instanceof Double)
    writer.parts.push(byte(0x80));
  else writeRemainder(writer, value, finite);
}

function writeBinary(writer: Writer, value: unknown): void {
  const { subtype, bytes } = bytesOf(value);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length);
  head[4] = subtype;
  writer.parts.push(head, bytes);
}

function writeDate(writer: Writer, value: Date): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(value.getTime()) + (1n << 63n)));
  writer.parts.push(bytes);
}

function writeEntries(writer: Writer, value: Doc, named: boolean): void {
  for (const [name, field] of Object.entries(value)) {
    writer.parts.push(byte(rankOf(field)));
    if (named) writeText(writer, name);
    writeBody(writer, field);
  }
  writer.parts.push(END);
}

const BODY = new Map<number, (writer: Writer, value: unknown) => void>([
  [RANK.number, writeNumber],
  [RANK.string, (writer, value) => writeText(writer, textOf(value))],
  [RANK.object, (writer, value) => writeEntries(writer, value as Doc, true)],
  [RANK.array, (writer, value) => writeEntries(writer, value as Doc, false)],
  [RANK.binary, writeBinary],
  [RANK.objectId, (writer, value) => void writer.parts.push(Buffer.from((value as ObjectId).id))],
  [RANK.bool, (writer, value) => void writer.parts.push(byte(Number(value)))],
  [RANK.date, (writer, value) => writeDate(writer, value as Date)],
  [
    RANK.timestamp,
    (writer, value) =>
      void writer.parts.push(bytesOfBigInt(BigInt.asUintN(64, (value as Timestamp).toBigInt()), 8)),
  ],
  [RANK.regex, (writer, value) => regexParts(value).forEach((part) => writeText(writer, part))],
  [RANK.code, (writer, value) => writeText(writer, codeText(value))],
]);

function writeBody(writer: Writer, value: unknown): void {
  BODY.get(rankOf(value))?.(writer, value);
}

/** Encodes one value so that bytes sort as MongoDB sorts values and no encoding begins another. */
export function encodeValue(value: unknown): IndexKey {
  const writer: Writer = { parts: [byte(rankOf(value))], lossy: false };
  writeBody(writer, value);
  return { bytes: Buffer.concat(writer.parts), lossy: writer.lossy };
}

/** Turns bytes round for a descending field. */
export function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((value) => ~value & 0xff));
}

/** Cuts an over-long key and adds a digest, which keeps equality exact and gives up order. */
export function bounded(key: IndexKey): IndexKey {
  if (key.bytes.length <= MAX_KEY_BYTES) return key;
  const kept = key.bytes.subarray(0, MAX_KEY_BYTES - 32);
  return { bytes: Buffer.concat([kept, digest(key.bytes)]), lossy: true };
}

/** Encodes the values of one index entry; directions are 1 or -1, field by field. */
export function encodeIndexKey(
  values: readonly unknown[],
  directions: readonly number[],
): IndexKey {
  const keys = values.map(encodeValue);
  const parts = keys.map(({ bytes }, at) => (directions[at] === -1 ? inverted(bytes) : bytes));
  return bounded({ bytes: Buffer.concat(parts), lossy: keys.some(({ lossy }) => lossy) });
}
