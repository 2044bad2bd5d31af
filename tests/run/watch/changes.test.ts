/** Real folders and real events: what a run is woken for, and how often. */
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it, vi } from "vitest";
import { holdingAt, type Looked, listingAt, versionAt } from "../../../src/articles/looked.ts";
import { checkConfig } from "../../../src/config/config.ts";
import { type ChangesOptions, openChanges } from "../../../src/run/watch/changes.ts";
import { sharedFolder } from "../../temporary-folder.ts";

const SOON = { quietMs: 25, stillMs: 40, mostMs: 2_000, rootMs: 30 };
/** Long enough for a burst that should not be. */
const REST_MS = 120;

interface Setting {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly options?: ChangesOptions;
}

const all = sharedFolder();
const open: (() => Promise<void>)[] = [];
let sites = 0;
afterAll(async () => {
  await Promise.all(open.map((close) => close()));
});

async function watchSite(files: Readonly<Record<string, string>>, setting: Setting = {}) {
  sites += 1;
  const folder = path.join(realpathSync(all), `site-${sites}`);
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(name.endsWith("/") ? target : path.dirname(target), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(target, content);
  }
  const site = { title: "T", url: "https://news.example/" };
  const config = checkConfig(
    { site, ...setting.config },
    path.join(folder, "feedwright.config.yaml"),
  );
  const bursts: (readonly string[] | "everything")[] = [];
  const onBurst = (changed: ReadonlySet<string> | undefined) => {
    const inner = [...(changed ?? [])].map((file) => path.relative(folder, file)).sort();
    bursts.push(changed === undefined ? "everything" : inner);
  };
  const changes = await openChanges(config, onBurst, { ...SOON, ...setting.options });
  open.push(changes.close);
  const at = (inner: string) => path.join(folder, inner);
  const write = (inner: string, text = "text") => {
    mkdirSync(path.dirname(at(inner)), { recursive: true });
    writeFileSync(at(inner), text);
  };
  const first = () =>
    vi.waitFor(() => {
      if (bursts.length === 0) throw new Error("nothing was told");
      return bursts[0];
    }, 3_000);
  /** Whatever has been told up to now and shortly after is forgotten. */
  const forget = async () => {
    await sleep(REST_MS);
    bursts.splice(0);
  };
  return { at, write, bursts, first, forget, changes, folder };
}

const ONE = { "articles/a.md": "text", "articles/deep/er/b.md": "text" };

describe.concurrent("a changed record", () => {
  it("is told with its path, wherever it lies, and once", async () => {
    const { write, first, bursts } = await watchSite(ONE);
    write("articles/deep/er/b.md", "other text");
    expect(await first()).toEqual(["articles/deep/er/b.md"]);
    await sleep(REST_MS);
    expect(bursts).toHaveLength(1);
  });

  it("is told when it goes, comes, and gets another name", async () => {
    const { at, write, first } = await watchSite(ONE);
    unlinkSync(at("articles/a.md"));
    write("articles/new.md");
    renameSync(at("articles/deep/er/b.md"), at("articles/c.md"));
    const told = await first();
    expect(told).toEqual([
      ...["articles/a.md", "articles/c.md", "articles/deep/er/b.md", "articles/new.md"],
    ]);
  });

  it("is one burst with the dance that an editor makes of it", async () => {
    const { at, write, first, bursts } = await watchSite(ONE);
    write("articles/.a.md.swp");
    write("articles/4913");
    unlinkSync(at("articles/4913"));
    renameSync(at("articles/a.md"), at("articles/a.md~"));
    write("articles/a.md", "");
    await sleep(10);
    write("articles/a.md", "saved");
    unlinkSync(at("articles/a.md~"));
    unlinkSync(at("articles/.a.md.swp"));
    expect(await first()).toEqual(["articles/a.md"]);
    await sleep(REST_MS);
    expect(bursts).toHaveLength(1);
  });

  it("is one burst while it is still being written", async () => {
    const { at, first, bursts } = await watchSite(ONE, { options: { stillMs: 80 } });
    for (let at10 = 0; at10 < 10; at10 += 1) {
      appendFileSync(at("articles/a.md"), "more\n");
      await sleep(30);
      expect(bursts).toEqual([]);
    }
    expect(await first()).toEqual(["articles/a.md"]);
  });

  it("is told, and what its editor leaves about is not", async () => {
    const { at, write, bursts } = await watchSite(ONE);
    write("articles/.a.md.swp");
    write("articles/a.md.bak");
    write("articles/.git/HEAD");
    write("articles/node_modules/x/readme.md");
    unlinkSync(at("articles/.a.md.swp"));
    await sleep(REST_MS);
    expect(bursts).toEqual([]);
  });
});

