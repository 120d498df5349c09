import { cast } from '../../src/cast';
import { wholeReach } from '../../src/domain/rights';
import { standingOf } from '../../src/board/standing-of';
import type { KeptReport } from '../../src/domain/review';
import { type BotAtHome, botAtHome, monday } from '../support/bot-at-home';
import { anOfficerElsewhere } from '../support/officer-elsewhere';
import { anActivity } from '../support/reports';
import { labels } from '../support/seen';

const { hamdan, maryam, ratna, joko, anwar, fauzi } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await anOfficerElsewhere(home);
}, 60_000);
afterAll(() => home.stop());

const idOf = async (telegramId: number) => (await home.world.people.byTelegram(telegramId))!.id;
const kept = async (id: string): Promise<KeptReport> =>
  (await home.world.reviews.one(id, ['bina-iman']))!;
const told = ({ id }: { id: number }, words: string) =>
  home.telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes(words));

let count = 0;
/** A short class that Hamdan reported, after all those before it. */
async function reported(): Promise<string> {
  count += 1;
  const id = `ABCDEFGH${String(count).padStart(2, '0')}`;
  const reportedAt = new Date(Date.parse(monday) - (100 - count) * 60_000);
  const reportedBy = await idOf(hamdan.id);
  await home.world.reports.submitActivity(anActivity({ id, reportedBy, reportedAt }));
  return id;
}

/** Opens a report for an officer, whatever else waits. */
const opened = async (member: { id: number }, id: string) => {
  await home.as(member).says(`/periksa ${id}`);
  return home.as(member);
};

describe('/periksa', () => {
  it('shows what waits one by one, oldest first, and says when nothing does', async () => {
    const officer = home.as(ratna);
    expect((await officer.says('/periksa')).text).toContain('Tidak ada laporan yang menunggu');
    const [first, second] = [await reported(), await reported()];
    expect((await officer.says('/periksa')).text).toContain('1 dari 2');
    expect(officer.sees().text).toContain(`nomor ${first.slice(0, 5)}-${first.slice(5)}`);
    expect(officer.sees().text).toContain('Pengirim: Ustaz Hamdan\nTopik: Mengetik');
    expect((await officer.taps('Lewati')).text).toContain(second.slice(5));
    expect((await officer.says('/tugas')).text).toContain('Laporan menunggu diperiksa: 2, lihat /');
  });

  it('approves with one tap, thanks the manager, and leads on to the next', async () => {
    const officer = home.as(ratna);
    await officer.goes('/periksa', '<Setujui>');
    expect(officer.sees().text).toBe(
      '✅ Laporan Kelas singkat santri/warga (Jumat, 20 November 2026) dari BLK Bina Iman disetujui.',
    );
    expect(told(hamdan, 'sudah diverifikasi petugas')).toHaveLength(1);
    expect(await kept('ABCDEFGH01')).toMatchObject({
      review: 'approved',
      changes: [{ does: 'approve', by: await idOf(ratna.id), from: 'received', to: 'approved' }],
    });
    expect((await officer.taps('Laporan berikutnya (1)')).text).toContain('1 dari 1');
  });

  it('returns a report with a note, which reaches its manager with Perbaiki', async () => {
    const officer = home.as(ratna);
    await officer.goes('<Perlu perbaikan>', 'x', 'Mohon jumlah laki-laki diperiksa', '<Kirim>');
    expect(officer.sees().text).toContain('Catatan Anda sudah diteruskan kepada Ustaz Hamdan.');
    const [message] = told(hamdan, 'mohon dilengkapi');
    expect(message!.text).toContain('Catatan Ibu Ratna: Mohon jumlah laki-laki diperiksa');
    expect(labels(message!)).toEqual(['Perbaiki', 'Lihat laporan']);
  });

  it('opens the correction at the summary, with the old answers and the note', async () => {
    const manager = home.as(hamdan);
    const { text } = await manager.taps('Perbaiki');
    expect(text).toContain('Perbaiki laporan · ringkasan');
    expect(text).toContain('Catatan Ibu Ratna: Mohon jumlah laki-laki diperiksa');
    expect(text).toContain('Peserta laki-laki: 10\nPeserta perempuan: 6\nFoto: tidak ada');
    await manager.taps('Kirim');
    expect(manager.sees().text).toContain('Belum ada isian yang berubah');
    expect((await kept('ABCDEFGH02')).review).toBe('needs-work');
    await manager.goes('<Perbaiki>', '<Ubah Peserta laki-laki>', '12', '<Kirim>');
    expect(manager.sees().text).toContain('perbaikan sudah kami terima');
    expect((await manager.taps('Lihat laporan')).text).toContain(
      'Sudah diperbaiki, menunggu diperiksa petugas',
    );
  });

  it('keeps who changed what and when, the old and the new, and shows it to the officer', async () => {
    const report = await kept('ABCDEFGH02');
    const by = await idOf(hamdan.id);
    expect(report).toMatchObject({ version: 2, review: 'corrected', men: 12 });
    expect(report.changes[1]).toMatchObject({ does: 'correct', by, at: new Date(monday) });
    expect(report.changes[1]?.before).toMatchObject({ men: 10, details: { men: 10 } });
    expect(told(ratna, 'sudah diperbaiki dan siap diperiksa lagi')).toHaveLength(1);
    const { text } = await home.as(ratna).taps('Periksa');
    expect(text).toContain('Ibu Ratna: dikembalikan untuk perbaikan');
    expect(text).toContain('Ustaz Hamdan: diperbaiki\n   Peserta laki-laki: 10 → 12');
  });

  it('rejects with the reason; the report is no activity any more, but the centre has answered', async () => {
    const id = await reported();
    const before = await standing();
    await (await opened(ratna, id)).goes('<Tolak>', 'Sudah dilaporkan tanggal 20', '<Kirim>');
    const [message] = told(hamdan, 'belum dapat kami catat');
    expect(message!.text).toContain('Catatan Ibu Ratna: Sudah dilaporkan tanggal 20');
    await home.as(hamdan).says(`/riwayat ${id}`);
    expect(home.as(hamdan).sees().text).toContain('Belum dapat dicatat sebagai kegiatan');
    expect(labels(home.as(hamdan).sees())).toEqual(['Kembali ke daftar']);
    expect((await standing()).facts.activities).toHaveLength(before.facts.activities.length - 1);
    expect((await standing()).facts.lastAnswerAt).toEqual(before.facts.lastAnswerAt);
  });

  it('lists what was looked at before, the newest first', async () => {
    const officer = home.as(ratna);
    await officer.goes('/periksa', '<Yang sudah diperiksa>');
    expect(labels(officer.sees())).toEqual([
      '23 Nov 2026 · Bina Iman · ditolak',
      '23 Nov 2026 · Bina Iman · disetujui',
      'Yang menunggu',
    ]);
  });
});

