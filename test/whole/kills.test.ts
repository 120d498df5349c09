import { kills } from '../bench/kills';

test('kills at random moments lose nothing and do nothing twice', async () => {
  const figures = await kills({ updates: 40, kills: 6, seed: 20_261_123 });
  expect(figures).toMatchObject({
    updates: 40,
    kills: 6,
    lostUpdates: 0,
    lostRecords: 0,
    lostReceipts: 0,
    doubleRecords: 0,
    doubleReceipts: 0,
    lostMessages: 0,
  });
}, 60_000);
