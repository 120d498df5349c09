import { type Day, addMonths, asDay } from '../domain/day';
import { monthName } from '../domain/indonesian-dates';
import { monthGrid } from '../domain/month-grid';
import type { Button } from '../talk';
import type { FormVerb } from './button-data';

type Pack = (does: FormVerb) => string;

const weekdays = ['Sn', 'Sl', 'Rb', 'Km', 'Jm', 'Sb', 'Mg'];

/** The month a day belongs to, 'YYYY-MM'. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** Stands where there is nothing to tap; Telegram refuses a label without ink. */
const noDay = '·';

/** A month as buttons, Monday first; only days from `from` to `to` can be tapped. */
export function calendarRows(
  month: string,
  range: { readonly from: Day; readonly to: Day },
  pack: Pack,
): readonly (readonly Button[])[] {
  const blankCell = { label: noDay, data: pack({ verb: 'none' }) };
  const cell = (day: Day | undefined): Button =>
    day === undefined || day < range.from || day > range.to
      ? blankCell
      : { label: String(Number(day.slice(8))), data: pack({ verb: 'answer', says: day }) };
  return [
    navigation(month, range, pack),
    weekdays.map((label) => ({ label, data: pack({ verb: 'none' }) })),
    ...monthGrid(month).map((week) => week.map(cell)),
  ];
}

function navigation(month: string, range: { from: Day; to: Day }, pack: Pack): readonly Button[] {
  const first = asDay(`${month}-01`);
  const beside = (step: number) => (first ? monthOf(addMonths(first, step)) : month);
  const arrow = (label: string, to: string): Button =>
    to < monthOf(range.from) || to > monthOf(range.to)
      ? { label: noDay, data: pack({ verb: 'none' }) }
      : { label, data: pack({ verb: 'month', month: to }) };
  return [
    arrow('‹', beside(-1)),
    { label: monthName(month), data: pack({ verb: 'none' }) },
    arrow('›', beside(1)),
  ];
}
