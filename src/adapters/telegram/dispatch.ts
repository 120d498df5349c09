import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { laneOfKind } from '../../domain/message-kind';
import type { Clock, Delivery, Departing, Departures, Log } from '../../ports';
import { everyNudge } from './every-nudge';
import type { Pace } from './pace';
import type { Running } from './poll';

/** What the dispatcher needs of the world. */
export interface DispatchNeeds {
  readonly departures: Departures;
  readonly perform: (row: Departing) => Promise<Delivery>;
  readonly pace: Pace;
  /** Names this process in leases; the same name after a restart takes its own rows back at once. */
  readonly owner: string;
  readonly clock: Clock;
  readonly log: Log;
}

const lookEveryMs = 500;

/**
 * Sends what the outbox holds, in order within each chat and within Telegram's limits.
 *
 * Each row is marked before it is sent: a row whose sender died is offered again, which may repeat
 * an answer but loses none. Only one dispatcher sends at a time, however many processes there are.
 */
export function startDispatcher(needs: DispatchNeeds): Running & { nudge(): void } {
  const { departures, owner, clock, log } = needs;
  let firstRound = true;
  const loop = everyNudge(
    lookEveryMs,
    async () => {
      if (!(await departures.lead(owner, clock.now()))) return;
      await departures.recover(clock.now(), firstRound ? owner : undefined);
      firstRound = false;
      const due = await departures.due(clock.now());
      if (due.length === 0) return;
      await Promise.all(byChat(due).map((rows) => sendInOrder(needs, rows, () => !loop.stopping)));
      loop.nudge();
    },
    log,
  );
  return {
    nudge: loop.nudge,
    async stop() {
      await loop.stop();
      await departures.resign(owner).catch(() => undefined);
    },
  };
}

function byChat(rows: readonly Departing[]): readonly (readonly Departing[])[] {
  const chats = new Map<number, Departing[]>();
  for (const row of rows) chats.set(row.chat, [...(chats.get(row.chat) ?? []), row]);
  return [...chats.values()];
}

/** A row that has to wait holds up the later ones of its chat, and no other chat. */
async function sendInOrder(
  needs: DispatchNeeds,
  rows: readonly Departing[],
  goOn: () => boolean,
): Promise<void> {
  for (const row of rows) {
    if (!goOn()) return;
    await takeTurn(needs.pace, row);
    if (!(await needs.departures.claim(row.key, needs.owner, needs.clock.now()))) continue;
    const delivery = await needs.perform(row);
    await settle(needs, row, delivery);
    if (delivery.is === 'later') return;
  }
}

async function takeTurn(pace: Pace, { chat, kind }: Departing): Promise<void> {
  let waitMs: number;
  while ((waitMs = pace.wait(chat, laneOfKind(kind), performance.now())) > 0) await pause(waitMs);
  pace.went(chat, performance.now());
}

async function settle(
  { departures, clock, log }: DispatchNeeds,
  row: Departing,
  delivery: Delivery,
): Promise<void> {
  const now = clock.now();
  switch (delivery.is) {
    case 'delivered':
      return departures.delivered(row.key, now, delivery.message);
    case 'later':
      log.warn(
        { row: row.key, waitSeconds: delivery.waitSeconds, why: delivery.why },
        'A message has to wait',
      );
      return departures.later(
        row,
        new Date(now.getTime() + delivery.waitSeconds * 1_000),
        delivery.why,
      );
    case 'never':
      log.warn({ row: row.key, why: delivery.why }, 'A message can never be delivered');
      return departures.never(row.key, now, delivery.why);
  }
}
