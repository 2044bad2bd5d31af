/** A simulated site: where it is, when it begins, and what is kept of its days so far. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TimeOfDay } from "./calendar.ts";
import type { Newsroom } from "./newsroom.ts";

export interface World {
  readonly zone: string;
  readonly seed: number;
  readonly originMs: number;
  readonly days: number;
}

/** Counted, for whoever reads the end of it. */
export interface Figures {
  runs: number;
  starts: number;
  /** Changes that the clock made, and articles that it let out. */
  dues: number;
  releases: number;
  slots: number;
  /** The greatest lateness while awake, and after the clock was set or the machine slept. */
  lateMs: number;
  wokenLateMs: number;
}

export const NO_FIGURES: Figures = {
  ...{ runs: 0, starts: 0, dues: 0, releases: 0, slots: 0, lateMs: 0, wokenLateMs: 0 },
};

/** As a day began. */
export interface Morning {
  readonly day: number;
  readonly room: Newsroom;
  readonly firsts: readonly (readonly [number: number, ms: number])[];
}

/** How far a day has come. */
export interface Step {
  readonly day: number;
  readonly done: number;
  /** The clock has shown no more than this. */
  readonly untilMs: number;
  readonly highMs: number;
  readonly firsts: Morning["firsts"];
  readonly figures: Figures;
}

export const SITE_TIMES: readonly TimeOfDay[] = [0, 6, 12, 18].map((hour) => [hour, 17]);
/** The first is skipped, the second repeated where clocks are set by half an hour or more. */
export const OWN_TIMES: readonly TimeOfDay[] = [
  [2, 15],
  [1, 40],
];

/** Writes a site into an empty folder. */
export function makeWorld(folder: string, world: World): void {
  const { zone } = world;
  const config = {
    site: { title: "Harbour", url: "https://harbour.example/", timezone: zone },
    missingDate: "file-time",
    schedule: "17 */6 * * *",
    feeds: {
      all: { limit: 200 },
      sections: { each: "section", path: "section/{slug}", limit: 200 },
      week: { days: 7, limit: 200 },
      own: { limit: 200, schedule: ["15 2 * * *", "40 1 * * *"] },
    },
  };
  mkdirSync(path.join(folder, "articles"));
  writeFileSync(path.join(folder, "feedwright.config.json"), JSON.stringify(config));
  writeFileSync(path.join(folder, "world.json"), JSON.stringify(world));
}

export interface Memory {
  readonly world: World;
  readonly recall: () => { readonly morning: Morning | undefined; readonly step: Step | undefined };
  readonly noteMorning: (morning: Morning) => void;
  readonly noteStep: (step: Step) => void;
  /** For ever, by the number of the article. */
  readonly guids: Map<number, string>;
  readonly noteGuid: (number: number, guid: string) => void;
}

export function openMemory(folder: string): Memory {
  const fileOf = (name: string) => path.join(folder, name);
  const write = (name: string, value: unknown) => {
    writeFileSync(fileOf(`${name}.new`), JSON.stringify(value));
    renameSync(fileOf(`${name}.new`), fileOf(name));
  };
  const guids = new Map<number, string>();
  for (const line of (readIf(fileOf("guids.txt")) ?? "").split("\n").filter(Boolean)) {
    const [number, guid = ""] = line.split(" ");
    guids.set(Number(number), guid);
  }
  const parsed = (name: string) => JSON.parse(readIf(fileOf(name)) ?? "null") ?? undefined;
  return {
    world: parsed("world.json"),
    recall: () => ({ morning: parsed("morning.json"), step: parsed("step.json") }),
    noteMorning: (morning) => write("morning.json", morning),
    noteStep: (step) => write("step.json", step),
    guids,
    noteGuid: (number, guid) => {
      guids.set(number, guid);
      appendFileSync(fileOf("guids.txt"), `${number} ${guid}\n`);
    },
  };
}

function readIf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
