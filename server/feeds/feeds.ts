/** The two yearly feeds: what each is made of. Routes, files and documentation read this table. */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import {
  type IntegrityRow,
  integrityRowSchema,
  type PerformanceRow,
  performanceRowSchema,
} from '../../shared/feeds/rows.ts';
import type { Schema } from '../store/schema.ts';
import type { Column, Table } from './column.ts';
import { integrityColumns, performanceColumns } from './columns.ts';
import { integrityRows } from './integrity.ts';
import { performanceRows } from './performance.ts';
import type { FeedSubject } from './subjects.ts';
import { type FeedEdition, type FeedName, integrityTables, performanceTables } from './tables.ts';

export interface Feed<Row extends object> {
  readonly name: FeedName;
  readonly summary: string;
  /** Whether only those who report belong in it, see `FeedScope`. */
  readonly reporting: boolean;
  readonly rowSchema: z.ZodType<Row>;
  readonly rowsOf: (db: Kysely<Schema>, year: number, subjects: readonly FeedSubject[]) => Promise<Row[]>;
  readonly columns: (zone: string) => readonly Column<Row>[];
  readonly tables: (edition: FeedEdition, rows: readonly Row[]) => Table[];
}

export const performanceEvaluation: Feed<PerformanceRow> = {
  name: 'performance-evaluation',
  summary: '政绩考核：领导干部年度已通报事项 / Performance evaluation',
  reporting: false,
  rowSchema: performanceRowSchema,
  rowsOf: performanceRows,
  columns: () => performanceColumns,
  tables: performanceTables,
};

export const integrityReview: Feed<IntegrityRow> = {
  name: 'integrity-review',
  summary: '述廉评议：年度对照检查与已通报事项 / Integrity review',
  reporting: true,
  rowSchema: integrityRowSchema,
  rowsOf: integrityRows,
  columns: integrityColumns,
  tables: integrityTables,
};
