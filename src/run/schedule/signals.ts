/** What the system and its people tell a process that stays. */
import { closeSync, openSync } from "node:fs";

export interface Signals {
  /** Once the process is to leave; gives who says so. */
  readonly leaving: Promise<string>;
  readonly close: () => void;
}

export interface SignalHandlers {
  /** SIGHUP. */
  readonly reload: () => void;
  /** A second SIGTERM or SIGINT: whoever sends it does not want to wait. */
  readonly leaveAtOnce: () => void;
  /** Where nobody else caught an error. */
  readonly fault: (error: unknown) => void;
}

/**
 * Of this process. An error that nobody caught is told, and does not end it.
 *
 * @param from says when to leave, where that is not for SIGTERM and SIGINT to say.
 */
export function listenToSignals(handlers: SignalHandlers, from?: AbortSignal): Signals {
  let isLeaving = false;
  let leave: (signal: string) => void = () => undefined;
  const leaving = new Promise<string>((resolve) => {
    leave = (signal) => {
      if (isLeaving) handlers.leaveAtOnce();
      isLeaving = true;
      resolve(signal);
    };
    if (from?.aborted) resolve("abort");
    from?.addEventListener("abort", () => resolve("abort"), { once: true });
  });
  const hadTerminal = hasTerminal();
  const hangUp = () => {
    // Also what is sent when the window is closed that the command was typed into.
    if (process.platform === "win32" || (hadTerminal && !hasTerminal())) leave("SIGHUP");
    else handlers.reload();
  };
  if (from === undefined) process.on("SIGTERM", leave).on("SIGINT", leave);
  process.on("SIGHUP", hangUp);
  process.on("unhandledRejection", handlers.fault).on("uncaughtException", handlers.fault);
  return {
    leaving,
    close: () => {
      process.off("SIGTERM", leave).off("SIGINT", leave).off("SIGHUP", hangUp);
      process.off("unhandledRejection", handlers.fault).off("uncaughtException", handlers.fault);
    },
  };
}

/** Whether the process is still held by a terminal; tty(4). */
function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
