import { cast } from '../../../src/cast';
import type { Days, YearDay } from './year-days';

/** Days of rest, and the day on which they were entered. */
export interface Leave extends Days {
  readonly entered: YearDay;
}

export type Centre = 'bina-iman' | 'al-ikhsan' | 'datu-ismail';

/** What the deeds of the year come to for a centre, written down by hand. */
export interface CentreFacts {
  readonly manager: number;
  readonly deputy?: number;
  /** Days of activities. */
  readonly active: readonly YearDay[];
  /** Days on which a period was answered: report, nil report or obstacle. */
  readonly answered: readonly YearDay[];
  /** Other signs of life: a leave entered, a button tapped. */
  readonly heard: readonly YearDay[];
  /** *Nanti*, and the day on which it asks for the reminder. */
  readonly postponed: readonly YearDay[];
  readonly leaves: readonly Leave[];
  /** Days without anybody who can be reached. */
  readonly unreachable: readonly Days[];
  /** Messages a month, from a day on. */
  readonly mostAMonth: (day: YearDay) => number;
}

const two = () => 2;

export const yearFacts: Readonly<Record<Centre, CentreFacts>> = {
  'bina-iman': {
    manager: cast.hamdan.id,
    deputy: cast.yusuf.id,
    active: [
      ...['2026-12-02', '2027-02-04', '2027-03-17', '2027-06-01', '2027-07-06', '2027-08-24'],
      ...['2027-10-05', '2027-11-10'],
    ],
    answered: [
      ...['2026-12-02', '2027-01-06', '2027-02-04', '2027-03-17', '2027-04-05', '2027-05-04'],
      ...['2027-06-01', '2027-07-06', '2027-08-24', '2027-09-02', '2027-10-05', '2027-11-10'],
    ],
    heard: ['2027-02-02', '2027-08-03', '2027-11-03'],
    postponed: ['2027-02-03', '2027-11-04'],
    leaves: [{ from: '2027-08-10', to: '2027-08-19', entered: '2027-08-03' }],
    unreachable: [],
    mostAMonth: two,
  },
  'al-ikhsan': {
    manager: cast.maryam.id,
    active: ['2026-12-03', '2027-01-20', '2027-05-14', '2027-10-27'],
    answered: ['2026-12-03', '2027-01-20', '2027-05-14', '2027-10-27', '2027-11-02'],
    heard: ['2027-08-14'],
    postponed: [],
    leaves: [{ from: '2027-08-16', to: '2027-08-25', entered: '2027-08-14' }],
    unreachable: [],
    mostAMonth: (day) => (day >= '2027-06-29' ? 3 : 2),
  },
  'datu-ismail': {
    manager: cast.rahmat.id,
    active: [],
    answered: ['2027-09-06'],
    heard: ['2027-02-03', '2027-06-16'],
    postponed: ['2027-06-17'],
    leaves: [{ from: '2027-02-08', to: '2027-03-18', entered: '2027-02-03' }],
    // From the evening of 20 March to the morning of 10 June.
    unreachable: [{ from: '2027-03-21', to: '2027-06-09' }],
    mostAMonth: two,
  },
};

export const centres = Object.keys(yearFacts) as readonly Centre[];

/** Everybody who runs a centre, by chat. */
export const centreOf: ReadonlyMap<number, Centre> = new Map(
  centres.flatMap((centre) => {
    const { manager, deputy } = yearFacts[centre];
    return [manager, ...(deputy === undefined ? [] : [deputy])].map((chat) => [chat, centre]);
  }),
);

/** The officers, and from which day on they are there. */
export const officers: readonly { readonly id: number; readonly from: YearDay }[] = [
  { id: cast.ratna.id, from: '2026-11-23' },
  { id: cast.joko.id, from: '2027-10-05' },
];

export const officersOn = (day: YearDay): readonly number[] =>
  officers.filter(({ from }) => from <= day).map(({ id }) => id);
export const head: number = cast.anwar.id;
