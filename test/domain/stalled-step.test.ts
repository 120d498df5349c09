import { firstChecklist } from '../../src/domain/first-checklist';
import { allSteps } from '../../src/domain/checklist';
import { stalledStep } from '../../src/domain/stalled-step';
import { aRecord, aRegistration } from './support/registrations';
import { day } from './support/days';

const zone = 'Asia/Makassar';
const begun = (on: string) => ({ at: new Date(`${on}T02:00:00Z`) });
const stalledOn = (today: string, steps: Parameters<typeof aRegistration>[0]) => {
  const found = stalledStep(firstChecklist, aRegistration(steps), 'oss', {
    today: day(today),
    zone,
  });
  return found && [found.step.id, found.since, found.waitsFor];
};

describe('a step without movement', () => {
  it('is mentioned from the 30th day on', () => {
    const steps = { A2: aRecord('preparing', begun('2026-11-01')) };
    expect(stalledOn('2026-11-30', steps)).toBeUndefined();
    expect(stalledOn('2026-12-01', steps)).toEqual(['A2', '2026-11-01', 'centre']);
  });

  it('waits for the office once it was submitted', () => {
    expect(stalledOn('2027-01-01', { A2: aRecord('submitted') })).toEqual([
      'A2',
      '2026-11-01',
      'office',
    ]);
  });

  it('is told of apart once it was returned, and no other is put in its place', () => {
    expect(stalledOn('2027-01-01', { A2: aRecord('returned') })).toBeUndefined();
    const steps = { A1: aRecord('returned'), B1: aRecord('submitted', begun('2026-11-10')) };
    expect(stalledOn('2027-01-01', steps)).toEqual(['B1', '2026-11-10', 'office']);
  });

  it('is the longest one of several', () => {
    const steps = {
      A2: aRecord('preparing', begun('2026-11-20')),
      B1: aRecord('submitted', begun('2026-11-10')),
    };
    expect(stalledOn('2027-01-01', steps)).toEqual(['B1', '2026-11-10', 'office']);
  });

  it('is the next required one when nothing is on its way', () => {
    const steps = { A1: aRecord('done', begun('2026-11-10')), B1: aRecord('done') };
    expect(stalledOn('2026-12-09', steps)).toBeUndefined();
    expect(stalledOn('2026-12-10', steps)).toEqual(['A2', '2026-11-10', 'centre']);
  });

  it('is none where nothing was begun, or everything required is done', () => {
    expect(stalledOn('2028-01-01', {})).toBeUndefined();
    const all = Object.fromEntries(
      allSteps(firstChecklist).map(({ id }) => [
        id,
        aRecord('FGH'.includes(id[0]!) ? 'todo' : 'done'),
      ]),
    );
    expect(stalledOn('2028-01-01', all)).toBeUndefined();
  });

  it('is counted in the days of the institution', () => {
    // 23.30 UTC is the next morning in Tanah Grogot.
    const steps = { A2: aRecord('preparing', { at: new Date('2026-11-01T23:30:00Z') }) };
    expect(stalledOn('2026-12-01', steps)).toBeUndefined();
    expect(stalledOn('2026-12-02', steps)).toEqual(['A2', '2026-11-02', 'centre']);
  });
});
