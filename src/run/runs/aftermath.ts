/** What comes after a run, outside of its lock: the hooks and the hubs hear of it. */
import type { Config } from "../../config/config.ts";
import type { PublishReport } from "../../rebuild/publish-report.ts";
import type { HookTeller } from "./hooks/hook-teller.ts";
import type { HubTeller } from "./hub-teller.ts";
import type { RunLog } from "./run-log.ts";
import { hasChanged, type RunRecord } from "./run-record.ts";

export interface Aftermath {
  /** Returns at once; what is told comes one after the other, in the order of the runs. */
  readonly begin: (report: PublishReport, record: RunRecord) => void;
  /** When all is told, or can be no more. For a process that leaves after one run. */
  readonly settle: () => Promise<void>;
  /** Gives what is under way a moment, and ends it. */
  readonly close: () => Promise<void>;
}

/** A hub that is down holds up a process that would leave by no more. */
const HUBS_MS = 10_000;

interface Tellers {
  readonly hooks: HookTeller | undefined;
  readonly hubs: HubTeller | undefined;
}

/** Loads what the configuration asks for, once a run was made: most ask for nothing. */
export function openAftermath(config: Config, log: RunLog): Aftermath {
  let opening: Promise<Tellers> | undefined;
  const opened = () => {
    opening ??= openTellers(config, log);
    return opening;
  };
  let begun = Promise.resolve();
  return {
    begin: (report, record) => {
      begun = begun.then(async () => {
        const { hooks, hubs } = await opened();
        hubs?.tell(report.feeds);
        if (hasChanged(report)) hooks?.tell(report, record);
      });
    },
    settle: async () => {
      await begun;
      const { hooks, hubs } = (await opening) ?? {};
      await Promise.all([hooks?.settle(), hubs?.settle(HUBS_MS)]);
    },
    close: async () => {
      await begun;
      const { hooks, hubs } = (await opening) ?? {};
      await Promise.all([hooks?.close(), hubs?.close()]);
    },
  };
}

async function openTellers(config: Config, log: RunLog): Promise<Tellers> {
  const hasHooks = config.onPublished.length > 0;
  const hasHubs = (config.websub?.hubs ?? []).length > 0;
  return {
    hooks: hasHooks
      ? (await import("./hooks/hook-teller.ts")).openHookTeller(config, log)
      : undefined,
    hubs: hasHubs ? await openHubs(config, log) : undefined,
  };
}

async function openHubs(config: Config, log: RunLog): Promise<HubTeller> {
  const { openHubTeller } = await import("./hub-teller.ts");
  let known: readonly string[] = [];
  return openHubTeller(config, ({ told, pending, problems }) => {
    // The same comes again with each attempt.
    const fresh = problems.filter((problem) => !known.includes(problem));
    for (const problem of fresh) log.warn("hub", { message: `hub: ${problem}`, problem });
    known = problems;
    if (told > 0) log.info("hubs told", { documents: told, pending });
  });
}
