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
    .filter((scene) => mayUse(scene.for, roles))
    // Of two scenes with one command the first is the one that opens.
    .filter(({ command }, n, all) => all.findIndex((one) => one.command === command) === n)
    .filter(({ unlisted }) => !unlisted)
    .map(({ command, about }) => ({ command, about })),
  { command: 'batal', about: 'Batalkan isian yang sedang berjalan' },
];

/** The pages that answer in groups, for the menu of groups. */
export const groupMenu = (scenes: readonly Scene[]): readonly MenuEntry[] =>
  scenes
    .filter((scene) => scene.kind === 'view' && scene.inGroups === true && !scene.unlisted)
    .map(({ command, about }) => ({ command, about }));
