import { standingOf } from '../src/board/standing-of';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { type Institution, shortName, usualRestDay } from '../src/domain/institution';
import { type Reading, understood, unclear } from '../src/domain/reading';
import type { FollowUpPromise, Visit } from '../src/domain/visit';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Done, defineForm, onlyWhen, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { institutionSteps } from './institution-steps';
import { notInReach, officeInstitution } from './office-institution';
import { placeFacts } from './place-facts';
import { type VisitFormFacts, isNew, newOne, visitSteps } from './visit-steps';

/** The institution that was named comes along; one that was never heard of is added in the form. */
async function prepare(
  world: World,
  visitor: Visitor,
  id: string,
): Promise<Reading<VisitFormFacts>> {
  const places = await placeFacts(world, visitor);
  if (id === '') return understood(places);
  const asked = await officeInstitution(id, world, visitor);
  return asked && !asked.archivedAt ? understood({ ...places, asked }) : unclear(notInReach);
}

const { name, kind, regency, district, trade } = institutionSteps;

/** Records a visit on the spot: what was found, what is to be done until when, and whether the centre is active. */
export const kunjungan = defineForm({
  command: 'kunjungan',
  about: 'Catat kunjungan pembinaan',
  title: 'Kunjungan pembinaan',
  for: ['officer'],
  prepare,
  given: ({ asked }: VisitFormFacts): Readonly<Record<string, string>> =>
    asked ? { institution: asked.id } : {},
  steps: {
    institution: visitSteps.institution,
    name: onlyWhen(isNew, name),
    kind: onlyWhen(isNew, kind),
    regency: onlyWhen(isNew, regency),
    district: onlyWhen(isNew, district),
    trade: onlyWhen(isNew, trade),
    manner: visitSteps.manner,
    on: visitSteps.on,
    findings: visitSteps.findings,
    equipment: visitSteps.equipment,
    confirms: visitSteps.confirms,
    followUp: visitSteps.followUp,
    due: visitSteps.due,
    second: visitSteps.second,
    secondDue: visitSteps.secondDue,
    third: visitSteps.third,
    thirdDue: visitSteps.thirdDue,
    photos: visitSteps.photos,
  },

  async finish(done) {
    const institution = await visited(done);
    const visit = await visitTo(institution, done);
    const { world, visitor } = done;
    await world.visits.add(visit);
    await afterVisit(visit, institution, world, visitor.now);
    return receipt(visit, institution, world);
  },
});

type VisitAnswers = {
  readonly [K in keyof typeof visitSteps]: Exclude<
    ReturnType<(typeof visitSteps)[K]['read']>,
    { readonly ok: false }
  >['value'];
} & {
  readonly name?: string;
  readonly kind?: Institution['kind'];
  readonly regency?: string;
  readonly district?: string;
  readonly trade?: string;
};

type VisitDone = Done<VisitAnswers, VisitFormFacts>;

/** The institution that was chosen, or the new one, which is added under the form's id. */
async function visited({ id, answers, facts, visitor, world }: VisitDone): Promise<Institution> {
  if (answers.institution !== newOne) return answers.institution;
  const { name: called, kind: sort, regency: place, district: part, trade: taught } = answers;
  if (!called || !sort || !place || !part || !taught)
    throw new Error('A visit to a new institution was finished without its description');
  const described = { name: called, kind: sort, regency: place, district: part, trade: taught };
  // The day of rest of most pesantren, and the rhythm of the others, until somebody says otherwise.
  const { rhythm } = await world.rules.policy();
  const usual = { restDay: usualRestDay, rhythm, zone: facts.zoneOf(place) } as const;
  const added = await world.institutions.add({ ...described, ...usual }, id, visitor.now);
  return added.institution;
}

async function visitTo(institution: Institution, done: VisitDone): Promise<Visit> {
  const { id, answers, visitor, world } = done;
  const { manner, on, findings, equipment, confirms, photos } = answers;
  const { reading } = await standingOf(institution, world, visitor.now);
  return {
    id,
    institution: institution.id,
    ...{ manner, on, findings, confirms, photos },
    ...(equipment !== undefined && { equipment }),
    ...(reading.lastActivityOn && { lastActivityThen: reading.lastActivityOn }),
    followUps: promises(answers),
    by: visitor.person?.id ?? '',
    at: visitor.now,
  };
}

const promises = (answers: VisitAnswers): readonly FollowUpPromise[] =>
  (
    [
      [answers.followUp, answers.due],
      [answers.second, answers.secondDue],
      [answers.third, answers.thirdDue],
    ] as const
  ).flatMap(([what, dueOn]) =>
    what === undefined || dueOn === undefined ? [] : [{ what, dueOn }],
  );

/** What follows from a visit; keyed by it, so that a repeat changes nothing. */
async function afterVisit(
  { id, institution, followUps, manner, by, at }: Visit,
  named: Institution,
  world: World,
  now: Date,
): Promise<void> {
  for (const [n, { what, dueOn }] of followUps.entries())
    await world.tasks.make({
      id: `visit:${id}:${n + 1}`,
      institution,
      kind: 'follow-up',
      why: `${shortName(named)}: ${what} (sampai ${shortDay(dueOn)})`,
      dueOn,
      madeAt: at,
    });
  if (manner === 'visit') await world.tasks.lapse(institution, 'visit', now);
  await world.tasks.lapse(institution, 'call', now);
  await world.audit.note({ id: `visited:${id}`, who: by, did: 'visited', what: institution, at });
  for (const job of ['status', 'check-in', 'escalation'])
    await world.appointments.hurry(job, institution, now);
}

async function receipt(
  { followUps, confirms }: Visit,
  institution: Institution,
  world: World,
): Promise<Card> {
  const incident = await world.incidents.openOf(institution.id);
  return {
    text: lines(
      html`Kunjungan ke ${bold(shortName(institution))} sudah tersimpan. Terima kasih.`,
      confirms === 'unsure' ? undefined : confirmed[confirms],
      ...followUps.map(({ what, dueOn }) => html`📌 ${what}, sampai ${longDay(dueOn)}`),
      followUps.length === 0 ? undefined : 'Tindak lanjutnya ada di /tugas.',
    ),
    buttons: [
      ...(incident ? [[{ label: 'Selesai ditangani', data: opens('selesai', incident.id) }]] : []),
      [{ label: `Buka ${shortName(institution)}`, data: opens('blk', institution.id) }],
    ],
  };
}

const confirmed = {
  active: 'Kegiatan yang Anda lihat dihitung sebagai kegiatan pada hari itu.',
  passive:
    'Bila sudah lebih lama dari batas tanpa kegiatan, lembaga ini tercatat pasif sampai ada kegiatan lagi.',
} as const;
