import { activityField, type ActivityField } from './activity-field';
import type { Day } from './day';
import type { Reading } from './reading';
import { readCount } from './reading-count';
import { readDay, readPastDay } from './reading-day';
import { readText } from './reading-text';

/** Reads the answer to one field of an activity report; days come as 'YYYY-MM-DD'. */
export function readField(
  field: ActivityField,
  text: string,
  today: Day,
): Reading<string | number> {
  const { reads, of, max = Infinity, example } = activityField(field);
  switch (reads) {
    case 'count':
      return readCount(text, { of, max, example: Number(example) });
    case 'past-day':
      return readPastDay(text, today);
    case 'day':
      return readDay(text, today, 'nearest');
    case 'text':
    case 'long-text':
      return readText(text, { of, max, example, lines: reads === 'long-text' });
  }
}
