import { answered, closed, openExpectation } from '../../../src/domain/expectation';
import { type Day, asDay } from '../../../src/domain/day';
import { periodOf } from '../../../src/domain/period';
import { defaultPolicy } from '../../../src/domain/policy';
import type { Expectations, KeptExpectation } from '../../../src/ports/follow-ups';
import { after, storesAtHome } from '../../support/stores-at-home';

let expectations: Expectations;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ expectations, close } = await storesAtHome());
});
afterEach(() => close());

const day = (text: string): Day => asDay(text)!;

function anExpectation(month: string, institution = 'bina-iman'): KeptExpectation {
  const member = { id: institution, zone: 'Asia/Makassar', registeredAt: new Date(0) };
  const period = periodOf(day(`${month}-01`), 'monthly');
  return openExpectation(member, period, [], defaultPolicy);
}

const november = anExpectation('2026-11');
const kept = (month = '2026-11') => expectations.of('bina-iman', month);

describe('mongoExpectations', () => {
  it('hands back what was opened', async () => {
    await expectations.open(november);
    expect(await kept()).toEqual(november);
    expect(await kept('2026-12')).toBeUndefined();
  });

  it('opens a period once, and leaves what became of it alone', async () => {
    const opened = Array.from({ length: 20 }, () => expectations.open(november));
    await Promise.all(opened);
    const reported = answered(november, { kind: 'report', at: after(1) });
    expect(await expectations.change(november, reported)).toBe(true);
    await expectations.open(november);
    expect(await kept()).toEqual(reported);
  });

  it('writes a change, with what it adds and what it takes away', async () => {
    const excused: KeptExpectation = { ...november, state: 'excused', excuse: 'leave' };
    await expectations.open(excused);
    const sent = { ...november, openingSentOn: day('2026-11-02'), tappedAt: after(5) };
    expect(await expectations.change(excused, sent)).toBe(true);
    expect(await kept()).toEqual(sent);
  });

  it('refuses a change of what somebody has changed meanwhile', async () => {
    await expectations.open(november);
    const reminded = { ...november, reminderSentOn: day('2026-11-09') };
    expect(await expectations.change(november, reminded)).toBe(true);
    expect(await expectations.change(november, closed(november, after(9_999_999)))).toBe(false);
    expect(await kept()).toEqual(reminded);
  });

  it('lets one of many win who change the same row at once', async () => {
    await expectations.open(november);
    const changes = Array.from({ length: 50 }, (_, n) =>
      expectations.change(november, { ...november, tappedAt: after(n) }),
    );
    const won = await Promise.all(changes);
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await kept()).toMatchObject({ tappedAt: after(won.indexOf(true)) });
  });

  it('accepts a change that changes nothing', async () => {
    await expectations.open(november);
    expect(await expectations.change(november, november)).toBe(true);
  });

  it('changes nothing that is not there, and never one row into another', async () => {
    expect(await expectations.change(november, november)).toBe(false);
    await expect(expectations.change(november, anExpectation('2026-12'))).rejects.toThrow(
      RangeError,
    );
  });

  it('finds the rows that opened within the days, oldest first', async () => {
    for (const month of ['2026-12', '2026-10', '2026-11', '2026-09'])
      await expectations.open(anExpectation(month));
    await expectations.open(anExpectation('2026-11', 'al-ikhsan'));
    await expectations.open(anExpectation('2026-11', 'datu-ismail'));
    const found = await expectations.between(
      ['bina-iman', 'al-ikhsan'],
      day('2026-10-01'),
      day('2026-11-30'),
    );
    expect(found.map(({ institution, period }) => `${period.id} ${institution}`)).toEqual([
      '2026-10 bina-iman',
      '2026-11 al-ikhsan',
      '2026-11 bina-iman',
    ]);
  });

  it('finds the rows of thousands of institutions', async () => {
    const ids = Array.from({ length: 3000 }, (_, n) => `blk-${n}`);
    await Promise.all(
      ids.slice(0, 200).map((id) => expectations.open(anExpectation('2026-11', id))),
    );
    const found = await expectations.between(ids, day('2026-11-01'), day('2026-11-30'));
    expect(found).toHaveLength(200);
  });

  it('names as unsettled what is still expected, and the newest in any case', async () => {
    const [september, october] = [anExpectation('2026-09'), anExpectation('2026-10')];
    await Promise.all([september, october, november].map((each) => expectations.open(each)));
    await expectations.change(october, answered(october, { kind: 'nil', at: after(0) }));
    await expectations.change(november, answered(november, { kind: 'report', at: after(0) }));
    const unsettled = async () =>
      (await expectations.unsettled('bina-iman')).map(({ period }) => period.id);
    expect(await unsettled()).toEqual(['2026-09', '2026-11']);
    await expectations.change(september, closed(september, after(0)));
    expect(await unsettled()).toEqual(['2026-11']);
    expect(await expectations.unsettled('al-ikhsan')).toEqual([]);
  });
});
