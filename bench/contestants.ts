/** Who is measured: how each is set up in a folder of its own, started, and where its feeds lie. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { ExpectedFeed } from "./corpus.ts";
import { type Command, hasGnuTime } from "./measured-run.ts";

const peersFolder = path.join(import.meta.dirname, "peers");
/** As the system finds it. */
const HUGO = "hugo";

export const formats = ["rss", "atom", "json"] as const;

/** Two folders: one that is the contestant's own, and the articles that all share. */
export interface Work {
  readonly folder: string;
  readonly articles: string;
}

export interface Contestant {
  readonly name: string;
  /** Name and version, as the results tell them. */
  readonly version: string;
  /** Writes what the program needs into its empty folder; not measured. */
  readonly setUp: (work: Work) => void;
  readonly command: (work: Work) => Command;
  /** The folder of its documents, below its own. */
  readonly output: string;
  /** The path of a feed's document below the output folder. */
  readonly fileOf: (feed: ExpectedFeed, ending: string) => string;
}

/** Why a contestant cannot run here, and the command that helps. */
export interface Missing {
  readonly name: string;
  readonly remedy: string;
}

function flatPath({ kind, slug }: ExpectedFeed, ending: string): string {
  return kind === "main" ? `all.${ending}` : `${kind}/${slug}.${ending}`;
}

export function feedwright(program: string): Contestant {
  const configuration = {
    site: { title: "Bench", url: "https://bench.example/", language: "en", timezone: "UTC" },
    output: "feeds",
    feeds: {
      all: {},
      sections: { each: "section", path: "section/{slug}" },
      tags: { each: "tag", path: "tag/{slug}" },
    },
  };
  return {
    name: "feedwright",
    version: `feedwright ${versionIn(path.join(path.dirname(program), "../.."))}`,
    setUp: ({ folder, articles }) =>
      writeFileSync(
        path.join(folder, "feedwright.config.json"),
        JSON.stringify({ ...configuration, articles: path.relative(folder, articles) }),
      ),
    command: ({ folder }) => ({
      ...{ isNode: true, program, folder },
      parameters: ["build", "--quiet"],
    }),
    output: "feeds",
    fileOf: flatPath,
  };
}

/** A script of a few lines, as many a site has one. */
export function plainScript(name: "feed" | "feedsmith"): Contestant {
  const program = path.join(peersFolder, `${name}-script.mjs`);
  const entry = createRequire(import.meta.url).resolve(name);
  const at = entry.lastIndexOf(`node_modules/${name}/`);
  return {
    name: `script on ${name}`,
    version: `${name} ${versionIn(path.join(entry.slice(0, at), "node_modules", name))}`,
    setUp: () => undefined,
    command: ({ folder, articles }) => ({
      ...{ isNode: true, program, folder },
      parameters: [articles, "feeds"],
    }),
    output: "feeds",
    fileOf: flatPath,
  };
}

export function hugo(): Contestant | Missing {
  const said = spawnSync(HUGO, ["version"], { encoding: "utf8" });
  const version = /v(\d[\d.]*)/.exec(said.stdout ?? "")?.[1];
  if (version === undefined || !hasGnuTime()) {
    return { name: "Hugo", remedy: "apt-get install hugo time" };
  }
  return {
    name: "Hugo",
    version: `Hugo ${version}`,
    setUp: ({ folder }) => cpSync(path.join(peersFolder, "hugo"), folder, { recursive: true }),
    command: ({ folder, articles }) => ({
      ...{ isNode: false, program: HUGO, folder },
      parameters: ["--quiet", "--config", "hugo.toml", "--contentDir", articles],
    }),
    output: "public",
    fileOf: ({ kind, slug }, ending) => {
      const folder = { main: "", section: `${slug}/`, tag: `tags/${slug}/` }[kind];
      return `${folder}feed.${ending === "json" ? "jsonfeed" : ending}`;
    },
  };
}

/** @param installed the folder that `npm install --prefix` was given. */
export function eleventy(installed: string): Contestant | Missing {
  const modules = path.join(installed, "node_modules");
  const packages = ["@11ty/eleventy", "@11ty/eleventy-plugin-rss"];
  if (!packages.every((name) => existsSync(path.join(modules, name)))) {
    const remedy = `npm install --prefix ${installed} @11ty/eleventy@3 @11ty/eleventy-plugin-rss@3`;
    return { name: "Eleventy", remedy };
  }
  const [own, plugin] = packages.map((name) => versionIn(path.join(modules, name)));
  return {
    name: "Eleventy",
    version: `Eleventy ${own} with its RSS plugin ${plugin}`,
    setUp: ({ folder, articles }) => {
      cpSync(path.join(peersFolder, "eleventy"), folder, { recursive: true });
      symlinkSync(modules, path.join(folder, "node_modules"));
      symlinkSync(articles, path.join(folder, "src/articles"));
    },
    command: ({ folder }) => ({
      ...{ isNode: true, program: path.join(modules, "@11ty/eleventy/cmd.cjs"), folder },
      parameters: ["--config=eleventy.config.cjs"],
    }),
    output: "feeds",
    fileOf: flatPath,
  };
}

function versionIn(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return String(version);
}
