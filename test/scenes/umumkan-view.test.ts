import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';
import { anOfficerOf } from '../support/officer-elsewhere';
import { labels } from '../support/seen';

const { ratna, fauzi, sari, hamdan, rahmat } = cast;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  const [binaIman] = await home.world.institutions.within({ institutions: [], regencies: 'all' });
  const far = { ...binaIman!, id: 'jauh', name: 'BLKK Jauh', regency: 'Kabupaten Berau' };
  await home.world.institutions.found([far]);
  await anOfficerOf(home, 'Kabupaten Paser', fauzi);
  await anOfficerOf(home, 'Kabupaten Berau', sari);
}, 60_000);
afterAll(() => home.stop());

const officer = () => home.as(ratna);
const quiet = () => eventually(async () => !(await home.world.sent.isBusy(home.clock.now())));
const announces = async (text: string, ...who: readonly string[]) => {
  await officer().goes('/umumkan', '<Buat pengumuman>', ...who, '<Tulisan saja>', text);
  await officer().goes('<Sekarang>', '<Lihat contohnya>', '<Kirim sekarang>');
  await quiet();
};

describe('an announcement of the whole office', () => {
  it('is seen by an officer of some of its regencies, with the results there alone', async () => {
    await announces('Untuk semua', '<Semua pengelola>');
    const card = await home.as(fauzi).goes('/umumkan', '<Untuk semua>');
    expect(card.text).toContain(
      'Pengumuman ini juga untuk wilayah lain; hasil yang tampak hanya dari wilayah Anda.',
    );
    expect(labels(card)).toEqual([
      expect.stringContaining('Hasil kiriman 23 Nov 2026'),
      'Lihat contoh',
      'Semua pengumuman',
    ]);
    const results = await home.as(fauzi).taps('Hasil kiriman');
    expect(results.text).toContain('✅ Ustaz Hamdan (Bina Iman)');
    expect((await home.as(fauzi).taps('Kembali')).text).toContain('Untuk semua');
    await home.as(sari).goes('/umumkan', '<Untuk semua>');
    const elsewhere = await home.as(sari).taps('Hasil kiriman');
    expect(elsewhere.text).toContain('Tidak ada penerima');
    expect(elsewhere.text).not.toContain('Hamdan');
  });

  it('is changed and stopped by neither of them', async () => {
    const [id] = await home.world.announcements.planned();
    for (const does of [`${id}.0.T`, `${id}.0.x`, `${id}.0.u`, `${id}.y`]) {
      await home.as(fauzi).forges(`umumkan:${does}`);
      expect(home.as(fauzi).toast()).toContain('hanya dapat diubah oleh pembuatnya');
    }
    await home.as(fauzi).forges(`umumkanteks:${id}`);
    expect(home.as(fauzi).sees().text).toContain('tidak ditemukan');
    expect((await home.world.announcements.one(id!))?.state).toBe('planned');
  });

  it('is not seen as a draft, nor by officers of other regencies', async () => {
    await officer().goes('/umumkan', '<Buat pengumuman>', '<Semua pengelola>', '<Tulisan saja>');
    await officer().goes('Masih draf', '<Sekarang>', '<Lihat contohnya>');
    expect((await home.as(fauzi).says('/umumkan')).text).not.toContain('Masih draf');
    await announces(
      'Hanya Paser',
      '<BLK tertentu>',
      '<Bina Iman>',
      '<Selesai>',
      '<Pengelola saja>',
    );
    expect((await home.as(fauzi).says('/umumkan')).text).toContain('Hanya Paser');
    expect((await home.as(sari).says('/umumkan')).text).not.toContain('Hanya Paser');
  });
});

describe('an announcement that was taken back', () => {
  it('is listed as such, and says so for each recipient', async () => {
    await announces(
      'Ternyata keliru',
      '<BLK tertentu>',
      '<Bina Iman>',
      '<Selesai>',
      '<Pengelola saja>',
    );
    await officer().goes('/umumkan', '<Ternyata keliru>', '<Hasil kiriman>');
    await officer().goes('<Tarik kembali>', '<Ya, tarik kembali>');
    await quiet();
    const results = await officer().taps('Hasil per penerima');
    expect(results.text).toContain('↩️ Ustaz Hamdan (Bina Iman): ditarik kembali');
    expect(results.text).not.toContain('✅');
    expect(home.telegram.chat(hamdan.id).map(({ text }) => text)).not.toContain('Ternyata keliru');
    const list = await officer().says('/umumkan');
    expect(list.text).toContain('“Ternyata keliru” · ditarik kembali');
  });

  it('says whom it could not be taken back from', async () => {
    await announces(
      'Keliru lagi',
      '<BLK tertentu>',
      '<Datu Ismail>',
      '<Selesai>',
      '<Pengelola saja>',
    );
    home.telegram.blocks(rahmat.id);
    await home.as(rahmat).settled();
    await officer().goes('/umumkan', '<Keliru lagi>', '<Hasil kiriman>');
    await officer().goes('<Tarik kembali>', '<Ya, tarik kembali>');
    await quiet();
    const results = await officer().taps('Hasil per penerima');
    expect(results.text).toMatch(/⚠️ Bapak Rahmat \(Datu Ismail\): belum dapat ditarik kembali, /u);
  });
});
