/** What is wrong with the expressions of a configuration, field by field. */
import cron from "node-cron";
import type { Config, ConfigFault } from "../../config/config.ts";
import type { Schedule } from "../../config/schedule.ts";
import { readExpression, runsAfter } from "./expression.ts";

/** node-cron's names of the fields, ours, and what may stand there. */
const FIELDS: ReadonlyMap<string, readonly [name: string, may: string]> = new Map([
  ["second", ["seconds", "0 to 59"]],
  ["minute", ["minutes", "0 to 59"]],
  ["hour", ["hours", "0 to 23"]],
  ["dayOfMonth", ["days of the month", "1 to 31, L for the last, 15W for the nearest working day"]],
  ["month", ["months", "1 to 12, or jan to dec"]],
  ["dayOfWeek", ["days of the week", "0 to 7, or sun to sat, 5L for the last Friday, 1#2"]],
]);

/** To be asked only by commands that have loaded node-cron: a build does without it. */
export function scheduleFaults(config: Config): readonly ConfigFault[] {
  const ofFeeds = Object.entries(config.feeds).flatMap(([name, { schedule }]) => {
    return faultsOf(schedule, ["feeds", name, "schedule"]);
  });
  return [...faultsOf(config.schedule, ["schedule"]), ...ofFeeds];
}

function faultsOf(schedule: Schedule | undefined, keys: readonly string[]): ConfigFault[] {
  return (schedule?.cron ?? []).flatMap((text) => {
    const [error] = cron.validateDetailed(text).errors;
    if (error === undefined) return isEver(text) ? [] : [{ keys, ...never(text) }];
    const field = FIELDS.get(error.field);
    if (field === undefined) {
      const reason = `"${text}" is no cron expression: ${error.message}`;
      return [{ keys, reason, remedy: 'write it like "*/10 * * * *", or "@hourly"' }];
    }
    const [name, may] = field;
    const isNever = error.message.includes("impossible");
    const reason = isNever
      ? `"${text}" is on no day: these months have no day ${error.value}`
      : `"${text}": ${error.value} cannot stand for ${name}`;
    return [{ keys, reason, remedy: `write ${may}, a list, a range, or *` }];
  });
}

function isEver(text: string): boolean {
  return runsAfter(readExpression(text), "UTC", Date.now()).next().done !== true;
}

function never(text: string): Omit<ConfigFault, "keys"> {
  const remedy = "days of the month and of the week must both fit: leave one of them *";
  return { reason: `"${text}" is on no day`, remedy };
}
