/** The `page` block, and the files that it names. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/config-file.ts";
import { faultOfTemplate, pageFiles } from "../../src/config/page.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const TEMPLATE = "<!doctype html><html><head>{{head}}</head><body>{{ main }}</body></html>\n";

async function configWith(page: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const site = "site: { title: T, url: https://x.example/ }\n";
  const text = `${site}formats: [rss, html]\npage: ${page}\n`;
  const folder = temporaryFolder({ "feedwright.config.yaml": text, ...files });
  return { folder, config: await readConfig(undefined, folder) };
}

describe("page", () => {
  it("holds what stands in its files, so that a change of them is one of the configuration", async () => {
    const block = '{ accent: "#0A6", css: own.css, template: own.html }';
    const files = { "own.css": "\ufeffh1 {}", "own.html": TEMPLATE };
    const { config, folder } = await configWith(block, files);
    expect(config.page).toMatchObject({ accent: "#0a6", cssText: "h1 {}", templateText: TEMPLATE });
    expect(pageFiles(config)).toEqual(["own.css", "own.html"].map((one) => path.join(folder, one)));
  });

  it.each([
    ["{ accent: red }", /page\.accent.*is no colour/s],
    ["{ css: none.css }", /page\.css: none\.css cannot be read \(ENOENT\)/],
    ["{ css: bad.css }", /is not valid UTF-8/],
    ["{ template: bare.html }", /page\.template: bare\.html lacks \{\{head\}\}/],
    ["{ colour: red }", /colour/],
  ])("%s is refused", async (block, message) => {
    const files = { "bad.css": Uint8Array.of(0xff), "bare.html": "<!doctype html></html>" };
    await expect(configWith(block, files)).rejects.toThrow(message);
  });
});

describe("a template", () => {
  it.each([
    [TEMPLATE, undefined],
    [TEMPLATE.replace("{{ main }}", ""), "lacks {{main}}"],
    [TEMPLATE.replace("<body>", "<body>{{main}}"), "holds {{main}} more than once"],
    [TEMPLATE.replace("<body>", "<body><b>{{title}}</b><i>{{title}}</i>"), undefined],
    [TEMPLATE.replace("<body>", "{{body}}"), "holds {{body}}, which stands for nothing"],
    [TEMPLATE.replace("<!doctype html>", ""), "does not begin with <!doctype html>"],
    [TEMPLATE.replace("</html>", ""), "does not end with </html>"],
  ])("%j: %s", (text, fault) => expect(faultOfTemplate(text)).toBe(fault));
});
