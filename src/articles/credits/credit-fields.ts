/** Credits from the fields of a record, whatever their form. */
import { parseUrl } from "../addresses.ts";
import type { Credit } from "../article.ts";
import { plainLine, plainLineOfHtml } from "../plain-text.ts";
import { remembering } from "../remembered.ts";
import { readCreditLine } from "./credit-line.ts";
import { readAgency } from "./credit-parts.ts";
import { readLicence } from "./licences.ts";
import { isUnknownMaker } from "./unknown-maker.ts";

const LONGEST_FIELD = 2_000;
const MOST_PEOPLE = 20;
const DEEPEST = 3;

/** As `plainKey` writes them; the first that is given counts. */
const MAKERS = words(
  "creator creators photographer photographers photographername photoby byline bylines by author authors artist artists fotografer fotograf fotografo fotógrafo photographe photograph",
);
const ILLUSTRATORS = words(
  "illustrator illustrators illustratedby ilustrator ilustrador illustrateur",
);
const LINES = words(
  "creditline credittext credit credits creditname photocredit photocredits imagecredit mediacredit picturecredit attribution kredit crédito crédit",
);
const SOURCES = words(
  "source agency agencies provider affiliation affiliations distributor agence agentur agencia",
);
const NOTICES = words(
  "copyrightnotice copyright copyrightholder copyrightowner rights rightsholder",
);
const LICENCES = words("license licence licenseurl licenceurl webstatement");
const LICENCE_PAGES = words("acquirelicensepage licensorurl");
/** Inside a media record: WordPress, headless systems, metadata readers. */
const NESTED = words("imagemeta mediadetails fields attributes acf metadata meta iptc xmp exif");
/** An object with one of these is a picture, whose `name` is a title. */
const PICTURE_FIELDS = words("src contenturl path file image caption alt mediadetails imagemeta");
const MOST_FIELDS = 200;
const NAMED_MAKERS = [...MAKERS, "name"];

/**
 * `value`: a string, read as the text of a credit element and always kept as `raw`; an object with
 * the names IPTC and schema.org give these fields; or a list of either, of people.
 */
export function readCreditField(
  value: unknown,
  rest?: { copyright?: unknown; license?: unknown },
): Credit | undefined {
  const read = readValue(value, 0);
  const notice = noticeOf(rest?.copyright);
  const license = licenceOf(rest?.license);
  return completed(read, {
    ...(notice === undefined ? {} : { copyrightNotice: notice }),
    ...(license === undefined ? {} : { license }),
  });
}

type Rights = Pick<Credit, "copyrightNotice" | "license" | "acquireLicensePage">;

/** Rights that stand beside the names; alone they may tell the names: "© Name/AGENCY". */
function completed(credit: Credit | undefined, rights: Rights): Credit | undefined {
  if (Object.keys(rights).length === 0) return credit;
  if (credit !== undefined) return { ...rights, ...credit };
  const notice = rights.copyrightNotice;
  const read = notice === undefined ? undefined : readCreditLine(notice, "lone-line")?.credit;
  return read === undefined ? { creators: [], ...rights } : { ...read, ...rights };
}

function readValue(value: unknown, depth: number): Credit | undefined {
  if (typeof value === "string") return readText(value);
  if (Array.isArray(value)) return readPeople(value, depth);
  if (!isObject(value) || depth >= DEEPEST) return undefined;
  return readObject(value, depth);
}

/** The same few makers and houses, article after article. */
const readText = remembering((value: string): Credit | undefined => {
  const text = fieldText(value);
  if (text === undefined) return undefined;
  const read = readCreditLine(text, "credit-element");
  if (read !== undefined)
    return { ...read.credit, raw: read.caption ? (read.credit.raw ?? text) : text };
  return text.length > 300 ? { creators: [], creditLine: text, raw: text } : undefined;
});

/** A list under "credit" names several makers. */
function readPeople(values: readonly unknown[], depth: number): Credit | undefined {
  const read = values.slice(0, MOST_PEOPLE).flatMap((one) => readValue(one, depth + 1) ?? []);
  const [first] = read;
  if (first === undefined || read.length === 1) return first;
  const creators = [...new Set(read.flatMap((credit) => credit.creators))];
  const source = read.find((credit) => credit.source !== undefined)?.source;
  return {
    creators,
    ...(source === undefined ? {} : { source }),
    ...(first.role === undefined ? {} : { role: first.role }),
    raw: read.flatMap((credit) => credit.raw ?? credit.creators).join(", "),
  };
}

function readObject(object: Readonly<Record<string, unknown>>, depth: number): Credit | undefined {
  const fields = plainFields(object);
  const line = readValue(first(fields, LINES), depth + 1);
  const isPicture = PICTURE_FIELDS.some((field) => fields.has(field));
  const makers =
    readMakers(first(fields, isPicture ? MAKERS : NAMED_MAKERS)) ??
    asIllustrators(readMakers(first(fields, ILLUSTRATORS)));
  const house = fieldText(nameOf(first(fields, SOURCES)));
  const source = house === undefined || /^https?:/i.test(house) ? undefined : bareName(house);
  const names = merge(makers, source, line) ?? readValue(first(fields, NESTED), depth + 1);
  const notice = noticeOf(first(fields, NOTICES));
  const license = licenceOf(first(fields, LICENCES));
  const page = addressOf(first(fields, LICENCE_PAGES));
  return completed(names, {
    ...(notice === undefined ? {} : { copyrightNotice: notice }),
    ...(license === undefined ? {} : { license }),
    ...(page === undefined ? {} : { acquireLicensePage: page }),
  });
}

