import { type Ticks, ticking } from '../../../src/ticking';
import type { World } from '../../../src/ports';
import { collectingLog } from '../collecting-log';
import { type MortalWorld, mortalWorld } from '../mortal-world';
import { type SeededChance, seededChance } from '../seeded-chance';

/** How the processes of a clockwork die. */
export interface Deaths {
  /** How many calls to the world a process lives, on average; `Infinity` for ever. */
  readonly calls: number;
  readonly seed: number;
}

/** Two processes that do one clockwork side by side, each killed again and again. */
export interface MortalClockwork {
  readonly tick: () => Promise<void>;
  kills(): number;
  /** How many calls to the world there were. */
  calls(): number;
}

interface Process {
  readonly owner: string;
  readonly life: number;
  readonly mortal: MortalWorld;
  readonly ticks: Ticks;
}

interface Born {
  readonly world: World;
  readonly deaths: Deaths;
  readonly chance: SeededChance;
}

/**
 * Does everything that is due, by two processes at once; one that died is replaced and goes on.
 *
 * Every other time the new one bears the name of the dead, as on the built-in store, and finds its
 * work at once; else it waits for the two minutes of the dead to pass, as on a shared MongoDB.
 */
export function mortalClockwork(world: World, deaths: Deaths): MortalClockwork {
  const given = { world, deaths, chance: seededChance(deaths.seed) };
  const done = { kills: 0, calls: 0 };
  let processes = [born('first', given), born('second', given)];
  const replaceTheDead = (): boolean => {
    const dead = processes.filter(isDead);
    for (const { mortal } of dead) done.calls += mortal.calls();
    done.kills += dead.length;
    processes = processes.map((one) => (isDead(one) ? born(heir(one, done.kills), given) : one));
    return dead.length > 0;
  };
  return {
    async tick() {
      // A leap of the clock is no outage: a running bot would have beaten all the while.
      await world.outages.beat(world.clock.now());
      do await Promise.all(processes.map(({ ticks }) => ticks.leaping()));
      while (replaceTheDead());
    },
    kills: () => done.kills,
    calls: () => processes.reduce((sum, { mortal }) => sum + mortal.calls(), done.calls),
  };
}

const isDead = ({ mortal, life }: Process) => mortal.calls() > life;

const heir = ({ owner }: Process, kills: number) =>
  kills % 2 === 0 ? owner : `${owner.split(' ')[0] ?? ''} ${kills}`;

function born(owner: string, { world, deaths, chance }: Born): Process {
  const life = deaths.calls === Infinity ? Infinity : 1 + chance.below(2 * deaths.calls);
  const mortal = mortalWorld(world, life);
  const ticks = ticking({ world: mortal.world, owner, log: collectingLog(), admins: [] });
  return { owner, life, mortal, ticks };
}
