import { contactWords } from '../src/board/contact-words';
import { openWork } from '../src/board/open-work';
import { longDay } from '../src/domain/indonesian-dates';
import { handledUntil } from '../src/domain/escalation';
import type { Institution } from '../src/domain/institution';
import { labelsOf } from '../src/domain/institution-labels';
import { officerStatusLabel } from '../src/domain/status-label';
import { type Html, lines } from '../src/html';
import type { World } from '../src/ports';
import type { KeptIncident, Task } from '../src/ports/follow-ups';
import { opens } from '../src/scene';
import type { Button } from '../src/talk';

/** One line of an officer's to-do list, and the buttons that act on it, named by its number. */
export interface TaskItem {
  readonly words: Html;
  readonly buttons: readonly Button[];
}

/** Something an officer is to do. */
export type OpenTask =
  | {
      readonly is: 'incident';
      readonly incident: KeptIncident;
      readonly name: string;
      readonly institution: Institution;
    }
  | { readonly is: 'task'; readonly task: Task; readonly institution: Institution };

/** What is open in these institutions: incidents first, then tasks. */
export async function openTasks(
  institutions: readonly Institution[],
  world: World,
): Promise<readonly OpenTask[]> {
  const labels = labelsOf(institutions);
  const { incidents, tasks } = await openWork(
    institutions.map(({ id }) => id),
    world,
  );
  const at = new Map(institutions.map((one) => [one.id, one]));
  const open: readonly (OpenTask | undefined)[] = [
    ...incidents.map((incident) => {
      const institution = at.get(incident.institution);
      const name = labels.get(incident.institution) ?? 'BLK';
      return institution && { is: 'incident' as const, incident, name, institution };
    }),
    ...tasks.map((task) => {
      const institution = at.get(task.institution);
      return institution && { is: 'task' as const, task, institution };
    }),
  ];
  return open.filter((one) => one !== undefined);
}

/** An open thing as it stands in the list under its number, with whom to call about it. */
export async function taskItem(open: OpenTask, number: number, world: World): Promise<TaskItem> {
  const { institution } = open;
  const contacts = await world.people.of(institution.id);
  const canBeCalled = contacts.length > 0 || institution.phone !== undefined;
  const { words, buttons } =
    open.is === 'incident' ? ofIncident(open, number) : ofTask(open.task, number, canBeCalled);
  return {
    words: lines(`${number}. ${words}`, contactWords(contacts, institution)),
    buttons,
  };
}

function ofIncident(
  { incident, name }: Extract<OpenTask, { is: 'incident' }>,
  number: number,
): { words: string; buttons: readonly Button[] } {
  const { id, status } = incident;
  const until = handledUntil(incident);
  const held = until ? `, ditangani sampai ${longDay(until)}` : '';
  const button = until
    ? { label: `${number}. Selesai: ${name}`, data: opens('selesai', id) }
    : { label: `${number}. Tangani: ${name}`, data: opens('tangani', id) };
  return {
    words: `${name}: ${officerStatusLabel(status).toLowerCase()}${held}`,
    buttons: [button],
  };
}

function ofTask(
  task: Task,
  number: number,
  canBeCalled: boolean,
): { words: string; buttons: readonly Button[] } {
  const way = wayTo(task, canBeCalled);
  return {
    words: task.why,
    buttons: [
      ...(way ? [{ label: `${number}. ${way.label}`, data: way.data }] : []),
      { label: `Sudah ${number}`, data: opens('tugas', `d${task.id}`) },
    ],
  };
}

type Way = Extract<Button, { readonly data: string }>;

/** The button that leads to what is to be done. */
function wayTo(task: Task, canBeCalled: boolean): Way | undefined {
  const { kind, institution } = task;
  switch (kind) {
    case 'call':
      return canBeCalled
        ? { label: 'Catat telepon', data: opens('kunjungan', institution) }
        : { label: 'Undang kontak', data: opens('undang', institution) };
    case 'visit':
      return { label: 'Catat kunjungan', data: opens('kunjungan', institution) };
    case 'review':
      return { label: 'Ubah data', data: opens('ubahblk', institution) };
    case 'registration':
    case 'expiry':
      return wayToStep(task) ?? { label: 'Buka data BLK', data: opens('blk', institution) };
    case 'follow-up':
      return undefined;
  }
}

/** A task about a step of the registration names it: `reg:bina-iman.D2.3`, `expiry:registration:bina-iman:D2:…`. */
function wayToStep({ id, institution }: Task): Way | undefined {
  const step =
    /^reg:.+\.([^.]+)\.\d+$/u.exec(id)?.[1] ?? /^expiry:registration:[^:]+:([^:]+):/u.exec(id)?.[1];
  return step === undefined
    ? undefined
    : { label: 'Buka langkah', data: opens('progres', `${institution}.s.${step}`) };
}
