import { type SendingRoom, saidIn, saying, sendingRoom } from '../../support/sending-room';

const ahmad = 1001;
const group = -1001000000001;

let room: SendingRoom;
beforeEach(async () => {
  room = await sendingRoom();
});
afterEach(() => room.stop());

const later = (seconds: number) => new Date(room.clock.now().getTime() + seconds * 1_000);

describe('the order of messages', () => {
  it('is kept within a chat, however the rows were put', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `${n}`);
    await room.outbox.put(names.slice(0, 20).map((name) => saying(name)));
    room.start();
    for (const name of names.slice(20)) await room.outbox.put([saying(name)]);
    await room.quiet();
    expect(saidIn(room.telegram, ahmad)).toEqual(names);
  });

  it('is kept when one of them fails at first', async () => {
    room.telegram.faults.next('sendMessage', { code: 502, description: 'Oh', contains: '"2"' });
    await room.outbox.put(['1', '2', '3'].map((name) => saying(name)));
    room.start();
    await room.untilPutOff('2');
    room.clock.advance(1_000);
    await room.outbox.put([saying('4')]);
    room.clock.advance(1_000);
    await room.quiet();
    expect(saidIn(room.telegram, ahmad)).toEqual(['1', '2', '3', '4']);
  });

  it('lets answers overtake 500 announcements, in that chat and in others', async () => {
    const bulk = Array.from({ length: 500 }, (_, n) =>
      saying(`bulk ${n}`, { kind: 'announcement', chat: n % 2 === 0 ? ahmad : group }),
    );
    await room.outbox.put(bulk);
    room.start();
    await room.telegram.until((telegram) => telegram.calls('sendMessage').length > 10);
    await room.outbox.put([
      saying('answer', { kind: 'answer' }),
      saying('elsewhere', { kind: 'answer', chat: 2001 }),
    ]);
    await room.until('answer', 'sent');
    await room.until('elsewhere', 'sent');
    const states = Object.values(await room.states());
    expect(states.filter((state) => state === 'scheduled').length).toBeGreaterThan(300);
  });

  it('lets nothing go before its time', async () => {
    await room.outbox.put([saying('later', { notBefore: later(60) }), saying('now')]);
    room.start();
    await room.until('now', 'sent');
    expect((await room.row('later')).state).toBe('scheduled');
    room.clock.advance(60_000);
    await room.until('later', 'sent');
  });
});

describe('a message that is not wanted any more', () => {
  const about = 'check-in:bina-iman:2026-12';

  it('is cancelled while it is scheduled, with the reason', async () => {
    await room.outbox.put([
      saying('reminder', { about, notBefore: later(60) }),
      saying('other', { about: `${about}1`, notBefore: later(60) }),
    ]);
    expect(await room.outbox.cancel(about, 'sudah lapor', room.clock.now())).toBe(1);
    expect(await room.outbox.cancel(about, 'lagi', room.clock.now())).toBe(0);
    room.start();
    room.clock.advance(60_000);
    await room.until('other', 'sent');
    expect(await room.row('reminder')).toMatchObject({ state: 'cancelled', why: 'sudah lapor' });
  });

  it('goes out when it is on its way already, and is settled as what it is', async () => {
    room.start({
      perform: async (row) => {
        expect(await room.outbox.cancel(about, 'sudah lapor', room.clock.now())).toBe(0);
        return room.door.send(row, () => Promise.resolve([]));
      },
    });
    await room.outbox.put([saying('check-in', { about })]);
    expect((await room.until('check-in', 'sent')).why).toBeUndefined();
  });

  it('is not tried again when it was on its way and failed', async () => {
    room.telegram.faults.next('sendMessage', { code: 502, description: 'Oh' });
    room.start({
      perform: async (row) => {
        await room.outbox.cancel(about, 'sudah lapor', room.clock.now());
        return room.door.send(row, () => Promise.resolve([]));
      },
    });
    await room.outbox.put([saying('check-in', { about })]);
    await room.untilPutOff('check-in');
    room.clock.advance(60_000);
    expect(await room.until('check-in', 'cancelled')).toMatchObject({ why: 'sudah lapor' });
    expect(saidIn(room.telegram, ahmad)).toEqual([]);
  });

  it('is cancelled once it has lapsed', async () => {
    await room.outbox.put([saying('old', { notBefore: later(60), lapsesAt: later(120) })]);
    room.clock.advance(120_000);
    room.start();
    expect(await room.until('old', 'cancelled')).toMatchObject({ why: 'sudah lewat waktunya' });
  });
});
