import { withEdits } from '../../src/domain/checklist-edits';
import { addingStep } from '../../src/domain/checklist-changes';
import { firstChecklist } from '../../src/domain/first-checklist';
import { codeOf, nextCode } from '../../src/domain/step-codes';

const stageB = firstChecklist.stages.find(({ id }) => id === 'B')!;
const lastOf = (steps: readonly { readonly id: string }[]) => Number(steps.at(-1)!.id.slice(1));
const added = (code: string) =>
  withEdits(
    firstChecklist,
    addingStep('B', { id: 'x-AAAA', code, name: 'Surat', hint: '', owner: 'pengelola' }) as never,
    1,
  );

describe('the code of a step that is added', () => {
  it('is the next one of its stage', () => {
    const next = `B${lastOf(stageB.steps) + 1}`;
    expect(nextCode(firstChecklist, [], 'B')).toBe(next);
    expect(nextCode(added(next), [], 'B')).toBe(`B${lastOf(stageB.steps) + 2}`);
  });

  it('is none that a step has which was taken out', () => {
    const [first] = stageB.steps;
    expect(nextCode(firstChecklist, [{ ...first!, id: 'B40' }], 'B')).toBe('B41');
  });

  it('begins with the next letter in a stage of its own, as long as there are letters', () => {
    const letters = firstChecklist.stages.map(({ id }) => id).toSorted();
    const next = String.fromCharCode(letters.at(-1)!.charCodeAt(0) + 1);
    expect(nextCode(firstChecklist, [])).toBe(`${next}1`);
    expect(nextCode(firstChecklist, [{ ...stageB.steps[0]!, id: 'Z9' }])).toBeUndefined();
  });

  it('is shown in place of its id, and gives way to one that the file brings later', () => {
    const shown = added('B90')
      .stages.flatMap(({ steps }) => steps)
      .find(({ id }) => id === 'x-AAAA');
    expect(codeOf(shown!)).toBe('B90');
    expect(codeOf({ id: 'x-AAAA' })).toBeUndefined();
    expect(
      added('B1')
        .stages.flatMap(({ steps }) => steps.map(codeOf))
        .filter((code) => code === 'B1'),
    ).toHaveLength(1);
  });
});
