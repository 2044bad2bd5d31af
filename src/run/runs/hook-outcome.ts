/** What became of telling one `onPublished` hook of a run. */
export interface HookOutcome {
  /** The address without its query, or the command. */
  readonly hook: string;
  readonly ok: boolean;
  readonly attempts: number;
  readonly durationMs: number;
  /** Why it was not told. */
  readonly reason?: string;
}
