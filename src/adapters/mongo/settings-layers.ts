import { editedFacts } from '../../domain/calendar';
import { type PolicyLayer, layeredPolicy } from '../../domain/policy-layers';
import type { EditedRules, RulesFile } from '../../ports/rules';
import { announcedFacts } from '../../rules/announced-facts';
import type { Settings, SettingsReading } from './settings-rows';

/** The rows of the settings changed by command. */
export const settingsRow = {
  deployment: 'deployment',
  calendar: 'calendar',
  institutions: 'institution:',
} as const;

const { deployment, institutions } = settingsRow;

export type SettingsLayers = ReturnType<typeof settingsLayers>;

/** The settings of each source, those below first. */
export function settingsLayers(rows: SettingsReading, file: RulesFile) {
  const ofFile = async (institution?: string): Promise<PolicyLayer> => {
    const edited = await file.edited();
    return institution === undefined ? edited.policy : (edited.institutions.get(institution) ?? {});
  };
  const ofDeployment = async (): Promise<readonly PolicyLayer[]> =>
    Promise.all([ofFile(), rows.each([deployment]).then(([settings = {}]) => settings)]);
  const beneath = async (institution?: string): Promise<readonly PolicyLayer[]> =>
    institution === undefined
      ? [await ofFile()]
      : [...(await ofDeployment()), await ofFile(institution)];
  const all = async (institution?: string): Promise<readonly PolicyLayer[]> => {
    if (institution === undefined) return ofDeployment();
    const [common = {}, own = {}] = await rows.each([deployment, institutions + institution]);
    return [await ofFile(), common, await ofFile(institution), own];
  };
  const own = async (): Promise<ReadonlyMap<string, readonly PolicyLayer[]>> => {
    const [edited, changed] = await Promise.all([file.edited(), rows.beginning(institutions)]);
    const ids = [...new Set([...edited.institutions.keys(), ...changed.keys()])].toSorted();
    return new Map(
      ids.map((id) => [id, [edited.institutions.get(id) ?? {}, changed.get(id) ?? {}]]),
    );
  };
  /** The institutions whose own settings make no sense upon these. */
  const unsettled = async (below: readonly PolicyLayer[]): Promise<readonly string[]> =>
    [...(await own())].flatMap(([id, layers]) => {
      const { leftOut } = layeredPolicy([...below, ...layers]);
      return layers.flatMap((layer) => leftOut.get(layer) ?? []).map((why) => `${id}: ${why}`);
    });
  const problems = async (): Promise<readonly string[]> => {
    const [wrong, below] = await Promise.all([file.problems(), ofDeployment()]);
    const ofLayers = [...layeredPolicy(below).leftOut.values()].flat();
    return [...wrong, ...ofLayers, ...(await unsettled(below))];
  };
  return { file: ofFile, beneath, all, own, unsettled, problems };
}

/** The facts of the file with those that were announced laid over them. */
export function factsFrom(edited: EditedRules, own: Settings) {
  const facts = editedFacts(edited.calendar);
  const announced = announcedFacts(own);
  return announced.ok ? editedFacts(announced.value, facts) : facts;
}
