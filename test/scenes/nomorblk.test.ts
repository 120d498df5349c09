import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { anOfficerElsewhere } from '../support/officer-elsewhere';
import { labels } from '../support/seen';
import { drawn } from '../support/talk';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await home.world.institutions.found([
    {
      ...{ id: 'tanpa-bot', name: 'BLKK Tanpa Bot', kind: 'BLKK', trade: 'Barista' },
      ...{ regency: 'Kabupaten Paser', district: 'Kuaro', zone: 'Asia/Makassar' },
      ...{ restDay: 5, rhythm: 'monthly', registeredAt: home.clock.now() },
    },
  ]);
  await anOfficerElsewhere(home);
});
afterAll(() => home.stop());

const { ratna, joko, fauzi, hamdan, sari } = cast;
const number = '+6281234567890';
const row = () => home.store.collection('institutions').findOne({ _id: 'tanpa-bot' as never });
const audited = async () =>
  (await home.world.audit.page({ skip: 0, limit: 50 })).entries.filter(
    ({ what }) => what === 'phone of tanpa-bot',
  );

describe('/nomorblk', () => {
  it('keeps the number of a centre nobody of which has Telegram, from its page', async () => {
    const officer = home.as(ratna);
    await officer.goes('/blk tanpa-bot', '<Telepon BLK>');
    expect(officer.sees().text).toContain('BLK: Tanpa Bot');
    expect((await officer.says('12')).text).toContain('misalnya: 0812-3456-7890');
    await officer.goes('0812 3456 7890', '<Simpan>');
    expect(officer.sees().text).toBe(`Nomor telepon BLK Tanpa Bot sudah dicatat: ${number}.`);
    expect(await row()).toMatchObject({ phone: number });
    expect((await officer.says('/blk tanpa-bot')).text).toContain(
      `Kontak: belum ada\nTelepon BLK: ${number}`,
    );
  });

  it('is written down without the number', async () => {
    const [note] = await audited();
    expect(note).toMatchObject({ did: 'changed', what: 'phone of tanpa-bot' });
    await home.as(joko).goes('/sistem', '<Catatan tindakan>');
    expect(home.as(joko).sees().text).toContain('Ratna · mengubah: nomor telepon BLK Tanpa Bot');
    expect(JSON.stringify(await audited())).not.toContain('3456');
    expect(home.log.lines.join('\n')).not.toMatch(/3456\W?7890/u);
  });

  it('stands wherever officers are told whom to call', async () => {
    await home.world.tasks.make({
      ...{ id: 'call:tanpa-bot:2026-11', institution: 'tanpa-bot', kind: 'call' },
      ...{ why: 'Tanpa Bot belum memberi kabar.', dueOn: '2026-11-23' as never },
      madeAt: home.clock.now(),
    });
    const seen = drawn(await home.as(ratna).says('/tugas'));
    expect(seen).toContain(`1. Tanpa Bot belum memberi kabar.\nKontak: telepon BLK ${number}`);
    expect(seen).toContain('[1. Catat telepon]');
  });

  it('is told after what an officer enters for the centre', async () => {
    const officer = home.as(joko);
    await officer.goes('/kendalacatat', '<Tanpa Bot>', '<Gedung>', 'Atap bocor', '<Kirim>');
    expect(officer.sees().text).toContain(`Kontak: telepon BLK ${number}`);
  });

  it('is nothing for the public, for managers, for groups and for what is shared', async () => {
    await home.as(sari).says('/info tanpa-bot');
    await home.as(hamdan).says('/info tanpa-bot');
    await home.as(hamdan).says('/profil');
    const { queryId } = home.telegram.asksInline(sari.id, 'tanpa bot');
    const offered = await home.telegram.until(() => home.telegram.inlineAnswer(queryId));
    const said = JSON.stringify([home.as(sari).chat(), home.as(hamdan).chat(), offered]);
    expect(said).toContain('Tanpa Bot');
    expect(said).not.toMatch(/3456\W?7890/u);
  });

  it('is taken away again, and leaves nothing', async () => {
    const officer = home.as(joko);
    await officer.goes('/blk tanpa-bot', '<Telepon BLK>');
    expect(officer.sees().text).toContain(`Nomor sekarang: ${number}`);
    await officer.goes('<Hapus nomor>', '<Simpan>');
    expect(officer.sees().text).toBe('Baik, nomor telepon BLK Tanpa Bot sudah tidak kami simpan.');
    expect(await row()).not.toHaveProperty('phone');
    expect(await audited()).toHaveLength(2);
  });

  it('is kept once however often the button is tapped', async () => {
    const officer = home.as(ratna);
    await officer.goes('/nomorblk tanpa-bot', '0543 212345');
    await officer.hurries('<Simpan>', '<Simpan>');
    expect(await row()).toMatchObject({ phone: '+62543212345' });
    expect(await audited()).toHaveLength(3);
  });

  it('is out of reach for officers elsewhere, and asks for the archive to be left first', async () => {
    expect((await home.as(fauzi).says('/nomorblk tanpa-bot')).text).toContain(
      'tidak ditemukan atau di luar wilayah tugas Anda',
    );
    const officer = home.as(ratna);
    await officer.goes('/nomorblk tanpa-bot', '0812 0000 0000');
    await home.world.institutions.archive('tanpa-bot', home.clock.now());
    expect((await officer.taps('Simpan')).text).toBe(
      'Tanpa Bot sedang diarsipkan, jadi belum ada yang dapat diubah. Bila perlu, silakan buka halamannya dan aktifkan kembali. Isian Anda tidak terkirim.',
    );
    expect(labels(officer.sees())).toEqual(['Buka Tanpa Bot']);
    expect(await row()).toMatchObject({ phone: '+62543212345' });
  });
});
