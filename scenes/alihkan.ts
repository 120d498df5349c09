import { type Institution, shortName } from '../src/domain/institution';
import { type Invitation, invitationEnd } from '../src/domain/invitation';
import { type Person, roleName } from '../src/domain/person';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Done, type Prepared, type Step, defineForm, opens, refused } from '../src/scene';
import type { Card } from '../src/talk';
import { archivedNow, look, notInReach, officeInstitution } from './office-institution';
import { isolated } from '../src/domain/isolated';

interface HandOverFacts {
  readonly institution: Institution;
  readonly contacts: readonly Person[];
}

type Kept = 'manager' | 'deputy';

/** Finds the institution and who looks after it now. */
async function prepare(
  world: World,
  visitor: Visitor,
  id: string,
): Promise<Prepared<HandOverFacts>> {
  const institution = await officeInstitution(id, world, visitor);
  if (!institution) return unclear(notInReach);
  if (institution.archivedAt) return archivedNow(institution);
  const contacts = await world.people.of(institution.id);
  return contacts.length === 0 ? nobodyYet(institution) : understood({ institution, contacts });
}

/** The button of an older message is tapped when the last contact has left: somebody is to be invited now. */
const nobodyYet = (institution: Institution) =>
  refused(
    `${shortName(institution)} sekarang belum mempunyai kontak, jadi belum ada yang dapat dialihkan. Silakan undang pengelolanya, atau catat nomor telepon BLK-nya.`,
    [
      [
        { label: 'Undang kontak', data: opens('undang', institution.id) },
        { label: 'Telepon BLK', data: opens('nomorblk', institution.id) },
      ],
      ...look(institution),
    ],
  );

const roleIn = (person: Person, { id }: Institution): Kept =>
  person.grants.some((one) => one.role === 'manager' && one.institution === id)
    ? 'manager'
    : 'deputy';

const titleOf = (person: Person, institution: Institution) =>
  `${isolated(person.name)} (${roleName(roleIn(person, institution)).toLowerCase()})`;

const leaving: Step<Person, HandOverFacts> = {
  label: 'Selesai bertugas',
  ask: 'Siapa yang selesai bertugas sebagai kontak?',
  choices: ({ facts: { contacts, institution } }) =>
    contacts.map((one) => ({ label: titleOf(one, institution), says: one.id })),
  read: (said, { facts }) => found(facts.contacts.find(({ id }) => id === said)),
  keep: ({ id }) => id,
  show: ({ name }) => name,
};

const found = <T>(value: T | undefined): Reading<T> =>
  value === undefined
    ? unclear(
        'Mohon maaf, orang itu bukan kontak lembaga ini lagi. Silakan pilih yang lain, atau undang penggantinya lewat /undang.',
      )
    : understood(value);

/** Stands for somebody whom the bot does not know yet. */
const somebodyNew = '+';

const following: Step<Person | typeof somebodyNew, HandOverFacts> = {
  label: 'Penggantinya',
  ask: 'Siapa yang menggantikannya?',
  choices: ({ facts: { contacts, institution }, soFar }) => [
    ...contacts
      .filter((one) => one !== soFar['leaving'])
      .map((one) => ({ label: titleOf(one, institution), says: one.id })),
    { label: 'Orang baru (buat undangan)', says: somebodyNew },
  ],
  read: (said, { facts, soFar }) =>
    said === somebodyNew
      ? understood(somebodyNew)
      : found(facts.contacts.find((one) => one.id === said && one !== soFar['leaving'])),
  keep: (chosen) => (chosen === somebodyNew ? somebodyNew : chosen.id),
  show: (chosen) => (chosen === somebodyNew ? 'orang baru, lewat undangan' : chosen.name),
};

interface HandOver {
  readonly leaving: Person;
  readonly following: Person | typeof somebodyNew;
}

/** Hands an institution over to another contact: the successor first, so that nobody is missing in between. */
export const alihkan = defineForm<HandOver, HandOverFacts>({
  command: 'alihkan',
  about: 'Alihkan kontak BLK',
  title: 'Alihkan kontak',
  unlisted: true,
  for: ['officer'],
  send: 'Alihkan',
  prepare,
  preface: ({ institution }: HandOverFacts) => html`BLK: ${bold(shortName(institution))}`,
  steps: { leaving, following },
  finish: handOver,
});

async function handOver(done: Done<HandOver, HandOverFacts>): Promise<Card> {
  const { id, answers, facts, visitor, world } = done;
  const { institution } = facts;
  const role = roleIn(answers.leaving, institution);
  const successor = answers.following;
  const invitation = successor === somebodyNew ? await invite(done, role) : undefined;
  if (successor !== somebodyNew) await promote(successor, role, done);
  await world.people.endGrant(answers.leaving.id, role, institution.id);
  await world.audit.note({
    id: `handed-over:${id}`,
    who: visitor.person?.id ?? '',
    did: 'handed-over',
    what: institution.id,
    at: visitor.now,
  });
  return handedOver(done, role, invitation);
}

function handedOver(
  { answers, facts: { institution }, world }: Done<HandOver, HandOverFacts>,
  role: Kept,
  invitation: Invitation | undefined,
): Card {
  const title = roleName(role).toLowerCase();
  const { leaving: left, following: successor } = answers;
  return {
    text: lines(
      html`${bold(left.name)} tidak lagi menjadi kontak ${bold(shortName(institution))}. Terima
      kasih atas pengabdiannya.`,
      successor === somebodyNew ? undefined : html`${bold(successor.name)} sekarang ${title}.`,
      invitation && `Undangan untuk ${title} yang baru, berlaku satu kali selama 72 jam:`,
      invitation && world.link(invitation.code),
    ),
    buttons: look(institution),
  };
}

const codeBytes = 12;

function invite(
  { id, facts, visitor, world }: Done<HandOver, HandOverFacts>,
  role: Kept,
): Promise<Invitation> {
  return world.invitations.issue(
    {
      code: Buffer.from(world.chance.bytes(codeBytes)).toString('base64url'),
      grants: { role, institution: facts.institution.id },
      createdAt: visitor.now,
      expiresAt: invitationEnd(visitor.now),
      createdBy: visitor.person?.id ?? '',
    },
    id,
  );
}

/** Gives somebody who is a contact already the other's role; their own, if it was another, ends. */
async function promote(
  person: Person,
  role: Kept,
  { id, facts, visitor, world }: Done<HandOver, HandOverFacts>,
): Promise<void> {
  const institution = facts.institution.id;
  const { name, address = 'Bapak/Ibu', consent } = person;
  if (!consent) return;
  const grant = { role, institution, since: visitor.now };
  await world.people.join(person.id, { name, address, grant, origin: id, consent });
  const other = role === 'manager' ? 'deputy' : 'manager';
  await world.people.endGrant(person.id, other, institution);
}
