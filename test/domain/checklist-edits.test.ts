import * as fc from 'fast-check';
import { type Checklist, allSteps } from '../../src/domain/checklist';
import {
  addedId,
  addingStage,
  addingStep,
  placingStage,
  placingStep,
  puttingBack,
  takingOut,
} from '../../src/domain/checklist-changes';
import {
  type ChecklistEdits,
  type EditChange,
  strayedSteps,
  takenOut,
  withEdits,
} from '../../src/domain/checklist-edits';
import { changedSettings } from '../../src/domain/changed-settings';
import { firstChecklist } from '../../src/domain/first-checklist';
import { fittedRegistration } from '../../src/domain/fitted-registration';
import { type StepRecord, blankRegistration } from '../../src/domain/registration';

const after = (...changes: readonly EditChange[]): ChecklistEdits =>
  changes.reduce<object>((kept, change) => changedSettings({ ...kept }, change), {}) as never;
const idsIn = (checklist: Checklist, stage: string) =>
  checklist.stages.find(({ id }) => id === stage)?.steps.map(({ id }) => id);
const letter = { id: 'x-7Q3M', name: 'Surat camat', hint: '', owner: 'pengelola' } as const;
const stageIds = ({ stages }: Checklist) => stages.map(({ id }) => id);
const [first, second] = firstChecklist.stages;
const own = first!.steps.map(({ id }) => id);

describe('a checklist that was changed by command', () => {
  it('has a step more at the end of its stage, under an id no file has', () => {
    const changed = withEdits(firstChecklist, after(addingStep('A', letter)), 1);
    expect(idsIn(changed, 'A')).toEqual([...own, letter.id]);
    expect(changed.version).toBe(`${firstChecklist.version}+1`);
    expect(allSteps(firstChecklist).some(({ id }) => id.startsWith('x-'))).toBe(false);
    expect(addedId('7Q3MX2PAK9')).toBe(letter.id);
  });

  it('has its steps in the order they were put in, and those of a later file beside their neighbours', () => {
    const moved = after(placingStep(firstChecklist, own[2]!, 0)!);
    expect(idsIn(withEdits(firstChecklist, moved, 1), 'A')).toEqual([
      ...[own[2], own[0], own[1]],
      ...own.slice(3),
    ]);
    const newer = { ...first!.steps[0]!, id: 'A99' };
    const later: Checklist = {
      ...firstChecklist,
      stages: [{ ...first!, steps: first!.steps.toSpliced(1, 0, newer) }, second!],
    };
    expect(idsIn(withEdits(later, moved, 1), 'A')?.slice(0, 4)).toEqual([
      own[2],
      own[0],
      'A99',
      own[1],
    ]);
  });

  it('loses a step that is taken out, and a stage with its last one, until they are put back', () => {
    const without = after(takingOut(second!.steps.map(({ id }) => id)), takingOut([own[0]!]));
    const changed = withEdits(firstChecklist, without, 1);
    expect(stageIds(changed)).not.toContain(second!.id);
    expect(idsIn(changed, 'A')).toEqual(own.slice(1));
    expect(takenOut(firstChecklist, without)).toHaveLength(second!.steps.length + 1);
    const back = after(takingOut([own[0]!]), puttingBack(own[0]!));
    expect(withEdits(firstChecklist, back, 0)).toEqual(firstChecklist);
    expect(takenOut(firstChecklist, back)).toEqual([]);
  });

  it('has a stage more, with its first step, where it is put', () => {
    const stage = { id: 'x-ABCD', name: 'Rekomendasi', required: false, path: 'oss' } as const;
    const added = after(addingStage(stage, letter));
    const changed = withEdits(firstChecklist, added, 1);
    expect(changed.stages.at(-1)).toMatchObject({ ...stage, steps: [{ id: letter.id }] });
    const moved = after(addingStage(stage, letter), placingStage(changed, stage.id, 1));
    expect(stageIds(withEdits(firstChecklist, moved, 2)).slice(0, 2)).toEqual(['A', stage.id]);
  });

  it('passes over what is gone, and names what was added to a stage that is gone', () => {
    const edits = after(addingStep('B', letter), takingOut(['B1']), { B2: { name: 'Lain' } });
    const onlyA: Checklist = { ...firstChecklist, stages: [first!] };
    expect(withEdits(onlyA, edits, 0)).toEqual(onlyA);
    expect(strayedSteps(onlyA, edits)).toEqual(['Surat camat']);
    expect(strayedSteps(firstChecklist, edits)).toEqual([]);
  });
});

describe('a registration on its way', () => {
  const record = (n: number): StepRecord => ({
    ...{ state: 'done', revision: n, by: 'A', at: new Date(n) },
  });
  const steps = allSteps(firstChecklist);
  const states = Object.fromEntries(steps.map(({ id }, n) => [id, record(n + 1)]));
  const registration = {
    ...blankRegistration('bina-iman', firstChecklist.version),
    steps: states,
  };
  const anId = fc.constantFrom(...steps.map(({ id }) => id));
  const aChange = fc.oneof(
    anId.map((id) => takingOut([id])),
    anId.map(puttingBack),
    fc.tuple(anId, fc.nat(8)).map(([id, place]) => placingStep(firstChecklist, id, place) ?? {}),
    fc
      .tuple(fc.constantFrom(...stageIds(firstChecklist)), fc.nat(8))
      .map(([id, place]) => placingStage(firstChecklist, id, place)),
    anId.map((id) => ({ [id]: { name: 'Nama lain' } })),
    fc.constant(addingStep('A', letter)),
  );

  it('loses no state, whatever is changed in whatever order, and has all of them in the end', () => {
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 12 }), (changes) => {
        let kept = registration;
        let edits: ChecklistEdits = {};
        changes.forEach((change, n) => {
          edits = after(edits, change);
          kept = fittedRegistration(kept, withEdits(firstChecklist, edits, n + 1));
          expect({ ...kept.aside, ...kept.steps }).toEqual(states);
        });
        expect(fittedRegistration(kept, firstChecklist).steps).toEqual(states);
      }),
    );
  });
});
