import { type Html, bold, html, lines } from '../html';

/** What the bot says when it is back in a group that is still linked. */
export const groupWelcomeBack = (office: string): Html =>
  lines(
    html`Terima kasih sudah menambahkan kembali bot ${bold('BLK Aktif')} dari ${office}.`,
    'Grup ini masih terhubung seperti sebelumnya. Petugas dinas dapat melihat atau mengubahnya dengan /hubungkan di sini.',
  );

/** What the bot says when it comes into a group: whose it is, what the group will get, what it reads. */
export const groupGreeting = (office: string): Html =>
  lines(
    html`Terima kasih sudah menambahkan kami. Ini bot ${bold('BLK Aktif')} dari ${office}.`,
    '',
    'Petugas dinas dapat menghubungkan grup ini dengan BLK-nya: ketik /hubungkan di sini.',
    'Setelah itu grup ini menerima pengumuman dinas, ucapan terima kasih atas laporan, dan rekap bulanan.',
    '',
    'Bot hanya membaca perintah yang diawali garis miring, misalnya /hubungkan. Bila bot dijadikan admin grup, Telegram meneruskan semua pesan kepadanya; bot tetap hanya menanggapi perintah. Percakapan di grup tidak kami simpan.',
  );
