import { inlineParts, KNOWN_FROM } from "@/lib/agreement/method-inline";
import { METHOD_GROUPS, methodAnchor } from "@/lib/agreement/method-notes";
import { METHOD_SECTIONS } from "@/lib/agreement/method-sections";
import styles from "./method.module.css";

const TITLES = new Map(METHOD_GROUPS.flatMap((group) => group.figures));

/** A text of the method page with its marks: links to figures, sections and reasons, and how a thing is known. */
export function MethodWords({ words }: { words: string }) {
  const parts = inlineParts(words);
  return parts.map((part, i) => {
    const key = `${i} ${part.kind}`;
    switch (part.kind) {
      case "text":
        return part.text;
      case "code":
        return <code key={key}>{part.text}</code>;
      case "reason":
        return (
          <a key={key} href={`#reason-${part.reason}`} className={styles.reason}>
            {part.reason}
          </a>
        );
      case "known":
        return (
          <span key={key} className={styles.known}>
            {parts.length === 1 ? KNOWN_FROM[part.from] : `(${KNOWN_FROM[part.from]})`}
          </span>
        );
      case "doi":
        // No page of Tandem points elsewhere, so a doi is there to be copied.
        return `doi ${part.doi}`;
      case "figure":
        return (
          <a key={key} href={`#${methodAnchor(part.name)}`}>
            {TITLES.get(part.name) ?? part.name}
          </a>
        );
      default:
        return (
          <a key={key} href={`#${part.name}`}>
            {METHOD_SECTIONS.find(({ id }) => id === part.name)?.title ?? part.name}
          </a>
        );
    }
  });
}
