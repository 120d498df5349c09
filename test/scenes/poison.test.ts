import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { eventually } from '../support/eventually';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let hamdan: Talker;
beforeAll(async () => {
  home = await botAtHome();
  hamdan = home.as(cast.hamdan);
});
afterAll(() => home.stop());

const inbox = () => home.store.collection('inbox');

/** Puts a report into the database that no /riwayat can show, as a slip by hand would. */
const spoil = () =>
  home.store.collection('reports').insertOne({
    ...{
      _id: 'SP01LEDREC' as never,
      sort: 'activity',
      institution: 'bina-iman',
      kind: 'tidak_ada',
    },
    ...{ details: {}, reportedAt: home.clock.now() },
  });

/** Lets time pass until the bot has given up on an update; others' chats keep it awake. */
const setAside = (update: number | undefined) =>
  eventually(async () => {
    home.clock.advance(1_000);
    await home.as(cast.sari).says('/bantuan');
    return inbox().findOne({ _id: update as never, state: 'aside' });
  });

describe('an update that fails however often it is tried', () => {
  it('is set aside after five tries, with calm words to the person and an alarm to the admin', async () => {
    await spoil();
    const { updateId } = home.telegram.says(hamdan.id, '/riwayat');
    const waiting = home.telegram.says(hamdan.id, '/saya');
    const row = await setAside(updateId);
    expect(row).toMatchObject({
      failures: 4,
      starts: 5,
      why: expect.stringContaining('tidak_ada') as string,
    });
    expect(row['body']).toMatchObject({ message: { text: '/riwayat' } });

    await hamdan.settled(waiting.updateId);
    const [calm, next] = hamdan.chat().slice(-2);
    expect(calm?.text).toContain('pesan terakhir Anda belum dapat kami proses');
    expect(next?.text).toContain('Data Anda');
    await home.as(cast.joko).settled();
    const alarm = home.as(cast.joko).sees().text;
    expect(alarm).toContain(`Pembaruan nomor ${updateId} gagal diproses berulang kali`);
  });

  it('leaves the chat and its forms as they were', async () => {
    await hamdan.goes('/lapor', '<Kelas singkat>');
    await setAside(home.telegram.says(hamdan.id, '/riwayat').updateId);
    await hamdan.says('Mengetik');
    expect(hamdan.sees().text).toContain('Kapan kegiatannya?');
  });

  it('succeeds after all when what was in its way is gone', async () => {
    const { updateId } = home.telegram.says(hamdan.id, '/riwayat');
    await eventually(() => inbox().findOne({ _id: updateId as never, failures: 1 }));
    await home.store.collection('reports').deleteOne({ _id: 'SP01LEDREC' as never });
    home.clock.advance(1_000);
    await hamdan.settled(updateId);
    expect(hamdan.sees().text).toContain('Belum ada laporan.');
  });
});
