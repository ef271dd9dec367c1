/** Names of downloaded files. */

/** Characters that encodeURIComponent leaves alone and RFC 8187 does not. */
const reserved = /['()*]/g;

/**
 * The value of `Content-Disposition` for a file to be saved (RFC 6266): a name in Chinese, and one in ASCII for those
 * who cannot read it.
 * @example attachment('feed.csv', '政绩考核.csv')
 */
export function attachment(asciiName: string, name: string): string {
  const encoded = encodeURIComponent(name).replace(
    reserved,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${asciiName}"; filename*=UTF-8''${encoded}`;
}
