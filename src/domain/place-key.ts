import { type Institution, shortName } from './institution';

type Placed = Pick<Institution, 'name' | 'kind' | 'regency' | 'district'>;

const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What tells one institution from another: the name people say, its kind, its district and regency.
 *
 * 'BLKK Ponpes Bina Iman' and 'BLK Komunitas Pesantren Bina Iman' of one district are the same; so are
 * names that differ in capitals, accents, spaces or punctuation only.
 */
export const placeKey = ({ name, kind, regency, district }: Placed): string =>
  [kind, bare(shortName({ name })), bare(district), bare(regency)].join('|');
