/** What a picture file tells of itself, wherever it lies: on this disk or on the web. */
import type { Fault } from "../../errors.ts";
import type { Credit } from "../article.ts";

export interface PictureFacts {
  /** MIME type by the bytes of the file, whatever its name says. */
  readonly type: string;
  /** Size of the whole file; absent where a server does not tell it. */
  readonly bytes?: number;
  /** Pixels, upright as a reader sees it: the EXIF orientation is taken into account. */
  readonly width?: number;
  readonly height?: number;
  /** What podcast apps do not show as they should; absent for plain RGB and grey. */
  readonly colours?: "transparent" | "CMYK";
  /** Plain text, one line: IPTC Caption/Description. */
  readonly caption?: string;
  /** Plain text, one line: IPTC Alt Text (Accessibility). */
  readonly alt?: string;
  /** IPTC Creator, Credit Line, Source, Copyright Notice, Web Statement of Rights, Licensor URL. */
  readonly credit?: Credit;
}

/** `facts` where it is a picture; `fault` where it is none, or tells less than it should. */
export interface PictureRead {
  readonly facts?: PictureFacts;
  readonly fault?: Fault;
}
