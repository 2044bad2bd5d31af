/** A page as a browser reads it. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** Below it, in document order. */
  readonly elements: readonly PageElement[];
}

export interface ParsedPage {
  readonly elements: readonly PageElement[];
  /** Codes of what a parser stumbles over. */
  readonly errors: readonly string[];
  readonly all: (name: string, className?: string) => readonly PageElement[];
}

export function parsePage(html: string): ParsedPage {
  const errors: string[] = [];
  const document = parse(html, {
    onParseError: ({ code }) => errors.push(code),
    scriptingEnabled: true,
  });
  const elements = below(document);
  const all = (name: string, className?: string) =>
    elements.filter((element) => {
      const classes = element.attributes["class"]?.split(" ") ?? [];
      return element.name === name && (className === undefined || classes.includes(className));
    });
  return { elements, errors, all };
}

function below(node: DefaultTreeAdapterTypes.ParentNode): readonly PageElement[] {
  return node.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    const elements = below(child);
    const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
    return [{ name: child.tagName, attributes, text: textOf(child), elements }, ...elements];
  });
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
