import type { Announcement } from '../../../src/domain/announcement';
import type { Announcements } from '../../../src/ports/announcements';
import { after, storesAtHome } from '../../support/stores-at-home';

let announcements: Announcements;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ announcements, close } = await storesAtHome());
});
afterEach(() => close());

const anAnnouncement = (but: Partial<Announcement> = {}): Announcement => ({
  ...{ id: 'A1', wordings: [{ id: 'A1', text: 'Rapat', by: 'RATNA', at: after(0) }] },
  ...{ audience: { who: 'managers' }, repeat: 'once', zone: 'Asia/Makassar', state: 'planned' },
  ...{ by: 'RATNA', madeAt: after(0), regencies: ['Paser'] },
  ...but,
});
const seenBy = async (regencies: readonly string[] | 'all', by = 'JOKO') => {
  const page = await announcements.page({ by, regencies }, { skip: 0, limit: 10 });
  expect(page.total).toBe(page.announcements.length);
  return page.announcements.map(({ id }) => id);
};

describe('the announcements somebody may see', () => {
  beforeEach(async () => {
    for (const [n, but] of [
      { id: 'HERE' },
      { id: 'HERE_DRAFT', state: 'draft' },
      { id: 'BOTH', regencies: ['Paser', 'Berau'] },
      { id: 'BOTH_DRAFT', regencies: ['Paser', 'Berau'], state: 'draft' },
      { id: 'ALL', regencies: 'all', state: 'withdrawn' },
      { id: 'ALL_DRAFT', regencies: 'all', state: 'draft' },
      { id: 'THERE', regencies: ['Berau'] },
      { id: 'DROPPED', state: 'dropped' },
      { id: 'OWN', regencies: 'all', state: 'draft', by: 'JOKO' },
    ].entries())
      await announcements.add(
        anAnnouncement({ ...(but as Partial<Announcement>), madeAt: after(n) }),
      );
  });

  it('are their own, and what goes to some of their regencies once it is no draft', async () => {
    expect(await seenBy(['Paser'])).toEqual(['OWN', 'ALL', 'BOTH', 'HERE']);
    expect(await seenBy(['Berau'], 'SITI')).toEqual(['THERE', 'ALL', 'BOTH']);
    expect(await seenBy([], 'SITI')).toEqual(['ALL']);
  });

  it('are all but drafts of others and what was dropped for those who look after every regency', async () => {
    expect(await seenBy('all')).toEqual(['OWN', 'THERE', 'ALL', 'BOTH', 'HERE']);
  });
});

describe('how an announcement ends', () => {
  it.each([
    ['draft', 'dropped', true],
    ['planned', 'dropped', false],
    ['stopped', 'dropped', false],
    ['planned', 'stopped', true],
    ['stopped', 'stopped', false],
    ['withdrawn', 'stopped', false],
    ['dropped', 'stopped', false],
    ['planned', 'withdrawn', true],
    ['stopped', 'withdrawn', true],
    ['withdrawn', 'withdrawn', false],
  ] as const)('from %s it may be %s: %s', async (state, how, may) => {
    await announcements.add(anAnnouncement({ state }));
    expect(await announcements.end('A1', how, 'sudah selesai')).toBe(may);
    const now = await announcements.one('A1');
    expect(now?.state).toBe(may ? how : state);
    expect(now?.why).toBe(may ? 'sudah selesai' : undefined);
  });

  it('is never a plan again', async () => {
    await announcements.add(anAnnouncement({ state: 'draft' }));
    await announcements.end('A1', 'dropped');
    expect(await announcements.plan('A1', after(60))).toBe(false);
    expect(await announcements.planned()).toEqual([]);
  });
});
