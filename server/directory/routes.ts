/** The official directory: typeahead by name, pinyin and initials. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { type Official, officialSchema } from '../../shared/directory/official.ts';
import { officialSearchQuery } from '../../shared/request.ts';
import type { OrganKind } from '../../shared/vocabulary.ts';
import { type Env, guard } from '../access/guard.ts';
import { describe, validated } from '../platform/describe.ts';

export function mountDirectory(app: Hono<Env>): void {
  app.get(
    '/api/directory/officials',
    guard('directory:search'),
    describe('领导干部名录', '按姓名、拼音或首字母查找 / Find officials', z.object({ items: z.array(officialSchema) })),
    validated('query', officialSearchQuery),
    async (context) => {
      const { q, limit } = context.req.valid('query');
      const rows = await context.var.platform.directory.search(q, limit);
      const items: Official[] = rows.map((row) => ({
        id: row.id,
        name: row.name,
        organKind: row.organ_kind as OrganKind,
        organ: row.organ,
        post: row.post,
        rank: row.rank,
        retired: row.retired === 1,
      }));
      return context.json({ items });
    },
  );
}
