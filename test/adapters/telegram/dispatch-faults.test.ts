import { eventually } from '../../support/eventually';
import { type SendingRoom, saidIn, saying, sendingRoom } from '../../support/sending-room';

const ahmad = 1001;
const other = 2001;

let room: SendingRoom;
beforeEach(async () => {
  room = await sendingRoom();
});
afterEach(() => room.stop());

const flood = (seconds: number, more: object = {}) => ({
  ...{ code: 429, description: `Too Many Requests: retry after ${seconds}` },
  ...{ retry_after: seconds, ...more },
});
const seconds = (n: number) => n * 1_000;
const sends = () => room.telegram.calls('sendMessage').length;

describe('too many requests', () => {
  it('holds back a chat that had other messages, all of them, and no other chat', async () => {
    await room.outbox.put([saying('zero')]);
    room.start();
    await room.until('zero', 'sent');
    room.telegram.faults.next('sendMessage', flood(30, { chatId: ahmad }));
    await room.outbox.put([saying('one'), saying('two'), saying('elsewhere', { chat: other })]);
    await room.until('elsewhere', 'sent');
    await room.untilPutOff('one');

    await room.outbox.put([saying('three')]);
    room.clock.advance(seconds(29));
    await room.outbox.put([saying('still', { chat: other })]);
    await room.until('still', 'sent');
    expect(saidIn(room.telegram, ahmad)).toEqual(['zero']);

    room.clock.advance(seconds(2));
    await room.until('three', 'sent');
    expect(saidIn(room.telegram, ahmad)).toEqual(['zero', 'one', 'two', 'three']);
  });

  it('holds back everything when the chat had nothing before, over a restart', async () => {
    room.telegram.faults.next('sendMessage', flood(30, { chatId: ahmad }));
    await room.outbox.put([saying('one')]);
    const first = room.start();
    await room.untilPutOff('one');
    await first.stop();
    expect(await room.departures.pausedUntil()).toEqual(
      new Date(room.clock.now().getTime() + seconds(30)),
    );

    await room.outbox.put([saying('elsewhere', { chat: other, kind: 'answer' })]);
    let looks = 0;
    const counting = {
      now() {
        looks += 1;
        return room.clock.now();
      },
    };
    const second = room.start({ owner: 'second', clock: counting });
    await eventually(() => {
      second.nudge();
      return looks > 20;
    });
    await second.stop();
    expect(sends()).toBe(1);

    room.clock.advance(seconds(31));
    room.start({ owner: 'third' });
    await room.until('elsewhere', 'sent');
    await room.until('one', 'sent');
  });

  it('holds back nobody else when one chat is too fast again and again', async () => {
    await room.outbox.put([saying('zero')]);
    room.start();
    await room.until('zero', 'sent');
    for (const key of ['one', 'two']) {
      room.telegram.faults.next('sendMessage', flood(2, { chatId: ahmad }));
      await room.outbox.put([saying(key)]);
      await room.untilPutOff(key);
      room.clock.advance(seconds(3));
      await room.until(key, 'sent');
    }
    expect(await room.departures.pausedUntil()).toBeUndefined();
  });

  it('holds back everything when it comes in another chat too', async () => {
    await room.outbox.put([saying('a'), saying('b', { chat: other })]);
    room.start();
    await room.quiet();
    room.telegram.faults.next('sendMessage', flood(5, { times: 2 }));
    await room.outbox.put([saying('c'), saying('d', { chat: other })]);
    await room.untilPutOff('c');
    await room.untilPutOff('d');
    expect(await room.departures.pausedUntil()).toBeDefined();
    room.clock.advance(seconds(6));
    await room.quiet();
    expect([saidIn(room.telegram, ahmad), saidIn(room.telegram, other)]).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });
});

describe('Telegram failing with 500', () => {
  it('is tried again, ever later, and then the message goes out once', async () => {
    room.telegram.faults.next('sendMessage', { code: 500, description: 'Oh', times: 2 });
    await room.outbox.put([saying('one', { kind: 'announcement' })]);
    room.start();
    const first = await room.untilPutOff('one');
    expect(first.notBefore.getTime() - room.clock.now().getTime()).toBe(seconds(2));
    room.clock.advance(seconds(2));
    const second = await room.untilPutOff('one', 2);
    expect(second.notBefore.getTime() - room.clock.now().getTime()).toBe(seconds(4));
    room.clock.advance(seconds(4));
    await room.until('one', 'sent');
    expect(saidIn(room.telegram, ahmad)).toEqual(['one']);
  });
});

describe('an answer of Telegram that got lost', () => {
  it('has a message repeated whose kind bears it', async () => {
    room.telegram.faults.dropAnswer('sendMessage');
    await room.outbox.put([saying('one', { kind: 'check-in' })]);
    room.start();
    expect((await room.untilPutOff('one')).why).toContain('tak diketahui apakah sampai');
    room.clock.advance(seconds(2));
    const sent = await room.until('one', 'sent');
    expect(sent.why).toBeUndefined();
    expect(saidIn(room.telegram, ahmad)).toEqual(['one', 'one']);
  });

  it('has a message let go whose kind does not', async () => {
    room.telegram.faults.dropAnswer('sendMessage');
    await room.outbox.put([saying('one', { kind: 'announcement' })]);
    room.start();
    expect(await room.until('one', 'failed')).toMatchObject({
      permanent: false,
      why: 'tak diketahui apakah sampai',
      tries: 1,
    });
    expect(saidIn(room.telegram, ahmad)).toEqual(['one']);
  });

  it('has an edit repeated whatever its kind, since it changes nothing twice', async () => {
    await room.outbox.put([saying('one', { kind: 'announcement' })]);
    room.start();
    await room.until('one', 'sent');
    room.telegram.faults.dropAnswer('editMessageText');
    const { act } = saying('better');
    if (act.do !== 'say') throw new Error('It says something');
    const edit = { do: 'edit', of: { row: 'one' }, card: act.card } as const;
    await room.outbox.put([saying('edit', { kind: 'announcement', act: edit })]);
    await room.untilPutOff('edit');
    room.clock.advance(seconds(2));
    await room.until('edit', 'sent');
    expect(saidIn(room.telegram, ahmad)).toEqual(['better']);
  });

  it('asks Telegram for a sign of life before anything else goes out', async () => {
    room.telegram.faults.dropAnswer('sendMessage');
    await room.outbox.put([saying('one', { kind: 'thanks' })]);
    room.start();
    await room.until('one', 'failed');
    await room.outbox.put([saying('two', { kind: 'thanks', chat: other })]);
    await room.until('two', 'sent');
    expect(room.telegram.calls().map(({ method }) => method)).toEqual([
      ...['getMe', 'sendMessage', 'getMe', 'sendMessage'],
    ]);
  });
});

describe('a message to edit that is gone', () => {
  it('is said anew, in its place', async () => {
    const { act } = saying('better');
    if (act.do !== 'say') throw new Error('It says something');
    const edit = { do: 'edit', of: { message: 999 }, card: act.card } as const;
    await room.outbox.put([saying('edit', { kind: 'answer', act: edit }), saying('next')]);
    room.start();
    await room.quiet();
    expect(saidIn(room.telegram, ahmad)).toEqual(['better', 'next']);
  });
});
