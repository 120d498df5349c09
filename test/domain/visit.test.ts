import type { Day } from '../../src/domain/day';
import { type Confirmation, visitFacts } from '../../src/domain/visit';

const visit = (on: string, confirms: Confirmation) => ({
  ...{ on: on as Day, confirms, by: 'p', at: new Date(`${on}T02:00:00Z`) },
});

describe('what visits say', () => {
  it('is nothing as long as nothing is certain', () => {
    expect(visitFacts([visit('2026-11-01', 'unsure')])).toEqual({ activities: [] });
  });

  it('is activity on each day on which some was seen', () => {
    const facts = visitFacts([visit('2026-11-01', 'active'), visit('2026-10-01', 'active')]);
    expect(facts.activities.map(({ endsOn }) => endsOn)).toEqual(['2026-10-01', '2026-11-01']);
    expect(facts.lastSeenActiveOn).toBe('2026-11-01');
    expect(facts.passiveConfirmed).toBeUndefined();
  });

  it.each([
    ['passive when that came last', 'active', 'passive', '2026-11-02'],
    ['not passive when activity came last', 'passive', 'active', undefined],
    ['still passive when the last visit was unsure', 'passive', 'unsure', '2026-11-01'],
  ] as const)('is %s', (_what, first, second, on) => {
    const facts = visitFacts([visit('2026-11-02', second), visit('2026-11-01', first)]);
    expect(facts.passiveConfirmed?.on).toBe(on);
  });
});
