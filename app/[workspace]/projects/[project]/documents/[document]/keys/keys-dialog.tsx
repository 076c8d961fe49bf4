"use client";

import { type KeyboardEvent, useState } from "react";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { Kbd } from "@/app/ui/kbd";
import { Switch } from "@/app/ui/switch";
import { COMMAND_GROUPS, COMMANDS, type CommandName, FIXED_KEYS } from "./desk-commands";
import {
  isSingle,
  type KeySettings,
  keysOf,
  ownerOf,
  shownKey,
  strokeKey,
  strokeOf,
  whyNotKey,
  withKey,
  withoutChange,
} from "./desk-keys";
import styles from "./keys-dialog.module.css";

export interface KeysDialogProps {
  keys: KeySettings;
  onChange: (keys: KeySettings) => void;
  onClose: () => void;
}

/** What was pressed for a command, when it cannot simply be had. */
interface Clash {
  readonly key: string;
  readonly words: string;
  /** The command that would lose it; null where it cannot be had at all. */
  readonly owner: CommandName | null;
}

const wordsOf = (name: CommandName) => COMMANDS.find((each) => each.name === name)?.words ?? name;

/** All keys as they are now; each can be changed here, and those without Ctrl or Alt switched off together. */
export function KeysDialog({ keys, onChange, onClose }: KeysDialogProps) {
  const [asked, ask] = useState<CommandName | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const changed = Object.keys(keys.keys).length > 0 || !keys.singleKeys;

  const give = (name: CommandName, key: string) => {
    onChange(withKey(keys, name, key));
    ask(null);
    setClash(null);
  };
  const onPress = (name: CommandName, event: KeyboardEvent) => {
    if (event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") {
      ask(null);
      return setClash(null);
    }
    const pressed = strokeKey(strokeOf(event));
    if (pressed === null) return;
    const reason = whyNotKey(pressed);
    const owner = ownerOf(pressed, keys);
    if (reason) setClash({ key: pressed, words: reason, owner: null });
    else if (owner && owner !== name) {
      setClash({ key: pressed, words: `${shownKey(pressed)} is the key of: ${wordsOf(owner)}.`, owner });
    } else give(name, pressed);
  };
  const begin = (name: CommandName) => {
    ask(name);
    setClash(null);
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title="Keys"
      size="large"
      actions={
        <>
          {changed ? (
            <Button variant="quiet" onPress={() => onChange({ singleKeys: true, keys: {} })}>
              All keys as they were
            </Button>
          ) : null}
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <p>
        They work while the focus is in the text. Press a key in this list to change it; it is kept on this computer.
      </p>
      <div>
        <Switch
          checked={keys.singleKeys}
          onChange={(singleKeys) => onChange({ singleKeys, keys: keys.keys })}
          hint="Switched off, letters, digits and signs alone do nothing, for those who dictate or use a screen reader; keys with Ctrl or Alt stay, and any command can have one."
        >
          Single keys
        </Switch>
      </div>
      <div className={styles.groups}>
        {COMMAND_GROUPS.map((group) => (
          <section key={group.title} className={styles.group}>
            <h3>{group.title}</h3>
            <ul className={styles.rows}>
              {group.rows.map(({ name, words }) => (
                <li key={name} className={styles.row}>
                  {asked === name ? (
                    <div className={styles.asking}>
                      <input
                        className={styles.press}
                        aria-label={`New key: ${words}`}
                        aria-describedby={clash ? "keys-clash" : undefined}
                        placeholder="Press the key"
                        readOnly
                        autoFocus
                        onKeyDown={(event) => onPress(name, event)}
                      />
                      <Button size="small" variant="quiet" onPress={() => give(name, "")}>
                        No key
                      </Button>
                      {name in keys.keys ? (
                        <Button
                          size="small"
                          variant="quiet"
                          onPress={() => {
                            onChange(withoutChange(keys, name));
                            ask(null);
                          }}
                        >
                          As it was
                        </Button>
                      ) : null}
                      <Button size="small" variant="quiet" onPress={() => ask(null)}>
                        Leave it
                      </Button>
                    </div>
                  ) : (
                    <KeyButton name={name} words={words} keys={keys} onPress={() => begin(name)} />
                  )}
                  <span className={styles.words}>{words}</span>
                  {asked === name && clash ? (
                    <p id="keys-clash" role="alert" className={styles.clash}>
                      {clash.words}{" "}
                      {clash.owner ? (
                        <Button size="small" onPress={() => give(name, clash.key)}>
                          Use it here instead
                        </Button>
                      ) : null}
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section className={styles.group}>
          <h3>The same everywhere</h3>
          <ul className={styles.rows}>
            {FIXED_KEYS.map(({ keys: fixed, words }) => (
              <li key={words} className={styles.row}>
                <span className={styles.fixed}>
                  {fixed.map((key) => (
                    <Kbd key={key} keys={key} />
                  ))}
                </span>
                <span className={styles.words}>{words}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function KeyButton(props: { name: CommandName; words: string; keys: KeySettings; onPress: () => void }) {
  const own = keysOf(props.name, props.keys);
  const off = (key: string) => !props.keys.singleKeys && isSingle(key);
  const spoken = own.map((key) => `${shownKey(key)}${off(key) ? " (off)" : ""}`).join(" or ") || "no key";
  return (
    <span className={styles.key}>
      <Button
        size="small"
        variant="quiet"
        aria-label={`${spoken}: ${props.words}. Change the key`}
        onPress={props.onPress}
      >
        {own.length === 0 ? (
          <span className={styles.none}>no key</span>
        ) : (
          own.map((key, at) => (
            <span key={key} className={off(key) ? styles.off : undefined}>
              {at > 0 ? " or " : null}
              <Kbd keys={shownKey(key)} />
            </span>
          ))
        )}
      </Button>
    </span>
  );
}
