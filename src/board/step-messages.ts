import { nextForCentre, stepStateName } from '../domain/registration';
import { shortName } from '../domain/institution';
import { type Html, bold, html, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { Card } from '../talk';
import { type MadeMove, moveId } from './made-move';
import { contactsOf } from './contacts-of';
import { factLines, papersLine, stepTitle } from './registration-words';
import { staffFor } from './staff-for';
import { toStaff } from './to-staff';

/** Tells the officers in scope what a centre reported of a step. */
export async function tellOffice(made: MadeMove, world: World): Promise<readonly OutgoingRow[]> {
  const { move, step, registering } = made;
  const { institution } = registering;
  const officers = await staffFor(institution, 'officer', world);
  const text = lines(
    html`📄 BLK ${bold(shortName(institution))}: langkah ${bold(stepTitle(step))}
    ${stepStateName(move.to)}.`,
    ...factLines(step, move),
    papersLine(step, registering),
    move.note === undefined ? undefined : html`Catatan: ${move.note}`,
  );
  const kind = 'task';
  const because = 'progres pendaftaran';
  const card = { text, buttons: toStep('Periksa langkah', made) };
  return toStaff(officers, { kind, key: moveId(made), because, card }, world, move.at);
}

/** Tells everybody of a centre what the office decided: it answers their report, so it goes at once. */
export async function tellCentre(made: MadeMove, world: World): Promise<readonly OutgoingRow[]> {
  const { move, registering } = made;
  const contacts = await contactsOf(registering.institution.id, world);
  return contacts.map(({ person, chat }) => ({
    key: `${moveId(made)}:${person.id}`,
    kind: 'answer',
    because: 'progres pendaftaran diperiksa',
    chat,
    person: person.id,
    act: { do: 'say', card: decision(made) },
    at: move.at,
  }));
}

function decision(made: MadeMove): Card {
  const { move, registering } = made;
  const next = nextForCentre(registering.checklist, registering.registration, registering.path);
  const goesOn = move.to !== 'returned' && !move.onBehalf && next;
  return {
    text: lines(
      decided(made),
      goesOn ? html`Langkah berikutnya: ${bold(stepTitle(next))}.` : undefined,
    ),
    buttons: [
      ...(goesOn ? toStep(`Buka ${stepTitle(next)}`, { ...made, step: next }) : []),
      ...(move.to === 'returned' ? toStep('Perbaiki langkah', made) : []),
      ...(move.onBehalf ? toStep('Lihat langkah', made) : []),
      [{ label: 'Lihat progres', data: `progres:${registering.institution.id}` }],
    ],
  };
}

function decided({ move, step, registering }: MadeMove): Html {
  const title = bold(stepTitle(step));
  const blk = html`BLK ${bold(shortName(registering.institution))}`;
  if (move.onBehalf)
    return lines(
      html`Petugas dinas mencatat atas nama ${blk}: langkah ${title} ${stepStateName(move.to)}.`,
      'Bila ada yang keliru, mohon dikabarkan lagi.',
    );
  if (move.path)
    return html`Jalur pendaftaran ${blk} sudah ditetapkan petugas:
    ${bold(registering.checklist.paths[move.path])}.`;
  if (move.to === 'done')
    return html`Kabar baik: langkah ${title} ${blk} sudah diverifikasi petugas.`;
  if (move.to === 'exempt')
    return html`Langkah ${title} tidak berlaku untuk ${blk}, jadi tidak perlu diisi.`;
  if (move.to === 'todo' && move.from === 'done')
    return html`Langkah ${title} ${blk} dibuka lagi oleh petugas untuk dilengkapi.`;
  if (move.to === 'todo') return html`Langkah ${title} ternyata berlaku juga untuk ${blk}.`;
  return lines(
    html`Langkah ${title} ${blk} kami kembalikan untuk perbaikan.`,
    html`Catatan petugas: ${move.note ?? '–'}`,
    'Bila sudah diperbaiki, mohon dikabarkan lagi.',
  );
}

const toStep = (label: string, { registering, step }: Pick<MadeMove, 'registering' | 'step'>) => [
  [{ label, data: `progres:${registering.institution.id}.s.${step.id}` }],
];
