/** A quick look at the characters of a document while it is still bytes. */

/** U+FFFE and U+FFFF in UTF-8. */
const NONCHARACTERS = [Buffer.from([0xef, 0xbf, 0xbe]), Buffer.from([0xef, 0xbf, 0xbf])];
const CONTROLS = Array.from({ length: 0x20 }, (_, byte) => byte).filter(
  (byte) => !"\t\n\r".includes(String.fromCharCode(byte)),
);
const FORBIDDEN = [...CONTROLS, ...NONCHARACTERS];

/**
 * Whether bytes in UTF-8 hold no character that XML forbids (XML 1.0, section 2.2); it has no room
 * for half a surrogate pair. To look for thirty bytes, one after the other, takes the engine less
 * time than a look at each byte would take here.
 */
export function areCharactersLegal(bytes: Buffer): boolean {
  return !FORBIDDEN.some((one) => bytes.includes(one));
}
