import { METHOD_GROUPS, methodAnchor } from "@/lib/agreement/method-notes";
import { METHOD_SECTIONS } from "@/lib/agreement/method-sections";
import styles from "./method.module.css";

export function MethodContents() {
  return (
    <nav aria-label="Contents" className={styles.contents}>
      <ul>
        {METHOD_SECTIONS.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {METHOD_GROUPS.map((group) => (
        <div key={group.id}>
          <a href={`#${group.id}`} className={styles.groupLink}>
            {group.title}
          </a>
          <ul>
            {group.figures.map(([name, title]) => (
              <li key={name}>
                <a href={`#${methodAnchor(name)}`}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
