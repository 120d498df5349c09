import { cast } from '../../src/cast';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aCourse } from '../support/courses';
import { labels } from '../support/seen';
import { drawn } from '../support/talk';

const { hamdan, ratna, sari } = cast;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeEach(async () => {
  home = await botAtHome();
  await home.world.courses.add(aCourse({ id, state: 'approved', plannedBy: 'HAMDAN' }));
}, 60_000);
afterEach(() => home.stop());

const id = 'ANNXED0001';
const told = (member: { id: number }, words: string) =>
  home.telegram.chat(member.id).filter(({ from, text }) => from.isBot && text.includes(words));
const publicPage = async () => (await home.as(sari).says(`/start kelas_${id}`)).text;

describe('a change of an approved course', () => {
  it('that changes nothing does nothing, and asks nobody', async () => {
    const answer = await home.as(hamdan).goes(`/jadwal ${id}`, '<Ubah>', '<Kirim>');
    expect(answer.text).toBe(
      'Tidak ada yang berubah pada rencana pelatihan ini, jadi tidak ada yang kami kirim kepada petugas.',
    );
    expect(await home.world.courses.one(id)).toMatchObject({ state: 'approved', changes: [] });
    expect(told(ratna, 'diubah')).toEqual([]);
    await home.as(ratna).goes(`/jadwal ${id}`, '<Perlu perbaikan>', 'Mohon syaratnya', '<Kirim>');
    expect((await home.as(hamdan).goes(`/jadwal ${id}`, '<Ubah>', '<Kirim>')).text).toMatch(
      /^Tidak ada yang berubah .*\nBila sudah sempat, silakan lengkapi sesuai catatan petugas\.$/u,
    );
  });

  it('leaves the approved version to the public until the new one is approved, and says so', async () => {
    const summary = await home.as(hamdan).goes(`/jadwal ${id}`, '<Ubah>');
    const still = 'umum tetap melihat yang disetujui terakhir di /info.';
    expect(summary.text).toContain(
      `Perubahan diperiksa petugas dahulu. Sampai perubahan disetujui, ${still}`,
    );
    const answer = await home.as(hamdan).goes('<Ubah Kuota>', '25', '<Kirim>');
    expect(answer.text).toBe(
      `Terima kasih, rencana pelatihan Desain grafis di BLK Bina Iman sudah diubah. Petugas akan memeriksanya lagi.\nSampai perubahan disetujui, ${still}`,
    );
    expect(await publicPage()).toContain('Kuota: 16 orang');
    const [asked] = told(ratna, 'diubah dan mohon diperiksa lagi');
    expect(asked?.text).toContain('Sampai disetujui, umum masih melihat yang disetujui terakhir.');
    const seen = await home.as(ratna).taps('Lihat rencana', asked!.id);
    expect(seen.text).toContain('Kuota: 25 orang');
    expect(seen.text).toContain(
      'Yang dilihat umum sampai perubahan disetujui: Desain grafis, 1 Des 2026 sampai 10 Des 2026, kuota 16 orang',
    );
    await home.as(ratna).taps('Setujui');
    expect(await publicPage()).toContain('Kuota: 25 orang');
  });

  it('that is returned with a note of two lines leaves both, and the approved version', async () => {
    await home.as(hamdan).goes(`/jadwal ${id}`, '<Ubah>', '<Ubah Kuota>', '25', '<Kirim>');
    await home.as(ratna).goes(`/jadwal ${id}`, '<Perlu perbaikan>');
    const answer = await home.as(ratna).goes('Kuota terlalu besar.\nMohon 20 saja.', '<Kirim>');
    expect(answer.text).toContain('Umum tetap melihat yang disetujui terakhir.');
    expect(told(hamdan, 'Catatan Ibu Ratna: Kuota terlalu besar.\nMohon 20 saja.')).toHaveLength(1);
    expect(await publicPage()).toContain('Kuota: 16 orang');
  });
});

