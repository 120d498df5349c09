import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { drawn } from '../support/talk';

const { hamdan, yusuf, maryam, rahmat } = cast;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome('2026-11-29T22:00:00Z');
  await home.store
    .collection('institutions')
    .updateMany({}, { $set: { registeredAt: new Date('2026-11-01') } });
  await home.world.institutions.change('datu-ismail', { rhythm: 'weekly' });
  await home.playTo('2026-12-01T12:00:00+08:00');
}, 60_000);
afterAll(() => home.stop());

const asked = ({ id }: { readonly id: number }) =>
  home.telegram
    .chat(id)
    .filter(({ from, text }) => from.isBot && text.startsWith('Assalamu'))
    .map((message) => drawn(message).split('\n'));
const answers = ['[Lapor] [Nihil]', '[Ada kendala] [Sedang libur]', '[Nanti]'];

describe('a check-in', () => {
  it('greets by name, and asks for news, plans and obstacles in one sentence', () => {
    expect(asked(hamdan)).toEqual([
      [
        "Assalamu'alaikum, Ustaz Hamdan. 🙏",
        'Bagaimana kabar BLK Bina Iman? Adakah kegiatan belakangan ini, rencana untuk Desember 2026, atau kendala yang bisa kami bantu?',
        ...answers,
      ],
    ]);
    expect(asked(maryam)[0]?.[0]).toBe("Assalamu'alaikum, Ustazah Maryam. 🙏");
  });

  it('goes to one person of a centre', () => {
    expect(asked(yusuf)).toEqual([]);
  });

  it('speaks of the week to a centre that is asked every week', () => {
    expect(asked(rahmat)[0]).toEqual([
      "Assalamu'alaikum, Bapak Rahmat. 🙏",
      'Bagaimana kabar BLK Datu Ismail? Adakah kegiatan belakangan ini, rencana untuk pekan ini, atau kendala yang bisa kami bantu?',
      ...answers,
    ]);
  });

  it('comes back once to those who did not answer, without a reproach', async () => {
    await home.as(maryam).goes('<Nihil>', '<Peserta belum cukup>', '<Lewati>', '<Kirim>');
    await home.playTo('2026-12-09T12:00:00+08:00');
    expect(asked(hamdan)[1]).toEqual([
      "Assalamu'alaikum, Ustaz Hamdan. 🙏",
      'Kabar dari BLK Bina Iman untuk Desember 2026 belum kami terima. Bila sempat, cukup ketuk salah satu tombol.',
      ...answers,
    ]);
    expect(asked(maryam).filter(([, line]) => line?.includes('belum kami terima'))).toEqual([]);
  });
});
