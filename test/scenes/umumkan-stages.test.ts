import { cast, castGroups } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';
import { reportNext } from '../support/registration-steps';

const { ratna, hamdan, yusuf, maryam, rahmat } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

const officer = () => home.as(ratna);
const got = (words: string) =>
  [hamdan, yusuf, maryam, rahmat].filter(({ id }) =>
    home.telegram.chat(id).some(({ from, text }) => from.isBot && text === words),
  );
async function announces(words: string, stage: string): Promise<void> {
  await officer().goes('/umumkan', '<Buat pengumuman>', '<Menurut tahap pendaftaran>');
  await officer().goes(`<${stage}>`, '<Selesai (1 dipilih)>', '<Tulisan saja>', words);
  await officer().goes('<Sekarang>', '<Lihat contohnya>', '<Kirim sekarang>');
  await eventually(async () => !(await home.world.sent.isBusy(home.clock.now())));
}

describe('an announcement by stage of the registration', () => {
  it('reaches those whose next step stands in that stage, and nobody else', async () => {
    await home.as(hamdan).says('/progres');
    for (const step of ['A2', 'A3', 'A4']) {
      expect(await reportNext(home.as(hamdan))).toBe(step);
      await home.as(hamdan).says('/progres');
    }
    await announces('Siapkan akta', 'Dokumen legal');
    expect(got('Siapkan akta')).toEqual([hamdan, yusuf]);
    await announces('Lengkapi data', 'Pendataan awal');
    expect(got('Lengkapi data')).toEqual([maryam, rahmat]);
    const inGroups = castGroups.flatMap(({ id }) => home.telegram.chat(id));
    expect(inGroups.filter(({ text }) => /Siapkan|Lengkapi/u.test(text))).toEqual([]);
  });
});
