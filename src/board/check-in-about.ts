/** The subject under which the messages of one check-in can be found and cancelled. */
export const checkInAbout = (institution: string, period: string): string =>
  `check-in:${institution}:${period}`;
