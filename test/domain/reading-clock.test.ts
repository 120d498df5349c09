import { clockWords, readClock } from '../../src/domain/reading-clock';

describe('the time of a day', () => {
  it.each(['20.00 WIB', '8 wib malam', '8 malam WIT'])('%s is not taken for WITA', (said) => {
    expect(readClock(said, 'Asia/Makassar')).toMatchObject({
      why: expect.stringMatching(
        /^Mohon maaf, jam di sini dihitung menurut WITA, bukan WIB?T?\. Silakan ketik jamnya menurut WITA\.$/u,
      ),
    });
    expect(readClock('20.00 WIB', 'Asia/Jakarta')).toEqual({ ok: true, value: 20 * 60 });
  });

  it.each([
    ['9', '09.00'],
    ['09.15', '09.15'],
    ['9:5', undefined],
    ['jam 13.30', '13.30'],
    ['pukul 08:30 WITA', '08.30'],
    ['2 siang', '14.00'],
    ['11 siang', '11.00'],
    ['3.30 sore', '15.30'],
    ['7 pagi', '07.00'],
    ['24.00', undefined],
    ['25.00', undefined],
    ['besok', undefined],
    ['', undefined],
  ])('%s is %s', (said, expected) => {
    const reading = readClock(said, 'Asia/Makassar');
    expect(reading.ok ? clockWords(reading.value) : undefined).toBe(expected);
  });
});
