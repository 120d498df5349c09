import fc from 'fast-check';
import { calendarOf, editedFacts } from '../../src/domain/calendar';
import { dayAt } from '../../src/domain/day';
import { defaultPolicy } from '../../src/domain/policy';
import {
  nextAllowed,
  whyNot,
  whyNotLabel,
  type ManagerRules,
  type OfficerRules,
  type SendingRules,
} from '../../src/domain/sending-window';
import { day, daySpans, someMoment, someZone, witaAt } from './support/days';

const calendar = calendarOf();
const zone = 'Asia/Makassar';
const { windows } = defaultPolicy;

const managerRules = (changes: Partial<ManagerRules> = {}): ManagerRules => ({
  audience: 'manager',
  zone,
  windows,
  calendar,
  restDay: 5,
  leaves: [],
  urgent: false,
  ...changes,
});

const officerRules: OfficerRules = { audience: 'officer', zone, windows, calendar };

describe('a message to a manager', () => {
  it.each([
    ['2026-11-23', '08:29', 'hours'],
    ['2026-11-23', '08:30', undefined],
    ['2026-11-23', '11:29', undefined],
    ['2026-11-23', '11:30', 'hours'],
    ['2026-11-23', '12:15', 'hours'],
    ['2026-11-23', '13:30', undefined],
    ['2026-11-23', '14:45', 'hours'],
    ['2026-11-23', '20:00', 'hours'],
    ['2026-11-26', '09:00', undefined],
    ['2026-11-27', '09:00', 'rest-day'],
    ['2026-11-28', '09:00', 'weekday'],
    ['2026-11-29', '09:00', 'weekday'],
    ['2026-12-24', '09:00', 'joint-leave'],
    ['2026-12-25', '09:00', 'holiday'],
    ['2027-02-08', '09:00', 'ramadan'],
    ['2027-03-09', '09:00', 'feast'],
    ['2027-03-11', '09:00', undefined],
  ])('on %s at %s meets %s', (on, time, why) => {
    expect(whyNot(witaAt(on, time), managerRules())).toBe(why);
  });

  it('in Ramadan goes only between 9 and 11, and only when urgent', () => {
    const urgent = managerRules({ urgent: true });
    expect(whyNot(witaAt('2027-02-08', '08:59'), urgent)).toBe('hours');
    expect(whyNot(witaAt('2027-02-08', '09:00'), urgent)).toBeUndefined();
    expect(whyNot(witaAt('2027-02-08', '11:00'), urgent)).toBe('hours');
    expect(whyNot(witaAt('2027-02-08', '14:00'), urgent)).toBe('hours');
  });

  it('keeps the rest day and the leave of the pesantren, urgent or not', () => {
    const leaves = [{ from: day('2026-12-07'), to: day('2026-12-09') }];
    const rules = managerRules({ urgent: true, restDay: 2, leaves });
    expect(whyNot(witaAt('2026-12-08', '09:00'), rules)).toBe('leave');
    expect(whyNot(witaAt('2026-12-15', '09:00'), rules)).toBe('rest-day');
    expect(whyNot(witaAt('2026-12-10', '09:00'), rules)).toBeUndefined();
  });

  it('follows an announced Ramadan', () => {
    const announced = calendarOf(
      editedFacts({ hijriMonths: [{ year: 1448, month: 9, startsOn: day('2027-02-09') }] }),
    );
    const rules = managerRules({ calendar: announced });
    expect(whyNot(witaAt('2027-02-08', '09:00'), rules)).toBeUndefined();
  });

  it.each([
    ['within a window, at once', witaAt('2026-11-23', '09:17'), witaAt('2026-11-23', '09:17')],
    [
      'before the first window, at its opening',
      witaAt('2026-11-23', '05:00'),
      witaAt('2026-11-23', '08:30'),
    ],
    ['at noon, after Zuhur', witaAt('2026-11-23', '12:00'), witaAt('2026-11-23', '13:30')],
    [
      'at the end of the day, next morning',
      witaAt('2026-11-23', '14:45'),
      witaAt('2026-11-24', '08:30'),
    ],
    [
      'on Thursday afternoon, on Monday',
      witaAt('2026-11-26', '15:00'),
      witaAt('2026-11-30', '08:30'),
    ],
    ['before Christmas, after it', witaAt('2026-12-23', '15:00'), witaAt('2026-12-28', '08:30')],
    ['in Ramadan, after the feast', witaAt('2027-02-08', '09:00'), witaAt('2027-03-11', '08:30')],
  ])('waiting %s', (_what, now, then) => {
    expect(nextAllowed(now, managerRules())).toEqual(then);
  });

  it('goes never when no window opens within a year', () => {
    const leaves = [{ from: day('2026-01-01'), to: day('2029-01-01') }];
    expect(nextAllowed(witaAt('2026-11-23', '09:00'), managerRules({ leaves }))).toBeUndefined();
  });

  it('goes first when the earliest window opens, in whatever order they are listed', () => {
    const swapped = { ...windows, managerHours: [...windows.managerHours].reverse() };
    const rules = managerRules({ windows: swapped });
    expect(nextAllowed(witaAt('2026-11-23', '05:00'), rules)).toEqual(
      witaAt('2026-11-23', '08:30'),
    );
  });
});

