import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/adapters/mongo/connect';
import { type CastMember, castMembers } from '../../src/cast';
import type { LocalTelegram } from '../../src/playground/playground';
import type { BotProcess } from '../support/bot-process';
import { chatter } from '../support/chatter';
import { laporSteps, nihilSteps } from '../support/report-steps';
import { type SeededChance, seededChance } from '../support/seeded-chance';
import { type WholeBot, wholeBot } from '../support/whole-bot';

/** How many updates and kills there shall be; the seed fixes when the kills come. */
export interface KillPlan {
  readonly updates: number;
  readonly kills: number;
  readonly seed: number;
}

/** What came of it. */
export interface KillFigures {
  readonly updates: number;
  readonly kills: number;
  /** Updates that were never handled, or set aside. */
  readonly lostUpdates: number;
  /** Forms that were sent and of which there is no record. */
  readonly lostRecords: number;
  readonly lostReceipts: number;
  readonly doubleRecords: number;
  readonly doubleReceipts: number;
  /** Messages of the outbox that never reached the chat. */
  readonly lostMessages: number;
  /** New messages that Telegram was given more than once. */
  readonly repeatedMessages: number;
  readonly newMessages: number;
  readonly seconds: number;
}

/** Sent, or deliberately not sent: a reminder that an answer made needless. */
const settled = ['sent', 'cancelled', 'muted'];

interface Run {
  readonly bot: WholeBot;
  readonly plan: KillPlan;
  readonly chance: SeededChance;
  /** Numbers of the updates so far. */
  readonly updates: Set<number>;
  /** Topics and notes of the forms that were sent. */
  readonly sent: string[];
  kills: number;
}

const manager = (id: number, institution: string): CastMember => ({
  ...{ id, firstName: `Pengelola ${id}`, username: `pengelola_${id}` },
  ...{ about: 'Pengelola', section: 'Pengelola', role: { role: 'manager', institution } },
});

const institutions = ['bina-iman', 'al-ikhsan', 'datu-ismail'];
const managers = Array.from({ length: 8 }, (_, n) =>
  manager(7001 + n, institutions[n % institutions.length]!),
);

/**
 * Lets eight managers report side by side while the process is killed again and again.
 *
 * A kill comes either after a random time or at the very moment Telegram has answered a call, which
 * is where a program that marks too late sends twice, and one that marks too early loses.
 */
export async function kills(plan: KillPlan): Promise<KillFigures> {
  const began = performance.now();
  const bot = await wholeBot([...castMembers, ...managers]);
  const run: Run = {
    ...{ bot, plan, chance: seededChance(plan.seed) },
    ...{ updates: new Set(), sent: [], kills: 0 },
  };
  try {
    await Promise.all([
      killAgainAndAgain(run),
      ...managers.map(({ id }) => reportAgainAndAgain(run, id)),
    ]);
    await untilQuiet(run);
    await bot.stop();
    const seconds = Math.round((performance.now() - began) / 1000);
    return await bot.database((store) => count(run, store, seconds));
  } finally {
    await bot.close();
  }
}

/** Only so many updates as the kills so far allow, so that both end together. */
const allowed = ({ plan, kills: done }: Run) =>
  Math.ceil(((done + 1) * plan.updates) / (plan.kills + 1));

async function reportAgainAndAgain(run: Run, id: number): Promise<void> {
  const { telegram } = run.bot;
  const person = chatter(telegram, id);
  for (let form = 1; ; form += 1) {
    const name = `Kabar ${form} dari ${id}`;
    person.begins();
    for (const { does, sees } of form % 2 === 0 ? laporSteps(name) : nihilSteps(name)) {
      while (run.updates.size >= allowed(run) && run.updates.size < run.plan.updates)
        await pause(5);
      if (run.updates.size >= run.plan.updates) return;
      run.updates.add(person.does(does));
      if (does === '<Kirim>') run.sent.push(name);
      await person.sees(sees);
    }
  }
}

const moments = ['time', 'time', 'sendMessage', 'editMessageText', 'getUpdates'] as const;
const longestLifeMs = 700;
const longestWaitMs = 3_000;

async function killAgainAndAgain(run: Run): Promise<void> {
  let process = run.bot.launch();
  while (run.kills < run.plan.kills) {
    await momentToKill(run, process);
    await process.kill();
    run.kills += 1;
    process = run.bot.launch();
  }
}

/** One kill in five comes while the process is still starting. */
async function momentToKill({ bot, chance }: Run, process: BotProcess): Promise<void> {
  const lifeMs = chance.below(longestLifeMs);
  const moment = chance.pick(moments);
  if (chance.below(5) === 0) return pause(lifeMs * 2);
  await process.says(/"Ready/u);
  if (moment === 'time') return pause(lifeMs);
  const before = answered(bot.telegram, moment);
  await bot.telegram
    .until((telegram) => answered(telegram, moment) > before, longestWaitMs)
    .catch(() => undefined);
}

const answered = (telegram: LocalTelegram, method: string) =>
  telegram.calls(method).filter(({ fate }) => fate === 'answered').length;

async function untilQuiet({ bot }: Run): Promise<void> {
  await bot.process().says(/"Ready/u);
  await bot.telegram.until((telegram) => telegram.pendingUpdates().length === 0, longestWaitMs);
  await bot.database(async (store) => {
    const open = { state: { $in: ['new', 'scheduled', 'sending'] } };
    for (let waitMs = 0; waitMs < 70_000; waitMs += 50) {
      const counts = [
        await store.collection('inbox').countDocuments(open),
        await store.collection('outbox').countDocuments(open),
      ];
      if (counts.every((one) => one === 0)) return;
      await pause(50);
    }
  });
}

const receiptLine = /Nomor tanda terima: (\S+)/u;

async function count(run: Run, store: Store, seconds: number): Promise<KillFigures> {
  const { telegram } = run.bot;
  const done = new Set(
    (await store.collection('inbox').find({ state: 'done' }).toArray()).map(({ _id }) =>
      Number(_id),
    ),
  );
  const reports = await store.collection('reports').find().toArray();
  const records = reports.map(({ details, note }) => String(details?.topic ?? note));
  const outbox = await store.collection('outbox').find().toArray();
  const receipts = managers
    .flatMap(({ id }) => telegram.chat(id))
    .flatMap(({ from, text }) => (from.isBot ? (receiptLine.exec(text)?.[1] ?? []) : []));
  const newMessages = outbox.filter(({ act }) => act.do === 'say').length;
  const given = telegram.calls('sendMessage').filter(({ ok }) => ok).length;
  return {
    updates: run.updates.size,
    kills: run.kills,
    lostUpdates: [...run.updates].filter((update) => !done.has(update)).length,
    lostRecords: run.sent.filter((name) => !records.includes(name)).length,
    lostReceipts: run.sent.length - new Set(receipts).size,
    doubleRecords: records.length - new Set(records).size,
    doubleReceipts: receipts.length - new Set(receipts).size,
    lostMessages: outbox.filter(({ state }) => !settled.includes(String(state))).length,
    repeatedMessages: given - newMessages,
    ...{ newMessages, seconds },
  };
}

/** The 200 kills of the acceptance test, or as many as are asked for. */
export async function printKills(seed = Math.floor(performance.now() * 1000)): Promise<void> {
  const plan = { updates: 600, kills: 200, seed };
  console.log(`Killing the whole process ${plan.kills} times, seed ${seed}`);
  console.log(await kills(plan));
}
