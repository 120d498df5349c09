import { type Checklist, type ChecklistStep, allSteps } from './checklist';
import type { Registration, StepRecord, StepRecords, StepState } from './registration';

/**
 * Fits a registration to a checklist, so that a new version loses nothing.
 *
 * A step that is still there keeps its state. One that was renamed, merged or split takes over the
 * states of the steps it was (`was`). Whatever is no longer there is kept aside, and comes back when
 * its step does. Fitting twice changes nothing more; where nothing has to change, the registration
 * comes back as it is.
 */
export function fittedRegistration(registration: Registration, checklist: Checklist): Registration {
  const { steps, aside } = registration;
  const wanted = allSteps(checklist);
  const there = new Set(wanted.map(({ id }) => id));
  const leaving = without(steps, there);
  const fitted = Object.fromEntries(
    wanted.flatMap((step) => {
      const record = recordFor(step, steps, leaving, aside);
      return record ? [[step.id, record]] : [];
    }),
  );
  const settled = Object.keys(leaving).length === 0 && isSame(steps, fitted);
  if (settled && registration.checklistVersion === checklist.version) return registration;
  return {
    ...registration,
    checklistVersion: checklist.version,
    steps: fitted,
    // What came back is no longer aside; a copy of what was taken over by others stays.
    aside: without({ ...aside, ...leaving }, there),
  };
}

const without = (records: StepRecords, ids: ReadonlySet<string>): StepRecords =>
  Object.fromEntries(Object.entries(records).filter(([id]) => !ids.has(id)));

const isSame = (one: StepRecords, other: StepRecords): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(other).every(([id, record]) => one[id] === record);

/** Its own record; with those that just left for it; else what is kept aside of it or of what it was. */
function recordFor(
  { id, was = [] }: ChecklistStep,
  steps: StepRecords,
  leaving: StepRecords,
  aside: StepRecords,
): StepRecord | undefined {
  const own = steps[id] ?? aside[id];
  const joining = was.flatMap((old) => leaving[old] ?? []);
  if (own || joining.length > 0) return merged([...(own ? [own] : []), ...joining]);
  return merged(was.flatMap((old) => aside[old] ?? []));
}

/** From the least to the most settled; nothing may look done of which a part is not. */
const order: readonly StepState[] = [
  'returned',
  'todo',
  'preparing',
  'submitted',
  'done',
  'exempt',
];

/** One record of several steps that became one: the least settled state, and whatever was written down. */
function merged([first, ...others]: readonly StepRecord[]): StepRecord | undefined {
  if (!first || others.length === 0) return first;
  const all = [first, ...others];
  const stated = all.filter(({ state }) => state !== 'exempt');
  const [least = first] = (stated.length > 0 ? stated : all).toSorted(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state),
  );
  const [latest = first] = all.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const papers = [...new Set(all.flatMap((one) => one.papers ?? []))];
  const { note = first.note, state } = least;
  return {
    // Its own number and days come first: nothing else keeps them.
    ...all.reduceRight<Partial<StepRecord>>((known, one) => ({ ...known, ...one }), {}),
    ...(note !== undefined && { note }),
    state,
    revision: Math.max(...all.map(({ revision }) => revision)) + 1,
    by: latest.by,
    at: latest.at,
    ...(papers.length > 0 && { papers }),
  };
}
