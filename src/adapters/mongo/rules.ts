import { type Calendar, calendarOf } from '../../domain/calendar';
import type { Policy } from '../../domain/policy';
import { type PolicyLayer, layeredPolicy } from '../../domain/policy-layers';
import type { Author, Changed, EditedRules, Rules, RulesFile } from '../../ports/rules';
import { announcedFacts } from '../../rules/announced-facts';
import {
  announcementSettings,
  deploymentSettings,
  institutionSettings,
} from '../../rules/settings-shape';
import type { Store } from './connect';
import { mongoRulesState } from './rules-state';
import { factsFrom, settingsLayers, settingsRow } from './settings-layers';
import {
  type RowChanged,
  type Settings,
  type SettingsRows,
  mongoSettingsRows,
} from './settings-rows';

const { deployment, calendar, institutions } = settingsRow;

/** Keeps the settings changed by command in MongoDB, above those of the editable file. */
export function mongoRules(store: Store, file: RulesFile): Rules {
  const rows = mongoSettingsRows(store);
  const layers = settingsLayers(rows, file);
  const policyAbove = (below: readonly PolicyLayer[]) => (own: Settings) =>
    layeredPolicy([...below, own]).policy;
  const calendarAbove = (edited: EditedRules) => (own: Settings) => calendarFrom(edited, own);

  /** The institutions whose own settings made sense before and would not any more. */
  const unsettledBy = async (before: readonly PolicyLayer[], after: readonly PolicyLayer[]) => {
    const already = new Set(await layers.unsettled(before));
    return (await layers.unsettled(after)).filter((problem) => !already.has(problem));
  };

  return {
    policy: async () => layeredPolicy(await layers.all()).policy,
    policyOf: async ({ id }) => layeredPolicy(await layers.all(id)).policy,

    async calendar() {
      const [edited, [settings = {}]] = await Promise.all([file.edited(), rows.each([calendar])]);
      return calendarFrom(edited, settings);
    },

    calendarBeneath: async () => calendarFrom(await file.edited(), {}),

    async change(override, author) {
      const shaped = deploymentSettings(override);
      if (!shaped.ok) return shaped;
      const below = await layers.beneath();
      const before = await layers.all();
      const problemsOf = async (changed: Settings) => {
        const problems = problemsUpon(below, changed);
        return problems.length > 0 ? problems : unsettledBy(before, [...below, changed]);
      };
      const change = { row: deployment, settings: shaped.value, ...author, problemsOf };
      return outcome(await rows.change(change), policyAbove(below));
    },

    async changeOf(institution, override, author) {
      const shaped = institutionSettings(override);
      if (!shaped.ok) return shaped;
      const below = await layers.beneath(institution);
      const problemsOf = (changed: Settings) => Promise.resolve(problemsUpon(below, changed));
      const row = institutions + institution;
      const change = { row, settings: shaped.value, ...author, problemsOf };
      return outcome(await rows.change(change), policyAbove(below));
    },

    announce: async (edited, author) =>
      announce(edited, author, rows, calendarAbove(await file.edited())),

    async sources(institution) {
      const [below, above, ofFile, row] = await Promise.all([
        layers.beneath(institution),
        layers.all(institution),
        layers.file(institution),
        rows.of(institution === undefined ? deployment : institutions + institution),
      ]);
      return {
        inForce: layeredPolicy(above).policy,
        beneath: layeredPolicy(below).policy,
        file: ofFile,
        command: row.settings,
        changes: row.changes,
      };
    },

    problems: () => layers.problems(),
    ...mongoRulesState(store, { rows, file }),
  };
}

function announce(
  edited: object,
  author: Author,
  rows: SettingsRows,
  calendarAbove: (own: Settings) => Calendar,
): Promise<Changed<Calendar>> {
  const shaped = announcementSettings(edited);
  if (!shaped.ok) return Promise.resolve(shaped);
  const problemsOf = (changed: Settings) => {
    const facts = announcedFacts(changed);
    return Promise.resolve(facts.ok ? [] : facts.problems);
  };
  const change = { row: calendar, settings: shaped.value, ...author, problemsOf };
  return rows.change(change).then((changed) => outcome(changed, calendarAbove));
}

/** What a change of a row means for what is in force. */
const outcome = <T extends Policy | Calendar>(
  changed: RowChanged,
  inForce: (own: Settings) => T,
): Changed<T> =>
  changed.ok ? { ok: true, was: inForce(changed.was), is: inForce(changed.is) } : changed;

const calendarFrom = (edited: EditedRules, own: Settings): Calendar =>
  calendarOf(factsFrom(edited, own));

/** Why a layer makes no sense upon these; an institution's may, while one below it does not. */
const problemsUpon = (below: readonly PolicyLayer[], layer: PolicyLayer): readonly string[] =>
  layeredPolicy([...below, layer]).leftOut.get(layer) ?? [];
