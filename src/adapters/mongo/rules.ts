import { calendarOf, editedFacts } from '../../domain/calendar';
import { type PolicyLayer, layeredPolicy } from '../../domain/policy-layers';
import type { Rules, RulesFile } from '../../ports/rules';
import { announcedFacts } from '../../rules/announced-facts';
import {
  announcementSettings,
  deploymentSettings,
  institutionSettings,
} from '../../rules/settings-shape';
import type { Store } from './connect';
import { mongoSettingsRows } from './settings-rows';

const deployment = 'deployment';
const calendar = 'calendar';
const institutions = 'institution:';

/** Keeps the settings changed by command in MongoDB, above those of the editable file. */
export function mongoRules(store: Store, file: RulesFile): Rules {
  const rows = mongoSettingsRows(store);
  const belowDeployment = async (): Promise<PolicyLayer[]> => [(await file.edited()).policy];
  const belowInstitutions = async () => {
    const [below, own] = await Promise.all([belowDeployment(), rows.of(deployment)]);
    return [...below, own];
  };

  return {
    policy: async () => layeredPolicy(await belowInstitutions()).policy,

    async policyOf({ id }) {
      const [below, own] = await Promise.all([belowInstitutions(), rows.of(institutions + id)]);
      return layeredPolicy([...below, own]).policy;
    },

    async calendar() {
      const [edited, row] = await Promise.all([file.edited(), rows.of(calendar)]);
      const announced = announcedFacts(row);
      const facts = editedFacts(edited.calendar);
      return calendarOf(announced.ok ? editedFacts(announced.value, facts) : facts);
    },

    async change(override, by, at) {
      const shaped = deploymentSettings(override);
      if (!shaped.ok) return shaped;
      const problemsOf = async (changed: PolicyLayer) =>
        problemsUpon(await belowDeployment(), changed);
      return rows.change({ id: deployment, settings: shaped.value, by, at, problemsOf });
    },

    async changeOf(institution, override, by, at) {
      const shaped = institutionSettings(override);
      if (!shaped.ok) return shaped;
      const id = institutions + institution;
      const problemsOf = async (changed: PolicyLayer) =>
        problemsUpon(await belowInstitutions(), changed);
      return rows.change({ id, settings: shaped.value, by, at, problemsOf });
    },

    async announce(edited, by, at) {
      const shaped = announcementSettings(edited);
      if (!shaped.ok) return shaped;
      const problemsOf = (changed: object) => {
        const facts = announcedFacts(changed);
        return Promise.resolve(facts.ok ? [] : facts.problems);
      };
      return rows.change({ id: calendar, settings: shaped.value, by, at, problemsOf });
    },

    async problems() {
      const [ofFile, below, own] = await Promise.all([
        file.problems(),
        belowInstitutions(),
        rows.beginning(institutions),
      ]);
      const ofLayers = [...layeredPolicy(below).leftOut.values()].flat();
      const ofInstitutions = [...own].flatMap(([id, layer]) =>
        problemsUpon(below, layer).map((problem) => `${id.slice(institutions.length)}: ${problem}`),
      );
      return [...ofFile, ...ofLayers, ...ofInstitutions];
    },
  };
}

/** Why a layer makes no sense upon these; an institution's may, while one below it does not. */
const problemsUpon = (below: readonly PolicyLayer[], layer: PolicyLayer): readonly string[] =>
  layeredPolicy([...below, layer]).leftOut.get(layer) ?? [];
