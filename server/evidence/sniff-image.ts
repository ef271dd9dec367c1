/** Tells an image by its first bytes; what the sender calls it is not trusted. */
const signatures = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
} as const;

/** So many bytes tell. */
export const longestSignature = 8;

/** @returns the media type; null where the bytes are neither PNG nor JPEG. */
export function sniffImage(content: Uint8Array): keyof typeof signatures | null {
  for (const [mediaType, signature] of Object.entries(signatures)) {
    if (signature.every((byte, index) => content[index] === byte)) return mediaType as keyof typeof signatures;
  }
  return null;
}
