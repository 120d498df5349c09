import { automaticThisMonth } from '../board/automatic-this-month';
import { checkInAbout } from '../board/check-in-about';
import { checkInCard } from '../board/check-in-message';
import { withRepairs } from '../board/overdue-repairs';
import { type CheckInStage, checkInKind, checkInReason } from '../board/check-in-stage';
import { type Contact, contactsOf } from '../board/contacts-of';
import { withStalledStep } from '../board/stalled-registrations';
import { heldCheckIn } from '../board/held-check-in';
import { type CheckInPlan, planCheckIn } from '../domain/check-in-plan';
import { type Day, addDays, dayAt, startOfDay } from '../domain/day';
import { type Institution, shortName } from '../domain/institution';
import { periodOf } from '../domain/period';
import { periodWords } from '../domain/period-words';
import type { World } from '../ports';
import type { KeptExpectation } from '../ports/follow-ups';
import { eachInstitution, gone, institutionAt } from './each-institution';
import type { Job, Looked } from './job';

/** Asks at the right moment, once more if need be, and then asks an officer to call. */
export const checkIn: Job = {
  name: 'check-in',
  about: 'menyapa pengelola',
  scopes: eachInstitution,
  next: (_scope, _world, now) => Promise.resolve(now),
  async run({ scope, world, now }) {
    const institution = await institutionAt(scope, world);
    if (!institution) return gone;
    const today = dayAt(now, institution.zone);
    const period = periodOf(today, institution.rhythm);
    const looked: Looked[] = [];
    // One after the other: what is done about the one may make something about the other needless.
    for (const expectation of [
      await earlier(institution, today, world),
      await world.expectations.of(scope, period.id),
    ])
      if (expectation) looked.push(await lookAt({ institution, expectation, world, now, today }));
    return together(looked);
  },
};

interface Asked {
  readonly institution: Institution;
  readonly expectation: KeptExpectation;
  readonly world: World;
  readonly now: Date;
  readonly today: Day;
}

/** The period before this one may still need an officer's call. */
async function earlier({ id, rhythm }: Institution, today: Day, world: World) {
  const { opensOn } = periodOf(today, rhythm);
  return world.expectations.of(id, periodOf(addDays(opensOn, -1), rhythm).id);
}

function together(looked: readonly Looked[]): Looked {
  const next = looked
    .flatMap((each) => each.next ?? [])
    .toSorted((one, other) => one.getTime() - other.getTime())
    .at(0);
  return { did: looked.map(({ did }) => did).join('; ') || 'no period is open', next };
}

/** Does what is due, then looks again: what was done may make something else due, or says when to come back. */
async function lookAt(asked: Asked): Promise<Looked> {
  const contacts = await contactsOf(asked.institution.id, asked.world);
  const plan = await planFor(asked, contacts[0]);
  if (plan.due === 'nothing') {
    const { institution, expectation, world } = asked;
    await world.outbox.put(await heldCheckIn(plan.why, expectation, institution, asked));
    return { did: `nothing: ${plan.why}`, next: plan.lookAgainAt };
  }
  const done = await carryOut(plan, asked, contacts[0]);
  if (!done.expectation) return done;
  const further = await lookAt({ ...asked, expectation: done.expectation });
  return { did: `${done.did}, ${further.did}`, next: further.next };
}

async function planFor(asked: Asked, contact: Contact | undefined): Promise<CheckInPlan> {
  const { institution, expectation, world, now } = asked;
  const [leaves, policy, calendar, standings] = await Promise.all([
    world.leaves.of(institution.id),
    world.rules.policyOf(institution),
    world.rules.calendar(),
    world.reports.standings([institution.id]),
  ]);
  const lastAnswerAt = standings.get(institution.id)?.lastAnswerAt;
  const situation = {
    expectation,
    institution,
    leaves,
    automaticThisMonth: contact ? await automaticThisMonth(contact, institution, world, now) : 0,
    unreachable: contact === undefined,
    ...sentBefore(expectation),
    ...(lastAnswerAt && { lastAnswerAt }),
  };
  return planCheckIn(situation, policy, calendar, now);
}

