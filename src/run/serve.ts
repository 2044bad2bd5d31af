/** `feedwright serve`: the output folder over HTTP, until told to leave. */
import path from "node:path";
import type { Config } from "../config/config.ts";
import { readConfig } from "../config/config-file.ts";
import { OperationalError } from "../errors.ts";
import type { CommandOptions, Terminal } from "./command.ts";
import { openRunLog, type RunLog } from "./runs/run-log.ts";
import { readRuns } from "./runs/run-store.ts";
import { openPublished } from "./serve/gone.ts";
import { createHandler, type OnHandled } from "./serve/handler.ts";
import { openMeter } from "./serve/meter.ts";
import { openProbes } from "./serve/probes.ts";
import { openRedirects } from "./serve/redirects.ts";
import { type RunningServer, startServer } from "./serve/server.ts";
import { openSite } from "./serve/site.ts";

/** @returns 0 once SIGTERM or SIGINT has come and the requests under way are answered. */
export async function runServe(options: CommandOptions, terminal: Terminal): Promise<number> {
  const config = await readConfig(options.config, process.cwd());
  const log = openRunLog(options["log-format"], terminal, { isQuiet: options.quiet });
  const server = await serveFolder(config, {
    host: options.host ?? config.serve.host,
    port: options.port === undefined ? config.serve.port : portOf(options.port),
    ...(options.verbose ? { onHandled: accessLog(log) } : {}),
  });
  const message = `Serving ${config.output} at ${server.address}`;
  log.info("serving", { message, folder: config.output, address: server.address });
  const leaving = leave();
  const code = await (options.schedule === true
    ? runScheduled(options, terminal, leaving)
    : untilAborted(leaving)
  ).finally(server.stop);
  // A run that is still in hand would keep the process.
  return code === 0 ? code : process.exit(code);
}

export interface ServeKind {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly onHandled?: OnHandled;
}

/** @throws OperationalError SERVE_REFUSED */
export async function serveFolder(config: Config, kind: ServeKind): Promise<RunningServer> {
  const { output, feedsUrl } = config;
  const published = openPublished(output, path.join(config.cache, "served.json"));
  await published.refresh();
  let server: RunningServer | undefined;
  const readRunsHere = () => readRuns(config);
  const meter = openMeter({
    connections: () => server?.connections() ?? 0,
    readRuns: readRunsHere,
  });
  const answerFor = openSite({
    ...{ output, feedsUrl, published },
    hubs: config.websub?.hubs ?? [],
    maxAgeSeconds: config.serve.maxAge,
    findMoved: openRedirects(config.serve.redirects),
  });
  const handler = createHandler({
    answerFor,
    probes: openProbes({ output, readRuns: readRunsHere, metrics: meter.text }),
    onHandled: (request, status, bytes, durationMs) => {
      meter.count(status, bytes, durationMs);
      kind.onHandled?.(request, status, bytes, durationMs);
    },
  });
  server = await startServer(handler, kind);
  return server;
}

/** The job in this process: whoever has one machine needs one service. */
async function runScheduled(
  options: CommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { runInForeground } = await import("./schedule/foreground.ts");
  return await runInForeground(options, terminal, { cron: true, watch: false, signal });
}

/** Aborted by the first signal; the second one has the effect that it always has. */
function leave(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => controller.abort());
  }
  return controller.signal;
}

function untilAborted(signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(0), { once: true });
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new OperationalError(
    "USAGE",
    `--port ${text} is no port.`,
    "Write a whole number from 0 to 65535; 0 is any that is free.",
  );
}

function accessLog(log: RunLog): OnHandled {
  return ({ method = "", url = "", headers }, status, bytes, durationMs) => {
    const agent = headers["user-agent"]?.slice(0, 200);
    const ms = Math.round(durationMs * 10) / 10;
    log.info("request", { method, target: url.slice(0, 500), status, bytes, ms, agent });
  };
}
