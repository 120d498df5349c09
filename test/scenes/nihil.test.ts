import { cast } from '../../src/cast';
import { nilReasonLabel } from '../../src/domain/nil-report';
import { obstacleIds } from '../../src/domain/obstacle';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { receiptIn } from '../support/seen';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const nilReport = async (id: string) =>
  home.store.collection('reports').findOne({ _id: id as never });

describe('/nihil', () => {
  it.each([...obstacleIds, 'no-reason'] as const)('takes %s as the reason', async (reason) => {
    const maryam = home.as(cast.maryam);
    const receipt = await maryam.goes('/nihil', nilReasonLabel(reason), '<Lewati>', '<Kirim>');
    expect(receipt.text).toContain('kabar dari BLK Al Ikhsan sudah kami terima');
    const person = await home.store.collection('people').findOne({ telegramId: maryam.id });
    expect(await nilReport(receiptIn(receipt))).toEqual({
      ...{ _id: receiptIn(receipt), sort: 'nil', institution: 'al-ikhsan', reason },
      ...{ day: '2026-11-23', reportedBy: person?._id, onBehalf: false },
      reportedAt: home.clock.now(),
    });
  });

  it('keeps a note, and shows it at the summary and in /riwayat', async () => {
    const maryam = home.as(cast.maryam);
    await maryam.goes('/nihil', 'Lainnya', 'Menunggu <jadwal> & dana');
    expect(maryam.sees().text).toContain('Sebab: Lainnya\nCatatan: Menunggu <jadwal> & dana');
    const id = receiptIn(await maryam.taps('Kirim'));
    expect(await nilReport(id)).toMatchObject({ note: 'Menunggu <jadwal> & dana' });
    const opened = await maryam.says(`/riwayat ${id}`);
    expect(opened.text).toContain('Sebab: Lainnya\nCatatan: Menunggu <jadwal> & dana');
  });

  it('asks again when the reason is not on the list', async () => {
    const maryam = home.as(cast.maryam);
    await maryam.goes('/nihil', 'sedang malas');
    expect(maryam.sees().text).toContain('sebab itu belum ada dalam daftar');
    expect(maryam.sees().text).toContain('Apa yang membuat kegiatan belum berjalan?');
    await maryam.says('/batal');
  });
});
