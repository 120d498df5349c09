import { decode, encode, type Doc } from './bson-value';

/** The longest message a client may send, in bytes. */
export const MAX_MESSAGE_BYTES = 48_000_000;

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

/** A command as it came over the wire, with what the reply needs to know. */
export interface Request {
  readonly kind: 'msg' | 'query';
  readonly requestId: number;
  readonly body: Doc;
  readonly silent: boolean;
}

/** Bytes that are no MongoDB message; the connection they came on cannot be trusted further. */
export class WireError extends Error {}

function bad(why: string): never {
  throw new WireError(why);
}

function documentAt(message: Buffer, at: number): { bytes: Buffer; end: number } {
  if (at + 5 > message.length) return bad('document outside the message');
  const length = message.readInt32LE(at);
  if (length < 5 || at + length > message.length) return bad('document length outside the message');
  return { bytes: message.subarray(at, at + length), end: at + length };
}

interface Section {
  readonly fields: Doc;
  readonly end: number;
}

function readSequence(message: Buffer, at: number): Section {
  if (at + 4 > message.length) return bad('sequence outside the message');
  const end = at + message.readInt32LE(at);
  const nameEnd = message.indexOf(0, at + 4);
  if (end > message.length || end <= at + 4 || nameEnd < 0 || nameEnd >= end)
    return bad('sequence length outside the message');
  const docs: Doc[] = [];
  for (let next = nameEnd + 1; next < end;) {
    const document = documentAt(message.subarray(0, end), next);
    docs.push(decode(document.bytes));
    next = document.end;
  }
  return { fields: { [message.toString('utf8', at + 4, nameEnd)]: docs }, end };
}

function readSection(message: Buffer, at: number): Section {
  const kind = message[at];
  if (kind === 1) return readSequence(message, at + 1);
  if (kind !== 0) return bad(`unknown section kind ${String(kind)}`);
  const { bytes, end } = documentAt(message, at + 1);
  return { fields: decode(bytes), end };
}

function readMsg(message: Buffer): Omit<Request, 'requestId'> {
  if (message.length < HEADER + 5) return bad('message too short');
  const flags = message.readUInt32LE(HEADER);
  if ((flags & 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0)
    return bad('unknown required flag');
  const whole = (flags & CHECKSUM_PRESENT) !== 0 ? message.subarray(0, -4) : message;
  const sections: Section[] = [];
  for (let at = HEADER + 4; at < whole.length; at = sections.at(-1)?.end ?? whole.length)
    sections.push(readSection(whole, at));
  const main = sections.find(({ fields }) => '$db' in fields) ?? bad('no command in the message');
  const body = Object.assign(
    {},
    main.fields,
    ...sections.filter((one) => one !== main).map(({ fields }) => fields),
  ) as Doc;
  return { kind: 'msg', body, silent: (flags & MORE_TO_COME) !== 0 };
}

function readQuery(message: Buffer): Omit<Request, 'requestId'> {
  const nameEnd = message.indexOf(0, HEADER + 4);
  if (nameEnd < 0) return bad('no collection name');
  const [db = ''] = message.toString('utf8', HEADER + 4, nameEnd).split('.');
  const { bytes } = documentAt(message, nameEnd + 9);
  const query = decode(bytes);
  const inner = (query['$query'] ?? query) as Doc;
  return { kind: 'query', body: { ...inner, $db: db }, silent: false };
}

/** Reads one whole message; bytes that make no sense are thrown as WireError. */
export function readRequest(message: Buffer): Request {
  const [requestId, opcode] = [message.readInt32LE(4), message.readInt32LE(12)];
  try {
    if (opcode === OP_MSG) return { requestId, ...readMsg(message) };
    if (opcode === OP_QUERY) return { requestId, ...readQuery(message) };
  } catch (error) {
    return bad(error instanceof Error ? error.message : 'unreadable message');
  }
  return bad(`unknown opcode ${String(opcode)}`);
}

function header(length: number, responseTo: number, opcode: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(0, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opcode, 12);
  return bytes;
}

function queryPrefix(): Buffer {
  const prefix = Buffer.alloc(20);
  prefix.writeInt32LE(8, 0);
  prefix.writeInt32LE(1, 16);
  return prefix;
}

/** Writes the reply to a request. */
export function writeReply({ kind, requestId }: Request, reply: Doc | Buffer): Buffer {
  const doc = Buffer.isBuffer(reply) ? reply : encode(reply);
  const prefix = kind === 'msg' ? Buffer.alloc(5) : queryPrefix();
  const length = HEADER + prefix.length + doc.length;
  return Buffer.concat(
    [header(length, requestId, kind === 'msg' ? OP_MSG : OP_REPLY), prefix, doc],
    length,
  );
}

/** Cuts a stream of bytes into whole messages; a length no message can have is thrown as WireError. */
export function messageCutter(): (chunk: Buffer) => Buffer[] {
  let [parts, held]: [Buffer[], number] = [[], 0];
  return (chunk) => {
    parts.push(chunk);
    held += chunk.length;
    const messages: Buffer[] = [];
    for (;;) {
      const length = wantedLength(parts, held);
      if (length === undefined || held < length) return messages;
      const all = Buffer.concat(parts, held);
      messages.push(all.subarray(0, length));
      parts = [all.subarray(length)];
      held -= length;
    }
  };
}

function wantedLength(parts: Buffer[], held: number): number | undefined {
  if (held < 4) return undefined;
  if ((parts[0]?.length ?? 0) < 4) parts.splice(0, parts.length, Buffer.concat(parts, held));
  const length = parts[0]?.readInt32LE(0) ?? 0;
  if (length < HEADER || length > MAX_MESSAGE_BYTES) return bad(`message length ${String(length)}`);
  return length;
}
