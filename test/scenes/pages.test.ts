import { noticeVersion } from '../../src/domain/notice';
import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const manages = ['lapor', 'nihil', 'riwayat', 'status'];
const everybodys = ['saya', 'bantuan', 'batal'];

/** Who has which commands in the menu, and which not. */
const menus = [
  ['a manager', cast.hamdan, manages, ['undang']],
  ['a deputy', cast.yusuf, manages, ['undang']],
  ['an officer', cast.ratna, ['undang'], ['riwayat', 'status']],
  ['an admin', cast.joko, ['undang'], ['riwayat', 'status']],
  ['a head', cast.anwar, [], ['undang', 'riwayat']],
  ['a stranger', cast.sari, [], [...manages, 'undang']],
] as const;

describe('the command menu and /bantuan', () => {
  it.each(menus)('offer %s what they may do and nothing else', async (_who, member, has, not) => {
    const talks = home.as(member);
    const { text } = await talks.says('/bantuan');
    const listed = home.telegram.commandsFor(member.id).map(({ command }) => command);
    expect(listed).toEqual(expect.arrayContaining([...has, ...everybodys]));
    for (const command of not) expect(listed).not.toContain(command);
    for (const command of listed) expect(text).toContain(`/${command} – `);
    expect(text.match(/^\//gmu)).toHaveLength(listed.length);
  });

  it.each([menus[0], menus[2], menus[5]])(
    'promise %s nothing they are then refused',
    async (_who, member) => {
      const talks = home.as(member);
      await talks.says('/start');
      for (const { command } of home.telegram.commandsFor(member.id)) {
        const { text } = await talks.says(`/${command}`);
        expect([command, text]).not.toEqual([
          command,
          expect.stringMatching(/belum (tersedia|kami kenal)/u),
        ]);
      }
    },
  );
});

describe('/start', () => {
  it.each([
    [cast.hamdan, 'Selamat datang kembali, Ustaz Hamdan.', 'BLK Bina Iman'],
    [cast.ratna, 'Selamat datang kembali, Ibu Ratna.', 'Peran Anda: Petugas dinas.'],
    [cast.joko, 'Selamat datang kembali, Bapak Joko.', 'Petugas dinas, Admin'],
  ])('greets by name and role: $firstName', async (member, hello, role) => {
    const { text } = await home.as(member).says('/start');
    expect(text).toContain(hello);
    expect(text).toContain(role);
  });

  it('tells a stranger who runs the bot, what it never asks for, and how to join', async () => {
    const { text } = await home.as(cast.fauzi).says('/start');
    expect(text).toContain('Disnakertrans Kabupaten Paser');
    expect(text).toContain('tidak pernah meminta NIK, kode OTP, atau uang');
    expect(text).toContain('tautan undangan');
    expect(await home.store.collection('people').findOne({ telegramId: cast.fauzi.id })).toBeNull();
  });
});

describe('/saya', () => {
  it('shows what is known of somebody', async () => {
    const { text } = await home.as(cast.yusuf).says('/saya');
    expect(text).toContain(
      'Nama: Yusuf\nSapaan: Ustaz\nNomor telepon: belum ada\nPeran: Wakil pengelola\nBLK: Bina Iman\nNomor akun Telegram: 1002',
    );
    expect(text).toContain(`Persetujuan: versi ${noticeVersion}, 23 Nov 2026`);
  });

  it('shows a stranger that nothing is kept', async () => {
    const sari = home.as(cast.sari);
    expect((await sari.says('/saya')).text).toContain('Nama: Sari\nPeran: Umum');
    expect(labels(sari.sees())).toEqual([]);
    expect((await sari.says('/sapaan')).text).toContain('data Anda belum ada pada kami');
  });

  it('leads to another name and form of address, used from then on', async () => {
    const rahmat = home.as(cast.rahmat);
    await rahmat.goes(
      '/saya',
      '<Ubah nama dan sapaan>',
      '<b>Rahmat</b> & Co',
      '<Ustaz>',
      '<Kirim>',
    );
    expect(rahmat.sees().text).toContain('kami menyapa Anda Ustaz <b>Rahmat</b> & Co.');
    expect((await rahmat.says('/start')).text).toContain('kembali, Ustaz <b>Rahmat</b> & Co.');
  });

  it('leads to a number that officers see, and that can be taken back', async () => {
    const rahmat = home.as(cast.rahmat);
    await rahmat.goes('/saya', '<Ubah nomor telepon>', 'nanti saja');
    // Below the question stands the message that brings the button for one's own number.
    expect(rahmat.chat().at(-2)?.text).toContain('misalnya: 0812-3456-7890');
    await rahmat.goes('0812 3456 7890', '<Kirim>');
    expect((await rahmat.says('/saya')).text).toContain('Nomor telepon: +6281234567890');
    const seen = async () => (await home.as(cast.ratna).says('/blk datu-ismail')).text;
    expect(await seen()).toContain('+6281234567890');
    await rahmat.goes('/saya', '<Ubah nomor telepon>', '<Lewati>', '<Kirim>');
    expect(rahmat.sees().text).toContain('tidak ada nomor telepon Anda yang kami simpan');
    expect(await seen()).not.toContain('+62812');
  });

  it('does not take an invisible or an endless name', async () => {
    const maryam = home.as(cast.maryam);
    await maryam.goes('/sapaan', '\u200b\u3164');
    expect(maryam.sees().text).toContain('nama masih kosong');
    await maryam.says('a'.repeat(61));
    expect(maryam.sees().text).toContain('paling banyak 60 huruf');
    await maryam.says('/batal');
  });
});

describe('/batal', () => {
  it('says calmly that there is nothing to cancel', async () => {
    const { text } = await home.as(cast.maryam).says('/batal');
    expect(text).toContain('Tidak ada isian yang sedang berjalan.');
  });
});
