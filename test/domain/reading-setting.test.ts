import { defaultPolicy } from '../../src/domain/policy';
import { readSetting } from '../../src/domain/reading-setting';
import { settingCalled, settings, valueIn } from '../../src/domain/setting';
import { settingWords } from '../../src/domain/setting-words';

const setting = (id: string) => settingCalled(id)!;
const read = (id: string, said: string) => {
  const reading = readSetting(setting(id), said);
  return reading.ok ? reading.value : reading.why;
};

const days = (...list: readonly number[]) => list;

describe('the value of a setting', () => {
  it.each<[string, string, unknown]>([
    ['aktif', '80', 80],
    ['aktif', '80 hari', 80],
    ['aktif', 'delapan puluh', 80],
    ['pengingat', '5 hari kerja', 5],
    ['pesan', '3 pesan', 3],
    ['sapaan', '2 kali', 2],
    ['ritme', 'weekly', expect.stringContaining('misalnya: Bulanan')],
    ['ritme', 'setiap minggu', 'weekly'],
    ['ritme', 'Dua mingguan', 'two-weekly'],
    ['pembuka', '75%', 0.75],
    ['pembuka', '75', 0.75],
    ['pembuka', '0,75', 0.75],
    ['pembuka', '0.5', 0.5],
    ['pembuka', '100 persen', 1],
    ['hari', 'Senin-Kamis', days(1, 2, 3, 4)],
    ['hari', 'senin s/d rabu, sabtu', days(1, 2, 3, 6)],
    ['hari', "Jum'at dan Ahad", days(5, 7)],
    ['jam', '08.30-11.30, 13.30-14.45', defaultPolicy.windows.managerHours],
    ['jam', 'pukul 8 sampai 11:30 dan 13.00 – 14.00', hours('08:00-11:30', '13:00-14:00')],
  ])('of %s is read from "%s"', (id, said, value) => {
    expect(read(id, said)).toEqual(value);
  });

  it.each([
    ['aktif', 'banyak'],
    ['aktif', '-5'],
    ['aktif', '1,5'],
    ['aktif', '99999'],
    ['pembuka', '0%'],
    ['pembuka', '101%'],
    ['pembuka', 'separuh'],
    ['hari', 'Kamis-Senin'],
    ['hari', 'Senin-Rabu-Jumat'],
    ['hari', 'besok'],
    ['hari', ''],
    ['jam', '08.30'],
    ['jam', '08.30-10.00-11.00'],
    ['jam', '8.3-9.1'],
    ['jam', 'pagi'],
  ])('of %s is not read from "%s", kindly and with an example', (id, said) => {
    expect(read(id, said)).toMatch(/^Mohon maaf, .*misalnya: \S/u);
  });

  it('is read back from the words it is shown in, and from every offer', () => {
    for (const one of settings) {
      const value = valueIn(defaultPolicy, one);
      expect([one.id, read(one.id, settingWords(one, value))]).toEqual([one.id, value]);
      for (const offer of one.offers) expect(readSetting(one, offer)).toMatchObject({ ok: true });
    }
  });

  it('fits into a button beside the longest id of an institution', () => {
    expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length);
    for (const { id } of settings) expect(`atur:${id}.${'x'.repeat(32)}`.length).toBeLessThan(65);
  });
});

function hours(...spans: readonly string[]) {
  return spans.map((span) => ({ from: span.slice(0, 5), to: span.slice(6) }));
}
