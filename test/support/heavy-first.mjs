// What takes longest begins first, so that no worker is left alone with it at the end.
import Sequencer from '@jest/test-sequencer';

/** By measured seconds, longest first; a fresh machine knows no times of its own. */
const heavy = [
  'jobs/played-year',
  'scenes/authorisation',
  'jobs/year-with-kills',
  'jobs/played-weeks',
  'whole/bad-starts',
  'whole/lapor-with-kills',
  'scenes/pengaturan',
  'jobs/notice-settings',
  'jobs/pulse-of',
  'scenes/progres',
];

const placeOf = ({ path }) => {
  const place = heavy.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  return place < 0 ? heavy.length : place;
};

export default class HeavyFirst extends Sequencer {
  async sort(tests) {
    return (await super.sort(tests)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
