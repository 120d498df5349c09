import type { Store } from '../../../src/adapters/mongo/connect';
import type { MessageKind } from '../../../src/domain/message-kind';
import { type Deed, yearDeeds } from './year-deeds';
import { firstDay, instant, lastDay, plus } from './year-days';
import type { YearStage } from './year-stage';

/** A row of the outbox as the year leaves it. */
export interface LedgerRow {
  readonly _id: string;
  readonly chat: number;
  readonly kind: MessageKind;
  readonly state: string;
  readonly because?: string;
  readonly why?: string;
  readonly at: Date;
  readonly notBefore: Date;
  readonly doneAt?: Date;
  readonly message?: number;
}

/** At six in the morning. */
export const yearStart = instant(`${firstDay} 06:00`);
/** Midnight after the last day. */
export const yearEnd = instant(`${plus(lastDay, 1)} 00:00`);
/** Rows are kept for 90 days, so they are read while the year goes on. */
const readEveryDays = 45;

/**
 * Plays the year with everything people do in it, up to `until`, and returns what became of every message.
 *
 * Answers are among them, so that each message in a chat can be accounted for.
 */
export async function playYear(
  stage: YearStage,
  store: Store,
  until: Date = yearEnd,
  deeds: readonly Deed[] = yearDeeds,
): Promise<readonly LedgerRow[]> {
  const rows = new Map<string, LedgerRow>();
  const read = async () => {
    const found = await store
      .collection<LedgerRow>('outbox')
      .find({}, { projection: { act: 0 } })
      .toArray();
    for (const row of found) rows.set(row._id, row);
  };
  let readAt = 0;
  for (const { at, does } of deeds.filter((one) => one.at < until)) {
    await stage.playTo(at);
    await does(stage);
    if (at.getTime() - readAt < readEveryDays * 86_400_000) continue;
    await read();
    readAt = at.getTime();
  }
  await stage.playTo(until);
  await read();
  return [...rows.values()].toSorted((one, other) => moment(one) - moment(other));
}

/** When a row reached its end, else when it is to go. */
const moment = ({ doneAt, notBefore }: LedgerRow) => (doneAt ?? notBefore).getTime();
