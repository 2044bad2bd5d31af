/** Hosts that a configuration names. Every start reads them: nothing of the network is needed here. */
import { parseUrl } from "../../addresses.ts";

/** A host that may be asked wherever it lies; without `port`, at every port. */
export interface AllowedHost {
  readonly host: string;
  readonly port?: number;
}

/** `cdn.example`, `cdn.example:8080`, `10.0.0.7`, `::1`, `[::1]:8080`; anything else allows nothing. */
export function readAllowedHosts(entries: readonly string[]): readonly AllowedHost[] {
  return entries.flatMap((entry) => {
    const trimmed = entry.trim();
    // With two colons at least, it is an IPv6 address or nothing.
    const isBare = !trimmed.startsWith("[") && trimmed.split(":").length > 2;
    const written = isBare ? `[${trimmed}]` : trimmed;
    const [, name, port] =
      /^(\[[\da-f:.]+\]|[^:/?#@\\[\]\s]+)(?::(\d{1,5}))?$/i.exec(written) ?? [];
    const url = name === undefined ? undefined : parseUrl(`http://${name}/`);
    if (url === undefined) return [];
    return [{ host: hostOfUrl(url), ...(port === undefined ? {} : { port: Number(port) }) }];
  });
}

/** An IP address without brackets, or a name in lower case without the dot of the root. */
export function hostOfUrl(url: URL): string {
  return url.hostname.replace(/^\[|\]$|\.+$/g, "");
}
