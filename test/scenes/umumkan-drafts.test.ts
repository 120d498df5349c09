import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

const { ratna } = cast;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterEach(async () => {
  await officer().says('/batal');
});
afterAll(() => home.stop());

const officer = () => home.as(ratna);
const sent = async ({ updateId }: { readonly updateId?: number }) => {
  await officer().settled(updateId);
  return officer().sees();
};
const photoWith = (caption: string) =>
  sent(home.telegram.sendsPhoto(ratna.id, 'generated', { caption }));
const file = { name: 'surat.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4') };
const begins = (...steps: readonly string[]) =>
  officer().goes('/umumkan', '<Buat pengumuman>', '<Semua pengelola>', ...steps);
const all = async () => {
  const { id: by = '' } = (await home.world.people.byTelegram(ratna.id)) ?? {};
  const page = { skip: 0, limit: 50 };
  return (await home.world.announcements.page({ by, regencies: 'all' }, page)).announcements;
};

const written = async (words: string) =>
  (await all()).find(({ wordings }) => wordings[0]?.text === words);

describe('words that come with what is announced', () => {
  it('become the words of the announcement, formatted as they were', async () => {
    await begins('<Dengan foto>');
    const first = await photoWith('Rapat *besok* pagi');
    expect(first.text).toContain('Tulisannya sudah kami simpan.');
    await officer().goes('<Selesai>', '<Sekarang>');
    expect(officer().sees().text).toContain('Tulisan: Rapat besok pagi');
    await officer().taps('Lihat contohnya');
    const preview = officer().chat().at(-2);
    expect(preview).toMatchObject({ text: 'Rapat besok pagi' });
    expect(preview?.entities).toEqual([{ type: 'bold', offset: 6, length: 5 }]);
    await officer().taps('Tidak jadi');
  });

  it('stand below the album, with nothing in between that nobody will get', async () => {
    await begins('<Dengan foto>');
    await sent(home.telegram.sendsPhoto(ratna.id, 'generated', { albumOf: 'satu' }));
    await sent(home.telegram.sendsPhoto(ratna.id, 'generated', { albumOf: 'satu' }));
    await officer().goes('<Selesai>', 'Foto bersama', '<Sekarang>', '<Lihat contohnya>');
    const [first, second, words, ready] = officer().chat().slice(-4);
    expect([first, second].map((one) => one?.media?.kind)).toEqual(['photo', 'photo']);
    expect(words?.text).toBe('Foto bersama');
    expect(ready?.text).toContain('Siap dikirim?');
    await officer().taps('Tidak jadi');
  });

  it('come with a file, too', async () => {
    await begins('<Dengan berkas>');
    const next = await sent(
      home.telegram.sendsDocument(ratna.id, file, { caption: 'Surat edaran' }),
    );
    expect(next.text).toContain('Tulisannya sudah kami simpan.\n\nKapan dikirim?');
    expect((await officer().taps('Sekarang')).text).toContain('Tulisan: Surat edaran');
  });

  it('may be a forwarded circular', async () => {
    await begins('<Tulisan saja>');
    const { id } = officer().sees();
    const next = await sent(home.telegram.forwards(ratna.id, ratna.id, id));
    expect(next.text).toContain('Kapan dikirim?');
    expect((await officer().taps('Sekarang')).text).toContain('Tulisan: Pengumuman');
  });
});

describe('what is sent before it is asked for', () => {
  it('means Dengan foto at the choice, with its words', async () => {
    await begins();
    const asked = await photoWith('Rapat besok');
    expect(asked.text).toMatch(
      /Lampiran: Dengan foto\. Tulisannya sudah kami simpan\.\n\nSilakan kirim fotonya[^]*Sudah ada 1 foto/u,
    );
    await officer().goes('<Selesai>', '<Sekarang>');
    expect(officer().sees().text).toContain(
      'Lampiran: Dengan foto\nFoto: 1 foto\nTulisan: Rapat besok',
    );
  });

  it('means Dengan berkas when it is a file, also where the text is asked', async () => {
    await begins('<Tulisan saja>');
    const asked = await sent(home.telegram.sendsDocument(ratna.id, file));
    expect(asked.text).toContain('Lampiran: Dengan berkas.\n\nSilakan ketik pengumumannya.');
    await officer().goes('Surat edaran', '<Sekarang>');
    expect(officer().sees().text).toContain('Berkas: surat.pdf\nTulisan: Surat edaran');
  });

  it('is kept as the text when it is a sentence, and the choice is asked again', async () => {
    await begins('Rapat besok pukul sembilan di aula');
    expect(officer().sees().text).toContain(
      'Tulisannya sudah kami simpan.\n\nApakah ada foto atau berkas yang disertakan?',
    );
    await officer().goes('<Tulisan saja>', '<Sekarang>');
    expect(officer().sees().text).toContain('Tulisan: Rapat besok pukul sembilan di aula');
    await officer().says('/batal');
    expect((await begins('foto saja')).text).toContain('pilihan itu belum ada');
  });
});

