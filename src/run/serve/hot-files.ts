/** Files in memory, looked at again on the disk as soon as they are older than a moment. */
import { errorCode } from "../../errors.ts";
import { versionAt } from "./open-file.ts";
import { encodeFile, heldBytes, isUnsure, loadFile, type ServedFile } from "./served-file.ts";

export interface HotFiles {
  /**
   * The file as it was at a moment, or shortly before; null: there was none; undefined: nobody has
   * looked, so `load` it.
   *
   * @param momentMs of `performance.now()`: the clock of the day may be set back.
   */
  readonly at: (inner: string, momentMs: number) => ServedFile | null | undefined;
  /** @throws the error of the system where the file cannot be had now. */
  readonly load: (inner: string) => Promise<void>;
  /** Fills `file.encoded`. */
  readonly encode: (file: ServedFile, coding: "gzip" | "br") => Promise<void>;
  /** Has the file looked at when it is asked for next. */
  readonly forget: (inner: string) => void;
}

export interface HotLimits {
  /** How long a file is served without a look at the disk. */
  readonly freshMs: number;
  readonly bytes: number;
  readonly files: number;
  /** Names under which there was nothing. */
  readonly absent: number;
}

/** A look costs 30 µs: forty in a second are nothing, and nobody notices the delay. */
const LIMITS: HotLimits = {
  ...{ freshMs: 25, bytes: 96 * 1024 * 1024, files: 20_000 },
  // Apart: whoever asks for names at random must not push out what others ask for.
  absent: 4_096,
};

interface Kept {
  readonly file: ServedFile;
  /** When its bytes were read, by the clock of the day: files tell their time by it. */
  readonly readMs: number;
  /** When it was last looked at, by `performance.now()`. */
  readonly checkedMs: number;
  readonly heldBytes: number;
}

/** @param onLoaded is told of every version, once. */
export function openHotFiles(
  root: string,
  onLoaded: (file: ServedFile) => void,
  limits: HotLimits = LIMITS,
): HotFiles {
  const kept = new Map<string, Kept>();
  /** When there was found to be nothing. */
  const absent = new Map<string, number>();
  const underWay = new Map<string, Promise<void>>();
  let held = 0;
  const drop = (inner: string) => {
    held -= kept.get(inner)?.heldBytes ?? 0;
    kept.delete(inner);
    absent.delete(inner);
  };
  const keep = (inner: string, kind: Omit<Kept, "heldBytes">) => {
    // In the order in which they were last looked at: the first is the first to go.
    drop(inner);
    const one = { ...kind, heldBytes: heldBytes(kind.file) };
    kept.set(inner, one);
    held += one.heldBytes;
    for (const oldest of kept.keys()) {
      if ((held <= limits.bytes && kept.size <= limits.files) || oldest === inner) break;
      drop(oldest);
    }
  };
  const keepAbsent = (inner: string, checkedMs: number) => {
    drop(inner);
    absent.set(inner, checkedMs);
    for (const oldest of absent.keys()) {
      if (absent.size <= limits.absent) break;
      absent.delete(oldest);
    }
  };
  const look = async (inner: string) => {
    const one = kept.get(inner);
    const nowMs = Date.now();
    const checkedMs = performance.now();
    if (one !== undefined && !isToBeReadAgain(one, nowMs)) {
      const version = await versionAt(root, inner);
      if (version?.stamp === one.file.version.stamp) {
        keep(inner, { ...one, checkedMs });
        return;
      }
    }
    const file = await loadFile(root, inner, nowMs);
    if (file === undefined) return keepAbsent(inner, checkedMs);
    if (one !== undefined && isSame(file, one.file)) takeOver(one.file, file);
    else onLoaded(file);
    keep(inner, { file, readMs: nowMs, checkedMs });
  };
  const once = (key: string, work: () => Promise<void>): Promise<void> => {
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const started = work().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
  return {
    at: (inner, momentMs) => {
      const one = kept.get(inner);
      const checkedMs = one?.checkedMs ?? absent.get(inner);
      if (checkedMs === undefined || checkedMs + limits.freshMs < momentMs) return undefined;
      return one?.file ?? null;
    },
    load: (inner) => once(`file ${inner}`, () => look(inner)),
    encode: (file, coding) =>
      once(`${coding} ${file.version.stamp} ${file.path}`, async () => {
        await encodeFile(root, file, coding);
        const one = kept.get(file.path);
        if (one?.file === file) keep(file.path, one);
      }),
    forget: drop,
  };
}

/** Read so shortly after a change that the next one may have gone unseen: once more, later. */
function isToBeReadAgain({ file, readMs }: Kept, nowMs: number): boolean {
  return isUnsure(file, readMs) && !isUnsure(file, nowMs);
}

function isSame(one: ServedFile, other: ServedFile): boolean {
  return one.tag === other.tag && one.modifiedMs === other.modifiedMs && !one.isWeak;
}

/** The same bytes under another stamp: what was made of them is still right. */
function takeOver(from: ServedFile, to: ServedFile): void {
  for (const [coding, bytes] of from.encoded) to.encoded.set(coding, bytes);
}

/** The process or the machine has too much open: it is a matter of moments. */
export function isPassing(error: unknown): boolean {
  return /^E(?:MFILE|NFILE|AGAIN|BUSY|NOMEM)$/.test(errorCode(error) ?? "");
}
