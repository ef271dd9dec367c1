/**
 * Stands between better-auth and its tables: what `account-classes.ts` names is sealed or linked on the way in and opened on
 * the way out. Better-auth knows nothing of it, and the store never sees a name or a token.
 */
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth';
import { accountClasses } from './account-classes.ts';
import type { AccountSealing } from './account-sealing.ts';

type Fields = Record<string, unknown>;

const classesOf = (model: string) => accountClasses[model] ?? { linked: [], sealed: [], dropped: [], opens: false };

/** What the row's sealed text is bound to: the row that its first linked field names. */
const contextOf = (model: string, firstLink: unknown) => `${model}:${String(firstLink)}`;

/** The fields of a new row as the store keeps them. */
export function sealFields(sealing: AccountSealing, model: string, clear: Fields): Fields {
  const { linked, sealed, dropped, opens } = classesOf(model);
  const stored = { ...clear };
  for (const field of dropped) if (field in stored) stored[field] = null;
  for (const field of linked) {
    const value = clear[field];
    if (typeof value === 'string') stored[field] = sealing.link(`${model}.${field}`, value);
  }
  if (!opens || ![...linked, ...sealed].some((field) => field in clear)) return stored;
  for (const field of sealed) if (field in stored) stored[field] = '';
  const texts = Object.fromEntries([...linked, ...sealed].map((field) => [field, clear[field] ?? null]));
  stored.sealed = sealing.seal(contextOf(model, stored[linked[0] ?? '']), JSON.stringify(texts));
  return stored;
}

/** Adds the links of values to those known: a row found by a value is answered with it. */
type Known = Map<string, string>;

/** Opens a row in place, and the rows that are joined to it. */
function openRow<Row>(sealing: AccountSealing, model: string, row: Row, known: Known): Row {
  if (typeof row !== 'object' || row === null) return row;
  const { linked, opens } = classesOf(model);
  const sealed: unknown = Reflect.get(row, 'sealed');
  if (opens && typeof sealed === 'string') {
    const text = sealing.open(contextOf(model, Reflect.get(row, linked[0] ?? '')), sealed);
    for (const [field, value] of Object.entries(JSON.parse(text))) Reflect.set(row, field, value);
    Reflect.deleteProperty(row, 'sealed');
  } else {
    for (const field of linked) {
      const clear = known.get(String(Reflect.get(row, field)));
      if (clear !== undefined) Reflect.set(row, field, clear);
    }
  }
  for (const joined of Object.keys(accountClasses)) {
    const found: unknown = Reflect.get(row, joined);
    for (const each of Array.isArray(found) ? found : [found]) openRow(sealing, joined, each, known);
  }
  return row;
}

/** Wraps an adapter of better-auth. */
export function sealedAdapter(inner: DBAdapter, sealing: AccountSealing): DBAdapter {
  return {
    ...sealedOperations(inner, sealing),
    transaction: (work) => inner.transaction((within) => work(sealedOperations(within, sealing))),
  };
}

