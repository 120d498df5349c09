/** The version of the notice people agree to; raise it whenever the meaning changes. */
export const noticeVersion = 1;

/** The office named in the notice unless the deployment names another. */
export const defaultOffice = 'Disnakertrans Kabupaten Paser';

/** What people are told before they agree: who runs the bot, what is stored, and their rights. */
export const noticeText = (office: string = defaultOffice): string =>
  [
    `Bot ini dikelola oleh ${office} untuk mendampingi BLK Komunitas.`,
    'Yang kami simpan: nama, nomor akun Telegram, peran, dan laporan yang Anda kirim. Nomor telepon hanya bila Anda berikan.',
    'Pesan melewati server Telegram di luar negeri. Mohon tidak mengirim nama peserta, KTP, atau dokumen pribadi.',
    'Kami tidak pernah meminta NIK, kode OTP, atau uang. Bila ada yang memintanya atas nama bot ini, mohon jangan diberikan.',
    'Hak Anda: membaca pemberitahuan ini (/privasi), melihat data Anda (/saya), serta meminta salinan atau penghapusannya kepada petugas dinas.',
  ].join('\n\n');
