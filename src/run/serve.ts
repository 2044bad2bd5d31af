/** `feedwright serve`: the output folder over HTTP, until told to leave. */
import path from "node:path";
import type { Config } from "../config/config.ts";
import { configPath, readConfig } from "../config/config-file.ts";
import { OperationalError } from "../errors.ts";
import type { CommandOptions, Terminal } from "./command.ts";
import { openRunLog, type RunLog } from "./runs/run-log.ts";
import { failureOf } from "./runs/run-record.ts";
import { readRuns } from "./runs/run-store.ts";
import { watchConfig } from "./schedule/config-watch.ts";
import { listenToSignals } from "./schedule/signals.ts";
import { openFeedVersions } from "./serve/feed-versions.ts";
import { openPublished } from "./serve/gone.ts";
import { createHandler, type OnHandled } from "./serve/handler.ts";
import { openMeter } from "./serve/meter.ts";
import { openProbes } from "./serve/probes.ts";
import { openRedirects } from "./serve/redirects.ts";
import { type RunningServer, startServer } from "./serve/server.ts";
import { openSite } from "./serve/site.ts";

/** @returns 0 once SIGTERM or SIGINT has come and the requests under way are answered. */
export async function runServe(options: CommandOptions, terminal: Terminal): Promise<number> {
  const file = configPath(options.config, process.cwd());
  const config = await readConfig(file, process.cwd());
  const log = openRunLog(options["log-format"], terminal, { isQuiet: options.quiet });
  const server = await serveFolder(config, {
    host: hostOf(options.host ?? config.serve.host),
    port: options.port === undefined ? config.serve.port : portOf(options.port),
    ...(options.verbose ? { onHandled: accessLog(log) } : {}),
  });
  const message = `Serving ${config.output} at ${server.address}`;
  log.info("serving", { message, folder: config.output, address: server.address });
  const reload = () => void reloadSite(file, server, log, options.schedule === true);
  const watch = watchConfig(file, reload);
  const code = await (options.schedule === true
    ? runScheduled(options, terminal, reload)
    : untilTold(reload, log)
  ).finally(() => {
    watch.close();
    return server.stop();
  });
  // A run that is still in hand would keep the process.
  return code === 0 ? code : process.exit(code);
}

/** @param isTold the schedule reads the configuration too, and says what is wrong with it. */
async function reloadSite(
  file: string,
  server: ServedFolder,
  log: RunLog,
  isTold: boolean,
): Promise<void> {
  try {
    server.reload(await readConfig(file, process.cwd(), { isAgain: true }));
    log.info("reloaded", { message: "answering by the configuration as it is now" });
  } catch (error) {
    const { code, message, remedy } = failureOf(error);
    const words = `the configuration before it stays in force: ${message}`;
    if (!isTold) log.error("configuration refused", { code, message: words, remedy });
  }
}

export interface ServeKind {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly onHandled?: OnHandled;
}

export interface ServedFolder extends RunningServer {
  /** Takes over what answers are made by; where it listens, and which folder, stays as it was. */
  readonly reload: (config: Config) => void;
}

/** @throws OperationalError SERVE_REFUSED */
export async function serveFolder(config: Config, kind: ServeKind): Promise<ServedFolder> {
  const { output } = config;
  const published = openPublished(output, path.join(config.cache, "served.json"));
  await published.refresh();
  let server: RunningServer | undefined;
  const readRunsHere = () => readRuns(config);
  const meter = openMeter({
    connections: () => server?.connections() ?? 0,
    readRuns: readRunsHere,
  });
  const versions = openFeedVersions();
  const siteOf = ({ feedsUrl, websub, serve }: Config) =>
    openSite({
      ...{ output, feedsUrl, published, versions },
      hubs: websub?.hubs ?? [],
      maxAgeSeconds: serve.maxAge,
      findMoved: openRedirects(serve.redirects),
    });
  let answerFor = siteOf(config);
  const handler = createHandler({
    answerFor: (asked) => answerFor(asked),
    probes: openProbes({ output, readRuns: readRunsHere, metrics: meter.text }),
    onHandled: (request, status, bytes, durationMs) => {
      meter.count(status, bytes, durationMs);
      kind.onHandled?.(request, status, bytes, durationMs);
    },
  });
  const started = await startServer(handler, kind);
  server = started;
  return {
    ...started,
    reload: (next) => {
      answerFor = siteOf(next);
    },
  };
}

/** The job in this process: whoever has one machine needs one service. */
async function runScheduled(
  options: CommandOptions,
  terminal: Terminal,
  reload: () => void,
): Promise<number> {
  const { runInForeground } = await import("./schedule/foreground.ts");
  const leaving = new AbortController();
  // The second one has the effect that it always has.
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => leaving.abort());
  }
  process.on("SIGHUP", reload);
  const kind = { cron: true, watch: false, signal: leaving.signal };
  return await runInForeground(options, terminal, kind);
}

/** By a signal; whoever sends a second one does not want to wait. */
async function untilTold(reload: () => void, log: RunLog): Promise<number> {
  const fault = (error: unknown) => {
    const { code, message, remedy } = failureOf(error);
    log.error("unexpected", { code, message, remedy });
  };
  await listenToSignals({ reload, leaveAtOnce: () => process.exit(1), fault }).leaving;
  return 0;
}

/** An address as it stands in URLs is one too; of none, all of the machine's would be taken. */
function hostOf(text: string): string {
  const host = text.trim().replace(/^\[(.+)\]$/, "$1");
  if (host !== "") return host;
  throw new OperationalError(
    "USAGE",
    "--host names no address.",
    "Write it like 127.0.0.1, or 0.0.0.0 for all addresses of this machine.",
  );
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
