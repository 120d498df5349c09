import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome, monday } from '../support/bot-at-home';
import { aCourse } from '../support/courses';
import { drawn } from '../support/talk';

let home: BotAtHome;
afterEach(() => home.stop());

const startAt = async (at: string) => {
  home = await botAtHome(at);
};
const sari = () => home.as(cast.sari);
const number = '0812-3456-7890';
const told = (member: { readonly id: number }) =>
  home.telegram.chat(member.id).filter(({ text }) => text.includes('berminat ikut'));
const ends = [
  'Mohon ditunggu kabarnya pada hari kerja.',
  'Data ini dapat dilihat di /dataku dan dihapus di /hapusdata kapan saja.',
];

describe('what the person is told', () => {
  it('names the working day on which it is passed on, when it waits over the weekend', async () => {
    await startAt('2026-11-28T02:15:00Z');
    await sari().goes('/start minat_bina-iman', number, '<Kirim>');
    expect(sari().sees().text.split('\n')).toEqual([
      'Terima kasih. Minat Anda sudah kami catat, dan akan kami teruskan kepada pengelola BLK Bina Iman pada jam kerjanya, mulai Senin, 30 November 2026 pukul 08.30 WITA. ✅',
      ...ends,
    ]);
    expect(told(cast.hamdan)).toEqual([]);
    await home.playTo('2026-11-30T00:31:00Z');
    expect(told(cast.hamdan)).toHaveLength(1);
  });

  it('names the hour, when it waits over noon', async () => {
    await startAt('2026-11-23T04:00:00Z');
    await sari().goes('/start minat_bina-iman', number, '<Kirim>');
    expect(sari().sees().text).toContain('mulai hari ini pukul 13.30 WITA. ✅');
  });

  it('says that officers get it at the weekend, when nobody runs the centre', async () => {
    await startAt('2026-11-28T02:15:00Z');
    home.telegram.blocks(cast.maryam.id);
    await home.as(cast.maryam).settled();
    await sari().goes('/start minat_al-ikhsan', number, '<Kirim>');
    expect(sari().sees().text.split('\n')).toEqual([
      'Terima kasih. Minat Anda sudah kami catat, dan akan kami teruskan kepada petugas dinas pada jam kerjanya, mulai Senin, 30 November 2026 pukul 07.30 WITA, karena pengelola BLK Al Ikhsan belum dapat dihubungi lewat bot. ✅',
      ...ends,
    ]);
    await home.playTo('2026-11-29T23:31:00Z');
    expect(told(cast.ratna)).toHaveLength(1);
  });
});

