import { cast } from '../../src/cast';
import { startProcess } from '../support/bot-process';
import { chatter } from '../support/chatter';
import { type WholeBot, wholeBot } from '../support/whole-bot';

let bot: WholeBot;
beforeAll(async () => {
  bot = await wholeBot();
});
afterAll(() => bot.close());

/** Runs `npm run invite -- …` and tells what it printed. */
async function invite(...args: readonly string[]) {
  const process = startProcess(bot.settings, { script: 'src/cli/invite.ts', args });
  const { code } = await process.ended;
  return { code, printed: process.output(), errors: process.errors() };
}

const linkIn = (printed: string) => /https:\/\/t\.me\/\S+/u.exec(printed)?.[0] ?? '';

const invitations = () => bot.database((store) => store.collection('invitations').find().toArray());

/** The new manager follows the link, agrees, and says who they are. */
async function join(link: string): Promise<void> {
  const person = chatter(bot.telegram, cast.fauzi.id);
  bot.telegram.followsLink(cast.fauzi.id, link);
  await person.sees(/Apakah Anda setuju/u);
  await person.goes('<Saya setuju>', /[Nn]ama/u);
}

test('a link made without a running bot, and one made beside it, both open the bot', async () => {
  const before = await invite('bina-iman', 'manager');
  expect(before).toMatchObject({ code: 0, errors: '' });
  await bot.start();
  const beside = await invite('all', 'officer');
  expect(beside).toMatchObject({ code: 0, errors: '' });
  expect(beside.printed).toContain('Valid once, for 72 hours');
  const near = await invite('kabupaten paser', 'officer');
  expect(near.printed).toContain(', Kabupaten Paser. Valid once');
  expect((await invitations()).map(({ grants }): unknown => grants)).toEqual(
    expect.arrayContaining([
      { role: 'manager', institution: 'bina-iman' },
      { role: 'officer', regencies: 'all' },
      { role: 'officer', regencies: ['Kabupaten Paser'] },
    ]),
  );
  await join(linkIn(before.printed));
}, 60_000);

test('bad arguments are explained beside a running bot, and make no invitation', async () => {
  const [none, nobody, nowhere, misspelt] = await Promise.all([
    invite(),
    invite('bina-iman', 'raja'),
    invite('bina-imam', 'manager'),
    invite('Kabupaten Paserrr', 'officer'),
  ]);
  expect(none.errors).toContain('Usage: npm run invite -- <institution-slug> <role>');
  expect(nobody.errors).toContain('There is no role "raja"');
  expect(nowhere.errors).toMatch(/There is no institution "bina-imam"\. Known: .*bina-iman/u);
  expect(misspelt.errors).toMatch(
    /There is no regency "Kabupaten Paserrr" with an institution\. Known: all, .*Kabupaten Paser/u,
  );
  for (const { code, errors } of [none, nobody, nowhere, misspelt]) {
    expect(code).toBe(1);
    expect(errors).not.toMatch(/\n\s+at /u);
  }
  expect(await invitations()).toHaveLength(3);
}, 60_000);
