/** One thing a person does in a form, and what the bot says to it. */
export interface FormStep {
  readonly does: string;
  readonly sees: RegExp;
}

const step = (does: string, sees: RegExp): FormStep => ({ does, sees });

/** A whole activity report with a photo, from the command to the receipt. */
export const laporSteps = (topic: string): readonly FormStep[] => [
  step('/lapor', /Kegiatan apa yang ingin dilaporkan/u),
  step('<Kelas singkat santri/warga>', /Apa topik kelasnya/u),
  step(topic, /Kapan kegiatannya/u),
  step('<Hari ini>', /Berapa jam pelajaran/u),
  step('<16>', /Berapa peserta laki-laki/u),
  step('1.250 orang', /Berapa peserta perempuan/u),
  step('6', /kirim foto kegiatannya/u),
  step('photo', /Sudah ada 1 foto/u),
  step('<Selesai>', /ringkasan/u),
  step('<Kirim>', /Nomor tanda terima/u),
];

/** A whole nil report, from the command to the receipt. */
export const nihilSteps = (note: string): readonly FormStep[] => [
  step('/isinihil', /Apa yang membuat kegiatan belum berjalan/u),
  step('<Peserta belum cukup>', /ceritakan dalam satu kalimat/u),
  step(note, /ringkasan/u),
  step('<Kirim>', /Nomor tanda terima/u),
];
