/** node-cron's tasks: a task an expression, which runs slots as long as this process is awake. */
import cron, { type ScheduledTask } from "node-cron";
import type { Slots } from "./slots.ts";

/** Later than this, a slot is not node-cron's to run. */
const TOLERANCE_MS = 60_000;

export interface SlotRunner {
  /** Asked at each slot; several expressions may ask for the same one. */
  readonly admit: (slots: Slots, atMs: number) => Promise<boolean>;
  /** After `admit`, and after the jitter. */
  readonly run: (slots: Slots, atMs: number) => Promise<void>;
  /** Instead of `admit`, where the one before it has not ended. */
  readonly leaveOut: (slots: Slots, atMs: number) => void;
  readonly warn: (message: string) => void;
}

export interface CronTasks {
  readonly stop: () => void;
}

export function startTasks(all: readonly Slots[], runner: SlotRunner): CronTasks {
  const tasks = all.flatMap((slots) =>
    slots.expressions.map((expression) => startTask(slots, expression, runner)),
  );
  return {
    stop: () => {
      for (const task of tasks) void task.destroy();
    },
  };
}

function startTask(slots: Slots, expression: string, runner: SlotRunner): ScheduledTask {
  const task = cron.schedule(expression, ({ date }) => runner.run(slots, date.getTime()), {
    name: slots.name === "" ? "feedwright" : `feedwright ${slots.name}`,
    timezone: slots.timeZone,
    noOverlap: true,
    maxRandomDelay: slots.jitterMs,
    missedExecutionTolerance: TOLERANCE_MS,
    suppressMissedWarning: true,
    distributed: true,
    runCoordinator: {
      // The key is the task's name, ":", and the slot.
      shouldRun: (key) =>
        runner.admit(slots, Date.parse(key.slice(-"2026-01-01T00:00:00.000Z".length))),
    },
    logger: {
      info: () => undefined,
      debug: () => undefined,
      // It warns of what `noOverlap` asks for.
      warn: () => undefined,
      error: (message) => runner.warn(message instanceof Error ? message.message : message),
    },
  });
  task.on("execution:overlap", ({ date }) => runner.leaveOut(slots, date.getTime()));
  return task;
}
