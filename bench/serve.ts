/**
 * `npm run bench:serve`: one feed, served by feedwright and by nginx, asked for by wrk: unchanged
 * (304), compressed, and plain. In turn, round after round, so that whatever else the machine does
 * falls on both. Where it does much, the CPU time of a request tells more than requests a second.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
    connections: { type: "string", default: "32" },
    /** Items of the feed, 3 KB each. */
    items: { type: "string", default: "50" },
    program: { type: "string", default: path.resolve(import.meta.dirname, "../dist/run/cli.js") },
  },
});

const MODES = ["304", "gzip", "plain"] as const;
type Mode = (typeof MODES)[number];

/** In which Linux tells CPU time. */
const TICK_MICROSECONDS = 10_000;

interface Server {
  readonly name: string;
  readonly port: number;
  readonly process: ChildProcess;
}

interface Sample {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
  /** Of the server's processes, for one request; NaN where the system does not tell. */
  readonly cpuMicroseconds: number;
}

const folder = mkdtempSync(path.join(os.tmpdir(), "feedwright-serve-"));
const missing = ["wrk", "nginx"].filter((name) => !isInstalled(name));
if (missing.length > 0) {
  console.info(`Not measured: ${missing.join(" and ")} not installed (apt-get install wrk nginx).`);
} else {
  await measureAll();
}
rmSync(folder, { recursive: true, force: true });

function isInstalled(name: string): boolean {
  return spawnSync(name, ["-v"], { env: withSbin() }).error === undefined;
}

function withSbin(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/usr/local/sbin` };
}

async function measureAll(): Promise<void> {
  writeSite();
  const servers = [
    startFeedwright(8_391),
    startNginx("nginx, 1 worker", 8_392, 1, ""),
    startNginx("nginx, 1 worker, open_file_cache", 8_393, 1, "open_file_cache max=1000;"),
    startNginx("nginx, 2 workers, open_file_cache", 8_394, 2, "open_file_cache max=1000;"),
  ];
  try {
    for (const { port } of servers) await untilAnswering(port);
    const samples = new Map<string, Sample[]>();
    for (let round = 0; round <= Number(options.rounds); round++) {
      for (const mode of MODES) {
        for (const server of servers) {
          const sample = await measure(server, mode, round === 0);
          // The first round warms up and counts for nothing.
          if (round > 0) listAt(samples, `${mode} ${server.name}`).push(sample);
        }
      }
    }
    tell(servers, samples);
  } finally {
    for (const server of servers) server.process.kill("SIGTERM");
  }
}

function listAt(samples: Map<string, Sample[]>, key: string): Sample[] {
  const list = samples.get(key) ?? [];
  samples.set(key, list);
  return list;
}

function writeSite(): void {
  // Started by root, nginx reads as another user.
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, "articles"));
  mkdirSync(path.join(folder, "feeds"));
  mkdirSync(path.join(folder, "nginx"));
  writeFileSync(
    path.join(folder, "feedwright.config.json"),
    JSON.stringify({ site: { title: "Bench", url: "https://bench.example/" } }),
  );
  const text = feedText(Number(options.items));
  writeFileSync(path.join(folder, "feeds/all.rss"), text);
  writeFileSync(path.join(folder, "feeds/all.rss.gz"), gzipSync(text, { level: 6 }));
}

/** Prose that compresses as prose does: words drawn from a list, the same in every run. */
function feedText(items: number): string {
  const words = "harbour ferry council bridge morning storm budget school river market".split(" ");
  let state = 20_240_531;
  const word = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return `${words[(state >>> 8) % words.length]}${(state >>> 16) % 97}`;
  };
  const prose = (count: number) => Array.from({ length: count }, word).join(" ");
  const all = Array.from({ length: items }, (_, at) => {
    const link = `https://bench.example/${at}`;
    return `<item><title>${prose(8)}</title><link>${link}</link><guid>${link}</guid><description>${prose(330)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0">\n<channel>\n<title>Bench</title>\n<link>https://bench.example/</link>\n<description>Bench</description>\n${all.join("\n")}\n</channel>\n</rss>\n`;
}

function startFeedwright(port: number): Server {
  const args = [path.resolve(options.program), "serve", "--port", String(port), "--quiet"];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: "inherit" });
  return { name: "feedwright", port, process: child };
}

