/** Turns: every host gets one after the other, so that a slow one holds up only itself. */

export interface TurnLimits {
  /** How many are under way at a time. */
  readonly concurrency: number;
  /** How many of one host are under way at a time. */
  readonly perHost: number;
}

interface HostLine<T> {
  readonly waiting: T[];
  next: number;
  underWay: number;
}

/** Resolves when all have been done; `work` must not reject. */
export async function takeTurns<T extends object>(
  items: readonly T[],
  hostOf: (item: T) => string,
  limits: TurnLimits,
  work: (item: T) => Promise<void>,
): Promise<void> {
  // Holds every line that may have something waiting, and one more under way.
  const ready = [...linesOf(items, hostOf)];
  const worker = async (): Promise<void> => {
    for (let line = ready.shift(); line !== undefined; line = ready.shift()) {
      const item = line.waiting[line.next++];
      if (item === undefined) continue;
      line.underWay++;
      if (line.underWay < limits.perHost) ready.push(line);
      await work(item);
      if (line.underWay === limits.perHost) ready.push(line);
      line.underWay--;
    }
  };
  await Promise.all(Array.from({ length: limits.concurrency }, worker));
}

function linesOf<T>(items: readonly T[], hostOf: (item: T) => string): Iterable<HostLine<T>> {
  const lines = new Map<string, HostLine<T>>();
  for (const item of items) {
    const host = hostOf(item);
    const line = lines.get(host);
    if (line === undefined) lines.set(host, { waiting: [item], next: 0, underWay: 0 });
    else line.waiting.push(item);
  }
  return lines.values();
}
