import { allSteps, stagesOn, stepIn } from '../../src/domain/checklist';
import { checklistProblems } from '../../src/domain/checklist-problems';
import { firstChecklist } from '../../src/domain/first-checklist';
import { progressBar } from '../../src/domain/progress-bar';
import {
  type Registration,
  type StepState,
  missingPapers,
  nextForCentre,
  pathOf,
  requiredProgress,
  waitingForOffice,
} from '../../src/domain/registration';
import { mayMove } from '../../src/domain/step-moves';
import { aChecklist, aRecord, aRegistration, aStep } from './support/registrations';

const states = (given: Readonly<Record<string, StepState>>): Registration =>
  aRegistration(
    Object.fromEntries(Object.entries(given).map(([id, state]) => [id, aRecord(state)])),
  );
const allOf = (letters: string, state: StepState) =>
  Object.fromEntries(
    allSteps(firstChecklist).flatMap(({ id }) => (letters.includes(id[0]!) ? [[id, state]] : [])),
  ) as Record<string, StepState>;
const nextOf = (registration: Registration, path: 'oss' | 'tanda_daftar' = 'oss') =>
  nextForCentre(firstChecklist, registration, path)?.id;
const waitingOf = (registration: Registration, path: 'oss' | 'tanda_daftar' = 'oss') =>
  waitingForOffice(firstChecklist, registration, path).map(({ id }) => id);

describe('the first checklist', () => {
  it('has 9 stages and 36 steps, and makes sense', () => {
    expect(firstChecklist.stages).toHaveLength(9);
    expect(allSteps(firstChecklist)).toHaveLength(36);
    expect(checklistProblems(firstChecklist)).toEqual([]);
  });

  it('has one licence stage on each path', () => {
    const idsOn = (path: 'oss' | 'tanda_daftar') =>
      stagesOn(firstChecklist, path).map(({ id }) => id);
    expect(idsOn('oss')).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
    expect(idsOn('tanda_daftar')).toEqual(['A', 'B', 'C', 'D-alt', 'E', 'F', 'G', 'H']);
  });

  it('fits into buttons, however long the id of an institution', () => {
    const longest = 'x'.repeat(32);
    for (const { id, papers } of allSteps(firstChecklist))
      for (const paper of [{ id: '' }, ...papers]) {
        const data = [
          `progres:${longest}.p.${id}.${paper.id}.1`,
          `langkahselesai:${longest}.${id}.9999`,
        ];
        for (const each of data) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(64);
      }
  });
});

describe('the next step', () => {
  it('is the first one of the centre itself', () => {
    expect(nextOf(states({}))).toBe('A2');
    expect(nextOf(states({ A2: 'submitted', A3: 'exempt' }))).toBe('A4');
  });

  it('is what was returned, before all others', () => {
    expect(nextOf(states({ A2: 'submitted', B1: 'returned' }))).toBe('B1');
  });

  it('follows the path', () => {
    const ready = states(allOf('ABC', 'done'));
    expect(nextOf(ready, 'oss')).toBe('D1');
    expect(nextOf(ready, 'tanda_daftar')).toBe('DA1');
  });

  it('is none when everything was reported', () => {
    expect(nextOf(states(allOf('ABCDEFGH', 'submitted')))).toBeUndefined();
  });
});

describe('what waits for the office', () => {
  it('is its own first step and the path from the beginning', () => {
    expect(waitingOf(states({}))).toEqual(['A1', 'A5']);
  });

  it('is whatever was submitted, and its own steps only when their turn has come', () => {
    const early = states({ ...allOf('ABC', 'done'), D4: 'preparing', E1: 'submitted' });
    expect(waitingOf(early)).toEqual(['E1']);
    const inTurn = {
      ...allOf('ABC', 'done'),
      D1: 'done',
      D2: 'done',
      D3: 'exempt',
      D4: 'submitted',
    } as const;
    expect(waitingOf(states(inTurn))).toEqual(['D4', 'D5']);
  });
});

