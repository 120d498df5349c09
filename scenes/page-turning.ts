import { opens } from '../src/scene';
import type { Button } from '../src/talk';

/** The row that turns the pages of a list, of the settings unless told, round and round; none for one page. */
export function pageTurning(
  verb: string,
  page: number,
  pages: number,
  scene = 'pengaturan',
): readonly (readonly Button[])[] {
  if (pages <= 1) return [];
  const turn = (label: string, to: number) => ({
    label,
    data: opens(scene, `${verb}.${(to + pages) % pages}`),
  });
  return [[turn('‹', page - 1), turn(`${page + 1} / ${pages}`, page), turn('›', page + 1)]];
}
