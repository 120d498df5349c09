import type { Institution } from '../../domain/institution';
import { literal } from '../../domain/literal';
import { searchWords } from '../../domain/search-words';
import { tradesMeant } from '../../domain/trade-words';
import type { Reach } from '../../domain/rights';
import type { InstitutionLook, Institutions } from '../../ports/institutions';
import type { Store } from './connect';
import { type InstitutionRow as Row, institution } from './institution-rows';
import { institutionSchema } from './schemas';

/** The filter that keeps everybody within their reach; every look at institutions goes through it. */
const within = ({ institutions, regencies }: Reach) =>
  regencies === 'all'
    ? {}
    : { $or: [{ _id: { $in: institutions } }, { regency: { $in: regencies } }] };

const byName = (one: Institution, other: Institution) =>
  one.name < other.name ? -1 : Number(one.name > other.name);

/** A duplicate may have been merged into one that was merged later on. */
const longestChain = 8;

/** What is asked of institutions, and where a merged one leads to. */
export type InstitutionLooks = Pick<
  Institutions,
  'within' | 'one' | 'page' | 'tally' | 'everyOne'
> & {
  survivor(row: Row): Promise<Row>;
};

/** Looks at institutions in MongoDB; an id that was merged away leads to its survivor. */
export function institutionLooks(store: Store): InstitutionLooks {
  const rows = store.model('Institution', institutionSchema);
  const row = (id: string) => rows.findOne({ _id: id }).lean<Row | null>();

  /** The id that an id leads to: its own, or that of whom it was merged into. */
  const survivorOf = async (id: string): Promise<string> => {
    let led = id;
    for (let steps = 0; steps < longestChain; steps += 1) {
      const into = (await row(led))?.mergedInto;
      if (into === undefined) return led;
      led = into;
    }
    return led;
  };

  const followed = async (found: Row): Promise<Row> =>
    (await row(await survivorOf(found._id))) ?? found;

  /** The same reach, with survivors in the place of the duplicates somebody was given. */
  const alive = async ({ institutions, regencies }: Reach): Promise<Reach> => {
    if (institutions.length === 0 || regencies === 'all') return { institutions, regencies };
    const merged = await rows
      .find({ _id: { $in: institutions }, mergedInto: { $exists: true } }, { _id: 1 })
      .lean<Row[]>();
    const survivors = await Promise.all(merged.map(({ _id }) => survivorOf(_id)));
    return { institutions: [...institutions, ...survivors], regencies };
  };

  return {
    survivor: followed,

    async within(reach) {
      const found = await rows
        .find({ ...within(await alive(reach)), archivedAt: null })
        .sort({ name: 1 })
        .lean<Row[]>();
      return found.map(institution);
    },

    async one(id, reach) {
      const _id = await survivorOf(id);
      const found = await rows.findOne({ ...within(await alive(reach)), _id }).lean<Row | null>();
      return found ? institution(found) : undefined;
    },

    async page(reach, look) {
      const filter = { $and: [within(await alive(reach)), lookedFor(look)] };
      const [found, total] = await Promise.all([
        rows.find(filter).sort({ name: 1, _id: 1 }).skip(look.skip).limit(look.limit).lean<Row[]>(),
        rows.countDocuments(filter),
      ]);
      return { institutions: found.map(institution), total };
    },

    async tally(reach, by, regency) {
      const filter = { ...within(await alive(reach)), ...living, ...(regency && { regency }) };
      const found = await rows.aggregate<{ _id: string; count: number }>([
        { $match: filter },
        { $project: { [by]: 1 } },
        { $group: { _id: `$${by}`, count: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ]);
      return found.map(({ _id: name, count }) => ({ name, count }));
    },

    async everyOne() {
      return (await rows.find({}).lean<Row[]>()).map(institution).sort(byName);
    },
  };
}

const living = { mergedInto: null, archivedAt: null };

function lookedFor({ words = '', archived = false, regency, district, trade }: InstitutionLook) {
  const each = searchWords(words);
  return {
    mergedInto: null,
    archivedAt: archived ? { $ne: null } : null,
    ...(regency !== undefined && { regency }),
    ...(district !== undefined && { district }),
    ...(trade !== undefined && { trade }),
    ...(each.length === 0 ? {} : { $and: each.map(having) }),
  };
}

const fields = ['name', 'village', 'district', 'regency', 'trade'];

/** Those that have the word in their name, place or trade, or whose trade it stands for. */
function having(word: string) {
  const trades = tradesMeant(word).map((name) => `^${literal(name)}$`);
  const $options = 'i';
  return {
    $or: [
      ...fields.map((field) => ({ [field]: { $regex: literal(word), $options } })),
      ...(trades.length === 0 ? [] : [{ trade: { $regex: trades.join('|'), $options } }]),
    ],
  };
}
