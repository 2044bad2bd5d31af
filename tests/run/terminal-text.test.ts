import { describe, expect, it } from "vitest";
import { escapedCommands, jsonText } from "../../src/run/terminal-text.ts";

describe("text on its way to a terminal", () => {
  it("holds nothing that a terminal obeys", () => {
    expect(escapedCommands("b\u009b31m\u202e.md é 新")).toBe("b\\u009b31m\\u202e.md é 新");
  });

  it("is the same to programs that read it as JSON", () => {
    const document = { file: "b\u009b31m\u202e.md\u001b[0m", list: [1] };
    const text = jsonText(document);
    expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
    expect(JSON.parse(text)).toEqual(document);
    expect(jsonText(document, 0).trim()).not.toContain("\n");
  });
});
