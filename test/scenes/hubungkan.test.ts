import { cast, castGroups } from '../../src/cast';
import type { Institution } from '../../src/domain/institution';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { type InGroup, inGroup } from '../support/in-group';
import { anOfficerOf } from '../support/officer-elsewhere';

let home: BotAtHome;
let group: InGroup;
const { ratna, hamdan, anwar, sari: near, fauzi: far } = cast;

beforeEach(async () => {
  home = await botAtHome();
  group = inGroup(home, castGroups[1].id);
});
afterEach(() => home.stop());

const linked = async () => (await home.world.groups.of(group.chat))?.institutions;
const deeds = async () => {
  const { entries } = await home.world.audit.page({ skip: 0, limit: 20 });
  return entries
    .filter(({ did }) => ['linked', 'unlinked', 'refused'].includes(did))
    .map(({ did, what }) => `${did} ${what}`);
};
const labels = ({ rows }: { readonly rows: readonly (readonly { readonly text: string }[])[] }) =>
  rows.flat().map(({ text }) => text);

/** Many centres in another regency, the first of which is called Jauh 001. */
async function farAway(count: number): Promise<void> {
  const [some] = await home.world.institutions.within({ institutions: [], regencies: 'all' });
  const far = Array.from({ length: count }, (_, n): Institution => {
    const name = `Jauh ${String(n + 1).padStart(3, '0')}`;
    return { ...(some as Institution), id: `jauh-${n + 1}`, name, regency: 'Kabupaten Penajam' };
  });
  await home.world.institutions.found(far);
}

describe('/hubungkan in a group', () => {
  it('shows what the group is linked to', async () => {
    const [card] = await group.says(ratna, '/hubungkan');
    expect(card?.text).toContain('Grup Pesantren Bina Iman');
    expect(card?.text).toContain('Terhubung dengan 1 BLK: Bina Iman.');
    expect(labels(card!)).toEqual(['Semua BLK', 'Pilih BLK', 'BLK yang terhubung', 'Putuskan']);
  });

  it('links one more and takes one away, and writes both down', async () => {
    await group.says(ratna, '/hubungkan');
    await group.taps(ratna, 'Pilih BLK');
    expect(labels(await group.taps(ratna, 'Al Ikhsan'))).toContain('✅ Al Ikhsan');
    expect(await linked()).toEqual(['bina-iman', 'al-ikhsan']);
    expect(labels(await group.taps(ratna, '✅ Bina Iman'))).toContain('Bina Iman');
    expect(await linked()).toEqual(['al-ikhsan']);
    expect(await deeds()).toEqual(['unlinked -4001: bina-iman', 'linked -4001: al-ikhsan']);
    expect((await group.taps(ratna, 'Selesai')).text).toContain('1 BLK: Al Ikhsan');
  });

  it('finds institutions by words, among thousands', async () => {
    await farAway(120);
    const [many] = await group.says(ratna, '/hubungkan jauh');
    expect(many?.text).toContain('Ada 120 BLK yang cocok');
    const [one] = await group.says(ratna, '/hubungkan jauh 077');
    expect(labels(one!)).toEqual(['Jauh 077', 'Selesai']);
    expect((await group.taps(ratna, 'Jauh 077')).text).toContain('2 BLK: Bina Iman, Jauh 077');
    await group.taps(ratna, 'Pilih BLK');
    const second = await group.taps(ratna, '›');
    expect(labels(second)).toContain('2 / 16');
    const data = second.rows.flat().map(({ callback_data: each }) => each ?? '');
    expect(data.every((each) => Buffer.byteLength(each) <= 64)).toBe(true);
  });

  it('links to all, then to one only, then to none', async () => {
    await group.says(ratna, '/hubungkan');
    expect((await group.taps(ratna, 'Semua BLK')).text).toContain('semua BLK di semua wilayah');
    await group.taps(ratna, 'Semua BLK');
    expect(home.as(ratna).toast()).toBe('Grup ini sudah terhubung dengan semua BLK itu.');
    expect(await linked()).toBe('all');
    expect((await group.taps(ratna, 'Pilih BLK')).text).toContain(
      'Sekarang grup ini terhubung dengan semua BLK di semua wilayah. Begitu satu BLK diketuk, grup ini hanya terhubung dengan BLK yang diberi ✅.',
    );
    expect((await group.taps(ratna, 'Datu Ismail')).text).not.toContain('Begitu satu BLK');
    expect(await linked()).toEqual(['datu-ismail']);
    await group.taps(ratna, 'Selesai');
    expect((await group.taps(ratna, 'Putuskan')).text).toContain('Putuskan hubungan grup');
    expect((await group.taps(ratna, 'Ya, putuskan')).text).toContain('Belum terhubung');
    expect(await linked()).toBeUndefined();
  });

  it('does the same once when a tap arrives twice', async () => {
    await group.says(ratna, '/hubungkan');
    await group.taps(ratna, 'Pilih BLK');
    await group.taps(ratna, 'Al Ikhsan');
    await group.forges(ratna, 'hubungkan:.p.al-ikhsan.0');
    expect(await linked()).toEqual(['bina-iman', 'al-ikhsan']);
    expect(await deeds()).toHaveLength(1);
  });

  it('refuses everybody but officers, without a word in the group for a tap', async () => {
    for (const member of [hamdan, cast.yusuf]) {
      const [no] = await group.says(member, '/hubungkan');
      expect(no?.text).toContain('/hubungkan di grup hanya untuk petugas dinas');
    }
    await group.says(ratna, '/hubungkan');
    const before = group.fromBot().length;
    await group.taps(hamdan, 'Semua BLK');
    expect(group.fromBot()).toHaveLength(before);
    expect(home.as(hamdan).toast()).toContain('belum tersedia untuk Anda');
    expect(await linked()).toEqual(['bina-iman']);
    expect(await deeds()).toEqual(Array.from({ length: 3 }, () => 'refused /hubungkan'));
  });

  it('lets nobody link by a forged id', async () => {
    await group.says(ratna, '/hubungkan');
    await group.forges(ratna, 'hubungkan:.p.tidak-ada.0');
    await group.forges(ratna, 'hubungkan:.x.-4001');
    expect(await linked()).toEqual(['bina-iman']);
  });
});

