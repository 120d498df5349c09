import pino from 'pino';
import pretty from 'pino-pretty';
import type { Log } from '../ports';

/** Whatever could carry a secret is taken out before a line is written. */
const token = /\b(bot)?\d{6,}:[\w-]{10,}/gu;
/** Up to the last @, since a password that was not encoded may hold one, or a slash. */
const credentials = /\/\/(?:\\.|[^\s"\\])*@/gu;
const withoutSecrets = (text: string) =>
  text.replace(token, '[token]').replace(credentials, '//[credentials]@');

/** Writes log lines: for a person at a terminal, as JSON elsewhere. */
export function pinoLog(level: string, forPerson: boolean): Log {
  const destination = forPerson
    ? pretty({
        ignore: 'pid,hostname',
        translateTime: 'SYS:HH:MM:ss',
        sync: true,
        singleLine: true,
      })
    : pino.destination({ sync: true });
  const logger = pino({ level, base: null }, withoutSecretsIn(destination));
  return {
    info: (facts, line) => logger.info(facts, line),
    warn: (facts, line) => logger.warn(facts, line),
    error: (facts, line) => logger.error(facts, line),
  };
}

const withoutSecretsIn = (destination: { write(line: string): unknown }) => ({
  write: (line: string) => void destination.write(withoutSecrets(line)),
});
