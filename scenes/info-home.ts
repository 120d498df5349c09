import { shortName } from '../src/domain/institution';
import { placeMark } from '../src/domain/place-mark';
import { wholeReach } from '../src/domain/rights';
import { bold, html, lines } from '../src/html';
import type { World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card, Chat } from '../src/talk';
import { regencyList } from './info-lists';
import { searchExample } from './search-example';

/** Where /info begins: the ways into one regency; of several, the regency is chosen first. */
export async function infoHome(mark: string, world: World, chat: Chat): Promise<Card> {
  const regencies = await world.institutions.tally(wholeReach, 'regency');
  const chosen = regencies.find(({ name }) => placeMark(name) === mark);
  const only = regencies.length === 1 ? regencies[0] : undefined;
  const regency = chosen ?? only;
  const first = chosen ? [] : await linked(world, chat);
  if (!regency) {
    const list = await regencyList(0, world);
    return { ...list, buttons: [...first, ...(list.buttons ?? [])] };
  }
  return {
    text: lines(
      html`${bold('Info BLK dan pelatihan')} · ${regency.name}`,
      html`Ada ${regency.count} lembaga pelatihan. Silakan pilih cara mencarinya, atau
      ${await searchExample(world, regency.name)}`,
    ),
    buttons: [...first, ...ways(placeMark(regency.name)), ...(only ? [] : [otherRegency])],
  };
}

const otherRegency: readonly Button[] = [{ label: 'Daerah lain', data: opens('info', '.R0') }];

const ways = (mark: string): readonly (readonly Button[])[] => [
  [{ label: 'Pelatihan yang akan datang', data: opens('info', `.c${mark}.0`) }],
  [
    { label: 'Menurut kecamatan', data: opens('info', `.d${mark}.0`) },
    { label: 'Menurut kejuruan', data: opens('info', `.t${mark}.0`) },
  ],
  [{ label: 'Semua lembaga', data: opens('info', `.l${mark}.-.-.0`) }],
];

const mostLinked = 5;

/** A group begins with the institutions it is linked to. */
async function linked(world: World, chat: Chat): Promise<readonly (readonly Button[])[]> {
  const group = chat.kind === 'group' ? await world.groups.of(chat.id) : undefined;
  if (!group?.institutions || group.institutions === 'all') return [];
  const reach = { institutions: group.institutions, regencies: [] };
  const { institutions } = await world.institutions.page(reach, { skip: 0, limit: mostLinked });
  return institutions.map((one) => [{ label: shortName(one), data: opens('info', one.id) }]);
}
