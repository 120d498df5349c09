import { cast, castGroups } from '../../src/cast';
import { planIn } from '../../src/domain/course';
import type { Institution } from '../../src/domain/institution';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aCourse } from '../support/courses';
import { drawn } from '../support/talk';

let home: BotAtHome;
const strange = 'BLK <b>Al-Huda</b> & Putra_*[x]* \u200Fعربي 🎓';

beforeAll(async () => {
  home = await botAtHome();
  const { institutions, courses } = home.world;
  const registeredAt = new Date('2026-01-05T00:00:00Z');
  const plain: Omit<Institution, 'id' | 'name'> = {
    ...{ kind: 'LPK', zone: 'Asia/Makassar', restDay: 5, rhythm: 'monthly', registeredAt },
    ...{ trade: 'Teknik Las', regency: 'Kabupaten Paser', district: 'Kuaro' },
  };
  await institutions.found([
    { ...plain, id: 'aneh', name: strange },
    { ...plain, id: 'arsip', name: 'LPK Arsip', archivedAt: registeredAt },
  ]);
  await courses.add(aCourse({ id: 'OPEN000000001', state: 'approved', title: 'Desain <grafis>' }));
  await courses.add(aCourse({ id: 'SECRET0000001', state: 'waiting', title: 'Belum disetujui' }));
  await courses.add(
    aCourse({ id: 'HIDDEN0000001', institution: 'arsip', state: 'approved', title: 'Di arsip' }),
  );
  await courses.add(
    aCourse({
      id: 'RUNS000000001',
      state: 'approved',
      title: 'Berjalan',
      startsOn: day('2026-11-20'),
    }),
  );
});
afterAll(() => home.stop());

const guest = () => home.as(cast.sari);

