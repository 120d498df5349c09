import { lostUpdate } from '../src/lost-update';

const now = new Date('2026-11-23T01:00:00Z');

describe('an update that was given up on', () => {
  it('is owned up to before the person, and reported to every admin', () => {
    const rows = lostUpdate({ id: 77, lane: 'person:1001' }, [2002, 2003], now);
    expect(rows.map(({ key, chat }) => [key, chat])).toEqual([
      ['77:aside', 1001],
      ['77:alarm:2002', 2002],
      ['77:alarm:2003', 2003],
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['answer', 'alarm', 'alarm']);
    expect(rows.every(({ at }) => at === now)).toBe(true);
  });

  it('tells the person calmly, and the admin the number to look for', () => {
    const [person, admin] = lostUpdate({ id: 77, lane: 'person:1001' }, [2002], now);
    expect(person).toMatchObject({ act: { do: 'say' } });
    expect(JSON.stringify(person)).toContain('Mohon maaf');
    expect(JSON.stringify(person)).not.toContain('77 ');
    expect(JSON.stringify(admin)).toContain('nomor 77');
  });

  it('has the same keys each time, so that a repeat says nothing twice', () => {
    const once = lostUpdate({ id: 77, lane: 'person:1001' }, [2002], now);
    expect(lostUpdate({ id: 77, lane: 'person:1001' }, [2002], now)).toEqual(once);
  });

  it('is reported to the admins alone when it came from nobody', () => {
    expect(lostUpdate({ id: 77, lane: 'nobody' }, [2002], now).map(({ chat }) => chat)).toEqual([
      2002,
    ]);
    expect(lostUpdate({ id: 77, lane: 'nobody' }, [], now)).toEqual([]);
  });
});
