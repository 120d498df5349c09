import { posters } from '../../src/adapters/poster/posters';
import { publicPoster } from '../../src/board/public-poster';
import type { Institution } from '../../src/domain/institution';

const posterOf = (change: Partial<Institution>) => {
  const institution: Institution = {
    ...{ id: 'bina-iman', name: 'BLK Komunitas Pesantren Bina Iman', kind: 'BLKK', restDay: 5 },
    ...{ regency: 'Kabupaten Paser', district: 'Kuaro', trade: 'Teknik Las' },
    ...{ zone: 'Asia/Makassar', rhythm: 'monthly', registeredAt: new Date(0) },
    ...change,
  };
  const link = (code: string) => `https://t.me/blk_aktif_bot?start=${code}`;
  const { title, lines } = publicPoster(institution, { link, office: 'Disnakertrans', posters });
  return [title, ...lines];
};

describe('the words of a poster', () => {
  it('are the name, the trade and the whole place', () => {
    expect(posterOf({ village: 'Sungai Tuak' })).toEqual([
      'BLK Komunitas Pesantren Bina Iman',
      'Kejuruan: Teknik Las',
      'Sungai Tuak, Kec. Kuaro, Kabupaten Paser',
    ]);
  });

  it('leave out what cannot be drawn, and no comma behind', () => {
    expect(posterOf({ name: 'BLK Bina 🎓 Iman', district: '🎓', village: '🎓🎓' })).toEqual([
      ...['BLK Bina Iman', 'Kejuruan: Teknik Las', 'Kabupaten Paser'],
    ]);
  });

  it('say truly what it is where nothing is left of the name', () => {
    for (const name of ['🎓🎓', 'BLK 🎓🎓', 'BLK Komunitas 🎓 · 🎓'])
      expect(posterOf({ name, trade: '🎓', district: '🎓', regency: '🎓' })).toEqual([
        'BLK Komunitas',
      ]);
  });
});
