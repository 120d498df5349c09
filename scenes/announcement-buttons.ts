import type { Announcement } from '../src/domain/announcement';
import { dayAt } from '../src/domain/day';
import type { Edition } from '../src/domain/edition';
import { clockTime, shortDay } from '../src/domain/indonesian-dates';
import { opens } from '../src/scene';
import type { Button } from '../src/talk';
import { turningRow } from './page-turning';

const sendingsShown = 5;

/** An announcement, its sendings, the newest first, and which page of them is looked at. */
interface Shown {
  readonly announcement: Announcement;
  readonly editions: readonly Edition[];
  /** It is planned, and some of it is still to come. */
  readonly isToCome: boolean;
  readonly page: number;
}

type Rows = readonly (readonly Button[])[];

/** What its author, and whoever looks after all it is for, can do with an announcement. */
export function announcementButtons(shown: Shown): Rows {
  const { announcement, editions, isToCome } = shown;
  const { id, state } = announcement;
  if (state === 'draft') return [draftRow(id), back];
  const isChangeable = isToCome || editions.some(({ withdrawnAt }) => !withdrawnAt);
  return [
    ...sendings(shown, 's'),
    ...(isChangeable ? [[reword(announcement)]] : []),
    ...(isToCome ? [[{ label: 'Batalkan jadwal', data: opens('umumkan', `${id}.x`) }]] : []),
    [
      { label: 'Lihat contoh', data: opens('umumkan', `${id}.l`) },
      { label: 'Pakai lagi', data: opens('umumkanbaru', id) },
    ],
    back,
  ];
}

/** What can be done by those in whose regencies it is heard among others. */
export const lookingButtons = (shown: Shown): Rows => [
  ...sendings(shown, 'p0'),
  [{ label: 'Lihat contoh', data: opens('umumkan', `${shown.announcement.id}.l`) }],
  back,
];

const draftRow = (id: string): readonly Button[] => [
  { label: 'Buka lagi', data: opens('umumkanbaru', `${id}.d`) },
  { label: 'Hapus konsep', data: opens('umumkan', `${id}.h`) },
];

/** The button names the wording that is seen, so that nobody writes over a newer one. */
const reword = ({ id, wordings }: Announcement): Button => ({
  label: 'Ubah tulisan',
  data: opens('umumkanteks', `${id}.${wordings.at(-1)?.id ?? ''}`),
});

function sendings({ announcement, editions, page }: Shown, shows: 's' | 'p0'): Rows {
  const { id, zone } = announcement;
  const from = page * sendingsShown;
  const pages = Math.ceil(editions.length / sendingsShown);
  return [
    ...editions.slice(from, from + sendingsShown).map((one) => [
      {
        label: `Hasil kiriman ${shortDay(dayAt(one.slot, zone))} ${clockTime(one.slot, zone)}`,
        data: opens('umumkan', `${one.id}.${shows}`),
      },
    ]),
    ...turningRow(page, pages, (to) => opens('umumkan', `${id}.e${to}`)),
  ];
}

const back: readonly Button[] = [{ label: 'Semua pengumuman', data: opens('umumkan') }];
