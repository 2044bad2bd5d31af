/** The browser of this machine, and a site on the web that is a folder of this disk. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const PLACES = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Undefined where there is none. */
export const chromiumPath = PLACES.find((place) => place !== undefined && existsSync(place));

if (chromiumPath === undefined) {
  process.stderr.write(
    "No Chromium: pages are not tested. Install it, or set CHROMIUM=/its/path.\n",
  );
}

export async function openChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: chromiumPath ?? "",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}

const TYPES: Readonly<Record<string, string>> = {
  ...{ html: "text/html", css: "text/css", js: "text/javascript", rss: "application/rss+xml" },
  ...{ png: "image/png", jpg: "image/jpeg", webp: "image/webp", mp3: "audio/mpeg" },
};

export interface OpenPage {
  readonly page: Page;
  /** What the browser complained about, and what was asked of other hosts. */
  readonly complaints: readonly string[];
}

/** @param folders what answers to the beginnings of addresses. */
export async function openPage(
  browser: Browser,
  address: string,
  folders: Readonly<Record<string, string>>,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await context.route("**/*", async (route) => {
    const url = route.request().url().split(/[?#]/, 1)[0] ?? "";
    const start = Object.keys(folders).find((one) => url.startsWith(one));
    const rest = decodeURIComponent(url.slice(start?.length));
    const file = start === undefined ? "" : path.join(folders[start] ?? "", rest);
    if (existsSync(file)) {
      const contentType = TYPES[path.extname(file).slice(1)] ?? "application/octet-stream";
      return await route.fulfill({ body: readFileSync(file), contentType });
    }
    if (start === undefined && route.request().resourceType() === "image") {
      return await route.fulfill({ body: PIXEL, contentType: "image/gif" });
    }
    complaints.push(`asked for ${url}`);
    return await route.abort();
  });
  await page.goto(address);
  return { page, complaints };
}

/** Pictures of articles may be anywhere. */
const PIXEL = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");
