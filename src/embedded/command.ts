import { isDoc, isTruthy, plainDoc, toNumber, typeNameOf, type Doc } from './bson-value';
import { collectionOf, type Engine } from './engine';
import type { Collection } from './catalog';
import type { Scope } from './expression';
import { refuse } from './mongo-error';

/** One command as it came: the database, the command's name and its fields. */
export interface Call {
  readonly engine: Engine;
  readonly db: string;
  readonly name: string;
  readonly body: Doc;
}

/** A reply: fields, or a whole BSON document already written. */
export type Reply = Doc | Buffer;

/** Answers one kind of command. */
export type Command = (call: Call) => Reply | Promise<Reply>;

/** The collection's name a command is addressed to. */
export function targetOf({ name, body }: Call): string {
  const target = body[name];
  if (typeof target !== 'string' || target === '')
    return refuse(73, `collection name has invalid type ${typeNameOf(target)}`);
  return target;
}

/** The collection a command is addressed to, undefined where it does not exist. */
export function targetCollection(call: Call): Collection | undefined {
  return collectionOf(call.engine, call.db, targetOf(call));
}

/** A field that has to be a document; an absent one is empty. */
export function docField(fields: Doc, name: string): Doc {
  const value = fields[name];
  if (value === undefined || value === null) return {};
  return isDoc(value)
    ? value
    : refuse(
        14,
        `BSON field '${name}' is the wrong type '${typeNameOf(value)}', expected type 'object'`,
      );
}

/** A field that has to be a list of documents. */
export function docList(fields: Doc, name: string): Doc[] {
  const value = fields[name] ?? [];
  if (Array.isArray(value) && value.every(isDoc)) return value;
  return refuse(
    14,
    `BSON field '${name}' is the wrong type '${typeNameOf(value)}', expected type 'array'`,
  );
}

/** A field that has to be a whole number from zero up; an absent one is the given default. */
export function countField(fields: Doc, name: string, otherwise: number): number {
  const value = fields[name];
  if (value === undefined || value === null) return otherwise;
  const number = toNumber(value);
  if (number === undefined || !Number.isFinite(number))
    return refuse(
      14,
      `BSON field '${name}' is the wrong type '${typeNameOf(value)}', expected a number`,
    );
  return number >= 0
    ? Math.trunc(number)
    : refuse(51024, `BSON field '${name}' value must be >= 0, actual value '${String(number)}'`);
}

/** A yes-or-no field. */
export function flag(fields: Doc, name: string): boolean {
  return isTruthy(fields[name]);
}

/** What expressions of a command may refer to. */
export function scopeOf({ engine, body }: Call): Scope {
  return { now: engine.clock(), variables: plainDoc(docField(body, 'let')) };
}

/** Refuses a collation other than the plain one, which is all this store compares by (72). */
export function refuseCollation(fields: Doc): void {
  const collation = fields['collation'];
  if (!isDoc(collation) || collation['locale'] === 'simple') return;
  refuse(72, 'This store compares strings by their bytes; collation is not supported');
}
