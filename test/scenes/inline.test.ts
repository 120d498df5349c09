import { cast, castGroups } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { aCourse } from '../support/courses';

let home: BotAtHome;
const strange = 'BLK <b>Al-Huda</b> & Putra_*[x]* \u200Fعربي 🎓';
beforeAll(async () => {
  home = await botAtHome();
  await home.world.institutions.found([
    {
      ...{ id: 'aneh', name: strange, kind: 'LPK', trade: 'Teknik Las', zone: 'Asia/Makassar' },
      ...{ regency: 'Kabupaten Paser', district: 'Kuaro', restDay: 5, rhythm: 'monthly' },
      registeredAt: home.clock.now(),
    },
  ]);
  await home.world.courses.add(
    aCourse({ id: 'OPEN000000001', state: 'approved', title: 'Desain <i>grafis</i> & cetak' }),
  );
  await home.world.courses.add(aCourse({ id: 'WAIT000000001', title: 'Desain rahasia' }));
});
afterAll(() => home.stop());

/** Types words after the bot's name and returns what it offers. */
async function offered(words: string, offset = '') {
  const { queryId } = home.telegram.asksInline(cast.sari.id, words, { offset });
  const answer = await home.telegram.until(() => home.telegram.inlineAnswer(queryId));
  return { queryId, ...answer };
}
const titles = async (words: string) => (await offered(words)).results.map(({ title }) => title);

