import { readText } from '../src/domain/reading-text';

/** Reads the name of a stage of the checklist. */
export const readStageName = (said: string) =>
  readText(said, { of: 'nama tahap', max: 60, min: 3, example: 'Rekomendasi kecamatan' });
