import { shownCount } from '../src/domain/reading-count';
import type { KeptImport } from '../src/ports/imports';

/** What an import brings or brought, in a few words; empty when it is nothing. */
export const broughtWords = ({
  added,
  changed,
  same,
}: Pick<KeptImport, 'added' | 'changed' | 'same'>): string =>
  [
    added > 0 ? `${shownCount(added)} lembaga baru` : '',
    changed > 0 ? `${shownCount(changed)} diperbarui` : '',
    same > 0 ? `${shownCount(same)} sudah tersimpan dan sama` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
