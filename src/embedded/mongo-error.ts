import type { Doc } from './bson-value';
import { DiskFailure } from './disk-failure';

const NAMES: Readonly<Record<number, string>> = {
  1: 'InternalError',
  2: 'BadValue',
  8: 'UnknownError',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  16: 'InvalidLength',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  238: 'NotImplemented',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
};

/** An answer of the store that says no, in the numbers and words MongoDB uses. */
export class MongoError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly extra: Doc;

  constructor(code: number, message: string, extra: Doc = {}) {
    super(message);
    this.code = code;
    this.codeName = NAMES[code] ?? `Location${String(code)}`;
    this.extra = extra;
  }
}

/** Stops a command with one of MongoDB's error codes. */
export function refuse(code: number, message: string, extra: Doc = {}): never {
  throw new MongoError(code, message, extra);
}

/** Turns anything thrown into an error MongoDB's drivers understand. */
export function asMongoError(error: unknown): MongoError {
  if (error instanceof MongoError) return error;
  if (error instanceof DiskFailure) return new MongoError(error.isFull ? 14031 : 8, error.message);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.constructor.name === 'MingoError')
    return new MongoError(2, message);
  return new MongoError(1, message);
}

/** The reply that carries an error to a client. */
export function errorReply(error: unknown): Doc {
  const { code, codeName, message, extra } = asMongoError(error);
  return { ok: 0, errmsg: message, code, codeName, ...extra };
}
