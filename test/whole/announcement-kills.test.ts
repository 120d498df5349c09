import { announcementKills } from '../bench/announcement-kills';

test('an announcement whose sender is killed again and again reaches everybody once', async () => {
  const figures = await announcementKills({ recipients: 60, kills: 3, seed: 20_261_123 });
  expect(figures).toMatchObject({
    ...{ recipients: 60, kills: 3, once: 60, twice: 0, never: 0 },
    ...{ known: 60, unknown: 0, lostWithoutAWord: 0, unsettled: 0 },
  });
}, 120_000);
