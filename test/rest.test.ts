import { newRest } from '../src/rest';

const worker = (isBusy: boolean) => {
  const state = { isBusy };
  return { state, isResting: () => !state.isBusy };
};

it('tells that everybody rests when the last one lays down the work', async () => {
  const rest = newRest();
  const [one, other] = [worker(true), worker(false)];
  rest.watch(one);
  rest.watch(other);
  const told: string[] = [];
  const rested = rest.next(10_000).then(() => told.push('rested'));
  rest.laidDown();
  await Promise.resolve();
  expect(told).toEqual([]);
  one.state.isBusy = false;
  rest.laidDown();
  await rested;
  expect(told).toEqual(['rested']);
});

it('waits no longer than it was told to', async () => {
  const rest = newRest();
  rest.watch(worker(true));
  await expect(rest.next(5)).resolves.toBeUndefined();
});
