import { type BotAtHome, botAtHome } from '../../support/bot-at-home';
import { eventually } from '../../support/eventually';
import { saidIn, saying } from '../../support/sending-room';

const ahmad = 1001;
const group = -4001;
const officer = 2001;
const person = { id: ahmad };

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const contactOf = async (chat: number) => (await home.world.contacts.of([chat])).get(chat);
const inState = (chat: number, state: string) =>
  eventually(async () => (await contactOf(chat))?.state === state);
const rowOf = async (key: string) =>
  home.store
    .collection<{ _id: string; state: string; why?: string }>('outbox')
    .findOne({ _id: key });
const tomorrow = new Date('2026-11-24T01:00:00Z');

describe('what updates say about the way to a chat', () => {
  it('mutes what waits for a person who blocks the bot', async () => {
    await home.world.outbox.put([saying('tomorrow', { chat: ahmad, notBefore: tomorrow })]);
    home.telegram.blocks(ahmad);
    await inState(ahmad, 'blocked');
    await eventually(async () => (await rowOf('tomorrow'))?.state === 'muted');
    expect((await rowOf('tomorrow'))?.why).toBe('tak terjangkau');
  });

  it('finds the person again who takes the bot back', async () => {
    home.telegram.unblocks(ahmad);
    await inState(ahmad, 'ok');
    await home.world.outbox.put([saying('back', { chat: ahmad })]);
    await eventually(async () => (await rowOf('back'))?.state === 'sent');
  });

  it('finds a person again who writes', async () => {
    await home.world.contacts.unreachable(ahmad, 'blocked', home.clock.now());
    await home.as(person).says('/bantuan');
    expect((await contactOf(ahmad))?.state).toBe('ok');
  });

  it('finds a person again who taps a button', async () => {
    await home.world.contacts.unreachable(ahmad, 'blocked', home.clock.now());
    await home.as(person).forges('nothing');
    expect((await contactOf(ahmad))?.state).toBe('ok');
  });

  it('knows of a group that the bot has to leave, and comes back to', async () => {
    home.telegram.removesBot(officer, group);
    await inState(group, 'left');
    home.telegram.addsBot(officer, group);
    await inState(group, 'ok');
  });

  it('follows a group that becomes a supergroup, before anything is sent there', async () => {
    await home.world.outbox.put([saying('then', { chat: group, notBefore: tomorrow })]);
    const supergroup = home.telegram.upgradesGroup(group);
    await eventually(async () => (await contactOf(group))?.movedTo === supergroup);
    home.clock.set(tomorrow);
    await eventually(async () => (await rowOf('then'))?.state === 'sent');
    await home.world.outbox.put([saying('later', { chat: group, kind: 'answer' })]);
    await eventually(async () => (await rowOf('later'))?.state === 'sent');
    const said = saidIn(home.telegram, supergroup);
    expect(said.filter((words) => !words.includes('Terima kasih'))).toEqual(['then', 'later']);
    expect(saidIn(home.telegram, group)).not.toContain('then');
  });
});
