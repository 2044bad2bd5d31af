/** XMP (ISO 16684-1): the properties that IPTC Photo Metadata 2023.2 gives a picture. */
import { MOST_XMP_BYTES } from "./blocks.ts";
import { LONGEST_TEXT, MOST_CREATORS, NO_CLAIMS, type PictureClaims } from "./claims.ts";
import { decodeText, mendText } from "./mended-text.ts";
import { readXml, type XmlName } from "./xmp-tokens.ts";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DESCRIPTION = `${RDF}Description`;
const LANGUAGE = "http://www.w3.org/XML/1998/namespacelang";

const CREATOR = "http://purl.org/dc/elements/1.1/creator";
const RIGHTS = "http://purl.org/dc/elements/1.1/rights";
const CAPTION = "http://purl.org/dc/elements/1.1/description";
const CREDIT = "http://ns.adobe.com/photoshop/1.0/Credit";
const SOURCE = "http://ns.adobe.com/photoshop/1.0/Source";
const WEB_STATEMENT = "http://ns.adobe.com/xap/1.0/rights/WebStatement";
const CC_LICENSE = "http://creativecommons.org/ns#license";
const LICENSOR = "http://ns.useplus.org/ldf/xmp/1.0/Licensor";
const LICENSOR_URL = "http://ns.useplus.org/ldf/xmp/1.0/LicensorURL";
const IMAGE_CREATOR = "http://ns.useplus.org/ldf/xmp/1.0/ImageCreator";
const IMAGE_CREATOR_NAME = "http://ns.useplus.org/ldf/xmp/1.0/ImageCreatorName";
const ALT = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/AltTextAccessibility";

/** What is not here is not kept, above all `CreatorContactInfo`: it is private. */
const WANTED: ReadonlySet<XmlName> = new Set([
  ...[CREATOR, RIGHTS, CAPTION, CREDIT, SOURCE, WEB_STATEMENT, CC_LICENSE, LICENSOR, ALT],
  ...[LICENSOR_URL, IMAGE_CREATOR],
]);
const MOST_VALUES = 100;

interface XmpValue {
  readonly text: string;
  /** The field of a structure; in a list of plain values there is none. */
  readonly field: XmlName | undefined;
  readonly language: string | undefined;
}

export interface XmpReading {
  readonly claims: PictureClaims;
  /** It declares a document type, which XMP must not: nothing of it was read. */
  readonly isRefused: boolean;
}

export function readXmp(packet: Buffer): XmpReading {
  const properties = readProperties(packetText(packet));
  if (properties === undefined) return { claims: NO_CLAIMS, isRefused: true };
  const all = (name: XmlName) => properties.get(name) ?? [];
  const texts = (name: XmlName, field?: XmlName) =>
    all(name).flatMap((value) => (value.field === field ? value.text : []));
  const one = (name: XmlName) => preferred(all(name));
  const creators = texts(CREATOR);
  const address = texts(LICENSOR, LICENSOR_URL)[0] ?? one(LICENSOR_URL);
  return {
    claims: given({
      creators: creators.length > 0 ? creators : texts(IMAGE_CREATOR, IMAGE_CREATOR_NAME),
      creditLine: one(CREDIT),
      source: one(SOURCE),
      copyrightNotice: one(RIGHTS),
      license: licenceOf(one(CC_LICENSE), one(WEB_STATEMENT)),
      acquireLicensePage: address,
      caption: one(CAPTION),
      alt: one(ALT),
    }),
    isRefused: false,
  };
}

/** A deed of Creative Commons says more than the page of a house that tells about rights. */
function licenceOf(license: string | undefined, statement: string | undefined) {
  return license ?? statement;
}

/** Of the languages: the default one, else the first. */
function preferred(values: readonly XmpValue[]): string | undefined {
  const plain = values.filter(({ field }) => field === undefined);
  return (plain.find(({ language }) => language?.toLowerCase() === "x-default") ?? plain[0])?.text;
}

type Loose = { readonly [Field in keyof PictureClaims]: PictureClaims[Field] | undefined };

function given(claims: Loose & Pick<PictureClaims, "creators">): PictureClaims {
  const { creators, ...rest } = claims;
  const known = Object.entries(rest).filter(([, text]) => text !== undefined);
  return { ...Object.fromEntries(known), creators: creators.slice(0, MOST_CREATORS) };
}

interface Frame {
  readonly name: XmlName;
  readonly property: XmlName | undefined;
  readonly field: XmlName | undefined;
  readonly language: string | undefined;
  text: string;
}

/** Undefined where the packet is refused. Simple values may stand as elements or attributes. */
function readProperties(xml: string): ReadonlyMap<XmlName, readonly XmpValue[]> | undefined {
  const found = new Map<XmlName, XmpValue[]>();
  const stack: Frame[] = [];
  const keep = (property: XmlName, text: string, field?: XmlName, language?: string) => {
    if (!WANTED.has(property) || text.trim() === "") return;
    const values = found.get(property) ?? [];
    if (values.length < MOST_VALUES)
      found.set(property, [...values, { text: mendText(text), field, language }]);
  };
  const isRead = readXml(xml, {
    open: (name, attributes) => {
      const frame = frameOf(name, attributes.get(LANGUAGE), stack);
      stack.push(frame);
      for (const [attribute, value] of attributes) {
        if (attribute === `${RDF}resource` && frame.property !== undefined) {
          keep(frame.property, value, frame.field);
        } else if (attribute === LANGUAGE || attribute.startsWith(RDF)) continue;
        else if (frame.property !== undefined) keep(frame.property, value, attribute);
        else if (name === DESCRIPTION) keep(attribute, value);
      }
    },
    text: (text) => {
      const frame = stack.at(-1);
      if (frame?.property === undefined || frame.text.length > LONGEST_TEXT) return;
      frame.text += text;
    },
    close: () => {
      const frame = stack.pop();
      if (frame?.property === undefined) return;
      keep(frame.property, frame.text, frame.field, frame.language);
    },
  });
  return isRead ? found : undefined;
}

/** What stands right below a description is a property; what stands in that, a field or a list. */
function frameOf(name: XmlName, language: string | undefined, stack: readonly Frame[]): Frame {
  const parent = stack.at(-1);
  if (parent?.property !== undefined) {
    const field = name.startsWith(RDF) ? parent.field : name;
    return { name, property: parent.property, field, language, text: "" };
  }
  const property = parent?.name === DESCRIPTION && !name.startsWith(RDF) ? name : undefined;
  return { name, property, field: undefined, language, text: "" };
}

/** UTF-8 nearly always; the byte order mark or the zero bytes tell of the others. */
function packetText(packet: Buffer): string {
  const bytes = packet.subarray(0, MOST_XMP_BYTES);
  const start = bytes.subarray(0, 2).toString("latin1");
  if (start === "\xff\xfe" || start === "<\0") return bytes.toString("utf16le");
  if (start === "\xfe\xff" || start === "\0<") {
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  }
  const end = bytes.lastIndexOf(">");
  return decodeText(bytes.subarray(0, end + 1)) ?? bytes.toString("utf8");
}
