/** What stands around names: titles, ranks, directions, addresses; and pairs of maker and house. */
import { agencyKind } from "./agencies.ts";
import { nameShape } from "./name-shapes.ts";

const TITLE =
  /(?<=[\p{Script=Hangul}]{3} ?|[\p{Script=Hangul}]{2} )(?:선임|수습|인턴|객원|대학생)?(?:기자|특파원|작가)(?= ?(?:[/=·,|]|$| [\w.+-]+@))| ?(?:さん|氏|カメラマン|记者|記者)$/gu;

const EAST_ASIAN = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;

// Without capitals the words before the bracket may be a caption.
const TWO_NAMES = /^(?=\p{Lu})([^()]+) ?[(（]([^()（）]{2,40})[)）]$/u;
/** "© AFP 2023 / Name". */
const YEAR_OF_AGENCY = /^([^/]{2,30}) (?:19|20)\d\d(?= ?\/)/u;
/** "© РИА Новости. Name Surname". */
const STOP_BEHIND_AGENCY = /^([^/.]{2,30})\. (?=\p{Lu}\p{Ll}+ \p{Lu})/u;
/** "Left: Name/AGENCY; right: Name/AGENCY". */
const DIRECTION =
  /(^|[;；] ?|\. )(?:clockwise )?(?:from )?(?:top |bottom |far )?(?:left|right|top|bottom|cent(?:er|re)|above|below|middle|links|rechts|oben|unten|à gauche|à droite|izquierda|derecha|kiri|kanan) ?[:：,] (?=\S)/giu;
/** "Mass Communication Specialist 2nd Class Name Surname". */
const RANK =
  /^(?:(?:Mass|Communications?|Specialist|Petty|Officer|Chief|Staff|Tech\.?|Technical|Master|Senior|Gunnery|Lance|First|1st|2nd|3rd|Class|Airman|Seaman|Sgt\.?|Sergeant|Cpl\.?|Corporal|Pfc\.?|Pvt\.?|Private|Spc\.?|Lt\.?|Lieutenant|Capt\.?|Captain|Maj\.?|Major|Col\.?|Colonel|Cmdr\.?|MC[123]) ){1,7}(?=\p{Lu}\p{Ll}*\.? \p{Lu})/u;
/** "AFP or licensors": whoever else may have sold it is not named. */
const LICENSORS = / (?:and|or|and\/or) (?:its |their )?licen[sc]ors$/iu;
const MAIL_AT_END = / [<(]?[\w.+-]{1,40}@[\w.-]{1,60}[>)]?$/;

/** "Name (AGENCY)" is read as "Name/AGENCY", "AGENCY (Name)" as "AGENCY/Name". */
export function withoutTitles(text: string): string {
  const directed = /[:：;；]/.test(text) ? text.replace(DIRECTION, "$1") : text;
  const named = directed
    .replace(YEAR_OF_AGENCY, (all, name: string) => (agencyKind(name) === undefined ? all : name))
    .replace(STOP_BEHIND_AGENCY, (all, name: string) =>
      agencyKind(name) === undefined ? all : `${name} / `,
    )
    .replace(RANK, "")
    .replace(MAIL_AT_END, "")
    .replace(LICENSORS, "")
    .trim();
  const untitled = EAST_ASIAN.test(named) ? named.replace(TITLE, "").trim() : named;
  const bare = withoutHyphen(untitled);
  const [, before, within] = TWO_NAMES.exec(bare) ?? [];
  if (before === undefined || within === undefined) return bare;
  const name = before.trim();
  const isPair =
    agencyKind(within) !== undefined ||
    (isPerson(name) && (within.startsWith("@") || isHouse(within))) ||
    (isPerson(within) && isHouse(name));
  return isPair ? `${name}/${within}` : bare;
}

/** "Name Surname-USA TODAY Sports" is read as with a slash. */
function withoutHyphen(text: string): string {
  const at = text.lastIndexOf("-");
  const house = text.slice(at + 1);
  if (at < 1 || house.startsWith(" ") || agencyKind(house) === undefined) return text;
  const name = text.slice(0, at);
  return isPerson(name) ? `${name}/${house}` : text;
}

function isPerson(text: string): boolean {
  const shape = nameShape(text);
  return shape?.kind === "person" && !shape.doubtful;
}

function isHouse(text: string): boolean {
  const kind = agencyKind(text);
  if (kind !== undefined) return kind !== "owner";
  const shape = nameShape(text);
  return shape?.kind === "organisation" && !shape.doubtful;
}
