/** A process that lives through simulated days: its folder, the compiled program, its time away. */
import { live } from "./days/course.ts";

const [folder = "", compiled = "", awayMs = "0"] = process.argv.slice(2);
// Left to nobody: the program catches what nobody else does, and would go on.
const begun = () => process.stdout.write("begun\n");
const [words, code] = await live(folder, compiled, Number(awayMs), begun).then(
  (figures) => [JSON.stringify(figures), 0] as const,
  (error: unknown) => [String(error), 1] as const,
);
process.stdout.write(`${words}\n`);
// What waits for a simulated clock would wait for ever.
process.exit(code);
