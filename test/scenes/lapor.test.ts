import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { drawn } from '../support/talk';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const reports = () => home.store.collection('reports').find({}).toArray();

describe('/lapor', () => {
  it('takes a package training from the first question to the receipt', async () => {
    const hamdan = home.as(cast.hamdan);
    await hamdan.goes('/lapor', '<Pelatihan paket>', 'Desain Grafis');
    expect(drawn(hamdan.sees())).toContain('Kapan kegiatan dimulai?');
    await hamdan.goes('1 November 2026', '<Hari ini>', '<240>', '10 orang', '6', '<Lewati>', '5');
    await hamdan.taps('APBD kabupaten');
    await hamdan.sendsPhoto();
    expect(hamdan.sees().text).toContain('Sudah ada 1 foto.');
    await hamdan.taps('Selesai');
    expect(hamdan.sees().text).toContain('ringkasan');
    const receipt = await hamdan.taps('Kirim');
    expect(receipt.text).toMatch(
      /sudah kami terima.*\nNomor tanda terima: [0-9A-Z]{5}-[0-9A-Z]{5}/u,
    );

    const [report] = await reports();
    expect(report).toMatchObject({
      sort: 'activity',
      institution: 'bina-iman',
      kind: 'pelatihan_paket',
      details: {
        program: 'Desain Grafis',
        startsOn: '2026-11-01',
        endsOn: '2026-11-23',
        lessonHours: 240,
        men: 10,
        women: 6,
        passedWomen: 5,
        funding: 'APBD kabupaten',
      },
      startsOn: '2026-11-01',
      endsOn: '2026-11-23',
      men: 10,
      women: 6,
      onBehalf: false,
      version: 1,
      review: 'received',
    });
    expect(report?.['photos']).toHaveLength(1);
    expect(report?.['reportedAt']).toEqual(home.clock.now());
    const person = await home.store.collection('people').findOne({ telegramId: cast.hamdan.id });
    expect(report?.['reportedBy']).toBe(person?._id);
  });
});
