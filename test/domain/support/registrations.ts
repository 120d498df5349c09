import fc from 'fast-check';
import type { Checklist, ChecklistStep } from '../../../src/domain/checklist';
import {
  type Registration,
  type StepRecord,
  type StepState,
  blankRegistration,
} from '../../../src/domain/registration';

/** A step of the centre's own, without papers. */
export const aStep = (id: string, given: Partial<ChecklistStep> = {}): ChecklistStep => ({
  id,
  name: `Langkah ${id}`,
  hint: '',
  papers: [],
  owner: 'pengelola',
  ...given,
});

/** A checklist of one required stage. */
export const aChecklist = (version: string, ...steps: readonly ChecklistStep[]): Checklist => ({
  version,
  paths: { oss: 'OSS', tanda_daftar: 'Tanda daftar' },
  stages: [{ id: 'A', name: 'Tahap A', required: true, steps }],
});

/** A step as it stood on 1 November 2026. */
export const aRecord = (state: StepState, given: Partial<StepRecord> = {}): StepRecord => ({
  state,
  revision: 1,
  by: 'hamdan',
  at: new Date('2026-11-01T02:00:00Z'),
  ...given,
});

/** A registration with these steps. */
export const aRegistration = (
  steps: Readonly<Record<string, StepRecord>>,
  given: Partial<Registration> = {},
): Registration => ({ ...blankRegistration('bina-iman', '1'), steps, ...given });

const ids = 'ABCDEFGH'.split('');
const states = ['todo', 'preparing', 'submitted', 'returned', 'done', 'exempt'] as const;

/** A record of any state, told apart from all others by its number. */
export const someRecord: fc.Arbitrary<StepRecord> = fc
  .record({
    state: fc.constantFrom(...states),
    revision: fc.nat(9),
    number: fc.nat().map(String),
    papers: fc.uniqueArray(fc.constantFrom('sk', 'nib', 'akta')),
    at: fc.integer({ min: 0, max: 400 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day))),
  })
  .map((given) => aRecord(given.state, given));

/** Any checklist of eight letters, whose steps may replace letters that are not in it. */
export const someChecklist: fc.Arbitrary<Checklist> = fc
  .tuple(
    fc.shuffledSubarray(ids, { minLength: 1 }),
    fc.array(fc.shuffledSubarray(ids, { maxLength: 3 }), { minLength: 8, maxLength: 8 }),
    fc.nat(9),
  )
  .map(([chosen, was, version]) =>
    aChecklist(
      String(version),
      ...chosen.map((id, n) =>
        aStep(id, { was: (was[n] ?? []).filter((old) => !chosen.includes(old)) }),
      ),
    ),
  );

/** Any registration over the eight letters, fitted to nothing yet. */
export const someRegistration: fc.Arbitrary<Registration> = fc
  .dictionary(fc.constantFrom(...ids), someRecord)
  .map((steps) => aRegistration(steps));
