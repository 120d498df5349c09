import { setTimeout as pause } from 'node:timers/promises';
import { newPace, telegramLimits } from '../../src/adapters/telegram/pace';
import { plain } from '../../src/html';
import type { OutgoingRow } from '../../src/ports';
import { sendingRoom, type SendingRoom } from '../support/sending-room';

/** What 1,000 messages to 300 people and a group came to. */
export interface RateFigures {
  readonly messages: number;
  readonly chats: number;
  /** Refusals for being too fast. */
  readonly floods: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Of the 30 a second that Telegram bears. */
  readonly share: number;
  readonly mostInASecond: number;
  /** Milliseconds from an answer's row to Telegram's receipt of it, in the middle of all that. */
  readonly answerMs: { readonly count: number; readonly p50: number; readonly p95: number };
}

const chats = 300;
const messages = 1_000;
const answers = 60;
const firstChat = 500_001;
/** People to whom every tenth message goes, so that limits of a single chat are met as well. */
const busy = 10;
/** The group gets every sixtieth, about as much as Telegram bears in a minute. */
const group = -4001;

/** Sends announcements as fast as Telegram's limits allow, with answers put in between. */
export async function outboxRate(): Promise<RateFigures> {
  const room = await sendingRoom();
  try {
    const people = Array.from({ length: chats }, (_, n) => ({
      ...{ id: firstChat + n, firstName: `Orang ${n}`, about: 'Penerima', started: true },
    }));
    room.telegram.extendCast({ people, groups: [] });
    room.telegram.faults.limits(true);
    await room.outbox.put(Array.from({ length: messages }, (_, n) => row(`bulk ${n}`, n)));
    const arrivals = watchArrivals(room);
    const startedAt = performance.now();
    room.start({ pace: newPace(telegramLimits) });
    const waits = await putAnswers(room, arrivals);
    await untilAll(arrivals, messages + answers);
    return figures(room, startedAt, arrivals, waits);
  } finally {
    await room.stop();
  }
}

const row = (key: string, n: number, kind: OutgoingRow['kind'] = 'announcement'): OutgoingRow => ({
  ...{ key, kind, chat: chatFor(n), at: new Date('2026-11-23T01:00:00Z') },
  act: { do: 'say', card: { text: plain(key) } },
});

function chatFor(n: number): number {
  if (n % 60 === 59) return group;
  return firstChat + (n % 10 === 3 ? Math.floor(n / 10) % busy : n % chats);
}

/** When each text arrived, by Telegram's call log. */
function watchArrivals({ telegram }: SendingRoom): Map<string, number> {
  const arrivals = new Map<string, number>();
  const look = (seen: number) => {
    const now = performance.now();
    const calls = telegram.calls('sendMessage').filter(({ fate }) => fate !== 'open');
    for (const { params, ok } of calls.slice(seen))
      if (ok) arrivals.set(String(params['text']), now);
    if (arrivals.size < messages + answers) setTimeout(() => look(calls.length), 2);
  };
  look(0);
  return arrivals;
}

async function putAnswers(
  room: SendingRoom,
  arrivals: ReadonlyMap<string, number>,
): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let n = 0; n < answers; n += 1) {
    await pause(400);
    const key = `answer ${n}`;
    const putAt = performance.now();
    await room.outbox.put([row(key, n * 7, 'answer')]);
    while (!arrivals.has(key)) await pause(1);
    waits.push((arrivals.get(key) ?? putAt) - putAt);
  }
  return waits.sort((a, b) => a - b);
}

async function untilAll(arrivals: ReadonlyMap<string, number>, count: number): Promise<void> {
  while (arrivals.size < count) await pause(20);
}

function figures(
  { telegram }: SendingRoom,
  startedAt: number,
  arrivals: ReadonlyMap<string, number>,
  waits: readonly number[],
): RateFigures {
  const times = [...arrivals.values()].sort((a, b) => a - b);
  const seconds = ((times.at(-1) ?? startedAt) - startedAt) / 1_000;
  const perSecond = times.length / seconds;
  const within = (at: number) => times.filter((each) => each >= at && each < at + 1_000).length;
  return {
    ...{ messages: times.length, chats, seconds, perSecond, share: perSecond / 30 },
    floods: telegram.calls('sendMessage').filter(({ answer }) => isFlood(answer)).length,
    mostInASecond: Math.max(...times.map(within)),
    answerMs: { count: waits.length, p50: quantile(waits, 0.5), p95: quantile(waits, 0.95) },
  };
}

/** Prints the figures. */
export async function printOutboxRate(): Promise<void> {
  const { answerMs, ...rate } = await outboxRate();
  console.log(
    [
      `${rate.messages} messages to ${rate.chats} people and a group in ${rate.seconds.toFixed(1)} s`,
      `429 answers: ${rate.floods}`,
      `rate: ${rate.perSecond.toFixed(1)}/s, ${Math.round(rate.share * 100)} % of 30/s`,
      `most in any second: ${rate.mostInASecond}`,
      `an answer in between: p50 ${answerMs.p50.toFixed(0)} ms, p95 ${answerMs.p95.toFixed(0)} ms (${answerMs.count} answers)`,
    ].join('\n'),
  );
  if (rate.floods > 0) throw new Error(`Telegram was asked too fast ${rate.floods} times`);
}

const isFlood = (answer: unknown) => (answer as { error_code?: number }).error_code === 429;
const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
