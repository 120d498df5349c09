import { noticeVersion } from '../../src/domain/notice';
import { cast } from '../../src/cast';
import { firstInstitutions } from '../../src/domain/first-institutions';
import type { LocalTelegram } from '../../src/playground/playground';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { formOf, labels } from '../support/seen';

let home: BotAtHome;
let newcomers = 9000;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

/** Somebody who has never talked with the bot. */
function newcomer(): Invited {
  newcomers += 1;
  const somebody = { id: newcomers, firstName: 'Sari', about: 'Belum bergabung' };
  home.telegram.extendCast({ people: [somebody], groups: [] });
  return somebody;
}

type Invited = Parameters<BotAtHome['as']>[0];
const hourMs = 3_600_000;

/** Has Ratna invite somebody, and returns the link. */
async function link(role = '<Pengelola>'): Promise<string> {
  const { text } = await home.as(cast.ratna).goes('/undang', role, '<Datu Ismail>', '<Buat>');
  const [url] = /https:\S+/u.exec(text) ?? [];
  if (url === undefined) throw new Error(`There is no link in: ${text}`);
  return url;
}

async function follows(member: Invited, url: string): Promise<string> {
  const tapped = home.telegram.followsLink(member.id, url);
  await home.as(member).settled(saidIn(tapped));
  return home.as(member).sees().text;
}

function saidIn(tapped: ReturnType<LocalTelegram['followsLink']>): number | undefined {
  return tapped.kind === 'link' ? tapped.said?.updateId : undefined;
}

const person = (member: Invited) =>
  home.store.collection('people').findOne({ telegramId: member.id });
const toSummary = (member: Invited) =>
  home.as(member).goes('<Saya setuju>', 'Siti Aminah', '<Ibu>');
const audited = (did: string) => home.store.collection('audit').countDocuments({ did });
const invitations = () => home.store.collection('invitations').countDocuments();

