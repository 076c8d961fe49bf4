import { LinkButton } from "../../../ui/link-button";
import type { Step } from "./next-step-of";
import styles from "./overview.module.css";

export function NextStep({ step }: { step: Step | null }) {
  if (!step) return null;
  return (
    <section aria-label="Next step" className={styles.step}>
      <div className={styles.stepWords}>
        <h2>{step.title}</h2>
        <p>{step.words}</p>
      </div>
      {step.action ? (
        <LinkButton href={step.action.href} variant="primary">
          {step.action.label}
        </LinkButton>
      ) : null}
    </section>
  );
}
