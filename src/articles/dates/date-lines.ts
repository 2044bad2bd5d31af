/** The labels of a date line: `Published: … | Updated: …`, `公開日：…`, `… 입력`. */

/** Words that say when an article first stood, a line a language or two. */
const PUBLISHED = [
  "(?:first |originally )?(?:published|posted)(?: on| at)?|publish(?:ed)? date|dated?",
  "publication date|diterbitkan|dipublikasikan|diposting|tayang|terbit|tanggal terbit",
  "publicado|publicada|fecha de publicación|fecha|publicación",
  "publié|publiée|publication|mis en ligne|data de publicação|data",
  "veröffentlicht|erstellt|datum|erschienen|pubblicato|gepubliceerd|geplaatst",
  "publicerad|publicerat|opublikowano|data publikacji|közzétéve|megjelent|publikálva",
  "опубликовано|опубликована|дата публикации|дата|опубліковано|дата публікації",
  "yayınlanma|yayınlanma tarihi|yayın tarihi|giriş|giriş tarihi",
  "ngày đăng|đăng ngày|đăng lúc|xuất bản|نشر في|نشر|تاريخ النشر|تاريخ",
  "منتشر شده|تاریخ انتشار|انتشار|प्रकाशित|प्रकाशन तिथि|प्रकाशन",
];
const PUBLISHED_UNSPACED = [
  "公開日時|公開日|公開|掲載日|掲載|投稿日時|投稿日|投稿|配信日|配信|発表",
  "发布时间|发布日期|发布于|发布|發布時間|發布日期|發佈時間|發布|發佈|发表于|发表|發表|日期",
  "입력|등록일|등록|게시일|게시|작성일|승인|เผยแพร่เมื่อ|เผยแพร่|โพสต์เมื่อ|วันที่เผยแพร่",
];
const UPDATED = [
  "(?:last |latest )?(?:updated|modified|edited|revised|update)(?: on| at)?|date modified",
  "(?:terakhir )?(?:diperbarui|diperbaharui|diupdate|di-update|diubah)|pembaruan|dikemas kini",
  "(?:última )?(?:actualización|actualizado|actualizada|modificación)",
  "mis à jour|mise à jour|dernière mise à jour|modifié",
  "(?:última )?(?:atualização|atualizado|atualizada|modificação)",
  "stand|(?:zuletzt )?(?:aktualisiert|geändert)|aktualisierung",
  "(?:ultimo )?aggiornamento|aggiornato",
  "(?:laatst )?(?:bijgewerkt|gewijzigd)|(?:senast )?uppdaterad|uppdaterat",
  "zaktualizowano|aktualizacja|(?:utoljára )?(?:frissítve|módosítva)|frissült",
  "обновлено|обновлена|изменено|дата обновления|оновлено",
  "(?:son )?güncelleme|(?:son )?güncellenme|güncelleme tarihi|güncellendi",
  "cập nhật lúc|cập nhật|آخر تحديث|تم التحديث|تحديث",
  "آخرین به روزرسانی|به روزرسانی|به روز شده|بروزرسانی|अपडेटेड|अपडेट|अद्यतन",
];
const UPDATED_UNSPACED = [
  "最終更新日時|最終更新日|最終更新|更新日時|更新日|更新時間|更新时间|更新于|更新|修改时间|修改",
  "최종 ?수정|최종 ?업데이트|수정일|수정|업데이트",
  "อัปเดตล่าสุด|อัปเดต|อัพเดต|แก้ไขล่าสุด|ปรับปรุงล่าสุด",
];

/** Where words are not parted by spaces, a label may touch its date. */
const spaced = (words: readonly string[]) =>
  `(?<![\\p{L}\\p{M}])(?:${words.join("|")})(?![\\p{L}\\p{M}])`;
const published = `${spaced(PUBLISHED)}|${PUBLISHED_UNSPACED.join("|")}`;
const updated = `${spaced(UPDATED)}|${UPDATED_UNSPACED.join("|")}`;
const LABEL = new RegExp(`(?:(${updated})|(${published})) ?:? ?`, "gu");
const EDGE = /^[\s\p{P}\p{Emoji_Presentation}|~+]+|[\s\p{P}|~+]+$/gu;

export interface DatedParts {
  readonly published?: string;
  readonly updated?: string;
}

/**
 * The texts that the labels of a line, in plain writing, belong to; a text without a label is the
 * date of publication. Labels stand before their dates, or after them if one ends the line.
 * `undefined` where two texts claim the same role.
 */
export function labelledParts(line: string): DatedParts | undefined {
  const parts: { published?: string; updated?: string } = {};
  const labels = [...line.matchAll(LABEL)];
  const isTrailing = labels.length > 0 && line.slice(endOf(labels.at(-1))).replace(EDGE, "") === "";
  const claims: [role: "published" | "updated", start: number, end: number][] = isTrailing
    ? labels.map((label, nth) => [roleOf(label), endOf(labels[nth - 1]), label.index])
    : [["published", 0, labels[0]?.index ?? line.length]];
  if (!isTrailing) {
    for (const [nth, label] of labels.entries()) {
      claims.push([roleOf(label), endOf(label), labels[nth + 1]?.index ?? line.length]);
    }
  }
  for (const [role, start, end] of claims) {
    const text = line.slice(start, end).replace(EDGE, "");
    if (text === "" && start === 0) continue;
    if (text === "" || parts[role] !== undefined) return undefined;
    parts[role] = text;
  }
  return parts.published === undefined && parts.updated === undefined ? undefined : parts;
}

const endOf = (label: RegExpExecArray | undefined): number =>
  label === undefined ? 0 : label.index + label[0].length;

const roleOf = (label: RegExpExecArray): "published" | "updated" =>
  label[1] === undefined ? "published" : "updated";
