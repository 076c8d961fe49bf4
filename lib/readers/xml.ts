// XML of unknown origin, streamed: no DTD, no entity of its own making, no depth without end.
import { SaxesParser } from "saxes";
import { Refusal } from "../refusal";

export const XML_DEPTH = 2_000;
const MOST_NAMESPACES = 300;

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

/** Prefixes and the addresses they stand for; each element that declares some has a map of its own. */
type Namespaces = ReadonlyMap<string, string>;
const BUILT_IN: Namespaces = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]);

/** Throws Refusal: file-doctype, file-too-deep, file-damaged. */
export function visitXml(bytes: Uint8Array, visitor: XmlVisitor, depthLimit = XML_DEPTH): void {
  // Namespaces are resolved here: the parser would do it for every attribute, and hardly any is looked at.
  const parser = new SaxesParser({ xmlns: false });
  const open: XmlElement[] = [];
  const scopes: Namespaces[] = [BUILT_IN];
  parser.on("doctype", () => {
    throw new Refusal("file-doctype", 422);
  });
  parser.on("error", () => {
    throw new Refusal("file-damaged", 422);
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= depthLimit) throw new Refusal("file-too-deep", 422, { limit: depthLimit });
    const scope = scopeOf(attributes, scopes.at(-1) ?? BUILT_IN);
    const colon = name.indexOf(":");
    const uri = scope.get(colon === -1 ? "" : name.slice(0, colon));
    if (uri === undefined && colon !== -1) throw new Refusal("file-damaged", 422);
    const element: XmlElement = {
      uri: uri ?? "",
      local: colon === -1 ? name : name.slice(colon + 1),
      attribute: (local) => attributeOf(attributes, local),
    };
    open.push(element);
    scopes.push(scope);
    visitor.open?.(element);
  });
  parser.on("closetag", () => {
    const element = open.pop();
    scopes.pop();
    if (element) visitor.close?.(element);
  });
  const text = (words: string) => visitor.text?.(words);
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(xmlText(bytes)).close();
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Namespaces): Namespaces {
  let own: Map<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
    const prefix = name.slice(6);
    const uri = attributes[name] ?? "";
    if ((own ?? outer).get(prefix) === uri) continue;
    own ??= new Map(outer);
    own.set(prefix, uri);
    // Writers declare a few dozen; maps without end would be copied without end.
    if (own.size > MOST_NAMESPACES) throw new Refusal("file-damaged", 422);
  }
  return own ?? outer;
}

function attributeOf(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  for (const name in attributes) {
    const before = name.length - local.length;
    if ((before === 0 || name[before - 1] === ":") && name.endsWith(local)) return attributes[name];
  }
  return undefined;
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
