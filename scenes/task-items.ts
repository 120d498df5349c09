import { contactWords } from '../src/board/contact-words';
import { openWork } from '../src/board/open-work';
import { longDay } from '../src/domain/indonesian-dates';
import { handledUntil } from '../src/domain/escalation';
import type { Institution } from '../src/domain/institution';
import { labelsOf } from '../src/domain/institution-labels';
import type { Person } from '../src/domain/person';
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
  | { readonly is: 'incident'; readonly incident: KeptIncident; readonly name: string }
  | { readonly is: 'task'; readonly task: Task };

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
  return [
    ...incidents.map((incident) => ({
      is: 'incident' as const,
      incident,
      name: labels.get(incident.institution) ?? 'BLK',
    })),
    ...tasks.map((task) => ({ is: 'task' as const, task })),
  ];
}

/** An open thing as it stands in the list under its number, with whom to call about it. */
export async function taskItem(open: OpenTask, number: number, world: World): Promise<TaskItem> {
  const { institution } = open.is === 'incident' ? open.incident : open.task;
  const contacts = await world.people.of(institution);
  const { words, buttons } =
    open.is === 'incident' ? ofIncident(open, number) : ofTask(open.task, number, contacts);
  return {
    words: lines(`${number}. ${words}`, contactWords(contacts)),
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
  contacts: readonly Person[],
): { words: string; buttons: readonly Button[] } {
  const way = wayTo(task, contacts);
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
function wayTo(task: Task, contacts: readonly Person[]): Way | undefined {
  const { kind, institution } = task;
  switch (kind) {
    case 'call':
      return contacts.length === 0
        ? { label: 'Undang kontak', data: opens('undang', institution) }
        : { label: 'Catat telepon', data: opens('kunjungan', institution) };
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
