import { announcementKills } from '../bench/announcement-kills';

test('an announcement whose sender is killed again and again reaches nobody twice, and nobody is forgotten', async () => {
  const figures = await announcementKills({ recipients: 60, kills: 3, seed: 20_261_123 });
  expect(figures).toMatchObject({
    ...{ recipients: 60, kills: 3, twice: 0, lostWithoutAWord: 0, unsettled: 0 },
  });
  // Only what was under way at the moment of a kill may be of unknown fate.
  expect(figures.known).toBeGreaterThan(40);
}, 120_000);