describe('the message to the centre', () => {
  beforeEach(() => startAt(monday));

  const message = (change = '') =>
    [
      'Ada yang berminat ikut pelatihan di BLK Bina Iman.',
      'Disampaikan: Senin, 23 November 2026 pukul 09.00 WITA',
      'Nama: Sari',
      'Nomor telepon: +62 812-3456-7890',
      'Pelatihan: Desain grafis, 1 Des 2026 sampai 10 Des 2026',
      change,
    ].join('\n');

  it('says when, who and what, and is closed for both managers by one tap, once', async () => {
    await home.world.courses.add(aCourse({ id: 'OPEN000001', state: 'approved' }));
    await sari().goes('/start minat_.OPEN000001', number, '<Kirim>');
    const hint = 'Mohon dihubungi bila sempat. Nomor ini hanya untuk keperluan pendaftaran.';
    for (const member of [cast.hamdan, cast.yusuf])
      expect(told(member).map(drawn)).toEqual([`${message(hint)}\n[Sudah saya hubungi]`]);
    await home.playTo('2026-11-23T02:30:00Z');
    await home.as(cast.yusuf).taps('Sudah saya hubungi');
    await home.as(cast.hamdan).settled();
    const closed = message(
      '✅ Sudah dihubungi oleh Ustaz Yusuf, Senin, 23 November 2026 pukul 10.30 WITA.\n[Peminat lain]',
    );
    for (const member of [cast.hamdan, cast.yusuf])
      expect(told(member).map(drawn)).toEqual([closed]);
    const [kept] = await home.world.interests.of(cast.sari.id, new Date(0));
    const button = `peminat:${kept!.id}`;
    const before = home.as(cast.hamdan).chat().length;
    await home.as(cast.hamdan).forges(button);
    expect(told(cast.hamdan).map(drawn)).toEqual([closed]);
    expect(home.as(cast.hamdan).chat()).toHaveLength(before);
    expect((await home.world.interests.one(kept!.id))?.handledAt).toEqual(kept!.handledAt);
  });

  it('is closed by nobody of another centre, and goes with the data of whoever took it back', async () => {
    await sari().goes('/start minat_bina-iman', number, '<Kirim>');
    const [kept] = await home.world.interests.of(cast.sari.id, new Date(0));
    await home.as(cast.maryam).says('/status');
    await home.as(cast.maryam).forges(`peminat:${kept!.id}`);
    expect(home.as(cast.maryam).toast()).toContain('bukan untuk BLK yang Anda kelola');
    await sari().forges(`peminat:${kept!.id}`);
    expect((await home.world.interests.one(kept!.id))?.handledAt).toBeUndefined();
    await sari().goes('/hapusdata', '<Ya, saya mengerti>', '<Hapus data saya>');
    await home.playTo('2026-11-23T02:00:00Z');
    for (const member of [cast.hamdan, cast.yusuf]) {
      expect(told(member)).toEqual([]);
      expect(home.as(member).sees().text).toBe(
        'Data peminat ini sudah kami hapus atas permintaan yang bersangkutan, jadi tidak perlu ditindaklanjuti lagi.',
      );
    }
    await home.as(cast.hamdan).forges(`peminat:${kept!.id}`);
    expect(home.as(cast.hamdan).sees().text).toBe(
      'Data peminat ini sudah kami hapus, jadi tidak perlu ditindaklanjuti lagi.',
    );
  });

  it('leaves the screens of all who were told before it is forgotten after its time', async () => {
    await sari().goes('/start minat_bina-iman', number, '<Kirim>');
    await home.as(cast.hamdan).taps('Sudah saya hubungi');
    await home.playTo('2027-02-22T20:00:00Z');
    for (const member of [cast.hamdan, cast.yusuf]) {
      expect(told(member)).toEqual([]);
      const texts = home.telegram.chat(member.id).map(({ text }) => text);
      expect(texts).toContain(
        'Data peminat ini sudah kami hapus, karena masa simpannya (90 hari) berakhir.',
      );
      expect(texts.join('\n')).not.toContain('3456-7890');
    }
    expect(await home.world.interests.of(cast.sari.id, new Date(0))).toEqual([]);
  }, 180_000);

  it('is in the list of those who wait for a call, until somebody has called', async () => {
    expect((await home.as(cast.hamdan).says('/peminat')).text).toContain('tidak ada peminat');
    await home.world.courses.add(aCourse({ id: 'OPEN000001', state: 'approved' }));
    await sari().goes('/start minat_.OPEN000001', number, '<Kirim>');
    await home.as(cast.fauzi).goes('/start minat_al-ikhsan', number, '<Kirim>');
    const list = await home.as(cast.yusuf).says('/peminat');
    expect(drawn(list)).toBe(
      [
        'Peminat yang belum dihubungi',
        'Ada 1 orang. Setelah dihubungi, silakan ketuk namanya.',
        '1. Sari, +62 812-3456-7890, BLK Bina Iman · Desain grafis, 23 Nov 2026',
        '[✅ 1. Sari]',
      ].join('\n'),
    );
    expect((await home.as(cast.ratna).says('/peminat')).text).toContain('Ada 2 orang.');
    await home.as(cast.yusuf).goes('/jadwal', '<Peminat yang menunggu (1)>');
    expect(home.as(cast.yusuf).sees().text).toContain('1. Sari, +62 812-3456-7890');
    await home.as(cast.yusuf).taps('✅ 1. Sari');
    expect((await home.as(cast.yusuf).taps('Peminat lain')).text).toContain('tidak ada peminat');
  });

  it('is told to officers when nobody of the centre is left to call', async () => {
    await sari().goes('/start minat_datu-ismail', number, '<Kirim>');
    await home.as(cast.rahmat).goes('/hapusdata', '<Ya, saya mengerti>', '<Hapus data saya>');
    await home.as(cast.ratna).settled();
    const told = home.as(cast.ratna).sees();
    expect(told.text).toContain('Masih ada 1 peminat pelatihan yang belum dihubungi.');
    expect((await home.as(cast.ratna).taps('Lihat peminat')).text).toContain('1. Sari, +62');
  });

  it('has no button without a number', async () => {
    await sari().goes('/start minat_bina-iman', '<Lewati>', '<Kirim>');
    expect(drawn(told(cast.hamdan)[0]!).split('\n').slice(-2)).toEqual([
      'Nomor telepon: tidak diberikan',
      'Nomornya tidak diberikan; ia kami sarankan datang langsung ke BLK.',
    ]);
  });

  it('is not written when a manager taps the button of their own centre', async () => {
    const own = await home.as(cast.hamdan).says('/start minat_bina-iman');
    expect(own.text).toBe(
      'Tombol ini untuk calon peserta. Bapak/Ibu tercatat mengelola BLK ini, jadi tidak ada yang perlu kami teruskan.',
    );
    await home.as(cast.hamdan).goes('/start minat_al-ikhsan', number, '<Kirim>');
    expect(told(cast.maryam)).toHaveLength(1);
  });

  it('takes no name that is too long, however it comes', async () => {
    const faces = '🙂'.repeat(4096);
    await sari().goes('/start minat_bina-iman', '<Kembali>', faces.slice(0, 4096));
    expect(sari().sees().text).toContain('Nama depan');
    home.clock.advance(10_000);
    await sari().goes('Sari', number, '<Kirim>');
    expect(told(cast.hamdan)).toHaveLength(1);
  });
});
