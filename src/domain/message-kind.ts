/** The order in which messages go: answers, then reminders and alerts, then announcements. */
export const lanes = ['answer', 'notice', 'bulk'] as const;

export type Lane = (typeof lanes)[number];

/** What to do with a message that was sent while nobody knows whether it arrived. */
export type WhenUnsure = 'repeat' | 'let-go';

interface Manner {
  readonly lane: Lane;
  readonly whenUnsure: WhenUnsure;
  readonly because: string;
}

/** Everything the bot says, by what it is for. */
export const messageKinds = {
  answer: {
    lane: 'answer',
    whenUnsure: 'repeat',
    because: 'Who asked and hears nothing does it again; the same words twice do no harm.',
  },
  'check-in': {
    lane: 'notice',
    whenUnsure: 'repeat',
    because: 'Nobody is to be counted as missing for a question that may never have come.',
  },
  reminder: {
    lane: 'notice',
    whenUnsure: 'let-go',
    because: 'The question was asked before, and an officer is told if it stays unanswered.',
  },
  alert: {
    lane: 'notice',
    whenUnsure: 'repeat',
    because: 'A silence that nobody hears of is worse than hearing of it twice.',
  },
  recovery: {
    lane: 'notice',
    whenUnsure: 'let-go',
    because: 'Good news can be read from the board, and asks for nothing.',
  },
  task: {
    lane: 'notice',
    whenUnsure: 'let-go',
    because: 'The task stands in /tugas and in the next digest anyway.',
  },
  digest: {
    lane: 'notice',
    whenUnsure: 'repeat',
    because: 'A missing morning digest would look like a bot that is down.',
  },
  expiry: {
    lane: 'notice',
    whenUnsure: 'repeat',
    because: 'A licence that lapses unnoticed costs more than a warning read twice.',
  },
  settings: {
    lane: 'notice',
    whenUnsure: 'let-go',
    because: 'What is in force can be read in /pengaturan at any time, and the log says it too.',
  },
  interest: {
    lane: 'notice',
    whenUnsure: 'repeat',
    because: 'Somebody waits to be called; the same name twice costs a glance.',
  },
  'draft-idle': {
    lane: 'notice',
    whenUnsure: 'let-go',
    because: 'The draft is kept and offered again at the next command.',
  },
  thanks: {
    lane: 'bulk',
    whenUnsure: 'let-go',
    because: 'Thanking a group twice for one thing sounds hollow.',
  },
  totals: {
    lane: 'bulk',
    whenUnsure: 'let-go',
    because: 'The same numbers twice look like a mistake, and nobody waits for them.',
  },
  announcement: {
    lane: 'bulk',
    whenUnsure: 'let-go',
    because: 'It shows among the failed, and an officer may resend it to those.',
  },
  alarm: {
    lane: 'notice',
    whenUnsure: 'repeat',
    because: 'Something is broken, and somebody has to know.',
  },
} as const satisfies Readonly<Record<string, Manner>>;

export type MessageKind = keyof typeof messageKinds;

/** The lane that messages of a kind go in. */
export const laneOfKind = (kind: MessageKind): Lane => messageKinds[kind].lane;

/** Whether a message of a kind is sent again when nobody knows whether it arrived. */
export const whenUnsure = (kind: MessageKind): WhenUnsure => messageKinds[kind].whenUnsure;

/** Why a message was not sent, or may not have arrived, in the words kept beside it. */
export const notSent = {
  lapsed: 'sudah lewat waktunya',
  outOfReach: 'tak terjangkau',
  silenced: 'bot tidak boleh menulis di grup',
  unknown: 'tak diketahui apakah sampai',
} as const;
