import {
  type Setting,
  type SettingGroup,
  settingGroups,
  settings,
  valueIn,
} from '../src/domain/setting';
import { settingWords } from '../src/domain/setting-words';
import { defaultPolicy } from '../src/domain/policy';
import { shortName } from '../src/domain/institution';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { SettingSources } from '../src/ports/rules';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { type Target, isSetIn, maySetForAll, targetName, targetSources } from './settings-target';

const withId = (ask: string, { institution }: Target) =>
  institution ? `${ask}.${institution.id}` : ask;

/** The button that opens a group of settings. */
export const groupButton = (group: SettingGroup, target: Target): Button => ({
  label: settingGroups[group],
  data: opens('pengaturan', withId(`g.${group}`, target)),
});

/** The button that leads to all groups of the target. */
export const groupsButton = (target: Target): Button => ({
  label: target.institution ? targetName(target) : 'Pengaturan',
  data: opens('pengaturan', target.institution ? `i.${target.institution.id}` : ''),
});

const groups = Object.keys(settingGroups) as readonly SettingGroup[];

/** The settings that are set for the target: for one institution all but the hours of the office. */
export const settingsOf = ({ institution }: Target, group?: SettingGroup): readonly Setting[] =>
  settings
    .filter(({ ofOffice }) => !institution || !ofOffice)
    .filter((setting) => group === undefined || setting.group === group);

/** All groups, with everything that differs from what it would be otherwise. */
export async function groupsCard(target: Target, world: World, visitor: Visitor): Promise<Card> {
  const sources = await targetSources(target, world);
  const different = settingsOf(target).filter((one) => mark(one, target, sources) !== undefined);
  const own = target.institution ? [] : await withOwn(world);
  const problems = target.institution ? [] : await world.rules.problems();
  return {
    text: lines(
      html`⚙️ ${bold(`Pengaturan · ${targetName(target)}`)}`,
      different.length === 0 ? sameWords(target) : 'Yang berbeda:',
      ...different.map((setting) => line(setting, target, sources)),
      own.length === 0 ? undefined : `Punya pengaturan sendiri: ${own.join(', ')}.`,
      ...problems.map((problem) => `⚠️ Belum dipakai – ${problem}`),
      '',
      mayChange(target, visitor)
        ? 'Silakan ketuk satu kelompok untuk melihat atau mengubahnya.'
        : onlyAdmins,
    ),
    buttons: [...groupRows(target), ...elsewhere(target)],
  };
}

const sameWords = ({ institution }: Target) =>
  institution ? 'Semua mengikuti pengaturan umum.' : 'Semua masih memakai nilai bawaan.';

const groupRows = (target: Target) => [
  groups.slice(0, 2).map((group) => groupButton(group, target)),
  groups.slice(2).map((group) => groupButton(group, target)),
];

const elsewhere = ({ institution }: Target): readonly (readonly Button[])[] =>
  institution
    ? [[{ label: 'Semua BLK', data: opens('pengaturan') }]]
    : [
        [
          { label: 'Hari libur', data: opens('pengaturan', 'h') },
          { label: 'Daftar periksa', data: opens('pengaturan', 'c') },
        ],
        [oneBlk],
      ];

/** The names of the institutions of which something is set on its own. */
async function withOwn(world: World): Promise<readonly string[]> {
  const [{ state }, all] = await Promise.all([
    world.rules.state(),
    world.institutions.within({ institutions: [], regencies: 'all' }),
  ]);
  return all
    .filter(
      ({ id, rhythm }) =>
        rhythm !== state.policy.rhythm ||
        (state.institutions[id] ?? []).some((layer) =>
          settings.some((setting) => valueIn(layer, setting) !== undefined),
        ),
    )
    .map(shortName);
}

/** One group: each setting with its value, and a button that changes it. */
export async function groupCard(
  group: SettingGroup,
  target: Target,
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const sources = await targetSources(target, world);
  const shown = settingsOf(target, group);
  const changeable = mayChange(target, visitor);
  return {
    text: lines(
      html`${bold(`${settingGroups[group]} · ${targetName(target)}`)}`,
      '',
      ...shown.map((setting) => line(setting, target, sources)),
      '',
      changeable ? 'Silakan ketuk yang ingin diubah.' : onlyAdmins,
    ),
    buttons: [
      ...(changeable ? pairs(shown.map((setting) => changeButton(setting, target))) : [[oneBlk]]),
      [groupsButton(target)],
    ],
  };
}

const mayChange = ({ institution }: Target, visitor: Visitor) =>
  institution !== undefined || maySetForAll(visitor);

/** The button that leads to the settings of one institution. */
const oneBlk: Button = { label: 'Satu BLK', data: opens('pengaturan', 'b') };

/** What officers read above the settings of all. */
export const onlyAdmins =
  'Pengaturan untuk semua BLK diubah oleh admin. Untuk satu BLK di wilayah Anda, silakan pilih Satu BLK.';

const changeButton = (setting: Setting, target: Target): Button => ({
  label: setting.label,
  data: opens('atur', withId(setting.id, target)),
});

const pairs = (buttons: readonly Button[]): readonly (readonly Button[])[] =>
  Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );

/** A setting with its value, and how it differs. */
function line(setting: Setting, target: Target, sources: SettingSources): Html {
  const value = settingWords(setting, valueIn(sources.inForce, setting));
  const note = mark(setting, target, sources);
  return html`• ${setting.label}: ${bold(value)}${note === undefined ? '' : ` (${note})`}`;
}

/** How the value in force differs from the one of all, or from that of a fresh installation. */
function mark(
  setting: Setting,
  { institution }: Target,
  { inForce, beneath, file }: SettingSources,
): string | undefined {
  const words = (policy: object) => settingWords(setting, valueIn(policy, setting));
  if (institution)
    return words(inForce) === words(beneath) ? undefined : `umumnya ${words(beneath)}`;
  if (isSetIn(file, setting) && words(file) !== words(inForce))
    return `di berkas ${words(file)}, tidak dipakai`;
  return words(inForce) === words(defaultPolicy) ? undefined : `bawaan ${words(defaultPolicy)}`;
}
