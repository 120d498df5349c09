/** The read-out of the bot's clock, and the panel that moves it forward. */
import { read } from './api.js';
import { byId } from './element.js';
import { toast } from './notice.js';
import { now, state } from './state.js';
import { clockDay, clockTime, fieldOf, instantOf, nextMonth, tomorrowMorning } from './time.js';

/** Asks for the time: a person, a test or another page may have moved it. */
export async function readClock() {
  const clock = await read('/sim/clock');
  Object.assign(state, { now: Date.parse(clock.now), fetchedAt: performance.now() });
  drawClock(clock);
}

function drawClock({ movable, moving }) {
  state.clockMoving = moving;
  byId('clock-move').hidden = !movable;
  byId('clock-move').classList.toggle('moving', moving);
  byId('clock-move-label').textContent = moving ? 'memutar waktu…' : 'Majukan waktu';
  byId('clock-fields').disabled = moving;
  byId('clock-state').textContent = moving
    ? 'memutar waktu…'
    : 'Semua yang jatuh di antaranya ikut berjalan.';
  tick();
}

function tick() {
  byId('clock-day').textContent = clockDay(now());
  byId('clock-time').textContent = clockTime(now());
}

const sentences = {
  400: 'Waktu hanya bisa maju, paling jauh satu tahun sekali jalan.',
  404: 'Waktu tidak bisa dimajukan di sini.',
  409: 'Waktu sedang diputar. Tunggu sebentar.',
  500: 'Waktu gagal diputar. Lihat catatan bot.',
};

async function move(fields) {
  drawClock({ movable: true, moving: true });
  try {
    const { ok, status } = await fetch('/sim/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
    });
    if (!ok) toast(sentences[status] ?? `Waktu gagal diputar (${status}).`);
  } catch {
    toast('Sambungan terputus saat waktu diputar.');
  }
  await readClock().catch(() => drawClock({ movable: true, moving: false }));
}

for (const button of document.querySelectorAll('#clock-panel [data-minutes]')) {
  button.onclick = () => void move({ minutes: Number(button.dataset.minutes) });
}
byId('clock-month').onclick = () => void move({ to: nextMonth(now()).toISOString() });
byId('clock-form').onsubmit = (event) => {
  event.preventDefault();
  const to = instantOf(byId('clock-to').value);
  if (to > now()) void move({ to: to.toISOString() });
  else toast('Waktu hanya bisa maju. Pilih waktu yang lebih lambat.');
};
byId('clock-panel').addEventListener('toggle', ({ newState }) => {
  if (newState === 'open') byId('clock-to').value = fieldOf(tomorrowMorning(now()));
});

const quietly = () => void readClock().catch(() => undefined);
setInterval(quietly, 10_000);
setInterval(() => (state.clockMoving ? quietly() : tick()), 1000);
tick();