function sealedOperations(inner: DBTransactionAdapter, sealing: AccountSealing): DBTransactionAdapter {
  /** Conditions as the store can answer them. @throws {Error} for a comparison that a sealed field cannot take part in */
  const linkedWhere = (model: string, where: Where[], known: Known): Where[] =>
    where.map((condition) => {
      const { field, value, operator = 'eq' } = condition;
      const { linked, sealed } = classesOf(model);
      if (!linked.includes(field) && !sealed.includes(field)) return condition;
      if (!linked.includes(field) || !['eq', 'ne', 'in', 'not_in'].includes(operator))
        throw new Error(`${model}.${field} is sealed: it cannot be compared by ${operator}`);
      const link = (clear: unknown) => {
        const text = sealing.link(`${model}.${field}`, String(clear));
        known.set(text, String(clear));
        return text;
      };
      if (value === null) return condition;
      return { ...condition, value: Array.isArray(value) ? value.map(link) : link(value) };
    });

  /** The fields that are sealed together, of which a change may name some only. */
  const touches = (model: string, change: Fields) => {
    const { linked, sealed, opens } = classesOf(model);
    return opens && [...linked, ...sealed].some((field) => field in change);
  };

  const changeEach = async (model: string, where: Where[], change: Fields): Promise<unknown[]> => {
    const { linked, sealed } = classesOf(model);
    const rows = await operations.findMany<Fields>({ model, where, limit: Number.MAX_SAFE_INTEGER });
    return Promise.all(
      rows.map((row) => {
        const before = Object.fromEntries([...linked, ...sealed].map((field) => [field, row[field]]));
        const update = sealFields(sealing, model, { ...before, ...change });
        return inner.update({ model, where: [{ field: 'id', value: String(row.id) }], update });
      }),
    );
  };

  const operations: DBTransactionAdapter = {
    ...inner,
    async create<T extends Fields, R = T>(call: Parameters<typeof inner.create<T, R>>[0]) {
      const known: Known = new Map();
      const { model, data } = call;
      const clear: Fields = { ...data };
      const row = await inner.create<Fields, R>({
        ...call,
        data: sealFields(sealing, model, clear),
        select: undefined,
      });
      for (const field of classesOf(model).linked) {
        const value = clear[field];
        if (typeof value === 'string') known.set(sealing.link(`${model}.${field}`, value), value);
      }
      return openRow(sealing, model, row, known);
    },
    async findOne(call) {
      const known: Known = new Map();
      const where = linkedWhere(call.model, call.where, known);
      // Without its sealed text and what that is bound to, a row does not open: all its fields are read.
      return openRow(sealing, call.model, await inner.findOne({ ...call, where, select: undefined }), known);
    },
    async findMany<T>(call: Parameters<typeof inner.findMany<T>>[0]) {
      const known: Known = new Map();
      const { sortBy, model } = call;
      const { linked, sealed } = classesOf(model);
      if (sortBy && [...linked, ...sealed].includes(sortBy.field))
        throw new Error(`${model}.${sortBy.field} is sealed: it gives no order`);
      const where = call.where && linkedWhere(model, call.where, known);
      const rows = await inner.findMany<T>({ ...call, where, select: undefined });
      for (const row of rows) openRow(sealing, model, row, known);
      return rows;
    },
    count: (call) => inner.count({ ...call, where: call.where && linkedWhere(call.model, call.where, new Map()) }),
    async update(call) {
      const known: Known = new Map();
      const { model, update } = call;
      if (touches(model, update)) {
        await changeEach(model, call.where, update);
        return operations.findOne({ model, where: call.where });
      }
      const where = linkedWhere(model, call.where, known);
      const row = await inner.update<never>({ ...call, where, update: sealFields(sealing, model, update) });
      return openRow(sealing, model, row, known);
    },
    async updateMany(call) {
      const { model, update } = call;
      if (touches(model, update)) return (await changeEach(model, call.where, update)).length;
      const where = linkedWhere(model, call.where, new Map());
      return inner.updateMany({ ...call, where, update: sealFields(sealing, model, update) });
    },
    delete: (call) => inner.delete({ ...call, where: linkedWhere(call.model, call.where, new Map()) }),
    deleteMany: (call) => inner.deleteMany({ ...call, where: linkedWhere(call.model, call.where, new Map()) }),
    async consumeOne(call) {
      const known: Known = new Map();
      const where = linkedWhere(call.model, call.where, known);
      return openRow(sealing, call.model, await inner.consumeOne({ ...call, where }), known);
    },
    async incrementOne(call) {
      const known: Known = new Map();
      if (touches(call.model, call.set ?? {})) throw new Error(`A sealed field of ${call.model} is no counter's`);
      const where = linkedWhere(call.model, call.where, known);
      return openRow(sealing, call.model, await inner.incrementOne({ ...call, where }), known);
    },
  };
  return operations;
}
