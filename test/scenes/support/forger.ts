import { scenes } from '../../../scenes';
import { converse } from '../../../src/conversation/converse';
import { type Memory, blank } from '../../../src/conversation/memory';
import { visitorOf } from '../../../src/conversation/visitor-of';
import type { World } from '../../../src/ports';
import type { Act, Button, Deed } from '../../../src/talk';
import type { Persona } from './three-regions';

/** Somebody who sends the bot whatever they like, without Telegram in between. */
export interface Forger {
  types(command: string, argument?: string): Promise<readonly Act[]>;
  /** Sends callback data that the bot never hung on a button of theirs. */
  forges(data: string): Promise<readonly Act[]>;
  /**
   * Follows the buttons that lead from any command to another page, so many of each scene at most,
   * and returns what they carry.
   */
  explores(mostOfScene: number): Promise<ReadonlySet<string>>;
}

/** Speaks as `persona`; every deed stands alone except within one form. */
export function forger(world: World, persona: Persona): Forger {
  const { telegramId, isAdmin, name } = persona;
  let memory: Memory = blank;
  let update = telegramId * 100_000;
  const does = async (deed: Deed) => {
    const from = { id: telegramId, name };
    const chat = { id: telegramId, kind: 'private' as const };
    const visitor = await visitorOf(world, from, isAdmin, world.clock.now());
    const incoming = { update: (update += 1), chat, from, deed };
    const turn = await converse({ scenes, world, visitor, incoming, memory });
    memory = turn.memory;
    return turn.acts;
  };
  const types = (command: string, argument = '') =>
    does({ kind: 'command', name: command, argument });
  const forges = (data: string) => does({ kind: 'tap', data, message: 1 });
  return {
    types,
    forges,
    async explores(mostOfScene) {
      const seen = new Set<string>();
      const tapped = new Map<string, number>();
      for (const { command } of scenes) collect(await types(command), seen);
      for (const data of seen) {
        const scene = data.split(':')[0] ?? '';
        const count = (tapped.get(scene) ?? 0) + 1;
        tapped.set(scene, count);
        if (count <= mostOfScene) collect(await forges(data), seen);
        else seen.delete(data);
      }
      return seen;
    },
  };
}

/** Adds what leads to pages and opens forms; what answers a form belongs to one chat alone. */
function collect(acts: readonly Act[], seen: Set<string>): void {
  const cards = acts.flatMap((act) => (act.do === 'say' || act.do === 'edit' ? act.card : []));
  const buttons = cards.flatMap((card) => card.buttons?.flat() ?? []);
  for (const { data } of buttons.filter(leadsOn)) seen.add(data);
}

const leadsOn = (button: Button): button is Extract<Button, { readonly data: string }> =>
  'data' in button && !button.data.startsWith('f:');