describe('words below a photo with a mark that is not closed', () => {
  it('are explained at once, with the words for copying', async () => {
    await begins('<Dengan foto>');
    const asked = await photoWith('Mohon *segera hadir');
    expect(asked.text).toContain('tanda * pada “*segera hadir” belum ada penutupnya.');
    expect(asked.text).toContain(
      'Silakan kirim tulisannya sekali lagi.\n\nTulisan tadi (ketuk untuk menyalin):\nMohon *segera hadir\n\nSilakan kirim fotonya',
    );
    expect(asked.entities).toContainEqual(expect.objectContaining({ type: 'code' }));
    expect((await officer().says('Mohon *segera* hadir')).text).toContain('sudah kami simpan');
  });
});

describe('a time of the day', () => {
  it('in another zone is not taken for this one', async () => {
    await begins('<Tulisan saja>', 'Rapat dinas', '<Dijadwalkan>', 'jumat');
    const asked = await officer().says('20.00 WIB');
    expect(asked.text).toContain(
      'Mohon maaf, jam di sini dihitung menurut WITA, bukan WIB. Silakan ketik jamnya menurut WITA.',
    );
    expect((await officer().says('kapan saja')).text.match(/09\.15/gu)).toHaveLength(1);
    expect((await officer().says('20.00 WITA')).text).toContain(
      'Tanggal: Jumat, 27 November 2026\nJam: 20.00',
    );
  });
});

describe('a photo where a file is asked', () => {
  it('is told what is waited for, in words that do not contradict the question', async () => {
    await begins('<Dengan berkas>');
    expect((await photoWith('Rapat')).text).toMatch(
      /Mohon maaf, di sini yang ditunggu berkas, bukan foto\. Foto dapat juga dikirim sebagai berkas\.\n\nSilakan kirim berkasnya di sini\.$/u,
    );
  });
});

describe('Ubah before sending', () => {
  it('leads to the summary with all that was said, the time too, and replaces the draft', async () => {
    await begins('<Tulisan saja>', 'Rapat dinas', '<Dijadwalkan>', '<Besok>', '09.15');
    await officer().taps('Lihat contohnya');
    const before = (await all()).length;
    const summary = await officer().taps('Ubah');
    expect(summary.text).toContain('Pengumuman · ringkasan');
    expect(summary.text).toContain(
      'Waktu: Dijadwalkan\nTanggal: Selasa, 24 November 2026\nJam: 09.15',
    );
    expect((await officer().taps('Ubah Tulisan')).text).toMatch(
      /^Pengumuman · ubah Tulisan\n\nTulisan sekarang \(ketuk untuk menyalin\):\nRapat dinas\n\nSilakan ketik/u,
    );
    await officer().says('Rapat besar');
    expect(officer().sees().text).toContain('Jam: 09.15');
    const ready = await officer().taps('Lihat contohnya');
    expect(ready.text).toContain('Waktu: Selasa, 24 November 2026, pukul 09.15 WITA');
    expect(await all()).toHaveLength(before);
    const list = await officer().says('/umumkan');
    expect(labels(list)).toContainEqual(expect.stringMatching(/^\d+\. Rapat besar/u));
    expect(labels(list).join()).not.toContain('Rapat dinas');
  });

  it('asks anew for a time that has passed, and says so', async () => {
    await begins('<Tulisan saja>', 'Rapat sebentar lagi', '<Dijadwalkan>', '<Hari ini>', '10.00');
    await officer().taps('Lihat contohnya');
    home.clock.set('2026-11-23T03:00:00Z');
    const asked = await officer().taps('Ubah');
    expect(asked.text).toMatch(
      /^Pengumuman · 1 dari 1\n\nMohon maaf, jam itu sudah lewat hari ini\./u,
    );
    expect(labels(asked).slice(0, 1)).toEqual(['13.30']);
    expect((await officer().says('10.30')).text).toContain('jam itu sudah lewat');
    home.clock.set('2026-11-23T06:00:00Z');
    const unaided = await officer().says('10.45');
    expect(unaided.text).toMatch(/\n\nJam berapa\? Silakan ketik misalnya: 20\.15\.$/u);
    expect((await officer().says('15.00')).text).toContain('Jam: 15.00');
  });
});

