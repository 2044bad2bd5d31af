/** What is sent for a request, before it is sent. */
import type { FileHandle } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";

/** Name and value in turn, as `ServerResponse.writeHead` takes them fastest. */
export type HeaderList = readonly string[];

export interface Answer {
  readonly status: number;
  readonly headers: HeaderList;
  /** None for HEAD, 204 and 304. */
  readonly body?: Buffer | FilePart;
}

/** A part of an open file, which who sends it closes. Both bytes are included. */
export interface FilePart {
  readonly handle: FileHandle;
  readonly first: number;
  readonly last: number;
}

/** What is looked at of a request. */
export interface Asked {
  readonly method: "GET" | "HEAD";
  /** Of `innerPath`. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Headers of a file in one coding, put together once. */
export interface Prepared {
  /** With its quotes; `W/` before it where it is weak. */
  readonly etag: string;
  /** In whole seconds. */
  readonly modifiedMs: number;
  readonly ok: HeaderList;
  readonly notModified: HeaderList;
  /** Those that do not depend on how much of the file is sent. */
  readonly partial: HeaderList;
}