describe('an invitation', () => {
  it('leads a stranger from the link over the notice to a role that works at once', async () => {
    const before = [await audited('invited'), await audited('joined')];
    const she = newcomer();
    const notice = await follows(she, await link());
    expect(notice).toContain("Assalamu'alaikum. Terima kasih");
    expect(notice).toContain('dikelola oleh Disnakertrans Kabupaten Paser');
    expect(notice).toContain('Yang kami simpan: nama, nomor akun Telegram');
    expect(notice).toContain('tidak pernah meminta NIK, kode OTP, atau uang');
    expect(await person(she)).toBeNull();

    const sari = home.as(she);
    await toSummary(she);
    expect(sari.sees().text).toContain('Nama: Siti Aminah\nSapaan: Ibu');
    expect((await sari.taps('Kirim')).text).toContain(
      'Selamat bergabung, Ibu Siti Aminah. 🤝\nPeran Anda: Pengelola BLK Datu Ismail.',
    );
    expect(labels(sari.sees())).toContain('Isi nomor telepon');
    const menu = home.telegram.commandsFor(sari.id).map(({ command }) => command);
    expect(menu).toEqual(expect.arrayContaining(['lapor', 'nihil', 'riwayat', 'status']));
    await sari.goes('/nihil', 'Lainnya', '<Lewati>', '<Kirim>');
    expect(sari.sees().text).toContain('kabar dari BLK Datu Ismail sudah kami terima');
    const after = [await audited('invited'), await audited('joined')];
    expect(after).toEqual(before.map((count) => count + 1));
    expect(await person(she)).toMatchObject({
      ...{
        name: 'Siti Aminah',
        address: 'Ibu',
        consent: { version: noticeVersion, at: home.clock.now() },
      },
      grants: [{ role: 'manager', institution: 'datu-ismail', since: home.clock.now() }],
    });
  });

  it('takes the name on Telegram with one tap', async () => {
    const she = newcomer();
    await follows(she, await link());
    await home.as(she).goes('<Saya setuju>', '<Sari>', '<Kak>', '<Kirim>');
    expect(await person(she)).toMatchObject({ name: 'Sari', address: 'Kak' });
  });

  it('gives time to who does not agree yet', async () => {
    const [she, url] = [newcomer(), await link()];
    await follows(she, url);
    const { text } = await home.as(she).taps('Belum setuju');
    expect(text).toContain('Baik, tidak apa-apa.');
    expect(await person(she)).toBeNull();
    expect(await follows(she, url)).toContain('Apakah Anda setuju?');
  });

  it('works once, and welcomes back the one who used it', async () => {
    const url = await link();
    const [she, other] = [newcomer(), newcomer()];
    await follows(she, url);
    await toSummary(she);
    await home.as(she).taps('Kirim');
    expect(await follows(other, url)).toContain('undangan ini sudah dipakai');
    expect(await follows(she, url)).toContain('Selamat datang kembali, Ibu Siti Aminah.');
    expect(await person(other)).toBeNull();
  });

  it('lets one of two join who confirm it at the same moment', async () => {
    const url = await link();
    const both = [newcomer(), newcomer()];
    for (const member of both) {
      await follows(member, url);
      await toSummary(member);
    }
    await Promise.all(both.map((member) => home.as(member).hurries('<Kirim>', '<Kirim>')));
    const said = both.map((member) => home.as(member).sees().text);
    expect(said.filter((text) => text.includes('Selamat bergabung'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('sudah dipakai'))).toHaveLength(1);
    const grants = (await Promise.all(both.map(person))).flatMap(
      (one) => one?.['grants'] as unknown,
    );
    expect(grants.filter(Boolean)).toHaveLength(1);
  });

  it('makes a deputy with the rights of a manager at that institution only', async () => {
    const she = newcomer();
    await follows(she, await link('<Wakil pengelola>'));
    await toSummary(she);
    const sari = home.as(she);
    await sari.taps('Kirim');
    const own = await home.store.collection('reports').countDocuments();
    await home.as(cast.maryam).goes('/nihil', 'Lainnya', '<Lewati>', '<Kirim>');
    expect((await sari.says('/riwayat')).text).toContain(`${own} laporan`);
    expect((await sari.says('/status')).text).not.toContain('Al Ikhsan');
    await sari.goes('/lapor', '<Produksi>', 'Roti', '<Hari ini>', '<Lewati>', '<Kirim>');
    expect(sari.sees().text).toContain('dari BLK Datu Ismail');
  });
});

describe('/start with a code', () => {
  it.each(['xyz', 'a'.repeat(64), '__proto__', '{"$gt":""}', '../../etc', 'kode dari dinas'])(
    'that nobody issued is declined kindly: %s',
    async (code) => {
      const she = newcomer();
      for (const command of ['start', 'gabung'])
        expect((await home.as(she).says(`/${command} ${code}`)).text).toContain(
          'tidak kami kenali',
        );
      expect(await person(she)).toBeNull();
    },
  );
});

describe('/undang', () => {
  it('is not for managers, heads and strangers, and their tries are written down', async () => {
    for (const member of [cast.hamdan, cast.yusuf, cast.anwar, cast.sari])
      expect((await home.as(member).says('/undang')).text).toContain('belum tersedia untuk Anda');
    const tries = await home.store.collection('audit').find({ did: 'refused' }).toArray();
    expect(tries.map(({ what }) => what as string)).toEqual(Array(4).fill('/undang'));
  });

  it('lets an admin invite an officer, who can invite at once', async () => {
    const { text } = await home
      .as(cast.joko)
      .goes('/undang', '<Petugas dinas>', '<Semua wilayah>', '<Buat>');
    const he = newcomer();
    const notice = await follows(he, /https:\S+/u.exec(text)?.[0] ?? '');
    expect(notice).toContain('Selamat datang. Terima kasih');
    await home.as(he).goes('<Saya setuju>', '<Sari>', '<Bapak>', '<Kirim>', '/undang');
    expect(labels(home.as(he).sees())).toContain('Wakil pengelola');
  });

  it('makes one invitation of a doubled tap', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes('/undang', '<Pengelola>', 'bina');
    const before = await invitations();
    await ratna.hurries('<Buat undangan>', '<Buat undangan>');
    expect(await invitations()).toBe(before + 1);
  });

  it('ends after 72 hours, at that very moment, also for who has begun', async () => {
    const urls = [await link(), await link()] as const;
    const [she, other] = [newcomer(), newcomer()];
    home.clock.advance(72 * hourMs - 1);
    expect(await follows(she, urls[0])).toContain('Apakah Anda setuju?');
    await toSummary(she);
    home.clock.advance(1);
    expect(await follows(other, urls[1])).toContain('masa berlaku undangan ini sudah lewat');
    expect((await home.as(she).taps('Kirim')).text).toContain('masa berlaku');
    expect(await person(she)).toBeNull();
  });

  it('offers an officer their own regencies, and no role above their own', async () => {
    const [paser] = firstInstitutions;
    if (!paser) throw new Error('There is no institution');
    const far = { ...paser, id: 'nurul-huda', name: 'BLK Komunitas Pesantren Nurul Huda' };
    const regency = 'Kabupaten Berau';
    await home.world.institutions.found([{ ...far, regency, registeredAt: home.clock.now() }]);
    const grants = [{ role: 'officer', regencies: [regency], since: home.clock.now() }];
    const ratna = home.as(cast.ratna);
    await home.store.collection('people').updateOne({ telegramId: ratna.id }, { $set: { grants } });

    const before = await invitations();
    await ratna.says('/undang');
    expect(labels(ratna.sees())).toEqual(['Pengelola', 'Wakil pengelola', 'Batal']);
    await ratna.forges(`f:${formOf(ratna.sees())}:role:=officer`);
    expect(ratna.sees().text).toContain('peran itu belum dapat diundang');
    await ratna.taps('Pengelola');
    expect(labels(ratna.sees())).toEqual(['Nurul Huda', 'Kembali', 'Batal']);
    for (const said of ['Bina Iman', 'bina-iman'])
      expect((await ratna.says(said)).text).toContain('BLK itu belum kami temukan');
    await ratna.forges(`f:${formOf(ratna.sees())}:institution:=bina-iman`);
    expect(ratna.sees().text).toContain('BLK itu belum kami temukan');
    expect(await invitations()).toBe(before);
    await ratna.says('/batal');
  });
});
