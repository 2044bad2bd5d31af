/** What a server counts, for Prometheus. */
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { RunRecord } from "../runs/run-record.ts";
import type { RunsSoFar } from "../runs/run-store.ts";

export interface Meter {
  readonly count: (status: number, bytes: number, durationMs: number) => void;
  /** The text that Prometheus reads, and its type. */
  readonly text: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

interface Sources {
  readonly connections: () => number;
  readonly readRuns: () => RunsSoFar;
}

/** In seconds: what is in memory takes a fraction of a millisecond. */
const BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.01, 0.05, 0.25, 1, 5, 30];

export function openMeter(sources: Sources): Meter {
  const registers = [new Registry()] as const;
  const [registry] = registers;
  // Counted here and handed over when somebody asks: labels cost more than an answer.
  const answers = [0, 0, 0, 0, 0, 0];
  let sentBytes = 0;
  new Counter({
    ...{ name: "feedwright_http_requests_total", help: "Answers, by class of status." },
    ...{ labelNames: ["status"], registers: [...registers] },
    collect() {
      this.reset();
      answers.forEach((count, at) => {
        if (at > 1) this.inc({ status: `${at}xx` }, count);
      });
    },
  });
  new Counter({
    ...{ name: "feedwright_http_sent_bytes_total", help: "Bytes of the bodies of answers." },
    registers: [...registers],
    collect() {
      this.reset();
      this.inc(sentBytes);
    },
  });
  const durations = new Histogram({
    name: "feedwright_http_request_duration_seconds",
    help: "From the headers of a request to the end of its answer.",
    ...{ buckets: BUCKETS, registers: [...registers] },
  });
  new Gauge({
    ...{ name: "feedwright_http_connections", help: "Connections that are open." },
    registers: [...registers],
    collect() {
      this.set(sources.connections());
    },
  });
  addRunGauges(registry, sources.readRuns);
  return {
    count: (status, bytes, durationMs) => {
      const at = Math.trunc(status / 100);
      answers[at] = (answers[at] ?? 0) + 1;
      sentBytes += bytes;
      durations.observe(durationMs / 1_000);
    },
    text: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

/** Of the last runs, whoever made them: this process, or a cron job beside it. */
function addRunGauges(registry: Registry, readRuns: () => RunsSoFar): void {
  const gauge = (name: string, help: string, read: (runs: RunsSoFar) => number | undefined) => {
    new Gauge({
      ...{ name: `feedwright_${name}`, help, registers: [registry] },
      collect() {
        const value = read(readRuns());
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  };
  gauge("last_run_timestamp_seconds", "When the last run ended.", ({ last }) => endOf(last));
  gauge("last_run_success", "1, or 0 where the last run published nothing.", ({ last }) => {
    return last && (last.result === "failed" ? 0 : 1);
  });
  gauge("last_run_duration_seconds", "How long the last run took.", ({ last }) => {
    return last && last.durationMs / 1_000;
  });
  gauge("last_run_set_aside", "Records that the last run set aside.", ({ last }) => {
    return last?.setAside.count;
  });
  gauge("last_good_run_timestamp_seconds", "When a run last ended well.", ({ lastGood }) => {
    return endOf(lastGood);
  });
  gauge("last_good_run_age_seconds", "How long ago a run ended well.", ({ lastGood }) => {
    const ended = endOf(lastGood);
    return ended && Math.max(0, Date.now() / 1_000 - ended);
  });
  gauge("articles", "Articles that are published.", ({ lastGood }) => lastGood?.articles);
  gauge("feeds", "Feeds that are published.", ({ lastGood }) => lastGood?.feeds.count);
}

function endOf(run: RunRecord | undefined): number | undefined {
  return run && Date.parse(run.finished) / 1_000;
}
