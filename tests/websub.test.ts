/** A new article reaches a subscriber over WebSub: publisher, server, hub and subscriber are real. */
import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { XMLParser } from "fast-xml-parser";
import { expect, it, onTestFinished } from "vitest";
import { checkConfig } from "../src/config/config.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { openHubTeller } from "../src/run/runs/hub-teller.ts";
import { serveFolder } from "../src/run/serve.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

/** W3C WebSub, sections 5 to 7: verifies what subscribers intend, and distributes content. */
async function openHub(): Promise<string> {
  const subscriptions = new Map<string, { callback: string; secret: string }[]>();
  const subscribe = async (form: URLSearchParams) => {
    const { topic, callback, secret } = Object.fromEntries(
      ["topic", "callback", "secret"].map((name) => [name, form.get(`hub.${name}`) ?? ""]),
    ) as { topic: string; callback: string; secret: string };
    const challenge = randomBytes(8).toString("hex");
    const asked = new URL(callback);
    asked.search = String(
      new URLSearchParams({
        ...{ "hub.mode": "subscribe", "hub.topic": topic },
        ...{ "hub.challenge": challenge, "hub.lease_seconds": "3600" },
      }),
    );
    const answer = await fetch(asked);
    if (!answer.ok || (await answer.text()) !== challenge) return;
    subscriptions.set(topic, [...(subscriptions.get(topic) ?? []), { callback, secret }]);
  };
  const distribute = async (topic: string) => {
    if (!subscriptions.has(topic)) return;
    const content = await fetch(topic, { headers: { accept: "application/rss+xml" } });
    const body = await content.text();
    for (const { callback, secret } of subscriptions.get(topic) ?? []) {
      const signature = createHmac("sha256", secret).update(body).digest("hex");
      await fetch(callback, {
        ...{ method: "POST", body },
        headers: {
          "content-type": content.headers.get("content-type") ?? "",
          link: content.headers.get("link") ?? "",
          "x-hub-signature": `sha256=${signature}`,
        },
      });
    }
  };
  return await listen(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request));
    response.writeHead(202).end();
    if (form.get("hub.mode") === "publish") await distribute(form.get("hub.url") ?? "");
    else await subscribe(form);
  });
}

interface Delivery {
  readonly body: string;
  readonly link: string;
  readonly isSigned: boolean;
}

async function openSubscriber(secret: string) {
  const verified: string[] = [];
  const delivered: Delivery[] = [];
  const callback = await listen(async (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://x");
    const challenge = searchParams.get("hub.challenge");
    if (challenge !== null) {
      verified.push(searchParams.get("hub.topic") ?? "");
      response.end(challenge);
      return;
    }
    const body = await bodyOf(request);
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const isSigned = request.headers["x-hub-signature"] === `sha256=${signature}`;
    delivered.push({ body, link: String(request.headers["link"]), isSigned });
    response.writeHead(204).end();
  });
  return { callback, verified, delivered };
}

async function openProject(hub: string) {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "articles"));
  const write = (name: string, title: string) =>
    writeFileSync(
      path.join(folder, "articles", name),
      `---\ntitle: ${title}\ndate: 2026-11-01T10:00:00Z\nslug: ${name.slice(0, 1)}\n---\n\nText of ${title}.\n`,
    );
  // Its address stands in the documents, so it has to be known before they are made.
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const config = checkConfig(
    {
      site: { title: "Kabar", url: `http://127.0.0.1:${port}/` },
      ...{ feedsUrl: `http://127.0.0.1:${port}/`, websub: { hubs: hub } },
    },
    path.join(folder, "feedwright.config.yaml"),
  );
  return { config, write, port };
}

/** RFC 8288. */
function linkOf(header: string | null, relation: string): string {
  const found = new RegExp(`<([^>]*)>;\\s*rel="?${relation}"?`).exec(header ?? "");
  return found?.[1] ?? "";
}

/** The machine may have much else to do. */
const PATIENTLY = { timeout: 10_000 };

it("a subscriber finds the hub, and is handed what is new as soon as it is published", async () => {
  const hub = await openHub();
  const { config, write, port } = await openProject(hub);
  write("a.md", "The first");
  const teller = openHubTeller(config, () => {});
  onTestFinished(teller.close);
  const publish = async () => {
    const report = await publishFeeds(config, new Date("2026-11-23T12:00:00Z"));
    teller.tell(report.feeds);
    await teller.settle(2_000);
  };
  await publish();
  const server = await serveFolder(config, { host: "127.0.0.1", port });
  onTestFinished(server.stop);

  const feed = await fetch(`http://127.0.0.1:${port}/all.rss`);
  const links = feed.headers.get("link");
  const topic = linkOf(links, "self");
  expect(linkOf(links, "hub")).toBe(hub);
  expect(await feed.text()).toContain(`<atom:link href="${hub}" rel="hub"/>`);

  const secret = "only we two know";
  const subscriber = await openSubscriber(secret);
  await fetch(hub, {
    method: "POST",
    body: new URLSearchParams({
      ...{ "hub.mode": "subscribe", "hub.topic": topic },
      ...{ "hub.callback": subscriber.callback, "hub.secret": secret },
    }),
  });
  await expect.poll(() => subscriber.verified, PATIENTLY).toEqual([topic]);

  write("b.md", "The second");
  await publish();
  await expect.poll(() => subscriber.delivered.length, PATIENTLY).toBe(1);
  const [delivery] = subscriber.delivered;
  expect(delivery?.isSigned).toBe(true);
  expect(linkOf(delivery?.link ?? "", "hub")).toBe(hub);
  const { rss } = new XMLParser().parse(delivery?.body ?? "");
  expect(rss.channel.item.map(({ title }: { title: string }) => title).sort()).toEqual([
    "The first",
    "The second",
  ]);

  // Nothing new, nothing said.
  await publish();
  expect(subscriber.delivered).toHaveLength(1);
});
