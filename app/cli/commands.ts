import { backup } from "./backup";
import type { Command } from "./command";
import { conformance } from "./conformance";
import { doctor } from "./doctor";
import { init } from "./init";
import { restore } from "./restore";
import { user } from "./user";

/** Everything that `tandem` can do, in the order of its help. */
export const commands: readonly Command[] = [init, backup, restore, doctor, user, conformance];
