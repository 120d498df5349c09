import { type FollowUp, followUpActionLabel } from '../domain/follow-up';
import { type Institution, shortName } from '../domain/institution';
import { labelsOf } from '../domain/institution-labels';
import { greeting } from '../domain/person';
import { type Html, bold, html } from '../html';
import type { World } from '../ports';

/** Who closed which case since `since`, what they did and what came of it, oldest first. */
export async function closingLines(
  institutions: readonly Institution[],
  world: Pick<World, 'incidents' | 'people'>,
  since: Date,
): Promise<readonly Html[]> {
  const ids = institutions.map(({ id }) => id);
  const labels = labelsOf(institutions);
  const closed = await world.incidents.followedUp(ids, since);
  return Promise.all(
    closed.flatMap(({ institution: id, followUp }) => {
      const institution = institutions.find((one) => one.id === id);
      if (!institution || !followUp) return [];
      return closingLine(labels.get(id) ?? shortName(institution), followUp, world);
    }),
  );
}

/** Somebody whose data was erased is still somebody of the office. */
async function closingLine(
  label: string,
  { by, action, note }: FollowUp,
  { people }: Pick<World, 'people'>,
): Promise<Html> {
  const person = await people.byId(by);
  const who = person ? greeting(person) : 'petugas';
  return html`${bold(label)}: ditutup oleh ${who},
  ${inSentence(followUpActionLabel(action))}: ${note}`;
}

const inSentence = (label: string) => label.slice(0, 1).toLowerCase() + label.slice(1);
