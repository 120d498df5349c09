import { addMonths, dayAt } from '../domain/day';
import {
  type FollowUpAction,
  type FollowUpEffect,
  followUpActionLabel,
  followUpEffect,
} from '../domain/follow-up';
import type { Institution } from '../domain/institution';
import { type Html, html } from '../html';
import type { World } from '../ports';
import type { KeptIncident } from '../ports/follow-ups';
import { signsIn } from './signs-in-obstacle';

/** What each kind of follow-up led to since `since`: how many cases, how many centres answered within a week. */
export async function effectLines(
  institutions: readonly Institution[],
  world: World,
  now: Date,
  since: Date,
): Promise<readonly Html[]> {
  const ids = institutions.map(({ id }) => id);
  const incidents = await world.incidents.followedUp(ids, since);
  const effects = await Promise.all(incidents.map((one) => effectOf(one, world, now)));
  const actions = [...new Set(effects.map(({ action }) => action))];
  if (actions.length === 0) return [];
  return [html``, html`Hasil tindak lanjut:`, ...actions.map((action) => line(action, effects))];
}

interface Effect {
  readonly action: FollowUpAction;
  readonly effect: FollowUpEffect;
}

async function effectOf(incident: KeptIncident, world: World, now: Date): Promise<Effect> {
  const { institution, followUp } = incident;
  if (!followUp) return { action: 'none', effect: 'no-answer' };
  const [answers, policy] = await Promise.all([
    answersSince(institution, followUp.at, world, now),
    world.rules.policy(),
  ]);
  return { action: followUp.action, effect: followUpEffect(followUp, answers, policy, now) };
}

/** Answers of every kind: reports, leaves, obstacles, and the buttons of a check-in. */
async function answersSince(
  id: string,
  at: Date,
  world: World,
  now: Date,
): Promise<readonly Date[]> {
  const from = addMonths(dayAt(at, world.zone), -2);
  const [reports, leaves, open, closed, asked] = await Promise.all([
    world.reports.answersSince(id, at),
    world.leaves.of(id),
    world.obstacles.open([id]),
    world.obstacles.closedSince([id], at),
    world.expectations.between([id], from, dayAt(now, world.zone)),
  ]);
  return [
    ...reports,
    ...leaves.map(({ enteredAt }) => enteredAt),
    ...[...open, ...closed].flatMap(signsIn),
    ...asked.flatMap((each) => [
      ...('answeredAt' in each ? [each.answeredAt] : []),
      ...(each.tappedAt ? [each.tappedAt] : []),
    ]),
  ];
}

function line(action: FollowUpAction, effects: readonly Effect[]): Html {
  const cases = effects.filter((one) => one.action === action);
  const count = (effect: FollowUpEffect) => cases.filter((one) => one.effect === effect).length;
  const open = count('open');
  return html`${followUpActionLabel(action)}: ${cases.length} kali, ${count('answered')} BLK memberi
  kabar dalam 7 hari${open === 0 ? '' : `, ${open} masih ditunggu`}`;
}
