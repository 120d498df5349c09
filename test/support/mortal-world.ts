import type { World } from '../../src/ports';

/** A world in which the process dies at one of its calls: from then on nothing it does has an effect. */
export interface MortalWorld {
  readonly world: World;
  /** How many calls there were. */
  calls(): number;
}

/** Lets the process die after `n` calls: the next one has no effect any more. */
export function mortalWorld(mortal: World, n: number): MortalWorld {
  let calls = 0;
  const called = (call: () => unknown): unknown => {
    calls += 1;
    if (calls > n) return Promise.reject(new Error('The process was killed'));
    return call();
  };
  type Method = (...given: readonly unknown[]) => unknown;
  const port = (methods: Record<string, Method>) =>
    Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [
        name,
        (...given: readonly unknown[]) => called(() => method(...given)),
      ]),
    );
  const alive = new Set([
    'clock',
    'chance',
    'link',
    'office',
    'program',
    'zone',
    'menu',
    'heartbeat',
    'files',
  ]);
  const world = Object.fromEntries(
    Object.entries(mortal).map(([name, value]) => [
      name,
      alive.has(name) ? value : port(value as Record<string, Method>),
    ]),
  ) as unknown as World;
  return { world, calls: () => calls };
}
