import { activityFields } from '../../domain/activity-field';
import { belongings, nobody, records, type TraceTaker, writings } from './trace-taker';
import {
  takeImportedNumbers,
  takeInbox,
  takeInstructors,
  takeLeases,
  takeNumbers,
  takeOutbox,
  takeRecipients,
} from './trace-steps';

/** The free answers of a report, and the notes around it. */
const reportWords = [
  'note',
  ...Object.entries(activityFields).flatMap(([field, { reads }]) =>
    reads === 'text' || reads === 'long-text' ? [field] : [],
  ),
];
const messageWords = ['markup', 'label', 'toast'];

/**
 * Every collection, and what becomes of the people in it: shown by /dataku, taken by /hapusdata.
 *
 * A new collection needs a line here, and one in the table of retention; tests say so.
 */
export const traceTakers: Readonly<Record<string, TraceTaker>> = {
  people: {
    heading: 'Data diri, peran, dan persetujuan',
    of: ({ telegramId }) => [{ telegramId }],
    // Whoever joins anew while the old traces are swept is known by another id.
    own: ({ person, telegramId }) => [person === undefined ? { telegramId } : { _id: person }],
    words: [],
  },
  chats: {
    ...belongings(
      'Percakapan: isian yang belum selesai dan jawaban terakhir bot',
      ({ telegramId }) => [{ _id: telegramId }],
      [...messageWords, 'words', 'argument'],
    ),
    counts: 'version',
  },
  contacts: belongings('Apakah pesan bot sampai kepada Anda', ({ telegramId }) => [
    { _id: telegramId },
  ]),
  inbox: {
    heading: 'Pesan dan ketukan Anda yang sedang atau baru saja diproses',
    of: ({ telegramId }) => [{ lane: { $in: [`person:${telegramId}`, `inline:${telegramId}`] } }],
    words: [],
    also: takeInbox,
  },
  outbox: {
    heading: 'Pesan bot kepada Anda (disimpan paling lama 90 hari)',
    of: ({ telegramId }) => [{ chat: telegramId }],
    words: [...messageWords, 'why', 'because'],
    also: takeOutbox,
  },
  leases: { words: [], also: takeLeases },
  invitations: records('Undangan yang Anda buat atau pakai', ['createdBy', 'usedBy']),
  reports: records(
    'Laporan yang Anda kirim atau periksa',
    ['reportedBy', 'changes.by'],
    reportWords,
  ),
  courses: records(
    'Pelatihan yang Anda rencanakan atau periksa',
    ['plannedBy', 'changes.by', 'graduates.by'],
    ['title', 'conditions', 'contact', 'note'],
  ),
  interests: belongings(
    'Minat Anda pada pelatihan (disimpan paling lama 90 hari)',
    ({ telegramId }) => [{ telegramId }],
  ),
  visits: records('Kunjungan yang Anda catat', ['by'], ['findings', 'what']),
  obstacles: records(
    'Kendala yang Anda sampaikan, bicarakan, atau tangani',
    ['statedBy', 'handledBy', 'talk.by', 'closing.by'],
    ['note', 'text'],
  ),
  leaves: records(
    'Libur pondok yang Anda catat',
    ['enteredBy', 'withdrawnBy', 'shortened.by'],
    ['note'],
  ),
  incidents: records('Tindak lanjut yang Anda tangani', ['handlings.by', 'followUp.by'], ['note']),
  tasks: records('Tugas yang Anda selesaikan', ['doneBy'], ['why']),
  registrations: {
    heading: 'Langkah pendaftaran yang Anda catat',
    // Steps stand under their ids, so that only the history can be searched.
    of: ({ person }) => (person === undefined ? [] : [{ 'history.by': person }]),
    words: ['note', 'number'],
  },
  imports: records('Berkas lembaga yang Anda impor', ['by'], ['file', 'words']),
  merges: records('Penggabungan lembaga yang Anda lakukan', ['by']),
  groups: records('Grup yang Anda hubungkan', ['linkedBy']),
  announcements: records(
    'Pengumuman yang Anda buat',
    ['by', 'wordings.by'],
    ['text', 'name', 'why'],
  ),
  // Whom else it went to is nobody's to see; what somebody got stands among the messages to them.
  editions: { words: [], also: takeRecipients },
  reads: belongings('Pengumuman yang Anda tandai sudah dibaca', ({ telegramId }) => [
    { telegramId },
  ]),
  rules: records('Pengaturan yang Anda ubah', ['changedBy', 'changes.by']),
  audit: records('Catatan tindakan Anda', ['who'], ['what']),
  appointments: {
    heading: 'Jadwal ringkasan untuk Anda',
    of: ({ person }) => (person === undefined ? [] : [{ scope: person }]),
    own: ({ person }) => (person === undefined ? [] : [{ scope: person }]),
    words: [],
  },
  'job-runs': records('Ringkasan yang sudah dibuat untuk Anda', ['scope']),
  'past-transitions': records('Status BLK yang Anda pastikan', ['reasons.by']),
  'latest-transitions': records('Status BLK terbaru yang Anda pastikan', ['reasons.by']),
  'merged-rows': {
    heading: 'Salinan catatan lembaga yang digabungkan',
    of: ({ person }) =>
      person === undefined ? [] : [{ 'row.changedBy': person }, { 'row.history.by': person }],
    words: ['note', 'number', 'why', 'text'],
  },
  particulars: { ...writings('training', 'source'), also: takeInstructors },
  expiries: writings('what'),
  'import-parts': { words: [], also: takeImportedNumbers },
  // A centre is public, and its contacts are people, who know its id; but its number may be one's own.
  institutions: {
    heading: 'BLK yang dicatat dengan nomor telepon Anda',
    of: ({ phones = [] }) => (phones.length === 0 ? [] : [{ phone: { $in: [...phones] } }]),
    words: [],
    also: takeNumbers,
  },
  expectations: nobody('which periods were answered, by the centre as such'),
  heartbeats: nobody('when the bot was alive'),
  outages: nobody('when it was not'),
  pauses: nobody('when Telegram wanted to be left alone'),
  'noticed-rules': nobody('thresholds and days off, without who set them'),
  forgettings: nobody('what is left to be forgotten, which goes when it is done'),
};
