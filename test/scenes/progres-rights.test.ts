import { cast } from '../../src/cast';
import { seedCast } from '../../src/seed';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await home.as(ratna).goes('/progres iman', '<Bina Iman>', '<A1 Data dasar>', '<Selesai>');
  await home.as(hamdan).settled();
});
afterAll(() => home.stop());

const { hamdan, maryam, ratna, joko, sari } = cast;
const kept = () => home.world.registrations.among(['bina-iman', 'al-ikhsan', 'datu-ismail']);
const refusals = async (id: number) => {
  const person = await home.world.people.byTelegram(id);
  const refused = { did: 'refused', who: person?.id, what: 'registration of bina-iman' };
  return home.store.collection('audit').countDocuments(refused);
};

/** Everything that can stand on a button of the registration of Bina Iman. */
const buttons = [
  ...['', '.t.A', '.s.A2', '.p.A3.sk.1', '.d.A2.0', '.x.A2.0', '.o.A1.1', '.j', '.j.oss.0'].map(
    (page) => `progres:bina-iman${page}`,
  ),
  ...['langkah:bina-iman.A2.0.s', 'langkahselesai:bina-iman.D2.0', 'langkahkembali:bina-iman.A2.0'],
];

async function forges({ id }: { readonly id: number }, all: readonly string[]) {
  const shown = [];
  for (const data of all) shown.push((await home.as({ id }).forges(data)).text);
  return shown;
}

describe("somebody else's registration", () => {
  it('is neither shown to another manager nor changed, and the try is written down', async () => {
    const before = await kept();
    await home.as(maryam).says('/status');
    for (const text of await forges(maryam, buttons)) expect(text).not.toContain('Bina Iman');
    expect(await kept()).toEqual(before);
    expect(await refusals(maryam.id)).toBe(1);
  });

  it('is out of reach of an officer of another regency', async () => {
    const before = await kept();
    const role = { role: 'officer', regencies: ['Kabupaten Berau'] } as const;
    await home.as(sari).says('/start');
    await seedCast(home.world, [{ ...sari, role }]);
    expect((await home.as(sari).says('/progres')).text).toContain('0 lembaga');
    expect((await home.as(sari).says('/progres iman')).text).toContain('Tidak ada yang cocok');
    for (const text of await forges(sari, buttons)) expect(text).not.toContain('Bina Iman');
    expect(await kept()).toEqual(before);
    expect(await refusals(sari.id)).toBe(1);
  });
});

describe('what the office decides', () => {
  it('is not decided by the manager of the centre, whatever the button', async () => {
    await home.as(hamdan).says('/progres');
    const before = await kept();
    await forges(
      hamdan,
      buttons.filter((data) => !/\.p\.|\.t\.|langkah:/u.test(data)),
    );
    expect(await kept()).toEqual(before);
  });

  it('stays as it is when the manager reports it, or ticks its papers, through an old button', async () => {
    await home.as(ratna).forges('progres:bina-iman.d.A3.0');
    const before = await kept();
    await home.as(hamdan).goes('/progres');
    await home.as(hamdan).forges('langkah:bina-iman.A3.0.s');
    await home.as(hamdan).goes('<Lewati>', '<Kirim>');
    expect(home.as(hamdan).sees().text).toContain('sudah diputuskan petugas');
    await forges(hamdan, ['progres:bina-iman.p.A3.sk.1', 'langkah:bina-iman.A3.1.s']);
    await home.as(hamdan).goes('<Lewati>', '<Kirim>');
    expect(await kept()).toEqual(before);
  });

  it('is decided by one of two officers who tap at once, and the other is told', async () => {
    await home.as(ratna).forges('progres:bina-iman.s.A2');
    await home.as(joko).goes('/progres iman', '<Bina Iman>', '<Pendataan awal>', '<A2 Kontak>');
    const shown = await Promise.all([
      home.as(ratna).taps('Selesai'),
      home.as(joko).taps('Tidak berlaku'),
    ]);
    const texts = shown.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('Tersimpan: '))).toHaveLength(1);
    const told = texts.find((text) => text.startsWith('Mohon maaf, langkah ini baru saja diubah'));
    const now = await home.world.registrations.of('bina-iman');
    expect(now!.history.filter(({ step }) => step === 'A2')).toHaveLength(1);
    const word = now!.steps['A2']?.state === 'done' ? 'selesai' : 'tidak berlaku';
    expect(told).toContain(`Keadaan: ${word}`);
    expect(told).toMatch(/oleh (Ratna|Joko)/u);
  });

  it('counts once when the same tap arrives twice', async () => {
    for (let n = 0; n < 2; n += 1) await home.as(ratna).forges('progres:bina-iman.d.B1.0');
    expect(home.as(ratna).sees().text).toContain('Tersimpan: selesai');
    await home.as(hamdan).settled();
    const told = home.telegram
      .chat(hamdan.id)
      .filter(({ text }) => text.includes('langkah B1 Akta pendirian'));
    expect(told).toHaveLength(1);
  });
});

describe('a button that means nothing', () => {
  it.each([
    ...['progres:bina-iman.s.ZZ', 'progres:bina-iman.p.A3.zz.1', 'progres:bina-iman.d.A3.x'],
    ...['progres:bina-iman.t.Q', 'progres:bina-iman.j.laut.0', 'progres:bina-iman.d.__proto__.0'],
    ...['progres:.h9999 iman', 'langkahselesai:bina-iman.A3', 'langkahkembali:bina-iman.A1.1'],
  ])('changes nothing and is answered: %s', async (data) => {
    const before = await kept();
    expect((await home.as(ratna).forges(data)).text).not.toBe('');
    expect(await kept()).toEqual(before);
  });
});
