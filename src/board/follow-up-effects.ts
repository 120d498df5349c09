import { type FollowUpAction, followUpActionLabel, followUpEffect } from '../domain/follow-up';
import type { Institution } from '../domain/institution';
import { type Html, html } from '../html';
import type { World } from '../ports';
import type { KeptIncident } from '../ports/follow-ups';

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
  readonly helped: boolean;
}

async function effectOf(
  { institution, followUp }: KeptIncident,
  world: World,
  now: Date,
): Promise<Effect> {
  if (!followUp) return { action: 'none', helped: false };
  const [answers, policy] = await Promise.all([
    world.reports.answersSince(institution, followUp.at),
    world.rules.policy(),
  ]);
  const helped = followUpEffect(followUp, answers, policy, now) === 'answered';
  return { action: followUp.action, helped };
}

function line(action: FollowUpAction, effects: readonly Effect[]): Html {
  const cases = effects.filter((one) => one.action === action);
  const helped = cases.filter((one) => one.helped).length;
  return html`${followUpActionLabel(action)}: ${cases.length} kali, ${helped} BLK memberi kabar
  dalam 7 hari`;
}
