import { setTimeout as pause } from 'node:timers/promises';
import { cast } from '../../src/cast';
import { announced, arrivalsAt, manyManagers, writeAnnouncement } from '../support/announcing';
import { type Chatter, chatter } from '../support/chatter';
import { laporSteps } from '../support/report-steps';
import { wholeBot } from '../support/whole-bot';

/** How long a manager waits for each answer while an announcement goes out. */
export interface AnswerFigures {
  readonly recipients: number;
  readonly answers: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  /** Refusals for being too fast. */
  readonly floods: number;
  readonly perSecond: number;
}

/** As long as somebody who is quick takes to read a question and tap. */
const pauseMs = 2_500;
const reporting = [cast.hamdan, cast.rahmat, cast.maryam];

/** Sends an announcement within Telegram's limits while three managers report again and again. */
export async function answersMeanwhile(recipients: number): Promise<AnswerFigures> {
  const managers = [...reporting, ...manyManagers(recipients)];
  const bot = await wholeBot([cast.ratna, ...managers]);
  try {
    await bot.start();
    const officer = await writeAnnouncement(bot.telegram);
    bot.telegram.faults.limits(true);
    const began = performance.now();
    officer.does('<Kirim sekarang>');
    const waits: number[] = [];
    const arrived = arrivalsAt(bot.telegram, managers);
    const isOver = () => arrived() >= managers.length;
    const reports = reporting.map(async ({ id }, n) => {
      // People do not tap in step with each other.
      await pause((n * pauseMs) / reporting.length);
      await reportUntil(isOver, chatter(bot.telegram, id), waits);
    });
    await Promise.all(reports);
    const seconds = (performance.now() - began) / 1000;
    waits.sort((a, b) => a - b);
    return {
      ...{ recipients, answers: waits.length, perSecond: managers.length / seconds },
      ...{ p50: quantile(waits, 0.5), p95: quantile(waits, 0.95), longest: waits.at(-1) ?? NaN },
      floods: bot.telegram
        .calls('sendMessage')
        .filter(({ answer }) => (answer as { error_code?: number }).error_code === 429).length,
    };
  } finally {
    await bot.close();
  }
}

/** Reports again and again, and adds how long each answer took from the moment Telegram had the deed. */
async function reportUntil(isOver: () => boolean, manager: Chatter, waits: number[]) {
  for (let report = 1; !isOver(); report += 1) {
    manager.begins();
    for (const { does, sees } of laporSteps(`Kelas ${report}`)) {
      await pause(pauseMs);
      manager.does(does);
      const at = performance.now();
      await manager.sees(sees);
      waits.push(performance.now() - at);
    }
  }
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Prints how long answers take while 2,000 messages go out. */
export async function printAnswersMeanwhile(): Promise<void> {
  const { recipients, answers, p50, p95, longest, floods, perSecond } =
    await answersMeanwhile(2_000);
  console.log(
    [
      `“${announced}” to ${recipients} managers, ${perSecond.toFixed(1)}/s, 429 answers: ${floods}`,
      `${answers} answers of /lapor meanwhile: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`,
    ].join('\n'),
  );
}