describe('a message to an officer', () => {
  it.each([
    ['2026-11-27', '07:29', 'hours'],
    ['2026-11-27', '07:30', undefined],
    ['2026-11-27', '15:59', undefined],
    ['2026-11-27', '16:00', 'hours'],
    ['2026-11-28', '09:00', 'weekday'],
    ['2026-12-24', '09:00', 'joint-leave'],
    ['2026-12-25', '09:00', 'holiday'],
    ['2027-02-08', '14:00', undefined],
  ])('on %s at %s meets %s', (on, time, why) => {
    expect(whyNot(witaAt(on, time), officerRules)).toBe(why);
  });

  it('waits from Friday afternoon to Monday morning', () => {
    expect(nextAllowed(witaAt('2026-11-27', '16:00'), officerRules)).toEqual(
      witaAt('2026-11-30', '07:30'),
    );
  });
});

describe('a sending time', () => {
  const someRules: fc.Arbitrary<SendingRules> = fc
    .record({
      zone: someZone,
      restDay: fc.integer({ min: 1, max: 7 }),
      leaves: daySpans,
      urgent: fc.boolean(),
      toOfficer: fc.boolean(),
    })
    .map(({ toOfficer, ...rules }) =>
      toOfficer ? { ...officerRules, zone: rules.zone } : managerRules(rules),
    );

  it('always lies in a window, is never in the past, and is now when now is allowed', () => {
    fc.assert(
      fc.property(someMoment, someRules, (now, rules) => {
        const at = nextAllowed(now, rules)!;
        expect(at >= now).toBe(true);
        expect(whyNot(at, rules)).toBeUndefined();
        if (whyNot(now, rules) === undefined) expect(at).toBe(now);
      }),
    );
  });

  it('passes over no earlier allowed minute', () => {
    fc.assert(
      fc.property(
        someMoment,
        someRules,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (now, rules, share) => {
          const wait = nextAllowed(now, rules)!.getTime() - now.getTime();
          const before = new Date(now.getTime() + Math.floor(share * (wait - 1)));
          return wait === 0 || whyNot(before, rules) !== undefined;
        },
      ),
    );
  });

  it('is read from the clocks on the wall where these change', () => {
    const rules = { ...officerRules, zone: 'America/New_York' };
    const eachDay = { ...rules, windows: { ...windows, officerDays: [1, 2, 3, 4, 5, 6, 7] } };
    // On 8 March 2026 clocks there go from 2 to 3; at 07:30 they are 4 hours behind UTC.
    const at = nextAllowed(new Date('2026-03-08T06:00:00Z'), eachDay)!;
    expect(at.toISOString()).toBe('2026-03-08T11:30:00.000Z');
    expect(dayAt(at, rules.zone)).toBe('2026-03-08');
  });

  it('cannot be found with hours that are none', () => {
    const broken = { ...windows, officerHours: [{ from: 'pagi', to: 'siang' }] };
    expect(() =>
      whyNot(witaAt('2026-11-23', '09:00'), { ...officerRules, windows: broken }),
    ).toThrow(RangeError);
  });
});

describe('the reason for waiting', () => {
  it('is told in Indonesian', () => {
    expect(whyNotLabel('holiday')).toBe('libur nasional');
    expect(whyNotLabel('leave')).toBe('libur pondok');
    expect(whyNotLabel('hours')).toBe('di luar jam');
  });
});
