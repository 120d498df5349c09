import { activityField, activityFields, type ActivityField } from '../../src/domain/activity-field';
import { activityKind, activityKinds, isActivityKindId } from '../../src/domain/activity-kind';
import { asDay } from '../../src/domain/day';
import { readField } from '../../src/domain/reading-field';

const today = asDay('2026-11-23')!;
const fields = Object.keys(activityFields) as ActivityField[];

describe('the kinds of activity', () => {
  it('are twelve, and seven of them end a silence', () => {
    expect(activityKinds.map(({ id, countsAsActive }) => [id, countsAsActive])).toEqual([
      ['pelatihan_paket', true],
      ['pelatihan_mandiri', true],
      ['kelas_singkat', true],
      ['uji_kompetensi', true],
      ['pemagangan', true],
      ['produksi_jasa', true],
      ['inkubasi', true],
      ['penelusuran_alumni', false],
      ['rekrutmen', false],
      ['perawatan', false],
      ['rapat_mitra', false],
      ['kunjungan', false],
    ]);
  });

  it('are found by id, and nothing else is', () => {
    expect(activityKind('kelas_singkat').name).toBe('Kelas singkat santri/warga');
    expect(isActivityKindId('kunjungan')).toBe(true);
    expect(['', 'constructor', 'Kunjungan'].some(isActivityKindId)).toBe(false);
    expect(() => activityKind('constructor' as 'kunjungan')).toThrow('constructor');
  });

  it('ask each field once and leave no field unasked', () => {
    for (const kind of activityKinds) expect(new Set(kind.fields).size).toBe(kind.fields.length);
    expect(new Set(activityKinds.flatMap((kind) => kind.fields))).toEqual(new Set(fields));
  });

  it('ask their fields in the order in which the fields are listed', () => {
    for (const kind of activityKinds)
      expect(kind.fields).toEqual(fields.filter((field) => kind.fields.includes(field)));
  });

  it('ask for men before women, and for those who passed after both', () => {
    for (const { fields: asked } of activityKinds) {
      const places = (['men', 'women', 'passedMen', 'competent'] as const)
        .map((field) => asked.indexOf(field))
        .filter((place) => place >= 0);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('always ask at least one field that cannot be skipped', () => {
    for (const kind of activityKinds)
      expect(kind.fields.some((field) => !activityField(field).optional)).toBe(true);
  });
});

describe('the fields of an activity', () => {
  it.each(fields)('%s reads its own example and every answer it offers', (field) => {
    const { example, choices = [], max } = activityField(field);
    for (const text of [example, ...choices])
      expect(readField(field, text, today)).toMatchObject({ ok: true });
    expect(max === undefined).toBe(activityField(field).reads.endsWith('day'));
  });

  it.each(fields)('%s asks again kindly when nothing was said', (field) => {
    const reading = readField(field, '', today);
    expect(reading).toEqual({ ok: false, why: expect.stringMatching(/^Mohon maaf, .*misalnya: /) });
  });

  it.each<[ActivityField, string, string | number]>([
    ['men', '1.250', 1250],
    ['women', 'tidak ada', 0],
    ['lessonHours', '240 JP', 240],
    ['startsOn', 'kemarin', '2026-11-22'],
    ['endsOn', '20 Desember', '2026-12-20'],
    ['opensOn', '5 Januari', '2027-01-05'],
    ['program', ' Desain\nGrafis ', 'Desain Grafis'],
    ['outcome', 'a\nb', 'a\nb'],
  ])('%s reads %j', (field, text, expected) => {
    expect(readField(field, text, today)).toEqual({ ok: true, value: expected });
  });

  it.each<[ActivityField, string]>([
    ['startsOn', 'besok'],
    ['heldOn', 'besok'],
    ['men', '5.001'],
    ['lessonHours', '2.001'],
    ['program', 'x'.repeat(121)],
    ['outcome', 'x'.repeat(601)],
  ])('%s refuses %j', (field, text) => {
    expect(readField(field, text, today).ok).toBe(false);
  });
});
