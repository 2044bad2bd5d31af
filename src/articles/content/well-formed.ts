/**
 * HTML that needs no mending, as Markdown writes it, read in a tenth of the time that the parser
 * takes. It knows a few elements, nested as they should be, and refuses everything else.
 */
import {
  defaultTreeAdapter as adapter,
  type DefaultTreeAdapterTypes,
  type Token,
  html as words,
} from "parse5";

/**
 * - `flow` may hold everything; no start tag of these closes another (HTML standard, 13.2.6.4.7).
 * - `text` are blocks that hold only phrases.
 * - `formatting` would be opened again behind a wrong end tag (13.2.4.3).
 */
type Kind = "flow" | "list" | "item" | "text" | "rule" | "formatting" | "phrase" | "void";

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...named("flow", "article aside blockquote div figcaption figure section"),
  ...named("list", "ol ul"),
  ...named("item", "li"),
  ...named("text", "p h1 h2 h3 h4 h5 h6 pre"),
  ...named("rule", "hr"),
  ...named("formatting", "a b code em i s small strong u"),
  ...named("phrase", "cite del ins mark q span sub sup"),
  ...named("void", "br img"),
]);
const HOLDERS: ReadonlySet<Kind> = new Set(["flow", "item"]);
const PHRASES: ReadonlySet<Kind> = new Set(["formatting", "phrase", "void"]);

const TAG = /<(\/?)([a-z][a-z\d]{0,9})((?: [a-z][a-z-]{0,30}="[^"]*"){0,20})( ?\/)?>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;

/** Elements inside one another; prose has a handful, and each is compared with all around it. */
const MAX_DEPTH = 64;

interface Open {
  readonly name: string;
  readonly kind: Kind;
  readonly node: DefaultTreeAdapterTypes.ParentNode;
}

/** The nodes that a parser makes of it, or undefined where it would have anything to mend. */
export function parseWellFormed(
  html: string,
): readonly DefaultTreeAdapterTypes.ChildNode[] | undefined {
  if (html.includes("\0") || html.includes("\r")) return undefined;
  const root = adapter.createDocumentFragment();
  const open: Open[] = [{ name: "", kind: "flow", node: root }];
  for (let at = 0; at < html.length; at = TAG.lastIndex) {
    const start = html.indexOf("<", at);
    if (!addText(open, html.slice(at, start < 0 ? html.length : start))) return undefined;
    if (start < 0) break;
    TAG.lastIndex = start;
    const tag = TAG.exec(html);
    if (tag === null || !addTag(open, tag)) return undefined;
    // The parser drops a line end right behind this tag where it opens.
    if (tag[1] === "" && tag[2] === "pre" && html.charAt(TAG.lastIndex) === "\n") return undefined;
  }
  return open.length === 1 ? root.childNodes : undefined;
}

function addText(open: readonly Open[], source: string): boolean {
  const parent = open.at(-1)?.node;
  const text = decoded(source);
  if (parent === undefined || text === undefined) return false;
  if (text !== "") adapter.insertText(parent, text);
  return true;
}

function addTag(open: Open[], tag: RegExpExecArray): boolean {
  const [, slash, name = "", attributes = "", closed] = tag;
  const kind = KINDS.get(name);
  const parent = open.at(-1);
  if (kind === undefined || parent === undefined) return false;
  if (slash) {
    open.pop();
    return parent.name === name && attributes === "" && closed === undefined;
  }
  if (!isAllowed(kind, name, parent.kind, open)) return false;
  const isVoid = kind === "void" || kind === "rule";
  const attrs = readAttributes(attributes);
  if (attrs === undefined || (closed !== undefined && !isVoid)) return false;
  const node = adapter.createElement(name, words.NS.HTML, attrs);
  adapter.appendChild(parent.node, node);
  if (!isVoid) open.push({ name, kind, node });
  return true;
}

function isAllowed(kind: Kind, name: string, parent: Kind, open: readonly Open[]): boolean {
  if (open.length > MAX_DEPTH) return false;
  if (kind === "item") return parent === "list";
  if (!PHRASES.has(kind)) return HOLDERS.has(parent);
  // A link in a link ends it, and of four alike the first is forgotten (13.2.4.3).
  return kind !== "formatting" || open.every((outer) => outer.name !== name);
}

function readAttributes(source: string): Token.Attribute[] | undefined {
  const attributes: Token.Attribute[] = [];
  if (source === "") return attributes;
  for (const [, name = "", given = ""] of source.matchAll(ATTRIBUTE)) {
    const value = decoded(given);
    if (value === undefined || attributes.some((other) => other.name === name)) return undefined;
    attributes.push({ name, value });
  }
  return attributes;
}

const REFERENCE = /&(?:(amp|lt|gt|quot);)?/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Undefined where it has any other reference than those that every writer of HTML uses. */
function decoded(source: string): string | undefined {
  if (!source.includes("&")) return source;
  let isKnown = true;
  const text = source.replace(REFERENCE, (whole, name: string | undefined) => {
    isKnown &&= name !== undefined;
    return CHARACTERS[name ?? ""] ?? whole;
  });
  return isKnown ? text : undefined;
}

function named(kind: Kind, names: string): readonly (readonly [string, Kind])[] {
  return names.split(" ").map((name) => [name, kind]);
}
