import type { Held } from '../../../src/ports';
import { eventually } from '../../support/eventually';
import { type SendingRoom, people, saidIn, saying, sendingRoom } from '../../support/sending-room';

let room: SendingRoom;
beforeEach(async () => {
  room = await sendingRoom();
});
afterEach(() => room.stop());

const [chat = 0] = people;
const hour = 3_600_000;
const nextHour = () => new Date(room.clock.now().getTime() + hour);
const keepingBack = (held: () => Held | undefined) => ({ heldBack: () => Promise.resolve(held()) });

describe('a message that keeps somebody’s hours', () => {
  it('waits for them, and goes when they come', async () => {
    const opens = nextHour();
    const held = () =>
      room.clock.now() < opens ? { why: 'di luar jam', until: opens } : undefined;
    await room.outbox.put([saying('pagi', { within: 'office' })]);
    room.start(keepingBack(held));
    const waiting = await eventually(async () => {
      const row = await room.row('pagi');
      return row.notBefore.getTime() === opens.getTime() && row;
    });
    expect(waiting).toMatchObject({ state: 'scheduled', why: 'ditahan: di luar jam' });
    expect(saidIn(room.telegram, chat)).toEqual([]);

    room.clock.advance(hour);
    const sent = await room.until('pagi', 'sent');
    expect(sent.why).toBeUndefined();
  });

  it('is not sent at all when it is of no use by then, or they never come', async () => {
    const within = { institution: 'bina-iman', urgent: false };
    const lapsesAt = new Date(nextHour().getTime() - 1);
    await room.outbox.put([saying('lapses', { within, lapsesAt }), saying('never', { within })]);
    const until = nextHour();
    const dispatcher = room.start(keepingBack(() => ({ why: 'libur pondok', until })));
    expect(await room.until('lapses', 'cancelled')).toMatchObject({
      why: 'sudah lewat waktunya: libur pondok',
    });
    await dispatcher.stop();
    room.start(keepingBack(() => ({ why: 'libur pondok' })));
    room.clock.advance(hour);
    await room.until('never', 'cancelled');
    expect(saidIn(room.telegram, chat)).toEqual([]);
  });

  it('is not asked about when it has none, as an answer', async () => {
    await room.outbox.put([saying('halo')]);
    room.start({ heldBack: () => Promise.reject(new Error('nobody asks')) });
    await room.until('halo', 'sent');
  });
});
