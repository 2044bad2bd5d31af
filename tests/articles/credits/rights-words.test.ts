import { describe, expect, it } from "vitest";
import { isCredited, readCreditField } from "../../../src/articles/credits/credit.ts";
import { readCreditLine } from "../../../src/articles/credits/credit-line.ts";
import { RESERVED } from "../../../src/articles/credits/reserved-words.ts";
import { isOnlyRights } from "../../../src/articles/credits/rights-words.ts";
import { writtenName } from "../../../src/articles/pictures/files/junk.ts";

describe("words of rights", () => {
  it.each([
    ...["CC BY 4.0", "CC-BY-SA", "CC BY-NC-ND 3.0 DE", "Creative Commons", "Lizenz: CC BY 4.0"],
    ...["Creative Commons Attribution 4.0 International License", "Licensed under CC BY-SA 4.0"],
    ...["https://creativecommons.org/licenses/by/4.0/", "GFDL", "Royalty-free", "Copyright"],
    ...["All rights reserved", "Copyright 2024", "© 2024", "Copyright © 2023 All Rights Reserved"],
    ...["Tous droits réservés", "DR", "Alle Rechte vorbehalten.", "Tüm hakları saklıdır"],
    ...["© 2020 Todos os direitos reservados.", "© 2024. Hak cipta dilindungi undang-undang"],
    ...["Все права защищены", "جميع الحقوق محفوظة", "כל הזכויות שמורות", "สงวนลิขสิทธิ์"],
    ...["版权所有 不得转载", "無断転載を禁じます", "무단 전재 및 재배포 금지"],
  ])("name nobody: %s", (words) => {
    expect(isOnlyRights(words)).toBe(true);
    const fields = [words, { credit: words }, { photographer: words }, { copyright: words }];
    for (const field of fields) expect(isCredited(readCreditField(field))).toBe(false);
  });

  it.each([
    ...["CC0", "Public domain", "Gemeinfrei", "Handout", "Courtesy of the artist"],
    ...["Ann Lee (CC BY 4.0)", "© Ann Lee. All rights reserved.", "© 2024 Harbor", "Foto: Privat"],
  ])("stand beside somebody, or nobody need be named: %s", (words) => {
    expect(isCredited(readCreditField({ credit: words }))).toBe(true);
    expect(isCredited(readCreditField({ copyright: words }))).toBe(true);
  });

  it.each(RESERVED)("are the same to every reader: %s", (words) => {
    expect(isOnlyRights(words)).toBe(true);
    expect(isOnlyRights(`Copyright (c) 2024, ${words}.`)).toBe(true);
    // In a picture's file, where programs write them.
    expect(writtenName(words, [])).toBeUndefined();
    const isEnough = /^\p{Script=Han}/u.test(words);
    const line = isEnough ? `© 王明 ${words}` : `© Ann Lee. ${words}`;
    const read = readCreditLine(line, "caption")?.credit;
    expect([read?.creators, read?.raw]).toEqual([[isEnough ? "王明" : "Ann Lee"], line]);
  });

  it.each(["CC BY 4.0", "CC0", "Creative Commons", "© Reuters. All rights reserved", "DR Foto"])(
    "are kept in a picture's file where they say more: %s",
    (words) => {
      expect(writtenName(words, [])).toBe(words);
    },
  );

  it("leave the licence to be read", () => {
    expect(readCreditField("CC BY 4.0")?.license).toBe(
      "https://creativecommons.org/licenses/by/4.0/",
    );
  });

  it("are found in linear time", () => {
    for (const words of ["all ", "© ", "CC BY ", "the a ", "rights "]) {
      expect(isOnlyRights(words.repeat(70))).toBeTypeOf("boolean");
      expect(isOnlyRights(words.repeat(200_000))).toBe(false);
    }
  });
});