describe.concurrent("what feedwright writes, and what is ignored", () => {
  it("wakes nobody, even within the articles folder", async () => {
    const config = { articles: ".", ignore: ["pages/**"] };
    const { write, bursts, first } = await watchSite(
      { "a.md": "x", "pages/p.md": "x" },
      { config },
    );
    for (const inner of ["feeds/all.rss", ".feedwright/index", "feedwright.ledger", "pages/p.md"]) {
      write(inner, "ours");
    }
    await sleep(REST_MS);
    expect(bursts).toEqual([]);
    write("a.md", "theirs");
    expect(await first()).toEqual(["a.md"]);
  });
});

describe.concurrent("folders", () => {
  it("that are new are told with all that is in them, and watched from then on", async () => {
    const { write, first, forget } = await watchSite(ONE);
    write("articles/new/deep/post/index.md");
    write("articles/new/deep/post/photo.jpg");
    const post = "articles/new/deep/post";
    expect(await first()).toEqual([`${post}/index.md`, `${post}/photo.jpg`]);
    await forget();
    write(`${post}/index.md`, "edited");
    expect(await first()).toEqual([`${post}/index.md`]);
  });

  it("that go or get another name are looked for everywhere", async () => {
    const { at, write, first, forget } = await watchSite(ONE);
    renameSync(at("articles/deep"), at("articles/other"));
    expect(await first()).toBe("everything");
    await forget();
    write("articles/other/er/b.md", "edited");
    expect(await first()).toEqual(["articles/other/er/b.md"]);
    await forget();
    rmSync(at("articles/other"), { recursive: true });
    expect(await first()).toBe("everything");
  });

  it("that go and come back at once are watched anew", async () => {
    const { at, write, first, forget } = await watchSite(ONE);
    rmSync(at("articles/deep"), { recursive: true });
    write("articles/deep/er/b.md");
    await first();
    await forget();
    write("articles/deep/er/b.md", "edited");
    expect(await first()).toEqual(["articles/deep/er/b.md"]);
  });

  it("behind links are watched where they are, and turned links are noticed", async () => {
    const { at, write, first, forget } = await watchSite({
      ...{ "articles/..one/a.md": "1", "articles/_store/b.md": "2" },
    });
    symlinkSync("_store", at("articles/posts"));
    symlinkSync("..one", at("articles/..data"));
    expect(await first()).toBe("everything");
    await forget();
    write("articles/_store/b.md", "edited");
    expect(await first()).toEqual(["articles/_store/b.md"]);
    await forget();
    // As a mounted volume is renewed: beside, and then the link is turned in one step.
    write("articles/..two/a.md", "3");
    symlinkSync("..two", at("articles/..new"));
    renameSync(at("articles/..new"), at("articles/..data"));
    expect(await first()).toBe("everything");
    await forget();
    write("articles/..two/a.md", "4");
    expect(await first()).toEqual(["articles/..two/a.md"]);
  });
});

describe.concurrent("the articles folder itself", () => {
  it("may come later, go, and be made anew", async () => {
    const { at, write, first, forget } = await watchSite({ "x/": "" });
    write("articles/a.md");
    expect(await first()).toBe("everything");
    await forget();
    write("articles/a.md", "edited");
    expect(await first()).toEqual(["articles/a.md"]);
    await forget();
    rmSync(at("articles"), { recursive: true });
    expect(await first()).toBe("everything");
    await forget();
    write("articles/a.md");
    expect(await first()).toBe("everything");
    await forget();
    write("articles/a.md", "again");
    expect(await first()).toEqual(["articles/a.md"]);
  });

  it("may be a link that is turned to another folder", async () => {
    const { at, write, first, forget } = await watchSite({ "one/a.md": "1", "two/a.md": "2" });
    symlinkSync("one", at("articles"));
    await first();
    await forget();
    symlinkSync("two", at("next"));
    renameSync(at("next"), at("articles"));
    expect(await first()).toBe("everything");
    await forget();
    write("two/a.md", "edited");
    expect(await first()).toEqual(["two/a.md"]);
  });
});

