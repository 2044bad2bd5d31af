/** Blocks of metadata for tests, written from the standards and not with the readers' code. */

export interface ExifTag {
  readonly tag: number;
  /** 1 byte, 2 ASCII, 3 short. */
  readonly type: 1 | 2 | 3;
  readonly data: Buffer;
}

export const ascii = (tag: number, text: string): ExifTag => ({
  tag,
  type: 2,
  data: Buffer.from(`${text}\0`),
});
export const explorerText = (tag: number, text: string): ExifTag => ({
  tag,
  type: 1,
  data: Buffer.from(`${text}\0`, "utf16le"),
});

export const ARTIST = 0x013b;
export const COPYRIGHT = 0x8298;
export const IMAGE_DESCRIPTION = 0x010e;
export const MODEL = 0x0110;
export const XP_AUTHOR = 0x9c9d;

/** A TIFF structure with one IFD; `nextIfd` lets it loop. */
export function writeExif(
  tags: readonly ExifTag[],
  { isBigEndian = false, orientation = 0, nextIfd = 0 } = {},
): Buffer {
  const number = (value: number, bytes: number) => {
    const data = Buffer.alloc(bytes);
    if (isBigEndian) data.writeUIntBE(value, 0, bytes);
    else data.writeUIntLE(value, 0, bytes);
    return data;
  };
  const short = (value: number) => number(value, 2);
  const long = (value: number) => number(value, 4);
  const turn: ExifTag = { tag: 0x0112, type: 3, data: short(orientation) };
  const all = orientation === 0 ? tags : [...tags, turn];
  const values: Buffer[] = [];
  let valueAt = 8 + 2 + 12 * all.length + 4;
  const entries = all.map(({ tag, type, data }) => {
    const count = type === 3 ? data.length / 2 : data.length;
    const head = [short(tag), short(type), long(count)];
    if (data.length <= 4) return Buffer.concat([...head, data, Buffer.alloc(4 - data.length)]);
    const entry = Buffer.concat([...head, long(valueAt)]);
    values.push(data);
    valueAt += data.length;
    return entry;
  });
  const order = Buffer.from(isBigEndian ? "MM\0*" : "II*\0", "latin1");
  return Buffer.concat([
    ...[order, long(8), short(all.length), ...entries, long(nextIfd), ...values],
  ]);
}

/** Dataset 2:`number` and what is in it. */
export type Dataset = readonly [number: number, text: string];

export function writeIptc(
  datasets: readonly Dataset[],
  { encoding = "utf8" as "utf8" | "latin1", isDeclared = false } = {},
): Buffer {
  const dataset = (record: number, number: number, data: Buffer) =>
    Buffer.concat([
      Buffer.from([0x1c, record, number, data.length >> 8, data.length & 0xff]),
      data,
    ]);
  const charset = isDeclared ? [dataset(1, 90, Buffer.from("\x1b%G", "latin1"))] : [];
  const written = datasets.map(([number, text]) => dataset(2, number, Buffer.from(text, encoding)));
  return Buffer.concat([...charset, ...written]);
}

export function writeResource(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.write("8BIM", "latin1");
  head.writeUInt16BE(id, 4);
  head.writeUInt32BE(data.length, 8);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function writeXmp(properties: string, attributes = ""): Buffer {
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
    xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
    xmlns:cc="http://creativecommons.org/ns#"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" ${attributes}>
   ${properties}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`,
  );
}

export const xmpCreators = (...names: readonly string[]) =>
  `<dc:creator><rdf:Seq>${names.map((name) => `<rdf:li>${name}</rdf:li>`).join("")}</rdf:Seq></dc:creator>`;
