import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aCourse } from '../support/courses';

let home: BotAtHome;
beforeEach(async () => {
  home = await botAtHome();
});
afterEach(() => home.stop());

const sari = () => home.as(cast.sari);
const newest = (member: { readonly id: number }) =>
  home.telegram.chat(member.id).findLast(({ from }) => from.isBot)?.text ?? '';
const interestsIn = (member: { readonly id: number }) =>
  home.telegram.chat(member.id).filter(({ text }) => text.includes('berminat ikut'));

/** Shares the own number by the keyboard. */
const shares = (member: { readonly id: number }) =>
  home.as(member).settled(home.telegram.sharesContact(member.id).updateId);

/** The keyboard that stands under the chat now. */
const keyboardOf = (member: { readonly id: number }) =>
  home.telegram.chat(member.id).findLast(({ keyboard }) => keyboard !== undefined)?.keyboard;

describe('Saya berminat', () => {
  it('says first what becomes of it, and passes name and shared number to everybody of the centre once', async () => {
    const first = await sari().goes('/info bina-iman', '<Saya berminat>');
    const asked = sari()
      .chat()
      .findLast(({ text }) => text.includes('paling lama 90 hari'));
    expect(asked?.text).toContain('satu kali kepada pengelola');
    expect(first.keyboard).toMatchObject({ keyboard: [[{ request_contact: true }]] });
    await shares(cast.sari);
    expect(keyboardOf(cast.sari)).toBe('removed');
    expect(sari().sees().text).toContain('Nama depan: Sari');
    await sari().taps('Kirim');
    expect(sari().sees().text).toBe(
      [
        'Terima kasih. Minat Anda sudah kami teruskan kepada pengelola BLK Bina Iman. ✅',
        'Mohon ditunggu kabarnya pada hari kerja.',
        'Data ini dapat dilihat di /dataku dan dihapus di /hapusdata kapan saja.',
      ].join('\n'),
    );
    for (const member of [cast.hamdan, cast.yusuf]) {
      expect(interestsIn(member)).toHaveLength(1);
      expect(newest(member)).toMatch(/Nama: Sari[\s\S]*\+62/u);
    }
    expect(interestsIn(cast.ratna)).toHaveLength(0);
    expect((await sari().says('/start minat_bina-iman')).text).toBe(
      'Minat Anda untuk BLK ini sudah kami terima pada Senin, 23 November 2026. Mohon ditunggu kabarnya pada hari kerja.',
    );
  });

  it('names the course, takes another name and a typed number', async () => {
    await home.world.courses.add(aCourse({ id: 'OPEN000000001', state: 'approved' }));
    await sari().goes('/start kelas_OPEN000000001', '<Saya berminat>', '12345');
    expect(sari().chat().at(-2)?.text).toContain('nomor telepon diawali 0 atau +62');
    await sari().goes('0812-3456-7890', '<Ubah Nama depan>', 'Dewi <b>', '<Kirim>');
    expect(newest(cast.hamdan)).toContain('Nama: Dewi <b>');
    expect(newest(cast.hamdan)).toContain('Nomor telepon: +62 812-3456-7890');
    expect(newest(cast.hamdan)).toContain('Pelatihan: Desain grafis');
  });

  it('leaves no keyboard behind, however the question is left', async () => {
    for (const way of ['<Batal>', '<Lewati>', '/saya', '/batal']) {
      await sari().goes('/start minat_al-ikhsan');
      if (way === '/batal')
        await sari()
          .goes('<Mulai dari awal>')
          .catch(() => undefined);
      await sari().goes(way);
      expect([way, keyboardOf(cast.sari)]).toEqual([way, 'removed']);
      await sari().says('/batal');
    }
  });

  it('counts the questions that are really asked', async () => {
    await sari().goes('/start minat_bina-iman');
    const asked = () =>
      sari()
        .chat()
        .findLast(({ rows }) => rows.length > 0)?.text;
    expect(asked()).toMatch(/^Saya berminat · 1 dari 1\n/u);
    await sari().taps('Kembali');
    expect(asked()).toMatch(/^Saya berminat · 1 dari 2\n[\s\S]*Siapa nama depan Anda\?/u);
    await sari().says('Sari');
    expect(asked()).toMatch(/^Saya berminat · 2 dari 2\n/u);
  });

  it('explains why the contact of somebody else is not taken, and asks again', async () => {
    await sari().goes('/start minat_bina-iman');
    const { updateId } = home.telegram.sharesContact(cast.sari.id, { ofId: cast.fauzi.id });
    await sari().settled(updateId);
    const again = sari()
      .chat()
      .findLast(({ rows }) => rows.length > 0);
    expect(again?.text).toContain(
      'Mohon maaf, yang dapat dibagikan hanya kontak Anda sendiri, lewat tombol Kirim nomor telepon saya di bawah layar; kontak orang lain tidak kami simpan. Isian Anda tidak ada yang hilang, dan nomor boleh juga diketik.',
    );
    expect(again?.text).toContain('Ke nomor mana pengelola boleh menghubungi Anda?');
    expect(keyboardOf(cast.sari)).toMatchObject({ keyboard: [[{ request_contact: true }]] });
    await shares(cast.sari);
    expect(sari().sees().text).toContain('Nomor telepon: +62');
  });

  it('leaves no buttons on a question that was left by /batal', async () => {
    for (const answered of [[], ['<Lewati>'], ['12345'], ['<Lewati>', '<Ubah Nama depan>']]) {
      await sari().goes('/start minat_bina-iman', ...answered, '/batal');
      const formButtons = sari()
        .chat()
        .filter(({ text, rows }) => text.startsWith('Saya berminat') && rows.length > 0);
      expect([answered, formButtons.map(({ text }) => text)]).toEqual([answered, []]);
      expect(
        sari()
          .chat()
          .some(({ text }) => text.startsWith('Isian Saya berminat dibatalkan.')),
      ).toBe(true);
    }
  });

  it('without a number is passed on too, and tells the person to turn to the centre', async () => {
    await sari().goes('/start minat_bina-iman', '<Lewati>', '<Kirim>');
    expect(sari().sees().text).toContain(
      'Karena tanpa nomor telepon, silakan datang langsung ke BLK-nya di Kec. Paser Belengkong, Kabupaten Paser.',
    );
    expect(newest(cast.hamdan)).toContain('Nomor telepon: tidak diberikan');
    await sari().goes('/start minat_bina-iman', '0812-3456-7890', '<Kirim>');
    expect(newest(cast.hamdan)).toContain('Nomor telepon: +62 812-3456-7890');
  });

  it('is passed on for each course, and says when it was answered', async () => {
    await home.world.courses.add(aCourse({ id: 'OPEN000000001', state: 'approved' }));
    await sari().goes('/start minat_bina-iman', '0812-3456-7890', '<Kirim>');
    await home.as(cast.hamdan).taps('Sudah saya hubungi');
    expect((await sari().says('/start minat_bina-iman')).text).toBe(
      'Minat Anda untuk BLK ini sudah kami terima pada Senin, 23 November 2026, dan ditandai sudah dihubungi pada Senin, 23 November 2026.',
    );
    await sari().goes('/start kelas_OPEN000000001', '<Saya berminat>', '0812-3456-7890', '<Kirim>');
    expect(newest(cast.hamdan)).toContain('Pelatihan: Desain grafis');
  });

  it('takes no addresses and numbers for names', async () => {
    for (const name of ['http://evil.id', 'evil.id/x', '@penipu', '08123456']) {
      await sari().goes('/start minat_bina-iman', '<Kembali>', name);
      const asked = sari()
        .chat()
        .findLast(({ rows }) => rows.length > 0);
      expect(asked?.text).toContain(
        'Mohon maaf, di sini cukup nama depan, tanpa alamat atau nomor. Contoh: Siti.',
      );
      await sari().says('/batal');
    }
  });

  it('says that nothing went when the centre left the list just before Kirim', async () => {
    await sari().goes('/start minat_al-ikhsan', '0812-3456-7890');
    await home.world.institutions.archive('al-ikhsan', home.clock.now());
    await sari().taps('Kirim');
    expect(sari().sees().text).toContain('Isian Anda tidak terkirim.');
  });

  it('goes to the officers in scope when nobody of the centre can be reached', async () => {
    home.telegram.blocks(cast.maryam.id);
    await home.as(cast.maryam).settled();
    await sari().goes('/start minat_al-ikhsan', '0812-3456-7890', '<Kirim>');
    expect(newest(cast.ratna)).toContain('Pengelolanya belum dapat dihubungi');
  });

  it('waits for the hours in which managers are written to', async () => {
    await home.playTo('2026-11-23T13:00:00Z');
    await sari().goes('/start minat_bina-iman', '0812-3456-7890', '<Kirim>');
    expect(interestsIn(cast.hamdan)).toHaveLength(0);
    await home.playTo('2026-11-24T01:00:00Z');
    expect(interestsIn(cast.hamdan)).toHaveLength(1);
  });

  it('of a stranger is in /dataku, and gone everywhere after /hapusdata', async () => {
    await sari().goes('/start minat_bina-iman', '0812-3456-7890', '<Kirim>');
    const [kept] = (await home.world.traces.about(cast.sari.id)).filter(({ heading }) =>
      heading.includes('Minat'),
    );
    expect(JSON.stringify(kept?.records)).toContain('+6281234567890');
    await sari().goes('/hapusdata', '<Ya, saya mengerti>', '<Hapus data saya>');
    await home.playTo('2026-11-23T02:00:00Z');
    const places = await home.store.listCollections();
    for (const { name } of places) {
      const rows = JSON.stringify(await home.store.collection(name).find({}).toArray());
      expect([name, /81234567890|812-3456-7890|3001/u.test(rows)]).toEqual([name, false]);
    }
  });

  it('writes no number into the log or the audit', async () => {
    await sari().goes('/start minat_bina-iman', '0812-3456-7890', '<Kirim>');
    const audit = JSON.stringify(await home.store.collection('audit').find({}).toArray());
    expect(`${JSON.stringify(home.log)}${audit}`).not.toMatch(/81234567890/u);
  });
});
