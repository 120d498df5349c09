import type { Checklist } from '../../domain/checklist';
import {
  type ChecklistEdits,
  strayedSteps,
  takenOut,
  withEdits,
} from '../../domain/checklist-edits';
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
  readonly edits: ChecklistEdits;
}

/** Keeps what was changed of the checklist by command, above the one that `beneath` reads. */
export function editableChecklists(store: Store, beneath: Checklists): EditableChecklists {
  const rows = mongoSettingsRows(store);
  let last: InForce | undefined;

  const inForce = async (): Promise<InForce> => {
    const [base, { settings, version }] = await Promise.all([beneath.current(), rows.of(row)]);
    if (last?.base === base && last.turn === version) return last;
    const edits = settings as ChecklistEdits;
    const checklist = withEdits(base, edits, version);
    const problems = problemsIn(checklist);
    const inUse = problems.length > 0 ? base : checklist;
    last = { base, turn: version, checklist: inUse, problems, edits };
    return last;
  };

  return {
    current: async () => (await inForce()).checklist,

    async problems() {
      const [ofFile, { base, edits, problems }] = await Promise.all([
        beneath.problems(),
        inForce(),
      ]);
      const strayed = strayedSteps(base, edits).map(
        (name) => `langkah “${name}” ditambahkan ke tahap yang sekarang tidak ada.`,
      );
      return [
        ...ofFile,
        ...[...problems, ...strayed].map((problem) => `Perubahan daftar periksa: ${problem}`),
      ];
    },

    beneath: () => beneath.current(),

    turn: async () => (await inForce()).turn,

    async takenOut() {
      const { base, edits } = await inForce();
      return takenOut(base, edits);
    },

    changes: async () => (await rows.of(row)).changes,

    async change(settings, author) {
      const base = await beneath.current();
      const problemsOf = (edits: object) =>
        Promise.resolve(problemsIn(withEdits(base, edits as ChecklistEdits, 1)));
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
