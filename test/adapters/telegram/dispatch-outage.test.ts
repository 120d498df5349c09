import type { Departures } from '../../../src/ports';
import { eventually } from '../../support/eventually';
import { type SendingRoom, people, saidIn, saying, sendingRoom } from '../../support/sending-room';

let room: SendingRoom;
beforeEach(async () => {
  room = await sendingRoom();
});
afterEach(() => room.stop());

const minutes = (n: number) => n * 60_000;
const toEverybody = (words: string) =>
  people.map((chat) => saying(`${words} ${chat}`, { chat, kind: 'announcement' }));

describe('Telegram down for an hour', () => {
  it('costs no message, not even of a kind that is never repeated', async () => {
    room.telegram.faults.down(true);
    await room.outbox.put(toEverybody('halo'));
    room.start();
    for (let minute = 0; minute < 60; minute += 5) {
      await room.outbox.put(toEverybody(`menit ${minute}`));
      room.clock.advance(minutes(5));
    }
    expect(Object.values(await room.states()).every((state) => state === 'scheduled')).toBe(true);

    room.telegram.faults.down(false);
    room.clock.advance(minutes(5));
    await room.quiet();
    expect(new Set(Object.values(await room.states()))).toEqual(new Set(['sent']));
    for (const chat of people) {
      expect(saidIn(room.telegram, chat)).toHaveLength(13);
      expect(saidIn(room.telegram, chat)[0]).toBe(`halo ${chat}`);
    }
  });

  it('is found out by a few tries, not by one for each message', async () => {
    let tries = 0;
    const isAlive = () => {
      tries += 1;
      return room.door.isAlive();
    };
    room.telegram.faults.down(true);
    await room.outbox.put(toEverybody('halo'));
    const dispatcher = room.start({ isAlive });
    for (let n = 0; n < 200; n += 1) {
      dispatcher.nudge();
      await room.departures.pausedUntil();
    }
    expect(tries).toBeGreaterThan(0);
    expect(tries).toBeLessThan(10);
    expect(room.telegram.calls('sendMessage')).toEqual([]);
  });

  it('loses what has no use any more, with the reason', async () => {
    room.telegram.faults.down(true);
    const lapsesAt = new Date(room.clock.now().getTime() + minutes(30));
    await room.outbox.put([saying('useful'), saying('useless', { lapsesAt })]);
    room.start();
    room.clock.advance(minutes(60));
    room.telegram.faults.down(false);
    await room.until('useful', 'sent');
    expect(await room.until('useless', 'cancelled')).toMatchObject({
      why: 'sudah lewat waktunya',
      tries: 0,
    });
  });
});

/** The database, which can be made to answer nothing, before or after it did what it was asked. */
function breakable(departures: Departures) {
  const broken = { isAway: false, losesNextClaim: false, losesEnds: false };
  const guarded = Object.fromEntries(
    Object.entries(departures).map(([name, call]: [string, (...given: never[]) => unknown]) => [
      name,
      async (...given: never[]) => {
        if (broken.isAway || (name === 'end' && broken.losesEnds)) throw new Error('away');
        const result = await call(...given);
        if (name === 'claim' && broken.losesNextClaim) {
          broken.losesNextClaim = false;
          throw new Error('away');
        }
        return result;
      },
    ]),
  ) as unknown as Departures;
  return { broken, departures: guarded };
}

describe('the database away for a moment', () => {
  it('between sending and writing that down repeats nothing', async () => {
    const { broken, departures } = breakable(room.departures);
    await room.outbox.put([saying('one'), saying('two')]);
    room.start({
      departures,
      perform: async (row) => {
        const delivery = await room.door.send(row, () => Promise.resolve([]));
        if (row.key === 'one') broken.isAway = true;
        return delivery;
      },
    });
    await room.telegram.until((telegram) => telegram.calls('sendMessage').length === 1);
    // A minute and more, after which the row would count as abandoned.
    room.flow.advance(minutes(3));
    expect((await room.row('one')).state).toBe('sending');
    broken.isAway = false;
    await room.quiet();
    expect(saidIn(room.telegram, 1001)).toEqual(['one', 'two']);
  });

  it('for one write alone does not have the row taken for abandoned', async () => {
    const { broken, departures } = breakable(room.departures);
    broken.losesEnds = true;
    await room.outbox.put([saying('one')]);
    let looks = 0;
    const dispatcher = room.start({
      departures,
      flow: {
        now() {
          looks += 1;
          return room.flow.now();
        },
      },
    });
    await room.telegram.until((telegram) => telegram.calls('sendMessage').length === 1);
    // A minute and a half, in steps in which the lead is kept.
    for (let step = 1; step <= 10; step += 1) {
      room.flow.advance(9_000);
      const before = looks;
      await eventually(() => {
        dispatcher.nudge();
        return looks > before + 10;
      });
    }
    expect((await room.row('one')).state).toBe('sending');
    broken.losesEnds = false;
    await room.until('one', 'sent');
    expect(saidIn(room.telegram, 1001)).toEqual(['one']);
  });

  it('while a row is claimed takes the claim back and sends it once', async () => {
    const { broken, departures } = breakable(room.departures);
    broken.losesNextClaim = true;
    await room.outbox.put([saying('one', { kind: 'thanks' })]);
    room.start({ departures });
    await room.until('one', 'sent');
    expect(saidIn(room.telegram, 1001)).toEqual(['one']);
  });
});