describe('a draft', () => {
  it('stays as it was after Batal, and says so', async () => {
    await begins('<Tulisan saja>', 'Tetap begini', '<Sekarang>', '<Lihat contohnya>');
    await officer().goes('<Ubah>', '<Ubah Tulisan>', '<Batal>');
    const said = officer()
      .chat()
      .map(({ text }) => text)
      .join('\n');
    expect(said).toContain(
      'Perubahan dibatalkan. Pengumumannya tetap seperti sebelumnya, dan belum dikirim.',
    );
    const card = await officer().goes('/umumkan', '<Tetap begini>');
    expect(labels(card)).toEqual(['Buka lagi', 'Hapus konsep', 'Semua pengumuman']);
    await officer().taps('Hapus konsep');
    expect((await officer().says('/umumkan')).text).not.toContain('Tetap begini');
  });

  it('is sent once, also by somebody who still has it open', async () => {
    await begins('<Tulisan saja>', 'Sekali saja', '<Sekarang>', '<Lihat contohnya>');
    const newest = await written('Sekali saja');
    const { id } = officer().sees();
    await officer().says(`/umumkan ${newest!.id}`);
    await officer().taps('Buka lagi');
    await officer().taps('Kirim sekarang', id);
    await officer().taps('Lihat contohnya');
    expect(
      officer()
        .chat()
        .map(({ text }) => text)
        .join(),
    ).toContain('Pengumuman ini sudah dikirim atau dijadwalkan, jadi tidak dapat diubah di sini.');
    expect(
      (await all()).filter(({ wordings }) => wordings[0]?.text === 'Sekali saja'),
    ).toHaveLength(1);
  });

  it('may be planned for people of whom there are none today', async () => {
    await officer().goes('/umumkan', '<Buat pengumuman>', '<Menurut keaktifan>', '<Pasif>');
    await officer().goes('<Selesai>', '<Tulisan saja>', 'Untuk nanti', '<Dijadwalkan>', '<Besok>');
    const ready = await officer().goes('09.15', '<Lihat contohnya>');
    expect(ready.text).toContain(
      'Saat ini belum ada yang dapat menerimanya. Penerimanya dihitung lagi pada waktu pengiriman.',
    );
    expect((await officer().taps('Jadwalkan')).text).toContain('dijadwalkan 24 Nov 2026, 09.15');
  });
});

describe('a draft that was dropped', () => {
  it('is not listed, and cannot be sent by an old button', async () => {
    await begins('<Tulisan saja>', 'Tidak jadi rapat', '<Sekarang>', '<Lihat contohnya>');
    const newest = await written('Tidak jadi rapat');
    await officer().taps('Tidak jadi');
    expect(labels(await officer().says('/umumkan')).join()).not.toContain('Tidak jadi rapat');
    await officer().forges(`umumkan:${newest!.id}.k`);
    expect(officer().sees().text).toContain('Pengumuman · tidak jadi dikirim');
    expect(await home.world.editions.of(newest!.id)).toEqual([]);
  });
});

describe('every month on a date that not every month has', () => {
  it('says what becomes of it', async () => {
    await begins('<Tulisan saja>', 'Laporan akhir bulan', '<Setiap bulan>', '31 Desember 2026');
    await officer().goes('08.30', '<Lihat contohnya>');
    expect(officer().sees().text).toContain(
      'Setiap bulan, tanggal 31 (pada bulan yang lebih pendek: hari terakhir bulan itu), pukul 08.30 WITA, mulai 31 Des 2026',
    );
    await officer().taps('Tidak jadi');
  });
});
