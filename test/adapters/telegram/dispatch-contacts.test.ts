import { type SendingRoom, saidIn, saying, sendingRoom } from '../../support/sending-room';

const ahmad = 1001;
const group = -4001;

let room: SendingRoom;
beforeEach(async () => {
  room = await sendingRoom();
});
afterEach(() => room.stop());

const contactOf = async (chat: number) => (await room.contacts.of([chat])).get(chat)?.state;

/** Everything in one chat: what goes now, what goes later, and an answer. */
const threeTo = (chat: number) => [
  saying('now', { chat }),
  saying('later', { chat, notBefore: new Date('2026-12-01T01:00:00Z') }),
  saying('answer', { chat, kind: 'answer', notBefore: new Date('2026-12-01T01:00:00Z') }),
];

describe('a chat out of reach', () => {
  it.each([
    ['blocked', ahmad, () => room.telegram.blocks(ahmad)],
    ['deactivated', ahmad, () => room.telegram.deactivates(ahmad)],
    ['never-started', 77_777, () => undefined],
    ['left', group, () => room.telegram.removesBot(2001, group)],
    ['gone', -77_777, () => undefined],
  ])('is %s at once, and what waits for it is muted, but answers', async (state, chat, act) => {
    act();
    await room.outbox.put(threeTo(chat));
    room.start();
    expect(await room.until('now', 'failed')).toMatchObject({ permanent: true, tries: 1 });
    expect(await contactOf(chat)).toBe(state);
    expect(await room.row('later')).toMatchObject({ state: 'muted', why: 'tak terjangkau' });
    expect((await room.row('answer')).state).toBe('scheduled');
  });

  it('is not even tried with what is put later', async () => {
    await room.contacts.unreachable(ahmad, 'blocked', room.clock.now());
    await room.outbox.put([saying('one'), saying('two', { kind: 'answer' })]);
    room.start();
    expect(await room.until('one', 'muted')).toMatchObject({ why: 'tak terjangkau', tries: 0 });
    await room.until('two', 'sent');
    expect(saidIn(room.telegram, ahmad)).toEqual(['two']);
  });

  it('is in reach again when told so', async () => {
    await room.contacts.unreachable(ahmad, 'blocked', room.clock.now());
    await room.contacts.reachable(ahmad, room.clock.now());
    await room.outbox.put([saying('one')]);
    room.start();
    await room.until('one', 'sent');
  });

  it('is a group in which the bot may not write, for the reason that is kept', async () => {
    room.telegram.mutes(group, true);
    await room.outbox.put([saying('one', { chat: group }), saying('two', { chat: group })]);
    room.start();
    await room.until('one', 'failed');
    expect(await room.until('two', 'muted')).toMatchObject({
      why: 'bot tidak boleh menulis di grup',
    });
    expect(await contactOf(group)).toBe('silenced');
  });

  it('costs one message alone when only that message is refused', async () => {
    const description = 'Bad Request: not enough rights to send photos to the chat';
    room.telegram.faults.next('sendMessage', { code: 400, description });
    await room.outbox.put([saying('one', { chat: group })]);
    room.start();
    await room.until('one', 'failed');
    expect(await contactOf(group)).toBeUndefined();
  });
});
