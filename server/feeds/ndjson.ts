/** NDJSON: one row of a feed on each line, for systems that read as they receive. */

/** Lines of a feed, each ended by a line feed; nothing for no rows. */
export const ndjsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
