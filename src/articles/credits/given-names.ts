/** Given names that name little else, for people whose surname is also what pictures show. */
import { phrasesOf } from "./labels.ts";
import { labelKey } from "./spelling.ts";

const GIVEN_NAMES = `aaron|adam|agnieszka|ahmed|ahmet|aisha|alan|alejandra|alejandro|alex|alexander|
  alexandra|alice|alicia|amanda|amy|ana|anders|andrea|andreas|andrei|andrew|andré|andrés|andrzej|angela|
  anita|anja|anke|ann|anna|anne|annika|antoine|antonio|antónio|arthur|astrid|barbara|beatriz|ben|
  benjamin|bernd|björn|brian|bruno|bryan|camille|carl|carla|carlos|carmen|caroline|catherine|chiara|
  chris|christian|christina|christine|christoph|christopher|claire|claudia|cristina|dan|daniel|daniela|
  danielle|dave|david|dennis|diana|diego|dieter|dimitri|dirk|dmitri|dominik|donald|edward|elena|elif|
  elisa|elizabeth|emily|emma|emre|enrique|eric|erik|ester|eugene|eva|fabian|felix|fernando|filip|
  francesco|francisco|frank|françois|frédéric|gabriel|gabriela|gary|george|georg|giovanni|giulia|
  giuseppe|gonzalo|greg|gregory|guillaume|gustavo|hannah|hans|harald|heidi|heike|helen|helena|henrik|
  henry|hugo|ian|igor|ingrid|irina|isabel|isabelle|ivan|jacob|jakob|jakub|james|jan|jane|jason|javier|
  jean|jeff|jennifer|jens|jessica|joan|joanna|joe|johan|johanna|john|jonas|jonathan|jorge|joseph|josé|
  joão|juan|julia|julie|jörg|jürgen|karel|karen|karin|karl|kate|katharina|katja|kevin|klaus|krzysztof|
  lars|laura|laurent|leonardo|lisa|lucas|lucia|lucía|luis|luisa|lukas|luís|magda|magdalena|maja|manuel|
  marc|marcel|marcelo|marcin|marco|marcos|marek|margaret|maria|marie|marina|mario|mark|marko|markus|
  marta|martha|martin|martina|mary|maría|mathieu|matteo|matthew|matthias|max|mehmet|melanie|michael|
  michel|michelle|miguel|mike|mikhail|mohamed|mohammed|monica|monika|mustafa|nadia|natalia|nathalie|
  nicholas|nick|nicolas|nicole|nikos|nils|nina|olaf|olga|oliver|olivier|otto|pablo|paolo|pascal|patricia|
  patrick|paul|paula|paulo|pavel|pedro|per|peter|petra|philip|philippe|pierre|piotr|rachel|rafael|ralf|
  raúl|rebecca|renate|ricardo|richard|rob|robert|roberto|roland|rolf|ruth|ryan|sabine|sam|samuel|sandra|
  sara|sarah|sebastian|sergei|sergey|sergio|silvia|simon|sofia|sophie|stefan|stefano|stephanie|stephen|
  steve|steven|susan|susanne|sven|sylvie|tamara|thomas|tim|tom|tomasz|tony|ulrich|ursula|uwe|valérie|
  vera|vincent|vladimir|walter|wendy|werner|william|wolfgang|xavier|yves|zoltán|ágnes|éva`;

const givenNames: ReadonlySet<string> = new Set(phrasesOf(GIVEN_NAMES).map(labelKey));

/** "Anna" and one word more, or an initial and one: "Anna Berg", "Anna M. Berg". */
export function beginsWithGivenName(words: readonly string[]): boolean {
  const [first = "", middle = ""] = words;
  const named = words.length === 2 || (words.length === 3 && /^\p{Lu}\.$/u.test(middle));
  return named && givenNames.has(labelKey(first));
}
