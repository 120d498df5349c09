import type { Leave } from '../domain/leave';
import type { Visitor, World } from '../ports';

/** Writes down who entered or shortened a leave, once under `id`; its reason stays with the leave. */
export const noteLeave = (
  id: string,
  { institution, to }: Pick<Leave, 'institution' | 'to'>,
  { person, now }: Visitor,
  { audit }: Pick<World, 'audit'>,
): Promise<void> =>
  audit.note({
    id,
    who: person?.id ?? '',
    did: id.startsWith('leave:') ? 'added' : 'changed',
    what: `leave of ${institution} until ${to}`,
    at: now,
  });
