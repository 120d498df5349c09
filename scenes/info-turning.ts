import { opens } from '../src/scene';
import type { Button } from '../src/talk';

/** How many pages there are, at least one. */
export const pagesOf = (total: number, perPage: number): number =>
  Math.max(1, Math.ceil(total / perPage));

/** The row that turns the pages of a list of /info, round and round; none for one page. */
export function infoTurning(
  page: number,
  pages: number,
  to: (page: number) => string,
): readonly (readonly Button[])[] {
  if (pages <= 1) return [];
  const turn = (label: string, at: number) => ({
    label,
    data: opens('info', to((at + pages) % pages)),
  });
  return [[turn('‹', page - 1), turn(`${page + 1} / ${pages}`, page), turn('›', page + 1)]];
}
