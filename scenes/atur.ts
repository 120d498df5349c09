import { type Policy, policyFor } from '../src/domain/policy';
import { policyProblems } from '../src/domain/policy-problems';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readSetting } from '../src/domain/reading-setting';
import { type Setting, overrideWith, settingCalled, valueIn } from '../src/domain/setting';
import { settingWords } from '../src/domain/setting-words';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Choice, type Step, defineForm } from '../src/scene';
import { lastChangeWords } from './last-change';
import { saveSetting } from './save-setting';
import {
  type NewValue,
  type SettingFacts,
  type Target,
  institutionToSet,
  isSetIn,
  maySetForAll,
  noteVainTry,
  settingNotFound,
  targetName,
  targetSources,
} from './settings-target';
import { onlyAdmins } from './settings-cards';

/** Finds the setting a button names, if this person may change it there. */
async function prepareSetting(
  world: World,
  visitor: Visitor,
  ask: string,
): Promise<Reading<SettingFacts>> {
  const [name = '', id] = ask.trim().split('.');
  const setting = settingCalled(name);
  if (!setting || (setting.ofOffice && id !== undefined)) return unclear(settingNotFound);
  const target = await (id === undefined ? all(world, visitor) : only(id, world, visitor));
  if (!target.ok) return target;
  const sources = await targetSources(target.value, world);
  const value = (layer: object) => valueIn(layer, setting);
  const lastChange = await lastChangeWords(sources.changes, value, world, visitor);
  return understood({ ...target.value, setting, sources, ...(lastChange && { lastChange }) });
}

async function all(world: World, visitor: Visitor): Promise<Reading<Target>> {
  if (maySetForAll(visitor)) return understood({});
  await noteVainTry('settings of all', world, visitor);
  return unclear(`Mohon maaf. ${onlyAdmins}`);
}

async function only(id: string, world: World, visitor: Visitor): Promise<Reading<Target>> {
  const institution = await institutionToSet(id, world, visitor);
  return institution ? understood({ institution }) : unclear(settingNotFound);
}

const wordsIn = (policy: Policy, setting: Setting) =>
  settingWords(setting, valueIn(policy, setting));

/** What is typed to give up a value of one's own. */
const follow = 'ikut';

const value: Step<NewValue, SettingFacts> = {
  label: 'Nilai',
  ask: ({ facts }) => {
    const { setting, sources } = facts;
    const now = wordsIn(sources.inForce, setting);
    const example = offers(facts)[0]?.label ?? '';
    return `Sekarang ${now}. Silakan pilih atau ketik nilai barunya, misalnya: ${example}.`;
  },
  choices: ({ facts }) => [...offers(facts), ...following(facts)],
  read: (said, { facts }) => readValue(said, facts),
  keep: ({ said }) => said,
  show: ({ was, is }) => `${was} → ${is}`,
};

function offers(facts: SettingFacts): readonly Choice[] {
  const { setting, sources } = facts;
  const now = wordsIn(sources.inForce, setting);
  const beneath = following(facts).length > 0 ? wordsIn(sources.beneath, setting) : undefined;
  return setting.offers
    .flatMap((says) => {
      const reading = readSetting(setting, says);
      return reading.ok ? [{ label: settingWords(setting, reading.value), says }] : [];
    })
    .filter(({ label }) => label !== now && label !== beneath);
}

/** Offered where there is something to give up. */
function following({ setting, sources, institution }: SettingFacts): readonly Choice[] {
  const { beneath, command, inForce, file } = sources;
  const hasOwn =
    valueIn(command, setting) !== undefined ||
    (isRhythmOf(setting, institution) && beneath.rhythm !== inForce.rhythm);
  if (!hasOwn) return [];
  const source = isSetIn(file, setting) ? 'berkas' : institution ? 'yang umum' : 'bawaan';
  return [{ label: `Ikut ${source}: ${wordsIn(beneath, setting)}`, says: follow }];
}

/** The rhythm of an institution stands with the institution and not among the settings. */
const isRhythmOf = ({ kind }: Setting, institution: unknown): boolean =>
  kind === 'rhythm' && institution !== undefined;

function readValue(said: string, facts: SettingFacts): Reading<NewValue> {
  const { setting, sources } = facts;
  const isBack = said.trim().toLowerCase() === follow && following(facts).length > 0;
  const reading = isBack
    ? understood(valueIn(sources.beneath, setting))
    : readSetting(setting, said);
  if (!reading.ok) return reading;
  const [problem] = policyProblems(
    policyFor(sources.inForce, overrideWith(setting, reading.value)),
  );
  if (problem !== undefined) return unclear(`Mohon maaf, ${lowered(problem)}`);
  const [was, is] = [wordsIn(sources.inForce, setting), settingWords(setting, reading.value)];
  if (was === is && !isBack)
    return unclear(
      `${setting.label} memang sudah ${was}. Silakan pilih nilai lain, atau ketuk Batal bila sudah sesuai.`,
    );
  return understood({ said, value: isBack ? null : reading.value, was, is });
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** Whose setting it is, what it does, and who was there before. */
const preface = (facts: SettingFacts): Html =>
  lines(
    html`${bold(facts.setting.label)} · ${targetName(facts)}`,
    facts.setting.about,
    facts.lastChange,
  );

/** Changes one setting: of everything by an admin, of one institution by an officer of its regency. */
export const atur = defineForm({
  command: 'atur',
  about: 'Ubah satu pengaturan',
  title: 'Ubah pengaturan',
  unlisted: true,
  for: ['officer', 'admin'],
  prepare: prepareSetting,
  preface,
  steps: { value },
  finish: saveSetting,
});
