import { createHash } from 'node:crypto';
import { editedFacts } from '../../domain/calendar';
import { layeredPolicy } from '../../domain/policy-layers';
import type { Rules, RulesFile, RulesState } from '../../ports/rules';
import { noticedRulesSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { factsFrom, settingsLayers, settingsRow } from './settings-layers';
import type { SettingsRows } from './settings-rows';

interface From {
  readonly rows: SettingsRows;
  readonly file: RulesFile;
}

interface Row {
  readonly mark: string;
  /** As JSON: it is only ever compared and read whole. */
  readonly state: string;
}

const only = { _id: 'last' };

/** Tells what is set now, and keeps what was set when its consequences were last drawn. */
export function mongoRulesState(
  store: Store,
  from: From,
): Pick<Rules, 'state' | 'noticed' | 'notice'> {
  const noticed = store.model('NoticedRules', noticedRulesSchema);
  return {
    async state() {
      const state = await stateOf(from);
      const text = JSON.stringify(state);
      return { mark: createHash('sha256').update(text).digest('hex').slice(0, 16), state };
    },

    async noticed() {
      const row = await noticed.findOne(only).lean<Row | null>();
      return row ? { mark: row.mark, state: JSON.parse(row.state) as RulesState } : undefined;
    },

    async notice({ mark, state }, at) {
      await noticed.updateOne(
        only,
        { $set: { mark, state: JSON.stringify(state), at } },
        { upsert: true },
      );
    },
  };
}

async function stateOf({ rows, file }: From): Promise<RulesState> {
  const reading = await rows.snapshot();
  const layers = settingsLayers(reading, file);
  const [edited, below, own, [announced = {}], problems] = await Promise.all([
    file.edited(),
    layers.all(),
    layers.own(),
    reading.each([settingsRow.calendar]),
    layers.problems(),
  ]);
  return {
    policy: layeredPolicy(below).policy,
    institutions: Object.fromEntries(own),
    calendar: factsFrom(edited, announced),
    file: {
      policy: edited.policy,
      institutions: Object.fromEntries(edited.institutions),
      rhythms: Object.fromEntries(edited.rhythms),
      calendar: editedFacts(edited.calendar),
    },
    problems,
  };
}
