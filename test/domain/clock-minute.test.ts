import { clockMinute } from '../../src/domain/clock-minute';

describe('the minute of the day', () => {
  it.each([
    ['00:00', 0],
    ['08:30', 510],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('of %s is %d', (time, minute) => {
    expect(clockMinute(time)).toBe(minute);
  });

  it.each(['24:01', '08:60', '8:30', '08.30', '', ' 08:30', '08:30:00'])(
    'is unknown for %p',
    (time) => {
      expect(clockMinute(time)).toBeUndefined();
    },
  );
});
