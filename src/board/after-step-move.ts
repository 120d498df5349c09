import { addDays, dayAt } from '../domain/day';
import { shortName } from '../domain/institution';
import type { World } from '../ports';
import { type MadeMove, moveId } from './made-move';
import { stepTitle } from './registration-words';
import { tellCentre, tellOffice } from './step-messages';

/** How long a submitted step may wait for the office, in calendar days. */
const officeDays = 3;

/** Does what follows from a change: it is told, written down, becomes a task or ends one, and ends one day. */
export async function afterStepMove(made: MadeMove, world: World): Promise<void> {
  await noteMove(made, world);
  await keepTasks(made, world);
  await keepExpiry(made, world);
  const told =
    made.side === 'centre' && !made.move.onBehalf
      ? await tellOffice(made, world)
      : await tellCentre(made, world);
  await world.outbox.put(told);
}

const noteMove = ({ move, registering }: MadeMove, { audit }: World) =>
  audit.note({
    id: moveId({ move, registering }),
    who: move.by,
    did: 'changed',
    what: `registration ${registering.institution.id}, ${move.step}: ${move.to}`,
    at: move.at,
  });

/** A task stands as long as the step is at the revision that was submitted. */
async function keepTasks({ move, step, registering }: MadeMove, { tasks }: World): Promise<void> {
  const { institution } = registering;
  const taskAt = (revision: number) => `reg:${institution.id}.${move.step}.${revision}`;
  await tasks.done(taskAt(move.revision), move.by, move.at);
  if (move.to !== 'submitted') return;
  await tasks.make({
    id: taskAt(move.revision + 1),
    institution: institution.id,
    kind: 'registration',
    why: `${shortName(institution)}: langkah ${stepTitle(step)} menunggu pemeriksaan, lihat /progres.`,
    dueOn: addDays(dayAt(move.at, institution.zone), officeDays),
    madeAt: move.at,
  });
}

/** What the office confirmed with an end is warned of before, for as long as it is confirmed. */
async function keepExpiry({ move, step, registering }: MadeMove, world: World): Promise<void> {
  const { id } = registering.institution;
  const expiry = `registration:${id}:${move.step}`;
  const record = registering.registration.steps[move.step];
  // Done a second time after a crash, it must not bring back what was changed since.
  if (record?.revision !== move.revision + 1) return;
  if (move.to !== 'done' || move.validUntil === undefined) return world.expiries.forget(expiry);
  await world.expiries.put({
    id: expiry,
    institution: id,
    what: step.validity ?? step.name,
    on: move.validUntil,
  });
  await world.appointments.hurry('expiry-warnings', id, move.at);
}
