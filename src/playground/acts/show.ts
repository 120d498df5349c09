import { createHash } from 'node:crypto';
import { plainFormatted } from '../entities/formatted';
import { drawSample } from '../image';
import { keepFile, keepPhoto } from '../media';
import type { Upload } from '../params';
import type { Stage } from '../stage';
import type { Content, Location } from '../wire';
import { personNamed, speak, type Said, type Where } from './speak';

export interface ShowOptions extends Where {
  readonly caption?: string | undefined;
  /** What is formatted in the caption. */
  readonly entities?: readonly unknown[] | undefined;
  /** Any name; what one person sends under the same name is one album. */
  readonly albumOf?: string | undefined;
}

/** Sends a photo: its bytes, or a drawn one that differs every time. */
export function sendsPhoto(
  stage: Stage,
  personId: number,
  photo: Buffer | 'generated',
  options: ShowOptions = {},
): Said {
  const { ground } = stage;
  const drawn = ground.counters.get('drawn') ?? 0;
  if (photo === 'generated') ground.counters.set('drawn', drawn + 1);
  const bytes = photo === 'generated' ? drawSample(drawn) : photo;
  const content = { photo: keepPhoto(ground.vault, bytes) };
  return speak(stage, personId, { ...content, ...extras(personId, options) }, options);
}

/** Sends any file as a document. */
export function sendsDocument(
  stage: Stage,
  personId: number,
  file: Upload,
  options: ShowOptions = {},
): Said {
  const content = { document: keepFile(stage.ground.vault, file) };
  return speak(stage, personId, { ...content, ...extras(personId, options) }, options);
}

/** Sends a sticker. */
export function sendsSticker(stage: Stage, personId: number, where?: Where): Said {
  const bytes = drawSample(3, 128, 128);
  const upload = { name: 'sticker.png', type: 'image/png', bytes };
  const sticker = { ...keepFile(stage.ground.vault, upload, 'sticker'), emoji: '👍' };
  return speak(stage, personId, { sticker }, where);
}

/** Sends a voice message of `seconds`; it holds no real sound. */
export function sendsVoice(stage: Stage, personId: number, where?: Where): Said {
  const upload = { name: 'voice.ogg', type: 'audio/ogg', bytes: Buffer.from('OggS playground') };
  const voice = { ...keepFile(stage.ground.vault, upload, 'voice'), duration: 4 };
  return speak(stage, personId, { voice }, where);
}

/** Sends a contact: one's own, or somebody else's by `ofId`. */
export function sharesContact(
  stage: Stage,
  personId: number,
  { ofId = personId, ...where }: Where & { readonly ofId?: number | undefined } = {},
): Said {
  const { user, phone } = personNamed(stage.ground, ofId);
  const contact = { phone_number: phone ?? '+628000000000', first_name: user.first_name };
  return speak(stage, personId, { contact: { ...contact, user_id: user.id } }, where);
}

function extras(personId: number, { caption, entities: given, albumOf }: ShowOptions): Content {
  const { text, entities } = plainFormatted(caption ?? '', given);
  const album = createHash('sha256')
    .update(`${personId} ${albumOf ?? ''}`)
    .digest();
  return {
    ...(text === '' ? {} : { caption: text }),
    ...(entities.length === 0 ? {} : { caption_entities: entities }),
    ...(albumOf === undefined ? {} : { media_group_id: String(album.readUIntBE(0, 6)) }),
  };
}

/** Sends a point on the map. */
export const sendsLocation = (
  stage: Stage,
  personId: number,
  location: Location,
  where?: Where,
): Said => speak(stage, personId, { location }, where);
