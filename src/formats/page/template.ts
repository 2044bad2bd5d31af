/** The frame around what a page says: ours, or a site owner's. */
import { fitText } from "../text.ts";
import type { Html } from "./markup.ts";

/** What each slot of a template stands for. */
export interface Slots {
  /** BCP 47, as the value of an attribute. */
  readonly lang: Html;
  /** `ltr` or `rtl`. */
  readonly dir: Html;
  readonly title: Html;
  /** All that stands in the head. */
  readonly head: Html;
  readonly header: Html;
  readonly main: Html;
  readonly footer: Html;
}

const DEFAULT_TEMPLATE = `<!doctype html>
<html lang="{{lang}}" dir="{{dir}}">
<head>
{{head}}
</head>
<body>
{{header}}
{{main}}
{{footer}}
</body>
</html>
`;

/** What stands in a slot is never read for slots again: an article may be about templates. */
export function fillTemplate(template: string | undefined, slots: Slots): string {
  const named: Readonly<Record<string, string | undefined>> = { ...slots };
  const frame = template === undefined ? DEFAULT_TEMPLATE : `${fitText(template).trim()}\n`;
  return frame.replace(/\{\{([^{}]{0,40})\}\}/g, (slot, name: string) => {
    return named[name.trim()] ?? slot;
  });
}
