import { type SendingRoom, saidIn, saying, sendingRoom } from '../../support/sending-room';

const group = -4001;

let room: SendingRoom;
beforeEach(async () => {
  room = await sendingRoom();
});
afterEach(() => room.stop());

const words = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${from + n}`);
const put = (names: readonly string[]) =>
  room.outbox.put(names.map((name) => saying(name, { chat: group })));

describe('a group that becomes a supergroup', () => {
  it('gets everything once and in order, in the middle of a queue and after a restart', async () => {
    const dispatcher = room.start();
    await put(words(1, 3));
    await room.quiet();
    const supergroup = room.telegram.upgradesGroup(group);
    await put(words(4, 8));
    await room.quiet();
    await dispatcher.stop();

    room.start({ owner: 'second' });
    await put(words(9, 12));
    await room.quiet();
    expect(saidIn(room.telegram, group)).toEqual(words(1, 3));
    expect(saidIn(room.telegram, supergroup)).toEqual(words(4, 12));
    // Asked once with the old id, never again.
    expect(room.telegram.calls('sendMessage').filter(({ ok }) => !ok)).toHaveLength(1);
    expect(room.migrations[0]).toEqual([group, supergroup]);
  });

  it('is followed when only its service message told', async () => {
    const supergroup = room.telegram.upgradesGroup(group);
    await room.contacts.moved(group, supergroup, room.clock.now());
    await put(words(1, 2));
    room.start();
    await room.quiet();
    expect(saidIn(room.telegram, supergroup)).toEqual(words(1, 2));
    expect(room.telegram.calls('sendMessage').every(({ ok }) => ok)).toBe(true);
  });
});
