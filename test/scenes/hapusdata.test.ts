import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aCourse } from '../support/courses';
import { drawn } from '../support/talk';

const { hamdan, yusuf, ratna, sari } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

const linesOf = (member: { readonly id: number }) => drawn(home.as(member).sees()).split('\n');

const whatGoes = [
  'Nama, nomor, peran, isian yang belum dikirim, dan percakapan Anda kami hapus, dan tidak dapat dikembalikan.',
  'Laporan BLK tetap tersimpan sebagai hitungan, tanpa nama Anda. Pesan yang sudah ada di layar Telegram dapat Anda hapus sendiri.',
];

describe('/hapusdata', () => {
  it('says what goes, what stays, and how to keep a copy, before it asks', async () => {
    await home.as(hamdan).says('/hapusdata');
    expect(linesOf(hamdan)).toEqual([
      'Hapus data · 1 dari 1',
      '',
      ...whatGoes,
      '',
      'Apakah Anda yakin ingin menghapus data Anda? Salinannya dapat diunduh lebih dulu lewat /dataku.',
      '[Ya, saya mengerti]',
      '[Batal]',
    ]);
  });

  it('takes no other words for a yes', async () => {
    const { text } = await home.as(hamdan).says('hapus saja');
    expect(text).toContain('Mohon maaf, silakan ketuk tombol di bawah ini, atau ketuk Batal.');
    expect(await home.world.people.byTelegram(hamdan.id)).toBeDefined();
  });

  it('asks a second time, with the deed on the button', async () => {
    await home.as(hamdan).taps('Ya, saya mengerti');
    expect(linesOf(hamdan)).toEqual([
      'Hapus data · ringkasan',
      '',
      ...whatGoes,
      '',
      'Permintaan: hapus semua data saya',
      '',
      'Mohon diperiksa. Bila sudah benar, silakan ketuk Hapus data saya.',
      '[Hapus data saya]',
      '[Ubah Permintaan]',
      '[Kembali] [Batal]',
    ]);
  });

  it('deletes nothing after Batal', async () => {
    await home.as(hamdan).taps('Batal');
    expect(linesOf(hamdan)).toEqual(['Isian Hapus data dibatalkan. Tidak ada yang tersimpan.']);
    expect((await home.as(hamdan).says('/saya')).text).toContain('Hamdan');
  });

  it('says what ends at once, how long the rest takes, and thanks', async () => {
    await home.as(hamdan).goes('/hapusdata', '<Ya, saya mengerti>', '<Hapus data saya>');
    expect(linesOf(hamdan)).toEqual([
      'Data Anda kami hapus.',
      'Peran dan tombol Anda berhenti sekarang juga. Jejak yang tersisa terhapus paling lambat dalam 15 menit.',
      'Terima kasih atas kebersamaannya selama ini.',
    ]);
  });

  it('tells the officers who is still there, and whom to invite when nobody is', async () => {
    await home.as(ratna).settled();
    expect(linesOf(ratna)).toEqual([
      'Seorang kontak BLK Bina Iman meminta datanya dihapus, dan sudah kami penuhi.',
      'Kontak yang masih ada: Ustaz Yusuf.',
    ]);
    await home.as(yusuf).goes('/hapusdata', '<Ya, saya mengerti>', '<Hapus data saya>');
    await home.as(ratna).settled();
    expect(linesOf(ratna)[1]).toBe(
      'Mohon undang kontak baru lewat /undang agar BLK ini tetap dapat didampingi.',
    );
  });

  it('is the same for somebody who never joined', async () => {
    await home.as(sari).goes('/info', '/hapusdata');
    expect(linesOf(sari)).toEqual(expect.arrayContaining(whatGoes));
  });
});

describe('a course whose contact is forgotten', () => {
  it('names nobody any more, from that moment on, in what is announced too', async () => {
    const { rahmat } = cast;
    const { id: plannedBy = '' } = (await home.world.people.byTelegram(rahmat.id)) ?? {};
    const plan = { institution: 'datu-ismail', contact: 'Pak Rahmat, 0812-3456-9999' };
    const own = aCourse({ id: 'OWN0000001', ...plan, plannedBy, state: 'approved' });
    const { title, startsOn, endsOn, quota, conditions, contact } = own;
    const announced = { title, startsOn, endsOn, quota, conditions, contact: contact ?? '' };
    await home.world.courses.add(own);
    await home.world.courses.add({ ...own, id: 'OWN0000002', plannedBy: 'OTHER', announced });
    await home.world.courses.add(aCourse({ id: 'ELSEWHERE1', contact: 'Pak Rahmat, 0811' }));
    await home.as(rahmat).goes('/hapusdata', '<Ya, saya mengerti>', '<Hapus data saya>');
    const page = await home.as(sari).says('/start kelas_OWN0000001');
    expect(page.text).toContain('Desain grafis');
    expect(page.text).not.toMatch(/Narahubung|Rahmat|9999/u);
    const other = await home.world.courses.one('OWN0000002');
    expect([other?.contact, other?.announced?.contact]).toEqual([undefined, undefined]);
    expect((await home.world.courses.one('ELSEWHERE1'))?.contact).toBe('Pak Rahmat, 0811');
  });
});
