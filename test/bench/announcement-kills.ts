import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/adapters/mongo/connect';
import { type CastMember, cast, castMembers } from '../../src/cast';
import type { LocalTelegram } from '../../src/playground/playground';
import { chatter } from '../support/chatter';
import { type SeededChance, seededChance } from '../support/seeded-chance';
import { type WholeBot, wholeBot } from '../support/whole-bot';

/** To how many an announcement goes, and how often the process is killed meanwhile. */
export interface AnnouncementKillPlan {
  readonly recipients: number;
  readonly kills: number;
  readonly seed: number;
}

/** What came of it. */
export interface AnnouncementKillFigures {
  readonly recipients: number;
  readonly kills: number;
  /** Chats that got it once, more than once, and not at all. */
  readonly once: number;
  readonly twice: number;
  readonly never: number;
  /** Messages the bot knows to have arrived. */
  readonly known: number;
  /** Messages it names to the officer as of unknown fate, and how many of those had arrived. */
  readonly unknown: number;
  readonly unknownThatArrived: number;
  /** Chats that got nothing, and of which nothing is said. */
  readonly lostWithoutAWord: number;
  /** Messages that are neither sent nor named as failed. */
  readonly unsettled: number;
  readonly seconds: number;
}

const words = 'Rapat koordinasi BLK, Senin pukul 09.00';
const institutions = ['bina-iman', 'al-ikhsan', 'datu-ismail'];
const firstId = 600_001;

const manager = (n: number): CastMember => ({
  ...{ id: firstId + n, firstName: `Pengelola ${n}`, username: `pengelola_${n}` },
  ...{ about: 'Pengelola', section: 'Pengelola' },
  role: { role: 'manager', institution: institutions[n % institutions.length]! },
});

const steps = [
  { does: '/umumkan', sees: /Pengumuman/u },
  { does: '<➕ Buat pengumuman>', sees: /untuk siapa/u },
  { does: '<Semua pengelola>', sees: /foto atau berkas/u },
  { does: '<Tulisan saja>', sees: /ketik pengumumannya/u },
  { does: words, sees: /Kapan dikirim/u },
  { does: '<Sekarang>', sees: /ringkasan/u },
  { does: '<Lihat contohnya>', sees: /Siap dikirim/u },
];

/**
 * Sends an announcement to many while the process is killed again and again.
 *
 * A kill comes after a random time, or at the very moment Telegram has answered, when the message has
 * arrived and the bot has not yet written that down. Such a message is never repeated by itself: the
 * officer reads that nobody knows whether it arrived.
 */
export async function announcementKills(
  plan: AnnouncementKillPlan,
): Promise<AnnouncementKillFigures> {
  const managers = Array.from({ length: plan.recipients }, (_, n) => manager(n));
  const members = [...castMembers.filter(({ id }) => id === cast.ratna.id), ...managers];
  const bot = await wholeBot(members);
  try {
    await bot.start();
    const officer = chatter(bot.telegram, cast.ratna.id);
    officer.begins();
    for (const { does, sees } of steps) await officer.goes(does, sees);
    const began = performance.now();
    officer.does('<Kirim sekarang>');
    const kills = await killWhileSending(bot, plan, seededChance(plan.seed));
    await untilQuiet(bot);
    await bot.stop();
    const seconds = Math.round((performance.now() - began) / 1000);
    const counts = await bot.database((store) => count(bot.telegram, store, managers));
    return { recipients: plan.recipients, kills, ...counts, seconds };
  } finally {
    await bot.close();
  }
}

const arrived = (telegram: LocalTelegram) =>
  telegram.calls('sendMessage').filter(({ ok, params }) => ok && params['text'] === words).length;

const longestLifeMs = 400;
const longestWaitMs = 60_000;

async function killWhileSending(
  bot: WholeBot,
  { recipients, kills }: AnnouncementKillPlan,
  chance: SeededChance,
): Promise<number> {
  for (let done = 1; done <= kills; done += 1) {
    const goal = Math.floor((done * recipients) / (kills + 1));
    await bot.telegram.until((telegram) => arrived(telegram) >= goal, longestWaitMs);
    if (chance.below(2) === 0) await pause(chance.below(longestLifeMs));
    await bot.kill();
    await bot.start();
  }
  return kills;
}

async function untilQuiet(bot: WholeBot): Promise<void> {
  const open = { state: { $in: ['scheduled', 'sending'] } };
  for (let waited = 0; waited < 150_000; waited += 200) {
    const left = await bot.database((store) => store.collection('outbox').countDocuments(open));
    if (left === 0) return;
    await pause(200);
  }
}

async function count(telegram: LocalTelegram, store: Store, managers: readonly CastMember[]) {
  const rows = await store
    .collection<{ _id: string; chat: number; state: string; permanent?: boolean }>('outbox')
    .find({ kind: 'announcement', 'act.do': 'say' })
    .toArray();
  const got = new Map(
    managers.map(({ id }) => [id, telegram.chat(id).filter(({ text }) => text === words).length]),
  );
  const times = [...got.values()];
  const unknown = rows.filter(({ state, permanent }) => state === 'failed' && permanent === false);
  const named = new Set(unknown.map(({ chat }) => chat));
  const known = rows.filter(({ state }) => state === 'sent').length;
  return {
    once: times.filter((one) => one === 1).length,
    twice: times.filter((one) => one > 1).length,
    never: times.filter((one) => one === 0).length,
    known,
    unknown: unknown.length,
    unknownThatArrived: unknown.filter(({ chat }) => got.get(chat) === 1).length,
    lostWithoutAWord: [...got].filter(([chat, one]) => one === 0 && !named.has(chat)).length,
    unsettled: managers.length - known - unknown.length,
  };
}

/** The 50 kills of the acceptance test. */
export async function printAnnouncementKills(
  seed = Math.floor(performance.now() * 1000),
): Promise<void> {
  const plan = { recipients: 2_000, kills: 50, seed };
  console.log(`An announcement to ${plan.recipients}, ${plan.kills} kills, seed ${seed}`);
  console.log(await announcementKills(plan));
}
