/** Text of records and documents on its way to a terminal, which must not obey it. */

/** Controls beyond ASCII and marks that turn text round: JSON leaves them as they are. */
const COMMANDS = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** With the characters that a terminal may obey as `\u009b`. */
export function escapedCommands(text: string): string {
  return text.replace(COMMANDS, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** One JSON document and a line end; programs read the escapes as the characters they are. */
export function jsonText(document: unknown, indent = 2): string {
  return `${escapedCommands(JSON.stringify(document, null, indent))}\n`;
}
