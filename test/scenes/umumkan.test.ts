import { cast } from '../../src/cast';
import { textOf } from '../../src/domain/announcement';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';
import { labels } from '../support/seen';

const { hamdan, yusuf, maryam, rahmat, ratna, joko, anwar } = cast;
const everyone = -1001000000001;
const ofBinaIman = -4001;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  const { groups, clock } = home.world;
  const linked = { at: clock.now() };
  await groups.met(everyone, 'BLK Komunitas Paser', clock.now());
  await groups.link(everyone, { institutions: 'all', regencies: 'all' }, linked);
  await groups.met(ofBinaIman, 'Pesantren Bina Iman', clock.now());
  await groups.link(ofBinaIman, { institutions: ['bina-iman'] }, linked);
}, 60_000);
afterAll(() => home.stop());

const got = (chat: number, words: string) =>
  home.telegram.chat(chat).filter(({ from, text }) => from.isBot && text.includes(words));
const quiet = () => eventually(async () => !(await home.world.sent.isBusy(home.clock.now())));
const officer = () => home.as(ratna);

/** Answers the questions and sends it, or plans it. */
async function announces(text: string, ...steps: readonly string[]) {
  await officer().goes(
    '/umumkan',
    '<Buat pengumuman>',
    ...steps.slice(0, -1),
    '<Tulisan saja>',
    text,
  );
  await officer().goes(steps.at(-1) ?? '<Sekarang>', '<Lihat contohnya>');
}

describe('an announcement', () => {
  it('is shown as it will look before anything is sent', async () => {
    await announces('Rapat *besok* pukul 09.00', '<Semua grup>', '<Sekarang>');
    const [preview, control] = home.as(ratna).chat().slice(-2);
    expect(preview?.text).toBe('Rapat besok pukul 09.00');
    expect(preview?.entities).toEqual([{ type: 'bold', offset: 6, length: 5 }]);
    expect(labels(preview!)).toEqual(['✅ Sudah dibaca']);
    expect(control?.text).toContain('Penerima: 2 grup');
    expect(got(everyone, 'Rapat besok')).toEqual([]);
  });

  it('is tried out on its author alone', async () => {
    const before = got(ratna.id, 'Rapat besok').length;
    await officer().taps('Uji ke saya');
    await quiet();
    expect(got(ratna.id, 'Rapat besok')).toHaveLength(before + 1);
    expect(got(everyone, 'Rapat besok')).toEqual([]);
  });

  it('goes once to each chat, however often its button is tapped', async () => {
    await officer().hurries('<Kirim sekarang>', '<Kirim sekarang>');
    await quiet();
    expect(got(everyone, 'Rapat besok')).toHaveLength(1);
    expect(got(ofBinaIman, 'Rapat besok')).toHaveLength(1);
    expect(got(hamdan.id, 'Rapat besok')).toEqual([]);
  });

  it('tells its author how it went', async () => {
    await home.playTo('2026-11-23T01:01:00Z');
    const [news] = got(ratna.id, 'Pengumuman selesai dikirim');
    expect(news?.text).toContain('✅ Terkirim: 2');
    expect(labels(news!)).toEqual(['Hasil per penerima', 'Buka pengumuman']);
  });

  it('cannot be stopped by an old button once it is sent', async () => {
    const [announcement] = await home.world.announcements.planned();
    const [edition] = await home.world.editions.of(announcement!);
    await officer().forges(`umumkan:${edition!.id}.x`);
    expect(officer().toast()).toContain('sudah selesai dikirim');
    expect((await home.world.editions.one(edition!.id))?.stoppedAt).toBeUndefined();
  });

  it('counts its readers once each, and shows officers who they are', async () => {
    const [message] = got(everyone, 'Rapat besok');
    const reads = async (id: number, chat: number, of: number) => {
      const tapped = home.telegram.taps(id, chat, of, 'Sudah dibaca');
      const update = tapped.kind === 'query' ? tapped.updateId : undefined;
      await home.as({ id: chat }).settled(update);
    };
    for (const { id } of [hamdan, maryam, hamdan]) await reads(id, everyone, message!.id);
    // Whoever reads it in two groups is one person.
    await reads(hamdan.id, ofBinaIman, got(ofBinaIman, 'Rapat besok')[0]!.id);
    home.clock.set('2026-11-23T01:01:10Z');
    await quiet();
    expect(labels(got(everyone, 'Rapat besok')[0]!)).toEqual(['✅ Sudah dibaca (2)']);
    await officer().taps('Buka pengumuman');
    const result = await officer().taps('Hasil kiriman');
    expect(result.text).toContain('Menandai sudah dibaca: 2 orang');
    const who = await officer().taps('Siapa yang membaca');
    expect(who.text).toContain('Grup BLK Komunitas Paser: Ustaz Hamdan, Ustazah Maryam');
    expect(who.text).toContain('· 2 orang');
    expect(who.text).toContain('Grup Pesantren Bina Iman: Ustaz Hamdan');
    await officer().goes('<Kembali>', '<Pengumumannya>');
  });

  it('gets other words where it was sent already, and keeps its readers', async () => {
    await officer().goes('<Ubah tulisan>', 'Rapat *lusa* pukul 10.00');
    await officer().taps('Tidak, hanya perbaikan kecil');
    expect(officer().sees().text).toContain('Tulisan baru: Rapat lusa pukul 10.00');
    await officer().taps('Simpan');
    await quiet();
    expect(got(everyone, 'Rapat besok')).toEqual([]);
    const [changed] = got(everyone, 'Rapat lusa pukul 10.00');
    expect(labels(changed!)).toEqual(['✅ Sudah dibaca (2)']);
    expect(got(ofBinaIman, 'Rapat lusa')).toHaveLength(1);
  });

  it('is taken back from everybody', async () => {
    await officer().goes(
      '<Buka pengumuman>',
      '<Hasil kiriman>',
      '<Tarik kembali>',
      '<Ya, tarik kembali>',
    );
    await quiet();
    expect(got(everyone, 'Rapat lusa')).toEqual([]);
    expect(got(ofBinaIman, 'Rapat lusa')).toEqual([]);
  });
});

