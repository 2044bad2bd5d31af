import { describe, expect, it } from "vitest";
import { readPersons } from "../../../src/articles/episodes/persons.ts";
import { groupOf, roleOf, roles } from "../../../src/articles/episodes/roles.ts";
import { fieldsOf } from "../reading.ts";

const read = (fields: Record<string, unknown>) =>
  readPersons(fieldsOf(fields), "https://site.example/a/");
const host = { role: "host", group: "cast" };
const guest = { role: "guest", group: "cast" };

describe("readPersons", () => {
  it.each([
    [
      { persons: ["Maya", "Wulan (guest)"] },
      [
        { name: "Maya", ...host },
        { name: "Wulan", ...guest },
      ],
    ],
    [
      { hosts: "Maya, Wulan" },
      [
        { name: "Maya", ...host },
        { name: "Wulan", ...host },
      ],
    ],
    [{ guest: "Maya (Jakarta)" }, [{ name: "Maya (Jakarta)", ...guest }]],
    [
      { persons: [{ name: "Maya", role: "Cover Art Designer", img: "/m.jpg", href: "/m/" }] },
      [
        {
          ...{ name: "Maya", role: "cover art designer", group: "visuals" },
          ...{ imageUrl: "https://site.example/m.jpg", url: "https://site.example/m/" },
        },
      ],
    ],
    [
      { persons: [{ name: "M", role: "editor", group: "Misc." }] },
      [{ role: "editor", group: "misc." }],
    ],
    [{ persons: { name: "Maya", role: "narasumber" } }, [{ name: "Maya", ...guest }]],
    [{ persons: ["Maya"], hosts: ["Maya"] }, [{ name: "Maya", ...host }]],
    [{ persons: [{ role: "host" }, "", null] }, []],
  ])("%j", (fields, persons) => {
    const told = read(fields);
    expect(told.persons).toHaveLength(persons.length);
    expect(told.persons).toMatchObject(persons);
    expect(told.faults).toEqual([]);
  });

  it("keeps an unknown role, and says so", () => {
    const { persons, faults } = read({ persons: [{ name: "Maya", role: "Peniup" }] });
    expect(persons).toEqual([{ name: "Maya", role: "peniup", group: "cast" }]);
    expect(faults).toHaveLength(1);
  });

  it("knows when guests alone are named", () => {
    expect(read({ guests: ["Maya"] }).keepsHosts).toBe(true);
    expect(read({ guests: ["Maya"], hosts: ["Wulan"] }).keepsHosts).toBe(false);
    expect(read({ persons: ["Maya"] }).keepsHosts).toBe(false);
    expect(read({ guests: ["Maya", "Maya"] }).keepsHosts).toBe(true);
    expect(read({ guests: ["Maya", "Maya"], hosts: ["Wulan"] }).keepsHosts).toBe(false);
    expect(read({}).keepsHosts).toBe(false);
  });

  it("cuts long names between characters, and takes no more than a hundred", () => {
    const [person] = read({ persons: [`${"a".repeat(127)}😀😀`] }).persons;
    expect(person?.name).toBe(`${"a".repeat(127)}😀`);
    const many = Array.from({ length: 300 }, (_, at) => `Maya ${at}`);
    expect(read({ persons: many }).persons).toHaveLength(100);
  });
});

describe("the taxonomy", () => {
  it("has every role once, in a group, and finds it however it is spelt", () => {
    expect(new Set(roles).size).toBe(roles.length);
    for (const role of roles) {
      expect(roleOf(role)).toBe(role);
      expect(roleOf(role.toUpperCase().replaceAll(" ", "_"))).toBe(role);
      expect(groupOf(role)).toMatch(/^[a-z .-]+$/);
    }
  });

  it.each([
    ["Presenter", "host"],
    ["Pembawa Acara", "host"],
    ["ведущая", "host"],
    ["嘉宾", "guest"],
    ["cohost", "co-host"],
    ["Sound Engineer", "audio engineer"],
    ["peniup", undefined],
    ["__proto__", undefined],
  ])("takes %s for %s", (name, role) => {
    expect(roleOf(name)).toBe(role);
  });
});