it.concurrent("tells of a thousand files and more in one burst that names none", async () => {
  const { write, bursts, first } = await watchSite(ONE);
  for (let at = 0; at < 1_500; at += 1) write(`articles/${at % 20}/${at}.md`);
  expect(await first()).toBe("everything");
  await sleep(REST_MS);
  expect(bursts).toHaveLength(1);
});

it.concurrent("waits for a checkout to end", async () => {
  const { folder, write, at, first, bursts } = await watchSite(ONE);
  execFileSync("git", ["init", "-q"], { cwd: folder });
  write(".git/index.lock", "");
  write("articles/a.md", "one");
  await sleep(REST_MS);
  write("articles/deep/er/b.md", "two");
  await sleep(REST_MS);
  expect(bursts).toEqual([]);
  unlinkSync(at(".git/index.lock"));
  expect(await first()).toEqual(["articles/a.md", "articles/deep/er/b.md"]);
});

describe.concurrent("places that a run has looked at", () => {
  const files = { ...ONE, "static/photo.jpg": "1", "static/other.css": "1" };
  async function follow() {
    const site = await watchSite(files);
    const photo = site.at("static/photo.jpg");
    const looked: Looked = new Map([[photo, versionAt(photo)]]);
    looked.set(site.at("static"), listingAt(site.at("static")).seen);
    // As a remembered run has it.
    looked.set(site.at("feedwright.ledger"), holdingAt(site.at("feedwright.ledger")));
    site.changes.follow(looked);
    return site;
  }

  it("are told when they change, and what stands beside them is not", async () => {
    const { write, first, forget, bursts } = await follow();
    write("static/other.css", "2");
    write("feedwright.ledger", "ours");
    await sleep(REST_MS);
    expect(bursts).toEqual([]);
    write("static/photo.jpg", "2");
    expect(await first()).toEqual(["static/photo.jpg"]);
    await forget();
    // A picture that was sought there in vain.
    write("static/new.jpg");
    expect(await first()).toEqual(["static/new.jpg"]);
  });

  it("keep no process that leaves: a run may end after nothing is watched any more", async () => {
    const { changes, at } = await watchSite(ONE);
    const looked: Looked = new Map([[at("static/photo.jpg"), versionAt(at("static/photo.jpg"))]]);
    mkdirSync(at("static"));
    const watchers = () =>
      process.getActiveResourcesInfo().filter((name) => name.startsWith("FSEvent")).length;
    const before = watchers();
    changes.follow(looked);
    expect(watchers()).toBeGreaterThan(before);
    await changes.close();
    await sleep(REST_MS);
    const rest = watchers();
    changes.follow(looked);
    expect(watchers()).toBe(rest);
  });

  it("are let go once they are looked at no more", async () => {
    const { write, changes, bursts } = await follow();
    changes.follow(new Map());
    write("static/photo.jpg", "2");
    await sleep(REST_MS);
    expect(bursts).toEqual([]);
  });
});

it.concurrent("finds by looking what the system does not tell, and tells it once", async () => {
  const options = { pollMs: 40, rootMs: 60_000, mostMs: 300 };
  const { at, write, bursts, first, forget } = await watchSite(ONE, { options });
  rmSync(at("articles"), { recursive: true });
  await first();
  await forget();
  // Nobody watches the new folder: whether it is another one is asked once a minute here.
  write("articles/a.md", "new");
  expect(await first()).toBe("everything");
  await sleep(400);
  expect(bursts).toHaveLength(1);
  // What is told by chance is not all there is.
  await forget();
  write("articles/b.md", "new");
  expect(await first()).toBe("everything");
});

it.concurrent("tells nothing after its end", async () => {
  const { write, bursts, changes } = await watchSite(ONE);
  write("articles/a.md", "edited");
  await changes.close();
  await sleep(REST_MS);
  expect(bursts).toEqual([]);
});
