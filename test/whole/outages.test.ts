import { systemChance } from '../../src/adapters/system';
import { cast, castToken } from '../../src/cast';
import { readSettings } from '../../src/config';
import type { LocalTelegram } from '../../src/playground/playground';
import { seedCast } from '../../src/seed';
import { type RunningBot, startBot } from '../../src/start-bot';
import { openLocalTelegram } from '../support/bot-at-home';
import { collectingLog } from '../support/collecting-log';
import { eventually } from '../support/eventually';
import { type FrailStore, openFrailStore } from '../support/frail-store';
import { pushableClock } from '../support/pushable-clock';
import { settableClock } from '../support/settable-clock';
import { talker } from '../support/talk';

// A Tuesday, 07.20 in Tanah Grogot: ten minutes before the digests.
const clock = settableClock('2026-11-23T23:20:00Z');
const flow = pushableClock();
const log = collectingLog();
const { hamdan, maryam, rahmat, ratna, joko, fauzi } = cast;

let database: FrailStore;
let playground: Awaited<ReturnType<typeof openLocalTelegram>>;
let telegram: LocalTelegram;
let bot: RunningBot;

beforeAll(async () => {
  database = await openFrailStore(clock);
  playground = await openLocalTelegram(clock);
  ({ telegram } = playground);
  const read = readSettings({ TELEGRAM_API_ROOT: playground.apiRoot }, () => '');
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const settings = { ...read.settings, BOT_TOKEN: castToken };
  const store = { ok: true, exclusive: true, close: () => Promise.resolve() } as const;
  const started = await startBot({
    ...{ settings, store: { ...store, store: database.store } },
    ...{ clock, flow, chance: systemChance, log },
  });
  if (!started.ok) throw new Error(started.why);
  ({ bot } = started);
  await seedCast(bot.world);
  await bot.tick();
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await playground.stop();
  await database.close();
});

const seconds = (n: number) => n * 1_000;
const pass = (ms: number) => {
  clock.advance(ms);
  flow.advance(ms);
};
const as = ({ id }: { readonly id: number }) =>
  talker(id, { telegram, store: database.store, clock, pass });
/** What the bot said to somebody with these words in it. */
const told = ({ id }: { readonly id: number }, words: string) =>
  telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes(words));
const count = (collection: string, what: object = {}) =>
  database.store.collection(collection).countDocuments(what);
const logged = (words: string) => eventually(() => log.lines.some((line) => line.includes(words)));

/** Lets seconds pass until every update is dealt with and every message is sent. */
const allDone = () =>
  eventually(async () => {
    pass(seconds(1));
    const open = { state: { $in: ['scheduled', 'sending'] } };
    return (
      telegram.pendingUpdates().length === 0 &&
      (await count('inbox', { state: { $ne: 'done' } })) === 0 &&
      (await count('outbox', { ...open, notBefore: { $lte: clock.now() } })) === 0
    );
  });

/** Nobody was lost, told twice, or given up on. */
async function nothingLost() {
  const answered = { why: 'dibatalkan: sudah lapor' };
  const lost = { state: { $in: ['failed', 'cancelled', 'muted'] }, $nor: [answered] };
  expect(await count('outbox', lost)).toBe(0);
  expect(await count('contacts', { state: { $ne: 'ok' } })).toBe(0);
}

describe('Telegram down for an hour', () => {
  it('costs nobody a word: what was said, what was answered, what was due', async () => {
    await as(maryam).goes('/nihil', '<Peserta belum cukup>', '<Lewati>');
    const summary = as(maryam).sees().id;
    telegram.faults.down(true);
    telegram.taps(maryam.id, maryam.id, summary, 'Kirim');
    telegram.says(hamdan.id, '/status');
    for (let minute = 0; minute < 60; minute += 5) {
      pass(seconds(300));
      await bot.tick();
    }
    await logged('Telegram cannot be reached; messages wait');
    // A few signs of life were asked for, and not one message was tried.
    const tried = telegram.calls().filter(({ fate }) => fate === 'reset');
    expect(tried.filter(({ method }) => method !== 'getUpdates').length).toBeLessThan(10);
    expect(tried.map(({ method }) => method)).not.toContain('sendMessage');
    expect(await count('outbox', { kind: 'digest', state: 'scheduled' })).toBe(2);

    telegram.faults.down(false);
    await allDone();
    // A tap that Telegram could not deliver for so long it forgets; the button is there to be tapped again.
    await as(maryam).taps('Kirim', summary);
    expect(told(hamdan, 'Laporan yang sudah kami terima')).toHaveLength(1);
    expect(told(maryam, 'Nomor tanda terima')).toHaveLength(1);
    expect(await count('reports')).toBe(1);
    for (const officer of [ratna, joko])
      expect(told(officer, 'Ringkasan harian · Selasa, 24 November 2026')).toHaveLength(1);
    await nothingLost();
  });
});

describe('the database down for a minute', () => {
  it('costs nobody a word either, whoever was in the middle of something', async () => {
    await as(rahmat).goes('/kendala', '<Instruktur>', 'Instruktur pindah');
    const summary = as(rahmat).sees().id;
    // Wednesday, half a minute before the digests.
    const digestsAt = Date.parse('2026-11-24T23:30:00Z');
    while (clock.now().getTime() < digestsAt - seconds(30)) {
      pass(Math.min(seconds(540), digestsAt - seconds(30) - clock.now().getTime()));
      await bot.tick();
    }
    await allDone();

    const before = telegram.calls('sendMessage').length;
    for (const { id } of [hamdan, maryam, fauzi, joko]) telegram.says(id, '/saya');
    telegram.taps(rahmat.id, rahmat.id, summary, 'Kirim');
    await telegram.until(() => telegram.calls('sendMessage').length > before);
    await database.fall();
    telegram.says(hamdan.id, '/riwayat');
    telegram.says(fauzi.id, '/bantuan');
    for (let step = 0; step < 3; step += 1) {
      pass(seconds(20));
      await bot.tick();
    }
    await logged('The clockwork stumbled');
    await logged('Updates cannot be stored and wait at Telegram');
    await database.rise();
    await eventually(async () => {
      await bot.tick();
      return told(ratna, 'Ringkasan harian · Rabu').length > 0;
    });
    await allDone();

    for (const who of [hamdan, maryam, joko]) expect(told(who, 'Data Anda')).toHaveLength(1);
    expect(told(hamdan, 'Belum ada laporan.')).toHaveLength(1);
    expect(told(fauzi, '')).toHaveLength(2);
    expect(told(rahmat, 'Terima kasih sudah bercerita')).toHaveLength(1);
    expect(await count('obstacles')).toBe(1);
    for (const officer of [ratna, joko]) {
      expect(told(officer, 'Instruktur pindah')).toHaveLength(1);
      expect(told(officer, 'Ringkasan harian · Rabu, 25 November 2026')).toHaveLength(1);
    }
    await nothingLost();
  });
});