describe('the scope of an officer', () => {
  beforeEach(async () => {
    await farAway(2);
    await anOfficerOf(home, 'Kabupaten Penajam', far);
    await anOfficerOf(home, 'Kabupaten Paser', near);
    for (const { id } of [far, near]) home.telegram.joins(id, group.chat);
  });

  it('hides what lies outside, keeps what others linked there, and lets link one by one', async () => {
    const [card] = await group.says(far, '/hubungkan');
    expect(card?.text).toContain('1 BLK di luar wilayah tugas Anda');
    expect(card?.text).not.toContain('Bina Iman.');
    expect(labels(card!)).toEqual(['Semua BLK di wilayah saya', 'Pilih BLK']);
    const list = await group.taps(far, 'Pilih BLK');
    expect(labels(list)).toEqual(['Jauh 001', 'Jauh 002', 'Selesai']);
    await group.taps(far, 'Jauh 001');
    await group.forges(far, 'hubungkan:.l.bina-iman.0');
    await group.forges(far, 'hubungkan:.p.al-ikhsan.0');
    expect(home.as(far).toast()).toContain('tidak ditemukan di wilayah tugas Anda');
    await group.forges(far, 'hubungkan:.a');
    expect(home.as(far).toast()).toContain('di luar wilayah Anda');
    expect(await linked()).toEqual(['bina-iman', 'jauh-1']);
    await group.forges(far, 'hubungkan:.y');
    expect(await linked()).toEqual(['bina-iman']);
  });

  it('adds a regency to those of another officer, and takes only that one away', async () => {
    const regencies = async () => (await home.world.groups.of(group.chat))?.regencies;
    await group.says(near, '/hubungkan');
    await group.taps(near, 'Semua BLK di wilayah saya');
    await group.says(far, '/hubungkan');
    await group.taps(far, 'Semua BLK di wilayah saya');
    expect(await regencies()).toEqual(['Kabupaten Paser', 'Kabupaten Penajam']);
    await group.forges(far, 'hubungkan:.p.jauh-1.0');
    expect(home.as(far).toast()).toContain('oleh petugas wilayah lain');
    await group.forges(far, 'hubungkan:.y');
    expect(await regencies()).toEqual(['Kabupaten Paser']);
  });

  it('leaves a group alone that an officer of everywhere linked to all', async () => {
    await group.says(ratna, '/hubungkan');
    await group.taps(ratna, 'Semua BLK');
    await group.forges(far, 'hubungkan:.y');
    await group.forges(far, 'hubungkan:.p.jauh-1.0');
    expect(await linked()).toBe('all');
  });
});

describe('/hubungkan in the private chat', () => {
  it('says where to type it, and lists the groups with what they are linked to', async () => {
    const { text, rows } = await home.as(ratna).says('/hubungkan');
    expect(text).toContain('ketik /hubungkan di sana');
    expect(text).toContain('BLK Komunitas Paser\nTerhubung dengan semua BLK di semua wilayah.');
    expect(text).toContain('Pesantren Bina Iman\nTerhubung dengan 1 BLK: Bina Iman.');
    expect(rows.flat()).toHaveLength(2);
  });

  it('unlinks a group that the officer is not in', async () => {
    await home.as(ratna).goes('/hubungkan', '<Pesantren Bina Iman>', '<Putuskan>', '<Ya>');
    expect(home.as(ratna).sees().text).toContain('Belum terhubung');
    expect(await linked()).toBeUndefined();
  });

  it('hides groups that are linked elsewhere alone', async () => {
    await farAway(1);
    await anOfficerOf(home, 'Kabupaten Penajam', far);
    const { text } = await home.as(far).says('/hubungkan');
    expect(text).toContain('BLK Komunitas Paser');
    expect(text).not.toContain('Bina Iman');
    await home.as(far).forges('hubungkan:.y.-4001');
    expect(await linked()).toEqual(['bina-iman']);
  });

  it('is refused to heads and managers', async () => {
    for (const member of [anwar, hamdan])
      expect((await home.as(member).says('/hubungkan')).text).toContain('belum tersedia');
  });
});
