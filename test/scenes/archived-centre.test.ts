import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

const { hamdan, yusuf, maryam, ratna } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

type Member = { readonly id: number };
const told = ({ id }: Member, words: string) =>
  home.telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes(words));
const stopped = 'pendampingan BLK Bina Iman sedang dihentikan';

describe('the people of a centre that is archived', () => {
  it('are told of it, once, and nobody else is', async () => {
    const asked = await home.as(ratna).goes('/blk bina-iman', '<Arsipkan>');
    expect(asked.text).toContain('Lembaga ini tidak lagi terlihat oleh umum di /info');
    await home.as(ratna).taps('Ya, arsipkan');
    await home.as(ratna).forges('blk:.ybina-iman');
    for (const one of [hamdan, yusuf]) {
      await home.as(one).settled();
      expect(told(one, 'Pendampingan BLK Bina Iman kami hentikan')).toHaveLength(1);
    }
    expect(told(maryam, 'hentikan')).toEqual([]);
  });

  it.each(['/status', '/lapor', '/nihil', '/kendala', '/libur', '/profil', '/progres', '/bantuan'])(
    'hear from %s why it cannot be used',
    async (command) => {
      const { text } = await home.as(hamdan).says(command);
      expect(text).toContain(stopped);
      expect(text).not.toContain('belum terhubung');
    },
  );

  it('hear it from the button of an old check-in and at the start too', async () => {
    await home.as(hamdan).says('/saya');
    expect((await home.as(hamdan).forges('balas:lapor.bina-iman.2026-11')).text).toContain(stopped);
    expect((await home.as(hamdan).says('/start')).text).toContain(stopped);
  });

  it('still find every command of theirs answering', async () => {
    const manager = home.as(hamdan);
    for (const { command } of home.world.menu(new Set(['public', 'manager'] as const))) {
      const before = manager.chat().length;
      await manager.says(`/${command}`);
      expect(manager.chat().length).toBeGreaterThan(before + 1);
    }
  });

  it('are told when it is back, and go on as before', async () => {
    await home.as(ratna).goes('/blk bina-iman', '<Aktifkan kembali>');
    for (const one of [hamdan, yusuf]) {
      await home.as(one).settled();
      expect(told(one, 'BLK Bina Iman didampingi kembali')).toHaveLength(1);
    }
    expect((await home.as(hamdan).says('/status')).text).toContain('Status: Persiapan');
  });
});
