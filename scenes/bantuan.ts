import type { Role } from '../src/domain/person';
import { ownInstitutions } from '../src/domain/rights';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import { institutionsOf, whyNoInstitution } from './own-institution';

/** What this person can do here; the same list as Telegram's command menu, and no longer. */
export const bantuan = defineView({
  command: 'bantuan',
  about: 'Bantuan',
  for: ['public'],
  show: async (_ask, world, visitor) => {
    const { roles, person } = visitor;
    const menu = world.menu(roles);
    const unknown = !person && !roles.has('admin');
    return {
      text: lines(
        await withoutInstitution(world, visitor),
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
    };
  },
});

/** Says to those who run a centre that is looked after no longer why most of this is not for now. */
async function withoutInstitution(world: World, visitor: Visitor): Promise<Html | undefined> {
  const runsOne = ownInstitutions(visitor.person).length > 0;
  if (!runsOne || (await institutionsOf(world, visitor)).length > 0) return undefined;
  return lines(await whyNoInstitution(world, visitor), '');
}

/** Nobody is sent to themselves. */
function whomToAsk(roles: ReadonlySet<Role>): string {
  if (roles.has('admin')) return '';
  const isOfOffice = roles.has('officer') || roles.has('head');
  return ` Bila perlu bantuan, silakan hubungi ${isOfOffice ? 'admin bot ini' : 'petugas dinas'}.`;
}

const asButtons = ['lapor', 'nihil', 'undang'];
