/**
 * `npm run bench:render`: our RSS, Atom and JSON Feed beside those of `feed` and feedsmith. The same
 * articles, down to bytes, turn by turn in one process; the median of many rounds.
 */
import os from "node:os";
import { freshItems, scripts, writeItems } from "./render-articles.ts";
import { contestants, floorOf, leastUs, looksAt, ours } from "./render-contestants.ts";

const ITEMS = 50;
const ROUNDS = Number(process.argv[2] ?? 60);
const WARM_UP_ROUNDS = 20;
const FEEDS = 5;
const names = ["rss", "atom", "json"] as const;

/** µs an item, by name, of each round; every round runs all of them in turn. */
function measure(
  runs: readonly { readonly name: string; readonly prepare: () => () => unknown }[],
  items: number,
  rounds: number,
): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>(runs.map(({ name }) => [name, []]));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    for (const { name, prepare } of runs) {
      const run = prepare();
      const started = process.hrtime.bigint();
      run();
      const spentUs = Number(process.hrtime.bigint() - started) / 1000;
      if (round >= 0) times.get(name)?.push(spentUs / items);
    }
  }
  return new Map([...times].map(([name, list]) => [name, medianOf(list)]));
}

function medianOf(list: readonly number[]): number {
  const sorted = list.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function row(name: string, us: number, floor: number, feed?: number, feedsmith?: number): string {
  const times = (other: number | undefined) =>
    (other === undefined ? "" : `${(other / us).toFixed(1)} ×`).padStart(12);
  const cells = [us.toFixed(1).padStart(9), `${(us / floor).toFixed(2)} ×`.padStart(9)];
  return `${name.padEnd(24)}${cells.join("")}${times(feed)}${times(feedsmith)}`;
}

console.info(`${os.cpus()[0]?.model ?? "?"}, ${os.cpus().length} cores, Node ${process.version}`);
console.info(
  `${ITEMS} articles of 6,000 bytes with two credited pictures; median of ${ROUNDS} rounds\n`,
);
for (const script of scripts) {
  const heading = `${script}: µs an item`.padEnd(26);
  console.info(`${heading}    us  of floor     vs feed vs feedsmith`);
  const items = writeItems(ITEMS, script);
  const shared = () => Array<typeof items>(FEEDS).fill(freshItems(items));
  for (const format of names) {
    const floor = floorOf(format, items);
    const us = measure(
      [
        { name: "floor", prepare: () => floor },
        { name: "first", prepare: () => ours(format, [freshItems(items)]) },
        { name: "shared", prepare: () => ours(format, shared()) },
        ...contestants(format, items).map(([name, run]) => ({ name, prepare: () => run })),
      ],
      ITEMS,
      ROUNDS,
    );
    const [low = Number.NaN, first = Number.NaN] = [us.get("floor"), us.get("first")];
    const each = (us.get("shared") ?? Number.NaN) / FEEDS;
    const others = [us.get("feed"), us.get("feedsmith")] as const;
    console.info(row(`${format}, first render`, first, low, ...others));
    console.info(row(`${format}, in ${FEEDS} feeds, each`, each, low, ...others));
    console.info(row("  floor", low, low));
  }
  console.info("");
}

/** Of larger feeds the others, and the floor, would make strings that few engines can hold. */
const MOST_COMPARED = 5000;

const heading = "first render of growing feeds, µs an item".padEnd(43);
console.info(`${heading}rss      atom      json     floor      feed   (floor and feed: of RSS)`);
const articles = writeItems(50, "typographic");
for (const count of [50, 500, 5000, 50_000]) {
  const many = Array.from({ length: count }, (_, i) => {
    const id = `https://bench.example/${i}/`;
    return { ...(articles[i % articles.length] ?? { title: "", date: new Date(0) }), id, link: id };
  });
  const rounds = Math.max(2, Math.min(100, Math.trunc(20_000 / count)));
  const us = names.map((name) => leastUs(count, rounds, () => ours(name, [freshItems(many)])));
  if (count <= MOST_COMPARED) {
    const [, runFeed] = contestants("rss", many)[0] ?? [];
    for (const run of [floorOf("rss", many), runFeed]) {
      if (run !== undefined) us.push(leastUs(count, rounds, () => run));
    }
  }
  const cells = us.map((each) => each.toFixed(1).padStart(10));
  console.info(`${String(count).padStart(8)} items${" ".repeat(22)}${cells.join("")}`);
}

console.info("\nbefore it is published, µs an item     look     rules");
for (const name of names) {
  const cells = looksAt(name, articles).map((look) => leastUs(ITEMS, 200, () => look).toFixed(1));
  console.info(`${name.padEnd(33)}${cells.map((cell) => cell.padStart(10)).join("")}`);
}
