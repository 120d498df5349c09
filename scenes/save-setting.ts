import { type Institution, shortName } from '../src/domain/institution';
import type { Policy } from '../src/domain/policy';
import { wholeReach } from '../src/domain/rights';
import { overrideWith, valueIn } from '../src/domain/setting';
import { settingWords } from '../src/domain/setting-words';
import { bold, html, lines } from '../src/html';
import type { World } from '../src/ports';
import type { Author, Changed } from '../src/ports/rules';
import type { Done } from '../src/scene';
import type { Card } from '../src/talk';
import { groupButton, groupsButton } from './settings-cards';
import { type NewValue, type SettingFacts, isSetIn, targetName } from './settings-target';

type Finished = Done<{ readonly value: NewValue }, SettingFacts>;

/**
 * Saves a changed setting, notes it in the audit log, and says what it was and what it is now.
 *
 * What is planned is planned anew by the next tick of the clockwork, which notices every change.
 */
export async function saveSetting(done: Finished): Promise<Card> {
  const { id, answers, facts, visitor, world } = done;
  const author = { id, by: visitor.person?.id ?? 'admin', at: visitor.now };
  const changed = await change(facts, answers.value.value, author, world);
  if (!changed.ok) return refusal(changed.problems, facts, world);
  const wordsOf = (policy: Policy) => settingWords(facts.setting, valueIn(policy, facts.setting));
  const [was, is] = [wordsOf(changed.was), wordsOf(changed.is)];
  await world.audit.note({
    id: `changed:${id}`,
    who: author.by,
    did: 'changed',
    what: `${facts.setting.label}, ${targetName(facts)}: ${was} → ${is}`,
    at: visitor.now,
  });
  const own = facts.institution ? [] : await unaffected(facts, changed, world);
  return {
    text: lines(
      html`✅ ${bold(facts.setting.label)} untuk ${targetName(facts)}: ${was} → ${bold(is)}.`,
      'Berlaku mulai sekarang, juga untuk pesan yang sudah direncanakan.',
      own.length === 0
        ? undefined
        : `Tidak ikut berubah, karena diatur sendiri: ${own.join(', ')}.`,
      unusedFile(facts, answers.value.value),
    ),
    buttons: buttonsFor(facts),
  };
}

const buttonsFor = (facts: SettingFacts) => [
  [groupButton(facts.setting.group, facts), groupsButton(facts)],
];

async function change(
  { setting, institution, sources }: SettingFacts,
  value: unknown,
  author: Author,
  world: World,
): Promise<Changed<Policy>> {
  const override = overrideWith(setting, value);
  if (!institution) return world.rules.change(override, author);
  if (setting.kind !== 'rhythm') return world.rules.changeOf(institution.id, override, author);
  const rhythm = value === null ? sources.beneath.rhythm : (value as Institution['rhythm']);
  await world.institutions.change(institution.id, { rhythm });
  await world.appointments.hurry('open-periods', institution.id, author.at);
  return { ok: true, was: sources.inForce, is: { ...sources.inForce, rhythm } };
}

/** The old value stays; reasons that concern one institution name it. */
async function refusal(
  problems: readonly string[],
  facts: SettingFacts,
  world: World,
): Promise<Card> {
  const all = await world.institutions.within(wholeReach);
  const named = problems.map((problem) => {
    const [, id, rest = problem] = /^([a-z0-9-]+): (.*)$/su.exec(problem) ?? [];
    const one = all.find((institution) => institution.id === id);
    return one ? `BLK ${shortName(one)} diatur sendiri: ${rest}` : problem;
  });
  const now = settingWords(facts.setting, valueIn(facts.sources.inForce, facts.setting));
  return {
    text: lines(
      `Mohon maaf, nilai itu belum dapat dipakai. ${facts.setting.label} tetap ${now}.`,
      ...named.map((problem) => `• ${problem}`),
    ),
    buttons: buttonsFor(facts),
  };
}

/** The institutions whose own value does not follow. */
async function unaffected(
  { setting }: SettingFacts,
  { was }: Extract<Changed<Policy>, { ok: true }>,
  world: World,
): Promise<readonly string[]> {
  const [{ state }, all] = await Promise.all([
    world.rules.state(),
    world.institutions.within(wholeReach),
  ]);
  const hasOwn = ({ id, rhythm }: Institution) =>
    setting.kind === 'rhythm'
      ? rhythm !== was.rhythm
      : (state.institutions[id] ?? []).some((layer) => valueIn(layer, setting) !== undefined);
  return all.filter(hasOwn).map(shortName);
}

/** Whoever looks into the file must know that it is not what holds. */
function unusedFile({ setting, sources }: SettingFacts, value: unknown): string | undefined {
  if (value === null || !isSetIn(sources.file, setting)) return undefined;
  const inFile = settingWords(setting, valueIn(sources.file, setting));
  return `Di berkas aturan.json tertulis ${inFile}. Selama diatur di sini, nilai di berkas itu tidak dipakai.`;
}
