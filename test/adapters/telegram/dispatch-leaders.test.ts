import { newPace, telegramLimits } from '../../../src/adapters/telegram/pace';
import {
  type SendingRoom,
  roomy,
  people,
  saidIn,
  saying,
  sendingRoom,
} from '../../support/sending-room';

let room: SendingRoom;
beforeEach(async () => {
  room = await sendingRoom();
});
afterEach(() => room.stop());

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => saying(`${n}`, { chat: people[n % people.length]! }));
const secondsOfFlow = (n: number) => room.flow.advance(n * 1_000);

describe('two dispatchers on one store', () => {
  it('send nothing twice, and one of them sends it all', async () => {
    const senders: string[] = [];
    const start = (owner: string) =>
      room.start({
        ...{ owner, pace: newPace(roomy) },
        perform: (row) => {
          senders.push(owner);
          return room.door.send(row, () => Promise.resolve([]));
        },
      });
    const both = [start('first'), start('second')];
    for (const row of rows(60)) {
      await room.outbox.put([row]);
      both.forEach(({ nudge }) => nudge());
    }
    await room.quiet();
    expect(room.telegram.calls('sendMessage')).toHaveLength(60);
    expect(new Set(senders).size).toBe(1);
  });

  it('take turns when the leader stops', async () => {
    const first = room.start();
    await room.outbox.put(rows(5));
    await room.quiet();
    room.start({ owner: 'second' });
    await first.stop();
    await room.outbox.put([saying('after')]);
    await room.until('after', 'sent');
  });

  it('take turns ten seconds after the leader died', async () => {
    await room.departures.lead('dead', room.flow.now());
    await room.outbox.put([saying('one')]);
    room.start({ owner: 'second' });
    await room.departures.due('notice', room.clock.now(), 1, []);
    expect((await room.row('one')).state).toBe('scheduled');
    secondsOfFlow(11);
    await room.until('one', 'sent');
  });

  it('respect between them what a group bears in a minute', async () => {
    const group = -4001;
    const limits = { ...roomy, group: [{ most: 20, inMs: 60_000 }] };
    const first = room.start({ pace: newPace(limits) });
    const all = Array.from({ length: 30 }, (_, n) => saying(`${n}`, { chat: group }));
    await room.outbox.put(all.slice(0, 15));
    await room.quiet();
    await first.stop();
    room.start({ owner: 'second', pace: newPace(limits) });
    await room.outbox.put(all.slice(15));
    await room.until('19', 'sent');
    await room.outbox.put([saying('elsewhere')]);
    await room.until('elsewhere', 'sent');
    expect(saidIn(room.telegram, group)).toHaveLength(20);
    secondsOfFlow(61);
    await room.quiet();
    expect(saidIn(room.telegram, group)).toEqual(all.map(({ key }) => key));
  });
});

describe('a sender that dies between claiming and settling', () => {
  beforeEach(async () => {
    await room.outbox.put([
      saying('again', { kind: 'check-in' }),
      saying('let go', { kind: 'thanks', chat: 2001 }),
    ]);
    for (const key of ['again', 'let go'])
      expect(await room.departures.claim(key, 'dead', room.flow.now())).toBe(true);
  });

  it('has its rows settled at once by the next process of its name, as their kind says', async () => {
    room.start({ owner: 'dead' });
    await room.until('again', 'sent');
    expect(await room.row('let go')).toMatchObject({
      ...{ state: 'failed', permanent: false, why: 'tak diketahui apakah sampai' },
    });
    expect(saidIn(room.telegram, 2001)).toEqual([]);
  });

  it('has its rows settled by another once it has not been heard of for a minute', async () => {
    room.start({ owner: 'second' });
    const states: string[] = [];
    for (let seconds = 0; seconds < 90; seconds += 9) {
      await room.outbox.put([saying(`at ${seconds}`, { chat: 2002 })]);
      await room.until(`at ${seconds}`, 'sent');
      states.push((await room.row('let go')).state);
      secondsOfFlow(9);
    }
    expect(states.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 'sending'));
    await room.until('again', 'sent');
    expect((await room.row('let go')).state).toBe('failed');
  });
});

describe('the limits of Telegram', () => {
  it('are never broken, whoever gets how much', async () => {
    room.telegram.faults.limits(true);
    room.start({ pace: newPace(telegramLimits) });
    // Telegram bears four at once in one chat, and refuses the fifth.
    const five = ['1', '2', '3', '4', '5'].map((key) => saying(key));
    const others = people.slice(1).map((chat) => saying(`to ${chat}`, { chat }));
    await room.outbox.put([...five, ...others]);
    await room.quiet();
    const calls = room.telegram.calls('sendMessage');
    expect(calls).toHaveLength(five.length + others.length);
    expect(calls.every(({ ok }) => ok)).toBe(true);
  });
});
