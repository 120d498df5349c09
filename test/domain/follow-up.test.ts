import { effectEndsAt, followUpActionLabel, followUpEffect } from '../../src/domain/follow-up';
import { defaultPolicy } from '../../src/domain/policy';
import { noonAt } from './support/days';

const call = { at: noonAt('2026-12-01') };
const end = noonAt('2026-12-08');
const effect = (answers: readonly Date[], now: Date) =>
  followUpEffect(call, answers, defaultPolicy, now);

describe('the effect of a follow-up', () => {
  it('is measured for seven days', () => {
    expect(effectEndsAt(call, defaultPolicy)).toEqual(end);
    expect(effect([], new Date(end.getTime() - 1))).toBe('open');
    expect(effect([], end)).toBe('no-answer');
  });

  it('is an answer given in that time, as soon as it is given', () => {
    const answer = noonAt('2026-12-03');
    expect(effect([answer], noonAt('2026-12-02'))).toBe('open');
    expect(effect([answer], answer)).toBe('answered');
    expect(effect([answer], noonAt('2027-01-01'))).toBe('answered');
  });

  it('is not an answer from before, nor one at the end or later', () => {
    expect(effect([noonAt('2026-11-30')], end)).toBe('no-answer');
    expect(effect([end], end)).toBe('no-answer');
    expect(effect([call.at], end)).toBe('answered');
  });

  it('belongs to an action people can read', () => {
    expect(followUpActionLabel('visit')).toBe('Kunjungan');
  });
});
