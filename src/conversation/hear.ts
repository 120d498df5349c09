import type { Photo } from '../domain/activity-report';
import { type Reading, understood, unclear } from '../domain/reading';
import type { Asking, Choice } from '../scene';
import type { ReceivedFile } from '../talk';
import { type Said, photosIn, picksIn } from './heard';
import type { StepPlace, Surroundings } from './place';

/** What the step at this place may look at. */
export const askingAt = (place: StepPlace, around: Surroundings): Asking<unknown> => ({
  ...around,
  soFar: place.soFar,
});

/** The choices the step at this place offers. */
export function choicesAt(place: StepPlace, around: Surroundings): readonly Choice[] {
  const { choices = [] } = place.step;
  return typeof choices === 'function' ? choices(askingAt(place, around)) : choices;
}

/** Reads words as the answer to the step at this place; a choice may be typed instead of tapped. */
export function hearWords(place: StepPlace, around: Surroundings, words: string): Reading<Said> {
  if (place.step.photos)
    return unclear(
      place.step.optional
        ? 'Mohon maaf, di sini yang ditunggu foto, bukan tulisan. Bila tidak ada lagi, silakan ketuk tombol di bawah ini.'
        : 'Mohon maaf, di sini yang ditunggu foto, bukan tulisan.',
    );
  if (place.step.file) return unclear('Mohon maaf, di sini yang ditunggu berkas, bukan tulisan.');
  const typed = words.trim().toLowerCase();
  const choice = choicesAt(place, around).find(({ label }) => label.toLowerCase() === typed);
  const said = choice?.says ?? words;
  const reading = place.step.read(said, askingAt(place, around));
  if (!reading.ok) return reading;
  return understood({ words: place.step.keep?.(reading.value) ?? said });
}

/** Takes one of the choices of a step that takes several, or gives it back when it was taken before. */
export function hearPick(
  place: StepPlace,
  around: Surroundings,
  said: Said | undefined,
  words: string,
): Reading<Said> {
  const reading = place.step.many?.pick(words, askingAt(place, around));
  if (!reading) return unclear('Mohon pilih salah satu tombol di bawah ini.');
  if (!reading.ok) return reading;
  const picks = picksIn(said);
  const isPicked = picks.includes(reading.value);
  return understood({
    picks: isPicked ? picks.filter((one) => one !== reading.value) : [...picks, reading.value],
    done: false,
  });
}

/** Takes a file as the answer to the step at this place. */
export function hearFile(place: StepPlace, file: ReceivedFile): Reading<Said> {
  if (place.step.file) return understood({ file });
  return unclear(
    place.step.photos
      ? 'Mohon kirim fotonya sebagai foto, bukan sebagai berkas.'
      : 'Terima kasih, berkasnya sudah kami lihat, tetapi pertanyaan ini perlu dijawab dengan tulisan atau tombol.',
  );
}

/** Adds a photo to those of the step at this place; the same photo counts once. */
export function hearPhoto(place: StepPlace, said: Said | undefined, photo: Photo): Reading<Said> {
  const most = place.step.photos?.most;
  if (most === undefined)
    return unclear(
      place.step.file
        ? 'Mohon maaf, di sini yang ditunggu berkas, bukan foto. Foto dapat juga dikirim sebagai berkas.'
        : 'Terima kasih, fotonya sudah kami lihat, tetapi pertanyaan ini perlu dijawab dengan tulisan atau tombol.',
    );
  const photos = photosIn(said);
  if (photos.some(({ uniqueId }) => uniqueId === photo.uniqueId))
    return understood({ photos, done: false });
  if (photos.length >= most)
    return unclear(`Paling banyak ${most} foto, jadi foto selebihnya tidak ikut.`);
  return understood({ photos: [...photos, photo], done: false });
}
