/** A folder on the web for one test, and a client that sends what it is told, and no more. */
import http from "node:http";
import path from "node:path";
import { onTestFinished } from "vitest";
import { checkConfig } from "../../../src/config/config.ts";
import { serveFolder } from "../../../src/run/serve.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

interface Served {
  /** The output folder. */
  readonly folder: string;
  readonly port: number;
  readonly ask: (path: string, headers?: Headers, method?: string) => Promise<Answered>;
  readonly stop: () => Promise<void>;
}

type Headers = Readonly<Record<string, string>>;

interface Answered {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** @param files of the output folder. */
export async function served(
  files: Readonly<Record<string, string | Uint8Array>>,
  config: Readonly<Record<string, unknown>> = {},
): Promise<Served> {
  const entries = Object.entries(files).map(([name, content]) => [`feeds/${name}`, content]);
  const site = temporaryFolder({ "feeds/": "", ...Object.fromEntries(entries) });
  const raw = { site: { title: "T", url: "https://x.example/" }, ...config };
  const checked = checkConfig(raw, path.join(site, "x.yaml"));
  const server = await serveFolder(checked, { host: "127.0.0.1", port: 0 });
  onTestFinished(server.stop);
  const port = Number(new URL(server.address).port);
  const ask: Served["ask"] = (target, headers = {}, method = "GET") =>
    asked({ port, path: target, headers, method });
  return { folder: path.join(site, "feeds"), port, ask, stop: server.stop };
}

function asked(options: http.RequestOptions): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, bytes, text: bytes.toString() });
      });
    });
    request.on("error", reject).end();
  });
}

/** An RSS document with these items. */
export function rssOf(titles: readonly string[], head = ""): string {
  const items = titles.map((title) => {
    const guid = `<guid isPermaLink="false">${title}</guid>`;
    return `<item>\n<title>${title}</title>\n${guid}\n<description>${"Words about it. ".repeat(40)}</description>\n</item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n<title>T</title>\n${head}${items.join("\n")}\n</channel>\n</rss>\n`;
}

export const BROWSER =
  "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
