import type { EditChange } from '../src/domain/checklist-edits';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { type Html, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { noteVainTry } from './settings-target';

/** Whether this person may change the checklist, which holds for every centre: officers and admins. */
export const mayEditChecklist = ({ roles }: Visitor): boolean =>
  roles.has('officer') || roles.has('admin');

export const onlyTheOffice = 'Mohon maaf, daftar periksa hanya diubah oleh petugas dan admin.';

/** Lets nobody but the office on; a vain try is written down. */
export async function editorOnly(world: World, visitor: Visitor): Promise<Reading<true>> {
  if (mayEditChecklist(visitor)) return understood(true);
  await noteVainTry('settings of all', world, visitor);
  return unclear(onlyTheOffice);
}

/** A change of the checklist, and what it is called in the audit log: `A3: name`. */
export interface NamedChange {
  /** Makes a repeat harmless. */
  readonly id: string;
  readonly change: EditChange;
  readonly what: string;
}

/** Changes the checklist, once; says that it holds now, or why it can't be used. */
export async function changeChecklist(
  { id, change, what }: NamedChange,
  world: World,
  { person, now }: Visitor,
): Promise<{ readonly ok: boolean; readonly text: Html }> {
  const author = { id, by: person?.id ?? 'admin', at: now };
  const changed = await world.checklists.change(change, author);
  if (!changed.ok)
    return {
      ok: false,
      text: lines(
        'Mohon maaf, perubahan itu belum dapat dipakai. Daftar yang lama tetap berlaku.',
        ...changed.problems.map((problem) => `• ${problem}`),
      ),
    };
  await world.audit.note({
    ...{ id: `changed:${id}`, who: author.by, did: 'changed', at: now },
    what: `checklist ${what}`,
  });
  const { version } = await world.checklists.current();
  return {
    ok: true,
    text: html`✅ Daftar periksa sudah diubah dan berlaku mulai sekarang (versi ${version}).
    Progres BLK yang sedang berjalan menyesuaikan sendiri.`,
  };
}
