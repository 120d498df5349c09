import { type Merge, mergeSteps, mergeSweepMinutes } from '../domain/merge';
import { dayAt } from '../domain/day';
import type { AnswerKind } from '../domain/expectation';
import { wholeReach } from '../domain/rights';
import type { HistoryEntry, World } from '../ports';
import { afterAnswer } from './after-answer';

/** What came of a merge: another one that made no sense any more is refused. */
export type Merged = 'done' | 'refused';

const job = 'merges';
const minuteMs = 60_000;

/**
 * Merges a duplicate into a survivor, to the end; whoever begins again after a kill goes on with it.
 *
 * Merges are done one at a time. Another that somebody left open is done first.
 */
export async function mergeInstitutions(
  wanted: Omit<Merge, 'state'>,
  world: World,
): Promise<Merged> {
  for (;;) {
    const merge = await world.merges.begin(wanted);
    const state = merge.state === 'open' ? await workMerge(merge, world) : merge.state;
    if (merge.id === wanted.id) return state;
  }
}

/** Works an open merge to its end; two who do it at once do no harm. */
export async function workMerge(merge: Merge, world: World): Promise<Merged> {
  const now = world.clock.now();
  // The clockwork goes on with it should this process die.
  await world.appointments.hurry(job, 'all', now);
  if (!(await world.merges.makesSense(merge))) {
    await world.merges.end(merge.id, 'refused', now);
    return 'refused';
  }
  await bringOver(merge, world);
  await world.audit.note({
    id: `merged:${merge.id}`,
    who: merge.by,
    did: 'merged',
    what: `${merge.from} into ${merge.into}`,
    at: merge.at,
  });
  await world.merges.end(merge.id, 'done', now);
  return 'done';
}

/**
 * Does every step of a merge; done again later, it brings over what was written about the duplicate
 * by somebody who had looked just before the merge.
 */
export async function bringOver(merge: Merge, world: World): Promise<void> {
  for (const step of mergeSteps) await world.merges.take(step, merge);
  await meetPeriods(merge, world);
  const now = world.clock.now();
  for (const each of ['status', 'check-in', 'escalation', 'expiry-warnings'])
    await world.appointments.hurry(each, merge.into, now);
}

/** How many reports of the last minutes there may be. */
const fewReports = 50;

/** A report that came while the merge ran answers the survivor's period, as it would have the duplicate's. */
async function meetPeriods({ into, at }: Merge, world: World): Promise<void> {
  const institution = await world.institutions.one(into, wholeReach);
  if (institution?.id !== into) return;
  const page = { skip: 0, limit: fewReports };
  const { entries } = await world.reports.history([into], page);
  const since = at.getTime() - mergeSweepMinutes * minuteMs;
  for (const entry of entries) {
    const { reportedAt } = entry.report;
    if (reportedAt.getTime() < since) continue;
    const answer = { kind: kindOf(entry), at: reportedAt, on: dayOf(entry, institution.zone) };
    await afterAnswer({ institution, ...answer }, world);
  }
}

const kindOf = ({ kind }: HistoryEntry): AnswerKind => (kind === 'nil' ? 'nil' : 'report');

const dayOf = (entry: HistoryEntry, zone: string) =>
  entry.kind === 'nil' ? dayAt(entry.report.reportedAt, zone) : entry.report.endsOn;