function asIllustrators(makers: Credit | undefined): Credit | undefined {
  return makers && { ...makers, role: makers.role ?? "illustrator" };
}

/** "credit_line", "Credit-Line" and "photoshop:CreditLine" are one field; empty ones are none. */
function plainFields(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(object).slice(0, MOST_FIELDS)) {
    const key = plainKey(name);
    const empty = value === undefined || value === null || value === "";
    if (!empty && !fields.has(key)) fields.set(key, value);
  }
  return fields;
}

const plainKey = remembering((name: string): string =>
  name
    .slice(0, 60)
    .replace(/^[a-z\d]{2,14}:/i, "")
    .replace(/[\s_-]+/g, "")
    .toLowerCase(),
);

/** The fields for the makers say who made it; the credit line can only add the rest. */
function merge(
  makers: Credit | undefined,
  source: string | undefined,
  line: Credit | undefined,
): Credit | undefined {
  if (makers === undefined && source === undefined) return line;
  const creators =
    makers === undefined || makers.creators.length === 0 ? (line?.creators ?? []) : makers.creators;
  const house = source ?? makers?.source ?? line?.source;
  const role = makers?.role ?? line?.role;
  const shown = line?.creditLine ?? (source === undefined ? makers?.creditLine : undefined);
  const raw = line?.raw ?? (source === undefined ? makers?.raw : undefined);
  return {
    ...line,
    creators,
    ...(shown === undefined ? {} : { creditLine: shown }),
    ...(house === undefined ? {} : { source: house }),
    ...(role === undefined ? {} : { role }),
    ...(raw === undefined ? {} : { raw }),
  };
}

/** Whoever the record calls the maker is one, though the name looks like a house's. */
function readMakers(value: unknown): Credit | undefined {
  const values = Array.isArray(value) ? value.slice(0, MOST_PEOPLE) : [value];
  const read = values.flatMap((one) => {
    const text = fieldText(nameOf(one));
    if (text === undefined) return [];
    const credit = readText(text);
    if (credit === undefined) return [];
    const known = credit.creators.length > 0 || readAgency(text) !== undefined;
    if (known || credit.source === undefined || credit.source !== text) return [credit];
    const { source: _house, ...rest } = credit;
    return [{ ...rest, creators: [text] }];
  });
  const [only] = read;
  if (only === undefined || read.length === 1) return only;
  const house = read.find((credit) => credit.source !== undefined)?.source;
  const role = only.role;
  return {
    creators: [...new Set(read.flatMap((credit) => credit.creators))],
    ...(house === undefined ? {} : { source: house }),
    ...(role === undefined ? {} : { role }),
  };
}

function bareName(text: string): string {
  const read = readText(text);
  return read?.source ?? read?.creditLine ?? text;
}

function noticeOf(value: unknown): string | undefined {
  const text = fieldText(nameOf(value));
  if (text === undefined || !/\p{L}/u.test(text)) return undefined;
  const notice = text.replace(/^(?:©️?|ⓒ|\(c\)) ?/iu, "© ");
  return /©|copyright|hak cipta|rights|droits|derechos|rechte/iu.test(notice)
    ? notice
    : `© ${notice}`;
}

function licenceOf(value: unknown): string | undefined {
  const address = addressOf(value);
  if (address !== undefined || typeof value !== "string") return address;
  return value.length > 200 ? undefined : readLicence(value);
}

function addressOf(value: unknown): string | undefined {
  const text = isObject(value) ? (value["url"] ?? value["@id"]) : value;
  if (typeof text !== "string" || text.length > LONGEST_FIELD) return undefined;
  const address = text.trim();
  return /^https?:/i.test(address) ? parseUrl(address)?.href : undefined;
}

/** "rendered" is how WordPress gives a title, "@value" how JSON-LD gives a text. */
function nameOf(value: unknown): unknown {
  let named = value;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (Array.isArray(named) && named.length === 1) named = named[0];
    if (!isObject(named)) break;
    const { name, title, rendered, value: text } = named;
    named = name ?? title ?? rendered ?? text ?? named["@value"];
  }
  return named;
}

const MARKDOWN_LINK = /\[([^[\]]{1,200})\]\([^()\s]{1,500}\)/g;

/** One plain line without mark-up; records carry HTML and Markdown links in their credits. */
function fieldText(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > LONGEST_FIELD) return undefined;
  const text = plainLine(plainLineOfHtml(value).replace(MARKDOWN_LINK, "$1"));
  return isSignsOnly(text) || isUnknownMaker(text) ? undefined : text;
}

/** "-", "—", "?". */
function isSignsOnly(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

function words(table: string): readonly string[] {
  return table.split(" ");
}

function first(fields: ReadonlyMap<string, unknown>, names: readonly string[]): unknown {
  const name = names.find((one) => fields.has(one));
  return name === undefined ? undefined : fields.get(name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
