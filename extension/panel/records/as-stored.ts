/**
 * A search for a case number, written as the server stores them: searches may be typed with half-width brackets,
 * full-width digits and blanks. 〔〕 stay: procuratorates and police write the year in them.
 */
export function asStored(query: string): string {
  return query
    .normalize('NFKC')
    .replace(/[([【]/g, '（')
    .replace(/[)\]】]/g, '）')
    .replace(/\s/g, '');
}
