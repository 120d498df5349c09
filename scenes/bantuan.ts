import type { Role } from '../src/domain/person';
import { bold, html, lines } from '../src/html';
import { defineView, opens } from '../src/scene';

/** What this person can do here; the same list as Telegram's command menu, and no longer. */
export const bantuan = defineView({
  command: 'bantuan',
  about: 'Bantuan',
  for: ['public'],
  show: async (_ask, world, { roles, person }) => {
    const menu = world.menu(roles);
    const unknown = !person && !roles.has('admin');
    return Promise.resolve({
      text: lines(
        bold('Yang dapat Anda lakukan'),
        ...menu.map(({ command, about }) => html`/${command} – ${about}`),
        '',
        unknown
          ? 'Pengelola BLK dan petugas bergabung lewat tautan undangan dari dinas.'
          : `Isian dapat ditinggal dan dilanjutkan kapan saja.${whomToAsk(roles)}`,
      ),
      buttons: menu
        .filter(({ command }) => asButtons.includes(command))
        .map(({ command, about }) => [{ label: about, data: opens(command) }]),
      menu,
    });
  },
});

/** Nobody is sent to themselves. */
function whomToAsk(roles: ReadonlySet<Role>): string {
  if (roles.has('admin')) return '';
  const isOfOffice = roles.has('officer') || roles.has('head');
  return ` Bila perlu bantuan, silakan hubungi ${isOfOffice ? 'admin bot ini' : 'petugas dinas'}.`;
}

const asButtons = ['lapor', 'nihil', 'undang'];
