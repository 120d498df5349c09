import { scenes } from '../../scenes';
import { cast } from '../../src/cast';
import { drawSample } from '../../src/playground/image';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { formOf, receiptIn } from '../support/seen';

let home: BotAtHome;
let theirs: { readonly report: string; readonly nil: string; readonly draft: string };
beforeAll(async () => {
  home = await botAtHome();
  theirs = await whatMaryamHas();
});
afterAll(() => home.stop());

/** A report with a photo, a nil report and a form on its way, all of another institution. */
async function whatMaryamHas() {
  const maryam = home.as(cast.maryam);
  await maryam.goes('/lapor', '<Produksi>', 'Rahasia Al Ikhsan', '<Hari ini>');
  await maryam.settled(home.telegram.sendsPhoto(maryam.id, drawSample(1, 16, 12)).updateId);
  const report = receiptIn(await maryam.goes('<Selesai>', '<Kirim>'));
  const nil = receiptIn(await maryam.goes('/isinihil', 'Lainnya', 'Rahasia Al Ikhsan', '<Kirim>'));
  const draft = formOf(await maryam.goes('/lapor', '<Kelas singkat>', 'Rahasia Al Ikhsan'));
  return { report, nil, draft };
}

/** All that is kept of Maryam's, to see that nobody else changed it. */
async function kept() {
  const { store } = home;
  const chat = await store.collection('chats').findOne({ _id: cast.maryam.id as never });
  const reports = await store.collection('reports').find({ institution: 'al-ikhsan' }).toArray();
  const all = await store.collection('reports').countDocuments();
  return { chat, reports, all };
}

/** Everything the bot ever wanted to show in a chat. */
async function shownTo(chat: number): Promise<string> {
  const rows = await home.store.collection('outbox').find({ chat }).toArray();
  return JSON.stringify(rows.map(({ act }) => act as unknown));
}

/** What a forger may hang on the button of any scene, and on that of the history. */
const openings = () => [
  ...scenes.flatMap(({ command }) => [`${command}:${theirs.report}`, `${command}:al-ikhsan`]),
  ...[`riwayat:${theirs.report}.foto`, `riwayat:${theirs.draft}`, `lapor:${theirs.draft}`],
];

const atOnce = 10;
const verbs = [
  ...['-:send', '-:resume', '-:restart', '-:drop', '-:back', 'heldOn:=2026-11-23'],
  ...['topic:change', 'institution:=al-ikhsan', 'photos:clear', 'photos:done'],
];

/** Has somebody forge all of these at once, and waits until the bot has answered the last. */
async function forges(id: number, all: readonly string[]): Promise<void> {
  const under = home.as({ id }).sees().id;
  const sent = all.map((data) => home.telegram.tapsData(id, id, under, data));
  const last = sent.at(-1);
  await home.as({ id }).settled(last?.kind === 'query' ? last.updateId : undefined);
}

describe("somebody else's institution", () => {
  it.each([cast.hamdan, cast.sari])(
    'is neither seen nor touched by any forged button: $about',
    async (member) => {
      const before = await kept();
      await home.as(member).says('/saya');
      const tappings = verbs.map((verb) => `f:${theirs.draft}:${verb}`);
      await forges(member.id, tappings);
      for (let n = 0; n < openings().length; n += atOnce)
        await forges(member.id, openings().slice(n, n + atOnce));
      expect(await kept()).toEqual(before);
      const photo = (before.reports[0]?.['photos'] as { fileId: string }[])[0]?.fileId;
      expect(photo).toEqual(expect.any(String));
      const shown = await shownTo(member.id);
      for (const secret of ['Rahasia', photo ?? '']) expect(shown).not.toContain(secret);
    },
  );

  it('is neither seen nor touched by any typed command', async () => {
    const before = await kept();
    const hamdan = home.as(cast.hamdan);
    for (const command of ['riwayat', 'status', 'lapor', 'saya'])
      await hamdan.hurries(`/${command} ${theirs.report}`, `/${command} al-ikhsan`);
    expect(await kept()).toEqual(before);
    expect(await shownTo(hamdan.id)).not.toContain('Rahasia');
  });

  it('is refused politely, and the try is written down', async () => {
    const hamdan = home.as(cast.hamdan);
    const { text } = await hamdan.says(`/riwayat ${theirs.nil}`);
    expect(text).toBe('Mohon maaf, laporan itu tidak ada dalam riwayat BLK Anda.');
    const { _id: who } =
      (await home.store.collection('people').findOne({ telegramId: 1001 })) ?? {};
    const audit = home.store.collection('audit');
    const what = `report ${theirs.nil}`;
    expect(await audit.countDocuments({ who, did: 'refused', what })).toBe(1);
  });

  it('is not reported for by answering a question that was not asked', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/lapor', '<Produksi>', 'Spanduk');
    await hamdan.forges(`f:${formOf(hamdan.sees())}:institution:=al-ikhsan`);
    await hamdan.goes('<Hari ini>', '<Lewati>');
    await hamdan.forges(`f:${formOf(hamdan.sees())}:institution:change`);
    const id = receiptIn(await hamdan.taps('Kirim'));
    const report = await home.store.collection('reports').findOne({ _id: id as never });
    expect(report).toMatchObject({ institution: 'bina-iman' });
  });
});
