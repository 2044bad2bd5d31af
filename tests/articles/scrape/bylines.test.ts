import { describe, expect, it } from "vitest";
import { readByline } from "../../../src/articles/scrape/bylines.ts";

describe("readByline", () => {
  it.each([
    ["By Jane Doe", ["Jane Doe"]],
    ["BY JANE DOE", ["JANE DOE"]],
    ["By Jane Doe and Tom de Vries", ["Jane Doe", "Tom de Vries"]],
    ["By Jane Doe, Science Correspondent", ["Jane Doe"]],
    ["By AFP", ["AFP"]],
    ["Written by: Jane Doe", ["Jane Doe"]],
    ["Oleh: Budi Santoso", ["Budi Santoso"]],
    ["Oleh Budi Santoso", ["Budi Santoso"]],
    ["Penulis: Sukarno", ["Sukarno"]],
    ["Reporter: Rina Wati & Joko Susilo", ["Rina Wati", "Joko Susilo"]],
    ["Editor: Siti Nur Aisyah", ["Siti Nur Aisyah"]],
    ["Автор: Мария Озерова", ["Мария Озерова"]],
    ["Текст: Іван Коваль", ["Іван Коваль"]],
    ["Par Hélène Morvan et Guy Le Goff", ["Hélène Morvan", "Guy Le Goff"]],
    ["Por Lucía Fernández y Andrés del Río", ["Lucía Fernández", "Andrés del Río"]],
    ["Von Katrin Vogel und Jens von der Heide", ["Katrin Vogel", "Jens von der Heide"]],
    ["Írta: Kovács Anna", ["Kovács Anna"]],
    ["Yazan: Elif Karaca", ["Elif Karaca"]],
    ["Tác giả: Nguyễn Thu Hà", ["Nguyễn Thu Hà"]],
    ["文／山田太郎", ["山田太郎"]],
    ["記者 山田太郎", ["山田太郎"]],
    ["作者：王小明", ["王小明"]],
    ["記者林小芳／台北報導", ["林小芳"]],
    ["홍길동 기자", ["홍길동"]],
    ["홍길동 기자 hong@shore.example", ["홍길동"]],
    ["بقلم: سامر الحداد", ["سامر الحداد"]],
    ["نویسنده: نرگس بهرامی", ["نرگس بهرامی"]],
    ["लेखक: सुमन रावत", ["सुमन रावत"]],
    ["ผู้เขียน: มะลิ ใจดี", ["มะลิ ใจดี"]],
  ])("%s", (line, names) => {
    expect(readByline(line)?.names).toEqual(names);
  });

  it.each([
    "By Monday",
    "By noon the ferry was full",
    "By Jane Doe.",
    "By the time it was over",
    "Oleh karena itu warga pindah",
    "Von hier an geht es bergauf",
    "Par ici la sortie",
    "Por fin llueve",
    "Editor: a word with two meanings",
    "Text: see below",
    "Автор этих строк был там",
    "كتب محمد رسالة",
    "記者会見が開かれた",
    "기자 회견이 열렸다",
    "Ada Flint",
    "",
  ])("no byline: %s", (line) => {
    expect(readByline(line)).toBeUndefined();
  });
});
