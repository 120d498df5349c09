import { type SendingRoom, saying, sendingRoom } from '../../support/sending-room';

let room: SendingRoom;
beforeEach(async () => {
  room = await sendingRoom();
});
afterEach(() => room.stop());

const now = () => room.clock.now();
const flow = () => room.flow.now();
const claim = (key: string, owner = 'me') => room.departures.claim(key, owner, flow());
const at = () => ({ now: now(), flow: flow() });

describe('the outbox', () => {
  it('leaves a row as it is when its key is put again', async () => {
    await room.outbox.put([saying('one')]);
    await room.outbox.put([saying('one', { chat: 5 }), saying('two', { chat: 5 })]);
    expect([(await room.row('one')).chat, (await room.row('two')).chat]).toEqual([1001, 5]);
  });

  it('revives a row that was cancelled where that is wanted, and no other', async () => {
    const about = 'thanks';
    await room.outbox.put([saying('one', { about }), saying('two', { about })]);
    await room.outbox.cancel(about, 'dibatalkan', now());
    await room.outbox.put([saying('one', { revives: true }), saying('two')]);
    expect(await room.states()).toEqual({ one: 'scheduled', two: 'cancelled' });
    await room.outbox.put([saying('one', { revives: true, chat: 5 })]);
    expect((await room.row('one')).chat).toBe(1001);
    expect(await room.row('one')).not.toHaveProperty('why');
  });

  it('refuses what is no row, and keeps those beside it', async () => {
    const bad = { ...saying('bad'), chat: 'nobody' as never };
    await expect(room.outbox.put([saying('good'), bad])).rejects.toThrow();
    expect(await room.states()).toEqual({ good: 'scheduled' });
  });

  it('stores why something is not sent', async () => {
    const settled = { state: 'muted', why: 'libur' } as const;
    await room.outbox.put([saying('one', { settled })]);
    expect(await room.row('one')).toMatchObject({ ...settled, doneAt: now() });
    expect(await room.departures.due('notice', now(), 10, [])).toEqual([]);
  });
});

describe('a row of the outbox', () => {
  beforeEach(() => room.outbox.put([saying('one')]));

  it('is claimed by one alone', async () => {
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => claim('one', owner)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('is settled only by the one who sends it, and only once', async () => {
    await claim('one');
    await room.departures.end('one', 'other', { state: 'sent' }, at());
    expect((await room.row('one')).state).toBe('sending');
    await room.departures.end('one', 'me', { state: 'sent', message: 7 }, at());
    await room.departures.end('one', 'me', { state: 'failed', why: 'x', permanent: true }, at());
    await room.departures.again('one', 'me', { why: 'x' }, flow());
    await room.departures.drop('one', 'muted', 'x', now());
    expect((await room.row('one')).state).toBe('sent');
    expect(await room.departures.messagesOf('one')).toEqual([7]);
    expect(await claim('one')).toBe(false);
  });

  it('is not claimed once it was cancelled', async () => {
    await room.outbox.put([saying('two', { about: 'it' })]);
    const [, claimed] = await Promise.all([room.outbox.cancel('it', 'why', now()), claim('two')]);
    expect((await room.row('two')).state).toBe(claimed ? 'sending' : 'cancelled');
  });

  it('is cancelled by the dispatcher when whoever cancelled it died half way', async () => {
    const rows = room.store.collection<{ _id: string }>('outbox');
    await rows.updateOne({ _id: 'one' }, { $set: { unwanted: 'sudah lapor' } });
    expect(await claim('one')).toBe(false);
    room.start();
    expect(await room.until('one', 'cancelled')).toMatchObject({ why: 'sudah lapor', tries: 0 });
  });
});

describe('the lead', () => {
  it('is one sender’s until it lapses, is given up, or is renewed', async () => {
    const lead = (owner: string, seconds: number) =>
      room.departures.lead(owner, new Date(seconds * 1_000));
    expect(await lead('a', 0)).toEqual(new Date(10_000));
    expect(await lead('b', 9)).toBeUndefined();
    expect(await lead('a', 9)).toEqual(new Date(19_000));
    expect(await lead('b', 19)).toEqual(new Date(29_000));
    await room.departures.resign('a');
    expect(await lead('a', 20)).toBeUndefined();
    await room.departures.resign('b');
    expect(await lead('a', 20)).toBeDefined();
  });
});

describe('the indexes of the outbox', () => {
  it('serve every search of the dispatcher without a look at other rows', async () => {
    const bulk = Array.from({ length: 400 }, (_, n) =>
      saying(`${n}`, { kind: 'announcement', chat: n, about: `a${n}` }),
    );
    await room.outbox.put([...bulk, saying('answer', { kind: 'answer' })]);
    const rows = room.store.collection('outbox');
    const due = (rank: number) => ({
      ...{ state: 'scheduled', rank, notBefore: { $lte: now() } },
      chat: { $nin: [1, 2, 3] },
    });
    const searches = [
      [rows.find(due(0)).sort({ notBefore: 1, order: 1 }).limit(30), 1],
      [rows.find(due(2)).sort({ notBefore: 1, order: 1 }).limit(30), 33],
      [rows.find({ state: 'sending', leaseUntil: { $lte: flow() } }), 0],
      [rows.find({ chat: 7, state: 'scheduled', notBefore: { $lt: new Date(9e14) } }), 1],
      [rows.find({ about: 'a7', state: 'scheduled' }), 1],
      [rows.find({ person: 'p', state: 'sent', notBefore: { $gte: now() } }), 0],
      [rows.find({ departedAt: { $gt: new Date(0) } }), 0],
    ] as const;
    for (const [search, most] of searches) {
      const { executionStats } = (await search.explain('executionStats')) as {
        executionStats: { totalDocsExamined: number };
      };
      expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(most);
    }
  });
});
