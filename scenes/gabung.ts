import { type Institution, shortName } from '../src/domain/institution';
import {
  type Invitation,
  type InvitationVerdict,
  grantOf,
  invitationVerdict,
} from '../src/domain/invitation';
import { formId } from '../src/domain/form-id';
import { noticeVersion } from '../src/domain/notice';
import {
  type FormOfAddress,
  type Person,
  formsOfAddress,
  greeting,
  roleName,
} from '../src/domain/person';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import { rolesOf } from '../src/domain/rights';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Done, defineForm, opens } from '../src/scene';
import type { Card } from '../src/talk';

/** Why an invitation can't be used, and what to do instead. */
export const whyNotJoin: Readonly<Record<Exclude<InvitationVerdict, 'valid'>, string>> = {
  used: 'Mohon maaf, undangan ini sudah dipakai. Silakan minta undangan baru kepada petugas dinas.',
  expired:
    'Mohon maaf, masa berlaku undangan ini sudah lewat (72 jam). Silakan minta undangan baru kepada petugas dinas.',
  unknown:
    'Mohon maaf, undangan ini tidak kami kenali. Silakan periksa tautannya atau minta undangan baru kepada petugas dinas.',
};

/** Stands for the name somebody has on Telegram, which may be too long for a button. */
const asOnTelegram = '@';

interface JoinFacts {
  readonly invitation: Invitation;
  readonly institution: Institution | undefined;
}

interface JoinAnswers {
  readonly name: string;
  readonly address: FormOfAddress;
}

/** Binds a person to the role their invitation gives; tapping *Saya setuju* on the notice leads here. */
export const gabung = defineForm<JoinAnswers, JoinFacts>({
  command: 'gabung',
  about: 'Bergabung dengan undangan',
  title: 'Bergabung',
  unlisted: true,
  for: ['public'],
  prepare,

  steps: {
    name: {
      label: 'Nama',
      ask: ({ visitor }) =>
        readName(visitor.telegramName).ok
          ? 'Dengan siapa kami berbicara? Silakan ketik nama Anda, atau ketuk nama di bawah ini.'
          : 'Dengan siapa kami berbicara? Silakan ketik nama Anda.',
      // Some names on Telegram are invisible, or too long to be addressed by.
      choices: ({ visitor }) =>
        readName(visitor.telegramName).ok
          ? [{ label: visitor.telegramName, says: asOnTelegram }]
          : [],
      read: (said, { visitor }) => readName(said === asOnTelegram ? visitor.telegramName : said),
      keep: String,
    },
    address: {
      label: 'Sapaan',
      ask: 'Bagaimana kami sebaiknya menyapa Anda?',
      choices: formsOfAddress.map((one) => ({ label: one, says: one })),
      read: readAddress,
    },
  },

  finish: join,
});

/** Reads the name somebody wants to be called by. */
export const readName = (said: string): Reading<string> =>
  readText(said, { of: 'nama', max: 60, example: 'Ahmad Fauzi' });

/** Reads a form of address from the list. */
export function readAddress(said: string): Reading<FormOfAddress> {
  const chosen = formsOfAddress.find((one) => one.toLowerCase() === said.trim().toLowerCase());
  return chosen
    ? understood(chosen)
    : unclear(
        'Mohon maaf, sapaan itu belum ada. Silakan pilih dari tombol di bawah ini, misalnya: Bapak/Ibu.',
      );
}

async function prepare(world: World, visitor: Visitor, code: string): Promise<Reading<JoinFacts>> {
  const invitation = await world.invitations.byCode(code);
  const verdict = invitationVerdict(invitation, visitor.now);
  const own = invitation?.usedBy !== undefined && invitation.usedBy === visitor.person?.id;
  if (!invitation || (verdict !== 'valid' && !own))
    return unclear(whyNotJoin[verdict === 'valid' ? 'unknown' : verdict]);
  const { institution: id } = invitation.grants;
  const institution = id === undefined ? undefined : await world.institutions.one(id, everything);
  return understood({ invitation, institution });
}

/** The invitation itself is the right to look. */
const everything = { institutions: [], regencies: 'all' } as const;

async function join(done: Done<JoinAnswers, JoinFacts>): Promise<Card> {
  const person = await admit(done);
  if (!person) return { text: plain(whyNotJoin.used) };
  const { visitor, world, facts } = done;
  const menu = world.menu(rolesOf(person, visitor.roles.has('admin')));
  return {
    text: joinedText(person, facts),
    buttons: [
      ...menu.slice(0, 2).map(({ command, about }) => [{ label: about, data: opens(command) }]),
      // Officers call a centre that falls silent.
      ...(facts.institution ? [[{ label: 'Isi nomor telepon', data: opens('nomor') }]] : []),
    ],
    menu,
  };
}

/** Claims the invitation first: of two people with the same link, one joins. */
async function admit(done: Done<JoinAnswers, JoinFacts>): Promise<Person | undefined> {
  const { id, answers, facts, visitor, world } = done;
  const { now: at, telegramId } = visitor;
  const { code, grants } = facts.invitation;
  const met = await world.people.meet(telegramId, formId(world.chance.bytes(8)), answers.name);
  if (!(await world.invitations.claim(code, met.id, at))) return undefined;
  const grant = grantOf(grants, at);
  const consent = { version: noticeVersion, at };
  const person = await world.people.join(met.id, { ...answers, grant, origin: code, consent });
  await world.audit.note({
    id: `joined:${id}`,
    who: person.id,
    did: 'joined',
    what: grants.role,
    at,
  });
  return person;
}

const joinedText = (person: Person, { invitation: { grants }, institution }: JoinFacts) =>
  lines(
    html`Selamat bergabung, ${bold(greeting(person))}. 🤝`,
    `Peran Anda: ${roleName(grants.role)}${institution ? ` BLK ${shortName(institution)}` : ''}.`,
    'Ketik /bantuan kapan saja untuk melihat yang dapat dilakukan.',
  );
