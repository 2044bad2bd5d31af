/** `onPublished`: who is told of what was published, commands and web addresses. */
import * as v from "valibot";
import { listOf, webAddress, words } from "./values.ts";

/** Told of each run that changed something; either `url` or `command` is there. */
export interface Hook {
  /** Is sent a POST. */
  readonly url?: string | undefined;
  /** A line for the shell, or a program and its arguments. */
  readonly command?: string | readonly string[] | undefined;
  /** Seconds that all attempts together may take. */
  readonly timeout: number;
  /** How many attempts may follow the first. */
  readonly retries: number;
  /** What requests are signed with: the secret itself, or the variable that holds it. */
  readonly secret?: string | { readonly env: string } | undefined;
}

const TIMEOUT = "is no number of seconds; write a whole number from 1 to 600";
const RETRIES = "is no number of retries; write a whole number from 0 to 10";
const MOST_HOOKS = 10;

const variable = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_]\w*$/, 'is no name of a variable; write it like "FEEDWRIGHT_SECRET"'),
);

const secret = v.lazy<v.GenericSchema<unknown, NonNullable<Hook["secret"]>>>((given) =>
  typeof given === "object" && given !== null ? v.strictObject({ env: variable }) : words,
);

const argument = v.pipe(
  v.string(),
  v.check((text) => !text.includes("\0"), "holds a NUL, which no argument can; take it away"),
);

const command = v.lazy<v.GenericSchema<unknown, string | string[]>>((given) =>
  Array.isArray(given)
    ? v.pipe(
        v.array(argument),
        v.check(
          ([program = ""]) => program !== "",
          'names no program; write it like ["purge", "--all"]',
        ),
      )
    : v.pipe(words, argument),
);

const block = v.pipe(
  v.strictObject({
    url: v.optional(webAddress),
    command: v.optional(command),
    timeout: v.optional(
      v.pipe(v.number(), v.integer(TIMEOUT), v.minValue(1, TIMEOUT), v.maxValue(600, TIMEOUT)),
      30,
    ),
    retries: v.optional(
      v.pipe(v.number(), v.integer(RETRIES), v.minValue(0, RETRIES), v.maxValue(10, RETRIES)),
      3,
    ),
    secret: v.optional(secret),
  }),
  v.check(
    ({ url, command: line }) => (url === undefined) !== (line === undefined),
    "names no hook; write a url, or a command, and not both",
  ),
  v.check(
    ({ url, secret: key }) => url !== undefined || key === undefined,
    "has a secret, which only signs what is sent to a url; take it away",
  ),
);

const isWeb = (text: string): boolean => /^https?:\/\//i.test(text);

const line = v.pipe(
  words,
  argument,
  v.check(
    (text) => !isWeb(text) || v.is(webAddress, text),
    'is no absolute web address; write it like "https://example.org/"',
  ),
  v.transform((text): Hook => {
    const told = isWeb(text) ? { url: text } : { command: text };
    return { ...told, timeout: 30, retries: 3 };
  }),
);

const hook = v.lazy<v.GenericSchema<unknown, Hook>>((given) =>
  typeof given === "object" && given !== null ? block : line,
);

/** One hook or a list of them; each a line, which is an address or a command, or a block. */
export const hooksSchema = v.pipe(
  listOf(hook),
  v.maxLength(MOST_HOOKS, `names too many; ${MOST_HOOKS} hooks are plenty`),
);
