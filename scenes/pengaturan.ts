import { type SettingGroup, settingGroups } from '../src/domain/setting';
import { labelsOf } from '../src/domain/institution-labels';
import { settingReach } from '../src/domain/rights';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { checklistCard } from './checklist-cards';
import { daysOffCard } from './days-off-card';
import { groupCard, groupsCard } from './settings-cards';
import { pageTurning } from './page-turning';
import { type Target, institutionToSet, settingNotFound } from './settings-target';

const perPage = 8;

/**
 * The settings in force. Officers see all and change those of institutions in their regencies;
 * admins change everything.
 *
 * `g.` and a group, `c` and the checklist, `i.` and an institution, `b` and the list of institutions, `h` the days off; the
 * group may be followed by an institution, lists by a page.
 */
export const pengaturan = defineView({
  command: 'pengaturan',
  about: 'Pengaturan',
  for: ['officer', 'admin'],
  show: async (ask, world, visitor) => {
    const [verb = '', ...rest] = ask.trim().split('.');
    const [first = '', second] = rest;
    switch (verb) {
      case '':
        return groupsCard({}, world, visitor);
      case 'g':
        return group(first, second, world, visitor);
      case 'i':
        return ofInstitution(first, world, visitor);
      case 'h':
        return daysOffCard(pageIn(first), world, visitor);
      case 'c':
        return checklistCard(rest, world, visitor);
      case 'b':
        return list({ page: pageIn(first) }, world, visitor);
      default:
        return list({ page: 0, words: ask.trim() }, world, visitor);
    }
  },
});

const pageIn = (word: string): number => (/^\d{1,4}$/u.test(word) ? Number(word) : 0);

const isGroup = (word: string): word is SettingGroup => Object.hasOwn(settingGroups, word);

async function group(
  word: string,
  id: string | undefined,
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const target = await targetOf(id, world, visitor);
  if (!target || !isGroup(word)) return { text: plain(settingNotFound) };
  return groupCard(word, target, world, visitor);
}

async function targetOf(
  id: string | undefined,
  world: World,
  visitor: Visitor,
): Promise<Target | undefined> {
  if (id === undefined) return {};
  const institution = await institutionToSet(id, world, visitor);
  return institution && { institution };
}

async function ofInstitution(id: string, world: World, visitor: Visitor): Promise<Card> {
  const institution = await institutionToSet(id, world, visitor);
  return institution
    ? groupsCard({ institution }, world, visitor)
    : { text: plain(settingNotFound) };
}

interface Looked {
  readonly page: number;
  readonly words?: string;
}

/** The institutions of which something can be set; words that fit only one lead to it. */
async function list({ page, words }: Looked, world: World, visitor: Visitor): Promise<Card> {
  const look = { skip: page * perPage, limit: perPage, ...(words !== undefined && { words }) };
  const reach = settingReach(visitor.person, visitor.roles);
  const { institutions, total } = await world.institutions.page(reach, look);
  const labels = labelsOf(await world.institutions.within(reach));
  const [only, other] = institutions;
  if (words !== undefined && only && !other)
    return groupsCard({ institution: only }, world, visitor);
  return {
    text: lines(
      html`${bold('Pengaturan untuk satu BLK')}`,
      institutions.length === 0
        ? 'Mohon maaf, BLK itu tidak ditemukan di wilayah tugas Anda.'
        : 'Silakan pilih BLK-nya, atau ketik namanya, misalnya: /pengaturan Bina Iman.',
    ),
    buttons: [
      ...institutions.map((one) => [
        { label: labels.get(one.id) ?? one.name, data: opens('pengaturan', `i.${one.id}`) },
      ]),
      ...(words === undefined ? pageTurning('b', page, Math.ceil(total / perPage)) : []),
      [{ label: 'Semua BLK', data: opens('pengaturan') }],
    ],
  };
}
