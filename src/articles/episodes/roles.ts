/** The roles of the Podcast Taxonomy (https://podcasttaxonomy.com), by their groups. */

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  "creative direction": [
    ...["director", "assistant director", "executive producer", "senior producer", "producer"],
    ...["associate producer", "development producer", "creative director"],
  ],
  cast: [
    ...["host", "co-host", "guest host", "guest", "voice actor", "narrator", "announcer"],
    "reporter",
  ],
  writing: [
    ...["author", "editorial director", "co-writer", "writer", "songwriter", "guest writer"],
    ...["story editor", "managing editor", "script editor", "script coordinator", "researcher"],
    ...["editor", "fact checker", "translator", "transcriber", "logger"],
  ],
  "audio production": [
    ...["studio coordinator", "technical director", "technical manager", "audio engineer"],
    "remote recording engineer",
  ],
  "audio post-production": [
    ...["post production engineer", "audio editor", "sound designer", "foley artist", "composer"],
    ...["theme music", "music production", "music contributor"],
  ],
  administration: [
    ...["production coordinator", "booking coordinator", "production assistant"],
    ...["content manager", "marketing manager", "sales representative", "sales manager"],
  ],
  visuals: ["graphic designer", "cover art designer"],
  community: ["social media manager"],
  "misc.": ["consultant", "intern"],
  "video production": [
    ...["camera operator", "lighting designer", "camera grip", "assistant camera"],
  ],
  "video post-production": ["assistant editor"],
};

/** What people call the two that everybody has, and a few more. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  host: [
    ...["presenter", "moderator", "anchor", "interviewer", "pembawa acara", "penyiar"],
    ...["présentateur", "présentatrice", "animateur", "animatrice", "presentador", "presentadora"],
    ...["apresentador", "apresentadora", "conduttore", "conduttrice", "moderatorin", "gastgeber"],
    ...["gastgeberin", "ведущий", "ведущая", "主持人", "主播", "司会", "진행자", "مقدم", "sunucu"],
  ],
  "co-host": ["cohost", "co host", "second host"],
  guest: [
    ...["interviewee", "speaker", "expert", "panelist", "tamu", "bintang tamu", "narasumber"],
    ...["invité", "invitée", "invitado", "invitada", "convidado", "convidada", "ospite", "gast"],
    ...["гость", "гостья", "嘉宾", "來賓", "来宾", "ゲスト", "게스트", "ضيف", "konuk"],
  ],
  "audio engineer": ["sound engineer", "recording engineer", "engineer", "sound"],
  "audio editor": ["sound editor", "mixing", "mix", "mastering"],
  composer: ["music", "musik"],
  producer: ["production", "produser", "producteur", "productrice", "productor", "produzent"],
  reporter: ["journalist", "correspondent", "wartawan"],
  "cover art designer": ["cover artist", "cover art", "artwork", "cover"],
  writer: ["script", "screenwriter", "penulis"],
};

const groupOfRole = new Map<string, string>();
for (const [group, roles] of Object.entries(GROUPS)) {
  for (const role of roles) groupOfRole.set(role, group);
}
const roleOfKey = new Map<string, string>();
for (const role of groupOfRole.keys()) roleOfKey.set(keyOf(role), role);
for (const [role, names] of Object.entries(OTHER_NAMES)) {
  for (const name of names) roleOfKey.set(keyOf(name), role);
}

/** The taxonomy's word for a role, in lower case; undefined where it has none. */
export function roleOf(name: string): string | undefined {
  return roleOfKey.get(keyOf(name));
}

/** The group that a role of the taxonomy is in. */
export function groupOf(role: string): string | undefined {
  return groupOfRole.get(role);
}

/** A group of the taxonomy, in lower case. */
export function knownGroup(name: string): string | undefined {
  const key = keyOf(name);
  return Object.keys(GROUPS).find((group) => keyOf(group) === key);
}

/** Every role, for whoever has to choose one. */
export const roles: readonly string[] = [...groupOfRole.keys()];

function keyOf(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, "");
}
