import { institutionsOfGroup } from '../../../src/board/institutions-of-group';
import { mergeInstitutions } from '../../../src/board/merge-institutions';
import { wholeReach } from '../../../src/domain/rights';
import type { Groups } from '../../../src/ports/groups';
import { type ClockworkAtHome, clockworkAtHome } from '../../support/clockwork-at-home';

let home: ClockworkAtHome;
let groups: Groups;
let chat = -100;
const at = new Date('2026-11-23T01:00:00Z');

beforeAll(async () => {
  home = await clockworkAtHome();
  ({ groups } = home.world);
});
afterAll(() => home.close());

/** A group that hears of these. */
async function hearing(...institutions: readonly string[]): Promise<number> {
  chat -= 1;
  await groups.met(chat, `Grup ${chat}`, at);
  await groups.link(chat, { institutions }, { at, by: 'RATNA', thread: 7 });
  return chat;
}
const linked = async (id: number) => (await groups.of(id))?.institutions;
const heard = async (id: string) => (await groups.reaching([id])).map((one) => one.chat);

describe('groups', () => {
  it('are met once, and anew after they were left', async () => {
    expect(await groups.met(-1, 'Satu', at)).toBe(true);
    expect(await groups.met(-1, 'Dua', at)).toBe(false);
    expect(await groups.gone(-1, at)).toBe(true);
    expect(await groups.gone(-1, at)).toBe(false);
    expect(await groups.met(-1, 'Tiga', at)).toBe(true);
    expect(await groups.of(-1)).toEqual({ chat: -1, title: 'Tiga' });
  });

  it('keep both when two officers add at once', async () => {
    const id = await hearing('bina-iman');
    await Promise.all(['al-ikhsan', 'datu-ismail'].map((one) => groups.add(id, one, { at })));
    expect(new Set(await linked(id))).toEqual(new Set(['bina-iman', 'al-ikhsan', 'datu-ismail']));
  });

  it('may be several for one institution, unless they were left', async () => {
    const [one, other, left] = [
      await hearing('datu-ismail'),
      await hearing('datu-ismail', 'bina-iman'),
      await hearing('datu-ismail'),
    ];
    await groups.gone(left, at);
    expect(await heard('datu-ismail')).toEqual(expect.arrayContaining([one, other]));
    expect(await heard('datu-ismail')).not.toContain(left);
  });

  it('forget a topic only when it is still theirs', async () => {
    const id = await hearing('bina-iman');
    await groups.topicGone(id, 8);
    expect((await groups.of(id))?.thread).toBe(7);
    await groups.topicGone(id, 7);
    expect((await groups.of(id))?.thread).toBeUndefined();
    await groups.writeTo(id, 9);
    expect((await groups.of(id))?.thread).toBe(9);
    await groups.writeTo(id, undefined);
    expect((await groups.of(id))?.thread).toBeUndefined();
  });

  it('follow an institution that is merged, and hear of none that is archived', async () => {
    const { world } = home;
    const [some] = await world.institutions.within(wholeReach);
    if (!some) throw new Error('There is no institution');
    await world.institutions.found([
      { ...some, id: 'ganda', name: 'Ganda' },
      { ...some, id: 'arsip', name: 'Arsip' },
    ]);
    const id = await hearing('ganda', 'arsip');
    await world.institutions.archive('arsip', at);
    const merge = { id: 'M1', from: 'ganda', into: 'al-ikhsan', by: 'RATNA', at };
    await mergeInstitutions(merge, world);
    expect(await linked(id)).toEqual(['arsip', 'al-ikhsan']);
    const group = await groups.of(id);
    const meant = group ? await institutionsOfGroup(group, world) : [];
    expect(meant.map((one) => one.id)).toEqual(['al-ikhsan']);
  });
});