describe('a course that is cancelled', () => {
  const cancel = () =>
    home.as(hamdan).goes(`/jadwal ${id}`, '<Batalkan pelatihan>', '<Ya, batalkan>');

  it('says so behind its old link, and leads to the next ones', async () => {
    await home.world.courses.add(
      aCourse({ id: 'NEXT000001', state: 'approved', title: 'Menjahit' }),
    );
    const asked = await home.as(hamdan).goes(`/jadwal ${id}`, '<Batalkan pelatihan>');
    expect(asked.text).toBe(
      'Batalkan pelatihan Desain grafis di BLK Bina Iman?\nPetugas dan mereka yang berminat akan diberi tahu. Bagi umum, pelatihan ini tidak lagi ada di jadwal; yang membuka tautannya membaca bahwa pelatihan ini dibatalkan.',
    );
    await cancel();
    const page = await home.as(sari).says(`/start kelas_${id}`);
    expect(drawn(page)).toBe(
      [
        ...['Mohon maaf, pelatihan Desain grafis di BLK Bina Iman dibatalkan.', ''],
        'Pelatihan berikutnya di BLK Bina Iman:',
        '• 1 Des 2026 · Menjahit · Bina Iman',
        '[1 Des 2026 · Menjahit]',
        '[Bina Iman]',
        '[Pelatihan di tempat lain]',
      ].join('\n'),
    );
  });

  it('is named as it was approved, not as a change that waited', async () => {
    await home.as(hamdan).goes(`/jadwal ${id}`, '<Ubah>', '<Ubah Pelatihan>', 'Rahasia', '<Kirim>');
    await cancel();
    expect(await publicPage()).toContain('pelatihan Desain grafis di BLK Bina Iman dibatalkan.');
  });

  it('is kept for its centre, marked', async () => {
    await cancel();
    const list = await home.as(hamdan).goes('/jadwal', '<Yang sudah selesai>');
    expect(list.text).toContain('1. 1 Des 2026 · Desain grafis · Bina Iman · dibatalkan');
  });

  it('is told once to whoever was interested, in the hours of people', async () => {
    await home.as(sari).goes(`/start minat_.${id}`, '<Lewati>', '<Kirim>');
    // 22.00 in Tanah Grogot.
    home.clock.set('2026-11-23T14:00:00Z');
    await cancel();
    const words = 'yang Anda minati dibatalkan';
    expect(told(sari, words)).toEqual([]);
    await home.playTo('2026-11-25T04:00:00Z');
    const [message, ...more] = told(sari, words);
    expect(more).toEqual([]);
    expect(message?.text).toBe(
      'Mohon maaf, pelatihan Desain grafis di BLK Bina Iman, 1 Des 2026 sampai 10 Des 2026, yang Anda minati dibatalkan.\nSilakan lihat pelatihan berikutnya.',
    );
    expect(labels(message!)).toEqual(['Pelatihan berikutnya']);
  });

  it('that nobody saw is not there for the public', async () => {
    await home.world.courses.add(aCourse({ id: 'NEVER00001', state: 'waiting' }));
    const asked = await home.as(hamdan).goes('/jadwal NEVER00001', '<Batalkan pelatihan>');
    expect(asked.text).toMatch(/\?\nPetugas akan diberi tahu\.$/u);
    await home.as(hamdan).taps('Ya, batalkan');
    expect((await home.as(sari).says('/start kelas_NEVER00001')).text).toContain(
      'tidak ada lagi dalam daftar kami',
    );
  });
});

describe('the public page of a course', () => {
  it('names the place as a whole, and the contact that was agreed to', async () => {
    await home
      .as(hamdan)
      .goes('/profil', '<Tampilkan kontak saya>', '<Nomor telepon>', '0812-3456-7890');
    await home.as(hamdan).taps('Setuju, tampilkan');
    const page = await publicPage();
    expect(page).toContain(
      'Tempat: BLK Komunitas Pesantren Bina Iman, Kec. Paser Belengkong, Kabupaten Paser\nBoleh menghubungi:\n',
    );
    expect(page).toMatch(/Hamdan.*812-3456-7890/u);
  });

  it('of one that runs is reached from its centre and by searching, and says that it is too late', async () => {
    await home.world.courses.add(
      aCourse({
        id: 'RNNS000001',
        state: 'approved',
        title: 'Merakit PC',
        startsOn: day('2026-11-20'),
      }),
    );
    expect((await home.as(sari).says('/info merakit')).text).toContain(
      '• 20 Nov 2026 · Merakit PC · Bina Iman · sedang berjalan',
    );
    const page = await home.as(sari).goes('/info bina-iman', '<20 Nov 2026 · Merakit PC>');
    expect(page.text).toContain('Tanggal: 20 Nov 2026 sampai 10 Des 2026');
    expect(page.text).toContain(
      'Pelatihan ini sedang berjalan, dan pendaftarannya sudah ditutup.\nUntuk pelatihan berikutnya di sini, silakan ketuk Saya berminat.',
    );
    await home.as(sari).taps('Saya berminat');
    expect(told(sari, 'Untuk: pelatihan di BLK Bina Iman')).toHaveLength(1);
    const { queryId } = home.telegram.asksInline(sari.id, 'merakit');
    const { results } = await home.telegram.until(() => home.telegram.inlineAnswer(queryId));
    expect(results.map(({ title, description }) => [title, description])).toEqual([
      [
        'Merakit PC',
        '20 Nov 2026 sampai 10 Des 2026 · Bina Iman, Paser Belengkong · sedang berjalan',
      ],
    ]);
  });
});
