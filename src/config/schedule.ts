/** `schedule` of the site, and of one feed: when it is published. */
import * as v from "valibot";
import { timeZone } from "./values.ts";

const EXAMPLE = 'write it like "*/10 * * * *", or "@hourly"';

/** What every command can see at a glance; `faultsOfSchedules` has the scheduler look closely. */
const expression = v.pipe(
  v.string(),
  v.trim(),
  v.check(
    (text) => /^(?:@[a-z]+|(?:\S+\s+){4,5}\S+)$/i.test(text),
    `is no cron expression, which has five or six fields; ${EXAMPLE}`,
  ),
);

const expressions = oneOrSeveral();

/** A schedule as it is written: an expression, a list of them, or a block. */
export const scheduleSchema = v.lazy<v.GenericSchema<unknown, Schedule>>((given) => {
  const isBlock = typeof given === "object" && given !== null && !Array.isArray(given);
  return isBlock ? block : bare;
});

/** When something is published. */
export interface Schedule {
  /** One expression at least; five fields, or six with seconds in front. */
  readonly cron: readonly string[];
  /** IANA name of the zone that the expressions are in. Default: the site's. */
  readonly timezone?: string | undefined;
  /** Up to how many seconds later than it says, at random. Default: 0. */
  readonly jitter?: number | undefined;
}

const JITTER = "is no number of seconds; write a whole number from 0 to 3600";

const block = v.strictObject({
  cron: expressions,
  timezone: v.optional(timeZone),
  jitter: v.optional(
    v.pipe(v.number(), v.integer(JITTER), v.minValue(0, JITTER), v.maxValue(3600, JITTER)),
  ),
});

const bare = v.pipe(
  expressions,
  v.transform((cron): Schedule => ({ cron })),
);

function oneOrSeveral() {
  const one = v.pipe(
    expression,
    v.transform((text) => [text]),
  );
  const list = v.pipe(
    v.array(expression),
    v.minLength(1, `is empty; ${EXAMPLE}`),
    v.maxLength(24, "holds too many; write 24 expressions at most"),
  );
  return v.lazy<v.GenericSchema<unknown, string[]>>((given) => (Array.isArray(given) ? list : one));
}
