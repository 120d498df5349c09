import { version } from '../../package.json';
import { deedWords } from '../../src/board/deed-words';
import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

const { hamdan, ratna, joko, sari } = cast;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

const line = async (words: string) => {
  const { text } = await home.as(joko).says('/sistem');
  return text.split('\n').find((each) => each.includes(words));
};

describe('/sistem', () => {
  it('tells an admin what runs and since when', async () => {
    const { text } = await home.as(joko).says('/sistem');
    expect(text).toContain(`BLK Aktif ${version}`);
    expect(text).toContain('Berjalan sejak: 23 Nov 2026 09.00');
    expect(text).toContain('Penyimpanan: bawaan');
    expect(text).toContain('• menyapa pengelola: belum pernah');
  });

  it('says when each job ran last, and marks one that failed since', async () => {
    await home.playTo('2026-11-23T01:05:00Z');
    expect(await line('menyapa pengelola')).toBe('• menyapa pengelola: 23 Nov 2026 09.00');
    const failed = { job: 'check-in', scope: 'bina-iman', state: 'failed', late: false, did: 'x' };
    const at = new Date('2026-11-23T01:04:00Z');
    const slot = new Date('2026-11-23T01:03:30Z');
    await home.world.appointments.settle({ ...failed, state: 'failed', at, slot }, undefined);
    expect(await line('menyapa pengelola')).toBe(
      '⚠️ menyapa pengelola: 23 Nov 2026 09.00, gagal 23 Nov 2026 09.04',
    );
  });

  it('counts what waits, what could not be handled, and what failed', async () => {
    const at = home.clock.now();
    await home.store.collection<{ _id: number }>('inbox').insertOne({
      ...{ _id: 1, lane: 'x', body: {}, state: 'aside', notBefore: at, at },
    });
    await home.world.outbox.put([
      {
        ...{ key: 'later', kind: 'reminder', chat: 1001, at },
        ...{ notBefore: new Date('2027-01-01T00:00:00Z') },
        act: { do: 'say', card: { text: 'x' as never } },
      },
    ]);
    // The command that asks does not wait: it is being answered.
    expect(await line('Pesan masuk')).toBe('Pesan masuk menunggu: 0, tidak dapat diproses: 1');
    const { later } = (await home.world.health.counts(at)).messages;
    expect(await line('Pesan keluar')).toContain(`terjadwal: ${later},`);
    expect(later).toBeGreaterThanOrEqual(1);
  });

  it('shows who did what, newest first, page by page, without what was said', async () => {
    for (let n = 0; n < 12; n += 1)
      await home.world.audit.note({
        ...{ id: `deed ${n}`, who: 'stranger', did: 'refused', what: `report ${n}` },
        at: new Date(home.clock.now().getTime() + n * 60_000),
      });
    await home.as(joko).says('/sistem');
    const first = await home.as(joko).taps('Catatan tindakan');
    expect(first.text.split('\n')[1]).toMatch(/· seseorang · ditolak: laporan 11$/u);
    expect((await home.as(joko).taps('›')).text).toContain('laporan 0');
  });

  it.each([
    ['reviewed', 'approve report NN4JP0S8N4', 'memeriksa: laporan NN4JP-0S8N4, disetujui'],
    [
      'reported',
      'nil NN4JP0S8N4 of bina-iman',
      'laporan nihil NN4JP-0S8N4 atas nama BLK Bina Iman',
    ],
    ['planned', 'approve course NN4JP0S8N4', 'rencana pelatihan NN4JP-0S8N4, disetujui'],
    ['changed', 'registration bina-iman, D2: submitted', 'langkah D2 BLK Bina Iman: diajukan'],
    [
      'added',
      'leave of bina-iman until 2026-12-24',
      'libur BLK Bina Iman, sampai Kamis, 24 Desember',
    ],
    ['merged', 'al-ikhsan into bina-iman', 'menggabungkan: Al Ikhsan ke Bina Iman'],
    ['joined', 'manager', 'bergabung sebagai: Pengelola'],
    ['saw', 'own data', 'melihat: data sendiri'],
    ['changed', 'Batas aktif, semua BLK: 90 hari → 80 hari', 'mengubah: Batas aktif, semua BLK'],
    ['closed', 'obstacle NN4JP0S8N4', 'menutup: kendala NN4JP-0S8N4'],
    ['refused', '/rekap', 'ditolak: /rekap'],
    ['linked', '-1001: bina-iman', 'menghubungkan grup: Bina Iman'],
    ['announced', 'NN4JP0S8N4, stopped', 'mengumumkan: pengumuman NN4JP-0S8N4, dihentikan'],
  ] as const)('says in plain words what was done: %s %s', async (did, what, words) => {
    expect(await deedWords({ did, what }, home.world)).toContain(words);
  });

  it('names who entered what for a centre, and a leave', async () => {
    home.clock.advance(30 * 60_000);
    await home.as(ratna).goes('/nihil', 'Bina Iman', '<Kesibukan pondok>', '<Lewati>', '<Kirim>');
    await home.as(hamdan).goes('/libur', '<Besok>', '24 Desember 2026', '<Lainnya>', '<Kirim>');
    const { text } = await home.as(joko).goes('/sistem', '<Catatan tindakan>');
    expect(text).toMatch(/Ibu Ratna · mencatat: laporan nihil \S+ atas nama BLK Bina Iman/u);
    expect(text).toContain('Ustaz Hamdan · menambah: libur BLK Bina Iman');
  });

  it.each([hamdan, ratna, sari])('is for admins alone', async (member) => {
    await home.as(member).says('/saya');
    await home.as(member).forges('sistem:a0');
    await home.as(member).says('/sistem');
    expect(
      home
        .as(member)
        .chat()
        .some(({ text }) => text.includes('Catatan tindakan')),
    ).toBe(false);
    expect(
      home
        .as(member)
        .chat()
        .some(({ text }) => text.includes('Penyimpanan')),
    ).toBe(false);
  });
});
