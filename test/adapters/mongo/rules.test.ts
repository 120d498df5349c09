import { mongoRules } from '../../../src/adapters/mongo/rules';
import type { Store } from '../../../src/adapters/mongo/connect';
import { ensureIndexes } from '../../../src/adapters/mongo/ensure-indexes';
import { dayOff, isWorkingDay } from '../../../src/domain/calendar';
import { asDay } from '../../../src/domain/day';
import { isRamadan } from '../../../src/domain/hijri';
import { defaultPolicy } from '../../../src/domain/policy';
import type { EditedRules, Rules } from '../../../src/ports/rules';
import { monday, openDatabase } from '../../support/bot-at-home';
import { settableClock } from '../../support/settable-clock';
import { after } from '../../support/stores-at-home';

let store: Store;
let rules: Rules;
let close: () => Promise<void>;
let file: EditedRules & { readonly wrong?: string };
beforeEach(async () => {
  ({ store, close } = await openDatabase(settableClock(monday)));
  await ensureIndexes(store);
  file = { policy: {}, ...none, calendar: {} };
  rules = mongoRules(store, {
    edited: () => Promise.resolve(file),
    problems: () => Promise.resolve(file.wrong ? [file.wrong] : []),
  });
});
afterEach(() => close());

const day = (text: string) => asDay(text)!;
const own = () => rules.policyOf({ id: 'bina-iman' });
let forms = 0;
const by = () => ({ id: `FORM${(forms += 1)}`, by: 'RATNA', at: after(0) });
const change = (override: object) => rules.change(override, by());
const changeOwn = (override: object) => rules.changeOf('bina-iman', override, by());
const announce = (edited: object) => rules.announce(edited, by());
const ok = expect.objectContaining({ ok: true });
const none = { institutions: new Map(), rhythms: new Map() };
const refused = (...problems: readonly string[]) => ({ ok: false, problems });

