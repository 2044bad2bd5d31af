import { describe, expect, it } from "vitest";
import { readRecordPath } from "../../src/articles/record-path.ts";

const plain = { isJekyllPost: false, isDraft: false };

describe("readRecordPath", () => {
  it.each([
    ["a.md", { folders: [], name: "a" }],
    ["dunia/asia/a.md", { folders: ["dunia", "asia"], name: "a" }],
    ["dunia/2022-09-16-a.md", { folders: ["dunia"], name: "a", date: "2022-09-16" }],
    ["dunia/2022-13-16-a.md", { folders: ["dunia"], name: "2022-13-16-a" }],
    ["posts/a/index.md", { folders: ["posts"], name: "a" }],
    ["posts/a/index.fr.md", { folders: ["posts"], name: "a", language: "fr" }],
    ["index.md", { folders: [], name: "index" }],
    ["a.pt-br.md", { folders: [], name: "a", language: "pt-BR" }],
    ["2022-09-16-a.fr.md", { folders: [], name: "a", date: "2022-09-16", language: "fr" }],
    ["v1.2.md", { folders: [], name: "v1.2" }],
    ["a.html.txt", { folders: [], name: "a.html" }],
  ])("%s", (path, facts) => {
    expect(readRecordPath(path)).toEqual({ ...plain, ...facts });
  });

  it.each([
    ["_posts/2022-09-16-a.md", "", [], true, false],
    ["berita/_posts/2022/2022-09-16-a.md", "", ["berita"], true, false],
    ["2022-09-16-a.md", "_posts", [], true, false],
    ["_drafts/a.md", "", ["_drafts"], false, true],
    ["a.md", "_drafts", [], false, true],
  ])("%s in %s is Jekyll's", (path, rootName, folders, isJekyllPost, isDraft) => {
    expect(readRecordPath(path, rootName)).toMatchObject({ folders, isJekyllPost, isDraft });
  });
});
