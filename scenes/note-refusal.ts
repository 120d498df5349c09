import type { Visitor, World } from '../src/ports';

/** Writes down, once a day for each thing, that somebody asked in vain for what is not theirs. */
export const noteRefusal = (what: string, { audit }: World, visitor: Visitor): Promise<void> => {
  const { person, now, today } = visitor;
  const who = person?.id ?? 'stranger';
  return audit.note({ id: `refused:${who}:${what}:${today}`, who, did: 'refused', what, at: now });
};
