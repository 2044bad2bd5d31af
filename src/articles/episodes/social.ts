/** Where listeners talk about an episode or a show (`podcast:socialInteract`). */
import { absoluteAddress } from "../addresses.ts";
import type { SocialInteract } from "../episode.ts";
import { textOf } from "../field-values.ts";
import { isPlainObject } from "../record.ts";

const MOST_PLACES = 10;

/** An address alone is one of ActivityPub: any Mastodon server has it. */
export function readSocial(value: unknown): readonly SocialInteract[] {
  const parts = [value].flat().slice(0, MOST_PLACES);
  return parts.flatMap((part) => {
    const object = isPlainObject(part) ? part : { uri: part };
    const given = textOf(object["protocol"])?.toLowerCase();
    if (given === "disabled") return [{ protocol: given }];
    const uri = addressOf(object["uri"] ?? object["url"]);
    if (uri === undefined) return [];
    const accountId = textOf(object["accountId"] ?? object["account"]);
    const accountUrl = addressOf(object["accountUrl"]);
    return [
      {
        ...{ protocol: given ?? "activitypub", uri },
        ...(accountId === undefined ? {} : { accountId }),
        ...(accountUrl === undefined ? {} : { accountUrl }),
      },
    ];
  });
}

function addressOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : absoluteAddress(text, "invalid:");
}
