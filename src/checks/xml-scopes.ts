/** What prefixes mean where (Namespaces in XML, section 6): no scope is ever copied. */
import { NAMESPACES } from "./xml-document.ts";

export interface ResolvedName {
  /** Under the usual prefix of its namespace. */
  readonly key: string;
  readonly namespace: string;
  readonly isUndeclared: boolean;
}

const NONE: readonly string[] = [];

export class Scopes {
  /** The meanings of each prefix, innermost last. */
  private readonly bindings = new Map([["xml", ["http://www.w3.org/XML/1998/namespace"]]]);
  /** Names met since a prefix last changed its meaning. */
  private resolved = new Map<string, ResolvedName>();

  /** Enters the scope of an element. @returns the prefixes it declares; "" is the default. */
  declare(attributes: ReadonlyMap<string, string>): readonly string[] {
    if (attributes.size === 0) return NONE;
    const prefixes: string[] = [];
    for (const [name, uri] of attributes) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const prefix = name.slice(6);
      prefixes.push(prefix);
      const uris = this.bindings.get(prefix);
      if (uris === undefined) this.bindings.set(prefix, [uri]);
      else uris.push(uri);
    }
    if (prefixes.length > 0) this.resolved = new Map();
    return prefixes;
  }

  /** Leaves the scope of an element that declared these. */
  leave(prefixes: readonly string[]): void {
    for (const prefix of prefixes) this.bindings.get(prefix)?.pop();
    this.resolved = new Map();
  }

  uriOf(prefix: string): string | undefined {
    return this.bindings.get(prefix)?.at(-1);
  }

  resolve(name: string): ResolvedName {
    const known = this.resolved.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const uri = this.uriOf(prefix);
    const isUndeclared = uri === undefined && prefix !== "";
    const namespace = uri ?? (isUndeclared ? `undeclared:${prefix}` : "");
    const resolved = { key: keyOf(namespace, name.slice(colon + 1)), namespace, isUndeclared };
    this.resolved.set(name, resolved);
    return resolved;
  }
}

function keyOf(namespace: string, local: string): string {
  if (namespace === "") return local;
  const usual = NAMESPACES.get(namespace);
  return usual === undefined ? `{${namespace}}${local}` : `${usual}:${local}`;
}
