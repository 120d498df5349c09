import { opens } from '../src/scene';
import type { Button } from '../src/talk';
import { turningRow } from './page-turning';

/** How many pages there are, at least one. */
export const pagesOf = (total: number, perPage: number): number =>
  Math.max(1, Math.ceil(total / perPage));

/** The row that turns the pages of a list of /info, round and round; none for one page. */
export const infoTurning = (
  page: number,
  pages: number,
  to: (page: number) => string,
): readonly (readonly Button[])[] => turningRow(page, pages, (at) => opens('info', to(at)));
