// XML of unknown origin, streamed: no DTD, no entity of its own making, no depth without end.
import { SaxesParser } from "saxes";
import { Refusal } from "../refusal";

export const XML_DEPTH = 2_000;

export interface XmlElement {
  /** The namespace's address; prefixes are the writer's own choice. */
  readonly uri: string;
  readonly local: string;
  /** By local name where the attribute is in a namespace, and the plain name otherwise. */
  readonly attribute: (local: string) => string | undefined;
}

export interface XmlVisitor {
  open?(element: XmlElement): void;
  close?(element: XmlElement): void;
  text?(text: string): void;
}

/** Throws Refusal: file-doctype, file-too-deep, file-damaged. */
export function visitXml(bytes: Uint8Array, visitor: XmlVisitor, depthLimit = XML_DEPTH): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  parser.on("doctype", () => {
    throw new Refusal("file-doctype", 422);
  });
  parser.on("error", () => {
    throw new Refusal("file-damaged", 422);
  });
  parser.on("opentag", (tag) => {
    if (open.length >= depthLimit) throw new Refusal("file-too-deep", 422, { limit: depthLimit });
    const attributes = Object.values(tag.attributes);
    const element: XmlElement = {
      uri: tag.uri,
      local: tag.local,
      attribute: (local) => attributes.find((attribute) => attribute.local === local)?.value,
    };
    open.push(element);
    visitor.open?.(element);
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element) visitor.close?.(element);
  });
  const text = (words: string) => visitor.text?.(words);
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(xmlText(bytes)).close();
}

function xmlText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  try {
    return new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("file-damaged", 422);
  }
}
