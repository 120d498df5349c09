import { cast } from '../../src/cast';
import type { Checklist } from '../../src/domain/checklist';
import { firstChecklist } from '../../src/domain/first-checklist';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

const { hamdan, ratna, joko } = cast;
const { version } = firstChecklist;

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await home.as(hamdan).goes('/progres', '<Pendataan awal>', '<A3>', '<SK pengurus BLK>');
}, 60_000);
afterAll(() => home.stop());

const current = () => home.world.checklists.current();
const steps = ({ stages }: Checklist, stage: string) =>
  stages.find(({ id }) => id === stage)?.steps.map(({ id }) => id);
const opensA = (who: { readonly id: number }) =>
  home.as(who).goes('/pengaturan', '<Daftar periksa>', '<Pendataan awal>');
const kept = async () => (await home.world.registrations.of('bina-iman'))!;
const opensA3 = () =>
  home.as(joko).goes('/pengaturan', '<Daftar periksa>', '<Pendataan awal>', '<A3>');

describe('the checklist in /pengaturan', () => {
  it('is changed by an admin as a new version, and no state is lost', async () => {
    const before = await kept();
    expect((await opensA3()).text).toContain('Surat: SK pengurus BLK');
    const { text } = await home.as(joko).goes('<Ubah nama>', 'Pengurus BLK', '<Simpan>');
    expect(text).toContain(
      `Daftar periksa sudah diubah dan berlaku mulai sekarang (versi ${version}+1)`,
    );
    await home.as(hamdan).goes('/progres', '<Pendataan awal>');
    expect(labels(home.as(hamdan).sees()).join()).toContain('A3 Pengurus BLK');
    const { steps, checklistVersion } = await kept();
    expect(checklistVersion).toBe(`${version}+1`);
    expect(steps).toEqual(before.steps);
  });

  it('takes a hint and another paper, which the centre then ticks', async () => {
    await opensA3();
    await home.as(joko).goes('<Ubah keterangan>', 'Ditandatangani ketua yayasan', '<Simpan>');
    await opensA3();
    await home.as(joko).goes('<Tambah surat>', 'Susunan pengurus', '<Simpan>');
    const { text } = await home.as(hamdan).goes('/progres', '<Pendataan awal>', '<A3>');
    expect(text).toContain('Ditandatangani ketua yayasan');
    expect(text).toContain('Surat yang belum ada: Susunan pengurus');
    await home.as(hamdan).taps('☐ Susunan pengurus');
    expect(home.as(hamdan).sees().text).not.toContain('Surat yang belum ada');
  });

  it('keeps the tick of a paper that is taken out and comes back', async () => {
    await opensA3();
    await home.as(joko).goes('<Hapus surat>', '<SK pengurus BLK>', '<Simpan>');
    expect((await opensA3()).text).toContain('Surat: Susunan pengurus');
    await home.as(joko).goes('<Tambah surat>', 'sk pengurus blk', '<Simpan>');
    await home.as(hamdan).goes('/progres', '<Pendataan awal>', '<A3>');
    expect(home.as(hamdan).sees().text).not.toContain('Surat yang belum ada');
  });

  it('refuses what makes no sense with the reason', async () => {
    await opensA3();
    expect((await home.as(joko).goes('<Tambah surat>', 'Susunan Pengurus')).text).toContain(
      'sudah ada dalam langkah ini',
    );
    await home.as(joko).taps('Batal');
    await opensA3();
    expect((await home.as(joko).goes('<Ubah nama>', 'x'.repeat(80))).text).toContain(
      'paling banyak 60 huruf',
    );
    await home.as(joko).taps('Batal');
  });

  it('stays over a restart, and goes back to the original when asked to', async () => {
    await home.restart();
    expect((await opensA3()).text).toContain('A3 Pengurus BLK');
    await home.as(joko).goes('<Kembalikan ke asal>', '<Simpan>');
    const { text } = await opensA3();
    expect(text).toContain('A3 Susunan pengurus');
    expect(text).toContain('Surat: SK pengurus BLK');
  });

  it('is changed by officers too, and by nobody else', async () => {
    await home.as(ratna).goes('/pengaturan', '<Daftar periksa>', '<Pendataan awal>', '<A3>');
    await home.as(ratna).goes('<Ubah keterangan>', 'Cap basah', '<Simpan>');
    await opensA3();
    expect(home.as(joko).sees().text).toContain('Terakhir diubah oleh Ratna');
    await home.as(joko).goes('<Kembalikan ke asal>', '<Simpan>');
    await home.as(hamdan).says('/progres');
    await home.as(hamdan).forges('ubahlangkah:n.A3');
    expect(home.as(hamdan).sees().text).not.toContain('nama barunya');
    await home.as(hamdan).forges('susundaftar:y.1.A3');
    expect(steps(await current(), 'A')).toContain('A3');
  });

  it('is noted in the audit log', async () => {
    const { text } = await home.as(joko).goes('/sistem', '<Catatan tindakan>');
    expect(text).toContain('mengubah: daftar periksa, langkah A3: nama');
    expect(text).toContain('mengubah: daftar periksa, langkah A3: dikembalikan ke asal');
  });
});

