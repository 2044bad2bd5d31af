/** The categories of Apple Podcasts, which the other directories take over. */

export interface PodcastCategory {
  readonly name: string;
  /** A category within it. */
  readonly inner?: string;
}

/** https://podcasters.apple.com/support/1691-apple-podcasts-categories */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  Arts: ["Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"],
  Business: [
    ...["Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"],
  ],
  Comedy: ["Comedy Interviews", "Improv", "Stand-Up"],
  Education: ["Courses", "How To", "Language Learning", "Self-Improvement"],
  Fiction: ["Comedy Fiction", "Drama", "Science Fiction"],
  Government: [],
  History: [],
  "Health & Fitness": [
    ...["Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"],
  ],
  "Kids & Family": ["Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"],
  Leisure: [
    ...["Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies"],
    ...["Home & Garden", "Video Games"],
  ],
  Music: ["Music Commentary", "Music History", "Music Interviews"],
  News: [
    ...["Business News", "Daily News", "Entertainment News", "News Commentary", "Politics"],
    ...["Sports News", "Tech News"],
  ],
  "Religion & Spirituality": [
    ...["Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"],
  ],
  Science: [
    ...["Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics"],
    ...["Natural Sciences", "Nature", "Physics", "Social Sciences"],
  ],
  "Society & Culture": [
    ...["Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"],
  ],
  Sports: [
    ...["Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey"],
    ...["Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness"],
    "Wrestling",
  ],
  Technology: [],
  "True Crime": [],
  "TV & Film": ["After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"],
};

/** Names of before 2019, which many a configuration still has, and what they became. */
const FORMER: Readonly<Record<string, string>> = {
  "Games & Hobbies": "Leisure",
  "Other Games": "Leisure > Games",
  "Government & Organizations": "Government",
  Health: "Health & Fitness",
  "Self-Help": "Education > Self-Improvement",
  "Fitness & Nutrition": "Health & Fitness > Fitness",
  Literature: "Arts > Books",
  "Management & Marketing": "Business > Management",
  "News & Politics": "News",
  "Science & Medicine": "Science",
  "Sports & Recreation": "Sports",
  Outdoor: "Sports > Wilderness",
  Gadgets: "Technology",
  Podcasting: "Technology",
  "Software How-To": "Technology",
  Training: "Education > Courses",
};

const byKey = new Map<string, PodcastCategory>();
for (const [name, within] of Object.entries(CATEGORIES)) {
  for (const inner of within) {
    byKey.set(keyOf(inner), { name, inner });
    byKey.set(keyOf(`${name} > ${inner}`), { name, inner });
  }
}
// After the inner ones: should a name be both, the outer is meant.
for (const name of Object.keys(CATEGORIES)) byKey.set(keyOf(name), { name });

const former = new Map(Object.entries(FORMER).map(([name, now]) => [keyOf(name), now]));

/** `News > Daily News`, `news`, `Daily News`, `Kids and Family`; undefined where Apple has none. */
export function categoryOf(text: string): PodcastCategory | undefined {
  return byKey.get(keyOf(text));
}

/** What may be meant by a name that Apple does not have: as a remedy, an imperative. */
export function remedyOfCategory(text: string): string {
  const parts = text.split(/[>›→]/);
  const now = [text, ...parts.toReversed()].flatMap((part) => former.get(keyOf(part)) ?? [])[0];
  if (now !== undefined) return `write "${now}", as Apple calls it now`;
  const isOuterKnown = parts.length > 1 && categoryOf(parts[0] ?? "") !== undefined;
  const near =
    nearest(text) ??
    nearest(parts.at(-1) ?? "") ??
    (isOuterKnown ? undefined : nearest(parts[0] ?? ""));
  if (near !== undefined) return `did you mean "${categoryText(near)}"?`;
  const outer = categoryOf(parts[0] ?? "")?.name;
  const known = CATEGORIES[outer ?? ""];
  if (outer !== undefined && known !== undefined && known.length > 0) {
    return `in ${outer} there are ${known.join(", ")}`;
  }
  return `write one of ${Object.keys(CATEGORIES).join(", ")}`;
}

export function categoryText({ name, inner }: PodcastCategory): string {
  return inner === undefined ? name : `${name} > ${inner}`;
}

function keyOf(text: string): string {
  return text
    .slice(0, 200)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&amp;|\band\b/g, "&")
    .replace(/[›→]/g, ">")
    .replace(/[\s_-]+/g, "");
}

const MOST_EDITS = 2;

function nearest(text: string): PodcastCategory | undefined {
  const key = keyOf(text);
  if (key.length < 4 || key.length > 60) return undefined;
  let best: { readonly edits: number; readonly category: PodcastCategory } | undefined;
  for (const [other, category] of byKey) {
    if (Math.abs(other.length - key.length) > MOST_EDITS) continue;
    const edits = editsBetween(key, other);
    if (edits <= MOST_EDITS && edits < (best?.edits ?? 99)) best = { edits, category };
  }
  return best?.category;
}

/** Levenshtein's distance. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