describe('how far a registration is', () => {
  it('counts the required stages of the path, without what does not apply', () => {
    const registration = states({ A1: 'done', A2: 'submitted', D3: 'exempt', G1: 'done' });
    expect(requiredProgress(firstChecklist, registration, 'oss')).toEqual({ done: 1, total: 26 });
    expect(requiredProgress(firstChecklist, registration, 'tanda_daftar')).toEqual({
      done: 1,
      total: 23,
    });
  });

  it.each([
    [0, 5, '░░░░░ 0/5'],
    [3, 5, '▓▓▓░░ 3/5'],
    [5, 6, '▓▓▓▓░ 5/6'],
    [6, 6, '▓▓▓▓▓ 6/6'],
    [0, 0, '░░░░░ 0/0'],
  ])('is drawn as text: %i of %i', (done, total, bar) => {
    expect(progressBar(done, total)).toBe(bar);
  });

  it('names the papers that are missing', () => {
    const { step } = stepIn(firstChecklist, 'C3')!;
    const registration = aRegistration({ C3: aRecord('preparing', { papers: ['program'] }) });
    expect(missingPapers(step, registration).map(({ name }) => name)).toEqual([
      'Kurikulum dan silabus',
    ]);
  });

  it('has the paper whose number was written down', () => {
    const { step } = stepIn(firstChecklist, 'D2')!;
    const withNumber = aRecord('submitted', { number: '1234567890123' });
    expect(missingPapers(step, aRegistration({ D2: aRecord('submitted') }))).toHaveLength(1);
    expect(missingPapers(step, aRegistration({ D2: withNumber }))).toEqual([]);
  });

  it('goes the way of the private centres unless the office says otherwise', () => {
    expect(pathOf({}, { kind: 'BLKK' })).toBe('oss');
    expect(pathOf({}, { kind: 'BLK' })).toBe('tanda_daftar');
    expect(pathOf({ path: 'tanda_daftar' }, { kind: 'BLKK' })).toBe('tanda_daftar');
  });
});

describe('who may move a step', () => {
  const all = ['todo', 'preparing', 'submitted', 'returned', 'done', 'exempt'] as const;
  const movesOf = (side: 'centre' | 'office', to: StepState) =>
    all.filter((from) => mayMove(side, from, to));

  it('leaves it to the office to confirm, return and waive', () => {
    for (const to of ['done', 'returned', 'exempt', 'todo'] as const)
      expect(movesOf('centre', to)).toEqual([]);
    expect(movesOf('office', 'done')).toEqual([
      'todo',
      'preparing',
      'submitted',
      'returned',
      'done',
    ]);
    expect(movesOf('office', 'returned')).toEqual(['preparing', 'submitted', 'returned', 'done']);
  });

  it('lets the centre report until the office has closed the step', () => {
    expect(movesOf('centre', 'submitted')).toEqual(['todo', 'preparing', 'submitted', 'returned']);
  });
});

describe('a checklist that makes no sense', () => {
  const path = aStep('P', { choosesPath: true });
  it.each([
    [[path, aStep('B'), aStep('B')], 'langkah B: ada lebih dari satu.'],
    [
      [path, aStep('B', { was: ['P'] })],
      'langkah B: dulu menyebut P, padahal langkah itu masih ada.',
    ],
    [[aStep('B')], 'menetapkan_jalur: perlu tepat satu langkah, sekarang 0.'],
    [
      [
        path,
        aStep('B', {
          papers: [
            { id: 'a', name: 'A' },
            { id: 'a', name: 'B' },
          ],
        }),
      ],
      'langkah B: surat a ada lebih dari satu.',
    ],
  ])('is told why (%#)', (steps, problem) => {
    expect(checklistProblems(aChecklist('1', ...steps))).toEqual([problem]);
  });
});
