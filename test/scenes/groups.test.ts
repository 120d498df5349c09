import { cast, castGroups } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

let home: BotAtHome;
const group = castGroups[0];
beforeAll(async () => {
  home = await botAtHome();
  await home.as(cast.hamdan).goes('/nihil', 'Lainnya', 'Rahasia Bina Iman', '<Kirim>');
});
afterAll(() => home.stop());

const fromBot = () => home.telegram.chat(group.id).filter(({ from }) => from.isBot);

/** Says something in the group and returns what the bot said to it there. */
async function says(text: string, member: { readonly id: number } = cast.hamdan) {
  const before = fromBot().length;
  await home.as(group).settled(home.telegram.says(member.id, text, group.id).updateId);
  return fromBot().slice(before);
}

describe('in a group', () => {
  it('a command is answered with the way to the private chat, and nothing else', async () => {
    for (const command of ['start', 'lapor', 'riwayat', 'status', 'undang']) {
      const answers = await says(`/${command}`);
      expect(answers.map(({ text }) => text)).toEqual([
        'Mohon maaf, perintah ini dipakai lewat chat pribadi dengan bot ini.',
      ]);
    }
  });

  it('a command for this bot by name is answered, one for another bot is not', async () => {
    expect(await says('/status@blk_aktif_bot')).toHaveLength(1);
    home.telegram.addsBot(cast.ratna.id, group.id, 'administrator');
    expect(await says('/status@bot_lain')).toEqual([]);
    expect(await says('Assalamualaikum, kapan pelatihan dimulai?')).toEqual([]);
  });

  it('an officer is shown nothing either but the way there, which opens the help', async () => {
    const [answer] = await says('/start', cast.ratna);
    expect(answer?.text).toContain('chat pribadi');
    const [[way] = []] = answer?.rows ?? [];
    expect(way?.text).toBe('Buka chat pribadi');
    const followed = home.telegram.followsLink(cast.ratna.id, way!.url!);
    const update = followed.kind === 'link' ? followed.said?.updateId : undefined;
    expect(update).toBeDefined();
    await home.as(cast.ratna).settled(update);
    expect(home.as(cast.ratna).sees().text).toContain('/tugas');
    expect(await says('/perintahbotlain')).toEqual([]);
  });

  it('leads from /umumkan to the announcements, for those who may', async () => {
    const [answer] = await says('/umumkan', cast.ratna);
    const url = answer?.rows[0]?.[0]?.url ?? '';
    for (const { who, sees } of [
      { who: cast.ratna, sees: 'Pengumuman' },
      { who: cast.hamdan, sees: '/lapor' },
    ]) {
      home.telegram.followsLink(who.id, url);
      await home.as(who).settled();
      expect(home.as(who).sees().text).toContain(sees);
    }
    expect(home.as(cast.hamdan).sees().text).not.toContain('/umumkan');
  });

  it('a forged button flashes up the way to the private chat and shows nothing', async () => {
    const [pointer] = await says('/riwayat');
    const before = fromBot().length;
    const tapped = home.telegram.tapsData(1001, group.id, pointer?.id ?? 0, 'riwayat');
    await home.as(group).settled(tapped.kind === 'query' ? tapped.updateId : undefined);
    expect(home.as(cast.hamdan).toast()).toBe('Mohon gunakan bot ini lewat chat pribadi.');
    expect(fromBot()).toHaveLength(before);
    expect(fromBot().some(({ text }) => text.includes('Rahasia'))).toBe(false);
  });

  it('what is said there is no answer to a form in the private chat', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/lapor', '<Kelas singkat>');
    await says('Mengetik');
    expect(hamdan.sees().text).toContain('Apa topik kelasnya?');
    await hamdan.says('/batal');
  });
});
