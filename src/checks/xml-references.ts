/** References in XML text: `&amp;`, `&#38;`, `&#x26;`; nothing else is ever resolved. */

/** A lone `&` matches too, and is a fault. Digits end at the next `&`, so this stays linear. */
const REFERENCE = /&(?:#([0-9]+);|#x([0-9a-fA-F]+);|([A-Za-z_:][A-Za-z0-9_:.-]*);)?/g;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

type Report = (kind: "syntax" | "character" | "entity", offset: number, reason: string) => void;

export function hasReference(raw: string): boolean {
  return raw.includes("&");
}

/** The text meant; what cannot be resolved stays as it is written, and is reported. */
export function resolveReferences(raw: string, report: Report): string {
  return raw.replace(
    REFERENCE,
    (whole: string, decimal: string, hexadecimal: string, name: string, offset: number) => {
      if (name !== undefined) {
        if (Object.hasOwn(NAMED, name)) return NAMED[name] ?? whole;
        report("entity", offset, `XML knows no ${whole.slice(0, 40)}`);
        return whole;
      }
      const digits = decimal ?? hexadecimal;
      if (digits === undefined) {
        report("syntax", offset, '"&" begins no reference');
        return whole;
      }
      const code = Number.parseInt(digits, decimal === undefined ? 16 : 10);
      if (isLegalCode(code)) return String.fromCodePoint(code);
      report("character", offset, `${whole.slice(0, 20)} is a character that XML forbids`);
      return "";
    },
  );
}

/** XML 1.0, section 2.2, production 2. */
function isLegalCode(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return (
    code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
  );
}
