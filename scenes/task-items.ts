import { contactWords } from '../src/board/contact-words';
import { openWork } from '../src/board/open-work';
import { type Repair, repairTitle } from '../src/board/overdue-repairs';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { handledUntil } from '../src/domain/escalation';
import { type Institution, shortName } from '../src/domain/institution';
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

type Work =
  | { readonly is: 'incident'; readonly incident: KeptIncident }
  | { readonly is: 'task'; readonly task: Task }
  | { readonly is: 'repair'; readonly repair: Repair };

/** Something an officer is to do, and about which institution, as it is named among the others. */
export type OpenTask = Work & { readonly institution: Institution; readonly name: string };

/** What is open in these institutions: incidents first, then tasks, then what was returned and lies there. */
export async function openTasks(
  institutions: readonly Institution[],
  world: World,
  now: Date,
): Promise<readonly OpenTask[]> {
  const labels = labelsOf(institutions);
  const { incidents, tasks, repairs } = await openWork(institutions, world, now);
  const open: readonly Work[] = [
    ...incidents.map((incident) => ({ is: 'incident' as const, incident })),
    ...tasks.map((task) => ({ is: 'task' as const, task })),
    ...repairs.map((repair) => ({ is: 'repair' as const, repair })),
  ];
  const at = new Map(institutions.map((one) => [one.id, one]));
  return open.flatMap((work) => {
    const institution = at.get(idIn(work));
    return institution
      ? [{ ...work, institution, name: labels.get(institution.id) ?? shortName(institution) }]
      : [];
  });
}

function idIn(work: Work): string {
  switch (work.is) {
    case 'incident':
      return work.incident.institution;
    case 'task':
      return work.task.institution;
    case 'repair':
      return work.repair.institution.id;
  }
}

/** An open thing as it stands in the list under its number, with whom to call about it. */
export async function taskItem(open: OpenTask, number: number, world: World): Promise<TaskItem> {
  const { institution } = open;
  const contacts = await world.people.of(institution.id);
  const canBeCalled = contacts.length > 0 || institution.phone !== undefined;
  const { words, buttons } = described(open, number, canBeCalled);
  return {
    words: lines(`${number}. ${words}`, contactWords(contacts, institution)),
    buttons,
  };
}

interface Described {
  readonly words: string;
  readonly buttons: readonly Button[];
}

function described(open: OpenTask, number: number, canBeCalled: boolean): Described {
  switch (open.is) {
    case 'incident':
      return ofIncident(open, number);
    case 'task':
      return ofTask(open.task, number, canBeCalled);
    case 'repair':
      return ofRepair(open, number);
  }
}

/** It ends by itself when the centre, or somebody for it, has mended it. */
function ofRepair(
  { repair, name }: Extract<OpenTask, { is: 'repair' }>,
  number: number,
): Described {
  const button =
    repair.is === 'report'
      ? { label: `${number}. Buka laporan`, data: opens('periksa', repair.report.id) }
      : {
          label: `${number}. Buka langkah`,
          data: opens('progres', `${repair.institution.id}.s.${repair.step.id}`),
        };
  return {
    words: `${name}: ${repairTitle(repair)} dikembalikan ${shortDay(repair.since)} dan belum diperbaiki.`,
    buttons: [button],
  };
}

function ofIncident(
  { incident, name }: Extract<OpenTask, { is: 'incident' }>,
  number: number,
): Described {
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

function ofTask(task: Task, number: number, canBeCalled: boolean): Described {
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
