import { excerpt } from '../src/board/announcement-words';
import type { Photo } from '../src/domain/activity-report';
import { type Attachment, mostPhotos, textLimit } from '../src/domain/announcement';
import { plainOf, readFormatted } from '../src/domain/formatted-text';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { shownCount } from '../src/domain/reading-count';
import { type Choice, type Step, fileStep, onlyWhen, photoStep } from '../src/scene';
import type { ReceivedFile } from '../src/talk';
import type { AnnouncementFacts } from './announcement-facts';
import { choiceStep } from './tapped-choice';

type With = 'nothing' | 'photos' | 'document';

const withChoices: readonly (Choice & { readonly says: With })[] = [
  { label: 'Tulisan saja', says: 'nothing' },
  { label: 'Dengan foto', says: 'photos' },
  { label: 'Dengan berkas', says: 'document' },
];

/** Circulars come from elsewhere, with their words below them. */
const takesCirculars = { wordsAnswer: 'text', forwards: true } as const;

/** Whoever sends a photo or a file at once wants it along. */
const asSent: Step<unknown, AnnouncementFacts>['sentAnswers'] = (sent, { soFar }) => {
  if ((soFar['attached'] ?? 'nothing') !== 'nothing') return undefined;
  return { attached: sent === 'photo' ? 'photos' : 'document' };
};

const attached: Step<With, AnnouncementFacts> = {
  ...choiceStep<With, AnnouncementFacts>({
    label: 'Lampiran',
    ask: 'Apakah ada foto atau berkas yang disertakan?',
    choices: withChoices,
    forks: true,
  }),
  ...takesCirculars,
  sentAnswers: asSent,
};

const photos: Step<readonly Photo[] | undefined, AnnouncementFacts> = onlyWhen<
  readonly Photo[],
  AnnouncementFacts
>(({ soFar }) => soFar['attached'] === 'photos', {
  ...photoStep<AnnouncementFacts>({
    label: 'Foto',
    ask: `Silakan kirim fotonya (paling banyak ${mostPhotos}). Mohon wajah santri tidak terlihat jelas.`,
    most: mostPhotos,
    ...takesCirculars,
  }),
  optional: false,
});

const document: Step<ReceivedFile | undefined, AnnouncementFacts> = onlyWhen<
  ReceivedFile,
  AnnouncementFacts
>(
  ({ soFar }) => soFar['attached'] === 'document',
  fileStep<AnnouncementFacts>({
    label: 'Berkas',
    ask: 'Silakan kirim berkasnya di sini.',
    ...takesCirculars,
  }),
);

/** What the answers say is sent with the text. */
export function attachmentIn(soFar: Readonly<Record<string, unknown>>): Attachment | undefined {
  const sent = soFar['photos'] as readonly Photo[] | undefined;
  if (sent?.length) return { kind: 'photos', photos: sent };
  const file = soFar['document'] as ReceivedFile | undefined;
  return file && { kind: 'document', fileId: file.fileId, name: file.name };
}

const formattingHint =
  'Boleh memakai huruf tebal dan miring dari Telegram, atau *tebal*, _miring_, ~coret~ seperti di WhatsApp.';

/** Reads the words of an announcement; what is too long or not closed is explained. */
export function readWords(said: string, attachment: Attachment | undefined): Reading<string> {
  const formatted = readFormatted(said);
  if (!formatted.ok) return formatted;
  const words = plainOf(formatted.value);
  if (words.trim() === '')
    return unclear('Mohon maaf, tulisannya masih kosong. Silakan ketik pengumumannya.');
  const most = textLimit(attachment);
  if (words.length <= most) return understood(said);
  return unclear(
    `Mohon maaf, tulisannya terlalu panjang (${shownCount(words.length)} huruf). ${
      attachment ? 'Bersama foto atau berkas' : 'Dalam satu pengumuman'
    } paling banyak ${shownCount(most)} huruf.`,
  );
}

const text: Step<string, AnnouncementFacts> = {
  label: 'Tulisan',
  ask: `Silakan ketik pengumumannya. ${formattingHint}`,
  formatted: true,
  forwards: true,
  sentAnswers: asSent,
  read: (said, { soFar }) => readWords(said, attachmentIn(soFar)),
  show: excerpt,
};

/** The questions about what is announced. */
export const contentSteps = { attached, photos, document, text };
