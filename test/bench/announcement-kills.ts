import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/adapters/mongo/connect';
import { type CastMember, cast } from '../../src/cast';
import type { LocalTelegram } from '../../src/playground/playground';
import {
  announced as words,
  arrivalsAt,
  manyManagers,
  writeAnnouncement,
} from '../support/announcing';
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

/**
 * Sends an announcement to many while the process is killed again and again.
 *
 * A kill comes after a random time, or at the very moment Telegram has answered, when the message has
 * arrived and the bot has not yet written that down. Such a message is asked for, by its number, when
 * the next ones have arrived: it counts as sent if it is there, and is sent if it is not.
 */
export async function announcementKills(
  plan: AnnouncementKillPlan,
): Promise<AnnouncementKillFigures> {
  const managers = manyManagers(plan.recipients);
  const bot = await wholeBot([cast.ratna, ...managers]);
  try {
    await bot.start();
    const officer = await writeAnnouncement(bot.telegram);
    const began = performance.now();
    officer.does('<Kirim sekarang>');
    const arrived = arrivalsAt(bot.telegram, managers);
    const kills = await killWhileSending(bot, plan, arrived, seededChance(plan.seed));
    await untilQuiet(bot);
    await bot.stop();
    const seconds = Math.round((performance.now() - began) / 1000);
    const counts = await bot.database((store) => count(bot.telegram, store, managers));
    return { recipients: plan.recipients, kills, ...counts, seconds };
  } finally {
    await bot.close();
  }
}

const longestLifeMs = 400;
const longestWaitMs = 60_000;

async function killWhileSending(
  bot: WholeBot,
  { recipients, kills }: AnnouncementKillPlan,
  arrived: () => number,
  chance: SeededChance,
): Promise<number> {
  for (let done = 1; done <= kills; done += 1) {
    const goal = Math.floor((done * recipients) / (kills + 1));
    await bot.telegram.until(() => arrived() >= goal, longestWaitMs);
    if (chance.below(2) === 0) await pause(chance.below(longestLifeMs));
    await bot.kill();
    await bot.start();
  }
  return kills;
}

async function untilQuiet(bot: WholeBot): Promise<void> {
  const open = {
    $or: [{ state: { $in: ['scheduled', 'sending'] } }, { unsureSince: { $exists: true } }],
  };
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