const standing = async () => {
  const institution = (await home.world.institutions.one('bina-iman', wholeReach))!;
  return standingOf(institution, home.world, home.clock.now());
};

describe('an approved report', () => {
  const locked = 'ABCDEFGH01';

  it('is locked: neither an old button nor a forged one corrects it', async () => {
    const manager = home.as(hamdan);
    const before = await kept(locked);
    for (const revision of [0, 1, 2]) {
      await manager.forges(`perbaiki:${locked}.${revision}`);
      expect(manager.sees().text).toContain('jadi isinya terkunci');
    }
    await manager.says(`/riwayat ${locked}`);
    expect(labels(manager.sees())).toEqual(['Kembali ke daftar']);
    for (const data of [`laportolak:${locked}.1`, `laporkembali:${locked}.1`]) {
      await home.as(ratna).forges(data);
      expect(home.as(ratna).sees().text).toContain('sudah ditangani Ibu Ratna: disetujui');
    }
    expect(await kept(locked)).toEqual(before);
  });

  it('is opened again only with a note, which the manager gets with Perbaiki', async () => {
    const officer = await opened(ratna, locked);
    await officer.goes('<Buka lagi>', '\u200b');
    expect(officer.sees().text).toContain('catatan masih kosong');
    expect(labels(officer.sees())).not.toContain('Lewati');
    expect((await kept(locked)).review).toBe('approved');
    await officer.goes('Tanggalnya keliru', '<Kirim>');
    expect(await kept(locked)).toMatchObject({
      review: 'needs-work',
      changes: [{ does: 'approve' }, { does: 'reopen', note: 'Tanggalnya keliru' }],
    });
    expect(labels(told(hamdan, 'Tanggalnya keliru')[0]!)).toContain('Perbaiki');
  });
});