describe('the steps of the checklist', () => {
  it('grow by one that an officer adds and puts in its place, and no state is lost', async () => {
    const before = await kept();
    await opensA(ratna);
    await home.as(ratna).goes('<➕ Tambah langkah>', 'Surat rekomendasi camat', '<Lewati>');
    const { text } = await home.as(ratna).goes('<pengelola BLK>', '<Simpan>');
    expect(labels(await opensA(ratna))).toContainEqual(
      expect.stringMatching(/^A\d Surat rekomendasi camat$/u),
    );
    expect(text).toContain('berlaku mulai sekarang');
    await opensA(ratna);
    const moved = await home.as(ratna).goes('<Surat rekomendasi camat>', '<▲ Naikkan>');
    const count = steps(firstChecklist, 'A')!.length;
    expect(moved.text).toContain(`Urutan: ${count} dari ${count + 1} langkah`);
    expect(steps(await current(), 'A')!.at(-2)).toMatch(/^x-/u);
    await home.as(hamdan).goes('/progres', '<Pendataan awal>');
    expect(labels(home.as(hamdan).sees()).join()).toContain('Surat rekomendasi camat');
    expect((await kept()).steps).toEqual(before.steps);
  });

  it('are reported and confirmed like any other', async () => {
    await home.as(hamdan).goes('/progres', '<Pendataan awal>', '<Surat rekomendasi camat>');
    await home.as(hamdan).goes('<Sudah diajukan>', '<Lewati>', '<Kirim>');
    const id = steps(await current(), 'A')!.at(-2)!;
    expect((await kept()).steps[id]?.state).toBe('submitted');
  });

  it('leave after a question that tells who has got somewhere, and come back with what is known', async () => {
    const before = (await kept()).steps;
    await opensA(ratna);
    const asked = await home.as(ratna).goes('<Surat rekomendasi camat>', '<Keluarkan langkah>');
    expect(asked.text).toContain('1 BLK sudah mengerjakannya; catatan mereka tetap tersimpan.');
    await home.as(ratna).taps('Ya, keluarkan');
    await home.as(hamdan).goes('/progres', '<Pendataan awal>');
    expect(labels(home.as(hamdan).sees()).join()).not.toContain('Surat rekomendasi camat');
    expect(Object.keys((await kept()).steps)).toHaveLength(Object.keys(before).length - 1);
    await home.restart();
    await opensA(ratna);
    await home.as(ratna).taps('Yang dikeluarkan (1)');
    await home.as(ratna).taps('↩ A6 Surat rekomendasi camat');
    await home.as(hamdan).goes('/progres', '<Pendataan awal>');
    expect((await kept()).steps).toEqual(before);
  });

  it('count as begun where a paper is ticked', async () => {
    await opensA(ratna);
    const asked = await home.as(ratna).goes('<A3>', '<Keluarkan langkah>');
    expect(asked.text).toContain('1 BLK sudah mengerjakannya');
    await home.as(ratna).taps('Tidak jadi');
  });

  it('keep the one that sets the path', async () => {
    const [stage, step] = firstChecklist.stages.flatMap((one) =>
      one.steps.filter(({ choosesPath }) => choosesPath).map(({ id }) => [one.id, id] as const),
    )[0]!;
    const turn = await home.world.checklists.turn();
    await home.as(ratna).forges(`susundaftar:y.${turn}.${step}`);
    expect(home.as(ratna).sees().text).toContain('menetapkan jalur pendaftaran tidak dapat');
    await home.as(ratna).forges(`susundaftar:Y.${turn}.${stage}`);
    expect(steps(await current(), stage)).toContain(step);
  });
});

