/** Hubs are told beside whatever goes on, and hold nobody up who leaves. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { checkConfig } from "../../../src/config/config.ts";
import { publishFeeds } from "../../../src/publish-feeds.ts";
import { openHubTeller } from "../../../src/run/runs/hub-teller.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

/** A hub that takes its time for each document, and how many it was told of. */
async function openSlowHub(eachMs: number): Promise<{ url: string; heard: () => number }> {
  let heard = 0;
  const server = createServer((_, response) => {
    heard += 1;
    setTimeout(() => response.writeHead(202).end(), eachMs);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    heard: () => heard,
  };
}

it("leaves a slow hub in the midst of its documents, and tells the rest the next time", async () => {
  const { url, heard } = await openSlowHub(200);
  const folder = temporaryFolder({ "articles/a.md": "---\ndate: 2026-01-01\n---\n# A\n\nText.\n" });
  const config = checkConfig(
    {
      site: { title: "Harbour News", url: "https://harbour.example/" },
      feeds: Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`feed${at}`, {}])),
      websub: { hubs: url },
    },
    path.join(folder, "x.yaml"),
  );
  const { feeds } = await publishFeeds(config, new Date("2026-02-01"));
  const leave = openHubTeller(config, () => undefined);
  const startedMs = performance.now();
  leave.tell(feeds);
  await leave.settle(100);
  await leave.close();
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  expect(heard()).toBeLessThan(24);
  const next = openHubTeller(config, () => undefined);
  next.tell(feeds);
  await next.settle(5_000);
  await next.close();
  expect(heard()).toBeGreaterThanOrEqual(24);
});
