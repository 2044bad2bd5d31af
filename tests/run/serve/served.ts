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
  /** Has the server take over another configuration. */
  readonly reload: (config: Readonly<Record<string, unknown>>) => void;
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
  const checked = (more: Readonly<Record<string, unknown>>) =>
    checkConfig(
      { site: { title: "T", url: "https://x.example/" }, ...more },
      path.join(site, "x.yaml"),
    );
  const server = await serveFolder(checked(config), { host: "127.0.0.1", port: 0 });
  onTestFinished(server.stop);
  const port = Number(new URL(server.address).port);
  const ask: Served["ask"] = (target, headers = {}, method = "GET") =>
    asked({ port, path: target, headers, method });
  const reload: Served["reload"] = (more) => server.reload(checked(more));
  return { folder: path.join(site, "feeds"), port, ask, reload };
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
