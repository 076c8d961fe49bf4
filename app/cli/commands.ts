import { agreement } from "./agreement";
import { backup } from "./backup";
import type { Command } from "./command";
import { conformance } from "./conformance";
import { doctor } from "./doctor";
import { exportFile } from "./export";
import { importFiles } from "./import";
import { init } from "./init";
import { restore } from "./restore";
import { sample } from "./sample";
import { user } from "./user";

/** Everything that `tandem` can do, in the order of its help. */
export const commands: readonly Command[] = [
  init,
  sample,
  backup,
  restore,
  doctor,
  user,
  importFiles,
  exportFile,
  agreement,
  conformance,
];