describe('two at the same report', () => {
  it('one officer wins, the other is told', async () => {
    const id = await reported();
    const officers = [await opened(ratna, id), await opened(joko, id)];
    const seen = await Promise.all(officers.map((officer) => officer.taps('Setujui')));
    const texts = seen.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('✅'))).toHaveLength(1);
    expect(
      texts.filter((text) => /sudah ditangani (Ibu Ratna|Bapak Joko): disetujui/u.test(text)),
    ).toHaveLength(1);
    expect((await kept(id)).changes).toHaveLength(1);
  });

  it('an officer who wrote a note meanwhile is told, and the note goes nowhere', async () => {
    const id = await reported();
    const officer = await opened(ratna, id);
    await officer.goes('<Perlu perbaikan>', 'Catatan yang terlambat');
    await (await opened(joko, id)).taps('Setujui');
    await officer.taps('Kirim');
    expect(officer.sees().text).toContain('sudah ditangani Bapak Joko: disetujui');
    expect((await kept(id)).changes).toHaveLength(1);
    expect(told(hamdan, 'Catatan yang terlambat')).toEqual([]);
  });

  it('either the correction or the approval holds, and nobody is misled', async () => {
    const id = await reported();
    const manager = home.as(hamdan);
    await manager.goes(`/riwayat ${id}`, '<Perbaiki>', '<Ubah Peserta laki-laki>', '14');
    const officer = await opened(joko, id);
    const locked = told(hamdan, 'terkunci').length;
    await Promise.all([officer.taps('Setujui'), manager.taps('Kirim')]);
    const report = await kept(id);
    expect(report.changes).toHaveLength(1);
    if (report.review === 'approved') {
      expect(report.men).toBe(10);
      expect(told(hamdan, 'terkunci')).toHaveLength(locked + 1);
    } else {
      expect(report.men).toBe(14);
      expect(told(joko, 'baru saja diperbaiki Ustaz Hamdan')).toHaveLength(1);
    }
  });

  it('a correction begun before the approval is not saved after it', async () => {
    const id = await reported();
    const manager = home.as(hamdan);
    await manager.goes(`/riwayat ${id}`, '<Perbaiki>', '<Ubah Peserta laki-laki>', '15');
    await (await opened(joko, id)).taps('Setujui');
    const locked = told(hamdan, 'jadi isinya terkunci').length;
    await manager.taps('Kirim');
    expect(told(hamdan, 'jadi isinya terkunci')).toHaveLength(locked + 1);
    expect(await kept(id)).toMatchObject({ review: 'approved', men: 10, version: 1 });
  });
});

describe("somebody who has no part in a centre's reports", () => {
  const forged = (id: string) => [
    ...[`periksa:${id}`, `periksa:${id}.y0`, `periksa:${id}.foto`, `perbaiki:${id}.0`],
    ...[`laporkembali:${id}.0`, `laportolak:${id}.0`, `laporbuka:${id}.0`],
  ];

  it.each([maryam, fauzi, anwar])('sees and changes nothing: $about', async (member) => {
    const id = await reported();
    const before = await kept(id);
    const other = home.as(member);
    await other.says('/saya');
    for (const data of forged(id)) {
      await other.forges(data);
      expect(other.sees().text).toMatch(/tidak ditemukan|belum tersedia untuk Anda/u);
    }
    expect(await kept(id)).toEqual(before);
    expect(told(member, 'Mengetik')).toEqual([]);
    const who = await idOf(member.id);
    const audit = home.store.collection('audit');
    expect(await audit.countDocuments({ who, did: 'refused' })).toBeGreaterThan(0);
  });

  it('is an officer whose scope it is not: the queue does not even count it', async () => {
    expect((await home.as(fauzi).says('/periksa')).text).toContain('Tidak ada laporan');
  });

  it.each(['h99999', 'sudah99', '$gt', 'ABCDEFGH99', 'ABCDEFGH99.y0', '../..', 'x'.repeat(300)])(
    'gets a calm answer to %s',
    async (ask) => {
      const { text } = await home.as(ratna).says(`/periksa ${ask}`);
      expect(text).toMatch(/Periksa laporan|Sudah diperiksa|tidak ditemukan/u);
    },
  );
});

describe('/rekap', () => {
  it('tells the head how much was verified', async () => {
    const { text } = await home.as(anwar).says('/rekap');
    expect(text).toMatch(/Laporan kegiatan terverifikasi: \d+ dari \d+ \(\d+%\)/u);
    expect(text).toMatch(/ditolak 1/u);
  });
});

describe('a report that nobody looks at', () => {
  it('is overdue in /tugas after the three working days its manager was promised', async () => {
    const officer = home.as(ratna);
    const id = await reported();
    expect((await officer.says('/tugas')).text).not.toContain('hari kerja');
    await home.store.collection('reports').updateMany(
      { sort: 'activity' },
      {
        $set: { review: 'approved' },
      },
    );
    const reportedAt = new Date('2026-11-16T01:00:00Z');
    const late = { reportedAt, review: 'received', changes: [] };
    await home.store.collection('reports').updateOne({ _id: id as never }, { $set: late });
    expect((await officer.says('/tugas')).text).toContain(
      'Laporan menunggu diperiksa: 1, yang tertua sudah 5 hari kerja, lihat /periksa',
    );
  });
});
