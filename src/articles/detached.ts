/** Values that live on when what they were read from is let go of. */

/**
 * The same value of plain data. A text that was cut out of another keeps the whole of that in
 * memory, so that one address may cost as much as the page it stands on.
 */
export function detached<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
