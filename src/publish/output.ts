/** An output folder while a run publishes into it: what is ours there, and how that changes. */

import { randomBytes } from "node:crypto";
import { lstatSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { errorCode } from "../errors.ts";
import { isMediaName } from "../feeds/media/media-places.ts";
import { type Compression, compress, compressions } from "./compressed.ts";
import {
  type Document,
  digestOf,
  digestOfFile,
  isSame,
  replaceDocument,
  stampOfFile,
  type Written,
  writeBeside,
} from "./documents.ts";
import { isInside, makeFolder, pinFolder, refuseOutside, removeEmptyFolders } from "./folders.ts";
import { halfWritten, type Journal, openJournal, readJournal, sweep } from "./journal.ts";
import { MANIFEST, type Manifest, readManifest } from "./manifest.ts";
import { outputGone } from "./refusals.ts";

export interface Output {
  readonly folder: string;
  /** Every document that is ours, with the SHA-256 of what we wrote. */
  readonly known: Map<string, string>;
  readonly compress: readonly Compression[];
  readonly journal: Journal;
  /** Folders whose names changed: to be flushed. */
  readonly touched: Set<string>;
  /** Folders that lie inside. */
  readonly checked: Set<string>;
  /** It is still the folder that was opened. */
  readonly isThere: () => boolean;
  /** A name for what is not whole yet. */
  readonly nextName: () => string;
  /** Lets go of the folder. */
  readonly close: () => void;
}

export function openOutput(
  folder: string,
  compressed: readonly Compression[],
): { readonly output: Output; readonly manifest: Manifest } {
  const touched = new Set(makeFolder(folder));
  const manifest = readManifest(readText(path.join(folder, MANIFEST)));
  const token = randomBytes(8).toString("hex");
  let count = 0;
  const noted = readJournal(folder);
  const known = new Map([...manifest.documents, ...begun(folder, noted)]);
  const pinned = pinFolder(folder);
  const journal = openJournal(folder, noted !== undefined);
  const output: Output = {
    folder,
    known,
    compress: compressed,
    journal,
    touched,
    checked: new Set(),
    isThere: pinned.isThere,
    nextName: () => halfWritten(token, count++),
    close: () => {
      pinned.release();
      journal.close();
    },
  };
  return { output, manifest };
}

/** Of what a run that was cut short has begun, what stands there is ours; the rest is swept. */
function begun(folder: string, noted: ReturnType<typeof readJournal>): Map<string, string> {
  const ours = new Map<string, string>();
  if (noted === undefined) return ours;
  sweep(folder, noted.keys());
  for (const [name, digests] of noted) {
    const digest = digestOfFile(path.join(folder, name));
    if (digest !== undefined && digests.has(digest)) ours.set(name, digest);
  }
  return ours;
}

function readText(file: string): string {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return "";
  return readFileSync(file, "utf8");
}

/** What is about to be written, with its SHA-256, which is dear enough to be taken once. */
interface Piece {
  readonly path: string;
  readonly digest: string;
  /** Makes a file that does not exist yet, flushed; leaves nothing there where it fails. */
  readonly write: (beside: string) => Promise<void>;
}

export function pieceOf(name: string, bytes: Buffer): Piece {
  return { path: name, digest: digestOf(bytes), write: (beside) => writeBeside(beside, bytes) };
}

/** Writes a document and its compressed copies where they differ; tells whether it did itself. */
export async function placeDocument(output: Output, document: Document): Promise<boolean> {
  const { folder, known } = output;
  const target = path.join(folder, document.path);
  refuseLinked(output, path.dirname(target));
  const piece = pieceOf(document.path, document.bytes);
  const same = await isSame(target, document.bytes);
  const isKnown = same && known.get(piece.path) === piece.digest;
  const wanted = compressionsOf(output, piece.path);
  const missing = wanted.filter((one) => !(isKnown && isWhole(output, document, one)));
  const compressed = await Promise.all(
    missing.map(async (one) =>
      pieceOf(`${piece.path}.${one}`, await compress(document.bytes, one)),
    ),
  );
  const outdated = same
    ? []
    : compressions
        .map((one) => `${document.path}.${one}`)
        .filter((name) => known.has(name) || compressed.some((one) => one.path === name));
  const pieces = [...(same ? [] : [piece]), ...compressed];
  if (pieces.length > 0) await writePieces(output, pieces, outdated);
  for (const name of outdated) known.delete(name);
  for (const one of [piece, ...compressed]) known.set(one.path, one.digest);
  return !same;
}

/** What is compressed already gains nothing. */
const COMPRESSED =
  /\.(?:jpe?g|png|gif|webp|avif|hei[cf]|mp[34]|m4[ab]|aac|og[ag]|opus|flac|webm|pdf)$/;

/** The compressed copies that a document is to have beside it. */
export function compressionsOf({ compress: wanted }: Output, name: string): readonly Compression[] {
  return COMPRESSED.test(name) || isMediaName(name) ? [] : wanted;
}

/** A compressed copy that we made of what the manifest says, and that nobody has touched. */
function isWhole(output: Output, document: Document, compression: Compression): boolean {
  const name = `${document.path}.${compression}`;
  const digest = output.known.get(name);
  return digest !== undefined && digestOfFile(path.join(output.folder, name)) === digest;
}

export function refuseLinked(output: Output, parent: string): void {
  if (output.checked.has(parent)) return;
  refuseOutside(output.folder, parent);
  output.checked.add(parent);
}

/** How often a folder may be taken away from under a document. */
const ATTEMPTS = 3;

/** All of them stand in one folder. */
export async function writePieces(
  output: Output,
  pieces: readonly Piece[],
  outdated: readonly string[] = [],
): Promise<void> {
  const { folder, journal, touched } = output;
  if (!output.isThere()) throw outputGone(folder);
  journal.note(pieces.map((piece) => [piece.path, piece.digest]));
  const parent = path.dirname(path.join(folder, pieces[0]?.path ?? ""));
  for (let attempt = 1; ; attempt++) {
    const written: Written[] = [];
    try {
      for (const holder of makeFolder(parent)) touched.add(holder);
      for (const piece of pieces) {
        const beside = path.join(parent, output.nextName());
        await piece.write(beside);
        written.push([beside, path.join(folder, piece.path)]);
      }
      await journal.flushed();
      await replaceDocument(
        written,
        outdated.map((name) => path.join(folder, name)),
      );
      touched.add(parent);
      return;
    } catch (error) {
      for (const [beside] of written) rmSync(beside, { force: true });
      if (!output.isThere()) throw outputGone(folder);
      if (errorCode(error) !== "ENOENT" || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Takes away a document that is still as we wrote it, and the folders it leaves empty. */
export function takeAway(output: Output, name: string): boolean {
  const { folder, known, touched } = output;
  const target = path.join(folder, name);
  const parent = path.dirname(target);
  const digest = known.get(name);
  known.delete(name);
  if (!isInside(folder, parent)) return false;
  const isOurs = digest !== undefined && digestOfFile(target) === digest;
  if (isOurs) rmSync(target);
  // A run that was cut short may have left them.
  const emptied = removeEmptyFolders(folder, parent);
  if (isOurs || emptied.length > 0) touched.add(path.dirname(emptied.at(-1) ?? target));
  for (const gone of emptied) touched.delete(gone);
  return isOurs;
}

/** Stamps of the document and of every compressed copy that should be beside it. */
export function stampOf(output: Output, name: string): string | undefined {
  const { folder, known } = output;
  const names = [name, ...compressionsOf(output, name).map((one) => `${name}.${one}`)];
  const stamps = names.map((one) =>
    known.has(one) ? stampOfFile(path.join(folder, one)) : undefined,
  );
  return stamps.includes(undefined) ? undefined : stamps.join(" ");
}
