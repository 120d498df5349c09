import { longDay, clockTime, zoneLabel } from '../src/domain/indonesian-dates';
import { dayAt } from '../src/domain/day';
import { type Institution, shortName } from '../src/domain/institution';
import { type Offer, invitableRoles, invitationEnd } from '../src/domain/invitation';
import { roleName } from '../src/domain/person';
import { understood, unclear } from '../src/domain/reading';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Step, defineForm, onlyWhen } from '../src/scene';
import { type Regencies, regenciesStep } from './regencies-step';
import { type ReachFacts, institutionInReach, institutionsOfOffice } from './institution-in-reach';

interface InviteFacts extends ReachFacts {
  /** The institution whose manager is to be invited, if a button named one. */
  readonly asked?: Institution;
  readonly roles: readonly Offer['role'][];
}

const codeBytes = 12;
const ofInstitution = (role: unknown) => role === 'manager' || role === 'deputy';

async function prepareInvite(world: World, visitor: Visitor, institution: string) {
  const institutions = await institutionsOfOffice(world, visitor);
  const roles = invitableRoles(visitor.roles);
  const asked = roles.includes('manager')
    ? institutions.find(({ id }) => id === institution)
    : undefined;
  return understood<InviteFacts>({ institutions, roles, ...(asked && { asked }) });
}

const whichRole: Step<Offer['role'], InviteFacts> = {
  label: 'Peran',
  ask: 'Siapa yang ingin diundang?',
  choices: ({ facts }) => facts.roles.map((role) => ({ label: roleName(role), says: role })),
  forks: true,
  read: (said, { facts }) => {
    const role = facts.roles.find((one) => one === said);
    return role
      ? understood(role)
      : unclear(
          'Mohon maaf, peran itu belum dapat diundang. Silakan pilih dari tombol di bawah ini.',
        );
  },
  show: roleName,
};

/** Makes a link that gives one person one role, once, within 72 hours. */
export const undang = defineForm({
  command: 'undang',
  about: 'Undang pengelola BLK',
  title: 'Undangan',
  for: ['officer', 'admin'],
  send: 'Buat undangan',
  prepare: prepareInvite,
  given: ({ asked }: InviteFacts): Readonly<Record<string, string>> =>
    asked ? { role: 'manager', institution: asked.id } : {},

  steps: {
    role: whichRole,
    regencies: onlyWhen(({ soFar }) => !ofInstitution(soFar.role), regenciesStep),
    institution: onlyWhen(({ soFar }) => ofInstitution(soFar.role), institutionInReach),
  },

  async finish({ id, answers, visitor, world }) {
    const { now, zone, person } = visitor;
    const invitation = await world.invitations.issue(
      {
        code: Buffer.from(world.chance.bytes(codeBytes)).toString('base64url'),
        grants: offer(answers),
        createdAt: now,
        expiresAt: invitationEnd(now),
        createdBy: person?.id ?? 'admin',
      },
      id,
    );
    await world.audit.note({
      id: `invited:${id}`,
      who: person?.id ?? 'admin',
      did: 'invited',
      what: answers.role,
      at: now,
    });
    const { expiresAt } = invitation;
    return {
      text: lines(
        html`Undangan untuk ${bold(roleName(answers.role))}${ofBlk(answers.institution)}:`,
        world.link(invitation.code),
        '',
        `Berlaku satu kali, sampai ${longDay(dayAt(expiresAt, zone))} pukul ${clockTime(expiresAt, zone)} ${zoneLabel(zone)}. Mohon teruskan tautan ini hanya kepada yang bersangkutan.`,
      ),
    };
  },
});

const ofBlk = (institution: Institution | undefined) =>
  institution ? ` BLK ${shortName(institution)}` : '';

interface Offered {
  readonly role: Offer['role'];
  readonly regencies: Regencies | undefined;
  readonly institution: Institution | undefined;
}

function offer({ role, regencies, institution }: Offered): Offer {
  if (role === 'officer' || role === 'head') {
    if (!regencies) throw new Error('An invitation to the office was finished without a scope');
    return { role, regencies };
  }
  if (!institution) throw new Error('An invitation to an institution was finished without one');
  return { role, institution: institution.id };
}
