/** What machines ask a server about itself: whether it lives, is ready, and how much it does. */
import { access, constants } from "node:fs/promises";
import type { RunsSoFar } from "../runs/run-store.ts";
import type { Answer } from "./answer.ts";

/** Asks for an answer; the paths are no files' paths. */
export type Probes = ReadonlyMap<string, () => Promise<Answer>>;

interface Sources {
  readonly output: string;
  /** How the last runs went, whoever made them. */
  readonly readRuns: () => RunsSoFar;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

export function openProbes({ output, readRuns, metrics }: Sources): Probes {
  return new Map([
    ["healthz", async () => plain(200, "text/plain; charset=utf-8", "ok\n")],
    [
      "readyz",
      async () => {
        const faults = [...(await outputFaults(output)), ...runFaults(readRuns())];
        const body = { ready: faults.length === 0, faults };
        const status = body.ready ? 200 : 503;
        return plain(status, "application/json", `${JSON.stringify(body)}\n`);
      },
    ],
    [
      "metrics",
      async () => {
        const { contentType, text } = await metrics();
        return plain(200, contentType, text);
      },
    ],
  ]);
}

async function outputFaults(output: string): Promise<readonly string[]> {
  try {
    await access(output, constants.R_OK | constants.X_OK);
    return [];
  } catch {
    return ["the output folder cannot be read"];
  }
}

/** Readers have the last good feeds all the same; who watches over the machine should know. */
function runFaults({ last }: RunsSoFar): readonly string[] {
  return last?.result === "failed" ? ["the last run published nothing"] : [];
}

function plain(status: number, contentType: string, text: string): Answer {
  const body = Buffer.from(text);
  const headers = [
    ...["Content-Type", contentType],
    ...["Cache-Control", "no-store"],
    ...["X-Content-Type-Options", "nosniff"],
    ...["Content-Length", String(body.length)],
  ];
  return { status, headers, body };
}
