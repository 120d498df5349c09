import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../../src/adapters/mongo/connect';
import { connectStore } from '../../../src/adapters/mongo/connect';
import { mongoStores } from '../../../src/adapters/mongo/mongo-stores';
import { steadyClock, systemChance } from '../../../src/adapters/system';
import { cast, castToken } from '../../../src/cast';
import { type EmbeddedStore, openEmbeddedStore } from '../../../src/embedded/embedded-store';
import type { LocalTelegram } from '../../../src/playground/playground';
import { playTime } from '../../../src/play-time';
import { type Balancer, balancer } from '../balancer';
import { openLocalTelegram } from '../bot-at-home';
import { freePort } from '../free-port';
import { type SeededChance, seededChance } from '../seeded-chance';
import { settableClock, type SettableClock } from '../settable-clock';
import { talker } from '../talk';
import { temporaryFolder } from '../temporary-folder';
import { castInto } from '../whole-bot';
import { type LedgerRow, playYear, yearStart } from './play-year';
import { type YearHand, yearHand } from './year-crew';
import { yearCast } from './year-deeds';
import type { YearStage } from './year-stage';

/** How many kills there shall be up to which moment; the seed fixes when they come. */
export interface ProcessPlan {
  readonly until: Date;
  readonly kills: number;
  readonly seed: number;
}

/** A year played by two processes of the program on one store, with a Telegram that outlives them. */
export interface PlayedByProcesses {
  readonly rows: readonly LedgerRow[];
  readonly telegram: LocalTelegram;
  readonly transitions: ReturnType<typeof mongoStores>['transitions'];
  readonly kills: number;
  close(): Promise<void>;
}

interface Ground {
  readonly clock: SettableClock;
  readonly store: Store;
  readonly telegram: LocalTelegram;
  readonly envs: readonly Readonly<Record<string, string>>[];
  close(): Promise<void>;
}

interface Crew {
  readonly ground: Ground;
  readonly plan: ProcessPlan;
  readonly chance: SeededChance;
  readonly hands: YearHand[];
  aheadMs: number;
  kills: number;
  /** A kill that is to come within moments. */
  timer?: NodeJS.Timeout | undefined;
}

