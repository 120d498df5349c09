import type { Role } from '../domain/person';
import { mayUse } from '../domain/rights';
import type { Scene } from '../scene';
import type { MenuEntry } from '../talk';

/** The commands these roles may use, in the order of the scenes; *Batal* is everybody's. */
export const menuOf = (
  scenes: readonly Scene[],
  roles: ReadonlySet<Role>,
): readonly MenuEntry[] => [
  ...scenes
    .filter((scene) => !scene.unlisted && mayUse(scene.for, roles))
    .map(({ command, about }) => ({ command, about })),
  { command: 'batal', about: 'Batalkan isian yang sedang berjalan' },
];