describe('the policy', () => {
  it('is the default one until something is changed', async () => {
    expect(await rules.policy()).toEqual(defaultPolicy);
    expect(await own()).toEqual(defaultPolicy);
    expect(await rules.problems()).toEqual([]);
  });

  it('follows the file, then the deployment, then the institution', async () => {
    file = { policy: { activeDays: 50, newDays: 50, silentDays: 50 }, ...none, calendar: {} };
    expect(await change({ newDays: 60, silentDays: 60 })).toEqual(ok);
    expect(await changeOwn({ silentDays: 70 })).toEqual(ok);
    const below = { activeDays: 50, newDays: 60 };
    expect(await rules.policy()).toEqual({ ...defaultPolicy, ...below, silentDays: 60 });
    expect(await own()).toEqual({ ...defaultPolicy, ...below, silentDays: 70 });
    expect((await rules.policyOf({ id: 'al-ikhsan' })).silentDays).toBe(60);
  });

  it('keeps what a later change does not name', async () => {
    await change({ activeDays: 60, escalation: { head: 9 } });
    await change({ newDays: 100, escalation: { officer: 5 } });
    expect(await rules.policy()).toEqual({
      ...defaultPolicy,
      ...{ activeDays: 60, newDays: 100 },
      escalation: { manager: 0, deputy: 2, officer: 5, head: 9 },
    });
  });

  it('goes back to the file or the default where a setting is null', async () => {
    await change({ activeDays: 60, windows: { managerDays: [1] } });
    expect(await change({ activeDays: null, windows: { managerDays: null } })).toEqual(ok);
    expect(await rules.policy()).toEqual(defaultPolicy);
  });

  it('refuses a bad value with its reason and keeps the old one', async () => {
    await change({ activeDays: 60 });
    expect(await change({ activeDays: 200 })).toEqual(
      refused('Batas aktif perlu lebih kecil daripada batas diduga pasif, misalnya 90 dan 180.'),
    );
    expect(await change({ activeDays: 0.5 })).toMatchObject({ ok: false });
    expect((await rules.policy()).activeDays).toBe(60);
  });

  it('refuses what has the wrong shape, naming the place', async () => {
    expect(await change({ activeDays: '90', escalation: { head: [] }, nonsense: 1 })).toEqual(
      refused(
        'activeDays: perlu berupa angka.',
        'escalation.head: perlu berupa angka.',
        'nonsense: tidak dikenal.',
      ),
    );
    expect(await change({ windows: { managerHours: ['08:30'] } })).toMatchObject({ ok: false });
    expect(await change({ windows: { managerHours: [{ from: '9', to: '10:00' }] } })).toEqual(
      refused('Jam kirim pengelola perlu antara 00:00 dan 24:00, misalnya 08:30-11:30.'),
    );
    expect(await change([])).toMatchObject({ ok: false });
    expect(await rules.policy()).toEqual(defaultPolicy);
  });

  it("leaves the office's hours to the deployment", async () => {
    const windows = { officerHours: [{ from: '08:00', to: '15:00' }] };
    expect(await changeOwn({ windows })).toEqual(refused('windows.officerHours: tidak dikenal.'));
    expect(await change({ windows })).toEqual(ok);
    expect((await own()).windows.officerHours).toEqual(windows.officerHours);
  });

  it('judges the change of an institution by what is in force below it', async () => {
    await change({ passiveDays: 100 });
    expect(await changeOwn({ activeDays: 120 })).toMatchObject({ ok: false });
    expect(await changeOwn({ activeDays: 120, passiveDays: 150 })).toEqual(ok);
  });

  it('leaves out what stopped making sense, and says so', async () => {
    await changeOwn({ activeDays: 120 });
    file = { policy: { passiveDays: 100 }, ...none, calendar: {} };
    expect(await own()).toEqual({ ...defaultPolicy, passiveDays: 100 });
    expect(await rules.problems()).toEqual([
      'bina-iman: Batas aktif perlu lebih kecil daripada batas diduga pasif, misalnya 90 dan 180.',
    ]);
    file = { ...file, wrong: 'aturan.json: Isi.' };
    expect(await rules.problems()).toHaveLength(2);
  });

  it('leaves out a command that stopped making sense upon the file, and says so', async () => {
    await change({ passiveDays: 100 });
    file = { policy: { activeDays: 100 }, ...none, calendar: {} };
    expect(await rules.policy()).toEqual({ ...defaultPolicy, activeDays: 100 });
    expect(await rules.problems()).toHaveLength(1);
  });

  it('refuses what would make no sense of an own setting, naming the institution', async () => {
    await changeOwn({ activeDays: 120 });
    expect(await change({ passiveDays: 100 })).toEqual(
      refused(
        'bina-iman: Batas aktif perlu lebih kecil daripada batas diduga pasif, misalnya 90 dan 180.',
      ),
    );
    expect(await rules.policy()).toEqual(defaultPolicy);
  });

  it('lets the file speak for one institution, below the command for it', async () => {
    const ofFile = { activeDays: 40, newDays: 41 };
    const its = new Map([['bina-iman', ofFile]]);
    file = { policy: {}, ...none, institutions: its, calendar: {} };
    await change({ activeDays: 70 });
    expect(await own()).toMatchObject({ newDays: 41, activeDays: 40 });
    await changeOwn({ activeDays: 50 });
    expect(await own()).toMatchObject({ newDays: 41, activeDays: 50 });
    expect(await rules.policy()).toMatchObject({ newDays: 180, activeDays: 70 });
    const { inForce, beneath, file: said, command, changes } = await rules.sources('bina-iman');
    expect([inForce.activeDays, beneath.activeDays]).toEqual([50, 40]);
    expect([said, command]).toEqual([ofFile, { activeDays: 50 }]);
    expect(changes).toMatchObject([{ by: 'RATNA', was: {}, is: { activeDays: 50 } }]);
  });

  it('makes a repeated change once, and answers it as before', async () => {
    const [first, second] = [by(), by()];
    const changed = await rules.change({ activeDays: 60 }, first);
    expect(changed).toMatchObject({ was: { activeDays: 90 }, is: { activeDays: 60 } });
    await rules.change({ activeDays: 70 }, second);
    expect(await rules.change({ activeDays: 60 }, first)).toEqual(changed);
    expect((await rules.policy()).activeDays).toBe(70);
  });

  it('loses no change of many who change different settings at once', async () => {
    const names = ['activeDays', 'newDays', 'silentDays', 'obstacleDays', 'effectDays'];
    const changes = Array.from({ length: 50 }, (_, n) =>
      change({ [names[n % names.length]!]: 20 + Math.floor(n / names.length) }),
    );
    expect(new Set((await Promise.all(changes)).map((each) => each.ok))).toEqual(new Set([true]));
    const policy: Record<string, unknown> = { ...(await rules.policy()) };
    for (const name of names) expect(policy[name]).toBeGreaterThanOrEqual(20);
    for (const name of names) expect(policy[name]).toBeLessThan(30);
  });
});

describe('the state', () => {
  it('has another mark when anything is set, and is kept as it was noticed', async () => {
    expect(await rules.noticed()).toBeUndefined();
    const before = await rules.state();
    await rules.notice(before, after(0));
    expect(await rules.noticed()).toEqual(before);
    await changeOwn({ activeDays: 60 });
    const changed = await rules.state();
    expect(changed.mark).not.toBe(before.mark);
    expect(changed.state.institutions).toEqual({ 'bina-iman': [{}, { activeDays: 60 }] });
    await announce({ hijriMonths: { '1448-09': '2027-02-09' } });
    file = { ...file, policy: { newDays: 9 } };
    expect(new Set([before.mark, changed.mark, (await rules.state()).mark]).size).toBe(3);
  });
});

