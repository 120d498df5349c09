import { type CalendarFacts, calendarOf, editedFacts } from '../../domain/calendar';
import { changedSettings } from '../../domain/changed-settings';
import { type PolicyLayer, layeredPolicy } from '../../domain/policy-layers';
import type { Changed, Rules, RulesFile } from '../../ports/rules';
import {
  type Announcement,
  type Shaped,
  announcementSettings,
  calendarSettings,
  deploymentSettings,
  institutionSettings,
} from '../../rules-shape';
import { rulesSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';

interface Row {
  readonly _id: string;
  readonly override: Readonly<Record<string, unknown>>;
  readonly version: number;
}

interface Change {
  readonly id: string;
  readonly settings: Shaped<object>;
  readonly by: string;
  readonly at: Date;
  /** Why the settings as they would then be can't be used. */
  readonly problemsOf: (changed: Row['override']) => Promise<readonly string[]>;
}

const deployment = 'deployment';
const calendar = 'calendar';
const ofInstitution = (institution: string) => `institution:${institution}`;
const institutionRows = { $gte: 'institution:', $lt: 'institution;' };
const named = (problems: readonly string[], what: string) =>
  problems.map((problem) => `${what}: ${problem}`);

/** Keeps the settings changed by command in MongoDB, above those of the editable file. */
export function mongoRules(store: Store, file: RulesFile): Rules {
  const rows = store.model('Rules', rulesSchema);
  const row = (id: string) => rows.findOne({ _id: id }).lean<Row | null>();
  const layer = async (id: string): Promise<PolicyLayer> => (await row(id))?.override ?? {};
  const belowDeployment = async (): Promise<PolicyLayer[]> => [(await file.edited()).policy];
  const belowInstitutions = async () => [...(await belowDeployment()), await layer(deployment)];
  const problemsUpon = (below: readonly PolicyLayer[], changed: PolicyLayer) =>
    layeredPolicy([...below, changed]).leftOut.get(changed) ?? [];
  const facts = async (): Promise<CalendarFacts> => editedFacts((await file.edited()).calendar);

  /** Two who change different settings at once both get their way: the later one begins again. */
  const write = async ({ id, settings, by, at, problemsOf }: Change): Promise<Changed> => {
    if (!settings.ok) return settings;
    for (;;) {
      const before = await row(id);
      const override = changedSettings(before?.override ?? {}, { ...settings.value });
      const problems = await problemsOf(override);
      if (problems.length > 0) return { ok: false, problems };
      const version = before?.version ?? 0;
      const after = { override, version: version + 1, changedBy: by, changedAt: at };
      if (await replace(id, version, after)) return { ok: true };
    }
  };
  const replace = async (id: string, version: number, after: object): Promise<boolean> => {
    if (version === 0) return insertOnce(() => rows.create({ _id: id, ...after }));
    const { matchedCount } = await rows.updateOne({ _id: id, version }, { $set: after });
    return matchedCount === 1;
  };

  return {
    policy: async () => layeredPolicy(await belowInstitutions()).policy,

    async policyOf({ id }) {
      const [below, own] = await Promise.all([belowInstitutions(), layer(ofInstitution(id))]);
      return layeredPolicy([...below, own]).policy;
    },

    async calendar() {
      const announced = announcedFacts((await row(calendar))?.override ?? {});
      return calendarOf(editedFacts(announced.ok ? announced.value : {}, await facts()));
    },

    change: (override, by, at) =>
      write({
        id: deployment,
        settings: deploymentSettings(override),
        by,
        at,
        problemsOf: async (changed) => problemsUpon(await belowDeployment(), changed),
      }),

    changeOf: (institution, override, by, at) =>
      write({
        id: ofInstitution(institution),
        settings: institutionSettings(override),
        by,
        at,
        problemsOf: async (changed) => problemsUpon(await belowInstitutions(), changed),
      }),

    announce: (edited, by, at) =>
      write({
        id: calendar,
        settings: announcementSettings(edited),
        by,
        at,
        problemsOf(changed) {
          const announced = announcedFacts(changed);
          return Promise.resolve(announced.ok ? [] : announced.problems);
        },
      }),

    async problems() {
      const [ofFile, below, own] = await Promise.all([
        file.problems(),
        belowInstitutions(),
        rows.find({ _id: institutionRows }).sort({ _id: 1 }).lean<Row[]>(),
      ]);
      const ofLayers = [...layeredPolicy(below).leftOut.values()].flat();
      return [
        ...ofFile,
        ...named(ofLayers, 'Pengaturan'),
        ...own.flatMap(({ _id, override }) => named(problemsUpon(below, override), _id)),
      ];
    },
  };
}

/** The calendar that was announced by command, or why it can't be one. */
function announcedFacts(announced: Announcement): Shaped<Partial<CalendarFacts>> {
  const { years, localDaysOff = {}, hijriMonths = {} } = announced;
  return calendarSettings({
    years,
    localDaysOff: Object.entries(localDaysOff).map(([on, name]) => ({ on, name })),
    hijriMonths: Object.entries(hijriMonths).map(([month, startsOn]) => ({
      year: Number(month.slice(0, 4)),
      month: Number(month.slice(5)),
      startsOn,
    })),
  });
}
