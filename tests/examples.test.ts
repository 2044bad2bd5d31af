/** The recipes of examples/: as far as a machine can tell without their schedulers, they work. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { load, loadAll } from "js-yaml";
import { validate } from "node-cron";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../src/config/config.ts";
import { sharedFolder, temporaryFolder } from "./temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "..");
const examples = path.join(root, "examples");
const site = path.join(examples, "site");
const cli = path.join(root, "dist/run/cli.js");

const read = (name: string) => readFileSync(path.join(examples, name), "utf8");
const files = readdirSync(examples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(examples, path.join(entry.parentPath, entry.name)))
  .sort();

/** What stands at a path of keys in a document; undefined where nothing does. */
function at(document: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], document);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

describe("the commands in them", () => {
  const help = spawnSync(process.execPath, [cli, "--help"], { encoding: "utf8" }).stdout;
  const commands = new Set(/^Usage: feedwright \[([^\]]+)\]/.exec(help)?.[1]?.split("|"));
  const options = new Set(help.match(/--[a-z-]+/g));

  const called = files.flatMap((name) => callsIn(name, read(name)));
  const list = at(loadAll(read("kubernetes/cronjob.yaml")), 1, "spec", "jobTemplate", "spec");
  const container = at(list, "template", "spec", "containers", 0);
  const web = at(load(read("docker/compose.yaml")), "services", "web", "command");
  called.push(["docker/compose.yaml", ["feedwright", ...texts(web)]]);
  called.push(["kubernetes/cronjob.yaml", ["feedwright", ...texts(at(container, "args"))]]);

  it("are found", () => {
    expect(commands.has("build")).toBe(true);
    const where = new Set(called.map(([name]) => name));
    for (const name of [
      "crontab",
      "docker/Dockerfile",
      "github/feeds.yml",
      "gitlab/.gitlab-ci.yml",
    ]) {
      expect([...where]).toContain(name);
    }
  });

  it.each(called)("%s: %j is a command with its options", (_name, words) => {
    const [command, ...rest] = words.slice(1);
    expect([...commands]).toContain(command);
    for (const word of rest.filter((one) => one.startsWith("-"))) {
      expect([...options]).toContain(word);
    }
  });
});

/** Shell words behind `feedwright`, and the lists of a Dockerfile. */
function callsIn(name: string, text: string): [name: string, words: string[]][] {
  const lines = text.split("\n").filter((line) => !/^\s*#/.test(line));
  const inShell = /(?:npx |\.bin\/|": ")(feedwright(?: [\w./-]+)+)/g;
  const calls = lines.flatMap((line) => [...line.matchAll(inShell)].map(([, words = ""]) => words));
  const inList = /\.bin\/feedwright", *("[^\]]+)\]/g;
  const lists = lines.flatMap((line) => [...line.matchAll(inList)].map(([, words]) => words));
  const called = lists.map((words) => JSON.parse(`["feedwright", ${words}]`));
  const standard = lines.flatMap((line) => /^CMD \["(\w+)"/.exec(line)?.[1] ?? []);
  return [
    ...calls.map((words): [string, string[]] => [name, words.split(" ")]),
    ...called.map((words): [string, string[]] => [name, words]),
    ...standard.map((word): [string, string[]] => [name, ["feedwright", word]]),
  ];
}

