/**
 * What earlier runs read from files: by a file's version first, so that one that has not changed is
 * not opened, then by the digest of its bytes, so that one that was moved or copied is known.
 */
import type { LocalFile } from "../local-files.ts";
import { isPlainObject } from "../record.ts";
import type { CacheFile } from "./cache-file.ts";

export interface FileMemory<Read> {
  /** What the file told when it had the version that it has. */
  readonly ofFile: (found: LocalFile) => Read | undefined;
  /** What the bytes with this digest told, whatever file they were in. */
  readonly ofDigest: (digest: string) => Read | undefined;
  readonly remember: (found: LocalFile, digest: string, read: Read) => void;
}

/** @param isRead whether an entry still serves: it may be edited by hand, or of another time. */
export function openFileMemory<Read>(
  cache: CacheFile,
  isRead: (entry: unknown) => entry is Read,
): FileMemory<Read> {
  const ofDigest = (digest: unknown): Read | undefined => {
    const read = cache.get(`digest ${digest}`);
    return isRead(read) ? read : undefined;
  };
  return {
    ofDigest,
    ofFile: ({ file, version }) => {
      const known = cache.get(`file ${file}`);
      if (!isPlainObject(known) || known["version"] !== version) return undefined;
      return ofDigest(known["digest"]);
    },
    remember: ({ file, version }, digest, read) => {
      cache.set(`file ${file}`, { version, digest });
      cache.set(`digest ${digest}`, read);
    },
  };
}
