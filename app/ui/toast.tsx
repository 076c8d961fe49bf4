"use client";

import { X } from "lucide-react";
import {
  UNSTABLE_ToastRegion as Region,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components";
import { Button } from "./button";
import { classes } from "./classes";
import { type Tone, tones } from "./notice";
import styles from "./toast.module.css";
import { VisuallyHidden } from "./visually-hidden";

interface ToastWords {
  message: string;
  tone: Tone;
  action?: ToastAction;
}

export interface ToastAction {
  label: string;
  onPress: () => void;
}

export interface ToastOptions {
  tone?: Tone;
  /** For example "Undo". */
  action?: ToastAction;
}

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 });
const readingTime = 6000;

/** Says something in passing. What went wrong stays until it is closed; the rest leaves by itself. Returns its end. */
export function toast(message: string, { tone = "info", action }: ToastOptions = {}): () => void {
  const key = queue.add({ message, tone, action }, tone === "error" ? {} : { timeout: readingTime });
  return () => queue.close(key);
}

/** Stands once, in `UiProvider`. */
export function ToastRegion() {
  return (
    <Region queue={queue} className={styles.region ?? ""} aria-label="Messages">
      {({ toast: shown }) => {
        const { message, tone, action } = shown.content;
        const { icon: Icon, word } = tones[tone];
        return (
          <Toast toast={shown} className={styles.toast ?? ""}>
            <Icon className={classes(styles.icon, styles[tone])} aria-hidden />
            <ToastContent className={styles.content}>
              <Text slot="title">
                {tone === "info" ? null : <VisuallyHidden>{word}: </VisuallyHidden>}
                {message}
              </Text>
            </ToastContent>
            {action ? (
              <Button
                size="small"
                slot={null}
                onPress={() => {
                  action.onPress();
                  queue.close(shown.key);
                }}
              >
                {action.label}
              </Button>
            ) : null}
            <Button size="small" variant="quiet" slot="close" icon={<X aria-hidden />} aria-label="Close" />
          </Toast>
        );
      }}
    </Region>
  );
}
