import { type FollowUp, followUpActionLabel } from '../domain/follow-up';
import { type Institution, shortName } from '../domain/institution';
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
  const closed = await world.incidents.followedUp(ids, since);
  return Promise.all(
    closed.flatMap(({ institution: id, followUp }) => {
      const institution = institutions.find((one) => one.id === id);
      return institution && followUp ? closingLine(institution, followUp, world) : [];
    }),
  );
}

/** Somebody whose data was erased is still somebody of the office. */
async function closingLine(
  institution: Institution,
  { by, action, note }: FollowUp,
  { people }: Pick<World, 'people'>,
): Promise<Html> {
  const person = await people.byId(by);
  const who = person ? greeting(person) : 'petugas';
  return html`${bold(shortName(institution))}: ditutup oleh ${who},
  ${inSentence(followUpActionLabel(action))}: ${note}`;
}

const inSentence = (label: string) => label.slice(0, 1).toLowerCase() + label.slice(1);