/** The same headers as ours, where nginx has them to give. */
function startNginx(name: string, port: number, workers: number, more: string): Server {
  const root = path.join(folder, "nginx");
  const file = path.join(root, `${port}.conf`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    file,
    `worker_processes ${workers}; daemon off; pid ${root}/${port}.pid; error_log /dev/null;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; gzip_static on; keepalive_requests 100000000;
  types { application/rss+xml rss; }
  ${temporary.map((one) => `${one}_temp_path ${root}/${one};`).join(" ")}
  ${more}
  server {
    listen 127.0.0.1:${port}; root ${folder}/feeds;
    add_header Cache-Control "public, max-age=300"; add_header Vary "Accept-Encoding";
    add_header Access-Control-Allow-Origin "*";
  }
}
`,
  );
  const child = spawn("nginx", ["-c", file, "-p", root], { env: withSbin(), stdio: "inherit" });
  return { name, port, process: child };
}

function addressOf(port: number): string {
  return `http://127.0.0.1:${port}/all.rss`;
}

async function untilAnswering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(addressOf(port)).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`nothing answers at ${addressOf(port)}`);
}

async function measure(
  { port, process: child }: Server,
  mode: Mode,
  isShort: boolean,
): Promise<Sample> {
  const answer = await fetch(addressOf(port), { headers: { "Accept-Encoding": "identity" } });
  await answer.arrayBuffer();
  const headers: Readonly<Record<Mode, readonly string[]>> = {
    "304": ["-H", `If-None-Match: ${answer.headers.get("etag")}`],
    gzip: ["-H", "Accept-Encoding: gzip"],
    plain: [],
  };
  const seconds = isShort ? "1" : options.seconds;
  const args = ["-t1", `-c${options.connections}`, `-d${seconds}s`, "--latency"];
  const before = cpuTicks(child.pid);
  const text = execFileSync("wrk", [...args, ...headers[mode], addressOf(port)], {
    encoding: "utf8",
  });
  const p99 = /99%\s+(\S+)/.exec(text)?.[1] ?? "?";
  const [, size = "0", unit = "ms"] = /([\d.]+)(us|ms|s)/.exec(p99) ?? [];
  const unitMs = { us: 0.001, ms: 1, s: 1_000 }[unit] ?? 1;
  const requestsPerSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? 0);
  // wrk counts no 304 as an error, and every other answer that is not 2xx.
  if (/Non-2xx|Socket errors/.test(text)) throw new Error(text);
  const requests = Number(/(\d+) requests in/.exec(text)?.[1]);
  const cpuMicroseconds = ((cpuTicks(child.pid) - before) * TICK_MICROSECONDS) / requests;
  return { requestsPerSecond, p99Ms: Number(size) * unitMs, cpuMicroseconds };
}

/** Of a process and those it started: nginx answers in its workers. */
function cpuTicks(pid: number | undefined): number {
  try {
    const [, ...stat] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    const [user, system] = (stat.at(-1) ?? "").split(" ").slice(11, 13).map(Number);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    const own = (user ?? Number.NaN) + (system ?? Number.NaN);
    return children.filter(Boolean).reduce((sum, child) => sum + cpuTicks(Number(child)), own);
  } catch {
    return Number.NaN;
  }
}

function tell(servers: readonly Server[], samples: ReadonlyMap<string, Sample[]>): void {
  const { rounds, connections, items } = options;
  console.info(
    `${items} items, ${connections} connections, medians of ${rounds} rounds, ${os.cpus().length} cores, Node ${process.version}\n`,
  );
  console.info(
    "| answer | server | requests/s | p99, ms | CPU, µs | requests/s of it | CPU of it |",
  );
  console.info(
    "| ------ | ------ | ---------: | ------: | ------: | ---------------: | --------: |",
  );
  for (const mode of MODES) {
    const own = samples.get(`${mode} feedwright`) ?? [];
    for (const { name } of servers) {
      const all = samples.get(`${mode} ${name}`) ?? [];
      const rate = median(all.map((one) => one.requestsPerSecond));
      // In each round both met the same machine: how much of its rate, and of its thrift, we have.
      const ratio = (of: (one: Sample, other: Sample | undefined) => number) =>
        name === "feedwright"
          ? ""
          : `${Math.round(100 * median(own.map((one, at) => of(one, all[at]))))} %`;
      const cells = [
        ...[mode, name, Math.round(rate), median(all.map((one) => one.p99Ms)).toFixed(2)],
        median(all.map((one) => one.cpuMicroseconds)).toFixed(1),
        ratio((one, other) => one.requestsPerSecond / (other?.requestsPerSecond ?? Number.NaN)),
        ratio((one, other) => (other?.cpuMicroseconds ?? Number.NaN) / one.cpuMicroseconds),
      ];
      console.info(`| ${cells.join(" | ")} |`);
    }
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
