import { noticeText, noticeVersion } from '../../src/domain/notice';

describe('the notice', () => {
  it('says who runs the bot, what is stored, where, and what is never asked', () => {
    const text = noticeText();
    for (const part of [
      'Disnakertrans Kabupaten Paser',
      'nama',
      'Telegram',
      'peran',
      'telepon',
      'nomor lembaga',
      'luar negeri',
      'NIK',
      'OTP',
      'uang',
      '/privasi',
      '/saya',
      '/dataku',
      '/hapusdata',
      '90 hari',
      '5 tahun',
    ])
      expect(text).toContain(part);
  });

  it('names the office of the deployment and stays short', () => {
    const office = 'Dinas Tenaga Kerja dan Transmigrasi Kabupaten Penajam Paser Utara';
    expect(noticeText(office)).toContain(`dikelola oleh ${office} `);
    expect(noticeText(office).length).toBeLessThanOrEqual(1200);
    expect(noticeVersion).toBe(3);
  });

  it('keeps the polite register', () => {
    expect(noticeText()).not.toMatch(/\b(?:kamu|wajib|harus)\b/i);
  });
});
