import { type Registration, type StepMove, blankRegistration } from '../../domain/registration';
import type { Moved, PaperTick, Registrations } from '../../ports/registrations';
import type { Store } from './connect';
import { onceMore } from './duplicate-key';
import { registrationSchema } from './registration-schema';

type Row = Omit<Registration, 'institution'> & { readonly _id: string };

const registration = ({ _id: institution, ...rest }: Row): Registration => ({
  institution,
  ...rest,
});

/** Keeps registrations in MongoDB, one document each, so that every change is one write. */
export function mongoRegistrations(store: Store): Registrations {
  const rows = store.model('Registration', registrationSchema);
  const one = (institution: string) => rows.findOne({ _id: institution }).lean<Row | null>();

  return {
    async of(institution) {
      const row = await one(institution);
      return row ? registration(row) : undefined;
    },

    async among(institutions) {
      const found = await rows
        .find({ _id: { $in: [...institutions] } }, { history: 0 })
        .lean<Omit<Row, 'history'>[]>();
      return found.map((row) => registration({ ...row, history: [] }));
    },

    async begin(institution, checklistVersion) {
      const { institution: _id, ...blank } = blankRegistration(institution, checklistVersion);
      await onceMore(() =>
        rows.updateOne({ _id: institution }, { $setOnInsert: blank }, { upsert: true }),
      );
    },

    async move(institution, move) {
      const written = await rows
        .findOneAndUpdate({ _id: institution, ...isStillAt(move) }, moved(move), {
          returnDocument: 'after',
        })
        .lean<Row | null>();
      if (written) return { came: 'moved', registration: registration(written) };
      const row = await one(institution);
      if (!row) throw new Error('A step of a registration that was never begun cannot be moved');
      return notMoved(registration(row), move);
    },

    async tick(institution, tick) {
      const again = () => rows.updateOne({ _id: institution, ...isOpen(tick) }, ticked(tick));
      if ((await again()).matchedCount > 0) return true;
      const first = await rows.updateOne(
        { _id: institution, [`steps.${tick.step}`]: { $exists: false } },
        firstTick(tick),
      );
      // Somebody may have begun the step between the two looks.
      return first.matchedCount > 0 || (await again()).matchedCount > 0;
    },

    async refit({ institution, turn }, after) {
      const { checklistVersion, steps, aside } = after;
      const { matchedCount } = await rows.updateOne(
        { _id: institution, turn },
        { $set: { checklistVersion, steps, aside }, $inc: { turn: 1 } },
      );
      return matchedCount === 1;
    },
  };
}

/** A step nobody began has no record, and is at revision 0. */
const isStillAt = ({ step, revision }: StepMove) => ({
  [`steps.${step}.revision`]: revision === 0 ? { $in: [0, null] } : revision,
});

const facts = ['note', 'number', 'on', 'validUntil', 'onBehalf'] as const;

/** The ticked papers are not touched: they may be ticked in the same moment. */
function moved(move: StepMove) {
  const at = (field: string) => `steps.${move.step}.${field}`;
  const fields = {
    state: move.to,
    revision: move.revision + 1,
    by: move.by,
    at: move.at,
    ...Object.fromEntries(facts.flatMap((fact) => (move[fact] ? [[fact, move[fact]]] : []))),
  };
  const gone = facts.filter((fact) => !move[fact]);
  return {
    $set: {
      ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [at(field), value])),
      ...(move.path && { path: move.path }),
    },
    ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((fact) => [at(fact), 1])) }),
    $push: { history: move },
    $inc: { turn: 1 },
  };
}

const notMoved = (found: Registration, { key, by }: StepMove): Moved => ({
  came: found.history.some((past) => past.key === key && past.by === by) ? 'already' : 'overtaken',
  registration: found,
});

const isOpen = ({ step }: PaperTick) => ({
  [`steps.${step}`]: { $exists: true },
  [`steps.${step}.state`]: { $nin: ['done', 'exempt'] },
});

const ticked = ({ step, paper, there, by, at }: PaperTick) => ({
  [there ? '$addToSet' : '$pull']: { [`steps.${step}.papers`]: paper },
  $set: { [`steps.${step}.by`]: by, [`steps.${step}.at`]: at },
  $inc: { turn: 1 },
});

const firstTick = ({ step, paper, there, by, at }: PaperTick) => ({
  $set: {
    [`steps.${step}`]: { state: 'todo', revision: 0, papers: there ? [paper] : [], by, at },
  },
  $inc: { turn: 1 },
});
