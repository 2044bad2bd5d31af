import { describe, expect, it } from "vitest";
import { readFieldImages } from "../../src/articles/field-images.ts";
import { fieldsOf } from "./reading.ts";

const context = {
  articleUrl: "https://site.example/posts/a/",
};
const read = (fields: Record<string, unknown>) => readFieldImages(fieldsOf(fields), context);

const A = "https://site.example/posts/a/a.jpg";

describe("readFieldImages", () => {
  it.each([
    [{ image: "a.jpg" }, { url: A, type: "image/jpeg" }],
    [
      { cover: { image: "a.jpg", alt: "Alt", caption: "Cap" } },
      { url: A, alt: "Alt", caption: "Cap" },
    ],
    [{ image: { path: "a.jpg", width: "1200", height: 0 } }, { url: A, width: 1200 }],
    [{ image: { url: "a.jpg", alt_text: "Alt" } }, { url: A, alt: "Alt" }],
    [
      { heroImage: "a.jpg", heroImageAlt: "Alt" },
      { url: A, alt: "Alt" },
    ],
    [
      { image: "a.jpg", image_alt: "Alt" },
      { url: A, alt: "Alt" },
    ],
    [
      { featured_image: "a.jpg", featured_image_caption: "Cap" },
      { url: A, caption: "Cap" },
    ],
    [
      { image: "a.jpg", image_credit: "Foto: Maya Hendrawan" },
      { credit: { creators: ["Maya Hendrawan"] } },
    ],
    [
      { image: { src: "a.jpg", photographer: "Maya Hendrawan" } },
      { credit: { creators: ["Maya Hendrawan"] } },
    ],
    [
      { image: "https://cdn.example/image/upload/x" },
      { url: "https://cdn.example/image/upload/x" },
    ],
    [{ image: { src: "a.jpg", alt: "Satu" }, image_alt: "Dua" }, { alt: "Satu" }],
  ])("%j", (fields, image) => {
    expect(read(fields)).toMatchObject([image]);
  });

  it("keeps a credit and a caption whose picture is lost", () => {
    expect(read({ image_credit: "© Maya Hendrawan/Antara", image_caption: "Cap" })).toMatchObject([
      { caption: "Cap", credit: { raw: "© Maya Hendrawan/Antara" } },
    ]);
  });

  it.each([
    ...[{ image: true }, { image: "" }, { image: "kata kata" }, { image: {} }, { image: [[]] }],
    ...[{ image: "javascript:x" }, { image_alt: "Alt" }, { featured: true }, { image: 7 }, {}],
  ])("%j names none", (fields) => {
    expect(read(fields)).toEqual([]);
  });

  it("takes a list, each address once, and no more than a hundred", () => {
    const list = ["a.jpg", { src: "b.jpg" }, "a.jpg", "kata"];
    expect(read({ images: list }).map(({ url }) => url?.slice(-5))).toEqual(["a.jpg", "b.jpg"]);
    expect(read({ images: Array.from({ length: 900 }, (_, at) => `${at}.jpg`) }).length).toBe(100);
  });

  it("takes several names of one picture for one", () => {
    expect(read({ cover: "a.jpg", thumbnail: "b.jpg", ogImage: "c.jpg" }).length).toBe(1);
  });
});

describe("a credit among the words of a field", () => {
  const CAPTION = "A boat leaves the harbour. Photo: Ann Lee/AP";
  const ann = { creators: ["Ann Lee"], source: "AP" };
  const bo = { creators: ["Bo Ek"] };
  const places = (...found: readonly (readonly [string, object])[]) => ({
    found: found.map(([origin, credit]) => ({ origin, credit })),
  });
  const caption = "A boat leaves the harbour.";

  it.each([
    [{ image_caption: CAPTION }, { caption, credit: ann, ...places(["caption", ann]) }],
    [{ image: { src: "a.jpg", caption: CAPTION } }, { caption, credit: ann }],
    [
      { image_caption: CAPTION, image_credit: "Bo Ek" },
      { caption, credit: bo, ...places(["record", bo], ["caption", ann]) },
    ],
    [
      { image: { src: "a.jpg", caption: CAPTION }, image_credit: "Bo Ek" },
      { caption, credit: bo, ...places(["record", bo], ["caption", ann]) },
    ],
    [
      { image_caption: CAPTION, image_credit: "The Associated Press" },
      { caption, credit: { creators: ["Ann Lee"], source: "The Associated Press" } },
    ],
    [
      { image_caption: CAPTION, image_copyright: "All rights reserved" },
      { caption, credit: ann },
    ],
    [{ image_caption: "Foto: Ann Lee/AP" }, { credit: ann }],
    [
      { image_alt: "A boat (AP Photo/Ann Lee)" },
      { alt: "A boat", credit: ann, ...places(["attribute", ann]) },
    ],
    [
      { image_alt: "A boat (Bo Ek/AFP)", image_caption: CAPTION },
      { alt: "A boat", caption, credit: ann, ...places(["caption", ann], ["attribute", bo]) },
    ],
  ])("%j", (fields, expected) => {
    const [image] = read({ image: "a.jpg", ...fields });
    expect(image).toMatchObject(expected);
    expect(image?.caption).toBe("caption" in expected ? expected.caption : undefined);
  });

  it("is none where the words name nobody, or tell who is in the picture", () => {
    const words = { image_caption: "A boat. Photographer unknown", image_alt: "Foto: Ann Lee" };
    const [image] = read({ image: "a.jpg", ...words });
    expect(image).toMatchObject({ caption: words.image_caption, alt: words.image_alt });
    expect(image?.credit).toBeUndefined();
    expect(image?.found).toBeUndefined();
  });
});
