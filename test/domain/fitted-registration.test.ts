import fc from 'fast-check';
import { allSteps } from '../../src/domain/checklist';
import { fittedRegistration } from '../../src/domain/fitted-registration';
import type { Registration } from '../../src/domain/registration';
import {
  aChecklist,
  aRecord,
  aRegistration,
  aStep,
  someChecklist,
  someRegistration,
} from './support/registrations';

const done = aRecord('done', { number: '1234567890', revision: 3 });
const fitted = (steps: Registration['steps'], ...list: Parameters<typeof aStep>[]) =>
  fittedRegistration(aRegistration(steps), aChecklist('2', ...list.map((each) => aStep(...each))));

describe('a registration under a new version of the checklist', () => {
  it('is not touched when nothing changed', () => {
    const registration = aRegistration({ A: done });
    expect(fittedRegistration(registration, aChecklist('1', aStep('A')))).toBe(registration);
  });

  it('keeps the state of a step whose name, place or papers changed', () => {
    const { steps, checklistVersion } = fitted({ A: done }, ['B'], ['A', { name: 'Nama baru' }]);
    expect(steps).toEqual({ A: done });
    expect(checklistVersion).toBe('2');
  });

  it('puts the state of a removed step aside, and brings it back with the step', () => {
    const without = fitted({ A: done, B: aRecord('submitted') }, ['B']);
    expect(without.steps).toEqual({ B: aRecord('submitted') });
    expect(without.aside).toEqual({ A: done });
    const again = fittedRegistration(without, aChecklist('3', aStep('A'), aStep('B')));
    expect(again.steps).toEqual({ A: done, B: aRecord('submitted') });
    expect(again.aside).toEqual({});
  });

  it('gives the state of a renamed step to the new one', () => {
    expect(fitted({ A: done }, ['X', { was: ['A'] }]).steps).toEqual({ X: done });
  });

  it('gives the state of a step that was removed long ago to one that replaces it', () => {
    const without = fitted({ A: done }, ['B']);
    const later = fittedRegistration(without, aChecklist('3', aStep('X', { was: ['A'] })));
    expect(later.steps).toEqual({ X: done });
  });

  it('takes merged steps for no further than the least of them, and keeps what was written down', () => {
    const { steps, aside } = fitted(
      {
        A: aRecord('done', { number: '7', papers: ['sk'] }),
        B: aRecord('submitted', { papers: ['nib'] }),
      },
      ['X', { was: ['A', 'B'] }],
    );
    expect(steps['X']).toMatchObject({ state: 'submitted', number: '7', revision: 2 });
    expect(steps['X']?.papers?.toSorted()).toEqual(['nib', 'sk']);
    expect(Object.keys(aside)).toEqual(['A', 'B']);
  });

  it('merges a step into one that stays', () => {
    const { steps } = fitted({ A: done, B: aRecord('returned', { note: 'Belum bertanggal' }) }, [
      'A',
      { was: ['B'] },
    ]);
    expect(steps['A']).toMatchObject({
      state: 'returned',
      note: 'Belum bertanggal',
      number: '1234567890',
    });
  });

  it('counts a step that does not apply only when none of the others does', () => {
    const exempt = aRecord('exempt');
    expect(fitted({ A: exempt, B: done }, ['X', { was: ['A', 'B'] }]).steps['X']?.state).toBe(
      'done',
    );
    expect(fitted({ A: exempt, B: exempt }, ['X', { was: ['A', 'B'] }]).steps['X']?.state).toBe(
      'exempt',
    );
  });

  it('gives the state of a split step to both parts', () => {
    const { steps } = fitted({ A: done }, ['X', { was: ['A'] }], ['Y', { was: ['A'] }]);
    expect(steps).toEqual({ X: done, Y: done });
  });
});

describe('fitting, whatever the checklists', () => {
  const versions = fc.array(someChecklist, { minLength: 1, maxLength: 6 });
  const through = (
    registration: Registration,
    checklists: Parameters<typeof fittedRegistration>[1][],
  ) => checklists.reduce(fittedRegistration, registration);

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(someRegistration, someChecklist, (registration, checklist) => {
        const once = fittedRegistration(registration, checklist);
        return fittedRegistration(once, checklist) === once;
      }),
    );
  });

  it('never changes the state of a step that is still there and absorbs nothing', () => {
    fc.assert(
      fc.property(someRegistration, someChecklist, (registration, checklist) => {
        const after = fittedRegistration(registration, checklist).steps;
        for (const { id, was = [] } of allSteps(checklist))
          if (registration.steps[id] && !was.some((old) => registration.steps[old]))
            expect(after[id]).toBe(registration.steps[id]);
      }),
    );
  });

  it('keeps the number of every step that ever was: in its place, in another or aside', () => {
    fc.assert(
      fc.property(someRegistration, versions, (registration, checklists) => {
        const { steps, aside } = through(registration, checklists);
        const kept = [...Object.values(steps), ...Object.values(aside)].map(({ number }) => number);
        for (const { number } of Object.values(registration.steps)) expect(kept).toContain(number);
      }),
    );
  });

  it('comes back whole when a version that absorbed nothing is taken back', () => {
    const plain = someChecklist.map((one) =>
      aChecklist(one.version, ...allSteps(one).map(({ id }) => aStep(id))),
    );
    const full = aChecklist('0', ...'ABCDEFGH'.split('').map((id) => aStep(id)));
    fc.assert(
      fc.property(someRegistration, fc.array(plain, { maxLength: 5 }), (registration, between) => {
        const back = through(registration, [...between, full]);
        expect(back.steps).toEqual(registration.steps);
        expect(back.aside).toEqual({});
      }),
    );
  });

  it('never makes a step look done of which a part is not', () => {
    fc.assert(
      fc.property(someRegistration, someChecklist, (registration, checklist) => {
        const after = fittedRegistration(registration, checklist).steps;
        for (const { id, was = [] } of allSteps(checklist)) {
          const parts = [id, ...was].flatMap((old) => registration.steps[old]?.state ?? []);
          if (after[id]?.state !== 'done') continue;
          expect(parts.every((state) => state === 'done' || state === 'exempt')).toBe(true);
        }
      }),
    );
  });
});
