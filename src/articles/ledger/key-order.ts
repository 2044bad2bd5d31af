/** The order of records: by path, and within a file as they stand there. */

const IN_FILE = /^(.*)#(\d{1,15})$/s;

/** `all.json#9` before `all.json#10`; by code units otherwise, so that no locale has a say. */
export function compareKeys(one: string, other: string): number {
  if (one === other) return 0;
  if (one.includes("#") && other.includes("#")) {
    const [, path, number] = IN_FILE.exec(one) ?? [];
    const [, otherPath, otherNumber] = IN_FILE.exec(other) ?? [];
    const difference = Number(number) - Number(otherNumber);
    if (path !== undefined && path === otherPath && difference !== 0) return difference;
  }
  return one < other ? -1 : 1;
}
