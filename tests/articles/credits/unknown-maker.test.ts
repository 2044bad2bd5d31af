import { describe, expect, it } from "vitest";
import { isCredited, readCreditField } from "../../../src/articles/credits/credit.ts";
import { readCreditLine } from "../../../src/articles/credits/credit-line.ts";
import { isUnknownMaker, unknownMaker } from "../../../src/articles/credits/unknown-maker.ts";

const LANGUAGES =
  "ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nb nl no pl pt ro ru sv th tr uk vi zh zh-Hant";

const UNKNOWN = [
  ...["Unknown", "unknown photographer", "Author: unknown", "Source unknown", "N/A", "n.a.", "NN"],
  ...["N. N.", "none", "-", "—", "?", "TBD", "null", "not available", "No credit", "Unknown."],
  ...["Foto: unbekannt", "Urheber unbekannt", "k. A.", "Crédit photo : inconnu", "auteur inconnu"],
  ...["Autor desconocido", "Sin autor", "Sem crédito", "Autore sconosciuto", "Fotograf: okänd"],
  ...["Tidak diketahui", "Foto: tidak diketahui", "Istimewa", "Автор: неизвестен", "Без автора"],
  ...["不明", "未知", "撮影：不明", "作者不詳", "图片来源：未知", "사진: 미상", "צילום: לא ידוע"],
  ...["الصورة: غير معروف", "(Photographer unknown)", "© Unknown"],
];

describe("a maker whom nobody knows", () => {
  it.each([...LANGUAGES.split(" ").map(unknownMaker), ...UNKNOWN])("is nobody: %s", (words) => {
    const read = [
      ...[words, [words], { credit: words }, { photographer: words }, { source: words }],
      ...[{ author: { name: words } }, { copyright: words }],
    ].map((value) => readCreditField(value));
    const lines = (["lone-line", "caption", "credit-element"] as const).flatMap((where) =>
      [words, `A boat. (${words})`].map((line) => readCreditLine(line, where)?.credit),
    );
    for (const credit of [...read, ...lines]) {
      expect(credit?.creators ?? []).toEqual([]);
      expect(credit?.source).toBeUndefined();
    }
    expect(read.filter(isCredited)).toEqual([]);
  });

  it.each([
    ...["Anonymous", "Ann Unknown", "Unknown Pleasures Photography", "Ann Lee", "佚名"],
    ...["Ann Brak", "Foto: Nina", "Author Ann Lee", "", "photographer", "fotograf"],
  ])("is not %s", (words) => {
    expect(isUnknownMaker(words)).toBe(false);
  });

  it("leaves the agency beside it", () => {
    expect(readCreditField("Photographer unknown/AFP")).toMatchObject({
      ...{ creators: [], source: "AFP", creditLine: "AFP" },
    });
  });
});
