import type { ActivityDetails } from '../../src/domain/activity-field';
import type { ActivityKindId } from '../../src/domain/activity-kind';
import { nilReasonLabel, reportLines, shownValue, spanOf } from '../../src/domain/activity-report';
import { asDay } from '../../src/domain/day';
import { isObstacleId, obstacleIds, obstacleLabel } from '../../src/domain/obstacle';

const reportedOn = asDay('2026-11-23')!;

describe('when an activity took place', () => {
  it.each<[ActivityKindId, ActivityDetails, string, string]>([
    [
      'pelatihan_paket',
      { startsOn: '2026-10-01', endsOn: '2026-10-31' },
      '2026-10-01',
      '2026-10-31',
    ],
    ['pelatihan_paket', { startsOn: '2026-10-01' }, '2026-10-01', '2026-10-01'],
    [
      'pemagangan',
      { startsOn: '2026-11-20', endsOn: '2026-12-20', heldOn: '2026-01-01' },
      '2026-11-20',
      '2026-12-20',
    ],
    ['pemagangan', { startsOn: '2026-11-20', endsOn: '2026-11-01' }, '2026-11-20', '2026-11-20'],
    ['kelas_singkat', { heldOn: '2026-11-20' }, '2026-11-20', '2026-11-20'],
    ['rekrutmen', { opensOn: '2026-12-01', closesOn: '2026-12-15' }, '2026-12-01', '2026-12-15'],
    ['kunjungan', { dueOn: '2026-12-31' }, '2026-11-23', '2026-11-23'],
    ['perawatan', {}, '2026-11-23', '2026-11-23'],
    ['kelas_singkat', { heldOn: 'kemarin' }, '2026-11-23', '2026-11-23'],
  ])('%s with %j lasted from %s to %s', (kind, details, startsOn, endsOn) => {
    expect(spanOf(kind, details, reportedOn)).toEqual({ startsOn, endsOn });
  });
});

describe('showing a report', () => {
  it('shows every field in the order it was asked, the skipped ones as a dash', () => {
    const details = {
      funding: 'APBD kabupaten',
      women: 8,
      men: 1250,
      program: '<b>Desain</b>',
      startsOn: '2026-10-01',
      endsOn: '2026-10-31',
      lessonHours: 240,
      passedMen: 0,
    };
    expect(reportLines({ kind: 'pelatihan_paket', details })).toEqual([
      ['Program', '<b>Desain</b>'],
      ['Tanggal mulai', 'Kamis, 1 Oktober 2026'],
      ['Tanggal selesai', 'Sabtu, 31 Oktober 2026'],
      ['Jam pelajaran (JP)', '240'],
      ['Peserta laki-laki', '1.250'],
      ['Peserta perempuan', '8'],
      ['Lulus laki-laki', '0'],
      ['Lulus perempuan', '–'],
      ['Sumber dana', 'APBD kabupaten'],
    ]);
  });

  it('shows as a day only what is one', () => {
    expect(shownValue('topic', '2026-10-01')).toBe('2026-10-01');
    expect(shownValue('heldOn', '2026-10-01')).toBe('Kamis, 1 Oktober 2026');
    expect(shownValue('heldOn', 'entah')).toBe('entah');
  });
});

describe('the obstacles', () => {
  it('are eleven, each with its own label', () => {
    expect(obstacleIds).toEqual([
      'tidak_ada_dana',
      'tidak_ada_instruktur',
      'alat_rusak_atau_kurang',
      'izin_belum_selesai',
      'akun_siapkerja',
      'peserta_kurang',
      'listrik_atau_internet',
      'gedung',
      'status_lahan',
      'kesibukan_pondok',
      'lainnya',
    ]);
    expect(new Set(obstacleIds.map(obstacleLabel)).size).toBe(11);
  });

  it('are known by their ids only', () => {
    expect(isObstacleId('gedung')).toBe(true);
    expect(['', 'toString', 'Gedung', 'no-reason'].some(isObstacleId)).toBe(false);
  });

  it('can be the reason of a nil report, and so can none', () => {
    expect(nilReasonLabel('gedung')).toBe(obstacleLabel('gedung'));
    expect(nilReasonLabel('no-reason')).toBe('Tanpa alasan khusus');
  });
});
