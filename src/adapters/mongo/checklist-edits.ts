import type { Checklist } from '../../domain/checklist';
import { type ChecklistEdits, withEdits } from '../../domain/checklist-edits';
import type { Checklists, EditableChecklists } from '../../ports/registrations';
import { checklistTemplate, readChecklistText } from '../../rules/checklist-text';
import type { Store } from './connect';
import { mongoSettingsRows } from './settings-rows';

const row = 'checklist';

interface InForce {
  readonly base: Checklist;
  readonly turn: number;
  readonly checklist: Checklist;
  readonly problems: readonly string[];
}

/** Keeps what was changed of the checklist by command, above the one that `beneath` reads. */
export function editableChecklists(store: Store, beneath: Checklists): EditableChecklists {
  const rows = mongoSettingsRows(store);
  let last: InForce | undefined;

  const inForce = async (): Promise<InForce> => {
    const [base, { settings, version }] = await Promise.all([beneath.current(), rows.of(row)]);
    if (last?.base === base && last.turn === version) return last;
    const checklist = withEdits(base, settings as ChecklistEdits, version);
    const problems = problemsIn(checklist);
    last = { base, turn: version, checklist: problems.length > 0 ? base : checklist, problems };
    return last;
  };

  return {
    current: async () => (await inForce()).checklist,

    async problems() {
      const [ofFile, { problems }] = await Promise.all([beneath.problems(), inForce()]);
      return [...ofFile, ...problems.map((problem) => `Perubahan daftar periksa: ${problem}`)];
    },

    beneath: () => beneath.current(),

    async change({ step, edit }, author) {
      const base = await beneath.current();
      const problemsOf = (edits: object) =>
        Promise.resolve(problemsIn(withEdits(base, edits as ChecklistEdits, 1)));
      const settings = { [step]: edit };
      const changed = await rows.change({ row, settings, ...author, problemsOf });
      return changed.ok ? { ok: true } : changed;
    },
  };
}

/** The limits of the file hold for what was changed by command too. */
function problemsIn(checklist: Checklist): readonly string[] {
  const read = readChecklistText(checklistTemplate(checklist));
  return read.ok ? [] : read.problems;
}
