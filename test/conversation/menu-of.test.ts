import { groupMenu, menuOf } from '../../src/conversation/menu-of';
import type { Role } from '../../src/domain/person';
import { acara, papan, usul } from './support/tiny-forms';

const scenes = [
  { ...papan, command: 'lihat', about: 'Lihat sebagai pengelola', for: ['manager'] as const },
  { ...papan, command: 'lihat', about: 'Lihat sebagai petugas', for: ['officer'] as const },
  acara().form,
  { ...usul, unlisted: true },
  papan,
];
const menu = (...roles: readonly Role[]) =>
  menuOf(scenes, new Set<Role>(['public', ...roles])).map(({ about }) => about);

const stop = 'Batalkan isian yang sedang berjalan';

describe('the menu', () => {
  it('offers what these roles may use, in the order of the scenes, and Batal to everybody', () => {
    expect(menu()).toEqual(['Papan', stop]);
    expect(menu('deputy')).toEqual(['Lihat sebagai pengelola', 'Catat acara', 'Papan', stop]);
    expect(menu('officer')).toEqual(['Lihat sebagai petugas', 'Papan', stop]);
  });

  it('names a command once to somebody who may use both scenes of that name', () => {
    expect(menu('manager', 'officer')).toEqual([
      'Lihat sebagai pengelola',
      'Catat acara',
      'Papan',
      stop,
    ]);
  });

  it('of a group offers the pages that answer there, and nothing else', () => {
    const inGroups = [
      ...scenes,
      { ...papan, command: 'grup', about: 'Di grup', inGroups: true as const },
    ];
    expect(groupMenu(inGroups)).toEqual([{ command: 'grup', about: 'Di grup' }]);
  });
});
