/** Finds an institution by its full name or its court code. */
import type { Kysely } from 'kysely';
import { StartError } from '../start-error.ts';
import type { InstitutionTable, Schema } from '../store/schema.ts';

/** @throws {StartError} where there is none, or the store holds no institution at all. */
export async function findInstitution(db: Kysely<Schema>, nameOrCode: string): Promise<InstitutionTable> {
  const found = await db
    .selectFrom('institution')
    .selectAll()
    .where((eb) => eb.or([eb('name', '=', nameOrCode), eb('code', '=', nameOrCode)]))
    .executeTakeFirst();
  if (found) return found;
  throw new StartError(
    `没有找到机关“${nameOrCode}”。请填写机关全称或法院代码（如 内0105）；空的数据目录可先运行 liuhen demo-data。`,
    `There is no institution “${nameOrCode}”. Give its full name or court code; an empty data folder can be filled by: liuhen demo-data`,
  );
}
