import { describe, expect, it } from "vitest";
import { readDateLine } from "../../../src/articles/dates/dates.ts";

const P = "2022-09-16T03:30";
const U = "2022-09-17T04:00";

/** `published` and `updated` as instants without seconds; Jakarta is seven hours ahead. */
function shown(line: string, language: string) {
  const read = readDateLine(line, { languages: [language], timeZone: "Asia/Jakarta" });
  const instant = (ms: number | undefined) =>
    ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 16);
  return read && [instant(read.published?.ms), instant(read.updated?.ms)];
}

describe("date lines", () => {
  it.each([
    ["id", "Diterbitkan: Jumat, 16/09/2022 10:30 WIB", P, undefined],
    ["id", "Tayang: Jumat, 16 September 2022, 10:30 WIB", P, undefined],
    ["id", "Jumat, 16 Sep 2022 10:30 WIB | Diperbarui: Sabtu, 17 Sep 2022 11:00 WIB", P, U],
    ["id", "Published: 16 Sep 2022 10:30 WIB | Updated: 17 Sep 2022 11:00 WIB", P, U],
    ["en", "Published on 16 September 2022 at 10:30", P, undefined],
    ["en", "Last updated on September 17, 2022 11:00 AM", undefined, U],
    ["en", "16 Sep 2022 10:30 (updated 17 Sep 2022 11:00)", P, U],
    ["en", "Posted: 2022-09-16T10:30:00+07:00, modified: 2022-09-17T11:00:00+07:00", P, U],
    ["en", "Fri, 16 Sep 2022 03:30:00 GMT", P, undefined],
    ["en", "🕒 16 September 2022 • 10:30", P, undefined],
    ["en-IN", "Updated - September 17, 2022 09:30 am IST", undefined, U],
    ["es", "Publicado: 16 de septiembre de 2022 10:30 - Actualizado: 17/09/2022 11:00", P, U],
    ["fr", "Publié le 16 septembre 2022 à 10h30, mis à jour le 17 septembre 2022 à 11h00", P, U],
    ["pt", "Publicado em 16/09/2022 às 10h30 - Atualizado em 17/09/2022 às 11h", P, U],
    ["de", "Veröffentlicht am 16. September 2022, 10:30 Uhr", P, undefined],
    ["de", "Stand: 17.09.2022, 11:00 Uhr", undefined, U],
    ["ru", "Опубликовано: 16 сентября 2022, 10:30. Обновлено: 17 сентября 2022, 11:00", P, U],
    ["uk", "Оновлено: 17 вересня 2022, 11:00", undefined, U],
    ["ja", "公開日：2022年9月16日 10時30分　更新日：2022年9月17日 11時", P, U],
    ["ja", "2022年9月17日 11時00分 更新", undefined, U],
    ["zh", "发布时间：2022-09-16 10:30", P, undefined],
    ["ko", "입력 2022.09.16 10:30 | 수정 2022.09.17 11:00", P, U],
    ["ko", "2022.09.16 10:30 입력", P, undefined],
    ["ar", "تاريخ النشر: 16 سبتمبر 2022 10:30", P, undefined],
    ["fa", "تاریخ انتشار: ۲۵ شهریور ۱۴۰۱ - ۱۰:۳۰", P, undefined],
    ["hi", "प्रकाशित: 16 सितंबर 2022, 09:00 IST", P, undefined],
    ["tr", "Yayınlanma: 16.09.2022 - 10:30 | Son Güncelleme: 17.09.2022 - 11:00", P, U],
    ["vi", "Cập nhật: 17/9/2022 11:00", undefined, U],
    ["th", "เผยแพร่: 16 ก.ย. 2565 10:30 น.", P, undefined],
    ["hu", "Frissítve: 2022. szeptember 17., szombat 11:00", undefined, U],
    ["it", "Pubblicato il 16 settembre 2022 alle 10:30, aggiornato il 17/09/2022 11:00", P, U],
  ])("%s %s", (language, line, published, updated) => {
    expect(shown(line, language)).toEqual([published, updated]);
  });

  it("reads the English date line of an Indonesian text", () => {
    const context = { languages: ["id"], timeZone: "Asia/Jakarta" };
    expect(readDateLine("Friday 16 September 2022", context)).toEqual({
      published: { ms: Date.UTC(2022, 8, 15, 17), dateOnly: true },
    });
  });

  it.each(["1663300800", "20220916", "1".repeat(10), "x".repeat(10_000), "2022 ".repeat(39)])(
    "leaves a number or a long line alone: %.20s",
    (line) => expect(shown(line, "id")).toBeUndefined(),
  );
});
