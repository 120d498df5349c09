/** The version of the notice people agree to; raise it whenever the meaning changes. */
export const noticeVersion = 3;

/** The office named in the notice unless the deployment names another. */
export const defaultOffice = 'Disnakertrans Kabupaten Paser';

/** What people are told before they agree: who runs the bot, what is stored, and their rights. */
export const noticeText = (office: string = defaultOffice): string =>
  [
    `Bot ini dikelola oleh ${office} untuk mendampingi BLK Komunitas.`,
    'Yang kami simpan: nama, nomor akun Telegram, peran, dan laporan yang Anda kirim. Nomor telepon hanya bila Anda berikan; untuk BLK tanpa pengelola di Telegram, petugas dapat mencatat satu nomor lembaga.',
    'Bila Anda mengetuk Saya berminat: nama depan, dan nomor bila Anda berikan, kami teruskan kepada pengelola BLK itu atau petugas dinas, dan kami simpan 90 hari. Kontak pengelola tampil di /info hanya bila ia menyetujuinya.',
    'Pesan melewati server Telegram di luar negeri. Mohon tidak mengirim nama peserta, KTP, atau dokumen pribadi.',
    'Kami tidak pernah meminta NIK, kode OTP, atau uang. Bila ada yang memintanya atas nama bot ini, mohon jangan diberikan.',
    'Lama penyimpanan: pesan 90 hari, catatan tindakan 5 tahun, laporan BLK sesuai jadwal retensi arsip dinas tanpa nama Anda bila Anda meminta dihapus.',
    'Hak Anda: membaca pemberitahuan ini (/privasi), mengunduh data Anda (/dataku), membetulkannya (/saya), dan menghapusnya (/hapusdata).',
  ].join('\n\n');
