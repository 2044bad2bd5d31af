/**
 * Judges one document of RSS 2.0, Atom 1.0 or JSON Feed 1.1, ours or anybody's. Never throws, and
 * takes time in proportion to the length of the document, whatever it holds.
 */
import { jsonFault, linesOfElements } from "../articles/records/json-text.ts";
import { decodeDocument } from "./encoding.ts";
import { htmlOfFeed, htmlOfJson } from "./html.ts";
import { isObject } from "./json.ts";
import { feedOf } from "./known-format.ts";
import { lineCounter } from "./lines.ts";
import type { Complaint, Finding, Rule } from "./rule.ts";
import {
  atomTable,
  feedTable,
  htmlTable,
  jsonFeedTable,
  jsonTextTable,
  rssTable,
  xmlTable,
} from "./rules.ts";
import type { Circumstances, JsonSubject, JsonText } from "./subjects.ts";
import { readXml } from "./xml-reader.ts";

/** Nobody reads more of one rule in one document. */
const MOST_OF_ONE_RULE = 100;

/** A document of 5 MB has a tenth of that. */
const MOST_ITEMS = 100_000;

export interface CheckOptions {
  /** What time it is: dates in the future are doubtful. */
  readonly nowMs: number;
  /** Where the document is fetched from, if known: it should name itself so. */
  readonly address?: string;
  /** The names of the rules that matter, where not all do; HTML is not looked into then. */
  readonly only?: ReadonlySet<string>;
}

/** All that is wrong with a document, in the order of its lines. */
export function checkDocument(bytes: Uint8Array, options: CheckOptions): readonly Finding[] {
  const { text, fault } = decodeDocument(bytes);
  return checkText(text, bytes.length, options, fault);
}

/**
 * The same for a text.
 *
 * @param bytes how many it has in UTF-8.
 */
export function checkText(
  text: string,
  bytes: number,
  options: CheckOptions,
  encodingFault?: string,
): readonly Finding[] {
  const { nowMs, address } = options;
  const circumstances: Circumstances = {
    nowMs,
    bytes,
    ...(address === undefined ? {} : { address }),
    ...(encodingFault === undefined ? {} : { encodingFault }),
  };
  const findings = new Findings(text, options.only);
  // Behind a byte order mark or blanks, a bracket is JSON; XML begins with "<".
  if (/^[\ufeff\s]{0,1000}[[{]/.test(text)) checkJson(text, circumstances, findings);
  else checkXml(text, circumstances, findings);
  return findings.inOrder();
}

function checkXml(text: string, circumstances: Circumstances, findings: Findings): void {
  const subject = { ...circumstances, document: readXml(text) };
  findings.collect(xmlTable, subject);
  const feed = feedOf(subject);
  if (feed === undefined) return;
  findings.collect(feedTable, feed);
  findings.collect(feed.format === "rss" ? rssTable : atomTable, feed);
  if (findings.only === undefined) findings.collect(htmlTable, htmlOfFeed(feed));
}

function checkJson(text: string, circumstances: Circumstances, findings: Findings): void {
  const document: JsonText = { ...circumstances, text, ...parseJson(text) };
  findings.collect(jsonTextTable, document);
  const { value } = document;
  if (!isObject(value)) return;
  const list: readonly unknown[] = Array.isArray(value["items"]) ? value["items"] : [];
  const items = list
    .slice(0, MOST_ITEMS)
    .flatMap((item, index) => (isObject(item) ? [{ value: item, path: `items[${index}]` }] : []));
  const subject: JsonSubject = { ...document, feed: value, items };
  findings.collect(jsonFeedTable, subject);
  if (findings.only === undefined) findings.collect(htmlTable, htmlOfJson(subject));
}

function parseJson(text: string): Pick<JsonText, "value" | "syntaxFault"> {
  const bare = text.startsWith("\ufeff") ? text.slice(1) : text;
  try {
    return { value: JSON.parse(bare), syntaxFault: undefined };
  } catch {
    return { value: undefined, syntaxFault: jsonFault(bare) };
  }
}

/** What is found, with lines. */
class Findings {
  readonly only: ReadonlySet<string> | undefined;
  private readonly found: Finding[] = [];
  private readonly text: string;
  private readonly lineAt: (offset: number) => number;
  private itemLines: readonly number[] | undefined;

  constructor(text: string, only: ReadonlySet<string> | undefined) {
    this.text = text;
    this.only = only;
    this.lineAt = lineCounter(text);
  }

  collect<Subject>(rules: readonly Rule<Subject>[], subject: Subject): void {
    for (const rule of rules) {
      if (this.only?.has(rule.name) === false) continue;
      let count = 0;
      for (const complaint of rule.find(subject)) {
        this.found.push(this.findingOf(rule, complaint));
        count += 1;
        if (count === MOST_OF_ONE_RULE) break;
      }
    }
  }

  inOrder(): readonly Finding[] {
    return this.found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }

  private findingOf<Subject>({ name, level }: Rule<Subject>, complaint: Complaint): Finding {
    const { path, reason, remedy } = complaint;
    const line = this.lineOf(complaint);
    return {
      rule: name,
      level,
      ...(line === undefined ? {} : { line }),
      ...(path === undefined ? {} : { path }),
      reason,
      remedy,
    };
  }

  private lineOf({ offset, line, path }: Complaint): number | undefined {
    if (line !== undefined) return line;
    if (offset !== undefined) return this.lineAt(offset);
    const index = /^items\[(\d+)\]/.exec(path ?? "")?.[1];
    if (index === undefined) return undefined;
    this.itemLines ??= linesOfElements(this.text, "items");
    return this.itemLines[Number(index)];
  }
}