describe("the site", () => {
  it("has a configuration that is accepted, and so has the config map", () => {
    const own = checkConfig(load(read("site/feedwright.config.yaml")), path.join(site, "x.yaml"));
    expect(path.relative(site, own.output)).toBe("public/feeds");
    const map = at(loadAll(read("kubernetes/cronjob.yaml")), 0, "data", "feedwright.config.yaml");
    expect(checkConfig(load(String(map)), "/config/x.yaml").output).toBe("/site/public/feeds");
  });

  it("has links in the texts about it that lead somewhere", () => {
    for (const name of files.filter((one) => one.endsWith(".md") && !one.startsWith("site/"))) {
      for (const [, target = ""] of read(name).matchAll(/\]\(([^)#:]+)\)/g)) {
        const file = path.join(examples, path.dirname(name), target);
        expect(existsSync(file), `${name} links to ${target}`).toBe(true);
      }
    }
  });
});

it("crontab: every line is five valid fields and a command that a shell can read", () => {
  const lines = read("crontab").split("\n");
  const jobs = lines.filter((line) => line !== "" && !line.startsWith("#") && !/^\w+=/.test(line));
  expect(jobs).toHaveLength(1);
  for (const job of jobs) {
    const [, fields = "", command = ""] = /^((?:\S+\s+){4}\S+)\s+(.+)$/.exec(job) ?? [];
    expect(validate(fields), fields).toBe(true);
    // In a crontab, it would end the line.
    expect(command).not.toContain("%");
    expect(shellFault("sh", command)).toBe("");
  }
});

/** What a shell has against a script, which it does not run. */
function shellFault(shell: string, script: string): string {
  return spawnSync(shell, ["-n", "-c", script], { encoding: "utf8" }).stderr;
}

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe.skipIf(!hasSystemd)("systemd (skipped where systemd-analyze is not installed)", () => {
  const folder = sharedFolder({ "node_modules/.bin/feedwright": "#!/bin/sh\n" });
  chmodSync(path.join(folder, "node_modules/.bin/feedwright"), 0o755);
  const units = files.filter((name) => /\.(?:service|timer)$/.test(name));
  const there = units.map((name) => {
    const unit = path.join(folder, path.basename(name));
    writeFileSync(unit, read(name).replaceAll("/srv/site", folder));
    return unit;
  });
  const analyze = (...words: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync("systemd-analyze", words, { encoding: "utf8" });
    return { status, said: stdout + stderr };
  };

  it("has nothing against the units", () => {
    expect(units).toHaveLength(3);
    const { status, said } = analyze("verify", "--man=no", ...there);
    expect(said.split("\n").filter((line) => line.includes("feedwright"))).toEqual([]);
    expect(status).toBe(0);
  });

  it.each(there.filter((unit) => unit.endsWith(".service")))("finds little exposed: %s", (unit) => {
    // From 0, nothing, to 100; what is not hardened has 96.
    const { status, said } = analyze("security", "--offline=yes", "--threshold=30", unit);
    expect(status, said).toBe(0);
  });
});

it("the service that stays is started again, reloaded, and left time to end a run", () => {
  const unit = read("systemd/feedwright-schedule.service");
  for (const line of [
    "Restart=on-failure",
    "ExecReload=/bin/kill -HUP $MAINPID",
    "User=feedwright",
  ]) {
    expect(unit).toContain(line);
  }
  const written = unit.match(/^ReadWritePaths=(.*)$/m)?.[1]?.split(" ") ?? [];
  const { output, ledger, cache } = checkConfig(
    load(read("site/feedwright.config.yaml")),
    "/srv/site/feedwright.config.yaml",
  );
  for (const place of [output, ledger, cache]) {
    expect(
      written.some((folder) => `${place}/`.startsWith(`${folder}/`)),
      place,
    ).toBe(true);
  }
});

describe("Docker", () => {
  const lines = read("docker/Dockerfile").replace(/\\\n/g, " ").split("\n");
  const instructions = lines.filter((line) => /^[A-Z]+ /.test(line));
  const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith("FROM ")));
  const of = (word: string) => last.filter((line) => line.startsWith(`${word} `));

  it("builds on named images of no named host, in two stages", () => {
    const images = instructions.filter((line) => line.startsWith("FROM "));
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/^FROM node:\d+-alpine(?: AS \w+)?$/);
  });

  it("copies files that a site has, and that its ignore file lets through", () => {
    const ignored = read("docker/Dockerfile.dockerignore").split("\n");
    const fromSite = instructions.filter((line) => /^COPY (?!--from)/.test(line));
    expect(fromSite.length).toBeGreaterThan(1);
    for (const line of fromSite) {
      const sources = line.split(/\s+/).slice(1, -1);
      expect(
        readdirSync(site).some((name) => picomatch.isMatch(name, sources)),
        line,
      ).toBe(true);
      for (const source of sources.filter((one) => !one.includes("*"))) {
        expect(existsSync(path.join(site, source)), source).toBe(true);
        expect(ignored).toContain(`!${source}`);
      }
    }
  });

  it("runs as nobody in particular, and tells how it is", () => {
    expect(of("USER")).toEqual(["USER node"]);
    // Nothing is done as root behind it.
    expect(
      last.slice(last.indexOf("USER node")).some((line) => /^(?:RUN|COPY|ADD) /.test(line)),
    ).toBe(false);
    expect(of("HEALTHCHECK")).toHaveLength(1);
    expect(of("ENTRYPOINT")).toHaveLength(1);
  });

  it("composes a service that writes two folders, and no more", () => {
    const services = at(load(read("docker/compose.yaml")), "services");
    const service = at(services, "feeds");
    // What is only served is only read.
    for (const volume of texts(at(services, "web", "volumes"))) expect(volume).toMatch(/:ro$/);
    expect(at(services, "web")).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
    expect(service).toMatchObject({ build: ".", read_only: true, cap_drop: ["ALL"], init: true });
    expect(String(at(service, "user"))).toMatch(/^\$\{\w+:-[1-9]\d*\}:\$\{\w+:-[1-9]\d*\}$/);
    const volumes = texts(at(service, "volumes"));
    for (const volume of volumes) expect(volume).toMatch(/^\.\/[\w./]+:\/site\/[\w./]+(?::ro)?$/);
    const written = volumes.filter((one) => !one.endsWith(":ro")).map((one) => one.split(":")[1]);
    expect(of("VOLUME")).toEqual([`VOLUME ${JSON.stringify(written).replace(",", ", ")}`]);
  });
});