/** Plays the year up to a moment; one of the two processes is killed now and then, and replaced. */
export async function playedByProcesses(plan: ProcessPlan): Promise<PlayedByProcesses> {
  const ground = await openGround();
  const crew: Crew = {
    ...{ ground, plan, chance: seededChance(plan.seed), hands: [], aheadMs: 0, kills: 0 },
  };
  crew.hands.push(...ground.envs.map((env) => yearHand(env, orderOf(crew))));
  await Promise.all(crew.hands.map(({ ready }) => ready));
  const { store, telegram } = ground;
  const { transitions } = mongoStores(store, () => undefined);
  const close = async () => {
    await Promise.all(crew.hands.map((one) => one.kill()));
    await ground.close();
  };
  try {
    const rows = await playYear(stageOf(crew), store, plan.until);
    return { rows, telegram, transitions, kills: crew.kills, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const secret = 'only-for-the-played-year';

async function openGround(): Promise<Ground> {
  const clock = settableClock(yearStart.toISOString());
  const folder = await temporaryFolder();
  const opened = await openEmbeddedStore({ dir: folder.path, clock: () => clock.now() });
  if (!opened.ok) throw new Error(opened.why);
  const { telegram, apiRoot, stop } = await openLocalTelegram(clock);
  const ports = [await freePort(), await freePort()];
  const front = await balancer('/hook', ports);
  const store = await connectStore(opened.store.uri);
  await castInto(store, yearCast, clock);
  const hook = { WEBHOOK_URL: front.url, WEBHOOK_SECRET: secret, MONGODB_URI: opened.store.uri };
  const ADMIN_IDS = String(cast.joko.id);
  const telegramOfAll = { BOT_TOKEN: castToken, TELEGRAM_API_ROOT: apiRoot, ADMIN_IDS };
  return {
    ...{ clock, store, telegram },
    envs: ports.map((port) => ({ ...hook, ...telegramOfAll, PORT: String(port) })),
    close: () => closeGround(store, front, opened.store, stop, folder.remove),
  };
}

async function closeGround(
  store: Store,
  front: Balancer,
  embedded: EmbeddedStore,
  ...others: readonly (() => Promise<void>)[]
): Promise<void> {
  await store.close();
  await front.close();
  await embedded.stop();
  for (const close of others) await close();
}

const orderOf = ({ ground, aheadMs }: Crew) => ({ now: ground.clock.now().getTime(), aheadMs });

/** Tells both what time it is. */
const tellTime = (crew: Crew) => {
  for (const hand of crew.hands) hand.hears(orderOf(crew));
};

function stageOf(crew: Crew): YearStage {
  const { store, telegram, clock } = crew.ground;
  const stores = mongoStores(store, () => undefined);
  const world = { ...stores, clock, chance: systemChance };
  const pass = (ms: number) => {
    crew.aheadMs += ms;
    tellTime(crew);
  };
  const hand = {
    set(at: Date) {
      crew.aheadMs += at.getTime() - clock.now().getTime();
      clock.set(at);
      tellTime(crew);
    },
  };
  const tick = () => tickAll(crew, () => stores.outages.beat(clock.now()));
  const settle = () => untilSent(() => stores.sent.isBusy(clock.now()), pass);
  return {
    ...{ telegram, world },
    as: ({ id }) => talker(id, { telegram, store, clock, pass }),
    async playTo(at) {
      await playTime(at, { world, tick, settle }, hand);
      // What people do is not what this is about: the bench of kills has them report all the while.
      clearTimeout(crew.timer);
      crew.timer = undefined;
      await untilAlive(crew);
    },
  };
}

/** Both do what is due at the same time; whoever dies of it leaves the rest to the other, or to their heir. */
async function tickAll(crew: Crew, beat: () => Promise<void>): Promise<void> {
  // A leap of the clock is no outage: a running bot would have beaten all the while.
  await beat();
  killSoon(crew);
  for (;;) {
    replaceTheDead(crew);
    if (!crew.hands.some((one) => one.isReady()))
      await Promise.race(crew.hands.map(({ ready }) => ready));
    const there = crew.hands.filter((one) => one.isReady());
    await Promise.all(there.map((one) => one.ticks(orderOf(crew))));
    if (there.some((one) => one.isReady())) return;
  }
}

const longestDelayMs = 400;

/** Spreads the kills over the year: the next one comes when its share of the year is over. */
function killSoon(crew: Crew): void {
  const { plan, kills, timer, chance, ground } = crew;
  if (timer || kills >= plan.kills) return;
  const share = (ground.clock.now().getTime() - yearStart.getTime()) / lengthOf(plan);
  if (share < kills / plan.kills) return;
  crew.timer = setTimeout(() => {
    crew.timer = undefined;
    const victim = chance.pick(crew.hands);
    crew.kills += 1;
    void victim.kill().then(() => replaceTheDead(crew));
  }, chance.below(longestDelayMs));
}

const lengthOf = ({ until }: ProcessPlan) => until.getTime() - yearStart.getTime();

function replaceTheDead(crew: Crew): void {
  for (const [n, one] of crew.hands.entries())
    if (one.isDead()) crew.hands[n] = yearHand(crew.ground.envs[n] ?? {}, orderOf(crew));
}

async function untilAlive(crew: Crew): Promise<void> {
  while (!crew.hands.every((one) => one.isReady())) {
    replaceTheDead(crew);
    await Promise.all(crew.hands.map(({ ready }) => ready));
  }
}

const lookAgainMs = 20;
const longestMs = 90_000;

/** Lets real time pass faster than it does, so that nobody has to wait for what a dead process holds. */
async function untilSent(isBusy: () => Promise<boolean>, pass: (ms: number) => void) {
  const until = steadyClock.now().getTime() + longestMs;
  for (let looks = 1; await isBusy(); looks += 1) {
    if (steadyClock.now().getTime() > until) throw new Error('Something is never sent');
    await pause(lookAgainMs);
    if (looks % 10 === 0) pass(1_000);
  }
}