const sentBefore = ({
  openingSentOn,
  reminderSentOn,
  taskMadeOn,
  askAgainOn,
}: KeptExpectation) => ({
  ...(openingSentOn && { openingSentOn }),
  ...(reminderSentOn && { reminderSentOn }),
  ...(taskMadeOn && { taskMadeOn }),
  ...(askAgainOn && { askAgainOn }),
});

/** What was done; with the expectation as it is afterwards, when it has changed. */
type Done = Looked & { readonly expectation?: KeptExpectation };

async function carryOut(
  plan: Exclude<CheckInPlan, { due: 'nothing' }>,
  asked: Asked,
  contact: Contact | undefined,
): Promise<Done> {
  if (plan.due === 'officer-task') return makeTask(asked);
  if (!contact || plan.sendAt > asked.now)
    return { did: `waits for ${plan.due}`, next: plan.sendAt };
  return send(plan.due, asked, contact);
}

/** Writes down what was done. Whoever wrote in the same moment is seen on the next round. */
async function noted(asked: Asked, sent: Partial<KeptExpectation>, did: string): Promise<Done> {
  const { expectation, world } = asked;
  const after = { ...expectation, ...sent } as KeptExpectation;
  const written = await world.expectations.change(expectation, after);
  const again = await world.expectations.of(expectation.institution, expectation.period.id);
  if (written) return { did, next: undefined, expectation: after };
  return { did, next: undefined, ...(again && { expectation: again }) };
}

/** The row's key makes a repeat harmless: the message first, then the note that it was sent. */
async function send(stage: CheckInStage, asked: Asked, contact: Contact): Promise<Looked> {
  const { institution, expectation, world, now, today } = asked;
  const { period } = expectation;
  const about = checkInAbout(institution.id, period.id);
  const asking = checkInCard(stage, institution, period, contact);
  const card = await withRepairs(asking, institution, world, now);
  await world.outbox.put([
    {
      key: `${about}:${stage}`,
      about,
      kind: checkInKind[stage],
      because: checkInReason(stage, expectation),
      chat: contact.chat,
      person: contact.person.id,
      act: { do: 'say', card: await withStalledStep(card, institution, world, now) },
      at: now,
      within: { institution: institution.id, urgent: false },
      lapsesAt: startOfDay(addDays(period.closesOn, 1), institution.zone),
    },
  ]);
  const sent = stage === 'opening' ? { openingSentOn: today } : { reminderSentOn: today };
  return noted(asked, sent, `sent ${stage} of ${period.id}`);
}

const nobodyToCall =
  'Belum ada yang dapat ditelepon; mohon undang pengelolanya lewat /undang, atau catat nomor telepon BLK di /blk.';

/** One call is enough at a time, however many periods it is about. */
async function makeTask(asked: Asked): Promise<Done> {
  const { institution, expectation, world, now, today } = asked;
  const { period } = expectation;
  const open = await world.tasks.open([institution.id]);
  if (open.some(({ kind }) => kind === 'call'))
    return noted(asked, { taskMadeOn: today }, `a call is asked for already, of ${period.id} too`);
  const contacts = await world.people.of(institution.id);
  const canBeCalled = contacts.length > 0 || institution.phone !== undefined;
  await world.tasks.make({
    id: `call:${institution.id}:${period.id}`,
    institution: institution.id,
    kind: 'call',
    why: `${shortName(institution)} belum memberi kabar untuk ${periodWords(period)}. ${canBeCalled ? 'Mohon ditelepon.' : nobodyToCall}`,
    dueOn: today,
    madeAt: now,
  });
  return noted(asked, { taskMadeOn: today }, `asked an officer to call about ${period.id}`);
}
