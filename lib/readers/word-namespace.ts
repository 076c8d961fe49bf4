// The namespaces of WordprocessingML: the one Word writes, and the one of Strict Open XML.

export const WORD: ReadonlySet<string> = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);