describe("Kubernetes", () => {
  const documents = loadAll(read("kubernetes/cronjob.yaml"));
  const spec = at(documents, 1, "spec");
  const job = at(spec, "jobTemplate", "spec");
  const pod = at(job, "template", "spec");
  const container = at(pod, "containers", 0);

  it("is a cron job of which one runs at a time", () => {
    expect(documents).toHaveLength(2);
    expect(at(documents, 0)).toMatchObject({ apiVersion: "v1", kind: "ConfigMap" });
    expect(at(documents, 1)).toMatchObject({ apiVersion: "batch/v1", kind: "CronJob" });
    expect(at(documents, 1, "metadata", "name")).toMatch(/^[a-z][a-z0-9-]{0,51}$/);
    expect(spec).toMatchObject({ concurrencyPolicy: "Forbid", timeZone: "Etc/UTC" });
    expect(validate(String(at(spec, "schedule")))).toBe(true);
    // A policy for failures goes with no other way to start anew.
    expect(pod).toMatchObject({ restartPolicy: "Never" });
    expect(at(job, "podFailurePolicy", "rules", 0, "onExitCodes", "containerName")).toBe(
      at(container, "name"),
    );
  });

  it("runs without rights, and its root file system is read-only", () => {
    expect(at(pod, "securityContext")).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(at(container, "securityContext")).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(at(container, "image")).not.toMatch(/[./]|:latest$/);
  });

  it("mounts each volume that it names, and writes where the configuration does", () => {
    const mounts = at(container, "volumeMounts") as readonly Record<string, unknown>[];
    const volumes = at(pod, "volumes") as readonly Record<string, unknown>[];
    const names = (all: readonly Record<string, unknown>[]) => all.map((one) => one["name"]).sort();
    expect(names(mounts)).toEqual(names(volumes));
    const config = checkConfig(
      load(String(at(documents, 0, "data", "feedwright.config.yaml"))),
      "/config/feedwright.config.yaml",
    );
    const placeOf = (folder: string) => {
      return mounts.find(({ mountPath }) => `${folder}/`.startsWith(`${String(mountPath)}/`));
    };
    expect(placeOf(config.articles)).toMatchObject({ name: "articles", readOnly: true });
    expect(placeOf(config.output)).toEqual({ name: "feeds", mountPath: "/site/public/feeds" });
    for (const place of [config.ledger, config.cache]) {
      expect(placeOf(place)).toEqual({ name: "state", mountPath: "/site/state" });
    }
  });
});

describe("GitHub Actions", () => {
  const workflow = load(read("github/feeds.yml"));
  const build = at(workflow, "jobs", "build");
  const deploy = at(workflow, "jobs", "deploy");
  const steps = [...(at(build, "steps") as unknown[]), ...(at(deploy, "steps") as unknown[])];

  it("publishes on push, by the clock and by hand, one run at a time", () => {
    expect(Object.keys(at(workflow, "on") as object)).toEqual([
      ...["push", "schedule", "workflow_dispatch"],
    ]);
    expect(validate(String(at(workflow, "on", "schedule", 0, "cron")))).toBe(true);
    expect(at(workflow, "concurrency")).toEqual({ group: "feeds", "cancel-in-progress": false });
  });

  it("gives each job the rights that it needs, and no others", () => {
    expect(at(workflow, "permissions")).toEqual({ contents: "read" });
    expect(at(build, "permissions")).toEqual({ contents: "write" });
    expect(at(deploy, "permissions")).toEqual({ pages: "write", "id-token": "write" });
    expect(at(deploy, "environment", "name")).toBe("github-pages");
    expect(at(deploy, "needs")).toBe("build");
    for (const job of [build, deploy]) expect(at(job, "runs-on")).toBe("ubuntu-latest");
  });

  it("has steps that either use an action of a version or run what bash can read", () => {
    for (const step of steps) {
      const [uses, run] = [at(step, "uses"), at(step, "run")];
      expect((uses === undefined) !== (run === undefined)).toBe(true);
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
      else expect(shellFault("bash", String(run))).toBe("");
    }
  });

  it("publishes a repository and commits its ledger, once", { timeout: 60_000 }, () => {
    const scripts = steps.flatMap((step) => at(step, "run") ?? []).map(String);
    const ci = openRepository();
    expect(ci.run(scripts)).toBe(0);
    expect(ci.published("all.rss")).toContain("The ferry is back");
    expect(ci.commits()).toEqual(["Keep the ledger of the feeds", "Begin"]);
    ci.write("articles/broken.md", "---\ndate: never\n---\nText.\n");
    expect(ci.run(scripts), "a record is set aside").toBe(0);
    expect(ci.commits()).toHaveLength(2);
    ci.write("feedwright.config.yaml", "site: {}\n");
    expect(ci.run(scripts), "nothing is published").not.toBe(0);
  });
});

