import type { Visitor, World } from '../ports';
import type { Card } from '../talk';
import { handledInterest } from './interest-card';
import { nameOf } from './name-of';
import { showToTold } from './told-of-interest';

/** Whether an interest is not kept any more, or is not theirs to handle; else how it looks now. */
export type Handled =
  { readonly is: 'gone' | 'refused' } | { readonly is: 'shown'; readonly card: Card };

/** Notes that somebody called who is interested, once, and shows it to everybody who was told. */
export async function handleInterest(id: string, visitor: Visitor, world: World): Promise<Handled> {
  const by = visitor.person?.id;
  const found = await world.interests.one(id);
  if (!found) return { is: 'gone' };
  const institution = await world.institutions.one(found.institution, visitor.reach);
  if (!institution || by === undefined) return { is: 'refused' };
  const interest = await world.interests.handle(id, { by, at: visitor.now });
  if (!interest) return { is: 'gone' };
  const course = found.course === undefined ? undefined : await world.courses.one(found.course);
  const wanted = { interest, institution, ...(course && { course }) };
  const name = await nameOf(interest.handledBy ?? by, world, 'rekan Anda');
  const card = handledInterest(wanted, name);
  const others = { card, as: 'handled', because: 'peminat sudah dihubungi', except: by };
  await showToTold(interest, others, world);
  return { is: 'shown', card };
}
