import { announcementsCode, helpCode, linkTarget } from '../src/domain/deep-link';
import { type Invitation, invitationVerdict } from '../src/domain/invitation';
import { noticeText } from '../src/domain/notice';
import { mayUse, ownInstitutions } from '../src/domain/rights';
import { greeting, roleName } from '../src/domain/person';
import type { Visitor, World } from '../src/ports';
import { bold, html, lines, plain } from '../src/html';
import { type Elsewhere, defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { institutionsOf, whyNoInstitution } from './own-institution';
import { whyNotJoin } from './gabung';
import { shortName } from '../src/domain/institution';

/** The first thing anybody says: greets, or shows the notice to somebody with an invitation. */
export const start = defineView({
  command: 'start',
  about: 'Mulai',
  unlisted: true,
  for: ['public'],
  show: async (code, world, visitor) => {
    if (code === notYet) return { text: plain(noHurry) };
    if (code === helpCode || code === announcementsCode) return { leadsTo: opened(code, visitor) };
    const link = linkTarget(code);
    if (link) return followed(link);
    return code === '' ? welcome(world, visitor) : invited(code, world, visitor);
  },
});

/** Whoever may not announce is shown what they may do. */
const opened = (code: string, { roles }: Visitor): string =>
  code === announcementsCode && mayUse(['officer', 'head'], roles) ? 'umumkan' : 'bantuan';

/** Goes on where a link leads to. */
const followed = ({ target, id }: NonNullable<ReturnType<typeof linkTarget>>): Elsewhere => ({
  leadsTo: target === 'minat' ? 'minat' : 'info',
  ask: target === 'kelas' ? `.k${id}` : target === 'info' && id !== '' ? `.i${id}` : id,
});

/** Stands where a code would; no code is as short. */
const notYet = 'belum';

const noHurry =
  'Baik, tidak apa-apa. Bila nanti berkenan, silakan ketuk lagi tautan undangan dari dinas selama masih berlaku.';

/** Who runs the bot and what it keeps, before anything is kept. */
async function invited(code: string, world: World, visitor: Visitor): Promise<Card> {
  const invitation = await world.invitations.byCode(code);
  if (invitation?.usedBy !== undefined && invitation.usedBy === visitor.person?.id)
    return welcome(world, visitor);
  const verdict = invitationVerdict(invitation, visitor.now);
  if (verdict !== 'valid') return { text: plain(whyNotJoin[verdict]), buttons: [[toInfo]] };
  return {
    text: lines(
      `${salutation(invitation)}. Terima kasih sudah menerima undangan kami.`,
      '',
      noticeText(world.office),
      '',
      'Apakah Anda setuju?',
    ),
    buttons: [
      [{ label: 'Saya setuju', data: opens('gabung', code) }],
      [{ label: 'Belum setuju', data: opens('start', notYet) }],
    ],
  };
}

/** Whoever came by a link that leads nowhere may be looking for a course. */
const toInfo: Button = { label: 'Info BLK dan pelatihan', data: opens('info') };

/** The people of a pesantren are greeted as they greet, those of the office plainly. */
const salutation = (invitation: Invitation | undefined) =>
  invitation?.grants.institution === undefined ? 'Selamat datang' : "Assalamu'alaikum";

async function welcome(world: World, visitor: Visitor): Promise<Card> {
  const { person, roles } = visitor;
  const menu = world.menu(roles);
  if (!person?.consent)
    return {
      text: strangerWelcome(world.office, roles.has('admin')),
      buttons: [[toInfo]],
      menu,
    };
  const institutions = await institutionsOf(world, visitor);
  const where = institutions.map(shortName).join(', ');
  return {
    text: lines(
      html`Selamat datang kembali, ${bold(greeting(person))}.`,
      where === ''
        ? await withoutInstitution(world, visitor)
        : `Anda terhubung dengan BLK ${where}.`,
      'Silakan pilih yang ingin dilakukan, atau ketik /bantuan.',
    ),
    buttons: menu
      .filter(({ command }) => quick.includes(command))
      .map(({ command, about }) => [{ label: about, data: opens(command) }]),
    menu,
  };
}

/** What people come for most often. */
const quick = ['lapor', 'nihil', 'status', 'undang'];

const withoutInstitution = async (world: World, visitor: Visitor): Promise<string> =>
  ownInstitutions(visitor.person).length === 0
    ? roleNames(visitor)
    : whyNoInstitution(world, visitor);

const roleNames = ({ roles }: Visitor) =>
  `Peran Anda: ${[...roles]
    .filter((role) => role !== 'public')
    .map(roleName)
    .join(', ')}.`;

const strangerWelcome = (office: string, isAdmin: boolean) =>
  lines(
    `Selamat datang. Bot ini dikelola oleh ${office} untuk mendampingi BLK Komunitas.`,
    'Kami tidak pernah meminta NIK, kode OTP, atau uang.',
    isAdmin
      ? 'Anda terdaftar sebagai admin. Ketik /bantuan untuk melihat pilihan.'
      : 'Mencari pelatihan? Silakan ketuk tombol di bawah ini. Bila Anda pengelola BLK, silakan minta tautan undangan kepada petugas dinas, lalu ketuk tautan itu.',
  );
