import { type Registering, registrationsOf } from '../src/board/registration-of';
import type { Institution } from '../src/domain/institution';
import { labelsOf } from '../src/domain/institution-labels';
import { requiredProgress, waitingForOffice } from '../src/domain/registration';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Card } from '../src/talk';
import { institutionsOfOffice } from './institution-in-reach';
import { turningRow } from './page-turning';

const perPage = 8;
/** What is searched for travels in the buttons that turn the pages. */
const longestWords = 30;

/** The registrations of an officer's scope, those that wait for the office first. */
export async function registrationList(
  page: number,
  said: string,
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const words = clipped(said);
  const all = await institutionsOfOffice(world, visitor);
  const fitting = all.filter(hasWords(words));
  const labels = labelsOf(all);
  const rows = (await registrationsOf(fitting, world)).map((one) => rowOf(one, labels));
  const inOrder = rows.toSorted((one, other) => other.submitted - one.submitted);
  const pages = Math.max(1, Math.ceil(inOrder.length / perPage));
  const shown = Math.min(page, pages - 1);
  return {
    text: lines(
      html`${bold('Progres pendaftaran')} · ${fitting.length} lembaga`,
      words === '' ? undefined : html`Pencarian: ${bold(words)}`,
      fitting.length === 0
        ? 'Tidak ada yang cocok. Silakan ketik sebagian namanya, misalnya: /progres iman.'
        : 'Silakan pilih, atau ketik sebagian namanya, misalnya: /progres iman.',
    ),
    buttons: [
      ...inOrder.slice(shown * perPage, (shown + 1) * perPage).map(({ button }) => [button]),
      ...turning(shown, pages, words),
      ...(words === '' ? [] : [[{ label: 'Semua lembaga', data: opens('progres') }]]),
    ],
  };
}

/** Words as long as a button can carry, whatever letters they are made of. */
function clipped(said: string): string {
  let short = said.trim();
  while (Buffer.byteLength(short) > longestWords)
    short = short.slice(0, -1).replace(/\p{Cs}$/u, '');
  return short;
}

const hasWords =
  (words: string) =>
  ({ name, district, village = '' }: Institution) =>
    [name, district, village].join(' ').toLowerCase().includes(words.toLowerCase());

function rowOf(
  { institution, checklist, registration, path }: Registering,
  labels: ReadonlyMap<string, string>,
) {
  const { done, total } = requiredProgress(checklist, registration, path);
  const submitted = waitingForOffice(checklist, registration, path).filter(
    ({ id }) => registration.steps[id]?.state === 'submitted',
  ).length;
  const waiting = submitted === 0 ? '' : ` · ${submitted} menunggu`;
  return {
    submitted,
    button: {
      label: `${labels.get(institution.id) ?? institution.name} · ${done}/${total}${waiting}`,
      data: opens('progres', institution.id),
    },
  };
}

function turning(shown: number, pages: number, words: string) {
  const sought = words === '' ? '' : ` ${words}`;
  return turningRow(shown, pages, (to) => opens('progres', `.h${to}${sought}`));
}
