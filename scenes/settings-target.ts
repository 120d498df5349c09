import { type Institution, shortName } from '../src/domain/institution';
import { type Policy, defaultPolicy } from '../src/domain/policy';
import { type PolicyLayer } from '../src/domain/policy-layers';
import { settingReach } from '../src/domain/rights';
import { type Setting, valueIn } from '../src/domain/setting';
import { settingWords } from '../src/domain/setting-words';
import type { Visitor, World } from '../src/ports';
import type { SettingSources } from '../src/ports/rules';

/** Whose settings are looked at: those of one institution, else those of all. */
export interface Target {
  readonly institution?: Institution;
}

/** What changing one setting needs to know. */
export interface SettingFacts extends Target {
  readonly setting: Setting;
  readonly sources: SettingSources;
  /** Who changed it last and when, in words. */
  readonly lastChange?: string;
}

/** A new value beside the old one, in words; null follows what is beneath. */
export interface NewValue {
  readonly said: string;
  readonly value: unknown;
  readonly was: string;
  readonly is: string;
}

/** The institution with this id, if the visitor may set something for it; a vain try is written down. */
export async function institutionToSet(
  id: string,
  world: World,
  visitor: Visitor,
): Promise<Institution | undefined> {
  const found = await world.institutions.one(id, settingReach(visitor.person, visitor.roles));
  if (!found) await noteVainTry(`settings of ${id}`, world, visitor);
  return found;
}

/** Only admins set what holds for everybody. */
export const maySetForAll = ({ roles }: Visitor): boolean => roles.has('admin');

/** Written once a day for each thing somebody tries in vain. */
export async function noteVainTry(
  what: string,
  { audit }: World,
  { person, now, today }: Visitor,
): Promise<void> {
  const who = person?.id ?? 'stranger';
  const id = `refused:${who}:${what}:${today}`;
  await audit.note({ id, who, did: 'refused', what, at: now });
}

/** What is called whose settings they are. */
export const targetName = ({ institution }: Target): string =>
  institution ? `BLK ${shortName(institution)}` : 'semua BLK';

/** Where the settings of the target come from; the rhythm of an institution stands with itself. */
export async function targetSources(
  { institution }: Target,
  world: World,
): Promise<SettingSources> {
  const sources = await world.rules.sources(institution?.id);
  if (!institution) return sources;
  const withRhythm = (policy: Policy, { rhythm }: Pick<Policy, 'rhythm'>) => ({
    ...policy,
    rhythm,
  });
  return {
    ...sources,
    inForce: withRhythm(sources.inForce, institution),
    beneath: withRhythm(sources.beneath, await world.rules.policy()),
  };
}

/** Whether the file sets a value; the one it is first written with has all the defaults. */
export function isSetIn(file: PolicyLayer, setting: Setting): boolean {
  const value = valueIn(file, setting);
  if (value === undefined) return false;
  return settingWords(setting, value) !== settingWords(setting, valueIn(defaultPolicy, setting));
}

export const settingNotFound =
  'Mohon maaf, pengaturan itu tidak ditemukan atau di luar wilayah tugas Anda. Silakan pilih dari /pengaturan.';