describe("GitLab CI", () => {
  const pipeline = load(read("gitlab/.gitlab-ci.yml"));
  const pages = at(pipeline, "pages");

  it("publishes the folder public, one pipeline at a time", () => {
    expect(at(pages, "artifacts", "paths")).toEqual(["public"]);
    expect(pages).toMatchObject({ resource_group: "feeds", interruptible: false });
    expect(at(pages, "image")).toMatch(/^node:\d+$/);
    const rules = at(pipeline, "workflow", "rules") as unknown[];
    expect(rules.map((rule) => at(rule, "if")).join(" ")).toMatch(/"schedule".*"push"/);
    for (const line of texts(at(pages, "script"))) expect(shellFault("bash", line)).toBe("");
  });

  it("publishes a repository and commits its ledger, once", { timeout: 60_000 }, () => {
    const scripts = texts(at(pages, "script"));
    const ci = openRepository();
    expect(ci.run(scripts)).toBe(0);
    expect(ci.published("section/harbour.atom")).toContain("The ferry is back");
    expect(ci.commits()).toEqual(["Keep the ledger of the feeds", "Begin"]);
  });
});

/** The site in a clone of a repository, as a runner has it: `npm` is done, `npx` is at hand. */
function openRepository() {
  const folder = temporaryFolder({ "bin/": "" });
  const program = (name: string, text: string) => {
    writeFileSync(path.join(folder, "bin", name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  };
  program("npm", "exit 0");
  program("npx", `shift; exec "${process.execPath}" "${cli}" "$@"`);
  const [origin, clone] = [path.join(folder, "origin.git"), path.join(folder, "site")];
  const bash = (script: string, cwd: string) =>
    spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
      ...{ cwd, encoding: "utf8" },
      env: {
        ...process.env,
        PATH: `${path.join(folder, "bin")}:${process.env["PATH"]}`,
        ...{ HOME: folder, GIT_CONFIG_NOSYSTEM: "1" },
        // What GitLab says to a job, and where its address leads here.
        ...{
          CI_COMMIT_BRANCH: "main",
          CI_SERVER_HOST: "git.example",
          CI_PROJECT_PATH: "news/site",
        },
        ...{
          LEDGER_TOKEN: "token",
          GIT_CONFIG_COUNT: "1",
          GIT_CONFIG_VALUE_0: "https://ledger:token@git.example/news/site.git",
        },
        GIT_CONFIG_KEY_0: `url.${origin}.insteadOf`,
      },
    });
  mkdirSync(origin);
  cpSync(site, clone, { recursive: true });
  const begin = [
    ...["git init -q --bare -b main ../origin.git", "git init -q -b main"],
    ...["git config user.name T", "git config user.email t@news.example", "git add -A"],
    ...[
      "git commit -q -m Begin",
      "git remote add origin ../origin.git",
      "git push -q -u origin main",
    ],
    // Of a remote repository, which takes options.
    "git -C ../origin.git config receive.advertisePushOptions true",
  ];
  const begun = bash(begin.join("\n"), clone);
  if (begun.status !== 0) throw new Error(begun.stderr);
  return {
    /** The scripts one after the other, as far as they go; gives the last one's exit code. */
    run: (scripts: readonly string[]) => {
      for (const script of scripts) {
        const { status } = bash(script, clone);
        if (status !== 0) return status;
      }
      return 0;
    },
    write: (name: string, text: string) => writeFileSync(path.join(clone, name), text),
    published: (name: string) => readFileSync(path.join(clone, "public/feeds", name), "utf8"),
    commits: () => bash("git log --format=%s", origin).stdout.trim().split("\n"),
  };
}