describe('whom an announcement reaches', () => {
  const recipients = async (...steps: readonly string[]) => {
    await announces('Uji penerima', ...steps, '<Sekarang>');
    const { text } = officer().sees();
    await officer().taps('Tidak jadi');
    return /Penerima: (.*)/u.exec(text)?.[1];
  };

  it('is all managers and their deputies', async () => {
    expect(await recipients('<Semua pengelola>')).toBe('4 pengelola');
  });

  it('is the groups and managers of chosen institutions, each chat once', async () => {
    const ways = ['<Selesai (2 dipilih)>', '<Grup dan pengelola>'];
    expect(await recipients('<BLK tertentu>', '<Bina Iman>', '<Al Ikhsan>', ...ways)).toBe(
      '1 grup dan 3 pengelola',
    );
  });

  it('is a choice that can be taken back, or found by typing', async () => {
    await officer().goes('/umumkan', '<Buat pengumuman>', '<BLK tertentu>', 'iman', 'datu');
    expect(labels(officer().sees())).toContain('✓ Bina Iman');
    const taken = await officer().taps('✓ Datu Ismail');
    expect(labels(taken)).toContain('Selesai (1 dipilih)');
    await officer().says('/batal');
  });

  it('follows the activity status, and never tells groups of it', async () => {
    expect(await recipients('<Menurut keaktifan>', '<Belum mulai>', '<Selesai>')).toBe(
      '4 pengelola',
    );
    expect(await recipients('<Menurut keaktifan>', '<Pasif>', '<Selesai>')).toBe('belum ada');
  });

  it('follows the stage of the registration', async () => {
    expect(
      await recipients('<Menurut tahap>', '<Sudah selesai seluruh tahap>', '<Selesai (1 dipilih)>'),
    ).toBe('belum ada');
  });

  it('follows the regency', async () => {
    const steps = ['<Per kabupaten/kota>', '<Kabupaten Paser>', '<Selesai>', '<Grup saja>'];
    expect(await recipients(...steps)).toMatch(/grup/u);
  });
});

describe('the words of an announcement', () => {
  it('are asked again with the reason while a mark is not closed', async () => {
    await officer().goes('/umumkan', '<Buat pengumuman>', '<Semua grup>', '<Tulisan saja>');
    const why = await officer().says('Mohon *segera dikirim');
    expect(why.text).toContain('tanda * pada “*segera dikirim” belum ada penutupnya');
    const next = await officer().says('Mohon \\*segera dikirim');
    expect(next.text).toContain('Kapan dikirim?');
    await officer().says('/batal');
  });
});

describe('who may announce', () => {
  it('is officers and heads', async () => {
    expect((await home.as(anwar).says('/umumkan')).text).toContain('pengumuman');
    expect((await home.as(hamdan).says('/umumkan')).text).toContain('belum tersedia untuk Anda');
  });

  it('keeps drafts to their author, who alone confirms them', async () => {
    await announces('Draf Ibu Ratna', '<Semua grup>', '<Sekarang>');
    const { id: by = '' } = (await home.world.people.byTelegram(ratna.id)) ?? {};
    const { announcements } = await home.world.announcements.page(
      { by, regencies: 'all' },
      { skip: 0, limit: 50 },
    );
    const draft = announcements.find(({ wordings }) => textOf({ wordings }) === 'Draf Ibu Ratna');
    await home.as(anwar).says('/umumkan');
    await home.as(anwar).forges(`umumkan:${draft!.id}.k`);
    expect(home.as(anwar).sees().text).toContain('tidak ditemukan');
    await home.as(anwar).says(`/umumkan ${draft!.id}`);
    expect(home.as(anwar).sees().text).toContain('tidak ditemukan');
    expect((await home.as(joko).says(`/umumkan ${draft!.id}`)).text).toContain('tidak ditemukan');
    await quiet();
    expect(got(everyone, 'Draf Ibu Ratna')).toEqual([]);
  });
});

describe('what is planned', () => {
  it('goes out at its hour in its zone, across a restart, and again every week', async () => {
    await officer().goes('/umumkan', '<Buat pengumuman>', '<Semua pengelola>', '<Tulisan saja>');
    await officer().goes('Jangan lupa laporan', '<Setiap minggu>', '<Besok>', '09.15');
    await officer().goes('<Lihat contohnya>', '<Jadwalkan>');
    expect(officer().sees().text).toContain('Setiap Selasa, pukul 09.15 WITA, mulai 24 Nov 2026');
    await home.playTo('2026-11-24T01:14:00Z');
    expect(got(rahmat.id, 'Jangan lupa laporan')).toEqual([]);
    await home.restart();
    await home.playTo('2026-11-24T01:16:00Z');
    for (const { id } of [hamdan, yusuf, maryam, rahmat])
      expect(got(id, 'Jangan lupa laporan')).toHaveLength(1);
    await home.playTo('2026-12-01T01:16:00Z');
    expect(got(rahmat.id, 'Jangan lupa laporan')).toHaveLength(2);
  });

  it('is sent no more once its plan is cancelled', async () => {
    await officer().goes(
      '/umumkan',
      '<Jangan lupa laporan>',
      '<Batalkan jadwal>',
      '<Ya, batalkan>',
    );
    await home.playTo('2026-12-09T01:16:00Z');
    expect(got(rahmat.id, 'Jangan lupa laporan')).toHaveLength(2);
  });
});