describe('/info', () => {
  it('leads a stranger to an institution by district and by trade', async () => {
    const first = await guest().says('/info');
    expect(drawn(first)).toContain('[Menurut kecamatan] [Menurut kejuruan]');
    await guest().taps('Menurut kecamatan');
    await guest().taps('Kuaro');
    expect(
      guest()
        .sees()
        .rows.flat()
        .map(({ text }) => text),
    ).toContainEqual(expect.stringContaining('Kuaro'));
    await guest().says('/info');
    await guest().taps('Menurut kejuruan');
    const list = await guest().taps('Teknik Las (1)');
    expect(list.text).toContain('1 lembaga');
    expect((await guest().taps('Kuaro')).text).toContain(strange);
  });

  it('shows what was approved and is ahead, and nothing else', async () => {
    const page = await guest().says('/info bina-iman');
    expect(page.text).toContain('• Desain <grafis>, 1 Des');
    expect(page.text).toContain('Sedang berjalan: Berjalan, 20 Nov 2026 sampai 10 Des 2026');
    expect(page.text).not.toContain('Belum disetujui');
    expect(page.text).not.toMatch(/\baktif\b|pasif|Hamdan|Keadaan/u);
    expect(page.text).toContain('https://t.me/blk_aktif_bot?start=info_bina-iman');
    const course = await guest().taps('Desain <grafis>');
    expect(course.text).toContain('Kuota: 16 orang');
    expect(course.text).toContain('Syarat: Usia 17 tahun ke atas');
    const ahead = await guest().goes('/info', '<Pelatihan yang akan datang>');
    expect(ahead.text).toContain('Desain <grafis> · Bina Iman');
    expect(ahead.text).not.toMatch(/Di arsip|Belum disetujui|Berjalan/u);
  });

  it('finds each of several words, and courses as well as institutions', async () => {
    expect((await guest().says('/info las kuaro')).text).toContain('1 lembaga');
    const found = await guest().says('/info grafis');
    expect(found.text).toContain('Pelatihan yang cocok');
    expect(found.text).toContain('Desain <grafis>');
    const course = await guest().taps('Desain <grafis>');
    expect(course.text).toContain('Kuota');
    expect(course.rows.flat().map(({ text }) => text)).toContain('Bagikan');
  });

  it('finds by words, and says kindly when there is nothing', async () => {
    expect(drawn(await guest().says('/info las'))).toContain('1 lembaga');
    expect((await guest().says('/info .*')).text).toContain('belum ada yang cocok');
    expect((await guest().says('/info arsip')).text).toContain('belum ada yang cocok');
  });

  it('finds a trade by what people call it, and gives an example that finds something', async () => {
    for (const words of ['komputer', 'KOMPU', 'kursus kömputer', 'mengetik'])
      expect([words, drawn(await guest().says(`/info ${words}`))]).toEqual([
        words,
        expect.stringContaining('BLK dan LPK · 2 lembaga'),
      ]);
    for (const text of [
      (await guest().says('/info')).text,
      (await guest().says('/info zzz')).text,
    ]) {
      const example = /ketik \/info dan kata yang dicari, misalnya: \/info (\S+)\.$/u.exec(
        text,
      )?.[1];
      expect(example).toBe('komputer');
      expect((await guest().says(`/info ${example!}`)).text).toContain('2 lembaga');
    }
    expect((await guest().says('/info zzz')).text).toContain(
      'Mohon maaf, belum ada yang cocok. Silakan lihat dari awal, atau ketik /info dan kata yang dicari, misalnya: /info komputer.',
    );
  });

  it('shows the courses of a centre that is found, and no empty list below those found by title', async () => {
    const bina = await guest().says('/info bina');
    expect(bina.text).toMatch(/• 1 Des 2026 · Desain <grafis> · Bina Iman[\s\S]*1 lembaga/u);
    expect((await guest().says('/info desain grafis')).text).not.toContain('0 lembaga');
  });

  it('says that a course has begun or is over, and leads to what comes next', async () => {
    const { courses } = home.world;
    await courses.add(
      aCourse({
        ...{ id: 'ENDED00000001', state: 'approved', title: 'Las dasar' },
        ...{ startsOn: day('2026-11-02'), endsOn: day('2026-11-20') },
      }),
    );
    expect((await guest().says('/start kelas_RUNS000000001')).text).toContain(
      'Pelatihan ini sedang berjalan, dan pendaftarannya sudah ditutup.',
    );
    const over = 'Pelatihan Las dasar di BLK Bina Iman sudah selesai pada Jumat, 20 November 2026.';
    const page = await guest().says('/start kelas_ENDED00000001');
    expect(drawn(page)).toBe(
      [
        ...[over, '', 'Pelatihan berikutnya di BLK Bina Iman:'],
        '• 1 Des 2026 · Desain <grafis> · Bina Iman',
        '[1 Des 2026 · Desain <grafis>]',
        '[Bina Iman]',
        '[Pelatihan di tempat lain]',
      ].join('\n'),
    );
    const asked = await guest().says('/start minat_.ENDED00000001');
    expect(drawn(asked)).toBe(`${over}\n[Bina Iman]`);
  });

  it('shows a course as it was approved while a change of it waits, and says when it is taken back', async () => {
    const by = { by: 'RATNA', at: home.clock.now(), from: 'waiting' } as const;
    const plan = aCourse({ id: 'MOVED00000001', institution: 'al-ikhsan', title: 'Umum' });
    await home.world.courses.add(plan);
    await home.world.courses.change(plan, { id: 'A1', does: 'approve', ...by });
    const now = (await home.world.courses.one(plan.id))!;
    await home.world.courses.change(
      now,
      { id: 'A2', does: 'change', ...by },
      { ...planIn(plan), title: 'Rahasia' },
    );
    const page = await guest().says('/start kelas_MOVED00000001');
    expect(page.text).toMatch(/^Umum\nTanggal: 1 Des 2026 sampai 10 Des 2026\n/u);
    const changed = (await home.world.courses.one(plan.id))!;
    await home.world.courses.change(changed, { id: 'A3', does: 'approve', ...by });
    const approved = (await home.world.courses.one(plan.id))!;
    await home.world.courses.change(approved, { id: 'A4', does: 'return', ...by });
    expect((await guest().says('/start kelas_MOVED00000001')).text).toBe(
      'Mohon maaf, pelatihan itu saat ini tidak ada dalam jadwal BLK Al Ikhsan.\n\nBelum ada jadwal berikutnya di BLK Al Ikhsan. Silakan lihat halaman lembaganya atau pelatihan di tempat lain.',
    );
  });

  it('does not show by forged buttons what is not for the public', async () => {
    for (const data of [
      'info:.kSECRET0000001',
      'info:.kHIDDEN0000001',
      'info:.iarsip',
      'info:.kNONE',
    ])
      expect((await guest().forges(data)).text).toContain('tidak ada lagi dalam daftar');
    for (const data of [
      'info:.l',
      'info:.l...9',
      'info:.dx.9',
      'info:.c',
      'info:.R99',
      'info:.hzz',
    ])
      expect((await guest().forges(data)).text).not.toBe('');
  });
});

