import { mongoSoundings } from '../../../src/adapters/mongo/soundings';
import { newPace } from '../../../src/adapters/telegram/pace';
import type { Running } from '../../../src/adapters/telegram/poll';
import { startSounding } from '../../../src/adapters/telegram/sound-out';
import { notSent } from '../../../src/domain/message-kind';
import { plain } from '../../../src/html';
import type { OutgoingRow } from '../../../src/ports';
import { eventually } from '../../support/eventually';
import { type SendingRoom, roomy, saidIn, saying, sendingRoom } from '../../support/sending-room';

const ahmad = 1001;
const other = 2001;

let room: SendingRoom;
let sounding: Running;
let looks: number;
beforeEach(async () => {
  room = await sendingRoom();
  looks = 0;
  const { door, clock, flow, log, store } = room;
  sounding = startSounding({
    ...{ soundings: mongoSoundings(store), isThere: door.isThere, pace: newPace(roomy) },
    ...{ clock, flow, log, isLeading: () => (looks += 1) > 0 },
  });
});
afterEach(async () => {
  await sounding.stop();
  await room.stop();
});

/** A message that is not repeated by itself, with a button to know it by. */
const announcing = (words: string, more: Partial<OutgoingRow> = {}): OutgoingRow =>
  saying(words, {
    kind: 'announcement',
    act: {
      do: 'say',
      card: { text: plain(words), buttons: [[{ label: 'Sudah dibaca', data: 'dibaca:A.0' }]] },
    },
    ...more,
  });

/** Sends one message before and one after, which tell between which numbers the others lie. */
async function between(what: () => Promise<void>): Promise<void> {
  await room.outbox.put([saying('before', { chat: other })]);
  room.start();
  await room.until('before', 'sent');
  await what();
  room.flow.advance(1_000);
  await room.outbox.put([saying('after', { chat: other })]);
  await room.until('after', 'sent');
  room.flow.advance(15_000);
}

const isSettled = (key: string) =>
  eventually(async () => {
    const row = await room.store.collection<{ _id: string }>('outbox').findOne({ _id: key });
    return row && !('unsureSince' in row);
  });

describe('a message of unknown fate', () => {
  it('counts as sent when Telegram has it, and is not sent again', async () => {
    await between(async () => {
      room.telegram.faults.dropAnswer('sendMessage');
      await room.outbox.put([announcing('one')]);
      expect((await room.until('one', 'failed')).why).toBe(notSent.unknown);
    });
    await room.until('one', 'sent');
    expect(saidIn(room.telegram, ahmad)).toEqual(['one']);
    expect(await room.departures.messagesOf('one')).toEqual([room.telegram.chat(ahmad).at(-1)?.id]);
  });

  it('is sent after all when Telegram does not have it', async () => {
    await between(async () => {
      await room.outbox.put([announcing('one', { at: new Date('2030-01-01T00:00:00Z') })]);
      // Its sender died after the mark and before the call.
      await room.departures.claim('one', 'dead', room.flow.now());
      const now = room.clock.now();
      await room.departures.recover({ now, flow: room.flow.now() }, { owner: 'dead' }, []);
      await room.store
        .collection<{ _id: string }>('outbox')
        .updateOne({ _id: 'one' }, { $set: { notBefore: now } });
    });
    await room.until('one', 'sent');
    expect(saidIn(room.telegram, ahmad)).toEqual(['one']);
  });

  it('stays of unknown fate when there are two in one chat, for nobody could tell them apart', async () => {
    await between(async () => {
      room.telegram.faults.dropAnswer('sendMessage', 2);
      await room.outbox.put([announcing('one')]);
      await room.until('one', 'failed');
      await room.outbox.put([announcing('two')]);
      await room.until('two', 'failed');
    });
    for (const key of ['one', 'two']) {
      await isSettled(key);
      expect((await room.row(key)).state).toBe('failed');
    }
    expect(saidIn(room.telegram, ahmad)).toEqual(['one', 'two']);
  });

  it('is not asked for before the next message tells where the numbers end', async () => {
    room.start();
    room.telegram.faults.dropAnswer('sendMessage');
    await room.outbox.put([announcing('one')]);
    await room.until('one', 'failed');
    room.flow.advance(60_000);
    const before = looks;
    await eventually(() => looks > before + 1);
    expect((await room.row('one')).state).toBe('failed');
    expect(room.telegram.calls('editMessageReplyMarkup')).toEqual([]);
  });
});
