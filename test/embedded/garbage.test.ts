import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encode } from '../../src/embedded/bson-value';
import { newKit, type Kit } from './store-kit';

function header(length: number, opcode: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(opcode, 12);
  return bytes;
}

function message(body: object): Buffer {
  const doc = encode({ ...body, $db: 'test' });
  return Buffer.concat([header(21 + doc.length, 2013), Buffer.alloc(5), doc]);
}

describe('bytes that make no sense', () => {
  let kit: Kit;
  beforeAll(async () => void (kit = await newKit()));
  afterAll(() => kit.close());

  async function dial(): Promise<Socket> {
    const [path = ''] = kit.uri.replace('mongodb://', '').split('/');
    const socket = connect(decodeURIComponent(path));
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  const badDoc = Buffer.from([50, 0, 0, 0, 2, 65, 0]);
  it.each([
    ['noise', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['a length beyond all measure', header(2_000_000_000, 2013)],
    ['a negative length', header(-5, 2013)],
    ['a length below the header', header(8, 2013)],
    ['an opcode nobody knows', Buffer.concat([header(20, 77), Buffer.alloc(4)])],
    ['a message without a document', Buffer.concat([header(21, 2013), Buffer.alloc(5)])],
    [
      'a document longer than its message',
      Buffer.concat([header(28, 2013), Buffer.alloc(5), badDoc]),
    ],
    [
      'a section of a kind nobody knows',
      Buffer.concat([header(22, 2013), Buffer.alloc(4), Buffer.from([9, 0])]),
    ],
    [
      'a sequence longer than its message',
      Buffer.concat([header(27, 2013), Buffer.alloc(4), Buffer.from([1, 99, 0, 0, 0, 65, 0])]),
    ],
    [
      'a query without a name',
      Buffer.concat([header(24, 2004), Buffer.alloc(4, 1), Buffer.from('abcd')]),
    ],
    ['flags nobody knows', Buffer.concat([header(21, 2013), Buffer.from([8, 0, 0, 0, 0])])],
  ])('%s end that connection and no other', async (_what, bytes) => {
    const socket = await dial();
    socket.write(bytes);
    await once(socket, 'close');
    expect(await kit.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('half a message and a goodbye disturb nobody', async () => {
    const socket = await dial();
    socket.write(message({ insert: 'half', documents: [{ a: 1 }] }).subarray(0, 40));
    socket.destroy();
    expect(await kit.db.collection('half').countDocuments()).toBe(0);
  });

  it('a client that leaves before its answer disturbs nobody, and its write stays', async () => {
    const socket = await dial();
    socket.end(message({ insert: 'left', documents: [{ a: 1 }] }));
    await once(socket, 'close');
    while ((await kit.db.collection('left').countDocuments()) < 1);
    expect(await kit.db.collection('left').countDocuments()).toBe(1);
  });

  it('a message that comes byte by byte is put together', async () => {
    const socket = await dial();
    for (const byte of message({ ping: 1 })) socket.write(Buffer.from([byte]));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.readInt32LE(0)).toBe(answer.length);
    socket.destroy();
  });

  it('two messages at once are answered in turn', async () => {
    const socket = await dial();
    socket.write(
      Buffer.concat([
        message({ insert: 'turn', documents: [{ _id: 1 }] }),
        message({ count: 'turn' }),
      ]),
    );
    let answers = Buffer.alloc(0);
    while (answers.length === 0 || answers.length === answers.readInt32LE(0)) {
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      answers = Buffer.concat([answers, chunk]);
    }
    const second = answers.subarray(answers.readInt32LE(0));
    expect(second.readInt32LE(16 + 5 + 4 + 1 + 2)).toBe(1);
    socket.destroy();
  });

  it('large documents and batches come through whole', async () => {
    const things = kit.db.collection<{ _id: number; text: string }>('large');
    const docs = Array.from({ length: 12 }, (_, _id) => ({
      _id,
      text: String(_id).repeat(3_000_000),
    }));
    await things.insertMany(docs);
    const found = await things.find().sort({ _id: 1 }).toArray();
    expect(found.map(({ text }) => text.length)).toEqual(docs.map(({ text }) => text.length));
  });
});
