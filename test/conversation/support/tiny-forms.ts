import { type Reading, ambiguous, understood, unclear } from '../../../src/domain/reading';
import { html, plain } from '../../../src/html';
import {
  type Foregone,
  defineForm,
  defineView,
  fileStep,
  onlyWhen,
  optional,
  photoStep,
} from '../../../src/scene';

const readNumber = (said: string): Reading<number> =>
  /^\d+$/u.test(said)
    ? understood(Number(said))
    : unclear('Mohon maaf, angkanya belum terbaca. Misalnya: 16.');

interface Sent {
  readonly id: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A form with a fork, two numbers of which the second must not be less, a note and photos. */
export function acara(mayGoOn: () => boolean = () => true) {
  const sent: Sent[] = [];
  const form = defineForm({
    command: 'acara',
    about: 'Catat acara',
    title: 'Acara',
    for: ['manager'],
    prepare: (_world, _visitor, argument) =>
      Promise.resolve(
        mayGoOn() ? understood({ argument }) : unclear('Mohon maaf, acaranya sudah ditutup.'),
      ),
    steps: {
      sort: {
        label: 'Jenis',
        ask: 'Acara apa?',
        choices: [
          { label: 'Kelas', says: 'kelas' },
          { label: 'Rapat', says: 'rapat' },
        ],
        forks: true,
        read: (said) =>
          said === 'kelas' || said === 'rapat'
            ? understood(said)
            : unclear('Mohon maaf, silakan pilih dari tombol.'),
        show: (sort) => (sort === 'kelas' ? 'Kelas' : 'Rapat'),
      },
      topic: onlyWhen(({ soFar }) => soFar['sort'] === 'kelas', {
        label: 'Topik',
        ask: 'Apa topiknya?',
        read: (said: string) => understood(said.trim()),
      }),
      first: { label: 'Datang', ask: 'Berapa yang datang?', read: readNumber },
      stayed: {
        label: 'Bertahan',
        ask: 'Berapa yang bertahan?',
        read: (said, { soFar }) => {
          const reading = readNumber(said);
          return reading.ok && reading.value > Number(soFar['first'])
            ? unclear(`Mohon maaf, yang datang hanya ${String(soFar['first'])}.`)
            : reading;
        },
      },
      note: optional({ label: 'Catatan', ask: 'Ada catatan?', read: (said) => understood(said) }),
      photos: photoStep({ label: 'Foto', ask: 'Ada foto?', most: 3 }),
    },
    finish: ({ id, answers }) => {
      sent.push({ id, answers });
      return Promise.resolve({ text: plain(`Tersimpan ${id}`) });
    },
  });
  return { form, sent };
}

/** A form of one question. */
export const usul = defineForm({
  command: 'usul',
  about: 'Kirim usul',
  title: 'Usul',
  for: ['public'],
  send: 'Kirim usul',
  prepare: () => Promise.resolve(understood({})),
  steps: {
    text: {
      label: 'Usul',
      ask: 'Apa usulnya?',
      read: (said) => (said === '' ? unclear('Kosong.') : understood(said)),
    },
  },
  finish: () => Promise.resolve({ text: plain('Terima kasih.') }),
});

const alongside = { wordsAnswer: 'text', forwards: true } as const;

/** A form that knows its answers from the start, offers what was meant, and takes a file. */
export const surat = defineForm({
  command: 'surat',
  about: 'Kirim surat',
  title: 'Surat',
  for: ['public'],
  prepare: (_world, _visitor, argument) => Promise.resolve(understood({ argument })),
  given: ({ argument }): Record<string, Foregone> =>
    argument === '' ? {} : { to: argument, copy: { skipped: true } },
  preface: ({ argument }) => html`Perihal: ${argument}`,
  steps: {
    to: {
      label: 'Untuk',
      ask: 'Untuk siapa?',
      choices: ['Dinas', 'Camat', 'Lurah'].map((one) => ({ label: one, says: one })),
      read: (said: string) =>
        said === 'di'
          ? ambiguous('Ada dua.', [
              { label: 'Dinas Tenaga Kerja', says: 'disnaker' },
              { label: 'Dinas Sosial', says: 'dinsos' },
            ])
          : understood(said),
    },
    copy: onlyWhen(
      ({ soFar }) => soFar['to'] === 'Bupati',
      optional({ label: 'Tembusan', ask: 'Siapa lagi?', read: (said: string) => understood(said) }),
    ),
    letter: fileStep({ label: 'Surat', ask: 'Mana suratnya?' }),
  },
  finish: ({ answers }) => {
    const base64 = Buffer.from('Terima kasih').toString('base64');
    const { to, letter } = answers;
    return Promise.resolve({
      text: plain(`${letter.name} untuk ${to}`),
      file: { name: 'tanda.txt', base64 },
    });
  },
});

/** A form whose words may come along with its photos or its file. */
export const edaran = defineForm({
  command: 'edaran',
  about: 'Kirim edaran',
  title: 'Edaran',
  for: ['public'],
  prepare: () => Promise.resolve(understood({})),
  steps: {
    photos: {
      ...photoStep({ label: 'Foto', ask: 'Mana fotonya?', most: 3, ...alongside }),
      optional: false,
    },
    paper: fileStep({ label: 'Berkas', ask: 'Mana berkasnya?', ...alongside }),
    text: {
      label: 'Tulisan',
      ask: 'Apa bunyinya?',
      formatted: true,
      read: (said) => (said.length > 20 ? unclear('Terlalu panjang.') : understood(said)),
    },
  },
  finish: ({ answers }) => Promise.resolve({ text: plain(answers.text) }),
});

/** A page with a button to another page of its own. */
export const papan = defineView({
  command: 'papan',
  about: 'Papan',
  for: ['public'],
  show: (ask) =>
    Promise.resolve({
      text: plain(`Papan ${ask}`),
      buttons: [[{ label: 'Lagi', data: 'papan:2:b' }]],
    }),
});

/** What leads to the photos. */
export const untilPhotos = ['/acara', '<Kelas>', 'Word', '16', '12', '<Lewati>'] as const;
