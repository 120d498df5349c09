import { cast, castGroups } from '../../src/cast';
import type { Institution } from '../../src/domain/institution';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aCourse } from '../support/courses';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const guest = () => home.as(cast.sari);
const group = castGroups[0];
const wayToHamdan = /812-3456-7890/u;

describe('a contact that is hidden again', () => {
  it('is gone from the page, from what old messages lead to, from links and from offers', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/profil', '<Tampilkan kontak saya>', '<Nomor telepon>', '0812-3456-7890');
    await hamdan.taps('Setuju, tampilkan');
    const shown = await guest().says('/info bina-iman');
    expect(shown.text).toMatch(wayToHamdan);
    await hamdan.goes('/profil', '<Sembunyikan kontak saya>');
    await guest().taps('Lembaga lain', shown.id);
    await guest().taps('Semua lembaga', shown.id);
    expect((await guest().taps('Bina Iman', shown.id)).text).not.toMatch(wayToHamdan);
    expect((await guest().says('/start info_bina-iman')).text).not.toMatch(wayToHamdan);
    const { queryId } = home.telegram.asksInline(cast.sari.id, 'bina-iman');
    const answer = await home.telegram.until(() => home.telegram.inlineAnswer(queryId));
    expect(JSON.stringify(answer)).not.toMatch(wayToHamdan);
    await guest().goes('/start minat_bina-iman', '<Lewati>', '<Kirim>');
    expect(guest().sees().text).not.toMatch(wayToHamdan);
  });
});

describe('an institution that is taken off the list', () => {
  it('is led away from by every old button and link, and not offered', async () => {
    const { institutions, courses } = home.world;
    const one: Institution = {
      ...{ id: 'lepas', name: 'LPK Lepas', kind: 'LPK', trade: 'Teknik Las', restDay: 5 },
      ...{ regency: 'Kabupaten Paser', district: 'Kuaro', zone: 'Asia/Makassar' },
      ...{ rhythm: 'monthly', registeredAt: home.clock.now() },
    };
    await institutions.found([one]);
    const course = aCourse({ id: 'OFF0000001', institution: 'lepas', state: 'approved' });
    await courses.add({ ...course, title: 'Las tingkat lanjut' });
    const page = await guest().says('/info lepas');
    await institutions.archive('lepas', home.clock.now());
    for (const say of ['/start info_lepas', '/start kelas_OFF0000001', '/start minat_lepas'])
      expect((await guest().says(say)).text).toBe(
        'Mohon maaf, lembaga atau pelatihan itu tidak ada lagi dalam daftar kami. Silakan lihat yang lain di /info.',
      );
    expect((await guest().taps('Saya berminat', page.id)).text).toContain('tidak ada lagi dalam');
    expect((await guest().says('/info las')).text).toContain('belum ada yang cocok');
    const { queryId } = home.telegram.asksInline(cast.sari.id, 'las');
    expect((await home.telegram.until(() => home.telegram.inlineAnswer(queryId))).results).toEqual(
      [],
    );
    expect((await home.as(cast.ratna).says('/poster lepas')).text).toContain('belum dapat dibuat');
  });
});

describe('two people in a group', () => {
  const taps = async (who: number, message: number, label: string) => {
    const tapped = home.telegram.taps(who, group.id, message, label) as { updateId: number };
    await home.as(group).settled(tapped.updateId);
    return home.telegram.chat(group.id).find(({ id }) => id === message)!;
  };

  it('turn the pages of the same message, whoever asked for it, also somebody unknown', async () => {
    await home.world.institutions.addMany(
      Array.from({ length: 20 }, (_, n) => ({
        ...{ id: `lain-${n}`, name: `LPK Lain ${10 + n}`, kind: 'LPK' as const, trade: 'Barista' },
        ...{ regency: 'Kabupaten Paser', district: `Kecamatan ${n}`, zone: 'Asia/Makassar' },
        ...{ restDay: 5 as const, rhythm: 'monthly' as const, registeredAt: home.clock.now() },
      })),
    );
    home.telegram.joins(cast.sari.id, group.id);
    const asked = home.telegram.says(cast.hamdan.id, '/info barista', group.id);
    await home.as(group).settled(asked.updateId);
    const { id } = home.telegram.chat(group.id).at(-1)!;
    const numbers = async (who: { readonly id: number }, label: string) =>
      (await taps(who.id, id, label)).rows.flat().find(({ text }) => text.includes(' / '))?.text;
    expect(await numbers(cast.sari, '›')).toBe('2 / 3');
    expect(await numbers(cast.hamdan, '›')).toBe('3 / 3');
    expect(await numbers(cast.sari, '‹')).toBe('2 / 3');
    const page = await taps(cast.sari.id, id, 'Lain 18');
    expect(page.text).toContain('Lain 18');
  });
});