describe('the calendar', () => {
  const year = {
    decree: 'SKB 2027',
    holidays: [{ on: '2027-03-10', name: 'Idulfitri 1448 H' }],
    jointLeave: [{ on: '2027-03-11', name: 'Cuti bersama Idulfitri' }],
  };

  it('knows the decree of 2026 and the fixed dates of other years', async () => {
    const calendar = await rules.calendar();
    expect(dayOff(day('2026-12-24'), calendar)?.kind).toBe('joint-leave');
    expect(dayOff(day('2027-08-17'), calendar)).toMatchObject({ estimate: true });
    expect(dayOff(day('2027-03-11'), calendar)).toBeUndefined();
  });

  it('takes a year from the file or by command, the command winning', async () => {
    file = { policy: {}, ...none, calendar: { years: { '2027': year as never } } };
    expect(dayOff(day('2027-03-11'), await rules.calendar())?.kind).toBe('joint-leave');
    expect(await announce({ years: { '2027': { ...year, jointLeave: [] } } })).toEqual(ok);
    expect(dayOff(day('2027-03-11'), await rules.calendar())).toBeUndefined();
    expect(dayOff(day('2027-03-10'), await rules.calendar())?.name).toBe('Idulfitri 1448 H');
    expect(dayOff(day('2026-12-24'), await rules.calendar())?.kind).toBe('joint-leave');
  });

  it('adds local days off one by one, and takes one back', async () => {
    await announce({ localDaysOff: { '2026-12-29': { name: 'Hari Jadi Paser' } } });
    await announce({ localDaysOff: { '2026-12-30': { name: 'Pilkada' } } });
    const free = async (text: string) => !isWorkingDay(day(text), await rules.calendar());
    expect([await free('2026-12-29'), await free('2026-12-30')]).toEqual([true, true]);
    expect(await announce({ localDaysOff: { '2026-12-29': null } })).toEqual(ok);
    expect([await free('2026-12-29'), await free('2026-12-30')]).toEqual([false, true]);
  });

  it('adds cuti bersama, and makes a working day of any day off', async () => {
    await announce({ localDaysOff: { '2026-12-29': { name: 'Natal', kind: 'joint-leave' } } });
    await announce({ workingDays: { '2026-12-24': true, '2027-05-01': true } });
    const calendar = await rules.calendar();
    const off = (text: string) => dayOff(day(text), calendar)?.kind;
    expect(['2026-12-29', '2026-12-24', '2027-05-01', '2026-12-25'].map(off)).toEqual([
      ...['joint-leave', undefined, undefined, 'holiday'],
    ]);
    const beneath = await rules.calendarBeneath();
    expect(dayOff(day('2026-12-24'), beneath)?.kind).toBe('joint-leave');
    await announce({ workingDays: { '2026-12-24': null } });
    expect(dayOff(day('2026-12-24'), await rules.calendar())?.kind).toBe('joint-leave');
  });

  it('lets a day off by command win over a working day of the file', async () => {
    file = { policy: {}, ...none, calendar: { workingDays: [day('2026-12-24')] } };
    const off = async () => dayOff(day('2026-12-24'), await rules.calendar());
    expect(await off()).toBeUndefined();
    await announce({ localDaysOff: { '2026-12-24': { name: 'Natal', kind: 'joint-leave' } } });
    expect(await off()).toMatchObject({ kind: 'joint-leave', name: 'Natal' });
  });

  it('takes the beginning of a Hijri month as announced', async () => {
    const ramadan = async (text: string) =>
      isRamadan(day(text), (await rules.calendar()).hijriMonths);
    expect(await ramadan('2027-02-08')).toBe(true);
    expect(await announce({ hijriMonths: { '1448-09': '2027-02-09' } })).toEqual(ok);
    expect(await ramadan('2027-02-08')).toBe(false);
    expect(await announce({ hijriMonths: { '1448-09': null } })).toEqual(ok);
    expect(await ramadan('2027-02-08')).toBe(true);
  });

  it('refuses days that do not exist, lie in another year or far from the computed month', async () => {
    const stray = { ...year, holidays: [{ on: '2028-01-01', name: 'Tahun Baru' }] };
    expect(await announce({ years: { '2027': stray } })).toEqual(
      refused('years.2027: memuat tanggal lain: 2028-01-01.'),
    );
    expect(await announce({ localDaysOff: { '2027-02-30': { name: 'Tidak ada' } } })).toMatchObject(
      {
        ok: false,
        problems: [expect.stringContaining('perlu berupa tanggal')],
      },
    );
    expect(await announce({ hijriMonths: { '1448-09': '2027-03-09' } })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('terlalu jauh dari hitungan')],
    });
    expect(await announce({ hijriMonths: { Ramadan: '2027-02-08' } })).toMatchObject({ ok: false });
    expect(await announce({ years: { '2027': { decree: 'SKB' } } })).toMatchObject({ ok: false });
    expect(await announce({ weekends: {} })).toEqual(refused('weekends: tidak dikenal.'));
  });

  it('stays as it was after a refusal', async () => {
    await announce({ localDaysOff: { '2026-12-29': { name: 'Hari Jadi' } } });
    await announce({
      localDaysOff: { '2026-12-30': { name: 'Pilkada' }, besok: { name: 'Libur' } },
    });
    const calendar = await rules.calendar();
    expect(isWorkingDay(day('2026-12-29'), calendar)).toBe(false);
    expect(isWorkingDay(day('2026-12-30'), calendar)).toBe(true);
  });
});
