import type { ActivityDetails, ActivityField } from '../../src/domain/activity-field';
import { checkField } from '../../src/domain/activity-rules';
import { asDay } from '../../src/domain/day';

const today = asDay('2026-11-23')!;

describe('answers that have to fit together', () => {
  it.each<[ActivityField, string | number, ActivityDetails]>([
    ['startsOn', '2026-11-23', {}],
    ['heldOn', '2026-11-01', {}],
    ['endsOn', '2026-11-01', { startsOn: '2026-11-01' }],
    ['endsOn', '2026-12-31', { startsOn: '2026-11-01' }],
    ['endsOn', '2027-11-02', { startsOn: '2026-11-01' }],
    ['endsOn', '2026-11-01', {}],
    ['opensOn', '2027-01-05', {}],
    ['closesOn', '2027-01-05', { opensOn: '2027-01-05' }],
    ['men', 0, {}],
    ['women', 0, { men: 1 }],
    ['women', 1, { men: 0 }],
    ['women', 0, {}],
    ['passedMen', 16, { men: 16, women: 0 }],
    ['passedWomen', 0, { men: 16, women: 0 }],
    ['competent', 20, { men: 16, women: 4 }],
    ['competent', 20, { men: 16 }],
    ['program', 'Desain Grafis', {}],
  ])('%s = %j goes with %j', (field, value, soFar) => {
    expect(checkField(field, value, soFar, today)).toBeUndefined();
  });

  it.each<[ActivityField, string | number, ActivityDetails, string]>([
    [
      'startsOn',
      '2026-11-24',
      {},
      'Mohon maaf, Selasa, 24 November 2026 belum tiba. Silakan pilih hari ini atau hari sebelumnya, misalnya: 23 November 2026.',
    ],
    ['heldOn', '2026-11-24', {}, 'Mohon maaf, Selasa, 24 November 2026 belum tiba.'],
    ['startsOn', '2025-10-18', {}, 'lebih dari setahun yang lalu'],
    [
      'endsOn',
      '2026-10-31',
      { startsOn: '2026-11-01' },
      'Mohon maaf, tanggal selesai (31 Okt 2026) mendahului tanggal mulai (1 Nov 2026). Silakan pilih 1 Nov 2026 atau sesudahnya.',
    ],
    [
      'endsOn',
      '2027-11-03',
      { startsOn: '2026-11-01' },
      'lebih dari setahun setelah tanggal mulai',
    ],
    ['closesOn', '2027-01-04', { opensOn: '2027-01-05' }, 'mendahului tanggal buka'],
    [
      'women',
      0,
      { men: 0 },
      'Mohon maaf, jumlah peserta laki-laki dan perempuan masih nol. Silakan isi paling sedikit satu peserta, misalnya: 8, atau ketuk Kembali.',
    ],
    [
      'passedMen',
      1250,
      { men: 1249, women: 9000 },
      'Mohon maaf, peserta laki-laki yang lulus (1.250) melebihi jumlah peserta laki-laki (1.249). Silakan ketik paling banyak 1.249.',
    ],
    ['passedWomen', 1, { men: 16, women: 0 }, 'melebihi jumlah peserta perempuan (0)'],
    ['competent', 21, { men: 16, women: 4 }, 'melebihi jumlah seluruh peserta (20)'],
  ])('%s = %j does not go with %j', (field, value, soFar, part) => {
    expect(checkField(field, value, soFar, today)).toContain(part);
  });
});