describe('the stages of the checklist', () => {
  it('are added, named, moved and taken out', async () => {
    const form = ['/pengaturan', '<Daftar periksa>', '<➕ Tambah tahap>', 'Rekomendasi daerah'];
    const asked = await home.as(ratna).goes(...form, '<Pilihan>', '<Semua jalur>');
    expect(asked.text).toContain('Apa nama langkah pertama dalam tahap ini?');
    await home.as(ratna).goes('Surat bupati', '<Lewati>');
    await home.as(ratna).goes('<petugas dinas>', '<Simpan>', '<Rekomendasi daerah>');
    await home.as(ratna).goes('<▲ Naikkan tahap>', '<Rekomendasi daerah>', '<Ubah nama tahap>');
    await home.as(ratna).goes('Rekomendasi bupati', '<Simpan>');
    expect((await current()).stages.at(-2)).toMatchObject({
      ...{ name: 'Rekomendasi bupati', required: false },
      steps: [{ name: 'Surat bupati', owner: 'petugas_dinas' }],
    });
    await home.as(ratna).goes('<Rekomendasi bupati>', '<Keluarkan tahap>', '<Ya, keluarkan>');
    expect((await current()).stages.map(({ name }) => name)).not.toContain('Rekomendasi bupati');
  });
});

describe('two officers at the checklist', () => {
  it('both get their way, and a button that was overtaken changes nothing', async () => {
    await opensA(ratna);
    await opensA(joko);
    await home.as(ratna).taps('A1');
    await home.as(joko).goes('<➕ Tambah langkah>', 'Foto gedung', '<Lewati>', '<pengelola BLK>');
    await home.as(ratna).goes('<Ubah nama>', 'Data lembaga');
    await home.as(joko).taps('Simpan');
    await home.as(ratna).taps('Simpan');
    const names = (await current()).stages[0]!.steps.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Data lembaga', 'Foto gedung']));
    await opensA(ratna);
    await home.as(ratna).taps('A2');
    await opensA(joko);
    await home.as(joko).goes('<A3>', '<▼ Turunkan>');
    const before = steps(await current(), 'A');
    expect((await home.as(ratna).taps('▲ Naikkan')).text).toContain('baru saja diubah');
    expect(steps(await current(), 'A')).toEqual(before);
  });

  it('hear kindly that what a form is about was taken out meanwhile', async () => {
    await opensA(ratna);
    await home.as(ratna).goes('<Foto gedung>', '<Ubah nama>', 'Foto bangunan');
    await opensA(joko);
    await home.as(joko).goes('<Foto gedung>', '<Keluarkan langkah>', '<Ya, keluarkan>');
    expect((await home.as(ratna).taps('Simpan')).text).toContain('sudah tidak ada dalam daftar');
  });

  it('stand in the audit log by name', async () => {
    const { text } = await home.as(joko).goes('/sistem', '<Catatan tindakan>');
    expect(text).toContain('daftar periksa, langkah Foto gedung: dikeluarkan');
    expect(text).toContain('daftar periksa, langkah A3: dipindahkan');
  });
});