describe('a link to an institution', () => {
  it('opens its page in private', async () => {
    expect((await guest().says('/start info_bina-iman')).text).toContain('Bina Iman');
    expect((await guest().says('/start kelas_OPEN000000001')).text).toContain('Kuota: 16 orang');
    expect((await guest().says('/start info')).text).toContain('Info BLK dan pelatihan');
  });

  it('to one that is unknown or in the archive is answered kindly, with the way to the others', async () => {
    for (const code of ['info_tidak-ada', 'info_arsip', 'kelas_TIDAKADA', 'minat_arsip'])
      expect((await guest().says(`/start ${code}`)).text).toContain('/info');
  });

  it('to a merged duplicate leads to its survivor', async () => {
    await home.store
      .collection<{ _id: string }>('institutions')
      .updateOne({ _id: 'arsip' }, { $set: { mergedInto: 'datu-ismail' } });
    expect((await guest().says('/start info_arsip')).text).toContain('Datu Ismail');
  });
});

describe('in a group', () => {
  const group = castGroups[0];
  const says = async (text: string) => {
    await home.as(group).settled(home.telegram.says(cast.hamdan.id, text, group.id).updateId);
    return home.telegram.chat(group.id).at(-1)!;
  };

  it('works in place, and leads to the private chat for an interest', async () => {
    const first = await says('/info');
    const tapped = home.telegram.taps(cast.hamdan.id, group.id, first.id, 'Semua lembaga');
    await home.as(group).settled((tapped as { updateId: number }).updateId);
    expect(home.telegram.chat(group.id).at(-1)?.id).toBe(first.id);
    const page = await says('/info bina-iman');
    const interested = page.rows.flat().find(({ text }) => text === 'Saya berminat');
    expect(interested?.url).toBe('https://t.me/blk_aktif_bot?start=minat_bina-iman');
    const list = await says('/info grafis');
    const opened = home.telegram.taps(cast.hamdan.id, group.id, list.id, 'Desain <grafis>');
    await home.as(group).settled((opened as { updateId: number }).updateId);
    const url = home.telegram
      .chat(group.id)
      .at(-1)
      ?.rows.flat()
      .find(({ text }) => text === 'Saya berminat')?.url;
    const { said } = home.telegram.followsLink(cast.sari.id, url!) as {
      said?: { updateId?: number };
    };
    await guest().settled(said?.updateId);
    const form = guest()
      .chat()
      .findLast(({ text }) => text.includes('Saya berminat'));
    expect(form?.text).toContain('Untuk: Desain <grafis>');
  });

  it('begins with the institutions it is linked to', async () => {
    await home.world.groups.met(group.id, group.title, home.clock.now());
    await home.world.groups.link(
      group.id,
      { institutions: ['al-ikhsan'] },
      { at: home.clock.now() },
    );
    expect((await says('/info')).rows[0]?.[0]?.text).toBe('Al Ikhsan');
  });
});

describe('a country of many places', () => {
  it('asks for the regency first, and pages through everything', async () => {
    await home.world.institutions.addMany(
      Array.from({ length: 60 }, (_, n) => ({
        ...{ id: `lain-${n}`, name: `LPK Lain ${n}`, kind: 'LPK' as const, trade: 'Barista' },
        ...{ regency: `Kabupaten ${n % 20}`, district: `Kecamatan ${n}`, zone: 'Asia/Makassar' },
        ...{ restDay: 5 as const, rhythm: 'monthly' as const, registeredAt: home.clock.now() },
      })),
    );
    const first = await guest().says('/info');
    expect(first.text).toContain('Silakan pilih daerahnya');
    expect(drawn(first)).toContain('[‹] [1 / 3] [›]');
    await guest().taps('›');
    await guest().taps('Kabupaten 2 (3)');
    expect(guest().sees().text).toContain('Ada 3 lembaga');
    await guest().taps('Semua lembaga');
    expect(guest().sees().text).toContain('Kabupaten 2 · 3 lembaga');
    const found = await guest().says('/info barista');
    expect(drawn(found)).toContain('[‹] [1 / 8] [›]');
    expect((await guest().taps('›')).text).toContain('Pencarian: barista');
  });
});
