import { opens } from '../src/scene';
import type { Button } from '../src/talk';

/** The row that turns the pages of a list round and round; none for one page. `to` names a page for its button. */
export function turningRow(
  page: number,
  pages: number,
  to: (page: number) => string,
): readonly (readonly Button[])[] {
  if (pages <= 1) return [];
  const turn = (label: string, n: number) => ({ label, data: to((n + pages) % pages) });
  return [[turn('‹', page - 1), turn(`${page + 1} / ${pages}`, page), turn('›', page + 1)]];
}

/** The same for lists that are asked for by a word and a page, of the settings unless told. */
export const pageTurning = (
  verb: string,
  page: number,
  pages: number,
  scene = 'pengaturan',
): readonly (readonly Button[])[] => turningRow(page, pages, (to) => opens(scene, `${verb}.${to}`));