describe('inline', () => {
  it('offers institutions and approved courses that have the words', async () => {
    expect(await titles('cetak grafis')).toEqual(['Desain <i>grafis</i> & cetak']);
    expect(await titles('datu')).toEqual(['BLK Komunitas Pesantren Datu Ismail']);
    expect(await titles('bina-iman')).toEqual([
      'BLK Komunitas Pesantren Bina Iman',
      'Desain <i>grafis</i> & cetak',
    ]);
    expect((await titles('')).length).toBe(5);
  });

  it('puts into the chat what was typed, sign by sign, with the way to the bot', async () => {
    const group = castGroups[0].id;
    const { queryId, results } = await offered('las');
    expect(results[0]?.title).toBe(strange);
    home.telegram.choosesInline(cast.hamdan.id, (await mine('las')).queryId, results[0]!.id, group);
    const said = home.telegram.chat(group).at(-1)!;
    expect(queryId).not.toBe('');
    expect(said.text).toContain(strange);
    expect(said.rows[0]?.[0]?.url).toBe('https://t.me/blk_aktif_bot?start=info_aneh');
  });

  it('offers the courses of a centre after the centre, by its name and by what its trade is called', async () => {
    const bina = ['BLK Komunitas Pesantren Bina Iman', 'Desain <i>grafis</i> & cetak'];
    expect(await titles('bina')).toEqual(bina);
    expect(await titles('komputer belengkong')).toEqual(bina);
    expect(await titles('Kursus KOMPU')).toEqual([
      'BLK Komunitas Pesantren Bina Iman',
      'BLK Komunitas Pesantren Datu Ismail',
      'Desain <i>grafis</i> & cetak',
    ]);
  });

  it('offers what was just approved, and keeps answers for ten seconds only', async () => {
    const fresh = aCourse({ id: 'FRESH00001', state: 'waiting', title: 'Merakit PC' });
    await home.world.courses.add(fresh);
    expect(await titles('merakit')).toEqual([]);
    const by = { by: 'RATNA', at: home.clock.now(), from: 'waiting' } as const;
    await home.world.courses.change(fresh, { id: 'A1', does: 'approve', ...by });
    expect(await titles('merakit')).toEqual(['Merakit PC']);
    const [, answer] = home.telegram.calls('answerInlineQuery').slice(-2);
    expect(answer?.params).toMatchObject({ cache_time: 10, is_personal: false });
    await home.world.courses.change((await home.world.courses.one('FRESH00001'))!, {
      ...{ id: 'A2', does: 'cancel', ...by },
    });
    expect(await titles('merakit')).toEqual([]);
  });

  it('finds exactly the course that is shared from its page, whatever it is called', async () => {
    await home.world.courses.add(
      aCourse({ id: 'TWIN000001', institution: 'datu-ismail', state: 'approved', title: 'Kembar' }),
    );
    await home.world.courses.add(aCourse({ id: 'TWIN000002', state: 'approved', title: 'Kembar' }));
    const page = await home.as(cast.sari).says('/start kelas_TWIN000002');
    const share = page.rows.flat().find(({ text }) => text === 'Bagikan')?.[
      'switch_inline_query'
    ] as string;
    expect(share).toBe('Kembar #TWIN000002');
    const { results } = await offered(share);
    expect(results.map(({ id }) => id)).toEqual(['kTWIN000002']);
    expect(await titles('kembar')).toEqual(['Kembar', 'Kembar']);
    expect(await titles('Kembar #TWIN999999')).toEqual([]);
    const { queryId } = await mine(share);
    home.telegram.choosesInline(cast.hamdan.id, queryId, 'kTWIN000002', castGroups[0].id);
    expect(home.telegram.chat(castGroups[0].id).at(-1)?.text).toBe(
      [
        'Kembar',
        'Tanggal: 1 Des 2026 sampai 10 Des 2026',
        'Kuota: 16 orang',
        'Syarat: Usia 17 tahun ke atas',
        'Tempat: BLK Komunitas Pesantren Bina Iman, Kec. Paser Belengkong, Kabupaten Paser',
      ].join('\n'),
    );
  });

  const mine = async (words: string) => {
    const { queryId } = home.telegram.asksInline(cast.hamdan.id, words);
    await home.telegram.until(() => home.telegram.inlineAnswer(queryId));
    return { queryId };
  };

  it('leads to the private chat where nothing fits', async () => {
    const { results, button } = await offered('tidak ada yang begini');
    expect(results).toEqual([]);
    expect(button).toEqual({ text: 'Cari di bot', start_parameter: 'info' });
  });

  it('does not answer in the chat what was chosen from its own offers', async () => {
    const { queryId, results } = await offered('datu');
    const before = home.as(cast.sari).chat().length;
    const { updateId } = home.telegram.choosesInline(cast.sari.id, queryId, results[0]!.id);
    await home.as(cast.sari).settled(updateId);
    expect(home.as(cast.sari).chat()).toHaveLength(before + 1);
  });

  it('does not keep a chat waiting, nor try again what came too late', async () => {
    home.telegram.holdUpdates(true);
    const late = home.telegram.asksInline(cast.sari.id, 'datu');
    home.telegram.faults.next('answerInlineQuery', {
      code: 400,
      description: 'Bad Request: query is too old',
    });
    home.telegram.holdUpdates(false);
    await home.telegram.until(() => home.telegram.calls('answerInlineQuery').length > 0);
    await home.as(cast.sari).settled(late.updateId);
    const rows = await home.store
      .collection('inbox')
      .find({ lane: `inline:${cast.sari.id}` })
      .toArray();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row['state'] === 'done' && row['failures'] === 0)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('datu');
  });

  it('pages through many', async () => {
    await home.world.institutions.addMany(
      Array.from({ length: 45 }, (_, n) => ({
        ...{ id: `lain-${n}`, name: `LPK Lain ${100 + n}`, kind: 'LPK' as const, trade: 'Barista' },
        ...{ regency: 'Kabupaten Paser', district: `Kecamatan ${n}`, zone: 'Asia/Makassar' },
        ...{ restDay: 5 as const, rhythm: 'monthly' as const, registeredAt: home.clock.now() },
      })),
    );
    const seen: string[] = [];
    for (let offset: string | undefined = ''; offset !== undefined;) {
      const { results, next_offset: next } = await offered('barista', offset);
      seen.push(...results.map(({ title }) => title));
      offset = next === '' ? undefined : next;
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `LPK Lain ${100 + n}`));
  });
});
