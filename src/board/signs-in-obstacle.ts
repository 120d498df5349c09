import type { Obstacle } from '../ports/obstacles';

/** When a centre gave a sign of life about an obstacle: when it was stated, and whenever they wrote. */
export const signsIn = ({ statedAt, talk = [] }: Obstacle): readonly Date[] => [
  statedAt,
  ...talk.filter(({ from }) => from === 'centre').map(({ at }) => at),
];
