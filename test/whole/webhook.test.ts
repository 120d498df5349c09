import { setTimeout as pause } from 'node:timers/promises';
import { cast } from '../../src/cast';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/embedded/embedded-store';
import { type Balancer, balancer } from '../support/balancer';
import { type BotProcess, startProcess } from '../support/bot-process';
import { chatter } from '../support/chatter';
import { freePort } from '../support/free-port';
import { laporSteps, nihilSteps } from '../support/report-steps';
import { temporaryFolder } from '../support/temporary-folder';
import { type WholeBot, castInto, lookInto, wholeBot } from '../support/whole-bot';

const secret = 'geheimnis-geheimnis';
const { hamdan, maryam, rahmat } = cast;

let bot: WholeBot;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: EmbeddedStore;
let front: Balancer;
let both: readonly BotProcess[];
let shared: Record<string, string | undefined>;

/** Two processes with nothing in common but the database, and a Telegram that sends to either. */
beforeAll(async () => {
  bot = await wholeBot();
  folder = await temporaryFolder();
  const opened = await openEmbeddedStore({ dir: folder.path });
  if (!opened.ok) throw new Error(opened.why);
  store = opened.store;
  const ports = [await freePort(), await freePort()];
  front = await balancer('/hook', ports);
  const { BOT_TOKEN, TELEGRAM_API_ROOT } = bot.settings;
  shared = { BOT_TOKEN, TELEGRAM_API_ROOT, MONGODB_URI: store.uri };
  const hook = { WEBHOOK_URL: front.url, WEBHOOK_SECRET: secret };
  await lookInto(shared, castInto);
  both = ports.map((port) => startProcess({ ...shared, ...hook, PORT: String(port) }));
  await Promise.all(both.map((one) => one.says(/"Ready/u)));
}, 60_000);
afterAll(async () => {
  await Promise.all(both.map((one) => one.kill()));
  await bot.close();
  await front.close();
  await store.stop();
  await folder.remove();
});

const fromBot = (id: number) => bot.telegram.chat(id).filter(({ from }) => from.isBot);
const receipts = (id: number) =>
  fromBot(id).filter(({ text }) => text.includes('Nomor tanda terima'));

async function report(id: number, steps: ReturnType<typeof laporSteps>): Promise<void> {
  const person = chatter(bot.telegram, id);
  for (const { does, sees } of steps.slice(0, -1)) await person.goes(does, sees);
  const first = person.does('<Kirim>');
  person.does('<Kirim>');
  bot.telegram.redeliver(first);
  await person.sees(steps.at(-1)!.sees);
}

test('two processes on one database make one record and one receipt of every form', async () => {
  await Promise.all([
    report(hamdan.id, laporSteps('Topik Hamdan')),
    report(maryam.id, laporSteps('Topik Maryam')),
    report(rahmat.id, nihilSteps('Catatan Rahmat')),
  ]);
  await untilAllIsDone();
  const reports = await lookInto(shared, (one) =>
    one.collection('reports').find().sort({ institution: 1 }).toArray(),
  );
  expect(reports.map(({ details, note }) => String(details?.topic ?? note))).toEqual([
    'Topik Maryam',
    'Topik Hamdan',
    'Catatan Rahmat',
  ]);
  expect([hamdan, maryam, rahmat].map(({ id }) => receipts(id).length)).toEqual([1, 1, 1]);
  expect(Math.min(...front.answered.values())).toBeGreaterThan(5);
  expect(front.answered.size).toBe(2);
}, 60_000);

test('what one person says quickly is answered in its order, whichever process hears it', async () => {
  const person = chatter(bot.telegram, cast.sari.id);
  const commands = ['/saya', '/bantuan', '/saya', '/batal', '/saya', '/lapor'];
  for (const command of commands) person.does(command);
  await person.sees(/lapor belum tersedia/u);
  expect(fromBot(cast.sari.id).map(({ text }) => text)).toEqual([
    expect.stringContaining('Data Anda'),
    expect.stringContaining('/bantuan'),
    expect.stringContaining('Data Anda'),
    expect.stringContaining('Tidak ada isian'),
    expect.stringContaining('Data Anda'),
    expect.stringContaining('/lapor belum tersedia'),
  ]);
}, 60_000);

test('a caller without the secret is turned away and leaves nothing', async () => {
  const body = JSON.stringify({ update_id: 1, message: {} });
  const headers = { 'X-Telegram-Bot-Api-Secret-Token': 'guess' };
  expect((await fetch(front.url, { method: 'POST', body, headers })).status).toBe(403);
  const stored = await lookInto(shared, (one) =>
    one.collection('inbox').countDocuments({ _id: 1 as never }),
  );
  expect(stored).toBe(0);
});

test('both stop cleanly, and whoever goes last leaves the dispatch free', async () => {
  const exits = await Promise.all(both.map((one) => one.stop()));
  expect(exits).toEqual([
    { code: 0, signal: null },
    { code: 0, signal: null },
  ]);
  const leases = await lookInto(shared, (one) => one.collection('leases').countDocuments());
  expect(leases).toBe(0);
});

async function untilAllIsDone(): Promise<void> {
  await lookInto(shared, async (one) => {
    const open = { state: { $in: ['new', 'scheduled', 'sending'] } };
    for (;;) {
      const counts = await Promise.all(
        ['inbox', 'outbox'].map((name) => one.collection(name).countDocuments(open)),
      );
      if (counts.every((count) => count === 0)) return;
      await pause(50);
    }
  });
}
