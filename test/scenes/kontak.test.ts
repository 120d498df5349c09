import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const page = async () => (await home.as(cast.sari).says('/info bina-iman')).text;
const hamdan = () => home.as(cast.hamdan);

describe('the contact of a centre', () => {
  it('is shown to the public only after it was agreed to, and at once no longer when it is taken back', async () => {
    expect(await page()).not.toContain('Hamdan');
    await hamdan().goes('/profil', '<Tampilkan kontak saya>');
    expect(hamdan().sees().text).toContain('sukarela');
    await hamdan().goes('<Nomor telepon>', '0812-3456-7890');
    expect(await page()).not.toContain('Hamdan');
    await hamdan().taps('Setuju, tampilkan');
    expect(await page()).toContain('Hamdan (pengelola): +62 812-3456-7890');
    await hamdan().goes('/profil', '<Sembunyikan kontak saya>');
    expect(await page()).not.toContain('Hamdan');
    expect(await page()).not.toContain('812-3456');
  });

  it('can be the name on Telegram, which is not shown any more once it is given up', async () => {
    await hamdan().goes('/profil', '<Tampilkan kontak saya>', '<@hamdan_bi>');
    await hamdan().taps('Setuju, tampilkan');
    expect(await page()).toContain('Hamdan (pengelola): @hamdan_bi');
    const person = await home.world.people.byTelegram(cast.hamdan.id);
    await home.world.people.calledOnTelegram(person!.id, undefined);
    expect(await page()).not.toContain('Hamdan');
    await home.world.people.calledOnTelegram(person!.id, 'lama');
    await hamdan().says('/saya');
    expect(await page()).toContain('@hamdan_bi');
  });

  it('ends with the grant, also when that is given again', async () => {
    const person = (await home.world.people.byTelegram(cast.hamdan.id))!;
    await home.world.people.endGrant(person.id, 'manager', 'bina-iman');
    expect(await page()).not.toContain('Hamdan');
    await home.world.people.join(person.id, {
      ...{ name: 'Hamdan', address: 'Ustaz', origin: 'again', consent: person.consent! },
      grant: { role: 'manager', institution: 'bina-iman', since: home.clock.now() },
    });
    expect(await page()).not.toContain('Hamdan');
  });

  it('leaves a poster to the manager and the officer, and to nobody else', async () => {
    await hamdan().goes('/profil', '<Poster QR>');
    expect(hamdan().chat().at(-1)?.media).toMatchObject({
      kind: 'document',
      name: 'poster-bina-iman.png',
    });
    await home.as(cast.ratna).goes('/blk bina-iman', '<Poster QR>');
    expect(home.as(cast.ratna).chat().at(-1)?.media?.name).toBe('poster-bina-iman.png');
    expect((await home.as(cast.maryam).says('/poster bina-iman')).text).toContain(
      'belum dapat dibuat',
    );
    expect((await home.as(cast.sari).says('/poster bina-iman')).text).toContain('belum tersedia');
  });
});
